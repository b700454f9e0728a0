use crate::{
    AcademicYear, Attendance, Cents, Field, FieldValue, Instant, Level, PersonId, RequestChannel, RequestKind,
    RequestState, SourceRow, TypedRow, UnitNature,
};
use std::sync::Arc;
use time::Date;

/// One row of a request made to the office. A request for several units may fill several rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Whose it is.
    pub person: PersonId,
    /// Derogation, concordance...
    pub kind: Option<RequestKind>,
    /// The year it is for; without one it is for the campaign's.
    pub academic_year: Option<AcademicYear>,
    /// The level it is for; without one it is for each of the person's registrations.
    pub level: Option<Level>,
    /// When it was received; at midnight when only the day is known.
    pub requested_at: Option<Instant>,
    /// Whether only the day is known.
    pub requested_day_only: bool,
    /// How it was received.
    pub channel: Option<RequestChannel>,
    /// The decision.
    pub state: Option<RequestState>,
    /// When it was decided.
    pub decided_at: Option<Date>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// The decision's reference.
    pub decision_reference: Option<String>,
    /// The units, as written.
    pub units: Option<String>,
    /// The level of the units: of an auditor's, or of those already passed.
    pub unit_level: Option<Level>,
    /// The semester, as written.
    pub semester: Option<String>,
    /// How many auditors the unit takes, as written.
    pub capacity: Option<String>,
    /// What a concordance's unit is.
    pub unit_nature: Option<UnitNature>,
    /// What else a concordance says.
    pub concordance: ConcordanceFacts,
    /// What else an auditor's authorisation says.
    pub auditor: AuditorFacts,
    /// Money given back.
    pub refund_amount: Option<Cents>,
    /// The row it was read from.
    pub source: Arc<SourceRow>,
}

/// What only a concordance says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConcordanceFacts {
    /// When the student received the proposal.
    pub proposal_received_at: Option<Date>,
    /// When the student contested it.
    pub contested_at: Option<Date>,
    /// When the student gave it up.
    pub waived_at: Option<Date>,
    /// Whether that was told in writing.
    pub waiver_written: Option<bool>,
    /// Whether it was taken back.
    pub waiver_withdrawn: Option<bool>,
    /// First day of the exams.
    pub exams_start_on: Option<Date>,
    /// Whether the person already holds a degree.
    pub degree_held: Option<bool>,
    /// Whether the commission already granted a dispensation.
    pub dispensation_granted: Option<bool>,
    /// Whether professional experience is claimed.
    pub professional_experience: Option<bool>,
    /// Whether the person holds the first or second year of a language master.
    pub language_master: Option<bool>,
    /// Whether the request follows a reorientation between two semesters.
    pub semester_reorientation: Option<bool>,
}

/// What only an auditor's authorisation says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditorFacts {
    /// Whether the unit's teacher agrees.
    pub teacher_agreement: Option<bool>,
    /// Whether the site's delegate signed.
    pub site_signature: Option<bool>,
    /// What the auditor is entered for.
    pub attendance: Option<Attendance>,
}

impl Request {
    /// The request a row states.
    #[must_use]
    pub fn from_row(person: PersonId, row: &TypedRow) -> Self {
        let text = |field| row.text(field).map(str::to_owned);
        Self {
            person,
            kind: row.code(Field::RequestKind),
            academic_year: row.year(Field::AcademicYear),
            level: row.level(Field::RequestLevel),
            requested_at: row.instant(Field::RequestedAt),
            requested_day_only: matches!(row.values.get(&Field::RequestedAt), Some(FieldValue::Date(_))),
            channel: row.code(Field::RequestChannel),
            state: row.code(Field::RequestState),
            decided_at: row.date(Field::DecidedAt),
            decided_by: text(Field::DecidedBy),
            decision_reference: text(Field::DecisionReference),
            units: text(Field::Units),
            unit_level: row.level(Field::UnitLevel),
            semester: text(Field::Semester),
            capacity: text(Field::UnitsCapacity),
            unit_nature: row.code(Field::UnitNature),
            concordance: ConcordanceFacts::from_row(row),
            auditor: AuditorFacts::from_row(row),
            refund_amount: row.amount(Field::RefundAmount),
            source: Arc::clone(&row.source),
        }
    }

    /// The units the row names: several may share a cell, set apart by semicolons, bars or new lines. Commas set apart
    /// only codes without spaces, since they also stand inside a unit's name.
    #[must_use]
    pub fn unit_names(&self) -> Vec<&str> {
        let Some(text) = self.units.as_deref() else { return Vec::new() };
        let parts = |separators: &[char]| -> Vec<&str> {
            text.split(|c| separators.contains(&c)).map(str::trim).filter(|part| !part.is_empty()).collect()
        };
        let by_comma = parts(&[';', '|', '\n', ',']);
        let are_codes = by_comma.iter().all(|part| !part.contains(' ') && part.bytes().any(|b| b.is_ascii_digit()));
        if are_codes { by_comma } else { parts(&[';', '|', '\n']) }
    }
}

impl ConcordanceFacts {
    fn from_row(row: &TypedRow) -> Self {
        Self {
            proposal_received_at: row.date(Field::ProposalReceivedAt),
            contested_at: row.date(Field::ContestedAt),
            waived_at: row.date(Field::WaivedAt),
            waiver_written: row.flag(Field::WaiverWritten),
            waiver_withdrawn: row.flag(Field::WaiverWithdrawn),
            exams_start_on: row.date(Field::ExamsStartOn),
            degree_held: row.flag(Field::DegreeHeld),
            dispensation_granted: row.flag(Field::DispensationGranted),
            professional_experience: row.flag(Field::ProfessionalExperience),
            language_master: row.flag(Field::LanguageMaster),
            semester_reorientation: row.flag(Field::SemesterReorientation),
        }
    }
}

impl AuditorFacts {
    fn from_row(row: &TypedRow) -> Self {
        Self {
            teacher_agreement: row.flag(Field::TeacherAgreement),
            site_signature: row.flag(Field::SiteSignature),
            attendance: row.code(Field::Attendance),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Request;
    use crate::{Field, FieldValue, PersonId, SheetKind, SourceSheet, TypedRow};
    use std::collections::BTreeMap;
    use std::sync::Arc;

    fn units(text: &str) -> Vec<String> {
        let sheet = SourceSheet {
            file: "demandes.csv".into(),
            sha256: String::new(),
            name: "demandes".into(),
            kind: SheetKind::Requests,
            header_row: 0,
            columns: Vec::new(),
        };
        let values = BTreeMap::from([(Field::Units, FieldValue::Text(text.to_owned()))]);
        let request = Request::from_row(PersonId(1), &TypedRow::new(&Arc::new(sheet), 1, Vec::new(), values));
        request.unit_names().into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn several_units_share_a_cell_and_a_comma_inside_a_name_stays() {
        assert_eq!(units("UE101 ; UE102|UE103"), ["UE101", "UE102", "UE103"]);
        assert_eq!(units("UE101,UE102"), ["UE101", "UE102"]);
        assert_eq!(units("Langue, littérature et civilisation"), ["Langue, littérature et civilisation"]);
        assert!(units(" ; ").is_empty());
    }
}
