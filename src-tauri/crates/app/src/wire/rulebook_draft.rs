//! The rulebooks of the office: editions, and those being written.

use super::{AuthorityLine, SimulationView};
use guichet_model::CitationStatus;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The rulebooks one can judge by, and those being written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RulebookShelf {
    /// The editions, the shipped ones first.
    pub editions: Vec<EditionLine>,
    /// Those being written, the one changed last first.
    pub drafts: Vec<DraftLine>,
}

/// A rulebook one can judge by.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EditionLine {
    /// Stable id.
    pub id: String,
    /// Title, with the edition when it is not the first.
    pub title: String,
    /// The academic year it is for.
    pub academic_year: Option<String>,
    /// The number of its edition.
    pub edition: u32,
    /// Whether the files are judged by it.
    pub in_force: bool,
    /// When and by whom it was published, in words; nothing when Guichet came with it.
    pub published: Option<String>,
}

/// A rulebook being written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftLine {
    /// Its number.
    #[ts(type = "number")]
    pub draft: i64,
    /// Title.
    pub title: String,
    /// The title of the rulebook it was made from; its id when that is gone.
    pub base: String,
    /// The academic year it is for.
    pub academic_year: Option<String>,
    /// The id it will be published under.
    pub id: String,
    /// The number of the edition it will be.
    pub edition: u32,
    /// Entries that say something else than the rulebook it was made from.
    pub changed: u32,
    /// Entries of its own that are not fixed.
    pub open: u32,
    /// Entries of its own whose source is to be confirmed.
    pub to_confirm: u32,
    /// When and by whom it was changed last, in words.
    pub kept: String,
}

/// A rulebook being written, entry by entry.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftView {
    /// What the list says of it.
    pub line: DraftLine,
    /// Title in French.
    pub title_fr: String,
    /// Title in English.
    pub title_en: String,
    /// Its entries, those of the layers below included, by part then key.
    pub entries: Vec<DraftEntry>,
    /// The titles of the documents it cites.
    pub documents: Vec<String>,
    /// The entries that may be added, by kind.
    pub addable: Vec<AddableEntry>,
}

/// An entry that a rulebook being written does not have yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AddableEntry {
    /// Its kind.
    #[ts(type = "EntryForm[\"kind\"]")]
    pub kind: String,
    /// The key it will have.
    pub key: String,
    /// What it is called.
    pub name: String,
}

/// An entry of a rulebook being written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftEntry {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// The part of the rulebook it is shown in, in words.
    pub part: String,
    /// What it says, in words; nothing when it is not fixed, or left out.
    pub said: Option<String>,
    /// Against the rulebook the draft was made from.
    pub change: EntryChange,
    /// Whether it is of the draft and says that no source gives it.
    pub open: bool,
    /// How sure its source is.
    #[ts(type = "\"verified\" | \"single_source\" | \"to_confirm\"")]
    pub status: CitationStatus,
    /// The same in words.
    pub status_label: String,
    /// Whether some rule reads it.
    pub read: bool,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryChange {
    /// It says the same.
    Same,
    /// It says something else, or from another source.
    Changed,
    /// The rulebook it was made from has none.
    Added,
    /// It is left out.
    Removed,
    /// It is of a layer below.
    Below,
}

/// An entry to be changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EntryView {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// What it says in words; nothing when it is not fixed, or not there.
    pub said: Option<String>,
    /// What became of it.
    pub change: EntryChange,
    /// Whether it can be changed here: values always, other entries when they are of the draft.
    pub editable: bool,
    /// Whether it can be left out.
    pub removable: bool,
    /// What the rulebook the draft was made from says, in words.
    pub former: Option<String>,
    /// The words that rests on.
    pub former_authority: Option<AuthorityLine>,
    /// What it says, to be changed.
    pub form: EntryForm,
    /// Its source, to be changed.
    pub cite: CiteForm,
    /// What the value of its key must be.
    pub shape: ValueShape,
    /// What can be chosen.
    pub choices: EntryChoices,
}

/// What the value of a key must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ValueShape {
    /// An amount, typed in euros.
    Amount,
    /// A whole number.
    Number,
    /// One word.
    Word,
    /// One of the choices.
    OneOf,
    /// A list of words, one a line.
    Words,
    /// A day of any year, `mm-dd`.
    Day,
    /// A date or an instant.
    Moment,
    /// A part of a whole, such as `1/3`.
    Share,
}

