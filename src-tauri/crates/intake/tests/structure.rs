//! How the tables of a file are understood: rows S1 to S5 and S10 of the catalogue of awkward inputs.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

#[allow(dead_code, reason = "shared by several tests, each of which needs a part of it")]
mod support;

use guichet_intake::{Answer, Asked, Confidence, HiddenRows, LeftOut, RawFile, TablePlace, Target};
use guichet_model::{Arg, Field, FieldValue, ProblemCode, SheetKind};
use support::{Book, answer, asked, codes, confidences, csv, fields, load, row, texts, understood};

#[test]
fn a_sheet_that_is_clear_asks_nothing() {
    let reading = understood(&csv("N° étudiant;Niveau;Régime\n22000001;L1;10\n22000002;L2;FI\n"));
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
    let reading = understood(&file);
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
    let reading = understood(&file);
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
    let reading = understood(&file);
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
    let reading = understood(&csv("N° étudiant;Nom;Inscription;;\n;;Niveau;Régime;Groupe\n22000001;Dupont;L1;10;A\n"));
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
    let reading = understood(&merged(&rows, "<mergeCell ref=\"A1:C1\"/><mergeCell ref=\"D1:E1\"/>"));
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
    let reading = understood(&file);
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
    let reading = understood(&file);
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
    let reading = understood(&file);
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
    let reading = understood(&file);
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000001", "22000002"]);
    assert_eq!(texts(&reading, 1, Field::StudentNumber), ["22000003"]);
    assert_eq!(reading.sheets[1].rows[0].source.address(3).to_string(), "D2", "cells keep their addresses");
}

#[test]
fn s05_a_summary_below_a_list_is_no_list_of_students() {
    let reading = understood(&csv(
        "N° étudiant;Nom;Niveau\n22000001;Dupont;L1\n\nNiveau;Formation;Nombre\nL1;Lettres;12\nL2;Histoire;3\n",
    ));
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000001"]);
    assert_eq!(codes(&reading), [ProblemCode::SeveralTables, ProblemCode::TableIgnored]);
    assert_eq!(reading.layouts[1].left_out, Some(LeftOut::NoHeader));
}

#[test]
fn s05_a_table_of_other_things_below_a_list_is_no_list_of_students() {
    for below in [
        "Total;4\n\n\nRécapitulatif par groupe\nGroupe;Effectif\nTD1;2\nTD2;2\n",
        "\nGroupe;Salle;Enseignant\nA;B12;M. Essai\nB;B13;Mme Essai\n",
        "\nRécapitulatif\nNiveau;Effectif\nL1;3\nL2;0\n",
    ] {
        let list =
            "N° étudiant;Nom;Prénom;Né(e) le;Niveau\n22000001;Dupont;Une;14/03/2005;L1\n22000002;Durand;Deux;;L1\n";
        let reading = understood(&csv(&format!("{list}{below}")));
        assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000001", "22000002"], "{below}");
        assert!(codes(&reading).contains(&ProblemCode::TableIgnored), "{below}: {:?}", reading.problems);
    }
}

#[test]
fn s05_one_group_after_the_other_under_the_same_headers_is_one_table() {
    let reading = understood(&csv(
        "Groupe A\nN° étudiant;Nom;Niveau;Site\n22000001;Dupont;L1;Aix\n\nGroupe B\nN° étudiant;Nom;Niveau;Site\n22000002;Durand;L2;Aix\n",
    ));
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000001", "22000002"]);
    assert_eq!((reading.layouts.len(), codes(&reading)), (1, vec![ProblemCode::RowsLeftOut]));
}

#[test]
fn s05_headers_repeated_in_another_order_start_a_table_of_their_own() {
    let reading = understood(&csv("N° étudiant;Nom;Prénom;Niveau\n1;Un;Ana;L1\n2;Deux;Bob;L2\n\
                                   N° étudiant;Prénom;Nom;Niveau\n3;Cyd;Trois;L2\n"));
    let names: Vec<_> = (0..2).flat_map(|table| texts(&reading, table, Field::BirthName)).collect();
    assert_eq!(names, ["Un", "Deux", "Trois"]);
    assert_eq!(codes(&reading), [ProblemCode::SeveralTables]);
    let without_level = understood(&csv("N° étudiant;Nom;Prénom;Niveau\n1;Un;Ana;L1\n2;Niveau;Nom;L2\n"));
    assert_eq!(without_level.sheets[0].rows.len(), 2, "somebody whose names are headers is no header");
}

#[test]
fn s05_a_column_without_a_header_is_told_and_kept() {
    let rows = row(1, &["N° étudiant", "Niveau", "<s=\"0\"/>", "Remarque"])
        + &row(2, &["1", "L1", "note", "o"])
        + &row(3, &["2", "L2", "<s=\"0\"/>", "o"]);
    let reading = understood(&load("x.xlsx", &Book::of_rows(&rows).bytes()));
    let told: Vec<_> = reading.problems.iter().map(|problem| (problem.code, problem.cell.as_deref())).collect();
    assert_eq!(told, [(ProblemCode::ColumnUnknown, Some("D1")), (ProblemCode::ColumnUnknown, Some("C"))]);
    assert_eq!(reading.sheets[0].rows[0].source.cell(2).map(|cell| &*cell.raw), Some("note"));
}

