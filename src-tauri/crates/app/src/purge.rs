//! Purging a finished campaign, or persons: what would go first, then the purge and its record, in the same words in the window
//! and on the command line.

use crate::access::Access;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::words;
use guichet_model::{AcademicYear, Instant, Language, Message};
use guichet_store::{Mention, MentionIn, PurgeCount, PurgeOrder, PurgePreview, PurgeWhat, Purged, Role, Workspace};
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
    pub(crate) counts: Vec<PurgeCount>,
    /// Texts about others that name somebody purged.
    pub(crate) mentions: Vec<Mention>,
    blanked: bool,
    /// How many backups go.
    pub(crate) backups: usize,
    pub(crate) second_place: Option<PathBuf>,
    /// The entry in the journal, and its seal; nothing when it was only looked at.
    operation: Option<(i64, String)>,
    /// Who purged, as the journal says it; nobody when it was only looked at.
    who: String,
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
    Told::before(&workspace, what, now)
}

/// Purges, makes a backup of what is left, and removes the copies of before. Texts about others that name somebody purged are
/// blanked when that is wanted.
///
/// # Errors
/// As [`preview`]; the workspace is then as it was.
pub fn purge(workspace: &Access, asked: &Asked<'_>, blank_mentions: bool) -> Result<Told, AppError> {
    let now = now_in_paris();
    let open = workspace.take(LEAST)?.open(now).map_err(|(_, error)| error)?;
    let order = PurgeOrder { what: chosen(&open, asked)?, blank_mentions };
    let backups = open.backup_list()?.len();
    let shut = open.shut();
    let purged = shut.purge(&order, now)?;
    let open = shut.open(now).map_err(|(_, error)| error)?;
    let told = Told::after(&open, order, backups, purged, now)?;
    // Findings rest on who is left.
    drop(open);
    drop(workspace.open(LEAST)?);
    Ok(told)
}

