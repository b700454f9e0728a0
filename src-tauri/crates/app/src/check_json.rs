//! The JSON of `check`: an outward contract, changed only by adding.

use crate::check::Checked;
use guichet_model::{
    Authority, Catalogue, CellAddress, Coded as _, DocumentState, Evidence, FileKey, FileState, Finding, Ine, Instant,
    KeyCheck, Language, Level, Outcome, Problem, RequestKind, Severity, instant_text,
};
use guichet_rules::{Dossier, FileVerdict, PieceStatus, Rulebook, dossiers};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// The whole answer.
#[derive(Serialize)]
pub struct CheckJson<'a> {
    schema: u8,
    rulebook: RulebookJson<'a>,
    as_of: String,
    inputs: Vec<InputJson<'a>>,
    summary: SummaryJson<'a>,
    problems: Vec<ProblemJson<'a>>,
    files: Files<'a>,
    requests: Requests<'a>,
}

/// The requests, each shaped only when it is written.
struct Requests<'a> {
    checked: &'a Checked,
    book: &'a Rulebook,
    as_of: Instant,
    language: Language,
}

impl Serialize for Requests<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let found = dossiers(&self.checked.office, self.book, self.as_of);
        serializer.collect_seq(found.iter().map(|dossier| request_json(dossier, self.language)))
    }
}

/// The files, each shaped only when it is written: a large office's would fill the memory.
struct Files<'a> {
    checked: &'a Checked,
    book: &'a Rulebook,
    language: Language,
}

impl Serialize for Files<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shape = |verdict| file(self.checked, self.book, verdict, self.language);
        serializer.collect_seq(self.checked.verdicts.iter().filter_map(shape))
    }
}

#[derive(Serialize)]
struct RulebookJson<'a> {
    id: &'a str,
    layers: Vec<&'a str>,
    sha256: &'a str,
}

#[derive(Serialize)]
struct InputJson<'a> {
    file: &'a str,
    sha256: &'a str,
    sheets: Vec<SheetJson<'a>>,
}

#[derive(Serialize)]
struct SheetJson<'a> {
    name: &'a str,
    kind: &'a str,
    header_row: u32,
    rows: usize,
    columns: Vec<ColumnJson<'a>>,
}

#[derive(Serialize)]
struct ColumnJson<'a> {
    cell: String,
    header: &'a str,
    field: Option<&'a str>,
}

#[derive(Default, Serialize)]
struct SummaryJson<'a> {
    files: usize,
    ready: usize,
    to_check: usize,
    blocked: usize,
    cancelled: usize,
    by_code: BTreeMap<&'a str, usize>,
    /// Keys of identifiers that no offline computation can verify.
    ine_keys_not_verifiable: usize,
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    file: &'a str,
    sheet: Option<&'a str>,
    cell: Option<&'a str>,
    code: &'a str,
    message: String,
}

#[derive(Serialize)]
struct FileJson<'a> {
    key: FileKey,
    registration: RegistrationJson<'a>,
    state: FileState,
    findings: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct RequestJson<'a> {
    key: FileKey,
    kind: Option<&'a str>,
    level: Option<&'a str>,
    year: Option<String>,
    requested_at: Option<String>,
    state: Option<&'a str>,
    units: Vec<&'a str>,
    clock: Option<ClockJson>,
    pieces: Vec<PieceJson<'a>>,
    attached: bool,
}

#[derive(Serialize)]
struct ClockJson {
    state: &'static str,
    until: Option<String>,
}

#[derive(Serialize)]
struct PieceJson<'a> {
    key: &'a str,
    piece: &'a str,
    year: Option<String>,
    state: &'static str,
    documents: Vec<DocumentJson<'a>>,
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    kind: Option<&'a str>,
    state: Option<&'a str>,
}

#[derive(Serialize)]
struct RegistrationJson<'a> {
    academic_year: Option<String>,
    level: Option<&'a str>,
    programme_code: Option<&'a str>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    code: &'a str,
    slug: &'a str,
    severity: Severity,
    outcome: Outcome,
    message: String,
    why: String,
    remedy: String,
    evidence: Vec<EvidenceJson<'a>>,
    authority: Option<AuthorityJson<'a>>,
    /// The other entries read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    further_authorities: Vec<AuthorityJson<'a>>,
}

#[derive(Serialize)]
struct EvidenceJson<'a> {
    field: &'a str,
    file: &'a str,
    sheet: &'a str,
    cell: Option<String>,
    header: Option<&'a str>,
    raw: Option<&'a str>,
    value: Option<&'a str>,
}

#[derive(Serialize)]
struct AuthorityJson<'a> {
    rulebook: &'a str,
    key: &'a str,
    document: &'a str,
    heading: &'a str,
    quote: &'a str,
    status: &'a str,
    note: Option<&'a str>,
}

/// Shapes an answer, its sentences in a language.
#[must_use]
pub fn check_json<'a>(checked: &'a Checked, book: &'a Rulebook, as_of: Instant, language: Language) -> CheckJson<'a> {
    CheckJson {
        schema: 1,
        rulebook: RulebookJson {
            id: book.id(),
            layers: book.layers().iter().rev().map(|layer| layer.id.as_str()).collect(),
            sha256: book.sha256(),
        },
        as_of: instant_text(as_of),
        inputs: checked.readings.iter().map(|reading| input(checked, reading)).collect(),
        summary: summary(checked),
        problems: checked.problems.iter().map(|problem| problem_json(problem, language)).collect(),
        files: Files { checked, book, language },
        requests: Requests { checked, book, as_of, language },
    }
}

