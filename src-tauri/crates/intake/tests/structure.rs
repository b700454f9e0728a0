//! How the tables of a file are understood: rows S1 to S5 and S10 of the catalogue of awkward inputs, and what a person
//! is asked and answers.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

#[allow(dead_code, reason = "shared by several tests, each of which needs a part of it")]
mod support;

use guichet_intake::{
    Answer, Answers, Asked, Confidence, DateOrder, FileReading, HiddenRows, LeftOut, Mapping, Need, RawFile, Source,
    TablePlace, Target, load_files, understand,
};
use guichet_model::{Field, ProblemCode, SheetKind};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use support::{Book, reader, row};
use tempfile::TempDir;

/// A file, read and ready to be understood.
fn load(name: &str, bytes: &[u8]) -> RawFile {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("the file");
    load_files(&[path], &reader(), &mut |_| {}, &AtomicBool::new(false)).remove(0)
}

fn csv(text: &str) -> RawFile {
    load("x.csv", text.as_bytes())
}

fn read(file: &RawFile) -> FileReading {
    understand(file, &Answers::default())
}

/// What is asked about a table.
fn asked(reading: &FileReading, table: usize) -> Vec<Asked> {
    reading.layouts[table].questions.iter().map(|question| question.asked.clone()).collect()
}

fn codes(reading: &FileReading) -> Vec<ProblemCode> {
    reading.problems.iter().map(|problem| problem.code).collect()
}

fn fields(reading: &FileReading, table: usize) -> Vec<Option<Field>> {
    reading.layouts[table].columns.iter().map(|column| column.field).collect()
}

fn confidences(reading: &FileReading, table: usize) -> Vec<Confidence> {
    reading.layouts[table].columns.iter().map(|column| column.confidence).collect()
}

/// The texts of a field, row by row.
fn texts(reading: &FileReading, table: usize, field: Field) -> Vec<&str> {
    reading.sheets[table].rows.iter().filter_map(|row| row.text(field)).collect()
}

/// Understands a file again after answers about its tables.
fn answer(file: &RawFile, given: &[(usize, Answer)]) -> FileReading {
    let mut answers = Answers::default();
    let mut reading = understand(file, &answers);
    for (table, answer) in given {
        answers.give(&reading.layouts[*table], answer.clone()).expect("an answer");
        reading = understand(file, &answers);
    }
    reading
}

#[test]
fn a_sheet_that_is_clear_asks_nothing() {
    let reading = read(&csv("N° étudiant;Niveau;Régime\n22000001;L1;10\n22000002;L2;FI\n"));
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    let layout = &reading.layouts[0];
    assert!(layout.questions.is_empty() && layout.missing.is_empty() && !layout.waits());
    assert_eq!(
        (layout.kind, layout.header_rows, layout.data_rows),
        (Some(SheetKind::Roster), Some((0, 0)), Some((1, 2)))
    );
    assert_eq!((layout.rows, layout.left_out), (2, None));
    let regime = &layout.columns[2];
    assert_eq!(
        (regime.confidence, regime.examples.as_slice()),
        (Confidence::Known, &["10".to_owned(), "FI".to_owned()][..])
    );
    let meanings: Vec<_> =
        regime.values.iter().map(|value| (&*value.text, value.count, value.meaning.as_deref())).collect();
    assert_eq!(meanings, [("10", 1, Some("initial")), ("FI", 1, Some("initial"))]);
}

#[test]
fn s01_duplicate_headers_are_asked() {
    let file = csv("N° étudiant;Niveau;E-mail;é mail;Courriel\n22000001;L1;a@x.fr;b@x.fr;c@x.fr\n");
    let reading = read(&file);
    assert_eq!(codes(&reading), [ProblemCode::ColumnDuplicate]);
    assert_eq!(asked(&reading, 0), [Asked::Duplicate { field: Field::Email, columns: vec![2, 3, 4] }]);
    assert_eq!(texts(&reading, 0, Field::Email), [""; 0], "none of them wins");
    let column = Answer::Column { column: 3, target: Some(Target::Field(Field::Email)) };
    let reading = answer(&file, &[(0, column)]);
    assert_eq!(texts(&reading, 0, Field::Email), ["b@x.fr"]);
    assert!(asked(&reading, 0).is_empty());
    assert_eq!(confidences(&reading, 0)[2..], [Confidence::Unknown, Confidence::Answered, Confidence::Unknown]);
}

