//! Files of every other shape than xlsx, through the real child process.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

#[path = "support/pace.rs"]
mod pace;

use guichet_intake::{FileFormat, Inspection, ReadOptions, ReaderCommand, inspect_file};
use guichet_model::{Catalogue, Language, ProblemCode};
use pace::at_most;
use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The example `reader` of this crate, which cargo builds beside this test.
fn reader() -> ReaderCommand {
    let test = std::env::current_exe().expect("the test's own path");
    let folder = test.parent().and_then(Path::parent).expect("target/<profile>");
    ReaderCommand {
        program: folder.join("examples").join(format!("reader{}", std::env::consts::EXE_SUFFIX)),
        args: Vec::new(),
    }
}

/// Reads bytes under a name, in a folder of their own, in which nothing else may appear.
fn read(name: &str, bytes: &[u8]) -> Inspection {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("the file");
    let found = inspect_file(&path, &reader(), &ReadOptions::default(), &mut |_| {}, &AtomicBool::new(false));
    assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1, "nothing is written");
    for problem in found.flags.iter().chain(found.sheets.as_ref().err()) {
        for language in Language::ALL {
            let sentence = Catalogue::shared().render(*language, &problem.message);
            assert!(sentence.len() > 30 && !sentence.contains('⟦') && !sentence.contains('$'), "{sentence}");
        }
    }
    found
}

/// Every cell as `A1=text`, the sheets one after the other.
fn cells(found: &Inspection) -> Vec<String> {
    let sheets = found.sheets.as_ref().expect("read");
    sheets.iter().flat_map(|sheet| sheet.cells().map(|cell| format!("{}={}", cell.address, cell.text))).collect()
}

fn refusal(found: &Inspection) -> Option<ProblemCode> {
    found.sheets.as_ref().err().map(|problem| problem.code)
}

fn flags(found: &Inspection) -> Vec<&str> {
    found.flags.iter().map(|flag| flag.message.id.as_str().trim_start_matches("problem-")).collect()
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

fn compound(name: &str, bytes: &[u8]) -> Vec<u8> {
    let file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()));
    let mut file = file.expect("a compound file");
    file.create_stream(name).expect("a stream").write_all(bytes).expect("its bytes");
    file.flush().expect("flushed");
    file.into_inner().into_inner()
}

const ROWS: [&str; 3] = ["A1=N° étudiant", "B1=Nom", "C1=Niveau"];
const TABLE: &str = "N° étudiant;Nom;Niveau\r\n1;ZOÉ D’ÎLE;L1\r\n2;LÉA;L2\r\n";

fn assert_table(name: &str, bytes: &[u8]) -> Inspection {
    let found = read(name, bytes);
    let cells = cells(&found);
    assert_eq!(cells[..3], ROWS, "{name}");
    assert_eq!(cells[3..], ["A2=1", "B2=ZOÉ D’ÎLE", "C2=L1", "A3=2", "B3=LÉA", "C3=L2"], "{name}");
    found
}

#[test]
fn text_is_read_in_any_encoding_and_with_any_separator() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let utf32 = |text: &str| text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect::<Vec<u8>>();
    let in_1252 = encoding_rs::WINDOWS_1252.encode(TABLE).0.into_owned();
    assert!(in_1252.contains(&0x92));
    for (name, bytes) in [
        ("utf8.csv", TABLE.as_bytes().to_vec()),
        ("marque.csv", format!("\u{feff}{TABLE}").into_bytes()),
        ("apogee.csv", in_1252),
        ("texte-unicode.txt", utf16(&format!("\u{feff}{}", TABLE.replace(';', "\t")))),
        ("utf16.csv", utf16(TABLE)),
        ("utf32.csv", utf32(&format!("\u{feff}{TABLE}"))),
        ("utf32-sans-marque.csv", utf32(TABLE)),
        ("cr.csv", TABLE.replace("\r\n", "\r").into_bytes()),
        ("virgules.csv", TABLE.replace(';', ",").into_bytes()),
        ("sep.csv", format!("sep=;\r\n{TABLE}").into_bytes()),
        ("sans-fin", TABLE.trim_end().as_bytes().to_vec()),
    ] {
        let found = assert_table(name, &bytes);
        assert_eq!((found.format, found.flags.len()), (Some(FileFormat::Csv), 0), "{name} {:?}", found.flags);
    }
    let mac = encoding_table(&[("°", 0xa1), ("É", 0x83), ("é", 0x8e), ("’", 0xd5), ("Î", 0xeb)]);
    assert_table("mac.csv", &mac);
    assert_eq!(flags(&assert_table("effectifs.xlsx", TABLE.as_bytes())), ["name-misleads"]);
}

