use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! fields {
    ($($(#[$meta:meta])* $name:ident = $text:literal),* $(,)?) => {
        /// A fact an office's column can carry.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Field { $($(#[$meta])* $name),* }

        impl Field {
            /// Every field.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The canonical name, as in the outward contract.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            /// The field of which this is a part: the key of an identifier goes with the identifier.
            #[must_use]
            pub fn whole(self) -> Self {
                if self == Self::IneKey { Self::Ine } else { self }
            }

            /// Whether it says who a person is, rather than something of one of the person's rows.
            #[must_use]
            pub fn is_identity(self) -> bool {
                IDENTITY.contains(&self.whole())
            }

            /// The field of this exact canonical name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|field| field.as_str() == name)
            }
        }
    };
}

fields! {
    /// Student number of the institution (text).
    StudentNumber = "student_number",
    /// National student identifier, or its first part when the key is in a column of its own (text).
    Ine = "ine",
    /// The key of the identifier, when in a column of its own (text).
    IneKey = "ine_key",
    /// The code by which the office's own program names a person in all its extracts (text).
    PersonCode = "person_code",
    /// Birth name (text).
    BirthName = "birth_name",
    /// Name in use (text).
    UseName = "use_name",
    /// First given name (text).
    GivenName = "given_name",
    /// Birth date.
    BirthDate = "birth_date",
    /// Electronic mail address (text).
    Email = "email",
    /// Telephone number (text).
    Phone = "phone",
    /// Nationality (text).
    Nationality = "nationality",
    /// Academic year.
    AcademicYear = "academic_year",
    /// Level of study.
    Level = "level",
    /// Code of the programme (text).
    ProgrammeCode = "programme_code",
    /// Label of the programme (text).
    Programme = "programme",
    /// Field of study, the French "mention" (text).
    Discipline = "field",
    /// Faculty or institute (text).
    Component = "component",
    /// Site (text).
    Site = "site",
    /// Institution (text).
    Institution = "institution",
    /// Regime of registration.
    Regime = "regime",
    /// Exchange programme.
    Exchange = "exchange",
    /// Way in.
    Route = "route",
    /// When the offer was accepted (instant).
    OfferAcceptedAt = "offer_accepted_at",
    /// When the student registered (instant).
    RegisteredAt = "registered_at",
    /// Online or at the office.
    Channel = "channel",
    /// Result of the year before.
    PreviousResult = "previous_result",
    /// Scholarship.
    Scholarship = "scholarship",
    /// Other ground of exemption.
    ExemptionGround = "exemption_ground",
    /// Number of the Cvec certificate (text).
    CvecNumber = "cvec_number",
    /// Academic year of the certificate.
    CvecYear = "cvec_year",
    /// When the certificate was issued (instant).
    CvecIssuedAt = "cvec_issued_at",
    /// Payment or exemption.
    CvecMode = "cvec_mode",
    /// Fee due (amount).
    FeeDue = "fee_due",
    /// Fee paid (amount).
    FeePaid = "fee_paid",
    /// When the fee was paid (date).
    FeePaidAt = "fee_paid_at",
    /// Where the registration stands.
    RegistrationState = "registration_state",
    /// Whether the year was a gap year (boolean).
    GapYear = "gap_year",
    /// Whether a past year was proven (boolean).
    Proof = "proof",
    /// Kind of a supporting document (text).
    DocumentKind = "document_kind",
    /// State of a supporting document.
    DocumentState = "document_state",
    /// Reason of a rejection (text).
    DocumentReason = "document_reason",
    /// Last day a document is valid (date).
    DocumentExpiry = "document_expiry",
    /// Kind of a request.
    RequestKind = "request_kind",
    /// When the request was received (instant).
    RequestedAt = "requested_at",
    /// How the request was received.
    RequestChannel = "request_channel",
    /// Decision on the request.
    RequestState = "request_state",
    /// Level the request is for.
    RequestLevel = "request_level",
    /// Teaching units (text).
    Units = "units",
    /// Level of a unit.
    UnitLevel = "unit_level",
    /// Semester (text).
    Semester = "semester",
    /// Capacity of a unit (text).
    UnitsCapacity = "units_capacity",
    /// Control state of a certificate (text).
    ControlState = "control_state",
    /// When a certificate was controlled (date).
    ControlledAt = "controlled_at",
    /// Whether it is the person's main registration of the year (boolean).
    MainRegistration = "main_registration",
    /// Whether the fee is paid in instalments (boolean).
    PaymentPlan = "payment_plan",
    /// When a request was decided (date).
    DecidedAt = "decided_at",
    /// Who decided a request (text).
    DecidedBy = "decided_by",
    /// Reference of the decision (text).
    DecisionReference = "decision_reference",
    /// When the student received the proposal of a concordance (date).
    ProposalReceivedAt = "proposal_received_at",
    /// When the student contested a concordance (date).
    ContestedAt = "contested_at",
    /// When the student gave up a concordance (date).
    WaivedAt = "waived_at",
    /// Whether giving it up was told in writing (boolean).
    WaiverWritten = "waiver_written",
    /// Whether the student took back having given it up (boolean).
    WaiverWithdrawn = "waiver_withdrawn",
    /// First day of the exams (date).
    ExamsStartOn = "exams_start_on",
    /// Whether the person already holds a degree (boolean).
    DegreeHeld = "degree_held",
    /// Whether the commission already granted a dispensation (boolean).
    DispensationGranted = "dispensation_granted",
    /// Whether professional experience is claimed (boolean).
    ProfessionalExperience = "professional_experience",
    /// Nature of a unit.
    UnitNature = "unit_nature",
    /// Whether the person holds the first or second year of a language master (boolean).
    LanguageMaster = "language_master",
    /// Whether the request follows a reorientation between two semesters (boolean).
    SemesterReorientation = "semester_reorientation",
    /// Whether the unit's teacher agrees (boolean).
    TeacherAgreement = "teacher_agreement",
    /// Whether the site's delegate signed (boolean).
    SiteSignature = "site_signature",
    /// What an auditor is entered for.
    Attendance = "attendance",
    /// Money given back (amount).
    RefundAmount = "refund_amount",
}

/// The fields of an identity.
const IDENTITY: [Field; 9] = [
    Field::StudentNumber,
    Field::Ine,
    Field::BirthName,
    Field::UseName,
    Field::GivenName,
    Field::BirthDate,
    Field::Email,
    Field::Phone,
    Field::Nationality,
];

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What one row of a sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetKind {
    /// One registration of one person.
    Roster,
    /// One past registration.
    History,
    /// One Cvec certificate.
    Certificates,
    /// One supporting document.
    Documents,
    /// One request.
    Requests,
    /// One control result.
    CvecStates,
}

impl SheetKind {
    /// Every kind, in the order in which kinds are applied.
    pub const ALL: &'static [Self] =
        &[Self::Roster, Self::History, Self::Certificates, Self::Documents, Self::Requests, Self::CvecStates];

    /// The canonical name, as in the outward contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Roster => "roster",
            Self::History => "history",
            Self::Certificates => "certificates",
            Self::Documents => "documents",
            Self::Requests => "requests",
            Self::CvecStates => "cvec-states",
        }
    }

    /// The fields that tell what one row is about from others of the same person.
    #[must_use]
    pub fn key_fields(self) -> &'static [Field] {
        match self {
            Self::Roster => &[Field::AcademicYear, Field::Level, Field::ProgrammeCode],
            Self::History => &[Field::AcademicYear, Field::Level, Field::Institution, Field::Discipline],
            Self::Certificates => &[Field::CvecNumber],
            Self::Documents => &[Field::DocumentKind, Field::AcademicYear, Field::ProgrammeCode],
            Self::Requests => &[
                Field::RequestKind,
                Field::AcademicYear,
                Field::RequestLevel,
                Field::RequestedAt,
                Field::Units,
                Field::Semester,
            ],
            Self::CvecStates => &[],
        }
    }

    /// The kind of this exact canonical name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }
}