#[test]
fn s01_a_key_that_stands_twice_keeps_the_sheet_out_until_it_is_answered() {
    let file = csv("N° étudiant;Numéro étudiant;Niveau\n22000001;9;L1\n");
    let reading = read(&file);
    assert!(reading.sheets.is_empty() && reading.layouts[0].waits());
    assert_eq!(reading.layouts[0].left_out, Some(LeftOut::Incomplete));
    let reading = answer(&file, &[(0, Answer::Column { column: 1, target: Some(Target::SetAside) })]);
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000001"]);
    assert_eq!(confidences(&reading, 0), [Confidence::Known, Confidence::SetAside, Confidence::Known]);
    assert!(reading.problems.is_empty(), "nothing more is said of what was set aside: {:?}", reading.problems);
}

/// A workbook of one sheet with merged cells.
fn merged(rows: &str, areas: &str) -> RawFile {
    let content = format!("<sheetData>{rows}</sheetData><mergeCells>{areas}</mergeCells>");
    load("x.xlsx", &Book::default().sheet("S", "visible", &content).bytes())
}

#[test]
fn s02_a_merged_header_of_two_lines_is_one() {
    let rows = row(1, &["Étudiant", "<s=\"0\"/>", "Inscription", "<s=\"0\"/>", "Bourse"])
        + &row(2, &["N° étudiant", "Nom", "Niveau", "Groupe"])
        + &row(3, &["22000001", "Dupont", "L1", "A", "non"]);
    let file = merged(&rows, "<mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C1:D1\"/><mergeCell ref=\"E1:E2\"/>");
    let reading = read(&file);
    let layout = &reading.layouts[0];
    assert_eq!((layout.header_rows, layout.rows), (Some((0, 1)), 1));
    let headers: Vec<&str> = layout.columns.iter().map(|column| column.header.as_str()).collect();
    assert_eq!(headers, ["N° étudiant", "Nom", "Niveau", "Inscription · Groupe", "Bourse"]);
    let expected = [Field::StudentNumber, Field::BirthName, Field::Level].map(Some);
    assert_eq!(fields(&reading, 0)[..3], expected);
    assert_eq!(fields(&reading, 0)[4], Some(Field::Scholarship), "the merged cell heads its column");
    assert_eq!(reading.sheets[0].sheet.header_row, 1);
}

#[test]
fn s02_two_lines_of_headers_are_found_without_merged_cells_too() {
    let reading = read(&csv("N° étudiant;Nom;Inscription;;\n;;Niveau;Régime;Groupe\n22000001;Dupont;L1;10;A\n"));
    assert_eq!(reading.layouts[0].header_rows, Some((0, 1)));
    assert_eq!(
        fields(&reading, 0)[..4],
        [Field::StudentNumber, Field::BirthName, Field::Level, Field::Regime].map(Some)
    );
    assert_eq!(reading.sheets[0].rows.len(), 1);
}

#[test]
fn s02_a_column_that_is_about_something_else_is_asked() {
    let rows = row(1, &["Inscription", "<s=\"0\"/>", "<s=\"0\"/>", "Bac", "<s=\"0\"/>"])
        + &row(2, &["N° étudiant", "Niveau", "Nom", "Année", "Établissement"])
        + &row(3, &["22000001", "L1", "Dupont", "2023", "Lycée"]);
    let reading = read(&merged(&rows, "<mergeCell ref=\"A1:C1\"/><mergeCell ref=\"D1:E1\"/>"));
    let year = &reading.layouts[0].columns[3];
    assert_eq!(
        (year.header.as_str(), year.confidence, year.field),
        ("Bac · Année", Confidence::Likely, Some(Field::AcademicYear))
    );
    assert!(
        reading.sheets[0].rows[0].year(Field::AcademicYear).is_none(),
        "the year of the baccalauréat is no academic year"
    );
}