fn input<'a>(checked: &'a Checked, reading: &'a guichet_intake::FileReading) -> InputJson<'a> {
    let sheets = reading.sheets.iter().map(|reading| {
        let sheet = &reading.sheet;
        let columns = sheet.columns.iter().map(|column| ColumnJson {
            cell: CellAddress { row: sheet.header_row, column: column.column }.to_string(),
            header: &column.header,
            field: column.field.map(|field| field.as_str()),
        });
        SheetJson {
            name: &sheet.name,
            kind: sheet.kind.as_str(),
            header_row: sheet.header_row + 1,
            rows: checked.rows_of(sheet),
            columns: columns.collect(),
        }
    });
    InputJson { file: &reading.file, sha256: &reading.sha256, sheets: sheets.collect() }
}

fn summary(checked: &Checked) -> SummaryJson<'static> {
    let mut summary = SummaryJson { files: checked.verdicts.len(), ..SummaryJson::default() };
    let persons = checked.office.registrations.iter().filter_map(|file| checked.office.person(file.person));
    let inexact = |ine: &&Ine| ine.key() == Some(KeyCheck::NotVerifiable);
    summary.ine_keys_not_verifiable = persons.filter_map(|person| person.identity.ine.as_ref()).filter(inexact).count();
    for verdict in &checked.verdicts {
        match verdict.state {
            FileState::Ready => summary.ready += 1,
            FileState::ToCheck => summary.to_check += 1,
            FileState::Blocked => summary.blocked += 1,
            FileState::Cancelled => summary.cancelled += 1,
        }
        for finding in &verdict.findings {
            if let Some(rule) = guichet_rules::rule(&finding.code) {
                *summary.by_code.entry(rule.code).or_default() += 1;
            }
        }
    }
    summary
}

fn problem_json(problem: &Problem, language: Language) -> ProblemJson<'_> {
    ProblemJson {
        file: &problem.file,
        sheet: problem.sheet.as_deref(),
        cell: problem.cell.as_deref(),
        code: problem.code.as_str(),
        message: Catalogue::shared().render(language, &problem.message),
    }
}

fn file<'a>(
    checked: &'a Checked,
    book: &Rulebook,
    verdict: &'a FileVerdict,
    language: Language,
) -> Option<FileJson<'a>> {
    let registration = checked.registration(verdict)?;
    let person = checked.office.person(registration.person)?;
    let year = registration.academic_year.or_else(|| book.academic_year());
    Some(FileJson {
        key: FileKey::from(&person.identity),
        registration: RegistrationJson {
            academic_year: year.map(|year| year.to_string()),
            level: registration.level.map(|level| level.as_str()),
            programme_code: registration.programme_code.as_deref(),
        },
        state: verdict.state,
        findings: verdict.findings.iter().map(|finding| finding_json(finding, language)).collect(),
    })
}

fn request_json<'a>(dossier: &'a Dossier<'_>, language: Language) -> RequestJson<'a> {
    let moment = |(at, day_only): (Instant, bool)| if day_only { at.date().to_string() } else { instant_text(at) };
    RequestJson {
        key: FileKey::from(&dossier.person.identity),
        kind: dossier.kind.map(RequestKind::as_str),
        level: dossier.level.map(Level::as_str),
        year: dossier.academic_year.map(|year| year.to_string()),
        requested_at: dossier.requested_at.map(moment),
        state: dossier.state.as_str(),
        units: dossier.units.clone(),
        clock: dossier
            .clock
            .as_ref()
            .map(|clock| ClockJson { state: clock.state.as_str(), until: clock.until.map(instant_text) }),
        pieces: dossier.pieces.iter().map(|piece| piece_json(piece, language)).collect(),
        attached: dossier.attached.is_ok(),
    }
}

fn piece_json<'a>(status: &'a PieceStatus<'_>, language: Language) -> PieceJson<'a> {
    let documents = status.documents.iter().map(|document| DocumentJson {
        kind: document.kind.as_deref(),
        state: document.state.map(DocumentState::as_str),
    });
    PieceJson {
        key: &status.piece.key,
        piece: status.piece.title(language),
        year: status.year.map(|year| year.to_string()),
        state: status.as_str(),
        documents: documents.collect(),
    }
}

fn finding_json(finding: &Finding, language: Language) -> FindingJson<'_> {
    let say = |message| Catalogue::shared().render(language, message);
    let mut authorities = finding.authorities.iter().map(|authority| authority_json(authority, language));
    FindingJson {
        code: &finding.code,
        slug: &finding.slug,
        severity: finding.severity,
        outcome: finding.outcome,
        message: say(&finding.message),
        why: say(&finding.why),
        remedy: say(&finding.remedy),
        evidence: finding.evidence.iter().map(evidence_json).collect(),
        authority: authorities.next(),
        further_authorities: authorities.collect(),
    }
}

fn evidence_json(evidence: &Evidence) -> EvidenceJson<'_> {
    EvidenceJson {
        field: evidence.field.as_str(),
        file: &evidence.sheet.file,
        sheet: &evidence.sheet.name,
        cell: evidence.cell(),
        header: evidence.header(),
        raw: evidence.raw.as_deref(),
        value: evidence.value.as_deref(),
    }
}

fn authority_json(authority: &Authority, language: Language) -> AuthorityJson<'_> {
    AuthorityJson {
        rulebook: &authority.rulebook,
        key: &authority.key,
        document: &authority.document,
        heading: &authority.heading,
        quote: &authority.quote,
        status: authority.status.as_str(),
        note: authority.note.as_ref().map(|note| note.in_language(language)),
    }
}
