//! The nouns of the schooling office, and where each value was read.
//!
//! Nothing here opens a file, reads a clock, looks at the environment or draws a random number: every
//! function is a pure function of its arguments. Nothing here knows a rule, a date limit or an amount.

mod academic_year;
mod assembly;
mod by_hand;
mod cause;
mod cents;
mod codes;
mod cvec;
mod document;
mod file;
mod finding;
mod fold;
mod groups;
mod ine;
mod instant;
mod joining;
mod level;
mod likeness;
mod matching;
mod merging;
mod office;
mod problem;
mod profile;
mod recognition;
mod remarks;
mod repeats;
mod request;
mod reunion;
mod row;
mod shape;
mod source;
mod source_row;
mod telling;
mod text;
mod waiver;

pub use academic_year::AcademicYear;
pub use cause::cause_of;
pub use cents::Cents;
pub use codes::{
    Attendance, Channel, Coded, CvecMode, DocumentState, Exchange, ExemptionGround, PreviousResult, Regime,
    RegistrationState, RequestChannel, RequestKind, RequestState, Route, Scholarship, UnitNature, WaiverReason,
};
pub use cvec::CvecNumber;
pub use document::Document;
pub use file::{
    Certificate, ControlResult, Identity, PastRegistration, Person, PersonId, Registration, RegistrationId,
};
pub use finding::{Authority, CitationStatus, Evidence, FileState, Finding, Note, Outcome, Severity};
pub use fold::{fold, fold_words};
pub use ine::{Ine, IneForm, KeyCheck};
pub use instant::{Instant, cut_to_minute, instant_text, parse_instant};
pub use joining::{JoinRow, Joined, join_rows};
pub use level::{Cycle, Level};
pub use likeness::{Candidate, Difference, Likeness, NAMED_CANDIDATES};
pub use matching::{Match, PersonIndex, PersonKey};
pub use merging::{Contradiction, MergedIdentity, MergedRow};
pub use office::{FileKey, Office, OfficeFacts};
pub use problem::{Problem, ProblemCode};
pub use recognition::Recognition;
pub use remarks::{Remark, shared_numbers};
pub use repeats::Twice;
pub use request::{AuditorFacts, ConcordanceFacts, Request};
pub use reunion::Reunion;
pub use row::{FieldValue, TypedRow};
pub use shape::FieldShape;
pub use source::{BY_HAND, CellAddress, Field, SheetKind, SourceColumn, SourceSheet};
pub use source_row::{OtherRow, SourceCell, SourceRow};
pub use telling::{bare_family_name, date_forms, phone_forms, without_zeros};
pub use text::{Arg, Catalogue, Language, Message};
pub use waiver::{FileNote, MOST_WORDS, Waiver};