#[test]
fn s10_headers_in_english_or_in_apogee_s_codes_are_known() {
    for text in [
        "student number;first name;last name;level;academic year\n1;A;B;L1;2024\n",
        "COD_ETU;LIB_PR1_IND;LIB_NOM_PAT_IND;COD_ETP;COD_ANU\n1;A;B;X;2024\n",
    ] {
        let reading = understood(&csv(text));
        assert!(confidences(&reading, 0).iter().all(|confidence| *confidence == Confidence::Known), "{text}");
    }
}

#[test]
fn s10_a_misspelt_header_is_proposed_and_not_used() {
    let file = csv("N° étudiant;Niveau;Date de naisance;Prennom\n22000001;L1;12/05/2004;Léa\n");
    let reading = understood(&file);
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
    let reading = understood(&csv("N° étudiant;Niveau;Date de naisance\n22000001;L1;Marseille\n"));
    assert_eq!((codes(&reading), asked(&reading, 0)), (vec![ProblemCode::ColumnUnknown], vec![]));
}

#[test]
fn s10_a_sheet_without_one_known_header_is_shown_with_the_likeliest() {
    let file = csv("Liste\nN° etduiant;Nivaeu;Groupe\n22000001;L1;A\n");
    let reading = understood(&file);
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
    let reading = understood(&csv(&format!(
        "Identifiant X;Diplôme visé;Nom;Formation\n{}",
        rows.replace('\n', ";Dupont;Lettres\n")
    )));
    let likely: Vec<_> = reading.layouts[0].columns.iter().map(|column| column.likely.first().copied()).collect();
    assert_eq!(likely[..2], [Some(Field::Ine), Some(Field::Level)]);
    assert!(reading.sheets.is_empty() && reading.layouts[0].waits());
}

#[test]
fn what_must_not_be_kept_is_known_by_its_cells_too() {
    let file = csv(
        "N° étudiant;Niveau;Code;Compte;\n22000001;L1;299059912345647;FR7630006000011234567890189;2 99 05 99 123 456 47\n22000002;L2;2 99 05 99 123 456 47;;\n",
    );
    let reading = understood(&file);
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
    let reading = understood(&merged(&rows, "<mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C1:D1\"/>"));
    assert_eq!(confidences(&reading, 0)[2..], [Confidence::Dropped; 2]);
    assert!(!format!("{:?}", reading.sheets).contains("secret"));
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
    let reading = understood(&load("x.xlsx", &book.bytes()));
    assert_eq!(texts(&reading, 0, Field::StudentNumber), ["22000001"]);
    let told: Vec<_> = reading.problems.iter().map(|problem| (problem.code, problem.sheet.as_deref())).collect();
    assert_eq!(told, [(ProblemCode::SheetIgnored, Some("Graphique"))]);
    let layouts: Vec<_> = reading.layouts.iter().map(|layout| (&*layout.name, layout.left_out)).collect();
    assert_eq!(layouts, [("S", None), ("Graphique", Some(LeftOut::NoCells))]);
}

#[test]
fn a_code_and_its_label_are_one_field() {
    let text = "N° étudiant;Niveau;Régime (code);Régime (lib.)\n1;L1;10;Formation initiale\n2;L1;7;Apprentissage\n\
                3;L1;;Formation continue\n4;L1;12;\n5;L1;10;Apprentissage\n6;L1;9;Autre\n";
    let reading = understood(&csv(text));
    assert_eq!(codes(&reading), [ProblemCode::ValueUnmapped, ProblemCode::CodeContradicted], "no column is unknown");
    let regimes: Vec<Option<&str>> = reading.sheets[0]
        .rows
        .iter()
        .map(|row| match row.values.get(&Field::Regime) {
            Some(FieldValue::Code(name)) => Some(*name),
            _ => None,
        })
        .collect();
    let expected = [Some("initial"), Some("apprenticeship"), Some("continuing"), Some("apprenticeship"), None, None];
    assert_eq!(regimes, expected, "a code that is not known means what its label does");
    let contradicted = &reading.problems[1];
    assert_eq!(contradicted.message.args.get("cells"), Some(&Arg::List(vec!["C6".into()])));
    assert_eq!(reading.problems[0].cell.as_deref(), Some("C7"), "asked once, about the code");
    let asked: Vec<Asked> = asked(&reading, 0);
    assert_eq!(asked, [Asked::Value { field: Field::Regime, text: "9".into(), count: 1 }]);
    let permuted = understood(&csv("Régime (lib.);Niveau;Régime (code);N° étudiant\nApprentissage;L1;7;2\n"));
    assert_eq!(permuted.sheets[0].rows[0].values, reading.sheets[0].rows[1].values);
}

#[test]
fn of_a_code_and_a_label_that_are_texts_the_label_is_read() {
    let text = "N° étudiant;COD_TPJ;LIB_TPJ;STATUT_PJ\n1;CNI;Pièce d'identité;V\n2;JDC;;V\n";
    let reading = understood(&csv(text));
    assert_eq!(codes(&reading), []);
    assert_eq!(texts(&reading, 0, Field::DocumentKind), ["Pièce d'identité", "JDC"]);
}
