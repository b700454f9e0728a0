//! What was entered at the desk and stands, as whoever asks may read it.

use crate::desk::Desk;
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::waivers::named;
use guichet_model::{
    AcademicYear, Arg, Coded, DocumentState, FileKey, Instant, Level, Message, PersonId, RegistrationId, RequestState,
};
use guichet_store::{DeskEntry, DeskFact};
use time::Date;

/// Something entered at the desk, with whose it is.
#[derive(Clone)]
pub struct EntryLine {
    /// Names it as long as it stands.
    pub number: String,
    /// Whose it is.
    pub key: FileKey,
    /// The year it is for.
    pub academic_year: Option<AcademicYear>,
    /// The level it is for; nothing for a document.
    pub level: Option<Level>,
    /// The programme it is for.
    pub programme_code: Option<String>,
    /// What was entered.
    pub said: Said,
    /// Who entered it; empty when that is not known.
    pub who: String,
    /// When.
    pub at: Option<Instant>,
    pub(crate) person: PersonId,
}

/// What was entered.
#[derive(Clone)]
pub enum Said {
    /// A derogation.
    Derogation {
        /// Granted or refused.
        state: Option<RequestState>,
        /// Who decided.
        by: Option<String>,
        /// When.
        on: Option<Date>,
        /// The decision's reference.
        reference: Option<String>,
    },
    /// Where a document's check stands.
    Document {
        /// What document.
        piece: Option<String>,
        /// Where its check stands.
        state: Option<DocumentState>,
        /// Why.
        reason: Option<String>,
        /// The last day it is valid.
        until: Option<Date>,
    },
    /// Words about a file.
    Note(String),
}

impl Said {
    /// The name in outward answers.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Derogation { .. } => "derogation",
            Self::Document { .. } => "document",
            Self::Note(_) => "note",
        }
    }
}

/// Everything that stands, in the order in which it was entered.
pub(crate) fn lines(desk: &Desk, veil: Veil) -> Result<Vec<EntryLine>, AppError> {
    let entries = desk.workspace.desk_entries()?;
    Ok(entries.into_iter().filter_map(|entry| line(desk, veil, entry)).collect())
}

fn line(desk: &Desk, veil: Veil, entry: DeskEntry) -> Option<EntryLine> {
    let DeskEntry { number, who, at, fact, .. } = entry;
    let text = |said: Option<String>| said.map(|said| veil.text(said));
    let (person, academic_year, level, programme_code, said) = match fact {
        DeskFact::Derogation(of) => {
            let (by, reference) = (text(of.decided_by), text(of.decision_reference));
            let said = Said::Derogation { state: of.state, by, on: of.decided_at, reference };
            (of.person, of.academic_year, of.level, None, said)
        }
        DeskFact::Document(of) => {
            let (piece, reason) = (text(of.kind), text(of.reason));
            let said = Said::Document { piece, state: of.state, reason, until: of.expiry };
            (of.person, of.academic_year, None, of.programme_code, said)
        }
        DeskFact::Note(file, note) => of_file(desk, file, Said::Note(veil.text(note.text)))?,
    };
    let key = FileKey::from(&desk.seen.office.person(person)?.identity);
    let academic_year = academic_year.or_else(|| desk.seen.rulebook.academic_year());
    Some(EntryLine { number, key, academic_year, level, programme_code, said, who, at, person })
}

type OfFile = (PersonId, Option<AcademicYear>, Option<Level>, Option<String>, Said);

fn of_file(desk: &Desk, file: RegistrationId, said: Said) -> Option<OfFile> {
    let file = desk.seen.office.registration(file)?;
    Some((file.person, file.academic_year, file.level, file.programme_code.clone(), said))
}

impl EntryLine {
    /// What was entered, in one sentence.
    #[must_use]
    pub fn told(&self) -> Message {
        let further = |id: &str, name: &str, value: Option<Arg>| match value {
            Some(value) => Arg::from(Message::new(id.to_owned()).with(name, value)),
            None => Arg::from(""),
        };
        match &self.said {
            Said::Derogation { state, by, on, reference } => Message::new("entry-said-derogation")
                .with("level", self.level.map_or("", Level::as_str))
                .with("state", word("code-request-state", state.map(RequestState::as_str)))
                .with("by", by.as_deref().unwrap_or_default())
                .with("on", further("entry-said-on", "on", on.map(Arg::from)))
                .with("reference", further("entry-said-reference", "reference", reference.as_deref().map(Arg::from))),
            Said::Document { piece, state, reason, until } => Message::new("entry-said-document")
                .with("piece", piece.as_deref().unwrap_or_default())
                .with("state", word("code-document-state", state.map(DocumentState::as_str)))
                .with("reason", further("entry-said-reason", "reason", reason.as_deref().map(Arg::from)))
                .with("until", further("entry-said-until", "until", until.map(Arg::from))),
            Said::Note(text) => Message::new("entry-said-note").with("text", text.as_str()),
        }
    }

    /// Who entered it, and when.
    #[must_use]
    pub fn came(&self) -> Message {
        let at = self.at.map_or_else(|| Arg::from(""), Arg::from);
        Message::new("entry-came").with("who", named(&self.who)).with("at", at)
    }
}

/// The word of a coded value; nothing without one.
fn word(list: &str, value: Option<&str>) -> Arg {
    value.map_or_else(|| Arg::from(""), |value| Message::new(format!("{list}-{}", value.replace('_', "-"))).into())
}
