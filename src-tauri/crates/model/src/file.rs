use crate::matching::number_key;
use crate::profile::first_given;
use crate::{
    AcademicYear, Arg, Cents, Channel, CvecMode, CvecNumber, Exchange, ExemptionGround, Field, FieldValue, Ine,
    Instant, Level, Message, PreviousResult, Regime, RegistrationState, Route, Scholarship, SourceRow, TypedRow, fold,
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use time::Date;

/// A person's row number in a workspace, or its rank in an office held in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub i64);

/// A registration's row number in a workspace, or its rank in an office held in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RegistrationId(pub i64);

/// Who somebody is, as one row says it. Absent values are unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// Student number of the institution.
    pub student_number: Option<String>,
    /// National student identifier.
    pub ine: Option<Ine>,
    /// Birth name.
    pub birth_name: Option<String>,
    /// Name in use.
    pub use_name: Option<String>,
    /// First given name.
    pub given_name: Option<String>,
    /// Birth date.
    pub birth_date: Option<Date>,
    /// Electronic mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Nationality.
    pub nationality: Option<String>,
}

impl Identity {
    /// The identity a row states. An identifier whose key is in a column of its own is joined.
    #[must_use]
    pub fn from_row(row: &TypedRow) -> Self {
        let text = |field| row.text(field).map(str::to_owned);
        let ine = row.text(Field::Ine).map(|base| format!("{base}{}", row.text(Field::IneKey).unwrap_or("")));
        Self {
            student_number: text(Field::StudentNumber),
            ine: ine.as_deref().and_then(Ine::new),
            birth_name: text(Field::BirthName),
            use_name: text(Field::UseName),
            given_name: text(Field::GivenName),
            birth_date: row.date(Field::BirthDate),
            email: text(Field::Email),
            phone: text(Field::Phone),
            nationality: text(Field::Nationality),
        }
    }

    /// The same with what was known before of all that its rows leave as it was.
    #[must_use]
    pub fn keeping(self, known: &Self, source: &SourceRow) -> Self {
        fn said<T: Clone>(source: &SourceRow, field: Field, new: Option<T>, known: &Option<T>) -> Option<T> {
            if source.leaves(field) && known.is_some() { known.clone() } else { new }
        }
        Self {
            student_number: said(source, Field::StudentNumber, self.student_number, &known.student_number),
            ine: said(source, Field::Ine, self.ine, &known.ine),
            birth_name: said(source, Field::BirthName, self.birth_name, &known.birth_name),
            use_name: said(source, Field::UseName, self.use_name, &known.use_name),
            given_name: said(source, Field::GivenName, self.given_name, &known.given_name),
            birth_date: said(source, Field::BirthDate, self.birth_date, &known.birth_date),
            email: said(source, Field::Email, self.email, &known.email),
            phone: said(source, Field::Phone, self.phone, &known.phone),
            nationality: said(source, Field::Nationality, self.nationality, &known.nationality),
        }
    }

    /// Folded birth name, folded first given name and birth date, when all three are known.
    #[must_use]
    pub fn name_key(&self) -> Option<(String, String, Date)> {
        let name = fold(self.birth_name.as_deref()?);
        let given = first_given(self.given_name.as_deref()?);
        (!name.is_empty() && !given.is_empty()).then_some(())?;
        Some((name, given, self.birth_date?))
    }

    /// Who it is, for a sentence: names, birth date and student number, or the Ine alone.
    #[must_use]
    pub fn label(&self) -> Arg {
        let names: Vec<&str> = [&self.birth_name, &self.given_name].into_iter().flatten().map(String::as_str).collect();
        let mut details: Vec<Arg> = self.birth_date.map(Arg::Date).into_iter().collect();
        details.extend(self.student_number.clone().map(Arg::Text));
        if details.is_empty() {
            details.extend(self.ine.as_ref().map(|ine| Arg::from(ine.as_str())));
        }
        match (names.is_empty(), details.is_empty()) {
            (true, _) => Arg::List(details),
            (false, true) => Arg::Text(names.join(" ")),
            (false, false) => {
                Message::new("person-label").with("name", names.join(" ")).with("details", Arg::List(details)).into()
            }
        }
    }

