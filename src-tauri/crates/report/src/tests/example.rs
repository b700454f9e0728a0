//! A fictitious office, owned, from which reports borrow.

use crate::{Input, JournalHead, Report, ReportFile, RuleLine, Rulebook};
use guichet_model::{
    AcademicYear, Authority, CellAddress, CitationStatus, CvecNumber, Evidence, Field, FileKey, FileState, Finding,
    Level, Message, Note, Outcome, Problem, ProblemCode, Severity, SheetKind, SourceColumn, SourceSheet,
};
use std::sync::Arc;
use time::macros::datetime;

/// What a report borrows from.
pub(super) struct Example {
    pub(super) layers: Vec<String>,
    pub(super) numbers: Vec<CvecNumber>,
    pub(super) people: Vec<Student>,
    pub(super) problems: Vec<Problem>,
}

/// One fictitious student file.
pub(super) struct Student {
    pub(super) key: FileKey,
    pub(super) level: Option<Level>,
    pub(super) programme: Option<(&'static str, &'static str)>,
    pub(super) component: Option<&'static str>,
    pub(super) state: FileState,
    pub(super) findings: Vec<Finding>,
}

const LEVELS: [Option<Level>; 6] =
    [Some(Level::L1), Some(Level::L2), Some(Level::L3), Some(Level::M1), Some(Level::M2), None];
const PROGRAMMES: [(&str, &str); 4] = [
    ("3LPSY1", "Licence 1 Psychologie"),
    ("3LLEA2", "Licence 2 Langues étrangères appliquées"),
    ("3MHIS1", "Master 1 Histoire, civilisations, patrimoine"),
    ("0042", "Licence 3 Arts plastiques"),
];
const COMPONENTS: [Option<&str>; 4] =
    [Some("Arts, lettres, langues"), Some("Sciences humaines"), Some("SCIENCES HUMAINES"), None];

impl Example {
    /// An office of this many files, always the same.
    pub(super) fn of(files: usize) -> Self {
        Self {
            layers: vec!["national".into(), "univ-exemple-2024-2025".into()],
            numbers: ["MAR4 GBZETK 87", "AIX4 00XYZ1 03"].iter().filter_map(|text| CvecNumber::new(text)).collect(),
            people: (0..files).map(student).collect(),
            problems: vec![problem("roster.xlsx"), problem("=cmd|' /C calc'!A0")],
        }
    }

    pub(super) fn report(&self) -> Report<'_> {
        Report {
            workspace: Some("Scolarité d’exemple 2024-2025"),
            mask_below: None,
            decisions: Vec::new(),
            notes_left_out: false,
            journal: Some(JournalHead { operation: 12, seal: "3f2a-91bc-0d4e-77a1" }),
            rulebook: Rulebook { id: "univ-exemple-2024-2025", layers: &self.layers, sha256: FINGERPRINT },
            as_of: datetime!(2024-09-21 12:00),
            application_version: "0.1.0",
            inputs: inputs(self.people.len()),
            files: self.people.iter().enumerate().map(|(at, student)| self.file(at, student)).collect(),
            problems: &self.problems,
            rules: rules(),
        }
    }

    fn file<'a>(&'a self, at: usize, student: &'a Student) -> ReportFile<'a> {
        ReportFile {
            key: student.key.clone(),
            use_name: at.is_multiple_of(5).then_some("D’Usage"),
            academic_year: AcademicYear::new(2024),
            level: student.level,
            programme_code: student.programme.map(|(code, _)| code),
            programme: student.programme.map(|(_, label)| label),
            component: student.component,
            registered_at: (!at.is_multiple_of(7)).then_some(datetime!(2024-07-19 12:01)),
            registered_day_only: false,
            cvec_number: self.numbers.get(at % 3),
            state: student.state,
            findings: &student.findings,
            waived: Vec::new(),
        }
    }
}

const FINGERPRINT: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

fn inputs(rows: usize) -> Vec<Input<'static>> {
    let rows = u64::try_from(rows).unwrap();
    vec![
        Input { file: "roster.xlsx", sha256: FINGERPRINT, sheet: "Inscriptions", kind: SheetKind::Roster, rows },
        Input { file: "cvec.csv", sha256: FINGERPRINT, sheet: "cvec", kind: SheetKind::Certificates, rows: 12 },
    ]
}

