//! What a reader finds in the exported workbook.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The texts of a workbook, and which of them stand together in a row.
pub(crate) struct Workbook {
    texts: Vec<String>,
    /// Of every row of every sheet, the places of its texts.
    rows: Vec<Vec<usize>>,
}

impl Workbook {
    pub(crate) fn open(path: &Path) -> Self {
        let mut zip = zip::ZipArchive::new(File::open(path).unwrap()).unwrap();
        let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        let mut part = |name: &str| {
            let mut text = String::new();
            zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        let texts = part("xl/sharedStrings.xml");
        let texts = between(&texts, "<si>", "</si>").map(|item| between(item, "<t", "</t>").map(after_tag).collect());
        let texts = texts.map(|text: String| unescaped(&text)).collect();
        let sheets = names.iter().filter(|name| name.starts_with("xl/worksheets/sheet"));
        let sheets: Vec<String> = sheets.map(|name| part(name)).collect();
        let rows = sheets.iter().flat_map(|sheet| between(sheet, "<row ", "</row>")).map(text_places).collect();
        Self { texts, rows }
    }

    /// Whether one row holds all these texts, each the whole of a cell.
    pub(crate) fn has_row(&self, wanted: &[&str]) -> bool {
        let places = |text: &str| self.texts.iter().position(|known| known == text);
        let Some(places) = wanted.iter().map(|text| places(text)).collect::<Option<Vec<usize>>>() else { return false };
        self.rows.iter().any(|row| places.iter().all(|place| row.contains(place)))
    }
}

/// The places, in the table of texts, of the cells of a row that hold one.
fn text_places(row: &str) -> Vec<usize> {
    let cells = between(row, "<c ", "</c>").filter(|cell| cell.contains("t=\"s\""));
    cells.filter_map(|cell| between(cell, "<v>", "</v>").next()?.parse().ok()).collect()
}

/// What stands between two marks, each time they occur.
fn between<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).filter_map(move |rest| rest.split(end).next())
}

fn after_tag(text: &str) -> &str {
    text.split_once('>').map_or("", |(_, text)| text)
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