    /// Whether a row with this identity can be attached to a person at all.
    #[must_use]
    pub fn has_key(&self) -> bool {
        let by_ine = self.ine.as_ref().is_some_and(Ine::identifies);
        number_key(self).is_some() || by_ine || self.name_key().is_some()
    }
}

/// One person of the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who it is for the workspace.
    pub id: PersonId,
    /// Who it is, as the roster says it (or, without a roster row, as the first row met says it).
    pub identity: Identity,
    /// The row the identity was read from.
    pub source: Arc<SourceRow>,
}

/// One registration of one person: what a student file is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Which registration it is for the workspace.
    pub id: RegistrationId,
    /// Whose it is.
    pub person: PersonId,
    /// The year it is for; without one it is for the rulebook's.
    pub academic_year: Option<AcademicYear>,
    /// Level.
    pub level: Option<Level>,
    /// Code of the programme.
    pub programme_code: Option<String>,
    /// Label of the programme.
    pub programme: Option<String>,
    /// Field of study (mention).
    pub discipline: Option<String>,
    /// Faculty or institute.
    pub component: Option<String>,
    /// Site.
    pub site: Option<String>,
    /// Institution.
    pub institution: Option<String>,
    /// Regime.
    pub regime: Option<Regime>,
    /// Exchange programme.
    pub exchange: Option<Exchange>,
    /// Way in.
    pub route: Option<Route>,
    /// When the offer was accepted.
    pub offer_accepted_at: Option<Instant>,
    /// When the student registered; at midnight when only the day is known.
    pub registered_at: Option<Instant>,
    /// Whether only the day is known.
    pub registered_day_only: bool,
    /// Online or at the office.
    pub channel: Option<Channel>,
    /// Result of the year before.
    pub previous_result: Option<PreviousResult>,
    /// Scholarship.
    pub scholarship: Option<Scholarship>,
    /// Other ground of exemption.
    pub exemption_ground: Option<ExemptionGround>,
    /// The certificate number the roster carries.
    pub cvec_number: Option<CvecNumber>,
    /// Fee due.
    pub fee_due: Option<Cents>,
    /// Fee paid.
    pub fee_paid: Option<Cents>,
    /// Whether it is said to be paid, or not, without an amount.
    pub fee_settled: Option<bool>,
    /// Whether it is paid in instalments.
    pub payment_plan: Option<bool>,
    /// Whether it is the person's main registration of the year.
    pub main: Option<bool>,
    /// When it was paid.
    pub fee_paid_at: Option<Date>,
    /// Where it stands.
    pub state: Option<RegistrationState>,
    /// The row it was read from.
    pub source: Arc<SourceRow>,
}

impl Registration {
    /// The registration a roster row states.
    #[must_use]
    pub fn from_row(id: RegistrationId, person: PersonId, row: &TypedRow) -> Self {
        let text = |field| row.text(field).map(str::to_owned);
        Self {
            id,
            person,
            academic_year: row.year(Field::AcademicYear),
            level: row.level(Field::Level),
            programme_code: text(Field::ProgrammeCode),
            programme: text(Field::Programme),
            discipline: text(Field::Discipline),
            component: text(Field::Component),
            site: text(Field::Site),
            institution: text(Field::Institution),
            regime: row.code(Field::Regime),
            exchange: row.code(Field::Exchange),
            route: row.code(Field::Route),
            offer_accepted_at: row.instant(Field::OfferAcceptedAt),
            registered_at: row.instant(Field::RegisteredAt),
            registered_day_only: matches!(row.values.get(&Field::RegisteredAt), Some(FieldValue::Date(_))),
            channel: row.code(Field::Channel),
            previous_result: row.code(Field::PreviousResult),
            scholarship: row.code(Field::Scholarship),
            exemption_ground: row.code(Field::ExemptionGround),
            cvec_number: row.text(Field::CvecNumber).and_then(CvecNumber::new),
            fee_due: row.amount(Field::FeeDue),
            fee_paid: row.amount(Field::FeePaid),
            fee_settled: row.flag(Field::FeePaid),
            payment_plan: row.flag(Field::PaymentPlan),
            main: row.flag(Field::MainRegistration),
            fee_paid_at: row.date(Field::FeePaidAt),
            state: row.code(Field::RegistrationState),
            source: Arc::clone(&row.source),
        }
    }

