//! Purging a finished campaign, or persons, from the command line: what would go first, then the purge and its record.

use crate::access::Access;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::words;
use guichet_model::{AcademicYear, Instant, Language, Message};
use guichet_store::{PurgeCount, PurgeWhat, Purged, Role};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Deciding what is no longer kept is an administrator's.
const LEAST: Role = Role::Administer;

/// What is to be purged, as it was asked for.
pub enum Asked<'a> {
    /// The files of a year, with those that do not say their year when that is wanted.
    Campaign {
        /// The year.
        year: AcademicYear,
        /// Whether files without a year are of it.
        undated: bool,
    },
    /// The persons with these student numbers or Ines.
    Persons(&'a [String]),
}

/// What a purge removed, or would remove.
pub struct Told {
    at: Instant,
    workspace: String,
    what: PurgeWhat,
    counts: Vec<PurgeCount>,
    /// How many backups go.
    backups: usize,
    second_place: Option<PathBuf>,
    /// The entry in the journal, and its seal; nothing when it was only looked at.
    operation: Option<(i64, String)>,
    /// Whether older copies could not be removed yet.
    unfinished: bool,
}

/// What a purge would remove. Nothing is.
///
/// # Errors
/// [`AppError::Store`], [`AppError::NotAllowed`], [`AppError::NoSuchPerson`], [`AppError::SeveralPersons`].
pub fn preview(workspace: &Access, asked: &Asked<'_>) -> Result<Told, AppError> {
    let now = now_in_paris();
    let workspace = workspace.take(LEAST)?.open(now).map_err(|(_, error)| error)?;
    let what = chosen(&workspace, asked)?;
    let preview = workspace.preview_purge(&what)?;
    Ok(Told {
        at: now,
        workspace: workspace.descriptor().name.clone(),
        what,
        counts: preview.counts,
        backups: preview.backups,
        second_place: preview.second_place,
        operation: None,
        unfinished: workspace.has_purge_to_finish(),
    })
}

/// Purges, makes a backup of what is left, and removes the copies of before.
///
/// # Errors
/// As [`preview`]; the workspace is then as it was.
pub fn purge(workspace: &Access, asked: &Asked<'_>) -> Result<Told, AppError> {
    let now = now_in_paris();
    let open = workspace.take(LEAST)?.open(now).map_err(|(_, error)| error)?;
    let what = chosen(&open, asked)?;
    let backups = open.backup_list()?.len();
    let shut = open.shut();
    let Purged { counts, second_place, .. } = shut.purge(&what, now)?;
    let open = shut.open(now).map_err(|(_, error)| error)?;
    let unfinished = open.has_purge_to_finish();
    let last = open.journal(1)?.pop();
    let name = open.descriptor().name.clone();
    // Findings rest on who is left.
    drop(open);
    drop(workspace.open(LEAST)?);
    Ok(Told {
        at: now,
        workspace: name,
        what,
        counts,
        backups,
        second_place,
        operation: last.map(|entry| (entry.operation.0, entry.short_seal())),
        unfinished,
    })
}

fn chosen(workspace: &guichet_store::Workspace, asked: &Asked<'_>) -> Result<PurgeWhat, AppError> {
    let identifiers = match asked {
        Asked::Campaign { year, undated } => return Ok(PurgeWhat::Campaign { year: *year, undated: *undated }),
        Asked::Persons(identifiers) => identifiers,
    };
    let mut persons = Vec::new();
    for identifier in *identifiers {
        match workspace.persons_known_as(identifier)?.as_slice() {
            [] => return Err(AppError::NoSuchPerson(identifier.clone())),
            [person] => persons.push(*person),
            several => {
                return Err(AppError::SeveralPersons { identifier: identifier.clone(), count: several.len() });
            }
        }
    }
    Ok(PurgeWhat::Persons(persons))
}

impl Told {
    /// The JSON of `purge`: an outward contract, changed only by adding.
    #[must_use]
    pub fn json(&self) -> Value {
        let count =
            |count: &PurgeCount| (count.table.to_owned(), json!({ "going": count.going, "staying": count.staying }));
        json!({
            "done": self.operation.is_some(), "operation": self.operation.as_ref().map(|(operation, _)| operation),
            "counts": self.counts.iter().map(count).collect::<serde_json::Map<_, _>>(), "backups": self.backups,
            "second_place": self.second_place.as_ref().map(|place| place.display().to_string()),
            "unfinished": self.unfinished,
        })
    }

    /// What it removes, in words; once done, the record to be kept. Nobody is named.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let say = |message: Message| words::say(language, &message);
        let what = match &self.what {
            PurgeWhat::Campaign { year, undated: false } => {
                Message::new("purge-campaign").with("year", year.to_string())
            }
            PurgeWhat::Campaign { year, undated: true } => {
                Message::new("purge-campaign-undated").with("year", year.to_string())
            }
            PurgeWhat::Persons(persons) => Message::new("purge-persons").with("count", persons.len()),
        };
        let mut lines = vec![match &self.operation {
            None => say(Message::new("purge-would").with("what", what)),
            Some((operation, seal)) => say(Message::new("purge-done")
                .with("workspace", self.workspace.as_str())
                .with("what", what)
                .with("at", self.at)
                .with("operation", operation.to_string())
                .with("seal", seal.as_str())),
        }];
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        lines.extend(self.counts.iter().map(|count| {
            let table = Message::new(format!("purge-table-{}", count.table.replace('_', "-")));
            say(Message::new("purge-count")
                .with("table", table)
                .with("going", number(count.going))
                .with("staying", number(count.staying)))
        }));
        lines.push(say(Message::new("purge-backups").with("count", self.backups)));
        lines.push(say(Message::new("purge-undo")));
        if let Some(place) = &self.second_place {
            lines.push(say(Message::new("purge-second-place").with("place", place.display().to_string())));
        }
        if self.unfinished {
            lines.push(say(Message::new("purge-unfinished")));
        }
        lines.join("\n") + "\n"
    }
}
