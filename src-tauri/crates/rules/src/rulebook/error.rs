use super::keys::Shape;
use thiserror::Error;

/// Why a rulebook cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RulebookError {
    /// No rulebook has this id.
    #[error("no rulebook has the id {id}")]
    Unknown {
        /// The id asked for.
        id: String,
    },
    /// A layer lies, through others, on itself.
    #[error("the layer {id} lies on itself")]
    Circle {
        /// The layer.
        id: String,
    },
    /// The file is not TOML, or an entry has not the shape it needs.
    #[error("line {line}: {detail}")]
    Form {
        /// Line in the file, the first being 1.
        line: usize,
        /// The reader's own words.
        detail: String,
    },
    /// An entry says something impossible.
    #[error("line {line}, {key}: {fault:?}")]
    Entry {
        /// Line in the file, the first being 1.
        line: usize,
        /// The entry's key.
        key: String,
        /// What is wrong with it.
        fault: Fault,
    },
}

/// What can be wrong with one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The key stands twice.
    Duplicate,
    /// The citation names a document that the file does not list.
    UnknownDocument(String),
    /// Not an instant (`2024-07-01T14:00`) or a date.
    NotAnInstant(String),
    /// Not a level.
    NotALevel(String),
    /// Not a value of this field.
    NotAValue(String),
    /// It closes before it opens.
    ClosesBeforeOpening,
    /// Its intervals overlap or are not in order.
    IntervalsOutOfOrder,
    /// It has no interval.
    NoInterval,
    /// It has no name by which a document is recognised.
    NoName,
    /// Its value is of another kind than the key's.
    WrongShape(String, Shape),
    /// It has neither a value nor `unset = true`, or both.
    ValueOrUnset,
    /// Its citation names no document, no place in it, or neither words nor remark.
    NotCited,
    /// Its key is not written as keys are.
    NotAKey,
}

impl RulebookError {
    /// The sentence's key in the catalogue and its values.
    #[must_use]
    pub fn message(&self) -> guichet_model::Message {
        use guichet_model::Message;
        match self {
            Self::Unknown { id } => Message::new("error-rulebook-unknown").with("id", id.as_str()),
            Self::Circle { id } => Message::new("error-rulebook-circle").with("id", id.as_str()),
            Self::Form { line, detail } => {
                Message::new("error-rulebook-form").with("line", *line).with("detail", detail.as_str())
            }
            Self::Entry { line, key, fault } => Message::new("error-rulebook-entry")
                .with("line", *line)
                .with("key", key.as_str())
                .with("fault", fault.message()),
        }
    }
}

impl Fault {
    /// What is wrong, in words that follow the entry's key.
    #[must_use]
    pub fn message(&self) -> guichet_model::Message {
        use guichet_model::Message;
        match self {
            Self::Duplicate => Message::new("error-rulebook-duplicate"),
            Self::UnknownDocument(name) => Message::new("error-rulebook-document").with("value", name.as_str()),
            Self::NotAnInstant(text) => Message::new("error-rulebook-instant").with("value", text.as_str()),
            Self::NotALevel(text) => Message::new("error-rulebook-level").with("value", text.as_str()),
            Self::NotAValue(text) => Message::new("error-rulebook-value").with("value", text.as_str()),
            Self::ClosesBeforeOpening => Message::new("error-rulebook-closes-first"),
            Self::IntervalsOutOfOrder => Message::new("error-rulebook-order"),
            Self::NoName => Message::new("error-rulebook-no-name"),
            Self::NoInterval => Message::new("error-rulebook-no-interval"),
            Self::WrongShape(value, shape) => {
                Message::new("error-rulebook-shape").with("value", value.as_str()).with("shape", shape.message())
            }
            Self::ValueOrUnset => Message::new("error-rulebook-value-or-unset"),
            Self::NotCited => Message::new("error-rulebook-not-cited"),
            Self::NotAKey => Message::new("error-rulebook-not-a-key"),
        }
    }
}