    /// Whether it was cancelled: there is nothing left to validate. One that the student gave up still counts.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.state == Some(RegistrationState::Cancelled)
    }

    /// Whether it still stands: neither cancelled nor given up.
    #[must_use]
    pub fn stands(&self) -> bool {
        !matches!(self.state, Some(RegistrationState::Cancelled | RegistrationState::Resigned))
    }
}

/// One Cvec certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Whose it is taken to be.
    pub person: PersonId,
    /// Its number.
    pub number: Option<CvecNumber>,
    /// Its academic year, when the sheet says it.
    pub year: Option<AcademicYear>,
    /// When it was issued.
    pub issued_at: Option<Instant>,
    /// Payment or exemption.
    pub mode: Option<CvecMode>,
    /// The identity printed on it.
    pub identity: Identity,
    /// The row it was read from.
    pub source: Arc<SourceRow>,
}

impl Certificate {
    /// The certificate a row states.
    #[must_use]
    pub fn from_row(person: PersonId, row: &TypedRow) -> Self {
        Self {
            person,
            number: row.text(Field::CvecNumber).and_then(CvecNumber::new),
            year: row.year(Field::CvecYear),
            issued_at: row.instant(Field::CvecIssuedAt),
            mode: row.code(Field::CvecMode),
            identity: Identity::from_row(row),
            source: Arc::clone(&row.source),
        }
    }
}

/// One registration of a past year, here or elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastRegistration {
    /// Whose it is.
    pub person: PersonId,
    /// Which year.
    pub academic_year: Option<AcademicYear>,
    /// Level, when the row has one that is understood.
    pub level: Option<Level>,
    /// Field of study.
    pub discipline: Option<String>,
    /// Institution.
    pub institution: Option<String>,
    /// Where it ended.
    pub state: Option<RegistrationState>,
    /// Whether the year was a gap year.
    pub gap_year: Option<bool>,
    /// Whether it was proven.
    pub proof: Option<bool>,
    /// How that year ended.
    pub result: Option<PreviousResult>,
    /// The row it was read from.
    pub source: Arc<SourceRow>,
}

impl PastRegistration {
    /// The past registration a row states.
    #[must_use]
    pub fn from_row(person: PersonId, row: &TypedRow) -> Self {
        Self {
            person,
            academic_year: row.year(Field::AcademicYear),
            level: row.level(Field::Level),
            discipline: row.text(Field::Discipline).map(str::to_owned),
            institution: row.text(Field::Institution).map(str::to_owned),
            state: row.code(Field::RegistrationState),
            gap_year: row.flag(Field::GapYear),
            proof: row.flag(Field::Proof),
            result: row.code(Field::PreviousResult),
            source: Arc::clone(&row.source),
        }
    }
}

/// One result of the national control of certificates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlResult {
    /// The number controlled.
    pub number: Option<CvecNumber>,
    /// The state answered, as written.
    pub state: Option<String>,
    /// When it was controlled.
    pub at: Option<Date>,
    /// The row it was read from.
    pub source: Arc<SourceRow>,
}

impl ControlResult {
    /// The result a row states.
    #[must_use]
    pub fn from_row(row: &TypedRow) -> Self {
        Self {
            number: row.text(Field::CvecNumber).and_then(CvecNumber::new),
            state: row.text(Field::ControlState).map(str::to_owned),
            at: row.date(Field::ControlledAt),
            source: Arc::clone(&row.source),
        }
    }
}