/// The table in a single-byte encoding given by its letters.
fn encoding_table(letters: &[(&str, u8)]) -> Vec<u8> {
    TABLE
        .chars()
        .map(|c| match letters.iter().find(|(letter, _)| letter.starts_with(c)) {
            Some((_, byte)) => *byte,
            None => u8::try_from(c).expect("ASCII"),
        })
        .collect()
}

#[test]
fn damaged_letters_are_told_and_never_kept() {
    let two = [TABLE.as_bytes(), b"3;No\xebl;L1\r\n4;Fran\xe7ois;L1\r\n"].concat();
    let found = read("colle.csv", &two);
    assert_eq!(flags(&found), ["encoding-mixed"]);
    assert!(cells(&found).contains(&"B4=Noël".to_owned()));
    let twice = read("double.csv", "N° étudiant;Nom;Niveau\n1;ZoÃ©;L1\n".as_bytes());
    assert_eq!((flags(&twice), cells(&twice)[4].as_str()), (vec!["letters-restored"], "B2=Zoé"));
    let lost = read("perdu.csv", "N° étudiant;Nom;Niveau\n1;Zo\u{fffd};L1\n".as_bytes());
    assert_eq!((flags(&lost), cells(&lost)[4].as_str()), (vec!["letters-lost"], "B2=Zo?"));
    let nul = read("nul.csv", "N° étudiant;Nom;Niveau\n1;Zo\0é;L1\n2;Léa;L1\n".as_bytes());
    assert_eq!((flags(&nul), cells(&nul)[4].as_str()), (vec!["nul-characters"], "B2=Zoé"));
    for name in [&two[..], b"N\xb0;\xff\xfe\n1;\x81\x8d\n", "Zoé".as_bytes().split_last().expect("bytes").1] {
        let found = read("x.csv", name);
        assert!(cells(&found).iter().all(|cell| !cell.contains('\u{fffd}') && !cell.contains("Ã©")));
    }
}

#[test]
fn quotes_and_lines_are_those_of_a_spreadsheet() {
    let found = read("guillemets.csv", b"Num;Nom\n1;\"ouvert\n2;\"deux\nlignes\"\n3;c\n");
    assert_eq!(cells(&found), ["A1=Num", "B1=Nom", "A2=1", "B2=\"ouvert", "A3=2", "B3=deux\nlignes", "A4=3", "B4=c"]);
    assert_eq!(flags(&found), ["quote-unclosed", "no-header"]);
    assert_eq!(cells(&read("un.csv", b"x")), ["A1=x"]);
    let gap = format!("N° étudiant;Niveau\n1;L1\n{}2;L2;en trop\n", "\n".repeat(4_000));
    let found = read("trou.csv", gap.as_bytes());
    assert_eq!(cells(&found)[4..], ["A4003=2", "B4003=L2", "C4003=en trop"]);
    let wide = |count: usize| "x;".repeat(count).into_bytes();
    assert_eq!(read("large.csv", &wide(16_383)).sheets.expect("read")[0].columns, 16_383);
    assert_eq!(refusal(&read("trop-large.csv", &wide(100_000))), Some(ProblemCode::TooLarge));
    assert_eq!(refusal(&read("longue.csv", &vec![b'x'; 64 << 20])), Some(ProblemCode::TooLarge));
    let long = read("long.csv", format!("Num;Nom\n1;{}\n", "é".repeat(40_000)).as_bytes());
    assert_eq!(flags(&long), ["text-cut", "no-header"]);
}