fn chosen(workspace: &Workspace, asked: &Asked<'_>) -> Result<PurgeWhat, AppError> {
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
    /// What a purge would remove.
    pub(crate) fn before(workspace: &Workspace, what: PurgeWhat, now: Instant) -> Result<Self, AppError> {
        let PurgePreview { counts, mentions, backups, second_place } = workspace.preview_purge(&what)?;
        Ok(Self {
            at: now,
            workspace: workspace.descriptor().name.clone(),
            what,
            counts,
            mentions,
            blanked: false,
            backups,
            second_place,
            operation: None,
            who: String::new(),
            unfinished: workspace.has_purge_to_finish(),
        })
    }

    /// What a purge removed; the workspace is open again.
    pub(crate) fn after(
        workspace: &Workspace,
        order: PurgeOrder,
        backups: usize,
        purged: Purged,
        now: Instant,
    ) -> Result<Self, AppError> {
        let entries = workspace.journal(usize::MAX)?;
        let own = entries.iter().find(|entry| entry.operation == purged.operation);
        Ok(Self {
            at: now,
            workspace: workspace.descriptor().name.clone(),
            what: order.what,
            counts: purged.counts,
            mentions: purged.mentions,
            blanked: order.blank_mentions,
            backups,
            second_place: purged.second_place,
            operation: own.map(|entry| (entry.operation.0, entry.short_seal())),
            who: own.map(|entry| entry.who.clone()).unwrap_or_default(),
            unfinished: workspace.has_purge_to_finish(),
        })
    }

    /// The JSON of `purge`: an outward contract, changed only by adding.
    #[must_use]
    pub fn json(&self) -> Value {
        let count =
            |count: &PurgeCount| (count.table.to_owned(), json!({ "going": count.going, "staying": count.staying }));
        json!({
            "done": self.operation.is_some(), "operation": self.operation.as_ref().map(|(operation, _)| operation),
            "counts": self.counts.iter().map(count).collect::<serde_json::Map<_, _>>(), "backups": self.backups,
            "mentions": self.mentions.iter().map(|mention| mention_json(mention, self.blanked)).collect::<Vec<_>>(),
            "mentions_blanked": self.blanked,
            "second_place": self.second_place.as_ref().map(|place| place.display().to_string()),
            "unfinished": self.unfinished,
        })
    }

    /// What is purged, in words; nobody is named.
    pub(crate) fn what(&self) -> Message {
        match &self.what {
            PurgeWhat::Campaign { year, undated: false } => {
                Message::new("purge-campaign").with("year", year.to_string())
            }
            PurgeWhat::Campaign { year, undated: true } => {
                Message::new("purge-campaign-undated").with("year", year.to_string())
            }
            PurgeWhat::Persons(persons) => Message::new("purge-persons").with("count", persons.len()),
        }
    }

    /// What it removes, in words; once done, the record to be kept. Nobody is named.
    #[must_use]
    pub fn record(&self, language: Language) -> String {
        let say = |message: Message| words::say(language, &message);
        let mut lines = vec![match &self.operation {
            None => say(Message::new("purge-would").with("what", self.what())),
            Some((operation, seal)) => say(Message::new("purge-done")
                .with("workspace", self.workspace.as_str())
                .with("what", self.what())
                .with("at", self.at)
                .with("who", self.who.as_str())
                .with("operation", operation.to_string())
                .with("seal", seal.as_str())),
        }];
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        lines.extend(self.counts.iter().map(|count| {
            say(Message::new("purge-count")
                .with("table", table(count))
                .with("going", number(count.going))
                .with("staying", number(count.staying)))
        }));
        lines.push(say(Message::new("purge-backups").with("count", self.backups)));
        lines.push(say(Message::new("purge-undo")));
        if !self.mentions.is_empty() {
            let key = match (&self.operation, self.blanked) {
                (None, _) => "purge-mentions-found",
                (Some(_), false) => "purge-mentions-kept",
                (Some(_), true) => "purge-mentions-blanked",
            };
            lines.push(say(Message::new(key).with("count", self.mentions.len())));
        }
        if let Some(place) = &self.second_place {
            lines.push(say(Message::new("purge-second-place").with("place", place.display().to_string())));
        }
        if self.unfinished {
            lines.push(say(Message::new("purge-unfinished")));
        }
        lines.join("\n") + "\n"
    }

    /// The record, and the texts that name somebody purged as long as they stay.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let mut text = self.record(language);
        if self.mentions.is_empty() || self.blanked {
            return text;
        }
        if self.operation.is_none() {
            text.push_str(&words::word(language, "purge-mentions-option"));
            text.push('\n');
        }
        for mention in &self.mentions {
            let line = Message::new("purge-mention").with("place", place(mention)).with("text", mention.text.as_str());
            text.push_str(&format!("- {}\n", words::say(language, &line)));
        }
        text
    }
}

/// What a count is of.
pub(crate) fn table(count: &PurgeCount) -> Message {
    Message::new(format!("purge-table-{}", count.table.replace('_', "-")))
}

/// In what somebody purged is named, and in whose file.
pub(crate) fn place(mention: &Mention) -> Message {
    let known = [mention.student_number.as_deref(), Some(mention.name.as_str())];
    let who: Vec<&str> = known.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    let heading = match mention.place {
        MentionIn::Setting => {
            let key = format!("app-setting-{}", mention.heading.replace('_', "-"));
            Message::new(key).into()
        }
        _ => guichet_model::Arg::from(mention.heading.as_str()),
    };
    Message::new(format!("purge-mention-{}", mention.place.as_str()))
        .with("heading", heading)
        .with("who", who.join(" "))
}

fn mention_json(mention: &Mention, blanked: bool) -> Value {
    json!({
        "place": mention.place.as_str(), "heading": mention.heading, "student_number": mention.student_number,
        "name": mention.name, "text": (!blanked).then_some(&mention.text),
    })
}