/// Where a cell lies, counted from zero; shown as a spreadsheet shows it (`D17`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CellAddress {
    /// Row, the first being 0.
    pub row: u32,
    /// Column, `A` being 0.
    pub column: u16,
}

impl CellAddress {
    /// Columns of the largest grid. A column numbered from here on was joined from another file: it has no letters, and
    /// its cells no address but their row's.
    pub const FIRST_JOINED: u16 = 16_384;

    /// The letters of a column: 0 is `A`, 27 is `AB`.
    #[must_use]
    pub fn column_letters(column: u16) -> String {
        if column >= Self::FIRST_JOINED {
            return String::new();
        }
        let mut letters = Vec::new();
        let mut rest = u32::from(column) + 1;
        while rest > 0 {
            letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
            rest = (rest - 1) / 26;
        }
        letters.iter().rev().collect()
    }
}

impl fmt::Display for CellAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", Self::column_letters(self.column), u64::from(self.row) + 1)
    }
}

/// One column of a recognised sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceColumn {
    /// Column, `A` being 0.
    pub column: u16,
    /// The header's text as written.
    pub header: String,
    /// The field it was recognised as; an unknown column is kept as raw text.
    pub field: Option<Field>,
}

/// One recognised sheet of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceSheet {
    /// The file's name, without its folder.
    pub file: String,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal; of what was entered by hand, behind [`BY_HAND`].
    pub sha256: String,
    /// The sheet's name; for a CSV file, the file's name without its ending.
    pub name: String,
    /// What one row is.
    pub kind: SheetKind,
    /// Row of the headers, the first of the sheet being 0.
    pub header_row: u32,
    /// The columns that have a header, from left to right.
    pub columns: Vec<SourceColumn>,
}

/// Begins the fingerprint of a sheet that no file holds: what somebody entered by hand.
pub const BY_HAND: &str = "hand:";

impl SourceSheet {
    /// Whether somebody entered it by hand: it is no extract, so it does not say what an extract holds.
    #[must_use]
    pub fn is_by_hand(&self) -> bool {
        self.sha256.starts_with(BY_HAND)
    }

    /// The columns recognised as this field (a code and its label are two).
    pub fn columns_of(&self, field: Field) -> impl Iterator<Item = &SourceColumn> {
        self.columns.iter().filter(move |column| column.field == Some(field))
    }

    /// Whether the sheet has a column for this field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.columns_of(field).next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::{CellAddress, Field, SheetKind};

    #[test]
    fn addresses_read_as_in_a_spreadsheet() {
        let show = |row, column| CellAddress { row, column }.to_string();
        assert_eq!(show(16, 3), "D17");
        assert_eq!(show(0, 25), "Z1");
        assert_eq!(show(0, 26), "AA1");
        assert_eq!(show(1_048_575, 16_383), "XFD1048576");
        assert_eq!(show(11, CellAddress::FIRST_JOINED), "12", "of another file: only the row is this one's");
    }

    #[test]
    fn names_round_trip() {
        for field in Field::ALL {
            assert_eq!(Field::from_name(field.as_str()), Some(*field));
        }
        for kind in SheetKind::ALL {
            assert_eq!(SheetKind::from_name(kind.as_str()), Some(*kind));
        }
    }
}