#[test]
fn s03_titles_repeated_headers_and_totals_are_no_students() {
    let file = csv(
        "Université fictive;;\nÉdité le 12/09/2024;;\n\nN° étudiant;Nom;Niveau;Droits dus\n22000001;Dupont;L1;170\nPage 1 sur 2\nN° étudiant;Nom;Niveau;Droits dus\n22000002;Total;L2;170\nTotal;;;340\nÉdité le 12/09/2024\n",
    );
    let reading = read(&file);
    assert_eq!(reading.layouts[0].header_rows, Some((3, 3)));
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000001", "22000002"]);
    assert_eq!(texts(&reading, 0, Field::BirthName), ["Dupont", "Total"], "somebody may be called so");
    let told: Vec<_> = reading.problems.iter().map(|problem| (problem.code, problem.cell.as_deref())).collect();
    assert_eq!(told, [(ProblemCode::RowsLeftOut, Some("6"))]);
}

#[test]
fn s04_hidden_rows_and_sheets_are_announced_and_can_be_left_out() {
    let list = row(1, &["N° étudiant", "Niveau"])
        + &row(2, &["22000001", "L1"])
        + "<row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"inlineStr\"><is><t>22000002</t></is></c><c r=\"B3\" t=\"inlineStr\"><is><t>L2</t></is></c></row>";
    let sheet = |rows: &str| format!("<sheetData>{rows}</sheetData>");
    let other = row(1, &["N° étudiant", "Niveau"]) + &row(2, &["22000003", "L3"]);
    let book = Book::default().sheet("Liste", "visible", &sheet(&list)).sheet("Caché", "hidden", &sheet(&other));
    let file = load("x.xlsx", &book.bytes());
    let reading = read(&file);
    assert_eq!(codes(&reading), [ProblemCode::HiddenRows, ProblemCode::HiddenSheet]);
    assert_eq!((asked(&reading, 0), asked(&reading, 1)), (vec![Asked::HiddenRows], vec![Asked::HiddenSheet]));
    assert_eq!(
        texts(&reading, 0, Field::StudentNumber),
        ["22000001", "22000002"],
        "read unless somebody says otherwise"
    );
    let reading = answer(&file, &[(0, Answer::HiddenRows(HiddenRows::LeaveOut)), (1, Answer::LeaveOut(true))]);
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000001"]);
    assert_eq!((reading.sheets.len(), reading.layouts[1].left_out), (1, Some(LeftOut::Answered)));
    assert!(reading.layouts.iter().all(|layout| layout.questions.is_empty()));
    let reading = answer(&file, &[(0, Answer::HiddenRows(HiddenRows::Read)), (1, Answer::LeaveOut(false))]);
    assert_eq!((reading.sheets.len(), reading.sheets[0].rows.len()), (2, 2));
    assert!(reading.layouts.iter().all(|layout| layout.questions.is_empty()));
}

#[test]
fn s05_two_tables_one_below_the_other_are_both_read() {
    let file = csv(
        "Inscriptions\nN° étudiant;Niveau;Régime\n22000001;L1;10\n22000002;L2;10\n\nAttestations\nN° CVEC;N° étudiant;Mode CVEC\nABC4DEF23456;22000001;paiement\n",
    );
    let reading = read(&file);
    let kinds: Vec<_> =
        reading.sheets.iter().map(|sheet| (sheet.sheet.kind, sheet.sheet.header_row, sheet.rows.len())).collect();
    assert_eq!(kinds, [(SheetKind::Roster, 1, 2), (SheetKind::Certificates, 6, 1)]);
    assert_eq!(codes(&reading), [ProblemCode::SeveralTables]);
    let places: Vec<TablePlace> = reading.layouts.iter().map(|layout| layout.place).collect();
    assert_eq!(places, [TablePlace { sheet: 0, table: 0 }, TablePlace { sheet: 0, table: 1 }]);
    let reading = answer(&file, &[(1, Answer::LeaveOut(true))]);
    assert_eq!(reading.sheets.len(), 1);
}

