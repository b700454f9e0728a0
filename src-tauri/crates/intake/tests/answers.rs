//! What a person is asked about a file and answers, and what is remembered of it.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

#[allow(dead_code, reason = "shared by several tests, each of which needs a part of it")]
mod support;

use guichet_intake::{
    Answer, Answers, Asked, DateOrder, FileReading, Mapping, Need, Source, Target, load_files, understand,
};
use guichet_model::{Arg, Field, ProblemCode, SheetKind};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use support::{answer, asked, codes, csv, load, reader, texts, understood};
use tempfile::TempDir;

#[test]
fn a_missing_column_can_be_given_for_all_rows() {
    let file = csv("N° étudiant;Nom;Prénom;Date de naissance\n22000001;Dupont;Léa;12/05/2004\n");
    let reading = understood(&file);
    assert_eq!(asked(&reading, 0), [Asked::Missing(Need::LevelOrProgramme)]);
    let needed: Vec<Field> =
        reading.layouts[0].constants.iter().filter(|constant| constant.needed).map(|constant| constant.field).collect();
    assert_eq!(needed, [Field::Level, Field::ProgrammeCode]);
    let reading = answer(&file, &[(0, Answer::Constant { field: Field::Level, value: Some("Licence 1".to_owned()) })]);
    let first = &reading.sheets[0].rows[0];
    assert_eq!(first.level(Field::Level).map(|level| level.as_str()), Some("L1"));
    assert_eq!(first.source.raw(Field::Level).as_deref(), Some("Licence 1"), "a row says it wherever it is compared");
    assert!(asked(&reading, 0).is_empty() && !codes(&reading).contains(&ProblemCode::ColumnMissing));
}

#[test]
fn an_answer_that_cannot_be_one_is_refused() {
    let file = csv("N° étudiant;Niveau;NIR;Régime\n22000001;L1;x;7\n");
    let reading = understood(&file);
    let mut answers = Answers::default();
    let mut give = |answer| answers.give(&reading.layouts[0], answer).is_ok();
    assert!(!give(Answer::Column { column: 2, target: Some(Target::Field(Field::Phone)) }), "what must not be kept");
    assert!(!give(Answer::Column { column: 9, target: None }));
    assert!(!give(Answer::Constant { field: Field::Level, value: Some("Prépa".to_owned()) }));
    assert!(!give(Answer::Value { field: Field::Regime, text: "7".to_owned(), meaning: Some("never".to_owned()) }));
    assert!(!give(Answer::Rows { first: Some(4), last: Some(2) }));
    assert!(!answers.has_own(), "nothing was answered");
}

#[test]
fn a_code_is_asked_once_for_all_its_cells_and_answered_once() {
    let file = csv("N° étudiant;Niveau;Régime\n1;L1;7\n2;L1;7\n3;L1;10\n4;L1;-\n");
    let reading = understood(&file);
    assert_eq!(
        asked(&reading, 0),
        [("7", 2), ("-", 1)].map(|(text, count)| Asked::Value { field: Field::Regime, text: text.to_owned(), count })
    );
    let value = |text: &str, meaning: &str| {
        (0, Answer::Value { field: Field::Regime, text: text.to_owned(), meaning: Some(meaning.to_owned()) })
    };
    let reading = answer(&file, &[value("7", "professionalisation"), value("-", "")]);
    assert!(asked(&reading, 0).is_empty() && reading.problems.is_empty());
    let values: Vec<_> = reading.layouts[0].columns[2]
        .values
        .iter()
        .map(|value| (&*value.text, value.meaning.as_deref(), value.answered))
        .collect();
    assert_eq!(
        values,
        [("7", Some("professionalisation"), true), ("-", Some(""), true), ("10", Some("initial"), false)]
    );
}

