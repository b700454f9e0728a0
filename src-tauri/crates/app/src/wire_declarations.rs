//! The TypeScript declarations of [`crate::wire`], as committed in `ui/src/host/wire.ts`.

use crate::wire;
use std::path::Path;
use ts_rs::{Config, TS};

macro_rules! declarations {
    ($($name:ident),* $(,)?) => {
        fn declarations() -> String {
            let config = Config::default();
            let mut text = "// Generated from src-tauri/crates/app/src/wire. Do not edit.\n".to_owned();
            $(text.push_str(&format!("\nexport {}\n", <wire::$name as TS>::decl(&config)));)*
            text
        }
    };
}

declarations!(
    Theme,
    Density,
    Settings,
    StartState,
    WorkspaceInfo,
    HelpLine,
    AboutView,
    LicenceLine,
    RulebookLine,
    Count,
    RuleCount,
    AccountLine,
    LockView,
    PassphraseView,
    ProtectionView,
    RecoverySheet,
    Summary,
    InputLine,
    DeskView,
    DeskTask,
    DeskTaskName,
    AgendaDay,
    AgendaMark,
    AgendaMarkKind,
    NextClose,
    Funnel,
    ProgrammeStates,
    ImportView,
    ImportStep,
    StepName,
    ImportFile,
    EncodingChoice,
    ImportSheet,
    SheetQuestion,
    ImportConstant,
    ImportColumn,
    ColumnConfidence,
    DateOrderName,
    DateSample,
    FieldChoice,
    ImportValue,
    RawRow,
    MappingLine,
    ImportDone,
    ImportPlan,
    PlanCounts,
    PlanTab,
    TabName,
    PlanRow,
    PlanChange,
    RowPlace,
    Candidate,
    CandidateFact,
    ProblemLine,
    ImportAnswer,
    TablePlace,
    PersonChoice,
    HistoryLine,
    Undoable,
    UndoDone,
    BackupLine,
    BackupsView,
    RestoreView,
    PurgeAsked,
    PurgeChoices,
    PurgeYear,
    PurgeView,
    PurgeCountLine,
    MentionLine,
    PurgeDone,
    RescueView,
    Salvage,
    SortColumn,
    FilesQuery,
    FilesBy,
    FilesView,
    FurtherColumn,
    FilesPage,
    ListColumn,
    SavedView,
    ListSettings,
    FileRow,
    FindingsBy,
    FindingsQuery,
    FindingsView,
    FindingGroup,
    FindingRow,
    FactLine,
    CellPlace,
    EvidenceLine,
    AuthorityLine,
    FindingDetail,
    QuietRule,
    RecordLine,
    FilesSelection,
    FindingsRange,
    WaiverGrounds,
    WaiverEffect,
    StateMove,
    WaiverState,
    WaiverLine,
    ThenNow,
    NoteLine,
    SelectionChange,
    SelectionView,
    DeskEntry,
    DeskEffect,
    DeskMark,
    FileDetail,
    RequestsQuery,
    RequestSort,
    RequestsView,
    RequestLine,
    ClockLine,
    PieceLine,
    DocumentLine,
    SheetExtract,
    ExtractColumn,
    ExtractRow,
    RuleLine,
    RulePage,
    PageBlock,
    RuleParameter,
    RulebookWindows,
    WindowLine,
    CitedSaying,
    WindowInterval,
    WindowState,
    EntryDifference,
    RulebookShelf,
    EditionLine,
    DraftLine,
    DraftView,
    DraftEntry,
    AddableEntry,
    EntryChange,
    EntryView,
    ValueShape,
    EntryChoices,
    CodeChoice,
    CiteForm,
    EntryForm,
    ValueForm,
    WindowForm,
    CohortForm,
    IntervalForm,
    ClosureForm,
    ExtensionForm,
    LimitForm,
    PieceForm,
    TitleForm,
    PublishPreview,
    SimulationView,
    RuleMove,
    FileDifference,
    SaidLine,
    Exported,
    Corrections,
    Saved,
    Progress,
    Failure,
);

/// With `GUICHET_WRITE=1` (`cargo xtask gen`) writes the file, else refuses a difference.
#[test]
fn the_committed_declarations_are_those_of_the_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/host/wire.ts");
    let wanted = declarations();
    if std::env::var_os("GUICHET_WRITE").is_some() {
        std::fs::write(&path, &wanted).expect("wire.ts is written");
    }
    let committed = std::fs::read_to_string(&path).expect("wire.ts is read");
    assert_eq!(committed, wanted, "run `cargo xtask gen`");
}

#[test]
fn every_shape_is_declared() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/wire");
    let files = std::fs::read_dir(folder).expect("listed").map(|entry| entry.expect("an entry").path());
    let source: String = files.map(|file| std::fs::read_to_string(file).expect("read")).collect();
    let names = source.lines().filter_map(|line| line.strip_prefix("pub struct ").or(line.strip_prefix("pub enum ")));
    for name in names {
        let name = name.trim_end_matches([' ', '{']);
        assert!(declarations().contains(&format!("export type {name} ")), "{name} is not declared");
    }
}
