//! Random offices, written as the scenes of examples: a line is a row, `kind: field = value; ...`.

use proptest::prelude::*;
use proptest::sample::select;

/// One row: the kind of its sheet and its cells.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) kind: &'static str,
    pub(crate) cells: Vec<(&'static str, String)>,
}

/// An office, the rulebook and the instant that judge it.
#[derive(Clone, Debug)]
pub(crate) struct Sketch {
    pub(crate) rulebook: &'static str,
    pub(crate) as_of: &'static str,
    pub(crate) lines: Vec<Line>,
}

impl Sketch {
    /// The scene's text.
    pub(crate) fn text(&self) -> String {
        let mut text = format!("rulebook: {}\nas-of: {}\n", self.rulebook, self.as_of);
        for line in &self.lines {
            let cells: Vec<String> = line.cells.iter().map(|(field, value)| format!("{field}={value}")).collect();
            text.push_str(&format!("{}: {}\n", line.kind, cells.join("; ")));
        }
        text
    }

    /// The same office without a column of a kind of sheet.
    pub(crate) fn without(&self, kind: &str, field: &str) -> Self {
        let mut narrower = self.clone();
        for line in narrower.lines.iter_mut().filter(|line| line.kind == kind) {
            line.cells.retain(|(name, _)| *name != field);
        }
        narrower
    }

    /// The same office with one more person, who shares nothing with anybody, in every kind of sheet it has.
    pub(crate) fn with_stranger(&self) -> Self {
        let mut wider = self.clone();
        let kinds: std::collections::BTreeSet<&str> = self.lines.iter().map(|line| line.kind).collect();
        for kind in kinds {
            let Some(model) = self.lines.iter().find(|line| line.kind == kind) else { continue };
            let cells = model.cells.iter().map(|(field, value)| (*field, strange(field, value)));
            wider.lines.push(Line { kind: model.kind, cells: cells.collect() });
        }
        wider
    }
}

/// A stranger's value: what could link two persons is replaced.
fn strange(field: &str, value: &str) -> String {
    match field {
        "student_number" => "99".to_owned(),
        "ine" => "1409002948U".to_owned(),
        "birth_name" => "Inconnue".to_owned(),
        "cvec_number" => "ZZZ4 ZZZZZZ 99".to_owned(),
        "units" => "UE999".to_owned(),
        _ => value.to_owned(),
    }
}

const ROSTER: &[(&str, &[&str])] = &[
    ("level", &["L1", "L1", "L2", "L2", "L3", "LP", "M1", "M2", "M2", "D1", "BUT1", "DUT2", "DESU", "niveau 9", ""]),
    ("field", &["Histoire", "Psychologie", ""]),
    ("regime", &["10", "10", "10", "12", "20", "22", "11", "auditeur libre", "?", ""]),
    ("exchange", &["", "", "", "entrant avec convention", "mobilité individuelle", "?"]),
    ("route", &["Parcoursup", "Réinscription", "Réinscription", "Mon Master", "eCandidat", "?", ""]),
    ("offer_accepted_at", &["2024-06-10", "2024-07-20", "2024-08-30", "2021-07-09", "2021-08-25", ""]),
    (
        "registered_at",
        &[
            "2024-06-30T10:00",
            "2024-07-10T10:00",
            "2024-07-10T10:00",
            "2024-08-01T10:00",
            "2024-09-05T10:00",
            "2024-12-20T10:00",
            "2021-07-20T10:00",
            "2023-07-21",
            "",
            "",
        ],
    ),
    ("channel", &["en ligne", "scolarité", ""]),
    ("previous_result", &["ADM", "ADM2", "AJ", "AJAC", "AJRE", "NAR", "?", ""]),
    ("scholarship", &["non", "non", "O", "bourse d'un gouvernement étranger", "?", ""]),
    ("exemption_ground", &["", "", "", "réfugié", "protection temporaire", "pupille de la Nation", "?"]),
    ("cvec_number", &["", "MAR4 ABCDEF 12", "MAR3 GHIJKL 34", "AIX4", "MAR4 SHARED 77"]),
    ("fee_due", &["", "175", "0"]),
    ("fee_paid", &["", "0", "175", "250", "60"]),
    ("payment_plan", &["", "oui", "non"]),
    ("registration_state", &["en cours", "en cours", "", "démission", "annulée"]),
];

const HISTORY: &[(&str, &[&str])] = &[
    ("academic_year", &["2023-2024", "2022-2023", "2021-2022", ""]),
    ("level", &["L1", "L2", "L3", "M1", "M2", "DUT1", ""]),
    ("registration_state", &["validée", "validée", "démission", "annulée", ""]),
    ("gap_year", &["non", "non", "oui", ""]),
    ("proof", &["oui", "non", ""]),
];

const CERTIFICATES: &[(&str, &[&str])] = &[
    ("cvec_number", &["MAR4 MNOPQR 56", "MAR3 STUVWX 78", "MAR4 SHARED 77", "?"]),
    ("cvec_year", &["2024-2025", "2023-2024", ""]),
    ("cvec_mode", &["paiement", "exonération", ""]),
    ("birth_name", &["Martin", "Durand", ""]),
];

