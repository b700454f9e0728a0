//! Purging a finished campaign, or persons: what is held on them goes from every file of the workspace.
//!
//! The purge is done on a copy, which takes the database's place whole ([`crate::backup`]'s exchange). A mark written before
//! keeps in mind that older copies are to go too: as long as it is there, the next opening goes on.

use super::forget::forget_words;
use super::going::{Going, PurgeCount};
use super::mentions::{Forgettable, Mention, Mentions};
use super::sweep::{Sweep, mark};
use crate::Workspace;
use crate::backup::{Keeping, exchange, incoming, unsound};
use crate::connection;
use crate::error::{Result, StoreError, file_error};
use crate::journal::JournalKey;
use crate::shut::ShutWorkspace;
use crate::transact::{Operation, OperationId, OperationKind, Tx, transact};
use crate::witness::Witness;
use crate::workspace::DATABASE;
use guichet_model::{AcademicYear, Instant, PersonId};
use serde_json::json;
use std::path::{Path, PathBuf};

/// What is to be purged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PurgeWhat {
    /// The files of an academic year, and whoever is in the workspace for nothing else.
    Campaign {
        /// The year.
        year: AcademicYear,
        /// Whether files that do not say their year are of it.
        undated: bool,
    },
    /// Persons, with everything held on them.
    Persons(Vec<PersonId>),
}

/// What somebody asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurgeOrder {
    /// What is to be purged.
    pub what: PurgeWhat,
    /// Whether texts in free words that stay and name somebody who goes are blanked.
    pub blank_mentions: bool,
}

/// What a purge would remove. Nothing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurgePreview {
    /// How many rows go, and how many stay, by table.
    pub counts: Vec<PurgeCount>,
    /// Texts in free words that stay and name somebody who goes.
    pub mentions: Vec<Mention>,
    /// How many backups of before go.
    pub backups: usize,
    /// Where copies were put too: those are to be destroyed by hand.
    pub second_place: Option<PathBuf>,
}

/// What a purge removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purged {
    /// Its entry in the journal.
    pub operation: OperationId,
    /// How many rows went, and how many stay, by table.
    pub counts: Vec<PurgeCount>,
    /// Texts in free words about others that named somebody who went: as they stay, or were until they were blanked.
    pub mentions: Vec<Mention>,
    /// Where copies were put too: those are to be destroyed by hand.
    pub second_place: Option<PathBuf>,
}

impl PurgeWhat {
    /// The words the journal keeps: a year, or how many persons. Nobody's name.
    fn label(&self) -> String {
        match self {
            Self::Campaign { year, .. } => year.to_string(),
            Self::Persons(persons) => persons.len().to_string(),
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Campaign { .. } => "campaign",
            Self::Persons(_) => "persons",
        }
    }
}

impl Workspace {
    /// What a purge would remove. Nothing is.
    ///
    /// # Errors
    /// When the database or the folder of backups cannot be read.
    pub fn preview_purge(&self, what: &PurgeWhat) -> Result<PurgePreview> {
        let going = Going::choose(&self.connection, what)?;
        let counts = going.counts()?;
        let mentions = Mentions::find(&self.connection)?.found;
        going.give_up()?;
        let (backups, second_place) = (self.backup_list()?.len(), self.keeping().second_place);
        Ok(PurgePreview { counts, mentions, backups, second_place })
    }

    /// Whether a purge was done whose older copies could not be removed yet. The next opening tries again.
    #[must_use]
    pub fn has_purge_to_finish(&self) -> bool {
        Sweep::is_due(&self.folder)
    }
}

impl ShutWorkspace {
    /// Purges: rows, what is kept to undo, the words of the journal that name purged files, the findings. Backups of before
    /// and files kept aside go at the next opening, once a new backup is made. Interrupted anywhere, the workspace is as before,
    /// or purged with the rest to finish.
    ///
    /// # Errors
    /// [`StoreError::NoRoom`], [`StoreError::File`], [`StoreError::Database`], [`StoreError::Damaged`]: the workspace is
    /// then as it was.
    pub fn purge(&self, order: &PurgeOrder, now: Instant) -> Result<Purged> {
        let Self { folder, disk, .. } = self;
        let (data_key, second_place) = (&self.unlocked.key, Keeping::read(folder, disk).second_place);
        let present = self.connect(now)?;
        disk.make_sure_of_room(folder, 2 * length_of(folder))?;
        let draft = incoming(folder, disk)?;
        let target = draft.to_str().ok_or_else(|| file_error(&draft)(std::io::ErrorKind::InvalidFilename.into()))?;
        present.execute("VACUUM INTO ?1", [target])?;
        present.close().map_err(|(_, cause)| StoreError::Database(cause))?;
        let mut copy = connection::open_draft(&draft, data_key)?;
        let key = &JournalKey::of(data_key);
        let label = order.what.label();
        let operation = Operation { kind: OperationKind::Purge, label: &label, who: self.who(), key };
        // References are checked whole at the end: row by row, each row of a source would be looked for in every fact.
        copy.pragma_update(None, "foreign_keys", false)?;
        let ((counts, mentions), operation, _) = transact(&mut copy, &operation, now, |tx| remove(tx, order))?;
        copy.execute_batch("VACUUM")?;
        if let Some(detail) = unsound(&copy, key)? {
            return Err(StoreError::Damaged { file: draft, detail });
        }
        let witness = Witness::of(&copy)?;
        connection::close_draft(copy, &draft)?;
        mark(folder, operation, disk)?;
        exchange(folder, None, &witness, disk)?;
        Ok(Purged { operation, counts, mentions, second_place })
    }
}

/// The room a copy may take: the database with what its log holds.
fn length_of(folder: &Path) -> u64 {
    ["", "-wal"]
        .iter()
        .map(|end| std::fs::metadata(folder.join(format!("{DATABASE}{end}"))).map_or(0, |data| data.len()))
        .sum()
}

fn remove(tx: &Tx<'_>, order: &PurgeOrder) -> Result<(Vec<PurgeCount>, Vec<Mention>)> {
    let going = Going::choose(tx, &order.what)?;
    let counts = going.counts()?;
    // Rows kept beside others go with any purge: alone they are no reason for one.
    if counts.iter().all(|count| count.going == 0 || count.table == "source_row") {
        return Err(StoreError::NothingToPurge);
    }
    let mentions = Mentions::find(tx)?;
    going.remove()?;
    going.give_up()?;
    mentions.forget_what_waivers_saw()?;
    let (found, named) = (mentions.found.clone(), mentions.counts());
    let also = if order.blank_mentions { mentions.blank()? } else { Forgettable::default() };
    tx.execute_batch("DELETE FROM undo; DELETE FROM left_out WHERE content <> x'';")?;
    let forgotten = forget_words(tx, &also)?;
    tx.mark_facts();
    let removed: serde_json::Map<String, serde_json::Value> =
        counts.iter().map(|count| (count.table.to_owned(), json!(count.going))).collect();
    tx.summarise(json!({
        "what": order.what.kind(), "removed": removed, "forgotten": forgotten,
        "mentions": named, "blanked": order.blank_mentions,
    }));
    Ok((counts, found))
}