#[test]
fn sheets_without_rows_are_empty() {
    let ods = |tables: &str| {
        let content = format!(
            "<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
        );
        archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
    };
    for (name, bytes) in [
        ("vide.csv", Vec::new()),
        ("blanc.csv", b"\xef\xbb\xbf\r\n ;\t;\r\n".to_vec()),
        ("entete.csv", "N° étudiant;Nom;Niveau\r\n".as_bytes().to_vec()),
        ("aucune.ods", ods("")),
        ("vide.ods", ods("<table:table table:name=\"F\"><table:table-row/></table:table>")),
        ("vide.xls", b"<html><table><tr><td></td></tr></table></html>".to_vec()),
        ("vide.zip", archive(&[("a.csv", b"")])),
    ] {
        let found = read(name, &bytes);
        let expected = if name == "vide.xls" { ProblemCode::NotASpreadsheet } else { ProblemCode::Empty };
        assert_eq!(refusal(&found), Some(expected), "{name} {found:?}");
    }
}

#[test]
fn web_pages_under_a_workbook_s_name_are_read() {
    let rows = "<tr><th>N&deg; &eacute;tudiant<th>Nom<th>Niveau\
                <tr><td>1<td>ZO\u{c9} D\u{2019}\u{ce}LE<td>L1</tr><tr><td>2</td><td>L\u{c9}A</td><td>L2</td></tr>";
    let page = format!(
        "<html><head><script src='http://192.0.2.1/x.js'>a<table>b</script></head>\
                        <body><img src='http://192.0.2.1/x.png'><table>{rows}</table></body>"
    );
    let with_meta = |charset: &str| {
        page.replace(
            "<head>",
            &format!("<head><meta http-equiv=Content-Type content=\"text/html; charset={charset}\">"),
        )
    };
    let in_1252 = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    for (name, bytes) in [
        ("meta-1252.xls", in_1252(&with_meta("windows-1252"))),
        ("meta-utf8.xls", with_meta("utf-8").into_bytes()),
        ("meta-faux.xls", in_1252(&with_meta("utf-8"))),
        ("sans-charset.xls", in_1252(&page)),
        ("utf16.xls", format!("\u{feff}{page}").encode_utf16().flat_map(u16::to_be_bytes).collect()),
    ] {
        let found = assert_table(name, &bytes);
        assert_eq!((found.format, flags(&found)), (Some(FileFormat::Html), vec!["name-misleads"]), "{name}");
    }
    let spans = "<table><tr><td colspan=3>Titre<tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e</table>";
    let found = read("fusion.html", spans.as_bytes());
    assert_eq!(cells(&found), ["A1=Titre", "A2=a", "B2=b", "C2=c", "A3=d", "C3=e"]);
    let mail = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n{page}\r\n--b--\r\n"
    );
    assert_eq!(flags(&assert_table("page.xls", mail.as_bytes())), ["name-misleads"]);
    let framed = read("cadres.xls", b"<html><frameset rows='*'><frame src='f/sheet001.htm'></frameset></html>");
    assert_eq!(refusal(&framed), Some(ProblemCode::Unsupported));
}

#[test]
fn xml_of_2003_is_read() {
    let row = |cells: [&str; 3]| {
        let cells: String =
            cells.iter().map(|cell| format!("<Cell><Data ss:Type=\"String\">{cell}</Data></Cell>")).collect();
        format!("<Row>{cells}</Row>")
    };
    let rows = row(["N° étudiant", "Nom", "Niveau"]) + &row(["1", "ZOÉ D’ÎLE", "L1"]) + &row(["2", "LÉA", "L2"]);
    let xml = |encoding: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"F\"><Table>{rows}</Table></Worksheet></Workbook>"
        )
    };
    let found = assert_table("effectifs.xls", xml("utf-8").as_bytes());
    assert_eq!((found.format, flags(&found)), (Some(FileFormat::SpreadsheetMl), vec!["name-misleads"]));
    assert_table("effectifs.xml", &encoding_rs::WINDOWS_1252.encode(&xml("windows-1252")).0);
    assert_table("large.xml", &xml("utf-16").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    let cut = xml("utf-8");
    assert_eq!(refusal(&read("coupe.xls", &cut.as_bytes()[..cut.len() / 2])), Some(ProblemCode::Corrupt));
}

