//! The workspace on disk: one office's facts in an encrypted database, with where each was read and what was done.
//!
//! Nothing here reads a clock, draws a random number or looks at the environment: moments, keys and names are
//! arguments. Everything that changes facts or settings goes through one transaction with its journal entry.

mod backup;
mod connection;
mod content;
mod decisions;
mod descriptor;
mod disk;
mod draft;
#[cfg(test)]
mod encryption_cost;
mod error;
mod evaluation;
mod extract;
mod facts;
mod file;
mod history;
mod import;
mod journal;
mod keys;
mod lock;
mod office;
#[cfg(test)]
mod opening_tests;
mod pack;
mod privacy;
mod rulebooks;
mod setting;
mod shut;
mod sources;
mod sql_values;
mod statement;
mod summary;
mod tally;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod transact;
mod view;
mod witness;
mod words;
mod workspace;

pub use backup::{Backup, BackupReason, BackupRecord, Flaw, Keeping, RestorePreview, Salvaged, SelfTest};
pub use decisions::{DeskEntry, DeskFact, WaiverTarget, WaiverTerms, check_notes};
pub use descriptor::Descriptor;
pub use disk::{Disk, Elsewhere, Fault};
pub use error::{Result, StoreError};
pub use evaluation::{EvaluationRun, FileResult, LastEvaluation};
pub use extract::{ExtractRow, SheetExtract};
pub use file::FileFacts;
pub use history::{Dependent, HistoryEntry, NotUndoable, Undone};
pub use import::{
    Applied, Choice, Choices, FileCounts, FilePlan, MatchReason, PersonRef, Plan, PlannedFile, PlannedSheet,
    RowCandidate, RowOutcome, RowPlace, RowPlan, SheetPlan,
};
pub use journal::{CopyFlaw, CopyVerdict, JournalEntry, TakenBack};
pub use keys::{
    Account, Cost, Credentials, DataKey, MistypedCode, NewAccount, NewPassphrase, Passphrase, RecoveryCode, Role, Salt,
};
pub use lock::Holder;
pub use privacy::{
    FormerValue, HeldCell, HeldOnPerson, HeldRecord, HeldRow, Mention, MentionIn, PurgeCount, PurgeOrder, PurgePreview,
    PurgeWhat, Purged,
};
pub use rulebooks::{KeptDraft, KeptEdition, NewEdition, RULEBOOK_SETTING};
pub use shut::{Held, ShutWorkspace};
pub use statement::FieldChange;
pub use summary::{ImportedSheet, Summary};
pub use tally::Tally;
pub use transact::{Changes, OperationId, OperationKind};
pub use view::{
    FacetCount, FileGroup, FileRow, FilesBy, FilesQuery, FilesView, FindingGroup, FindingPlace, FindingsBy,
    FindingsQuery, FindingsView, Overview, ProgrammeStates, SortColumn,
};
pub use workspace::{NewWorkspace, Workspace};
