//! What was done to the workspace, with what can be undone of it.

use super::Nothing;
use crate::app::App;
use crate::failure::AppError;
use crate::history::told;
use crate::wire::{HistoryLine, Undoable};
use crate::words;
use guichet_model::{Language, Message, SheetKind, parse_instant};
use guichet_store::{FileCounts, HistoryEntry, JournalEntry, NotUndoable};

/// Every operation, the newest first.
pub(crate) fn history(app: &App, _: Nothing) -> Result<Vec<HistoryLine>, AppError> {
    let mut state = app.state();
    let language = state.language();
    let entries = state.desk()?.workspace.history()?;
    Ok(entries.iter().map(|entry| line(language, entry)).collect())
}

fn line(language: Language, of: &HistoryEntry) -> HistoryLine {
    let entry = &of.entry;
    let (undoable, why) = match (of.undone_by, of.obstacle) {
        (Some(by), _) => (Undoable::Undone, Some(Message::new("app-history-undone").with("by", by.0.to_string()))),
        (None, None) => (Undoable::Yes, None),
        // Said once, above the list.
        (None, Some(NotUndoable::NotAnImport)) => (Undoable::No, None),
        (None, Some(obstacle)) => (Undoable::No, Some(obstacle.message())),
    };
    HistoryLine {
        operation: entry.operation.0,
        at: words::instant(language, parse_instant(&entry.at).map(|(instant, _)| instant)),
        seal: entry.short_seal(),
        who: entry.who.clone(),
        kind: entry.kind.as_str().to_owned(),
        label: words::say(language, &told(entry)),
        detail: match entry.taken_back().as_slice() {
            [] => detail(language, &of.counts),
            taken => taken.iter().map(|taken| words::say(language, &taken.message())).collect::<Vec<_>>().join(" "),
        },
        undoable,
        why: why.map(|why| words::say(language, &why)),
        depends: of.depends.iter().map(|dependent| words::say(language, &dependent.message())).collect(),
    }
}

/// An operation of another state: what was done, without what can be undone of it.
pub(crate) fn plain_line(language: Language, entry: &JournalEntry) -> HistoryLine {
    HistoryLine {
        operation: entry.operation.0,
        at: words::instant(language, parse_instant(&entry.at).map(|(instant, _)| instant)),
        seal: entry.short_seal(),
        who: entry.who.clone(),
        kind: entry.kind.as_str().to_owned(),
        label: words::say(language, &told(entry)),
        detail: String::new(),
        undoable: Undoable::No,
        why: None,
        depends: Vec::new(),
    }
}

/// What came in: a line for each kind of sheet, its files together.
fn detail(language: Language, counts: &[FileCounts]) -> String {
    let of_kind = |kind: &SheetKind| detail_of(*kind, counts).map(|detail| words::say(language, &detail));
    SheetKind::ALL.iter().filter_map(of_kind).collect::<Vec<_>>().join("\n")
}

fn detail_of(kind: SheetKind, counts: &[FileCounts]) -> Option<Message> {
    let own = || counts.iter().filter(|counts| counts.kind == kind);
    let sum = |of: fn(&FileCounts) -> usize| own().map(of).sum::<usize>();
    own().next().map(|_| {
        Message::new("app-history-counts")
            .with("kind", Message::new(format!("kind-{}", kind.as_str())))
            .with("rows", sum(|counts| counts.rows))
            .with("new", sum(|counts| counts.new))
            .with("changed", sum(|counts| counts.changed))
            .with("same", sum(|counts| counts.same))
            .with("ambiguous", sum(|counts| counts.ambiguous))
    })
}