#[test]
fn archives_of_csv_files_are_read_without_being_extracted() {
    let found = read(
        "export.zip",
        &archive(&[
            ("export/../../inscrits.csv", TABLE.as_bytes()),
            ("C:\\temp\\historique.csv", b"a;b\n1;2\n"),
            ("notice.pdf", b"%PDF-1.7"),
            ("__MACOSX/._inscrits.csv", b"\0\x05\x16\x07"),
        ]),
    );
    let names: Vec<&str> = found.sheets.as_ref().expect("read").iter().map(|sheet| sheet.name()).collect();
    assert_eq!((found.format, names), (Some(FileFormat::CsvArchive), vec!["inscrits", "historique"]));
    assert_eq!(flags(&found), ["member-ignored", "sheet-ignored"]);
    let workbooks = archive(&[("a.xlsx", b"PK"), ("b.xls", b"x")]);
    assert_eq!(refusal(&read("classeurs.zip", &workbooks)), Some(ProblemCode::Unsupported));
    assert_eq!(refusal(&read("photos.zip", &archive(&[("a.png", b"x")]))), Some(ProblemCode::NotASpreadsheet));
    let bomb = archive(&[("a.csv", &vec![b';'; 64 << 20])]);
    assert_eq!(refusal(&read("bombe.zip", &bomb)), Some(ProblemCode::TooLarge));
}

#[test]
fn what_is_no_table_or_locked_has_its_reason() {
    let lock = [&b"\x05DUPONT"[..], &[b' '; 48], b"\x05\0D\0U\0P\0O\0N\0", &b" \0".repeat(49)].concat();
    let manifest: &[u8] = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let mimetype: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    let bof = |file_pass: &[u8]| [b"\x09\x08\x08\0\0\x06\x05\0\0\0\0\0\x2f\0", file_pass].concat();
    for (name, bytes, reason) in [
        ("photo.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), ProblemCode::NotASpreadsheet),
        ("notice.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3".to_vec(), ProblemCode::NotASpreadsheet),
        ("~$effectifs.xlsx", lock.clone(), ProblemCode::NotASpreadsheet),
        ("copie.xlsx", lock, ProblemCode::NotASpreadsheet),
        (
            ".~lock.effectifs.ods#",
            b",A. DUPONT,poste,20.09.2024 10:00,file:///x;".to_vec(),
            ProblemCode::NotASpreadsheet,
        ),
        ("page.html", b"<html><body>Bonjour</body></html>".to_vec(), ProblemCode::NotASpreadsheet),
        ("biff2.xls", b"\x09\0\x04\0\x02\0\x10\0".to_vec(), ProblemCode::OldFormat),
        ("biff3.xls", b"\x09\x02\x06\0\0\0\x10\0\0\0".to_vec(), ProblemCode::OldFormat),
        ("biff4.xls", b"\x09\x04\x06\0\0\0\x10\0\0\0".to_vec(), ProblemCode::OldFormat),
        ("agile.xlsx", compound("EncryptedPackage", b"x"), ProblemCode::Password),
        ("standard.xlsb", compound("EncryptionInfo", b"\x03\0\x02\0"), ProblemCode::Password),
        ("rc4.xls", compound("Workbook", &bof(b"\x06\0\x01\0\x01\0\x01\0")), ProblemCode::Password),
        ("xor.xls", compound("Workbook", &bof(b"\x06\0\0\0\x59\xb3\x0a\x9a")), ProblemCode::Password),
        (
            "xor5.xls",
            compound("Book", b"\x09\x08\x08\0\0\x05\x05\0\0\0\0\0\x2f\0\x04\0\x59\xb3\x0a\x9a"),
            ProblemCode::Password,
        ),
        (
            "protege.ods",
            archive(&[("mimetype", mimetype), ("META-INF/manifest.xml", manifest), ("content.xml", b"\x8a\x01")]),
            ProblemCode::Password,
        ),
        ("texte.doc", compound("WordDocument", b"x"), ProblemCode::NotASpreadsheet),
    ] {
        let found = read(name, &bytes);
        assert_eq!(refusal(&found), Some(reason), "{name} {found:?}");
    }
}

#[test]
fn a_compound_file_whose_chain_loops_is_refused_at_once() {
    let mut bytes = compound("Workbook", &vec![7; 100_000]);
    let shift = u16::from_le_bytes([bytes[30], bytes[31]]);
    let number =
        |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes")) as usize;
    let table = (number(&bytes, 76) + 1) << shift;
    // Every sector is followed by itself: the directory, the stream, the small streams.
    for sector in 0..(bytes.len() >> shift) - 1 {
        let at = table + sector * 4;
        bytes[at..at + 4].copy_from_slice(&u32::try_from(sector).expect("a sector").to_le_bytes());
    }
    assert_eq!(refusal(&at_most(30, || read("oleloop.xls", &bytes))), Some(ProblemCode::Corrupt));
}

/// One record of an xls stream.
fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len()).expect("short");
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), body].concat()
}

