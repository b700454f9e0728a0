//! The files a search begins with: small, made here, one or more for each target.

use crate::containers::{self, BETWEEN_PARTS, BINARY_BOOK};
use guichet_rules::rulebook::SHIPPED;
use std::borrow::Cow;

/// The files with which a target's search begins, by name.
#[must_use]
pub fn seeds(target: &str) -> Vec<(&'static str, Cow<'static, [u8]>)> {
    match target {
        "sniff" => SNIFF.iter().map(|(name, bytes)| (*name, Cow::Borrowed(*bytes))).collect(),
        "zip" => vec![
            ("xlsx", containers::xlsx(&xlsx()).into()),
            ("ods", containers::ods(ODS.as_bytes()).into()),
            ("xlsb", containers::xlsb(&xlsb_sheet()).into()),
            ("csv", containers::csv_archive(&csv_archive()).into()),
        ],
        "compound" => vec![
            ("excel-97", containers::xls(&xls(8)).into()),
            ("excel-5", containers::xls(&xls(5)).into()),
            ("small", containers::xls(&xls(8)[..16]).into()),
        ],
        "xlsx" => vec![("parts", xlsx().into())],
        "xlsb" => vec![
            ("sheet", xlsb_sheet().into()),
            ("strings", xlsb_strings().into()),
            ("book", [b"\x03", BINARY_BOOK].concat().into()),
        ],
        "xls" => vec![("excel-97", xls(8).into()), ("excel-5", xls(5).into())],
        "ods" => vec![("content", ODS.as_bytes().into())],
        "fods" => vec![("body", body(ODS).into())],
        "csv-archive" => vec![("two", csv_archive().into())],
        "rulebook" => SHIPPED
            .iter()
            .filter(|(_, text)| text.len() < 10_000)
            .map(|(id, text)| (*id, text.as_bytes().into()))
            .collect(),
        text => texts(text).iter().map(|(name, text)| (*name, text.as_bytes().into())).collect(),
    }
}

