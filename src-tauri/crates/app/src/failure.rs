use crate::protection::passphrase::Weakness;
use crate::wire::Failure;
use guichet_intake::AnswerError;
use guichet_model::{Catalogue, Language, Message, cause_of};
use guichet_rules::RulebookError;
use guichet_rules::rulebook::Fault;
use guichet_store::{Role, StoreError};
use std::path::{Path, PathBuf};
use time::Date;

/// Why a use case could not be done.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The workspace refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The rulebook cannot be used.
    #[error(transparent)]
    Rulebook(#[from] RulebookError),
    /// A rulebook file cannot be used.
    #[error("{path}: {error}")]
    RulebookFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: RulebookError,
    },
    /// An entry of a rulebook being written cannot be what was typed.
    #[error("{key}: {fault:?}")]
    RulebookEntry {
        /// The entry's key.
        key: String,
        /// What is wrong with it.
        fault: Fault,
    },
    /// A rulebook is for no academic year: nothing can be judged by it.
    #[error("the rulebook {id} is for no academic year")]
    RulebookWithoutYear {
        /// Its id.
        id: String,
    },
    /// The same rulebook is there already.
    #[error("the rulebook {id} is there already")]
    RulebookThere {
        /// Its id.
        id: String,
    },
    /// A mapping file cannot be used.
    #[error("{path}: {error}")]
    Mapping {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: guichet_intake::MappingError,
    },
    /// The report could not be assembled.
    #[error(transparent)]
    Report(#[from] guichet_report::ReportError),
    /// A file could not be written or read.
    #[error("{path}: {cause}")]
    File {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        cause: std::io::Error,
    },
    /// Something was to be written in a workspace's folder.
    #[error("{path}: in a workspace's folder")]
    OutInWorkspace {
        /// The place.
        path: PathBuf,
    },
    /// Something was to be written over a file that is read.
    #[error("{path}: one of the files read")]
    OutIsRead {
        /// The place.
        path: PathBuf,
    },
    /// The workspace does not open; what can be done is on the rescue screen.
    #[error("the workspace needs rescue")]
    NeedsRescue,
    /// No workspace is open.
    #[error("no workspace is open")]
    NoWorkspace,
    /// The workspace is locked.
    #[error("the workspace is locked")]
    Shut,
    /// Who has the workspace open may not do that.
    #[error("the role {} is needed", least.as_str())]
    NotAllowed {
        /// The least role that may.
        least: Role,
    },
    /// Too soon after a wrong passphrase.
    #[error("to be tried again in {seconds} s")]
    TooSoon {
        /// Seconds to wait.
        seconds: u64,
    },
    /// A passphrase will not do.
    #[error("the passphrase will not do: {0:?}")]
    Weak(Weakness),
    /// A recovery code holds a typing error.
    #[error("the recovery code is mistyped")]
    CodeMistyped,
    /// The passphrase given to confirm is not one's own.
    #[error("the present passphrase is wrong")]
    NotOwnPassphrase,
    /// What was typed to confirm is not what was asked for.
    #[error("not confirmed: {0} was to be typed")]
    NotConfirmed(String),
    /// A passphrase file holds no passphrase.
    #[error("{path}: no passphrase on the first line")]
    PassphraseFileEmpty {
        /// The file.
        path: PathBuf,
    },
    /// No person of the workspace has this student number.
    #[error("no student {0}")]
    NoSuchStudent(String),
    /// A decision is dated after the day by which files are judged.
    #[error("decided on {on}, after {day}")]
    DecidedLater {
        /// When it was decided, as it was typed.
        on: Date,
        /// The day by which files are judged.
        day: Date,
    },
    /// A waiver would have ended already.
    #[error("until {until}, before {day}")]
    EndPast {
        /// The last day it would hold.
        until: Date,
        /// The day by which files are judged.
        day: Date,
    },
    /// A note without words.
    #[error("a note without words")]
    NoteMissing,
    /// Nothing entered at the desk has this number.
    #[error("no entry {0}")]
    NoSuchEntry(String),
    /// The preview, list or file asked for is not there any more.
    #[error("{0} is not there any more")]
    Gone(&'static str),
    /// An answer cannot be taken.
    #[error(transparent)]
    Answer(#[from] AnswerError),
    /// Another long task is under way.
    #[error("another task is under way")]
    Busy,
    /// A reading was stopped.
    #[error("stopped")]
    Cancelled,
    /// A command has no such arguments, or there is no such command.
    #[error("not a command: {0}")]
    NotACommand(String),
    /// An academic year cannot be one.
    #[error("not an academic year: {0}")]
    NotAYear(String),
    /// An academic year is not finished, or cannot be one.
    #[error("not a finished academic year: {0}")]
    YearNotFinished(String),
    /// No person has this identifier.
    #[error("no person has the identifier {0}")]
    NoSuchPerson(String),
    /// Several persons have this identifier.
    #[error("{count} persons have the identifier {identifier}")]
    SeveralPersons {
        /// The identifier.
        identifier: String,
        /// How many.
        count: usize,
    },
    /// An instant cannot be read.
    #[error("not an instant: {0}")]
    NotAnInstant(String),
    /// The name of a file does not tell how a list is to be written.
    #[error("{path}: neither .xlsx nor .csv")]
    NotAListFile {
        /// The file.
        path: PathBuf,
    },
    /// A workspace has no usable name.
    #[error("a name is needed")]
    NameMissing,
    /// The system gave no random bytes for a key.
    #[error("no random bytes: {0}")]
    NoEntropy(String),
}

impl AppError {
    /// A file that could not be written or read.
    pub(crate) fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        |cause| Self::File { path: path.to_owned(), cause }
    }

    /// Whether a workspace is there that does not open: it can be restored, or saved in part.
    #[must_use]
    pub fn needs_rescue(&self) -> bool {
        let Self::Store(error) = self else { return false };
        matches!(
            error,
            StoreError::Damaged { .. }
                | StoreError::KeyRefused { .. }
                | StoreError::DatabaseMissing { .. }
                | StoreError::NotAWorkspace { .. }
                | StoreError::Behind { .. }
                | StoreError::CutBack { .. }
                | StoreError::JournalAltered { .. }
        )
    }

    /// The stable code the window acts on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(StoreError::PlanOutdated) => "plan-outdated",
            Self::Store(StoreError::DecisionRefused { sentence }) => {
                sentence.strip_prefix("error-store-").unwrap_or(sentence)
            }
            Self::Store(StoreError::Locked { .. }) => "locked",
            Self::Store(StoreError::Cancelled) => "cancelled",
            Self::Store(StoreError::UndoRefused { .. }) => "undo-refused",
            Self::Shut | Self::Store(StoreError::PassphraseNeeded) => "workspace-locked",
            Self::Store(StoreError::PassphraseWrong) => "passphrase-wrong",
            Self::Store(StoreError::AccountNeeded) => "account-needed",
            Self::Store(StoreError::AccountsAltered) => "accounts-altered",
            Self::Store(StoreError::RecoveryWrong) => "recovery-wrong",
            Self::NotAllowed { .. } => "not-allowed",
            Self::TooSoon { .. } => "too-soon",
            Self::Weak(_) => "passphrase-weak",
            Self::CodeMistyped => "recovery-mistyped",
            Self::NotOwnPassphrase => "not-own-passphrase",
            Self::NotConfirmed(_) => "not-confirmed",
            Self::PassphraseFileEmpty { .. } => "passphrase-file",
            Self::Store(_) => "store",
            Self::Rulebook(_) | Self::RulebookFile { .. } | Self::RulebookWithoutYear { .. } => "rulebook",
            Self::RulebookEntry { .. } => "rulebook-entry",
            Self::RulebookThere { .. } => "rulebook-there",
            Self::Mapping { .. } => "mapping",
            Self::Report(_) => "report",
            Self::File { .. } => "file",
            Self::OutInWorkspace { .. } => "out-in-workspace",
            Self::OutIsRead { .. } => "out-is-read",
            Self::NeedsRescue => "damaged",
            Self::NoWorkspace => "no-workspace",
            Self::NoSuchStudent(_) => "no-such-student",
            Self::NoSuchEntry(_) => "no-such-entry",
            Self::DecidedLater { .. } => "decided-later",
            Self::EndPast { .. } => "end-past",
            Self::NoteMissing => "note-missing",
            Self::Gone("view") => "view-gone",
            Self::Gone(_) => "gone",
            Self::Answer(_) => "answer",
            Self::Busy => "busy",
            Self::Cancelled => "cancelled",
            Self::NotACommand(_) => "not-a-command",
            Self::NotAYear(_) => "not-a-year",
            Self::YearNotFinished(_) => "year-not-finished",
            Self::NoSuchPerson(_) => "no-such-person",
            Self::SeveralPersons { .. } => "several-persons",
            Self::NotAnInstant(_) => "not-an-instant",
            Self::NotAListFile { .. } => "not-a-list-file",
            Self::NameMissing => "name-missing",
            Self::NoEntropy(_) => "no-entropy",
        }
    }

    /// The sentence: what happened, what was kept, what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Store(error) => error.message(),
            Self::Rulebook(error) => error.message(),
            Self::RulebookFile { path, error } => Message::new("error-rulebook-file")
                .with("path", path.display().to_string())
                .with("detail", error.message()),
            Self::RulebookEntry { key, fault } => {
                Message::new("error-rulebook-typed").with("key", key.as_str()).with("fault", fault.message())
            }
            Self::RulebookWithoutYear { id } => Message::new("error-rulebook-without-year").with("id", id.as_str()),
            Self::RulebookThere { id } => Message::new("error-rulebook-there").with("id", id.as_str()),
            Self::Mapping { path, error } => Message::new("error-mapping")
                .with("path", path.display().to_string())
                .with("line", error.line)
                .with("detail", error.detail.as_str()),
            Self::Report(error) => error.message(),
            Self::File { path, cause } => {
                Message::new("error-file").with("path", path.display().to_string()).with("detail", cause_of(cause))
            }
            Self::OutInWorkspace { path } => {
                Message::new("error-out-in-workspace").with("path", path.display().to_string())
            }
            Self::OutIsRead { path } => Message::new("error-out-is-read").with("path", path.display().to_string()),
            Self::NeedsRescue => Message::new("error-needs-rescue"),
            Self::NoWorkspace => Message::new("error-no-workspace"),
            Self::Shut => Message::new("error-shut"),
            Self::NotAllowed { least } => Message::new("error-not-allowed").with("role", role(*least)),
            Self::TooSoon { seconds } => {
                Message::new("error-too-soon").with("seconds", i64::try_from(*seconds).unwrap_or(i64::MAX))
            }
            Self::Weak(weakness) => weakness.message(),
            Self::CodeMistyped => Message::new("error-code-mistyped"),
            Self::NotOwnPassphrase => Message::new("error-not-own-passphrase"),
            Self::NotConfirmed(words) => Message::new("error-not-confirmed").with("words", words.as_str()),
            Self::PassphraseFileEmpty { path } => {
                Message::new("error-passphrase-file").with("path", path.display().to_string())
            }
            Self::NoSuchStudent(number) => Message::new("error-no-such-student").with("number", number.as_str()),
            Self::NoSuchEntry(number) => Message::new("error-no-such-entry").with("number", number.as_str()),
            Self::DecidedLater { on, day } => Message::new("error-decided-later").with("on", *on).with("day", *day),
            Self::EndPast { until, day } => Message::new("error-end-past").with("until", *until).with("day", *day),
            Self::NoteMissing => Message::new("error-note-missing"),
            Self::Gone(_) => Message::new("error-gone"),
            Self::Answer(AnswerError::NotAValue) => Message::new("error-answer-not-a-value"),
            Self::Answer(AnswerError::Sensitive) => Message::new("error-answer-sensitive"),
            Self::Answer(AnswerError::NoSuchPlace) => Message::new("error-answer-no-such-place"),
            Self::Busy => Message::new("error-busy"),
            Self::Cancelled => Message::new("error-cancelled"),
            Self::NotACommand(detail) => Message::new("error-not-a-command").with("detail", detail.as_str()),
            Self::NotAYear(text) => Message::new("error-not-a-year").with("value", text.as_str()),
            Self::YearNotFinished(year) => Message::new("error-year-not-finished").with("year", year.as_str()),
            Self::NoSuchPerson(identifier) => {
                Message::new("error-no-such-person").with("identifier", identifier.as_str())
            }
            Self::SeveralPersons { identifier, count } => {
                Message::new("error-several-persons").with("identifier", identifier.as_str()).with("count", *count)
            }
            Self::NotAnInstant(text) => Message::new("error-not-an-instant").with("value", text.as_str()),
            Self::NotAListFile { path } => {
                Message::new("error-not-a-list-file").with("path", path.display().to_string())
            }
            Self::NameMissing => Message::new("error-name-missing"),
            Self::NoEntropy(detail) => Message::new("error-no-entropy").with("detail", detail.as_str()),
        }
    }

    /// What else is to be told, one sentence a thing.
    #[must_use]
    pub fn details(&self) -> Vec<Message> {
        match self {
            Self::Store(StoreError::UndoRefused { depends, .. }) => {
                depends.iter().map(guichet_store::Dependent::message).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The same, worded for the window.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Failure {
        let message = Catalogue::shared().render(language, &self.message());
        Failure { code: self.code().to_owned(), message }
    }
}

/// A role in words.
pub(crate) fn role(role: Role) -> Message {
    Message::new(format!("app-role-{}", role.as_str()))
}
