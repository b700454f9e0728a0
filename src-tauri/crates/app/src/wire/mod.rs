//! The shapes that cross to the window, as JSON. Sentences arrive worded in the language in use.
//!
//! The TypeScript declarations in `ui/src/host/wire.ts` are generated from these files (`cargo xtask gen`) and a test
//! refuses a difference. Row numbers are at most `4095 << 40 | 2^40 - 1`, so JavaScript keeps them exact.

mod file;
mod files;
mod import;
mod manual;
mod outcome;
mod request;
mod simulation;
mod start;
mod summary;

pub use file::{
    AuthorityLine, CellPlace, EvidenceLine, ExtractColumn, ExtractRow, FactLine, FileDetail, FindingDetail, QuietRule,
    RecordLine, SheetExtract,
};
pub use files::{FileRow, FilesQuery, FilesView, SortColumn};
pub use import::{
    ImportDone, ImportPreview, PlanChange, PlanCounts, PreviewColumn, PreviewFile, PreviewSheet, ProblemLine,
};
pub use manual::{PageBlock, RuleLine, RulePage};
pub use outcome::{Exported, Failure, JournalLine, Progress};
pub use request::{ClockLine, DocumentLine, PieceLine, RequestLine, RequestsQuery, RequestsView};
pub use simulation::{FileDifference, RuleMove, SaidLine, SimulationView};
pub use start::{RulebookLine, Settings, StartState, Theme, WorkspaceInfo};
pub use summary::{Count, InputLine, RuleCount, Summary};
