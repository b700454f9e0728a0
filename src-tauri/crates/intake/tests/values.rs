//! Texts that other programs trip over, and the caps of sheets and columns, through the real child process.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

#[allow(dead_code, reason = "shared by several tests, each of which needs a part of it")]
mod support;

use guichet_model::{Arg, Field, ProblemCode};
use support::{Book, found, read, row};

/// Texts that some program takes for a formula, markup, a path, a query, an escape, a number or nothing at all.
const NAUGHTY: [&str; 48] = [
    "=1+1",
    "=cmd|'/C calc'!A0",
    "+33612345678",
    "-2+3",
    "@SUM(1)",
    "|calc",
    "=HYPERLINK(\"file:///x\")",
    "'apostrophe",
    "''",
    "\"",
    "<script>alert(1)</script>",
    "<b>gras</b>",
    "&amp;",
    "&lt;",
    "]]>",
    "<![CDATA[x]]>",
    "<!-- x -->",
    "'; DROP TABLE person; --",
    "\" OR \"\"=\"",
    "%s%n%x",
    "{{7*7}}",
    "${HOME}",
    "$(id)",
    "`id`",
    "../../etc/passwd",
    "..\\..\\x",
    "C:\\x",
    "CON",
    "NUL",
    "aux.txt",
    "null",
    "NULL",
    "undefined",
    "NaN",
    "Infinity",
    "-0",
    "1e5",
    "0x10",
    "1.7976931348623157E+308",
    "TRUE",
    "#N/A",
    "_x0041_",
    "\\t\\n",
    "%00",
    "ﷺ",
    "Z̤͔a͜l̠g͖o",
    "𝕁𝕖𝕒𝕟 😀",
    "Дupont",
];

/// Each text alone, and within the ones that carry it further: some hundreds.
fn naughty() -> Vec<String> {
    let around = |text: &&str| [(*text).to_owned(), format!("a {text}"), format!("{text}{text}"), format!("({text})")];
    NAUGHTY.iter().flat_map(around).chain((0x21..0x7fu8).map(|byte| format!("x{}", char::from(byte)))).collect()
}

fn given_names(name: &str, bytes: &[u8]) -> Vec<String> {
    let reading = read(name, bytes);
    assert_eq!(reading.sheets.len(), 1, "{:?}", reading.problems);
    let rows = &reading.sheets[0].rows;
    rows.iter().map(|row| row.source.raw(Field::GivenName).unwrap_or_default().into_owned()).collect()
}

#[test]
fn v13_naughty_texts_are_texts_in_workbooks_and_in_csv() {
    let texts = naughty();
    assert!(texts.len() > 250);
    let escaped = |text: &str| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        // What looks like an escape of the format is itself escaped in it.
        text.replace("_x0041_", "_x005F_x0041_")
    };
    let mut rows = row(1, &["N° étudiant", "Prénom", "Niveau"]);
    let mut csv = String::from("N° étudiant;Prénom;Niveau\n");
    for (number, text) in (2..).zip(&texts) {
        let cell = format!("<t=\"str\"><v>{}</v></c>", escaped(text));
        rows += &row(number, &[&number.to_string(), &cell, "L1"]);
        csv += &format!("{number};\"{}\";L1\n", text.replace('"', "\"\""));
    }
    assert_eq!(given_names("x.xlsx", &Book::of_rows(&rows).bytes()), texts);
    assert_eq!(given_names("x.csv", csv.as_bytes()), texts);
}

#[test]
fn v11_text_that_turns_direction_is_read_and_compared_without_its_turns() {
    let rows = row(1, &["N° étudiant", "Prénom", "Niveau"]) + &row(2, &["1", "Jean\u{202e}luaP", "L1"]);
    let reading = read("x.xlsx", &Book::of_rows(&rows).bytes());
    let row = &reading.sheets[0].rows[0];
    assert_eq!(row.source.raw(Field::GivenName).as_deref(), Some("Jean\u{202e}luaP"), "the source is kept");
    assert_eq!(row.text(Field::GivenName), Some("JeanluaP"));
}