#[test]
fn s05_two_tables_side_by_side_are_both_read() {
    let file = csv("N° étudiant;Niveau;;N° étudiant;Niveau\n22000001;L1;;22000003;M1\n22000002;L2;;;\n");
    let reading = read(&file);
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000001", "22000002"]);
    assert_eq!(texts(&reading, 1, Field::StudentNumber), ["22000003"]);
    assert_eq!(reading.sheets[1].rows[0].source.address(3).to_string(), "D2", "cells keep their addresses");
}

#[test]
fn s05_a_summary_below_a_list_is_no_list_of_students() {
    let reading = read(&csv(
        "N° étudiant;Nom;Niveau\n22000001;Dupont;L1\n\nNiveau;Formation;Nombre\nL1;Lettres;12\nL2;Histoire;3\n",
    ));
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000001"]);
    assert_eq!(codes(&reading), [ProblemCode::SeveralTables, ProblemCode::TableIgnored]);
    assert_eq!(reading.layouts[1].left_out, Some(LeftOut::NoHeader));
}

#[test]
fn s05_one_group_after_the_other_under_the_same_headers_is_one_table() {
    let reading = read(&csv(
        "Groupe A\nN° étudiant;Nom;Niveau;Site\n22000001;Dupont;L1;Aix\n\nGroupe B\nN° étudiant;Nom;Niveau;Site\n22000002;Durand;L2;Aix\n",
    ));
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000001", "22000002"]);
    assert_eq!((reading.layouts.len(), codes(&reading)), (1, vec![ProblemCode::RowsLeftOut]));
}

#[test]
fn s10_headers_in_english_or_in_apogee_s_codes_are_known() {
    for text in [
        "student number;first name;last name;level;academic year\n1;A;B;L1;2024\n",
        "COD_ETU;LIB_PR1_IND;LIB_NOM_PAT_IND;COD_ETP;COD_ANU\n1;A;B;X;2024\n",
    ] {
        let reading = read(&csv(text));
        assert!(confidences(&reading, 0).iter().all(|confidence| *confidence == Confidence::Known), "{text}");
    }
}

#[test]
fn s10_a_misspelt_header_is_proposed_and_not_used() {
    let file = csv("N° étudiant;Niveau;Date de naisance;Prennom\n22000001;L1;12/05/2004;Léa\n");
    let reading = read(&file);
    assert_eq!(codes(&reading), [ProblemCode::ColumnLikely; 2]);
    assert_eq!(
        asked(&reading, 0),
        [Asked::Column { column: 2, field: Field::BirthDate }, Asked::Column { column: 3, field: Field::GivenName }]
    );
    assert!(!reading.layouts[0].waits(), "the sheet can be read without them");
    assert!(texts(&reading, 0, Field::GivenName).is_empty());
    let reading = answer(&file, &[(0, Answer::Column { column: 3, target: Some(Target::Field(Field::GivenName)) })]);
    assert_eq!(texts(&reading, 0, Field::GivenName), ["Léa"]);
    assert_eq!(asked(&reading, 0).len(), 1);
}

#[test]
fn s10_a_misspelt_header_over_other_values_is_not_proposed() {
    let reading = read(&csv("N° étudiant;Niveau;Date de naisance\n22000001;L1;Marseille\n"));
    assert_eq!((codes(&reading), asked(&reading, 0)), (vec![ProblemCode::ColumnUnknown], vec![]));
}

