//! Everything about one student file, each fact with its cell.

use super::files::row_in_words;
use super::{note, requests, waivers};
use crate::app::App;
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::wire::{FactLine, FileDetail, QuietRule, RecordLine};
use crate::words;
use guichet_model::{
    Certificate, ConcordanceFacts, Field, Finding, Level, PastRegistration, Person, Registration, RegistrationId,
    Request, SourceRow,
};
use guichet_rules::{RULES, dossiers_of};
use serde::Deserialize;
use time::Date;

#[derive(Deserialize)]
pub(crate) struct DetailArguments {
    id: i64,
}

/// Everything about one file.
pub(crate) fn file_detail(app: &App, args: DetailArguments) -> Result<FileDetail, AppError> {
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    let veil = Veil::of(desk, language);
    let id = RegistrationId(args.id);
    let row = desk.workspace.rows(&[id])?.into_iter().next().ok_or(AppError::Gone("file"))?;
    let facts = desk.workspace.file(id)?.ok_or(AppError::Gone("file"))?;
    let verdict = desk.seen.verdict(id).ok_or(AppError::Gone("file"))?;
    let (findings, quiet) = (verdict.findings, desk.seen.quiet_rules(id));
    let dossiers = dossiers_of(&desk.seen.office, &desk.seen.rulebook, desk.seen.as_of, facts.person.id);
    let requests = dossiers.iter().map(|dossier| requests::line(veil, &desk.workspace, dossier));
    Ok(FileDetail {
        row: row_in_words(language, row),
        facts: own_facts(veil, &facts.person, &facts.registration),
        fees: fee_facts(veil, &facts.registration),
        findings: findings.iter().map(|finding| words::finding(language, &veil.finding(finding))).collect(),
        waivers: waivers::of_file(desk, language, id),
        note: desk.workspace.note(id)?.map(|note| note::line(language, veil.text(note.text.clone()), &note)),
        quiet: quiet_lines(veil, &quiet, &findings),
        certificates: facts.certificates.iter().map(|record| certificate(veil, record)).collect(),
        history: facts.history.iter().map(|record| past(veil, record)).collect(),
        dossiers: requests.collect::<Result<_, _>>()?,
        documents: desk
            .seen
            .office
            .documents_of(facts.person.id)
            .map(|document| requests::document_line(veil, document))
            .collect(),
    })
}

/// Rules that passed or are not concerned, by code; what was found is told apart.
fn quiet_lines(veil: Veil, quiet: &[guichet_rules::QuietRule], findings: &[Finding]) -> Vec<QuietRule> {
    let found = |code: &str| findings.iter().any(|finding| finding.code == code);
    let line = |quiet: &guichet_rules::QuietRule| QuietRule {
        code: quiet.code.to_owned(),
        title: words::title(veil.language(), quiet.code),
        passed: quiet.not_concerned.is_none(),
        reason: quiet.not_concerned.as_ref().map(|reason| words::say(veil.language(), &veil.message(reason))),
    };
    let rules = RULES.iter().filter(|rule| !found(rule.code));
    rules.filter_map(|rule| quiet.iter().find(|quiet| quiet.code == rule.code)).map(line).collect()
}

/// Facts being gathered from one row.
struct Facts<'a> {
    veil: Veil,
    source: &'a SourceRow,
    lines: Vec<FactLine>,
}

impl<'a> Facts<'a> {
    fn of(veil: Veil, source: &'a SourceRow) -> Self {
        Self { veil, source, lines: Vec::new() }
    }

    /// A fact whose value is understood, else the text as written; left out when the sheet has no such column.
    fn add(&mut self, field: Field, value: String) {
        let raw = self.source.raw(field);
        let Some(raw) = raw else { return };
        let value = if value.is_empty() { raw.into_owned() } else { value };
        let value = self.veil.cell(Some(field), value);
        self.lines.push(words::fact(self.veil.language(), field, value, self.source));
    }

    fn text(&mut self, field: Field, value: Option<&String>) {
        self.add(field, value.cloned().unwrap_or_default());
    }