#[test]
fn s6_more_columns_than_an_extract_has_are_read_and_told() {
    let wide = |columns: usize| {
        let cells: String = (0..columns).map(|column| format!("<c t=\"str\"><v>c{column}</v></c>")).collect();
        Book::default()
            .sheet(
                "S",
                "visible",
                &format!("<sheetData>{}{}</sheetData>", row(1, &["N° étudiant", "Niveau"]), {
                    row(2, &["1", "L1"]) + &format!("<row r=\"3\">{cells}</row>")
                }),
            )
            .bytes()
    };
    let many = |columns: usize| {
        let reading = read("x.xlsx", &wide(columns));
        let told = reading.problems.iter().find(|problem| problem.message.id == "problem-columns-many");
        told.map(|problem| problem.cell.clone().unwrap_or_default())
    };
    assert_eq!(many(1_000), None);
    assert_eq!(many(1_001).as_deref(), Some("ALM"));
    assert_eq!(many(16_384).as_deref(), Some("ALM"));
}

#[test]
fn s6_a_gap_of_thousands_of_lines_keeps_the_numbers_of_rows() {
    let rows = row(1, &["N° étudiant", "Niveau"]) + &row(2, &["1", "L1"]) + &row(4_003, &["2", "?"]);
    let reading = read("x.xlsx", &Book::of_rows(&rows).bytes());
    assert_eq!(found(&reading), [(ProblemCode::ValueUnmapped, "B4003")]);
    let csv = format!("N° étudiant;Niveau\n1;L1\n{}2;?\n", "\n".repeat(4_000));
    assert_eq!(found(&read("x.csv", csv.as_bytes())), [(ProblemCode::ValueUnmapped, "B4003")]);
}

#[test]
fn sheets_past_the_limit_refuse_the_file() {
    let book = |count: usize| {
        let content = format!("<sheetData>{}</sheetData>", row(1, &["N° étudiant", "Niveau"]) + &row(2, &["1", "L1"]));
        (0..count).fold(Book::default(), |book, rank| book.sheet(&format!("S{rank}"), "visible", &content)).bytes()
    };
    assert_eq!(found(&read("x.xlsx", &book(256))), [(ProblemCode::TooLarge, "")]);
    assert_eq!(read("x.xlsx", &book(255)).sheets.len(), 255);
}

#[test]
fn v2_numbers_among_padded_texts_are_told_and_kept() {
    let rows = row(1, &["N° étudiant", "Code étape", "Niveau"])
        + &row(2, &["01234567", "007", "L1"])
        + &row(3, &["<><v>1234568</v></c>", "<><v>8</v></c>", "L1"])
        + &row(4, &["<><v>21234569</v></c>", "2A004", "L1"]);
    let reading = read("zeros.xlsx", &Book::of_rows(&rows).bytes());
    assert_eq!(found(&reading), [(ProblemCode::ZerosLost, "A3"), (ProblemCode::ZerosLost, "B3")]);
    let numbers: Vec<_> = reading.sheets[0].rows.iter().map(|row| row.text(Field::StudentNumber)).collect();
    assert_eq!(numbers, [Some("01234567"), Some("1234568"), Some("21234569")], "nothing is repaired");
}

#[test]
fn v15_contacts_that_are_none_or_several_are_told_and_kept() {
    let rows = row(1, &["N° étudiant", "Niveau", "E-mail", "Téléphone"])
        + &row(2, &["1", "L1", "UNE@EXEMPLE.FR", "06 12 34 56 78"])
        + &row(3, &["2", "L1", "deux@exemple.fr; trois@exemple.fr", "<><v>33612345678</v></c>"])
        + &row(4, &["3", "L1", "quatre@exemple.fr.", ""]);
    let reading = read("contacts.xlsx", &Book::of_rows(&rows).bytes());
    assert_eq!(found(&reading), [(ProblemCode::ContactDoubtful, "C3"), (ProblemCode::ContactDoubtful, "D3")]);
    let kept = &reading.sheets[0].rows[1];
    assert_eq!(kept.text(Field::Email), Some("deux@exemple.fr; trois@exemple.fr"));
    assert_eq!(kept.text(Field::Phone), Some("33612345678"));
}

