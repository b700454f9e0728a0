//! Reads a workbook back, part by part, as the format lays it down.

use std::io::{Cursor, Read};

/// The parts of a workbook.
pub(super) struct Parts(zip::ZipArchive<Cursor<Vec<u8>>>);

impl Parts {
    pub(super) fn of(bytes: Vec<u8>) -> Self {
        Self(zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip"))
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.0.file_names().map(|name| name.expect("a name").into_owned()).collect()
    }

    pub(super) fn text(&mut self, name: &str) -> String {
        let mut text = String::new();
        self.0.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
        text
    }

    /// The names of the sheets in order.
    pub(super) fn sheets(&mut self) -> Vec<String> {
        attributes(&self.text("xl/workbook.xml"), "<sheet ", "name")
    }

    /// The parts of the sheets in order.
    pub(super) fn sheet(&mut self, at: usize) -> String {
        self.text(&format!("xl/worksheets/sheet{}.xml", at + 1))
    }

    /// The numbers of a sheet's rows, as written.
    pub(super) fn row_numbers(&mut self, at: usize) -> Vec<u32> {
        attributes(&self.sheet(at), "<row ", "r").iter().map(|row| row.parse().expect("a number")).collect()
    }

    /// The texts of the cells of a sheet's rows that have any; what is not an inline text is shown as its value.
    pub(super) fn rows(&mut self, at: usize) -> Vec<Vec<String>> {
        let sheet = self.sheet(at);
        pieces(&sheet, "<row ", "</row>")
            .iter()
            .map(|row| pieces(row, "<c ", "</c>").iter().map(|cell| cell_text(cell)).collect::<Vec<_>>())
            .filter(|row| !row.is_empty())
            .collect()
    }
}

/// The stretches between an opening and a closing text.
pub(super) fn pieces<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    text.split(open).skip(1).map(|rest| rest.split(close).next().unwrap_or(rest)).collect()
}

fn attributes(text: &str, tag: &str, name: &str) -> Vec<String> {
    let mark = format!("{name}=\"");
    pieces(text, tag, ">").iter().map(|tag| unescape(pieces(tag, &mark, "\"")[0])).collect()
}

fn cell_text(cell: &str) -> String {
    let inside = if cell.contains("t=\"inlineStr\"") { pieces(cell, "<t", "</t>") } else { pieces(cell, "<v", "</v>") };
    inside.first().and_then(|text| text.split_once('>')).map(|(_, text)| unescape(text)).unwrap_or_default()
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