const SNIFF: &[(&str, &[u8])] = &[
    ("zip", b"PK\x03\x04"),
    ("compound", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("excel-4", b"\x09\x04\x06\0\0\0\x10\0\0\0"),
    ("utf-16", b"\xff\xfeN\0o\0m\0"),
    ("page", b"<!DOCTYPE html><table>"),
    ("xml", b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"),
    ("mail", b"MIME-Version: 1.0\r\nContent-Type: multipart/related"),
    ("sylk", b"ID;PWXL;N;E"),
    ("csv", b"a;b\r\n1;2"),
];

const ODS: &str = "<office:document-content><style:style style:name=\"t\"><style:table-properties table:display=\"false\"/></style:style>\
<table:table table:name=\"S\" table:style-name=\"t\"><table:table-column table:number-columns-repeated=\"2\" table:visibility=\"collapse\"/>\
<table:table-row><table:table-cell office:value-type=\"string\"><text:p>INE</text:p></table:table-cell>\
<table:table-cell><text:p>Niveau<text:s text:c=\"2\"/><text:tab/>x</text:p></table:table-cell></table:table-row>\
<table:table-row table:number-rows-repeated=\"2\" table:visibility=\"filter\">\
<table:table-cell office:value-type=\"float\" office:value=\"12.5\" table:number-columns-repeated=\"2\"><text:p>12,5</text:p></table:table-cell>\
<table:table-cell office:value-type=\"date\" office:date-value=\"2024-07-19T12:01:00\" table:formula=\"of:=A1\"/>\
<table:covered-table-cell/><table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\" table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"/>\
<table:table-cell calcext:value-type=\"error\"><text:p>#N/A</text:p><office:annotation><text:p>n</text:p></office:annotation></table:table-cell>\
</table:table-row></table:table></office:document-content>";

/// What a flat workbook has behind its beginning.
fn body(content: &str) -> Vec<u8> {
    content.replace("<office:document-content>", "").replace("document-content", "document").into_bytes()
}

fn texts(target: &str) -> &'static [(&'static str, &'static str)] {
    match target {
        "csv" => &[
            (
                "semicolons",
                "N° étudiant;Nom;Niveau;Date d'inscription\r\n1;\"ZOÉ;\nD’ÎLE\";L1;19/07/2024 12:01\r\n2;\"x;y\r\n",
            ),
            ("tabs", "INE\tNiveau\n0123456789A\tL2\n"),
        ],
        "text" => &[("utf-8", "ZoÃ© à l’été"), ("latin", "Ren\u{e9}e")],
        "html" => &[(
            "page",
            "<head><meta charset=windows-1252></head><table border=1><tr><th colspan=2>INE<th>Niveau<tr><td rowspan=2>1&nbsp;<td>L1<br>x<td><table><tr><td>in</table></table><script>1<2</script>",
        )],
        "mhtml" => &[(
            "page",
            "Content-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: quoted-printable\n\n<table><tr><td>INE=C3=A9<td>=\nL1</table>\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHRhYmxlPjx0cj48dGQ+MQ==\n--b--\n",
        )],
        "spreadsheetml" => &[(
            "book",
            "<Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"S\"><Table><Column ss:Index=\"2\" ss:Hidden=\"1\" ss:Span=\"1\"/><Row ss:Index=\"2\" ss:Hidden=\"1\" ss:Span=\"1\"><Cell ss:Index=\"2\" ss:MergeAcross=\"1\" ss:MergeDown=\"1\"><Data ss:Type=\"String\">INE<B>x</B></Data></Cell><Cell ss:Formula=\"=1\"><Data ss:Type=\"Number\">12.5</Data></Cell><Cell><Data ss:Type=\"DateTime\">2024-07-19T12:01:00.000</Data></Cell><Cell><Data ss:Type=\"Error\">#N/A</Data><Comment><Data>n</Data></Comment></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>",
        )],
        "child" => &[(
            "all",
            "F\txlsx\nS\th\tFeuil\\t1\n0\t0\ts\tINE\n0\t1\ts\tNiveau\n0\t2\ts\tDate d'inscription\n1\t0\tn\t12.5\t12,5\n1\t1\ts\tL1\n1\t2\td\t2024-07-19T12:01:00\t19/07/2024 12:01\n2\t0\tb\t1\tVRAI\n2\t1\te\t#N/A\n2\t2\tf\t=\nX\n0\t0\ts\ta\nM\t{\"hidden_rows\":[[1,2]],\"hidden_columns\":[[0,1]],\"filtered\":true,\"merged\":[[1,0,2,1]]}\nE\nP\t{\"sheet\":\"S\",\"cell\":\"A1\",\"code\":\"value-unreadable\",\"message\":{\"id\":\"problem-error-cell\",\"args\":{}}}\n.\n",
        )],
        "mapping" => &[(
            "both",
            "[headers]\n\"Numéro apprenant\" = \"student_number\"\n\n[values.regime]\n\"7\" = \"professionalisation\"\n",
        )],
        "date" => &[
            ("french", "23/05/1998 14:30"),
            ("iso", "1998-05-23T14:30:00"),
            ("letters", "lundi 1er janv. 2004 à 9h05"),
            ("dots", "05.23.1998"),
        ],
        "ine" => &[("old", "0123456789A"), ("new", "123456789AB"), ("excel", "1.23E+10"), ("split", "012 345 6789 a")],
        "amount" => &[("french", "1 170,00 €"), ("english", "1,170.00"), ("brackets", "(170,00)")],
        "cvec" => &[("number", "ABC4 - 123456-78"), ("plain", "AB34D-FG12")],
        "level" => &[("short", "L1"), ("long", "LMD/L1 - Psychologie"), ("words", "Licence professionnelle 3")],
        "year" => &[("two", "2024-2025"), ("slash", "2024/25"), ("one", "2024")],
        _ => &[],
    }
}

fn xlsx() -> Vec<u8> {
    let sheet = "<worksheet><sheetPr filterMode=\"1\"/><dimension ref=\"A1:C3\"/><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>\
        <sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>\
        <row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"str\"><f>1</f><v>x_x000D_</v></c><c r=\"B2\" s=\"1\"><v>45492.5</v></c>\
        <c r=\"C2\" t=\"e\"><v>#N/A</v></c><c t=\"b\"><v>1</v></c><c t=\"inlineStr\"><is><r><t>é&amp;</t></r></is></c>\
        <c t=\"d\"><v>2024-07-19</v></c><c><f>A1</f></c></row></sheetData>\
        <autoFilter ref=\"A1:C3\"/><mergeCells><mergeCell ref=\"A2:B3\"/></mergeCells></worksheet>";
    let strings = "<sst uniqueCount=\"2\"><si><t>INE</t></si><si><r><t xml:space=\"preserve\">Niv</t></r><r><t>eau</t></r><rPh><t>x</t></rPh></si></sst>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy hh:mm\"/></numFmts><cellXfs><xf/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    let book = "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" state=\"hidden\" r:id=\"rId1\"/></sheets></workbook>";
    [sheet, strings, styles, book].map(str::as_bytes).join(&BETWEEN_PARTS)
}

fn csv_archive() -> Vec<u8> {
    [&b"a.csv\nINE;Niveau\n1;L1\n"[..], b"../b.txt\nx\ty\n", b"notice.pdf\n%PDF"].join(&BETWEEN_PARTS)
}

/// One record of a binary workbook: its kind in one or two bytes, its length in one.
fn record12(kind: &[u8], body: &[u8]) -> Vec<u8> {
    let length = u8::try_from(body.len()).unwrap_or(0x7f);
    [kind, &[length], body].concat()
}

fn wide(text: &str) -> Vec<u8> {
    let letters: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let count = u32::try_from(text.len()).unwrap_or_default();
    [&count.to_le_bytes()[..], &letters].concat()
}

fn xlsb_sheet() -> Vec<u8> {
    let cell =
        |column: u8, kind: u8, value: &[u8]| record12(&[kind], &[&[column, 0, 0, 0, 0, 0, 0, 0], value].concat());
    let row = |row: u8| record12(&[0], &[&[row, 0, 0, 0][..], &[0; 21]].concat());
    let records = [
        record12(b"\x81\x01", b""),
        record12(b"\x94\x01", &[0; 16]),
        record12(b"\x91\x01", b""),
        row(0),
        cell(0, 6, &wide("INE")),
        cell(1, 7, &[0, 0, 0, 0]),
        row(1),
        cell(0, 2, &[0, 0, 0x28, 0x40]),
        cell(1, 5, &45_492.5f64.to_le_bytes()),
        cell(2, 4, &[1]),
        cell(3, 3, &[0x2a]),
        cell(4, 1, b""),
        cell(5, 8, &[wide("L1"), vec![0, 0, 0, 0, 0, 0]].concat()),
        cell(6, 9, &[&1f64.to_le_bytes()[..], &[0; 6]].concat()),
        record12(b"\x92\x01", b""),
        record12(b"\x82\x01", b""),
    ];
    [vec![0], records.concat()].concat()
}

fn xlsb_strings() -> Vec<u8> {
    let item = |text: &str| record12(&[0x13], &[vec![0], wide(text)].concat());
    [vec![1], record12(b"\x9f\x01", &[2, 0, 0, 0, 2, 0, 0, 0]), item("Niveau"), item("L1"), record12(b"\xa0\x01", b"")]
        .concat()
}

/// One record of an xls stream.
fn record8(kind: u16, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len()).unwrap_or_default();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), body].concat()
}