/// A workbook of Excel 5 in a code page: a macro sheet, then a sheet of labels.
fn excel_5(code_page: u16, labels: &[(u16, u16, &[u8])]) -> Vec<u8> {
    let bof = |kind: u8| record(0x0809, &[0, 5, kind, 0, 0, 0, 0, 0]);
    let sheet: Vec<u8> = labels
        .iter()
        .flat_map(|(row, column, text)| {
            let length = u16::try_from(text.len()).expect("short");
            let head = [row, column, &0, &length].map(|number| number.to_le_bytes()).concat();
            record(0x0204, &[&head[..], text].concat())
        })
        .collect();
    let globals = |macro_at: u32, sheet_at: u32| {
        let bound = |at: u32, kind: u8, name: &[u8]| {
            let length = u8::try_from(name.len()).expect("short");
            record(0x0085, &[&at.to_le_bytes()[..], &[0, kind, length], name].concat())
        };
        [
            bof(0x05),
            record(0x0042, &code_page.to_le_bytes()),
            bound(macro_at, 1, b"Macro1"),
            bound(sheet_at, 0, b"Feuil1"),
            record(0x000a, &[]),
        ]
        .concat()
    };
    let macros = [bof(0x40), record(0x000a, &[])].concat();
    let macro_at = globals(0, 0).len();
    let sheet_at = macro_at + macros.len();
    let place = |at: usize| u32::try_from(at).expect("short");
    let stream = [globals(place(macro_at), place(sheet_at)), macros, bof(0x10), sheet, record(0x000a, &[])].concat();
    compound("Book", &[stream, vec![0; 4_096]].concat())
}

#[test]
fn excel_5_keeps_its_accents_beside_a_macro_sheet() {
    let labels: [(u16, u16, &[u8]); 4] = [(0, 0, b"N\xb0 \xe9tudiant"), (0, 1, b"Niveau"), (1, 0, b"1"), (1, 1, b"L1")];
    let found = read("effectifs.xls", &excel_5(1_252, &labels));
    assert_eq!(cells(&found), ["A1=N° étudiant", "B1=Niveau", "A2=1", "B2=L1"]);
    let mac: [(u16, u16, &[u8]); 1] = [(0, 0, b"Pr\x8enom")];
    assert_eq!(cells(&read("mac.xls", &excel_5(10_000, &mac))), ["A1=Prénom"]);
}

#[test]
fn open_document_repetitions_and_indentation() {
    let ods = |rows: &str| {
        let content = format!(
            "<?xml version=\"1.0\"?>\n<office:document-content>\n <office:body>\n  <office:spreadsheet>\n   <table:table table:name=\"F\">\n{rows}\n   </table:table>\n  </office:spreadsheet>\n </office:body>\n</office:document-content>"
        );
        archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
    };
    let cell = |text: &str| {
        format!(
            "     <table:table-cell office:value-type=\"string\">\n      <text:p>{text}</text:p>\n     </table:table-cell>\n"
        )
    };
    let row = |texts: [&str; 3]| format!("    <table:table-row>\n{}    </table:table-row>\n", texts.map(cell).concat());
    let tail = "<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let rows = row(["N° étudiant", "Nom", "Niveau"]) + &row(["1", "ZOÉ D’ÎLE", "L1"]) + &row(["2", "LÉA", "L2"]) + tail;
    assert_eq!(assert_table("effectifs.ods", &ods(&rows)).flags.len(), 0);
    let full = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"16384\"/></table:table-row>";
    let millions = full.replace("1048576", "20000").replace("16384", "1000");
    for (name, rows) in [("plein.ods", full), ("vingt-millions.ods", millions.as_str())] {
        assert_eq!(refusal(&at_most(30, || read(name, &ods(rows)))), Some(ProblemCode::TooLarge));
    }
}