const DOCUMENTS: &[(&str, &[&str])] = &[
    (
        "document_kind",
        &["Pièce d'identité", "Relevé de notes 2023-2024", "Lettre de motivation", "Formulaire de dérogation", "RIB"],
    ),
    ("document_state", &["validée", "en attente", "rejetée", "non déposée", "fausse", "expirée", "?", ""]),
    ("document_reason", &["", "illisible", "faux document"]),
    ("document_expiry", &["", "2024-08-31", "2026-08-31"]),
];

const REQUESTS: &[(&str, &[&str])] = &[
    ("request_kind", &["dérogation", "dérogation", "concordance", "auditeur libre", "remboursement", "exonération"]),
    ("request_level", &["", "L1", "L2", "M2"]),
    ("requested_at", &["2024-07-08T10:00", "2024-09-10T10:00", "2024-07-08", ""]),
    ("request_channel", &["télé-demande", "courriel", ""]),
    ("request_state", &["accordée", "refusée", "en attente", ""]),
    ("units", &["", "UE101", "UE101|UE102|UE103|UE104|UE105", "UE200"]),
    ("unit_level", &["L1", "M1", "M2", ""]),
    ("semester", &["S1", "S2", ""]),
    ("units_capacity", &["1", "30", ""]),
    ("teacher_agreement", &["oui", "non", ""]),
    ("site_signature", &["oui", "non", ""]),
    ("attendance", &["cours", "TD", ""]),
    ("professional_experience", &["non", "oui", ""]),
    ("dispensation_granted", &["non", "oui", ""]),
    ("degree_held", &["non", "oui", ""]),
    ("refund_amount", &["", "152", "175"]),
];

const CONTROLS: &[(&str, &[&str])] = &[
    ("cvec_number", &["MAR4 ABCDEF 12", "MAR4 MNOPQR 56", "MAR4 SHARED 77"]),
    ("control_state", &["70", "98", "12", ""]),
];

/// The fields that a random office's sheet has, besides what tells persons apart.
pub(crate) fn columns() -> Vec<(&'static str, &'static str)> {
    let sheets = [
        ("roster", ROSTER),
        ("history", HISTORY),
        ("certificates", CERTIFICATES),
        ("documents", DOCUMENTS),
        ("requests", REQUESTS),
        ("cvec-states", CONTROLS),
    ];
    sheets.iter().flat_map(|(kind, columns)| columns.iter().map(|(field, _)| (*kind, *field))).collect()
}

/// A row's cells, drawn column by column.
fn cells(
    columns: &'static [(&'static str, &'static [&'static str])],
) -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let draw = |(field, values): &(&'static str, &'static [&'static str])| {
        let field = *field;
        select(*values).prop_map(move |value| (field, value.to_owned()))
    };
    columns.iter().map(draw).collect::<Vec<_>>()
}

/// Rows of one kind about one of the persons.
fn rows(
    kind: &'static str,
    columns: &'static [(&'static str, &'static [&'static str])],
    most: usize,
) -> impl Strategy<Value = Vec<Line>> {
    let row = (1..=3_u8, cells(columns)).prop_map(move |(person, mut cells)| {
        if kind != "cvec-states" {
            cells.insert(0, ("student_number", person.to_string()));
        }
        Line { kind, cells }
    });
    proptest::collection::vec(row, 0..=most)
}

/// The roster: each of three persons at least once, each registration with a programme of its own.
fn roster() -> impl Strategy<Value = Vec<Line>> {
    let identity = (select(&["", "1409002949V", "223120671JH"][..]), select(&["Martin", "Durand"][..]));
    let person = (identity, proptest::collection::vec(cells(ROSTER), 1..=2));
    proptest::collection::vec(person, 3).prop_map(|persons| {
        let mut lines = Vec::new();
        for (at, ((ine, name), registrations)) in persons.into_iter().enumerate() {
            for (rank, mut cells) in registrations.into_iter().enumerate() {
                let own = [
                    ("student_number", (at + 1).to_string()),
                    ("ine", ine.to_owned()),
                    ("birth_name", name.to_owned()),
                    ("given_name", "Exemple".to_owned()),
                    ("birth_date", "2004-05-06".to_owned()),
                    ("programme_code", format!("P{at}{rank}")),
                ];
                cells.extend(own);
                lines.push(Line { kind: "roster", cells });
            }
        }
        lines
    })
}

/// A random office of three persons.
pub(crate) fn sketch() -> impl Strategy<Value = Sketch> {
    let book = select(
        &["amu-allsh-2024-2025", "amu-allsh-2024-2025", "amu-iut-2021-2022", "amu-desu-gol-2023-2024", "template"][..],
    );
    let as_of = select(&["2024-07-05T09:00", "2024-09-15T09:00", "2024-09-25T09:00", "2025-05-02T09:00"][..]);
    let sheets = (
        roster(),
        rows("history", HISTORY, 5),
        rows("certificates", CERTIFICATES, 4),
        rows("documents", DOCUMENTS, 5),
        rows("requests", REQUESTS, 5),
        rows("cvec-states", CONTROLS, 3),
    );
    (book, as_of, sheets).prop_map(
        |(rulebook, as_of, (roster, history, certificates, documents, requests, controls))| {
            let lines = [roster, history, certificates, documents, requests, controls].concat();
            Sketch { rulebook, as_of, lines }
        },
    )
}