    fn code<T: guichet_model::Coded>(&mut self, field: Field, list: &str, value: Option<T>) {
        let word = words::code(self.veil.language(), list, value);
        self.add(field, word);
    }

    fn flag(&mut self, field: Field, value: Option<bool>) {
        let word = |flag| words::word(self.veil.language(), if flag { "app-yes" } else { "app-no" });
        let word = value.map(word).unwrap_or_default();
        self.add(field, word);
    }

    fn date(&mut self, field: Field, value: Option<Date>) {
        self.add(field, words::date(self.veil.language(), value));
    }

    fn level(&mut self, field: Field, value: Option<Level>) {
        self.add(field, value.map(|level| level.to_string()).unwrap_or_default());
    }
}

fn own_facts(veil: Veil, person: &Person, registration: &Registration) -> Vec<FactLine> {
    let identity = &person.identity;
    let mut facts = Facts::of(veil, &person.source);
    facts.text(Field::StudentNumber, identity.student_number.as_ref());
    facts.add(Field::Ine, identity.ine.as_ref().map(|ine| ine.as_str().to_owned()).unwrap_or_default());
    facts.text(Field::BirthName, identity.birth_name.as_ref());
    facts.text(Field::UseName, identity.use_name.as_ref());
    facts.text(Field::GivenName, identity.given_name.as_ref());
    facts.add(Field::BirthDate, words::date(veil.language(), identity.birth_date));
    facts.text(Field::Email, identity.email.as_ref());
    facts.text(Field::Phone, identity.phone.as_ref());
    facts.text(Field::Nationality, identity.nationality.as_ref());
    let mut lines = facts.lines;
    lines.extend(registration_facts(veil, registration));
    lines
}

fn registration_facts(veil: Veil, of: &Registration) -> Vec<FactLine> {
    let mut facts = Facts::of(veil, &of.source);
    facts.add(Field::AcademicYear, of.academic_year.map(|year| year.to_string()).unwrap_or_default());
    facts.add(Field::Level, of.level.map(|level| level.to_string()).unwrap_or_default());
    facts.text(Field::ProgrammeCode, of.programme_code.as_ref());
    facts.text(Field::Programme, of.programme.as_ref());
    facts.text(Field::Discipline, of.discipline.as_ref());
    facts.text(Field::Component, of.component.as_ref());
    facts.text(Field::Site, of.site.as_ref());
    facts.text(Field::Institution, of.institution.as_ref());
    facts.code(Field::Regime, "regime", of.regime);
    facts.code(Field::Exchange, "exchange", of.exchange);
    facts.code(Field::Route, "route", of.route);
    facts.add(Field::OfferAcceptedAt, words::instant(veil.language(), of.offer_accepted_at));
    facts.add(Field::RegisteredAt, words::moment(veil.language(), of.registered_at, of.registered_day_only));
    facts.code(Field::Channel, "channel", of.channel);
    facts.code(Field::PreviousResult, "previous-result", of.previous_result);
    facts.code(Field::Scholarship, "scholarship", of.scholarship);
    facts.code(Field::ExemptionGround, "exemption-ground", of.exemption_ground);
    facts.add(Field::CvecNumber, of.cvec_number.as_ref().map(ToString::to_string).unwrap_or_default());
    facts.flag(Field::MainRegistration, of.main);
    facts.code(Field::RegistrationState, "registration-state", of.state);
    facts.lines
}

fn fee_facts(veil: Veil, of: &Registration) -> Vec<FactLine> {
    let mut facts = Facts::of(veil, &of.source);
    facts.add(Field::FeeDue, of.fee_due.map(|fee| fee.to_string()).unwrap_or_default());
    facts.add(Field::FeePaid, of.fee_paid.map(|fee| fee.to_string()).unwrap_or_default());
    facts.flag(Field::PaymentPlan, of.payment_plan);
    facts.add(Field::FeePaidAt, words::date(veil.language(), of.fee_paid_at));
    facts.lines
}

