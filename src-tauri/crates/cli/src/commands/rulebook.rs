use crate::arguments::{PossibleWorkspace, RulebookArguments, RulebookCommand};
use crate::output::{deliver, say};
use crate::{BAD_INPUT, NOTHING_BLOCKS};
use guichet_app::{AppError, rulebooks};
use guichet_model::{Authority, Language, Message, instant_text};
use guichet_rules::Rulebook;
use guichet_rules::rulebook::{Interval, Layer, SHIPPED, is_read};
use std::fmt::Write;

/// `rulebook`: list, show, validate or publish.
pub(crate) fn run(arguments: &RulebookArguments) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let text = match &arguments.command {
        RulebookCommand::List { workspace } => list(workspace, language)?,
        RulebookCommand::Show { id, workspace } => match workspace.access()? {
            Some(access) => show(&rulebooks::of_workspace(&access, id)?, language),
            None => show(&Rulebook::shipped(id)?, language),
        },
        RulebookCommand::Publish { file, workspace } => {
            let done = rulebooks::publish(&workspace.access()?, file)?;
            let message = Message::new("cli-rulebook-published")
                .with("id", done.rulebook.id())
                .with("changed", done.changed)
                .with("files", done.files);
            format!("{}\n", say(language, &message))
        }
        RulebookCommand::Validate { file } => {
            return match guichet_app::rulebooks::read_layers(std::slice::from_ref(file)) {
                Ok(layers) => {
                    deliver(None, layers.iter().map(|layer| valid(layer, language)).collect::<String>().as_bytes())?;
                    Ok(NOTHING_BLOCKS)
                }
                Err(error) => {
                    crate::output::tell(&say(language, &error.message()));
                    Ok(BAD_INPUT)
                }
            };
        }
    };
    deliver(None, text.as_bytes())?;
    Ok(NOTHING_BLOCKS)
}

fn list(workspace: &PossibleWorkspace, language: Language) -> Result<String, AppError> {
    let mut books = SHIPPED.iter().map(|(id, _)| Rulebook::shipped(id)).collect::<Result<Vec<_>, _>>()?;
    if let Some(access) = workspace.access()? {
        books.extend(rulebooks::published(&access)?);
    }
    let mut text = String::new();
    for book in books {
        let year = book.academic_year().map(|year| year.to_string()).unwrap_or_default();
        let _ = writeln!(text, "{:<28}  {year:<10}  {}", book.id(), rulebooks::title(&book, language));
    }
    Ok(text)
}

fn valid(layer: &Layer, language: Language) -> String {
    let entries = layer.cites().count();
    let unset: Vec<&str> =
        layer.values.iter().filter(|(_, entry)| entry.value.is_none()).map(|(key, _)| key.as_str()).collect();
    let message = Message::new("cli-rulebook-valid")
        .with("id", layer.id.as_str())
        .with("entries", entries)
        .with("unset", unset.len());
    let mut text = format!("{}\n", say(language, &message));
    lines(&mut text, &unset);
    let unread: Vec<&str> = layer.cites().map(|(key, _)| key).filter(|key| !is_read(key)).collect();
    if !unread.is_empty() {
        let _ = writeln!(text, "{}", say(language, &Message::new("cli-rulebook-unread").with("count", unread.len())));
        lines(&mut text, &unread);
    }
    text
}

fn lines(text: &mut String, keys: &[&str]) {
    for key in keys {
        let _ = writeln!(text, "  {key}");
    }
}

/// Every entry of every layer, the most particular layer first.
fn show(book: &Rulebook, language: Language) -> String {
    let mut text = String::new();
    for layer in book.layers() {
        let _ = writeln!(text, "# {} · {}\n", layer.id, layer.title.in_language(language));
        for (key, entry) in &layer.values {
            let value = match &entry.value {
                Some(value) => value.to_string(),
                None => say(language, &Message::new("word-not-set")),
            };
            entry_text(&mut text, key, &value, &entry.cite, language);
        }
        for window in &layer.windows {
            entry_text(&mut text, &window.key, &intervals(&window.intervals), &window.cite, language);
        }
        for closure in &layer.closures {
            entry_text(&mut text, &closure.key, &format!("{} – {}", closure.from, closure.to), &closure.cite, language);
        }
        for extension in &layer.extensions {
            entry_text(
                &mut text,
                &extension.key,
                &format!("… – {}", instant_text(extension.closes)),
                &extension.cite,
                language,
            );
        }
        for limit in &layer.limits {
            let value = format!("{} ≤ {}", limit.levels_text(), limit.most);
            entry_text(&mut text, &limit.key, &value, &limit.cite, language);
        }
        for piece in &layer.pieces {
            entry_text(&mut text, &piece.key, piece.title(language), &piece.cite, language);
        }
    }
    text
}

fn intervals(intervals: &[Interval]) -> String {
    let one = |interval: &Interval| {
        format!("{} – {}", interval.opens.map_or("…".to_owned(), instant_text), instant_text(interval.closes))
    };
    if intervals.is_empty() { "—".to_owned() } else { intervals.iter().map(one).collect::<Vec<_>>().join(", ") }
}

fn entry_text(text: &mut String, key: &str, value: &str, cite: &Authority, language: Language) {
    let status = say(language, &Message::new(format!("status-{}", cite.status.as_str().replace('_', "-"))));
    let _ = writeln!(text, "{key} = {value}");
    let _ = writeln!(text, "    {} › {} [{status}]", cite.document, cite.heading);
    if !cite.quote.is_empty() {
        let _ = writeln!(text, "    « {} »", cite.quote);
    }
    if let Some(note) = &cite.note {
        let _ = writeln!(text, "    {}", note.in_language(language));
    }
    text.push('\n');
}