#[test]
fn v11_names_that_mislead_the_eye_are_told() {
    let rows = row(1, &["N° étudiant", "Niveau", "Nom de naissance"])
        + &row(2, &["1", "L1", "Éxemple"])
        + &row(3, &["2", "L1", "\u{415}XEMPLE"])
        + &row(4, &["3", "L1", "𝔼XEMPLE"]);
    let reading = read("scripts.xlsx", &Book::of_rows(&rows).bytes());
    assert_eq!(found(&reading), [(ProblemCode::ScriptsMixed, "C3")]);
}

#[test]
fn v01_an_ine_that_a_spreadsheet_damaged_is_told_and_kept() {
    let rows = row(1, &["N° étudiant", "Niveau", "INE"])
        + &row(2, &["1", "L1", "<><v>12300000000</v></c>"])
        + &row(3, &["2", "L1", "1,23E+10"])
        + &row(4, &["3", "L1", "25E12345678"])
        + &row(5, &["4", "L1", "1409 002949 v"])
        + &row(6, &["5", "L1", "<><v>409002949</v></c>"]);
    let reading = read("ine.xlsx", &Book::of_rows(&rows).bytes());
    assert_eq!(found(&reading), [(ProblemCode::IneDamaged, "C2")]);
    let cells = Arg::List(["C2", "C3", "C4", "C6"].map(Arg::from).to_vec());
    assert_eq!(reading.problems[0].message.args.get("cells"), Some(&cells));
    assert_eq!(reading.sheets[0].rows[1].text(Field::Ine), Some("1,23E+10"), "nothing is repaired");
    let split = row(1, &["N° étudiant", "Niveau", "COD_NNE_IND", "COD_CLE_NNE_IND"])
        + &row(2, &["1", "L1", "<><v>1409002949</v></c>", "V"])
        + &row(3, &["2", "L1", "<><v>9002949</v></c>", "V"]);
    let reading = read("split.xlsx", &Book::of_rows(&split).bytes());
    assert_eq!(found(&reading), [(ProblemCode::IneDamaged, "C3")], "a number whose key agrees lost nothing");
}

#[test]
fn birth_dates_of_no_student_are_told_and_kept() {
    let text = "N° étudiant;Niveau;Date de naissance\n1;L1;13/02/1805\n2;L1;13/02/2005\n3;L1;14/02/3005\n";
    let reading = read("naissances.csv", text.as_bytes());
    assert_eq!(found(&reading), [(ProblemCode::BirthDateDoubtful, "C2")]);
    assert_eq!(reading.problems[0].message.args.get("cells"), Some(&Arg::List(vec!["C2".into(), "C4".into()])));
    assert!(!ProblemCode::BirthDateDoubtful.fails());
    let kept = reading.sheets[0].rows[2].date(Field::BirthDate).map(|date| date.to_string());
    assert_eq!(kept.as_deref(), Some("3005-02-14"));
}

#[test]
fn v12_letters_that_were_lost_are_told_in_workbooks_too() {
    let rows = row(1, &["N° étudiant", "Niveau", "Prénom"]) + &row(2, &["1", "L1", "In\u{fffd}s"]);
    let reading = read("lost.xlsx", &Book::of_rows(&rows).bytes());
    assert_eq!(found(&reading), [(ProblemCode::ValueUnreadable, "C2")]);
    assert_eq!(reading.problems[0].message.id, "problem-letters-lost");
    assert_eq!(reading.sheets[0].rows[0].source.raw(Field::GivenName).as_deref(), Some("In?s"));
}

