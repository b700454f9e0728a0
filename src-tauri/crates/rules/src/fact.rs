use guichet_model::{
    AcademicYear, Attendance, Cents, Channel, Coded, CvecMode, CvecNumber, DocumentState, Exchange, ExemptionGround,
    Ine, Instant, Level, PreviousResult, Regime, RegistrationState, RequestChannel, RequestKind, RequestState, Route,
    Scholarship, UnitNature,
};
use time::Date;

/// What a cell says of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact<T> {
    /// The sheet has no such column.
    NoColumn,
    /// The cell is empty.
    Empty,
    /// The cell holds something that is not understood, as written.
    NotUnderstood(String),
    /// The value.
    Known(T),
}

impl<T> Fact<T> {
    /// The value, when known.
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            _ => None,
        }
    }

    /// Whether the value may be there and cannot be had: no column, or a cell that is not understood.
    pub fn is_out_of_reach(&self) -> bool {
        matches!(self, Self::NoColumn | Self::NotUnderstood(_))
    }
}

/// How a value reads in evidence, in canonical form.
pub trait Show {
    /// The canonical text.
    fn show(&self) -> String;
}

macro_rules! show_by_display {
    ($($name:ty),*) => { $(impl Show for $name { fn show(&self) -> String { self.to_string() } })* };
}
macro_rules! show_by_name {
    ($($name:ty),*) => { $(impl Show for $name { fn show(&self) -> String { self.as_str().to_owned() } })* };
}

show_by_display!(String, Ine, CvecNumber, AcademicYear, Cents, Date, Level);
show_by_name!(
    Attendance,
    Channel,
    CvecMode,
    DocumentState,
    Exchange,
    ExemptionGround,
    PreviousResult,
    Regime,
    RegistrationState,
    RequestChannel,
    RequestKind,
    RequestState,
    Route,
    Scholarship,
    UnitNature
);

impl Show for bool {
    fn show(&self) -> String {
        if *self { "yes" } else { "no" }.to_owned()
    }
}

impl Show for Instant {
    fn show(&self) -> String {
        let (hour, minute, _) = self.time().as_hms();
        format!("{}T{hour:02}:{minute:02}", self.date())
    }
}
