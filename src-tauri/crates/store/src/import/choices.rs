use super::plan::RowPlace;
use guichet_model::{Difference, Likeness, PersonId};
use std::collections::BTreeMap;

/// What a person decided about a row that could be about several people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// It is about this person of the workspace.
    Person(PersonId),
    /// It is about the person whom another row of the same files makes.
    SameAs(RowPlace),
    /// It is about somebody new.
    New,
    /// It is not to be imported.
    LeaveOut,
}

impl Choice {
    /// The name kept in the journal.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::SameAs(_) => "same-as",
            Self::New => "new",
            Self::LeaveOut => "leave-out",
        }
    }
}

/// The decisions made so far, by row. A decision is followed whatever the row would have become without it, unless it
/// names somebody who is not there: the row then waits for another.
pub type Choices = BTreeMap<RowPlace, Choice>;

/// Somebody an ambiguous row could be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowCandidate {
    /// The choice that takes this person.
    pub choice: Choice,
    /// What speaks for this person.
    pub because: Vec<Likeness>,
    /// What speaks against.
    pub against: Vec<Difference>,
}