fn student(at: usize) -> Student {
    let findings = match at % 10 {
        0..=4 => Vec::new(),
        5 | 6 => vec![missing_certificate(at)],
        7 => vec![missing_certificate(at), malformed_ine(at)],
        8 => vec![malformed_ine(at)],
        _ => vec![unknown_window(at)],
    };
    Student {
        key: FileKey {
            student_number: Some(format!("{:08}", 2_100_000 + at)),
            ine: Some(format!("{:09}JH", 100_000_000 + at)),
            birth_name: Some(["EXEMPLE", "FICTIF", "SPÉCIMEN", "MODÈLE-TYPE"][at % 4].to_owned()),
            given_name: Some(["Une", "Zoé", "Ève", "Anne-Lise"][at / 4 % 4].to_owned()),
            birth_date: Some(format!("200{}-0{}-1{}", at % 6, at % 9 + 1, at % 9)),
        },
        level: LEVELS[at * 7 / 3 % 6],
        programme: (!at.is_multiple_of(13)).then_some(PROGRAMMES[at % 4]),
        component: COMPONENTS[at % 11 % 4],
        state: FileState::of(at % 50 == 3, &findings),
        findings,
    }
}

fn missing_certificate(at: usize) -> Finding {
    finding("CVC001", "certificate-missing", Severity::Error, Outcome::Flag, "field-cvec-number", at)
}

fn malformed_ine(at: usize) -> Finding {
    finding("IDN002", "ine-malformed", Severity::Warning, Outcome::Flag, "field-ine", at)
}

fn unknown_window(at: usize) -> Finding {
    finding("CAL004", "no-window-defined", Severity::Error, Outcome::CannotTell, "field-registered-at", at)
}

fn finding(code: &str, slug: &str, severity: Severity, outcome: Outcome, subject: &str, at: usize) -> Finding {
    let field = Message::new(subject);
    Finding {
        code: code.to_owned(),
        slug: slug.to_owned(),
        severity,
        outcome,
        blocking: severity == Severity::Error,
        message: Message::new("report-no-column").with("field", field.clone()),
        why: Message::new("report-further").with("field", field).with("raw", format!("{at}")).with(
            "place",
            "les périodes du niveau, du 01/07/2024 14:00 au 19/07/2024 12:00, et l’inscription du dossier",
        ),
        remedy: Message::new("report-error-workbook").with("cause", "—"),
        evidence: vec![
            evidence(Field::CvecNumber, 23, at, Some("")),
            evidence(Field::Level, 3, at, Some("L1 - Psychologie")),
            Evidence { address: None, ..evidence(Field::Exchange, 0, at, None) },
        ],
        authorities: ["levels.L1.windows", "cvec.liability.initial"].map(authority).map(Arc::new).into(),
        deadline: None,
    }
}

fn evidence(field: Field, column: u16, at: usize, raw: Option<&str>) -> Evidence {
    let header = SourceColumn { column, header: field.as_str().to_uppercase(), field: Some(field) };
    let sheet = SourceSheet {
        file: "roster.xlsx".into(),
        sha256: String::new(),
        name: "Inscriptions".into(),
        kind: SheetKind::Roster,
        header_row: 2,
        columns: vec![header],
    };
    let row = u32::try_from(at + 3).expect("few files");
    Evidence {
        field,
        sheet: Arc::new(sheet),
        address: Some(CellAddress { row, column }),
        raw: raw.map(str::to_owned),
        value: None,
    }
}

fn authority(key: &str) -> Authority {
    Authority {
        rulebook: "univ-exemple-2024-2025".into(),
        key: key.into(),
        document: "Page « Inscriptions » de l’université d’exemple".into(),
        heading: "Calendrier".into(),
        quote: "du 01/07/2024 à 14h au 19/07/2024 à 12h".into(),
        status: CitationStatus::ToConfirm,
        note: Some(Note {
            fr: "Un titre de la page porte une autre année que ses dates.".into(),
            en: "A heading of the page bears another year than its dates.".into(),
        }),
    }
}

fn problem(file: &str) -> Problem {
    Problem {
        file: file.into(),
        sheet: Some("Inscriptions".into()),
        cell: Some("D17".into()),
        code: ProblemCode::ValueUnmapped,
        message: Message::new("report-no-column").with("field", file),
    }
}

fn rules() -> Vec<RuleLine<'static>> {
    let rule = |code, slug, severity, summary| RuleLine {
        code,
        slug,
        severity,
        summary: Message::new(summary),
        authorities: vec!["Page « Inscriptions », Calendrier".into(), "Code de l’éducation, article d’exemple".into()],
    };
    vec![
        rule("CAL004", "no-window-defined", Severity::Error, "field-registered-at"),
        rule("CVC001", "certificate-missing", Severity::Error, "field-cvec-number"),
        rule("IDN002", "ine-malformed", Severity::Warning, "field-ine"),
    ]
}