#[test]
fn v04_a_column_that_contradicts_itself_is_asked_and_read_as_answered() {
    let file = csv("N° étudiant;Niveau;Date de naissance\n1;L1;05/23/2004\n2;L1;04/03/2004\n3;L1;23/05/2004\n");
    let reading = understood(&file);
    assert_eq!(codes(&reading), [ProblemCode::DateOrderMixed]);
    assert_eq!(asked(&reading, 0), [Asked::DateOrder { column: 2 }]);
    assert!(dates(&reading).is_empty());
    let told = |order: &str| reading.problems[0].message.args.get(order).cloned();
    assert_eq!(
        told("day_first"),
        Some(Arg::List(vec!["C4".into()])),
        "a date that could be either is not named as one"
    );
    assert_eq!(told("month_first"), Some(Arg::List(vec!["C2".into()])));
    let order = |order| (0, Answer::DateOrder { column: 2, order: Some(order) });
    let month_first = answer(&file, &[order(DateOrder::MonthFirst)]);
    assert_eq!(dates(&month_first), ["2004-05-23", "2004-04-03"]);
    assert_eq!((codes(&month_first), asked(&month_first, 0)), (vec![ProblemCode::ValueUnreadable], vec![]));
    let day_first = answer(&file, &[order(DateOrder::DayFirst)]);
    assert_eq!(
        (dates(&day_first), codes(&day_first)),
        (vec!["2004-03-04".to_owned(), "2004-05-23".to_owned()], vec![ProblemCode::ValueUnreadable])
    );
}

fn dates(reading: &FileReading) -> Vec<String> {
    let rows = reading.sheets[0].rows.iter();
    rows.filter_map(|row| row.date(Field::BirthDate)).map(|date| date.to_string()).collect()
}

#[test]
fn v04_a_column_in_american_order_is_read_in_it_and_told() {
    let file = csv("N° étudiant;Niveau;Date de naissance\n1;L1;02/13/2004\n2;L1;03/25/2004\n3;L1;05/06/2005\n");
    let reading = understood(&file);
    assert_eq!(dates(&reading), ["2004-02-13", "2004-03-25", "2005-05-06"]);
    assert_eq!((codes(&reading), asked(&reading, 0)), (vec![ProblemCode::DateOrderTaken], vec![]));
    assert_eq!(reading.problems[0].cell.as_deref(), Some("C"));
    let day_first = (0, Answer::DateOrder { column: 2, order: Some(DateOrder::DayFirst) });
    assert_eq!(dates(&answer(&file, &[day_first])), ["2005-06-05"], "a person knows better");
    let either = csv("N° étudiant;Niveau;Date de naissance\n1;L1;01/02/2004\n2;L1;03/04/2004\n");
    let reading = understood(&either);
    assert_eq!((dates(&reading), codes(&reading)), (vec!["2004-02-01".to_owned(), "2004-04-03".to_owned()], vec![]));
}

#[test]
fn v04_a_column_all_of_whose_dates_can_be_read_in_two_orders_is_told_once() {
    let rows = |last: &str| {
        csv(&format!(
            "N° étudiant;Niveau;Date de naissance;Date d'inscription\n1;L1;01/02/2004;01/10/2024\n\
             2;L1;03/04/2004;02/11/2024\n3;L1;05/06/2004;{last}\n"
        ))
    };
    let reading = understood(&rows("03/12/2024"));
    let told: Vec<_> = reading.problems.iter().map(|problem| (problem.code, problem.cell.as_deref())).collect();
    assert_eq!(told, [(ProblemCode::DateOrderAssumed, Some("C2")), (ProblemCode::DateOrderAssumed, Some("D2"))]);
    assert!(!ProblemCode::DateOrderAssumed.fails() && asked(&reading, 0).is_empty());
    assert_eq!(dates(&reading), ["2004-02-01", "2004-04-03", "2004-06-05"]);
    assert_eq!(codes(&understood(&rows("25/09/2024"))), [], "one column that can only be day first speaks for both");
    let of_september = "N° étudiant;Niveau;Date d'inscription\n1;L1;01/09/2024\n2;L1;02/09/2024\n3;L1;03/09/2024\n";
    assert_eq!(
        codes(&understood(&csv(of_september))),
        [],
        "the first of every month would be a strange way to register"
    );
    let day_first = |column| (0, Answer::DateOrder { column, order: Some(DateOrder::DayFirst) });
    assert_eq!(codes(&answer(&rows("03/12/2024"), &[day_first(2), day_first(3)])), []);
}

