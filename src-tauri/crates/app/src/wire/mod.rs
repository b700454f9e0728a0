//! The shapes that cross to the window, as JSON. Sentences arrive worded in the language in use.
//!
//! The TypeScript declarations in `ui/src/host/wire.ts` are generated from these files (`cargo xtask gen`) and a test
//! refuses a difference. Row numbers are at most `4095 << 40 | 2^40 - 1`, so JavaScript keeps them exact.

mod about;
mod backups;
mod decision;
mod desk;
mod file;
mod files;
mod findings;
mod help;
mod history;
mod import;
mod import_answer;
mod import_plan;
mod manual;
mod outcome;
mod protection;
mod purge;
mod request;
mod rulebook_draft;
mod simulation;
mod start;
mod summary;

pub use about::{AboutView, LicenceLine};
pub use backups::{BackupLine, BackupsView, RescueView, RestoreView, Salvage};
pub use decision::{
    DeskEffect, DeskEntry, DeskMark, FilesSelection, FindingsRange, NoteLine, SelectionChange, SelectionView,
    StateMove, ThenNow, WaiverEffect, WaiverGrounds, WaiverLine, WaiverState,
};
pub use desk::{
    AgendaDay, AgendaMark, AgendaMarkKind, DeskTask, DeskTaskName, DeskView, Funnel, NextClose, ProgrammeStates,
};
pub use file::{
    AuthorityLine, CellPlace, EvidenceLine, ExtractColumn, ExtractRow, FactLine, FileDetail, FindingDetail, QuietRule,
    RecordLine, SheetExtract,
};
pub use files::{
    FileRow, FilesBy, FilesPage, FilesQuery, FilesView, FurtherColumn, ListColumn, ListSettings, SavedView, SortColumn,
};
pub use findings::{FindingGroup, FindingRow, FindingsBy, FindingsQuery, FindingsView};
pub use help::HelpLine;
pub use history::{HistoryLine, UndoDone, Undoable};
pub use import::{
    ColumnConfidence, DateOrderName, DateSample, EncodingChoice, FieldChoice, ImportColumn, ImportConstant, ImportDone,
    ImportFile, ImportSheet, ImportStep, ImportValue, ImportView, MappingLine, RawRow, SheetQuestion, StepName,
};
pub use import_answer::{ImportAnswer, PersonChoice, TablePlace};
pub use import_plan::{
    Candidate, CandidateFact, ImportPlan, PlanChange, PlanCounts, PlanRow, PlanTab, ProblemLine, RowPlace, TabName,
};
pub use manual::{
    CitedSaying, EntryDifference, PageBlock, RuleLine, RulePage, RuleParameter, RulebookWindows, WindowInterval,
    WindowLine, WindowState,
};
pub use outcome::{Corrections, Exported, Failure, Progress, Saved};
pub use protection::{AccountLine, LockView, PassphraseView, ProtectionView, RecoverySheet};
pub use purge::{MentionLine, PurgeAsked, PurgeChoices, PurgeCountLine, PurgeDone, PurgeView, PurgeYear};
pub use request::{ClockLine, DocumentLine, PieceLine, RequestLine, RequestSort, RequestsQuery, RequestsView};
pub use rulebook_draft::{
    AddableEntry, CiteForm, ClosureForm, CodeChoice, CohortForm, DraftEntry, DraftLine, DraftView, EditionLine,
    EntryChange, EntryChoices, EntryForm, EntryView, ExtensionForm, IntervalForm, LimitForm, PieceForm, PublishPreview,
    RulebookShelf, TitleForm, ValueForm, ValueShape, WindowForm,
};
pub use simulation::{FileDifference, RuleMove, SaidLine, SimulationView};
pub(crate) use start::ZOOM;
pub use start::{Density, RulebookLine, Settings, StartState, Theme, WorkspaceInfo};
pub use summary::{Count, InputLine, RuleCount, Summary};
