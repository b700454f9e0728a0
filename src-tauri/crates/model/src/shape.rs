use crate::{
    Attendance, Channel, Coded, CvecMode, DocumentState, Exchange, ExemptionGround, Field, PreviousResult, Regime,
    RegistrationState, RequestChannel, RequestKind, RequestState, Route, Scholarship, UnitNature,
};

/// What kind of value a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldShape {
    /// Text kept as written.
    Text,
    /// A calendar date.
    Date,
    /// A civil instant.
    Instant,
    /// An amount.
    Amount,
    /// Yes or no.
    Flag,
    /// A level.
    Level,
    /// An academic year.
    Year,
    /// A value of a closed list: `Field::code` reads it.
    Code,
}

impl Field {
    /// The kind of value this field holds.
    #[must_use]
    pub fn shape(self) -> FieldShape {
        match self {
            Self::BirthDate
            | Self::FeePaidAt
            | Self::DocumentExpiry
            | Self::ControlledAt
            | Self::DecidedAt
            | Self::ProposalReceivedAt
            | Self::ContestedAt
            | Self::WaivedAt
            | Self::ExamsStartOn => FieldShape::Date,
            Self::OfferAcceptedAt | Self::RegisteredAt | Self::CvecIssuedAt | Self::RequestedAt => FieldShape::Instant,
            Self::FeeDue | Self::FeePaid | Self::RefundAmount => FieldShape::Amount,
            Self::GapYear
            | Self::Proof
            | Self::MainRegistration
            | Self::PaymentPlan
            | Self::WaiverWritten
            | Self::WaiverWithdrawn
            | Self::DegreeHeld
            | Self::DispensationGranted
            | Self::ProfessionalExperience
            | Self::LanguageMaster
            | Self::SemesterReorientation
            | Self::TeacherAgreement
            | Self::SiteSignature => FieldShape::Flag,
            Self::Level | Self::RequestLevel | Self::UnitLevel => FieldShape::Level,
            Self::AcademicYear | Self::CvecYear => FieldShape::Year,
            Self::Regime
            | Self::Exchange
            | Self::Route
            | Self::Channel
            | Self::PreviousResult
            | Self::Scholarship
            | Self::ExemptionGround
            | Self::CvecMode
            | Self::RegistrationState
            | Self::DocumentState
            | Self::RequestKind
            | Self::RequestChannel
            | Self::RequestState
            | Self::UnitNature
            | Self::Attendance => FieldShape::Code,
            _ => FieldShape::Text,
        }
    }

    /// The canonical name of the value that a coded field's text stands for; `None` when it is unmapped or the field
    /// is not a coded one.
    #[must_use]
    pub fn code(self, text: &str) -> Option<&'static str> {
        fn name<T: Coded>(text: &str) -> Option<&'static str> {
            T::parse(text).map(Coded::as_str)
        }
        match self {
            Self::Regime => name::<Regime>(text),
            Self::Exchange => name::<Exchange>(text),
            Self::Route => name::<Route>(text),
            Self::Channel => name::<Channel>(text),
            Self::PreviousResult => name::<PreviousResult>(text),
            Self::Scholarship => name::<Scholarship>(text),
            Self::ExemptionGround => name::<ExemptionGround>(text),
            Self::CvecMode => name::<CvecMode>(text),
            Self::RegistrationState => name::<RegistrationState>(text),
            Self::DocumentState => name::<DocumentState>(text),
            Self::RequestKind => name::<RequestKind>(text),
            Self::RequestChannel => name::<RequestChannel>(text),
            Self::RequestState => name::<RequestState>(text),
            Self::UnitNature => name::<UnitNature>(text),
            Self::Attendance => name::<Attendance>(text),
            _ => None,
        }
    }
}