#[test]
fn a_table_left_aside_beside_others_requires_no_answer() {
    let file = csv("N° étudiant;Niveau\n1;L1\n\nCouleur;Taille;Prix\nrouge;12;13\n");
    let reading = understood(&file);
    assert_eq!(codes(&reading), [ProblemCode::TableIgnored]);
    assert!(reading.layouts.iter().all(|layout| !layout.waits()), "{:?}", reading.layouts[1].questions);
    let alone = understood(&csv("Couleur;Taille;Prix\nrouge;12;13\n"));
    assert!(alone.layouts[0].waits());
}

#[test]
fn what_was_answered_once_is_taken_for_the_next_extract_of_the_source() {
    let first = csv("Apprenant;Niveau;Groupe;Régime\n22000001;L1;A;7\n");
    let given = [
        (0, Answer::Column { column: 0, target: Some(Target::Field(Field::StudentNumber)) }),
        (0, Answer::Column { column: 2, target: Some(Target::SetAside) }),
        (0, Answer::Value { field: Field::Regime, text: "7".to_owned(), meaning: Some("continuing".to_owned()) }),
    ];
    let answered = answer(&first, &given);
    let mapping = answered.layouts[0].mapping("Site d’Aix");
    let shared = Mapping::parse(&mapping.to_toml()).expect("a mapping");
    assert_eq!(shared, mapping);
    let next = csv("Titre\nNiveau;Apprenant;Régime;Groupe\nL2;22000005;7;B\n");
    let mut answers = Answers::default().remembering(vec![Arc::new(shared)]);
    let reading = understand(&next, &answers);
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000005"]);
    assert_eq!(reading.layouts[0].source, Some(Source::Remembered("Site d’Aix".to_owned())));
    assert!(reading.problems.is_empty() && asked(&reading, 0).is_empty());
    let other = understand(&csv("Apprenant;Niveau;Salle;Jour\n1;L1;x;y\n"), &answers);
    assert!(other.sheets.is_empty(), "another source");
    answers.give(&reading.layouts[0], Answer::Remembered(false)).expect("an answer");
    assert!(understand(&next, &answers).sheets.is_empty(), "what was remembered can be refused");
}

#[test]
fn the_row_of_the_headers_and_the_rows_that_count_can_be_said() {
    let file = csv("a;b\nN° étudiant;Niveau\n22000001;L1\n22000002;L2\n22000003;L3\n");
    let reading = answer(&file, &[(0, Answer::Rows { first: Some(3), last: Some(3) })]);
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000002"]);
    let reading = answer(&file, &[(0, Answer::HeaderRow(Some(0)))]);
    assert_eq!((reading.sheets.len(), reading.layouts[0].header_rows), (0, Some((0, 0))));
    let preview = file.rows(0, 0, 2);
    assert_eq!(preview.iter().map(|row| row.cells.join("|")).collect::<Vec<_>>(), ["a|b", "N° étudiant|Niveau"]);
}

#[test]
fn a_list_that_could_be_of_the_year_or_of_the_past_is_asked() {
    let file = load("x.csv", "N° étudiant;Année universitaire;Niveau\n22000001;2023-2024;L1\n".as_bytes());
    let reading = understood(&file);
    assert_eq!((asked(&reading, 0), reading.layouts[0].waits()), (vec![Asked::Kind], false));
    let reading = answer(&file, &[(0, Answer::Kind(Some(SheetKind::History)))]);
    assert_eq!((reading.sheets[0].sheet.kind, asked(&reading, 0)), (SheetKind::History, vec![]));
}

