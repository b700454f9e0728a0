//! What a reader finds in the exported workbook.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The texts of each row of each sheet.
pub(crate) struct Workbook(Vec<Vec<String>>);

impl Workbook {
    pub(crate) fn open(path: &Path) -> Self {
        let mut zip = zip::ZipArchive::new(File::open(path).unwrap()).unwrap();
        let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        let mut part = |name: &str| {
            let mut text = String::new();
            zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        let shared = part("xl/sharedStrings.xml");
        let shared: Vec<String> = between(&shared, "<si>", "</si>").map(text).collect();
        let sheets = names.iter().filter(|name| name.starts_with("xl/worksheets/sheet"));
        let sheets: Vec<String> = sheets.map(|name| part(name)).collect();
        let rows = sheets.iter().flat_map(|sheet| between(sheet, "<row ", "</row>"));
        Self(
            rows.map(|row| between(row, "<c ", "</c>").filter_map(|cell| cell_text(cell, &shared)).collect()).collect(),
        )
    }

    /// Whether one row holds all these texts, each the whole of a cell.
    pub(crate) fn has_row(&self, wanted: &[&str]) -> bool {
        self.0.iter().any(|row| wanted.iter().all(|text| row.iter().any(|cell| cell == text)))
    }
}

/// The text of a cell, written in it or in the table the sheets share; nothing for a number.
fn cell_text(cell: &str, shared: &[String]) -> Option<String> {
    if cell.contains("t=\"inlineStr\"") {
        return Some(text(cell));
    }
    let place: usize = between(cell, "<v>", "</v>").next()?.parse().ok()?;
    shared.get(place).filter(|_| cell.contains("t=\"s\"")).cloned()
}

/// The runs of a text, put together.
fn text(xml: &str) -> String {
    let runs = between(xml, "<t", "</t>").filter_map(|run| run.split_once('>'));
    let text: String = runs.map(|(_, text)| text).collect();
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// What stands between two marks, each time they occur.
fn between<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).filter_map(move |rest| rest.split(end).next())
}