#[test]
fn v12_letters_taken_for_several_signs_are_restored_in_workbooks_too() {
    let rows = row(1, &["N° étudiant", "Niveau", "Prénom"])
        + &row(2, &["1", "L1", "ZoÃ©"])
        + &row(3, &["2", "L1", "DÃ\u{a0} VoilÃ  NoÃ«l"]);
    let reading = read("moji.xlsx", &Book::of_rows(&rows).bytes());
    assert_eq!(found(&reading), [(ProblemCode::EncodingDoubtful, "C2"), (ProblemCode::ValueUnreadable, "C3")]);
    assert_eq!(reading.sheets[0].rows[0].source.raw(Field::GivenName).as_deref(), Some("Zoé"));
    assert_eq!(reading.sheets[0].rows[1].source.raw(Field::GivenName).as_deref(), Some("Dà Voil?  Noël"));
    let latin = "N° étudiant;Prénom;Niveau\n1;Dâ\u{80}\u{99}HaÃ¿;L1\n";
    let reading = read("latin.csv", latin.as_bytes());
    assert_eq!(found(&reading), [(ProblemCode::EncodingDoubtful, "B2")]);
    assert_eq!(reading.sheets[0].rows[0].text(Field::GivenName), Some("D’Haÿ"));
}

#[test]
fn v8_a_name_that_is_none_is_cut_and_told() {
    let (long, just) = ("é".repeat(4_097), "é".repeat(4_096));
    let rows = row(1, &["N° étudiant", "Niveau", "Nom de naissance", "Remarque"])
        + &row(2, &["1", "L1", &just, &long])
        + &row(3, &["2", "L1", &long, ""]);
    let reading = read("names.xlsx", &Book::of_rows(&rows).bytes());
    assert_eq!(found(&reading), [(ProblemCode::ColumnUnknown, "D1"), (ProblemCode::ValueUnreadable, "C3")]);
    let kept = &reading.sheets[0].rows;
    let length = |row: usize, column| kept[row].source.cell(column).map(|cell| cell.raw.chars().count());
    assert_eq!((length(0, 2), length(1, 2), length(0, 3)), (Some(4_096), Some(4_096), Some(4_097)));
    assert_eq!(kept[1].text(Field::BirthName).map(|name| name.chars().count()), Some(4_096));
}

#[test]
fn s6_lines_longer_than_their_headers_are_told() {
    let text = "N° étudiant;Niveau;Prénom\n1;L1;Zoé\n2;L1\n3;L1;Luc;de trop;encore\n4;L1;Ada;;\n5;L1;Éva;;x\n";
    let reading = read("ragged.csv", text.as_bytes());
    assert_eq!(found(&reading), [(ProblemCode::CellsBeyondHeaders, "4")]);
    assert_eq!(reading.problems[0].message.args.get("count"), Some(&Arg::from(2usize)));
    assert_eq!(reading.sheets[0].rows.len(), 5);
    assert_eq!(reading.sheets[0].rows[2].source.cell(4).map(|cell| &*cell.raw), Some("encore"), "nothing is lost");
}

#[test]
fn numbers_that_must_not_be_kept_are_masked_in_remarks_and_told() {
    let rows = row(1, &["N° étudiant", "Niveau", "Commentaire"])
        + &row(2, &["1", "L1", "Rappelé le 3/9"])
        + &row(3, &["2", "L1", "NIR 2 99 05 99 123 456 47 à vérifier"])
        + &row(4, &["3", "L1", "RIB reçu : FR76 3000 6000 0112 3456 7890 189"])
        + &row(5, &["4", "L1", "A appelé"])
        + &row(6, &["5", "L1", "Dossier complet"]);
    let reading = read("remarques.xlsx", &Book::of_rows(&rows).bytes());
    assert_eq!(found(&reading), [(ProblemCode::ValueWithheld, "C3"), (ProblemCode::ColumnUnknown, "C1")]);
    let kept = |row: usize| reading.sheets[0].rows[row].source.cell(2).map(|cell| &*cell.raw);
    assert_eq!((kept(1), kept(2)), (Some("NIR ••• à vérifier"), Some("RIB reçu : •••")));
    let shown = format!("{:?}", reading.layouts);
    assert!(!shown.contains("123 456") && !shown.contains("7890"), "{shown}");
}