/// What can be chosen in an entry.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct EntryChoices {
    /// For a value: the words known under its key.
    pub words: Vec<CodeChoice>,
    /// Levels.
    pub levels: Vec<CodeChoice>,
    /// Routes.
    pub routes: Vec<CodeChoice>,
    /// Results of the year before.
    pub results: Vec<CodeChoice>,
    /// Regimes.
    pub regimes: Vec<CodeChoice>,
    /// Scholarships.
    pub scholarships: Vec<CodeChoice>,
    /// Grounds of exemption.
    pub grounds: Vec<CodeChoice>,
}

/// One choice.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CodeChoice {
    /// Its canonical name.
    pub value: String,
    /// The same in words.
    pub label: String,
}

/// The source of an entry.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CiteForm {
    /// Title of the document.
    pub document: String,
    /// Where in it.
    pub heading: String,
    /// Its words.
    pub quote: String,
    /// How sure.
    #[ts(type = "\"verified\" | \"single_source\" | \"to_confirm\"")]
    pub status: CitationStatus,
    /// A remark in French; empty without one.
    pub note_fr: String,
    /// The same in English.
    pub note_en: String,
}

/// What an entry says, as a rulebook file writes it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EntryForm {
    /// A value.
    Value(ValueForm),
    /// A registration window.
    Window(WindowForm),
    /// Days on which the office is closed.
    Closure(ClosureForm),
    /// A later close under a condition.
    Extension(ExtensionForm),
    /// A limit on repeated registrations.
    Limit(LimitForm),
    /// A document that a file must hold.
    Piece(PieceForm),
}

/// A value, as it is typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ValueForm {
    /// Whether no source gives it.
    pub unset: bool,
    /// The value: one text, or one a line.
    pub text: String,
}

/// A registration window.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct WindowForm {
    /// Levels; none means that it serves a level and a route without a window of their own.
    pub levels: Vec<String>,
    /// Routes; none means every one.
    pub routes: Vec<String>,
    /// Results of the year before; none means every one.
    pub results: Vec<String>,
    /// The days of acceptance it is for.
    pub accepted: Option<CohortForm>,
    /// Its spans; none when no source gives a date.
    pub intervals: Vec<IntervalForm>,
    /// Whether it has none.
    pub no_date: bool,
    /// Whether it decides; otherwise it is quoted where it differs.
    pub decides: bool,
}

impl Default for WindowForm {
    fn default() -> Self {
        let (levels, routes, results, intervals) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { levels, routes, results, accepted: None, intervals, no_date: false, decides: true }
    }
}

/// Who accepted an offer between two days.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CohortForm {
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
}

/// A span of a window: dates, or instants.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct IntervalForm {
    /// First minute; nothing when the source gives no opening.
    pub opens: Option<String>,
    /// Last minute.
    pub closes: String,
}

/// Days on which the office is closed, both included.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ClosureForm {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// A later close for those who meet a condition.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct ExtensionForm {
    /// Levels.
    pub levels: Vec<String>,
    /// Last minute.
    pub closes: String,
}

/// A limit on the registrations held in a set of levels.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct LimitForm {
    /// The levels counted together.
    pub levels: Vec<String>,
    /// How many need no derogation.
    pub most: u32,
    /// The field it is restricted to.
    pub discipline: Option<String>,
}

/// A document that a file must hold.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PieceForm {
    /// What it belongs to: `registration`, or a kind of request.
    pub of: String,
    /// Levels; none means every one.
    pub levels: Vec<String>,
    /// Regimes; none means every one.
    pub regimes: Vec<String>,
    /// Routes; none means every one.
    pub routes: Vec<String>,
    /// Scholarships; none means every one.
    pub scholarships: Vec<String>,
    /// Grounds of exemption; none means every one.
    pub grounds: Vec<String>,
    /// For which years: `campaign`, `each_declared`, `requested`; nothing for any.
    pub years: Option<String>,
    /// What it is called.
    pub title: TitleForm,
    /// The names by which a document is recognised.
    pub names: Vec<String>,
    /// Names that count only when they are the whole kind.
    pub exact: Vec<String>,
    /// Words that make a document another one.
    pub unless: Vec<String>,
}

/// A title in both languages.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct TitleForm {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

/// What publishing would change.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PublishPreview {
    /// Names exactly what would be published.
    pub fingerprint: String,
    /// What the files would be judged.
    pub simulation: SimulationView,
}