#[test]
fn s10_a_sheet_without_one_known_header_is_shown_with_the_likeliest() {
    let file = csv("Liste\nN° etduiant;Nivaeu;Groupe\n22000001;L1;A\n");
    let reading = read(&file);
    assert_eq!((codes(&reading), reading.sheets.len()), (vec![ProblemCode::NoHeader], 0));
    let layout = &reading.layouts[0];
    assert_eq!((layout.header_rows, layout.left_out), (Some((1, 1)), Some(LeftOut::NoHeader)));
    assert_eq!(asked(&reading, 0)[0], Asked::HeaderRow);
    let given = [
        (0, Answer::Column { column: 0, target: Some(Target::Field(Field::StudentNumber)) }),
        (0, Answer::Column { column: 1, target: Some(Target::Field(Field::Level)) }),
    ];
    let reading = answer(&file, &given);
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000001"]);
    assert!(asked(&reading, 0).is_empty());
}

#[test]
fn cells_of_an_unmistakable_form_propose_what_their_column_is() {
    let rows = "1409002949V;L1\n1409002950W;L2\n1409002951X;L3\n";
    let reading =
        read(&csv(&format!("Identifiant X;Diplôme visé;Nom;Formation\n{}", rows.replace('\n', ";Dupont;Lettres\n"))));
    let likely: Vec<_> = reading.layouts[0].columns.iter().map(|column| column.likely.first().copied()).collect();
    assert_eq!(likely[..2], [Some(Field::Ine), Some(Field::Level)]);
    assert!(reading.sheets.is_empty() && reading.layouts[0].waits());
}

#[test]
fn a_missing_column_can_be_given_for_all_rows() {
    let file = csv("N° étudiant;Nom;Prénom;Date de naissance\n22000001;Dupont;Léa;12/05/2004\n");
    let reading = read(&file);
    assert_eq!(asked(&reading, 0), [Asked::Missing(Need::LevelOrProgramme)]);
    let needed: Vec<Field> =
        reading.layouts[0].constants.iter().filter(|constant| constant.needed).map(|constant| constant.field).collect();
    assert_eq!(needed, [Field::Level, Field::ProgrammeCode]);
    let reading = answer(&file, &[(0, Answer::Constant { field: Field::Level, value: Some("Licence 1".to_owned()) })]);
    let first = &reading.sheets[0].rows[0];
    assert_eq!(first.level(Field::Level).map(|level| level.as_str()), Some("L1"));
    assert_eq!(first.source.raw(Field::Level), Some("Licence 1"), "a row says it wherever it is compared");
    assert!(asked(&reading, 0).is_empty() && !codes(&reading).contains(&ProblemCode::ColumnMissing));
}

#[test]
fn an_answer_that_cannot_be_one_is_refused() {
    let file = csv("N° étudiant;Niveau;NIR;Régime\n22000001;L1;x;7\n");
    let reading = read(&file);
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
    let reading = read(&file);
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
    let file = csv("N° étudiant;Niveau;Date de naissance\n1;L1;05/23/2004\n2;L1;04/03/2004\n");
    let reading = read(&file);
    assert_eq!(codes(&reading), [ProblemCode::DateOrderMixed]);
    assert_eq!(asked(&reading, 0), [Asked::DateOrder { column: 2 }]);
    let dates = |reading: &FileReading| -> Vec<String> {
        reading.sheets[0]
            .rows
            .iter()
            .filter_map(|row| row.date(Field::BirthDate))
            .map(|date| date.to_string())
            .collect()
    };
    assert!(dates(&reading).is_empty());
    let order = |order| (0, Answer::DateOrder { column: 2, order: Some(order) });
    let month_first = answer(&file, &[order(DateOrder::MonthFirst)]);
    assert_eq!(dates(&month_first), ["2004-05-23", "2004-04-03"]);
    assert!(month_first.problems.is_empty() && asked(&month_first, 0).is_empty());
    let day_first = answer(&file, &[order(DateOrder::DayFirst)]);
    assert_eq!(
        (dates(&day_first), codes(&day_first)),
        (vec!["2004-03-04".to_owned()], vec![ProblemCode::ValueUnreadable])
    );
}

