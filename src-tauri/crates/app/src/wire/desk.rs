//! The desk: what waits, what is due, how far the office is.

use serde::Serialize;
use ts_rs::TS;

/// The desk.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DeskView {
    /// What waits for somebody; only what there is.
    pub tasks: Vec<DeskTask>,
    /// Six weeks from the Monday of the week judged.
    pub days: Vec<AgendaDay>,
    /// The next close of a window, at or after the instant judged.
    pub next_close: Option<NextClose>,
    /// How far the files are.
    pub funnel: Funnel,
    /// The states of the files by programme, the most numerous first; the last without a value stands for all the others.
    pub programmes: Vec<ProgrammeStates>,
}

/// Something that waits for somebody.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DeskTask {
    /// What.
    pub task: DeskTaskName,
    /// How many.
    pub count: u32,
    /// By how many more or fewer than before, when that is known.
    pub change: Option<i32>,
    /// Since when, in words.
    pub since: Option<String>,
    /// Rules whose findings these are.
    pub codes: Vec<String>,
}

/// What waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeskTaskName {
    /// Blocked files.
    Blocked,
    /// Certificates that are there, and to be confirmed.
    Certificates,
    /// Waivers whose facts changed.
    Waivers,
    /// Requests whose time ends within a week.
    Requests,
    /// An import under way.
    Import,
}

/// One day of the calendar.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AgendaDay {
    /// `yyyy-mm-dd`.
    pub day: String,
    /// The day of the month.
    pub number: u8,
    /// The date in the language's form.
    pub label: String,
    /// Whether it is the day judged.
    pub today: bool,
    /// Whether the office is closed.
    pub closed: bool,
    /// Windows that can be used.
    pub open: u32,
    /// What happens.
    pub marks: Vec<AgendaMark>,
}

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgendaMarkKind {
    /// Windows open.
    Opens,
    /// Windows close.
    Closes,
    /// Windows close the day after.
    Tomorrow,
    /// Windows close three days later.
    InThreeDays,
}

/// Something that happens on a day.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AgendaMark {
    /// What.
    pub kind: AgendaMarkKind,
    /// At what hours; empty for whole days.
    pub times: String,
    /// Whom the windows are for.
    pub windows: Vec<String>,
    /// Their levels; none when they are for the levels without a window of their own.
    pub levels: Vec<String>,
    /// The closes, as a filter of findings wants them.
    pub deadlines: Vec<String>,
    /// Findings that name one of them.
    pub findings: u32,
}

/// The next close.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NextClose {
    /// When, in the language's form.
    pub at: String,
    /// Whole days left; 0 on the day itself.
    pub days: u32,
}

/// How far the files are; cancelled ones are not counted after the first step.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Funnel {
    /// Files imported.
    pub imported: u32,
    /// Files that lack neither a document nor a fact.
    pub complete: u32,
    /// Files against whose validation nothing stands.
    pub ready: u32,
}

/// The states of the files of a programme.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProgrammeStates {
    /// The programme as a filter wants it; empty for files without one, nothing for all the others together.
    pub value: Option<String>,
    /// The same in words.
    pub label: String,
    /// Files in each state, in the order of states.
    pub counts: Vec<u32>,
}
