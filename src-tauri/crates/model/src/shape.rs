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

/// What a function says of the closed list of a coded field; `None` of another field.
macro_rules! of_list {
    ($field:expr, $of:ident($($argument:expr),*)) => {
        match $field {
            Field::Regime => Some($of::<Regime>($($argument),*)),
            Field::Exchange => Some($of::<Exchange>($($argument),*)),
            Field::Route => Some($of::<Route>($($argument),*)),
            Field::Channel => Some($of::<Channel>($($argument),*)),
            Field::PreviousResult => Some($of::<PreviousResult>($($argument),*)),
            Field::Scholarship => Some($of::<Scholarship>($($argument),*)),
            Field::ExemptionGround => Some($of::<ExemptionGround>($($argument),*)),
            Field::CvecMode => Some($of::<CvecMode>($($argument),*)),
            Field::RegistrationState => Some($of::<RegistrationState>($($argument),*)),
            Field::DocumentState => Some($of::<DocumentState>($($argument),*)),
            Field::RequestKind => Some($of::<RequestKind>($($argument),*)),
            Field::RequestChannel => Some($of::<RequestChannel>($($argument),*)),
            Field::RequestState => Some($of::<RequestState>($($argument),*)),
            Field::UnitNature => Some($of::<UnitNature>($($argument),*)),
            Field::Attendance => Some($of::<Attendance>($($argument),*)),
            _ => None,
        }
    };
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
        of_list!(self, name(text)).flatten()
    }

    /// The canonical names of the values a coded field can hold; none of another field.
    #[must_use]
    pub fn codes(self) -> Vec<&'static str> {
        fn names<T: Coded>() -> Vec<&'static str> {
            T::ALL.iter().map(|value| value.as_str()).collect()
        }
        of_list!(self, names()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::FieldShape;
    use crate::Field;

    #[test]
    fn coded_fields_and_no_others_have_a_list_and_read_its_names() {
        for field in Field::ALL {
            let codes = field.codes();
            assert_eq!(codes.is_empty(), field.shape() != FieldShape::Code, "{field}");
            assert!(codes.iter().all(|name| field.code(name) == Some(*name)), "{field}: {codes:?}");
        }
    }
}