fn certificate(veil: Veil, of: &Certificate) -> RecordLine {
    let mut facts = Facts::of(veil, &of.source);
    facts.add(Field::CvecNumber, of.number.as_ref().map(ToString::to_string).unwrap_or_default());
    facts.add(Field::CvecYear, of.year.map(|year| year.to_string()).unwrap_or_default());
    facts.code(Field::CvecMode, "cvec-mode", of.mode);
    facts.add(Field::CvecIssuedAt, words::instant(veil.language(), of.issued_at));
    facts.text(Field::BirthName, of.identity.birth_name.as_ref());
    facts.text(Field::GivenName, of.identity.given_name.as_ref());
    facts.add(Field::BirthDate, words::date(veil.language(), of.identity.birth_date));
    facts.add(Field::Ine, of.identity.ine.as_ref().map(|ine| ine.as_str().to_owned()).unwrap_or_default());
    RecordLine { facts: facts.lines }
}

fn past(veil: Veil, of: &PastRegistration) -> RecordLine {
    let mut facts = Facts::of(veil, &of.source);
    facts.add(Field::AcademicYear, of.academic_year.map(|year| year.to_string()).unwrap_or_default());
    facts.add(Field::Level, of.level.map(|level| level.to_string()).unwrap_or_default());
    facts.text(Field::Discipline, of.discipline.as_ref());
    facts.text(Field::Institution, of.institution.as_ref());
    facts.code(Field::RegistrationState, "registration-state", of.state);
    facts.code(Field::PreviousResult, "previous-result", of.result);
    facts.flag(Field::GapYear, of.gap_year);
    facts.flag(Field::Proof, of.proof);
    RecordLine { facts: facts.lines }
}

/// One row of a request, fact by fact.
pub(crate) fn request(veil: Veil, of: &Request) -> RecordLine {
    let mut facts = Facts::of(veil, &of.source);
    facts.code(Field::RequestKind, "request-kind", of.kind);
    facts.level(Field::RequestLevel, of.level);
    facts.code(Field::RequestState, "request-state", of.state);
    facts.code(Field::RequestChannel, "request-channel", of.channel);
    facts.add(Field::RequestedAt, words::moment(veil.language(), of.requested_at, of.requested_day_only));
    facts.date(Field::DecidedAt, of.decided_at);
    facts.text(Field::DecidedBy, of.decided_by.as_ref());
    facts.text(Field::DecisionReference, of.decision_reference.as_ref());
    facts.text(Field::Units, of.units.as_ref());
    facts.level(Field::UnitLevel, of.unit_level);
    facts.text(Field::Semester, of.semester.as_ref());
    facts.text(Field::UnitsCapacity, of.capacity.as_ref());
    facts.code(Field::UnitNature, "unit-nature", of.unit_nature);
    concordance_facts(&mut facts, &of.concordance);
    facts.flag(Field::TeacherAgreement, of.auditor.teacher_agreement);
    facts.flag(Field::SiteSignature, of.auditor.site_signature);
    facts.code(Field::Attendance, "attendance", of.auditor.attendance);
    facts.add(Field::RefundAmount, of.refund_amount.map(|amount| amount.to_string()).unwrap_or_default());
    RecordLine { facts: facts.lines }
}

fn concordance_facts(facts: &mut Facts<'_>, of: &ConcordanceFacts) {
    facts.date(Field::ProposalReceivedAt, of.proposal_received_at);
    facts.date(Field::ContestedAt, of.contested_at);
    facts.date(Field::WaivedAt, of.waived_at);
    facts.flag(Field::WaiverWritten, of.waiver_written);
    facts.flag(Field::WaiverWithdrawn, of.waiver_withdrawn);
    facts.date(Field::ExamsStartOn, of.exams_start_on);
    facts.flag(Field::DegreeHeld, of.degree_held);
    facts.flag(Field::DispensationGranted, of.dispensation_granted);
    facts.flag(Field::ProfessionalExperience, of.professional_experience);
    facts.flag(Field::LanguageMaster, of.language_master);
    facts.flag(Field::SemesterReorientation, of.semester_reorientation);
}