#[test]
fn t_two_candidate_decodings_are_shown_with_names_and_asked() {
    let bytes = b"N\xb0 \xe9tudiant;Niveau;Nom\n22000001;L1;Ren\x8ee\n22000002;L1;No\x91l\n22000003;L1;Dupr\xe9\n";
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("x.csv");
    std::fs::write(&path, bytes).expect("the file");
    let cancel = AtomicBool::new(false);
    let file = load_files(&[path], &reader(), &mut |_| {}, &cancel).remove(0);
    let choices: Vec<_> =
        file.encodings().iter().map(|choice| (&*choice.encoding, choice.chosen, choice.answered)).collect();
    assert_eq!(choices, [("windows-1252", true, false), ("macintosh", false, false)]);
    assert!(file.encodings().iter().all(|choice| !choice.samples.is_empty()));
    assert!(codes(&understood(&file)).contains(&ProblemCode::EncodingDoubtful));
    let answered = file.reread("windows-1252", &reader(), &mut |_| {}, &cancel);
    let reading = understood(&answered);
    assert_eq!((codes(&reading), texts(&reading, 0, Field::BirthName)[2]), (vec![], "Dupré"));
    assert!(answered.encodings()[0].answered && !answered.encodings()[1].chosen);
    assert_eq!(answered.sha256(), file.sha256());
    let other = understood(&file.reread("macintosh", &reader(), &mut |_| {}, &cancel));
    let names: Vec<&str> =
        other.sheets.iter().flat_map(|sheet| &sheet.rows).filter_map(|row| row.text(Field::BirthName)).collect();
    assert_ne!(names.get(2), Some(&"Dupré"));
}

#[test]
fn v04_a_column_that_can_be_read_both_ways_is_day_first_unless_the_sheet_writes_the_month_first() {
    let file = |registered: &str| {
        csv(&format!("N° étudiant;Niveau;Date de naissance;Date d'inscription\n1;L1;04/03/2004;{registered}\n"))
    };
    let born = |reading: &FileReading| reading.sheets[0].rows[0].date(Field::BirthDate).map(|date| date.to_string());
    let usual = understood(&file("23/08/2024"));
    assert_eq!((born(&usual).as_deref(), asked(&usual, 0)), (Some("2004-03-04"), vec![]));
    let american = file("08/23/2024");
    let reading = understood(&american);
    assert_eq!((born(&reading), codes(&reading)), (None, vec![ProblemCode::DateOrderDoubtful]));
    assert_eq!(asked(&reading, 0), [Asked::DateOrder { column: 2 }]);
    let answered = answer(&american, &[(0, Answer::DateOrder { column: 2, order: Some(DateOrder::MonthFirst) })]);
    assert_eq!((born(&answered).as_deref(), codes(&answered)), (Some("2004-04-03"), vec![]));
}

#[test]
fn an_office_s_own_code_of_a_period_is_asked_once_and_mapped_for_all_rows() {
    let file = csv(
        "numero_etudiant;niveau;code_periode;code_regime_inscription\n1;L1;PER-2024;10\n2;L1;PER-2024;10\n3;L1;2023;10\n",
    );
    let reading = understood(&file);
    let [told] = reading.problems.as_slice() else { panic!("{:?}", reading.problems) };
    assert_eq!((told.code, told.message.args.get("count")), (ProblemCode::ValueUnmapped, Some(&Arg::from(2usize))));
    let text = "PER-2024".to_owned();
    assert_eq!(asked(&reading, 0), [Asked::Value { field: Field::AcademicYear, text: text.clone(), count: 2 }]);
    let meaning = Some("2024-2025".to_owned());
    let told = answer(&file, &[(0, Answer::Value { field: Field::AcademicYear, text, meaning })]);
    assert_eq!((codes(&told), asked(&told, 0)), (vec![], vec![]));
    let years: Vec<String> = told.sheets[0]
        .rows
        .iter()
        .filter_map(|row| row.year(Field::AcademicYear))
        .map(|year| year.to_string())
        .collect();
    assert_eq!(years, ["2024-2025", "2024-2025", "2023-2024"]);
}
