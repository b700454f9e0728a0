use super::{Fact, joined};
use crate::sql_values::{Columns, amount, code, date, instant, level, text, year};
use guichet_model::{
    AuditorFacts, Coded as _, ConcordanceFacts, Field, Level, PersonId, Request, RequestKind, SourceRow, TypedRow,
};
use rusqlite::types::Value;
use std::sync::Arc;

impl Fact for Request {
    const TABLE: &'static str = "request";
    const COLUMNS: &'static str = "kind, academic_year, level, requested_at, requested_day_only, channel, state, \
        decided_at, decided_by, decision_reference, units, unit_level, semester, capacity, unit_nature, refund_amount, \
        proposal_received_at, contested_at, waived_at, waiver_written, waiver_withdrawn, exams_start_on, degree_held, \
        dispensation_granted, professional_experience, language_master, semester_reorientation, \
        teacher_agreement, site_signature, attendance";
    const KEY: &'static str = "concat_ws(char(31), coalesce(kind, ''), coalesce(academic_year, ''), coalesce(level, ''), \
        coalesce(requested_at, ''), coalesce(units, ''), coalesce(semester, ''))";
    const FIELDS: &'static [Field] = &[
        Field::RequestKind,
        Field::AcademicYear,
        Field::RequestLevel,
        Field::RequestedAt,
        Field::RequestedAt,
        Field::RequestChannel,
        Field::RequestState,
        Field::DecidedAt,
        Field::DecidedBy,
        Field::DecisionReference,
        Field::Units,
        Field::UnitLevel,
        Field::Semester,
        Field::UnitsCapacity,
        Field::UnitNature,
        Field::RefundAmount,
        Field::ProposalReceivedAt,
        Field::ContestedAt,
        Field::WaivedAt,
        Field::WaiverWritten,
        Field::WaiverWithdrawn,
        Field::ExamsStartOn,
        Field::DegreeHeld,
        Field::DispensationGranted,
        Field::ProfessionalExperience,
        Field::LanguageMaster,
        Field::SemesterReorientation,
        Field::TeacherAgreement,
        Field::SiteSignature,
        Field::Attendance,
    ];

    fn of_row(_id: i64, person: PersonId, row: &TypedRow) -> Self {
        Self::from_row(person, row)
    }

    fn key(&self) -> String {
        let year = self.academic_year.map(|year| year.start().to_string());
        let requested_at = self.requested_at.map(guichet_model::instant_text);
        let (kind, level) = (self.kind.map(RequestKind::as_str), self.level.map(Level::as_str));
        let (units, semester) = (self.units.as_deref(), self.semester.as_deref());
        joined([kind, year.as_deref(), level, requested_at.as_deref(), units, semester])
    }

    fn values(&self) -> Vec<Value> {
        let mut values = vec![
            code(self.kind),
            year(self.academic_year),
            level(self.level),
            instant(self.requested_at),
            Value::Integer(i64::from(self.requested_day_only)),
            code(self.channel),
            code(self.state),
            date(self.decided_at),
            text(self.decided_by.as_deref()),
            text(self.decision_reference.as_deref()),
            text(self.units.as_deref()),
            level(self.unit_level),
            text(self.semester.as_deref()),
            text(self.capacity.as_deref()),
            code(self.unit_nature),
            amount(self.refund_amount),
        ];
        values.extend(concordance_values(&self.concordance));
        values.extend([
            self.auditor.teacher_agreement.into(),
            self.auditor.site_signature.into(),
            code(self.auditor.attendance),
        ]);
        values
    }

    fn read(
        _id: i64,
        person: PersonId,
        source: Arc<SourceRow>,
        columns: &mut Columns<'_, '_>,
    ) -> rusqlite::Result<Self> {
        Ok(Self {
            person,
            kind: columns.code()?,
            academic_year: columns.value()?,
            level: columns.value()?,
            requested_at: columns.value()?,
            requested_day_only: columns.plain()?,
            channel: columns.code()?,
            state: columns.code()?,
            decided_at: columns.value()?,
            decided_by: columns.plain()?,
            decision_reference: columns.plain()?,
            units: columns.plain()?,
            unit_level: columns.value()?,
            semester: columns.plain()?,
            capacity: columns.plain()?,
            unit_nature: columns.code()?,
            refund_amount: columns.value()?,
            concordance: read_concordance(columns)?,
            auditor: AuditorFacts {
                teacher_agreement: columns.plain()?,
                site_signature: columns.plain()?,
                attendance: columns.code()?,
            },
            source,
        })
    }
}

fn concordance_values(facts: &ConcordanceFacts) -> [Value; 11] {
    [
        date(facts.proposal_received_at),
        date(facts.contested_at),
        date(facts.waived_at),
        facts.waiver_written.into(),
        facts.waiver_withdrawn.into(),
        date(facts.exams_start_on),
        facts.degree_held.into(),
        facts.dispensation_granted.into(),
        facts.professional_experience.into(),
        facts.language_master.into(),
        facts.semester_reorientation.into(),
    ]
}

fn read_concordance(columns: &mut Columns<'_, '_>) -> rusqlite::Result<ConcordanceFacts> {
    Ok(ConcordanceFacts {
        proposal_received_at: columns.value()?,
        contested_at: columns.value()?,
        waived_at: columns.value()?,
        waiver_written: columns.plain()?,
        waiver_withdrawn: columns.plain()?,
        exams_start_on: columns.value()?,
        degree_held: columns.plain()?,
        dispensation_granted: columns.plain()?,
        professional_experience: columns.plain()?,
        language_master: columns.plain()?,
        semester_reorientation: columns.plain()?,
    })
}