#[test]
fn what_must_not_be_kept_is_known_by_its_cells_too() {
    let file = csv(
        "N° étudiant;Niveau;Code;Compte;\n22000001;L1;299059912345647;FR7630006000011234567890189;2 99 05 99 123 456 47\n22000002;L2;2 99 05 99 123 456 47;;\n",
    );
    let reading = read(&file);
    assert_eq!(codes(&reading), [ProblemCode::ColumnDropped; 3]);
    assert_eq!(confidences(&reading, 0)[2..], [Confidence::Dropped; 2]);
    let kept = format!("{:?} {:?} {:?}", reading.sheets, reading.layouts, reading.problems);
    for secret in ["299059912345647", "123 456 47", "FR7630006000011234567890189"] {
        assert!(!kept.contains(secret), "{secret}");
        assert!(!format!("{:?}", file.rows(0, 0, 10)).contains(secret), "{secret} is not shown either");
    }
    assert!(!reading.layouts[0].mapping("x").to_toml().contains("nir"));
}

#[test]
fn what_must_not_be_kept_is_known_below_a_title_too() {
    let rows = row(1, &["Étudiant", "<s=\"0\"/>", "Sécurité sociale", "<s=\"0\"/>"])
        + &row(2, &["N° étudiant", "Niveau", "Numéro", "Centre"])
        + &row(3, &["22000001", "L1", "secret", "secret"]);
    let reading = read(&merged(&rows, "<mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C1:D1\"/>"));
    assert_eq!(confidences(&reading, 0)[2..], [Confidence::Dropped; 2]);
    assert!(!format!("{:?}", reading.sheets).contains("secret"));
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
    let reading = read(&file);
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
    assert!(codes(&read(&file)).contains(&ProblemCode::EncodingDoubtful));
    let answered = file.reread("windows-1252", &reader(), &mut |_| {}, &cancel);
    let reading = read(&answered);
    assert_eq!((codes(&reading), texts(&reading, 0, Field::BirthName)[2]), (vec![], "Dupré"));
    assert!(answered.encodings()[0].answered && !answered.encodings()[1].chosen);
    assert_eq!(answered.sha256(), file.sha256());
    let other = read(&file.reread("macintosh", &reader(), &mut |_| {}, &cancel));
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
    let usual = read(&file("23/08/2024"));
    assert_eq!((born(&usual).as_deref(), asked(&usual, 0)), (Some("2004-03-04"), vec![]));
    let american = file("08/23/2024");
    let reading = read(&american);
    assert_eq!((born(&reading), codes(&reading)), (None, vec![ProblemCode::DateOrderDoubtful]));
    assert_eq!(asked(&reading, 0), [Asked::DateOrder { column: 2 }]);
    let answered = answer(&american, &[(0, Answer::DateOrder { column: 2, order: Some(DateOrder::MonthFirst) })]);
    assert_eq!((born(&answered).as_deref(), codes(&answered)), (Some("2004-04-03"), vec![]));
}

#[test]
fn s05_a_sheet_that_is_a_chart_is_named_and_left_out() {
    let relation = |number: u32, kind: &str, target: &str| {
        format!(
            "<Relationship Id=\"rId{number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
        )
    };
    let relations =
        relation(1, "worksheet", "worksheets/sheet1.xml") + &relation(2, "chartsheet", "worksheets/sheet2.xml");
    let rows = row(1, &["N° étudiant", "Niveau"]) + &row(2, &["22000001", "L1"]);
    let book = Book::of_rows(&rows)
        .sheet("Graphique", "visible", "")
        .part("xl/_rels/workbook.xml.rels", format!("<Relationships>{relations}</Relationships>").as_bytes());
    let reading = read(&load("x.xlsx", &book.bytes()));
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000001"]);
    let told: Vec<_> = reading.problems.iter().map(|problem| (problem.code, problem.sheet.as_deref())).collect();
    assert_eq!(told, [(ProblemCode::SheetIgnored, Some("Graphique"))]);
    let layouts: Vec<_> = reading.layouts.iter().map(|layout| (&*layout.name, layout.left_out)).collect();
    assert_eq!(layouts, [("S", None), ("Graphique", Some(LeftOut::NoCells))]);
}
