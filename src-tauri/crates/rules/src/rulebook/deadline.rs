//! The last minute that an entry names.

use super::keys::{Shape, shape_of};
use super::{Layer, Rulebook};
use guichet_model::{Authority, Instant, parse_instant};
use std::sync::Arc;
use time::Duration;

/// From the first minute of a day to its last.
const LAST_MINUTE: Duration = Duration::minutes(24 * 60 - 1);

/// The last minute of a limit: a date without an hour is the whole day.
pub(crate) fn last_instant(text: &str) -> Option<Instant> {
    let (instant, has_hour) = parse_instant(text)?;
    Some(if has_hour { instant } else { instant + LAST_MINUTE })
}

impl Rulebook {
    /// The last minute that the first of these entries to name one names: the next close of a window, or its last one
    /// once all are past; the end of an extension; a limit date.
    #[must_use]
    pub fn deadline(&self, authorities: &[Arc<Authority>], as_of: Instant) -> Option<Instant> {
        authorities.iter().find_map(|authority| {
            let layer = self.layers().iter().find(|layer| layer.id == authority.rulebook)?;
            last_minute(layer, &authority.key, as_of)
        })
    }
}

fn last_minute(layer: &Layer, key: &str, as_of: Instant) -> Option<Instant> {
    let window = || {
        let window = layer.windows.iter().find(|window| window.key == key)?;
        let closes = || window.intervals.iter().map(|interval| interval.closes);
        closes().filter(|closes| *closes >= as_of).min().or_else(|| closes().max())
    };
    let extension = || layer.extensions.iter().find(|extension| extension.key == key).map(|found| found.closes);
    let limit = || {
        let entry = layer.values.get(key).filter(|_| shape_of(key) == Some(Shape::Moment))?;
        last_instant(entry.value.as_ref()?.as_str()?)
    };
    window().or_else(extension).or_else(limit)
}

#[cfg(test)]
mod tests {
    use crate::Rulebook;
    use guichet_model::{Authority, Instant};
    use std::sync::Arc;
    use time::macros::datetime;

    fn deadline(keys: &[&str], as_of: Instant) -> Option<Instant> {
        let book = Rulebook::shipped("amu-allsh-2024-2025").unwrap();
        let cites: Vec<Arc<Authority>> = keys
            .iter()
            .map(|key| {
                let mut cites = book.layers().iter().flat_map(|layer| layer.cites());
                Arc::clone(cites.find(|(known, _)| known == key).unwrap().1)
            })
            .collect();
        book.deadline(&cites, as_of)
    }

    #[test]
    fn a_window_names_its_next_close_then_its_last() {
        let of = |as_of| deadline(&["window.l2-l3-deust2"], as_of);
        assert_eq!(of(datetime!(2024-06-01 09:00)), Some(datetime!(2024-07-19 12:00)));
        assert_eq!(of(datetime!(2024-07-19 12:00)), Some(datetime!(2024-07-19 12:00)), "the last minute is inside");
        assert_eq!(of(datetime!(2024-07-19 12:01)), Some(datetime!(2024-09-20 12:00)));
        assert_eq!(of(datetime!(2024-12-01 09:00)), Some(datetime!(2024-09-20 12:00)));
        assert_eq!(deadline(&["window.m1.mon-master.3"], datetime!(2024-09-01 09:00)), None, "it gives no date");
    }

    #[test]
    fn the_first_entry_that_names_one_decides() {
        let as_of = datetime!(2024-09-01 09:00);
        let keys = ["calendar.respected", "extension.d1.late-funding", "window.doctorate"];
        assert_eq!(deadline(&keys, as_of), Some(datetime!(2025-04-30 12:00)));
        assert_eq!(deadline(&["calendar.respected", "cvec.before_registration"], as_of), None);
    }
}
