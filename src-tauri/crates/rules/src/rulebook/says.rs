//! What an entry says, apart from its citation: a waiver rests on it.

use super::{Layer, Rulebook, Window};
use guichet_model::{Coded, instant_text};

impl Rulebook {
    /// What the entry of this key says in a layer, in one text that changes with it; empty when it says nothing.
    #[must_use]
    pub fn says(&self, layer: &str, key: &str) -> String {
        self.layers().iter().find(|known| known.id == layer).and_then(|layer| said(layer, key)).unwrap_or_default()
    }
}

fn said(layer: &Layer, key: &str) -> Option<String> {
    let value = || layer.values.get(key).map(|entry| entry.value.as_ref().map(ToString::to_string).unwrap_or_default());
    let window = || layer.windows.iter().find(|window| window.key == key).map(window_said);
    let closure =
        || layer.closures.iter().find(|entry| entry.key == key).map(|entry| format!("{} {}", entry.from, entry.to));
    let extension = || {
        let entry = layer.extensions.iter().find(|entry| entry.key == key)?;
        let levels: Vec<&str> = entry.levels.iter().map(|level| level.as_str()).collect();
        Some(format!("{} {}", levels.join("+"), instant_text(entry.closes)))
    };
    let limit = || {
        let entry = layer.limits.iter().find(|entry| entry.key == key)?;
        Some(format!("{} {} {}", entry.levels_text(), entry.most, entry.discipline.as_deref().unwrap_or_default()))
    };
    let piece = || {
        let entry = layer.pieces.iter().find(|entry| entry.key == key)?;
        Some([entry.names.join("|"), entry.exact.join("|"), entry.unless.join("|")].join(" "))
    };
    value().or_else(window).or_else(closure).or_else(extension).or_else(limit).or_else(piece)
}

fn window_said(window: &Window) -> String {
    let mut parts: Vec<String> = window.levels.iter().map(|level| level.as_str().to_owned()).collect();
    parts.extend(window.routes.iter().map(|route| route.as_str().to_owned()));
    parts.extend(window.results.iter().map(|result| result.as_str().to_owned()));
    if let Some(cohort) = window.cohort {
        let day = |day: Option<time::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        parts.push(format!("{}..{}", day(cohort.from), day(cohort.to)));
    }
    for interval in &window.intervals {
        parts.push(format!(
            "{}/{}",
            interval.opens.map(instant_text).unwrap_or_default(),
            instant_text(interval.closes)
        ));
    }
    parts.join(" ")
}
