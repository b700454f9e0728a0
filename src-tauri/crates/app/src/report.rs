//! The validation report, of an office judged in memory or of a workspace.

use crate::check::Checked;
use crate::entries::{EntryLine, Said};
use crate::failure::AppError;
use crate::pseudonyms::{LEAST, Pseudonyms};
use crate::watch::Watch;
use guichet_model::{FileKey, Instant, Language, Message, Office, Problem, Registration};
use guichet_report::{
    Decided, DeskDecision, Input, JournalHead, Report, ReportFile, RuleLine, WaivedFinding, write_while,
};
use guichet_rules::{FileVerdict, RULES, Rulebook};

/// One judged file of a report.
pub(crate) struct Judged<'a> {
    pub(crate) registration: &'a Registration,
    /// What counts of it.
    pub(crate) verdict: &'a FileVerdict,
    /// What was waived.
    pub(crate) waived: Vec<WaivedFinding<'a>>,
}

/// What a report is made from besides the judged files.
pub(crate) struct Setting<'a> {
    pub(crate) workspace: Option<&'a str>,
    pub(crate) journal: Option<JournalHead<'a>>,
    pub(crate) rulebook: &'a Rulebook,
    pub(crate) as_of: Instant,
    pub(crate) inputs: Vec<Input<'a>>,
    pub(crate) problems: &'a [Problem],
    /// What was entered at the desk, as far as it is shown.
    pub(crate) entries: &'a [EntryLine],
    /// Whether notes are not shown.
    pub(crate) notes_left_out: bool,
    /// In the place of names and identifiers; the findings are already without.
    pub(crate) pseudonyms: Option<&'a Pseudonyms>,
}

/// The report of an office judged in memory, as the bytes of an xlsx workbook.
///
/// # Errors
/// [`AppError::Report`] when the system refuses the temporary files it needs.
pub fn of_check(
    checked: &Checked,
    rulebook: &Rulebook,
    as_of: Instant,
    language: Language,
) -> Result<Vec<u8>, AppError> {
    let inputs = checked.readings.iter().flat_map(|reading| {
        reading.sheets.iter().map(|reading| Input {
            file: &reading.sheet.file,
            sha256: &reading.sheet.sha256,
            sheet: &reading.sheet.name,
            kind: reading.sheet.kind,
            rows: u64::try_from(checked.rows_of(&reading.sheet)).unwrap_or(u64::MAX),
        })
    });
    let setting = Setting {
        workspace: None,
        journal: None,
        rulebook,
        as_of,
        inputs: inputs.collect(),
        problems: &checked.problems,
        entries: &[],
        notes_left_out: false,
        pseudonyms: None,
    };
    let judged = checked.verdicts.iter().filter_map(|verdict| {
        Some(Judged { registration: checked.registration(verdict)?, verdict, waived: Vec::new() })
    });
    assemble(&setting, &checked.office, judged, language, &Watch::nobody())
}

/// The report of judged files of an office.
pub(crate) fn assemble<'a>(
    setting: &Setting<'a>,
    office: &'a Office,
    judged: impl Iterator<Item = Judged<'a>>,
    language: Language,
    watch: &Watch<'_>,
) -> Result<Vec<u8>, AppError> {
    let layers: Vec<String> = setting.rulebook.layers().iter().rev().map(|layer| layer.id.clone()).collect();
    let report = Report {
        workspace: setting.workspace,
        journal: setting.journal,
        rulebook: guichet_report::Rulebook {
            id: setting.rulebook.id(),
            layers: &layers,
            sha256: setting.rulebook.sha256(),
        },
        as_of: setting.as_of,
        application_version: env!("CARGO_PKG_VERSION"),
        inputs: setting.inputs.clone(),
        files: judged.filter_map(|judged| report_file(office, setting.rulebook, setting.pseudonyms, judged)).collect(),
        problems: setting.problems,
        rules: rule_lines(setting.rulebook),
        decisions: setting.entries.iter().map(decision).collect(),
        notes_left_out: setting.notes_left_out,
        mask_below: setting.pseudonyms.map(|_| LEAST),
    };
    watch.begin("app-progress-writing");
    Ok(write_while(&report, language, &|done, total| watch.step(done, total).is_ok())?)
}

/// An entry as it is listed.
fn decision(entry: &EntryLine) -> DeskDecision<'_> {
    let decided = match &entry.said {
        Said::Derogation { state, by, on, reference } => {
            Decided::Derogation { state: *state, by: by.as_deref(), on: *on, reference: reference.as_deref() }
        }
        Said::Document { piece, state, reason, until } => {
            Decided::Document { piece: piece.as_deref(), state: *state, reason: reason.as_deref(), until: *until }
        }
        Said::Note(text) => Decided::Note(text),
    };
    DeskDecision {
        key: entry.key.clone(),
        academic_year: entry.academic_year,
        level: entry.level,
        programme_code: entry.programme_code.as_deref(),
        decided,
        who: &entry.who,
        at: entry.at,
    }
}

/// One judged file as it is listed.
pub(crate) fn report_file<'a>(
    office: &'a Office,
    rulebook: &Rulebook,
    pseudonyms: Option<&Pseudonyms>,
    judged: Judged<'a>,
) -> Option<ReportFile<'a>> {
    let registration = judged.registration;
    let person = office.person(registration.person)?;
    let (identity, named) = (&person.identity, pseudonyms.is_none());
    Some(ReportFile {
        key: pseudonyms.map_or_else(|| FileKey::from(identity), |pseudonyms| pseudonyms.file_key(person)),
        use_name: identity.use_name.as_deref().filter(|_| named),
        academic_year: registration.academic_year.or_else(|| rulebook.academic_year()),
        level: registration.level,
        programme_code: registration.programme_code.as_deref(),
        programme: registration.programme.as_deref().or(registration.discipline.as_deref()),
        component: registration.component.as_deref(),
        registered_at: registration.registered_at,
        registered_day_only: registration.registered_day_only,
        cvec_number: registration.cvec_number.as_ref().filter(|_| named),
        state: judged.verdict.state,
        findings: &judged.verdict.findings,
        waived: judged.waived,
    })
}

/// Every rule, with the words of the rulebook it rests on.
pub(crate) fn rule_lines(rulebook: &Rulebook) -> Vec<RuleLine<'static>> {
    RULES
        .iter()
        .map(|rule| RuleLine {
            code: rule.code,
            slug: rule.slug,
            severity: rule.severity,
            summary: Message::new(format!("{}-title", rule.code)),
            authorities: rulebook.citations(rule.keys),
        })
        .collect()
}
