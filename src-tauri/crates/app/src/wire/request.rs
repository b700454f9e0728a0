//! Requests as things of their own.

use super::{AuthorityLine, CellPlace, Count, DeskMark, FileRow, RecordLine};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which requests.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RequestsQuery {
    /// Words or number searched in the student's number and names, case and accents ignored.
    pub search: String,
    /// Kinds kept (`derogation`..., `unknown`); none means every one.
    pub kinds: Vec<String>,
    /// States kept (`pending`, `granted`, `refused`, `mixed`, `unknown`); none means every one.
    pub states: Vec<String>,
    /// Only those that belong to a file, or only those that belong to none.
    pub attached: Option<bool>,
    /// In what order.
    pub sort: RequestSort,
    /// Whether that order is reversed.
    pub descending: bool,
    /// Where the page begins.
    pub offset: u32,
}

/// Orders of the list of requests; requests alike are in the order of reception.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum RequestSort {
    /// The first received first.
    #[default]
    Received,
    /// Names.
    Name,
    /// Kinds, in words.
    Kind,
    /// Levels.
    Level,
    /// Decisions, those still to take first.
    State,
    /// Clocks, those that call for an act soonest first.
    Clock,
    /// Those that lack most pieces first.
    Pieces,
}

/// The requests of the office.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RequestsView {
    /// Requests in all.
    pub all: u32,
    /// Requests kept by the query.
    pub total: u32,
    /// Counts by kind, the kind filter left out.
    pub kinds: Vec<Count>,
    /// Counts by state, the state filter left out.
    pub states: Vec<Count>,
    /// How many belong to no file, the attachment filter left out.
    pub unattached: u32,
    /// Where the page begins.
    pub offset: u32,
    /// How many a page holds.
    pub page: u32,
    /// Those of the page, in the order asked for.
    pub requests: Vec<RequestLine>,
}

/// One request, with its rows together.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RequestLine {
    /// Kind (`derogation`..., `unknown`).
    pub kind: String,
    /// The same in words.
    pub kind_label: String,
    /// State (`pending`, `granted`, `refused`, `mixed`, `unknown`).
    pub state: String,
    /// The same in words.
    pub state_label: String,
    /// Student number.
    pub student_number: String,
    /// Birth name.
    pub birth_name: String,
    /// First given name.
    pub given_name: String,
    /// Academic year it is for.
    pub year: String,
    /// Level it is for; empty when it is for each registration.
    pub level: String,
    /// When it was received, in the language's form.
    pub requested_at: String,
    /// How, in words.
    pub channel: String,
    /// When it was decided, in the language's form.
    pub decided_at: String,
    /// Who decided.
    pub decided_by: String,
    /// The decision's reference.
    pub reference: String,
    /// Units it names, as written.
    pub units: Vec<String>,
    /// Files it belongs to.
    pub files: Vec<FileRow>,
    /// Why it belongs to none, in words.
    pub unattached: Option<String>,
    /// Where its time stands.
    pub clock: Option<ClockLine>,
    /// Pieces it must hold.
    pub pieces: Vec<PieceLine>,
    /// Its rows, fact by fact.
    pub records: Vec<RecordLine>,
    /// What was entered at the desk, when that decides it.
    pub desk: Option<DeskMark>,
}

/// Where a request's time stands.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClockLine {
    /// Where (`running`, `deemed-accepted`...).
    pub state: String,
    /// The same in a sentence.
    pub label: String,
    /// The last minute of the time allowed, `yyyy-mm-ddThh:mm:ss`.
    pub until: Option<String>,
    /// The words it rests on.
    pub authority: Option<AuthorityLine>,
}

/// One piece a request must hold.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PieceLine {
    /// Its key in the rulebook.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// The year it proves, when one is asked for each year.
    pub year: Option<String>,
    /// Whether it is held (`held`, `missing`, `unknown`).
    pub state: String,
    /// The same in words.
    pub state_label: String,
    /// The documents that it names.
    pub documents: Vec<DocumentLine>,
}

/// One document.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DocumentLine {
    /// What it is, as written.
    pub kind: String,
    /// Where its check stands (`valid`, `rejected`..., `unknown`).
    pub state: String,
    /// The same in words, or as written when it is not understood.
    pub state_label: String,
    /// Why it was rejected.
    pub reason: String,
    /// The last day it is valid, in the language's form.
    pub expiry: String,
    /// The academic year it is for; empty when it is not said.
    pub year: String,
    /// Code of the programme it is for; empty when it is for every one.
    pub programme_code: String,
    /// Where its state was read.
    pub place: Option<CellPlace>,
    /// What was entered at the desk, when that is what it says.
    pub desk: Option<DeskMark>,
}
