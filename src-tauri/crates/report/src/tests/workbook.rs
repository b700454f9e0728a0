use super::example::Example;
use super::xml::{Parts, pieces};
use crate::counts::Counts;
use crate::{Decided, DeskDecision, Report, ReportError, Rulebook, write, write_while, write_within};
use guichet_model::{AcademicYear, DocumentState, FileState, Language, Level, Outcome, RequestState};
use std::cell::RefCell;
use std::time::{Duration, Instant};
use time::macros::{date, datetime};

const FRENCH: [&str; 6] = ["Synthèse", "Dossiers", "Anomalies", "Indéterminés", "Problèmes d'import", "Règles"];
const ENGLISH: [&str; 6] = ["Summary", "Files", "Findings", "Undecided", "Import problems", "Rules"];

fn parts(example: &Example, language: Language) -> Parts {
    Parts::of(write(&example.report(), language).expect("a workbook"))
}

#[test]
fn the_six_sheets_are_there_in_both_languages() {
    let example = Example::of(20);
    assert_eq!(parts(&example, Language::Fr).sheets(), FRENCH);
    assert_eq!(parts(&example, Language::En).sheets(), ENGLISH);
}

#[test]
fn every_text_of_the_catalogue_is_found() {
    for language in Language::ALL {
        let mut parts = parts(&Example::of(40), *language);
        for name in parts.names().iter().filter(|name| name.ends_with(".xml")) {
            assert!(!parts.text(name).contains('⟦'), "{name} in {language:?}");
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let example = Example::of(60);
    let first = write(&example.report(), Language::Fr).expect("a workbook");
    // The second is written in another second of the clock.
    std::thread::sleep(Duration::from_millis(1_050));
    assert!(first == write(&example.report(), Language::Fr).expect("a workbook"));
    let mut later = example.report();
    later.as_of = datetime!(2024-09-22 12:00);
    assert!(first != write(&later, Language::Fr).expect("a workbook"));
}

#[test]
fn no_clock_and_no_author() {
    let core = parts(&Example::of(1), Language::Fr).text("docProps/core.xml");
    assert!(core.contains("2024-09-21T12:00:00Z"), "{core}");
    assert!(core.contains("<dc:creator></dc:creator>") || core.contains("<dc:creator/>"), "{core}");
}

#[test]
fn what_looks_like_a_formula_stays_a_text() {
    let mut example = Example::of(6);
    let hostile = ["=1+1", "+33 1 23", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1"];
    for (student, text) in example.people.iter_mut().zip(hostile) {
        student.key.birth_name = Some(text.to_owned());
        student.key.ine = Some(text.to_owned());
    }
    let mut parts = parts(&example, Language::Fr);
    for at in 0..6 {
        assert!(!parts.sheet(at).contains("<f>") && !parts.sheet(at).contains("<f "), "sheet {at}");
    }
    let rows = parts.rows(1);
    for (row, text) in rows[1..].iter().zip(hostile) {
        let kept = text.replace('\r', "\n");
        assert_eq!((row[2].as_str(), row[15].as_str()), (kept.as_str(), kept.as_str()));
    }
    assert_eq!(parts.rows(4)[2][0], "=cmd|' /C calc'!A0");
    assert!(parts.text("xl/styles.xml").contains("quotePrefix=\"1\""));
    assert!(!parts.names().iter().any(|name| name.contains("externalLink")));
}

#[test]
fn identifiers_are_texts_and_dates_are_dates() {
    let mut parts = parts(&Example::of(2), Language::Fr);
    let sheet = parts.sheet(1);
    let row = pieces(&sheet, "<row ", "</row>")[2];
    let cells = pieces(row, "<c ", "</c>");
    assert!(cells[1].contains("inlineStr") && cells[1].contains("02100001"), "{}", cells[1]);
    // 12 February 2001 and 19 July 2024 at 12:01 as serial numbers.
    assert!(cells[14].ends_with("<v>36933") || cells[14].contains("<v>36933<"), "{}", cells[14]);
    assert!(cells[11].contains("<v>45492.50069"), "{}", cells[11]);
    assert!(!cells[14].contains("inlineStr") && !cells[11].contains("inlineStr"));
}

#[test]
fn a_birth_date_that_is_no_date_of_the_format_stays_as_it_is() {
    let mut example = Example::of(3);
    for (student, text) in example.people.iter_mut().zip(["1899-12-31", "2004", "=A1"]) {
        student.key.birth_date = Some(text.to_owned());
    }
    let rows = parts(&example, Language::Fr).rows(1);
    let dates: Vec<&str> = rows[1..].iter().map(|row| row[14].as_str()).collect();
    assert_eq!(dates, ["1899-12-31", "2004", "=A1"]);
}

#[test]
fn counts_reconcile() {
    let example = Example::of(137);
    let report = example.report();
    let counts = Counts::of(&report);
    for lines in [&counts.levels, &counts.components, &counts.programmes] {
        assert_eq!(lines.iter().map(|line| line.states.total()).sum::<u64>(), 137);
        for state in FileState::ALL {
            assert_eq!(lines.iter().map(|line| line.states.of(*state)).sum::<u64>(), counts.states.of(*state));
        }
        assert!(lines.last().is_some_and(|line| line.label.is_none()), "what does not say comes last");
    }
    assert_eq!(counts.components.len(), 3, "two spellings of one component are one line");
    let mut parts = parts(&example, Language::Fr);
    let of = |outcome| {
        report.files.iter().flat_map(|file| file.findings).filter(|finding| finding.outcome == outcome).count()
    };
    assert_eq!(parts.rows(1).len(), 1 + 137);
    assert_eq!(parts.rows(2).len(), 1 + of(Outcome::Flag));
    assert_eq!(parts.rows(3).len(), 1 + of(Outcome::CannotTell));
    assert_eq!(counts.codes.iter().map(|line| line.flags).sum::<u64>(), u64::try_from(of(Outcome::Flag)).unwrap());
    assert!(!parts.text("xl/sharedStrings.xml").contains("écart à examiner"));
}

#[test]
fn a_finding_says_what_where_why_and_by_which_text() {
    let mut parts = parts(&Example::of(6), Language::Fr);
    let rows = parts.rows(2);
    let found = |header: &str| {
        let at = rows[0].iter().position(|cell| cell == header).expect("the column");
        rows[1][at].as_str()
    };
    assert_eq!(found("Code"), "CVC001");
    assert_eq!(found("Gravité"), "■ Bloquant");
    assert_eq!(found("État du dossier"), "■ Bloqué");
    assert_eq!((found("Fichier"), found("Feuille"), found("Cellule")), ("roster.xlsx", "Inscriptions", "X9"));
    assert_eq!((found("En-tête"), found("Texte lu")), ("CVEC_NUMBER", "(cellule vide)"));
    assert!(found("Autres valeurs lues").contains("L1 - Psychologie"));
    assert_eq!(found("Clé du règlement"), "levels.L1.windows");
    assert!(found("Citation").contains("du 01/07/2024 à 14h"));
    assert_eq!(found("Fiabilité"), "À confirmer");
    assert!(found("Remarques et autres références").contains("cvec.liability.initial"));
}

#[test]
fn every_list_is_filtered_frozen_and_printed_on_landscape_a4() {
    let mut parts = parts(&Example::of(12), Language::Fr);
    for at in 1..6 {
        let sheet = parts.sheet(at);
        for sign in [
            "<autoFilter ",
            "state=\"frozen\"",
            "orientation=\"landscape\"",
            "paperSize=\"9\"",
            "fitToHeight=\"0\"",
            "&amp;P",
            "<col ",
        ] {
            assert!(sheet.contains(sign), "{sign} in sheet {at}");
        }
    }
    let titles = parts.text("xl/workbook.xml").matches("_xlnm.Print_Titles").count();
    assert_eq!(titles, 5);
    assert_eq!(parts.names().iter().filter(|name| name.starts_with("xl/charts/chart")).count(), 2);
}

/// A derogation, a document and a note, on the first three persons.
fn decisions(example: &Example) -> Vec<DeskDecision<'_>> {
    let decided = [
        Decided::Derogation {
            state: Some(RequestState::Granted),
            by: Some("Doyen"),
            on: Some(date!(2024 - 09 - 12)),
            reference: Some("007"),
        },
        Decided::Document {
            piece: Some("Photo"),
            state: Some(DocumentState::Rejected),
            reason: Some("floue"),
            until: Some(date!(2025 - 08 - 31)),
        },
        Decided::Note("=À rappeler"),
    ];
    let of = |(student, decided): (&super::example::Student, Decided<'static>)| DeskDecision {
        key: student.key.clone(),
        academic_year: AcademicYear::new(2024),
        level: Some(Level::L1),
        programme_code: None,
        decided,
        who: "Ada",
        at: Some(datetime!(2024-09-13 08:30)),
    };
    example.people.iter().zip(decided).map(of).collect()
}

#[test]
fn what_was_entered_at_the_desk_is_a_sheet_after_the_others_and_counted() {
    let example = Example::of(20);
    let bare = parts(&example, Language::Fr).names().len();
    for (language, name) in [(Language::Fr, "Décisions"), (Language::En, "Decisions")] {
        let report = Report { decisions: decisions(&example), ..example.report() };
        let mut parts = Parts::of(write(&report, language).expect("a workbook"));
        assert_eq!(parts.names().len(), bare + 1, "one more sheet");
        assert_eq!(parts.sheets().last().map(String::as_str), Some(name));
        let six = if language == Language::Fr { FRENCH } else { ENGLISH };
        assert_eq!(parts.sheets()[..6], six);
        assert_eq!(parts.rows(6).len(), 1 + 3);
        let sheet = parts.sheet(6);
        assert!(!sheet.contains('⟦') && !sheet.contains("<f>") && sheet.contains("<autoFilter "), "{sheet}");
        assert!(!parts.text("xl/sharedStrings.xml").contains("écart à examiner"));
        assert!(parts.text("xl/sharedStrings.xml").contains(name), "it is among the lists whose totals are compared");
    }
    let report = Report { decisions: decisions(&example), ..example.report() };
    let rows = Parts::of(write(&report, Language::Fr).expect("a workbook")).rows(6);
    let of =
        |row: usize| -> Vec<&str> { rows[row].iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect() };
    // 12 September 2024, 31 August 2025 and 13 September 2024 at 8:30 as serial numbers.
    assert_eq!(
        of(1),
        [
            "Dérogation",
            "02100000",
            "EXEMPLE",
            "Une",
            "L1",
            "2024-2025",
            "Accordée",
            "Doyen",
            "45547",
            "007",
            "Ada",
            "45548.354166666664"
        ]
    );
    assert_eq!(of(2)[6..], ["Rejetée", "Photo", "floue", "45900", "Ada", "45548.354166666664"]);
    assert_eq!(of(3)[0], "Note");
    assert_eq!(of(3)[6], "=À rappeler");
}

#[test]
fn notes_that_are_left_out_are_told() {
    let example = Example::of(3);
    let told = |notes_left_out| {
        let report = Report { notes_left_out, ..example.report() };
        Parts::of(write(&report, Language::Fr).expect("a workbook")).text("xl/sharedStrings.xml")
    };
    assert!(told(true).contains("Les notes sur les dossiers sont laissées de côté"));
    assert!(!told(false).contains("laissées de côté"));
}

#[test]
fn a_list_too_long_for_a_sheet_goes_on_in_the_next() {
    let example = Example::of(25);
    let mut parts = Parts::of(write_within(&example.report(), Language::Fr, 11, &|_, _| true).expect("a workbook"));
    let sheets = parts.sheets();
    assert_eq!(sheets[1..4], ["Dossiers", "Dossiers (2)", "Dossiers (3)"]);
    let lengths: Vec<usize> = (1..4).map(|at| parts.rows(at).len()).collect();
    assert_eq!(lengths, [11, 11, 6]);
    assert!(!parts.text("xl/sharedStrings.xml").contains("écart à examiner"));
}

#[test]
fn no_row_is_written_twice() {
    let mut parts = parts(&Example::of(30), Language::Fr);
    for at in 0..6 {
        let rows = parts.row_numbers(at);
        assert!(rows.is_sorted_by(|one, next| one < next), "sheet {at}: {rows:?}");
    }
}

#[test]
fn an_empty_report_says_so() {
    let report = Report {
        workspace: None,
        journal: None,
        mask_below: None,
        decisions: Vec::new(),
        notes_left_out: false,
        rulebook: Rulebook { id: "national", layers: &[], sha256: "" },
        as_of: datetime!(2024-09-21 12:00),
        application_version: "0.1.0",
        inputs: Vec::new(),
        files: Vec::new(),
        problems: &[],
        rules: Vec::new(),
    };
    for language in Language::ALL {
        let mut parts = Parts::of(write(&report, *language).expect("a workbook"));
        assert_eq!(parts.sheets().len(), 6);
        assert!((1..6).all(|at| parts.rows(at).len() == 2), "a header and a sentence");
    }
}

#[test]
fn twenty_thousand_files_take_seconds() {
    let example = Example::of(20_000);
    let start = Instant::now();
    let bytes = write(&example.report(), Language::Fr).expect("a workbook");
    let taken = start.elapsed();
    assert!(bytes.len() > 1_000_000);
    assert!(taken < Duration::from_secs(60), "{taken:?}");
}

#[test]
fn a_report_that_is_not_wanted_any_more_is_left_there() {
    let example = Example::of(3);
    let report = example.report();
    let told = RefCell::new(Vec::new());
    let second = |done, total| {
        told.borrow_mut().push((done, total));
        done < 1
    };
    assert!(matches!(write_while(&report, Language::Fr, &second), Err(ReportError::Stopped)));
    assert_eq!(*told.borrow(), [(0, report.files.len()), (1, report.files.len())]);
    assert_eq!(
        write_while(&report, Language::Fr, &|_, _| true).expect("whole"),
        write(&report, Language::Fr).expect("whole")
    );
}