fn beginning(version: u8, kind: u8) -> Vec<u8> {
    record8(0x0809, &[0, version, kind, 0, 0, 0, 0, 0])
}

/// An xls stream of Excel 5 or 97 with a sheet of every kind of cell.
fn xls(excel: u8) -> Vec<u8> {
    let version = if excel == 8 { 6 } else { 5 };
    let end = record8(0x000a, b"");
    let sheet = xls_sheet(version);
    let name: &[u8] = if version == 6 { b"\x01\0S" } else { b"\x01S" };
    let globals = |at: usize| {
        let at = u32::try_from(at).unwrap_or_default();
        let styles = [&[0u8; 20][..], &[0, 0, 14, 0], &[0; 16]].concat();
        let strings: Vec<u8> = if version == 6 {
            record8(0x00fc, b"\x02\0\0\0\x02\0\0\0\x03\0\0INE\x02\0\x09\x01\0L\x001\0\0\0\0\0")
        } else {
            Vec::new()
        };
        [
            beginning(version, 5),
            record8(0x0042, &[0xe4, 4]),
            record8(0x0022, &[0, 0]),
            record8(0x041e, b"\xa4\0\x05\0\0h:mm\""),
            record8(0x00e0, &styles[..20]),
            record8(0x00e0, &styles[20..]),
            record8(0x0085, &[&at.to_le_bytes()[..], &[0, 0], name].concat()),
            strings,
            end.clone(),
        ]
        .concat()
    };
    let at = globals(0).len();
    [globals(at), sheet, end].concat()
}

fn xls_sheet(version: u8) -> Vec<u8> {
    let cell = |row: u8, column: u8, style: u8, rest: &[u8]| [&[row, 0, column, 0, style, 0], rest].concat();
    let label: &[u8] = if version == 6 { b"\x06\0\0Niveau" } else { b"\x06\0Niveau" };
    let text: &[u8] = if version == 6 { b"\x02\0\0L2" } else { b"\x02\0L2" };
    [
        beginning(version, 0x10),
        record8(0x007d, &[1, 0, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0]),
        record8(0x0208, &[1, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0]),
        record8(0x00fd, &cell(0, 0, 0, &[0, 0, 0, 0])),
        record8(0x0204, &cell(0, 1, 0, label)),
        record8(0x0203, &cell(1, 0, 1, &45_492.5f64.to_le_bytes())),
        record8(0x027e, &cell(1, 1, 0, &[0, 0, 0x28, 0x40])),
        record8(0x00bd, &[1, 0, 2, 0, 0, 0, 2, 0, 0, 0, 0, 0, 6, 0, 0, 0, 3, 0]),
        record8(0x0205, &cell(1, 4, 0, &[0x2a, 1])),
        record8(0x0006, &cell(1, 5, 0, b"\0\0\0\0\0\0\xff\xff\0\0\0\0\0\0\x03\0\x1e\x01\0")),
        record8(0x0207, text),
        record8(0x0006, &cell(1, 6, 0, b"\x03\0\0\0\0\0\xff\xff\0\0\0\0\0\0\x03\0\x1e\x01\0")),
        record8(0x00e5, &[1, 0, 1, 0, 2, 0, 0, 0, 1, 0]),
    ]
    .concat()
}
