//! `docs/headers.md`, a page that a person can review, compared with what the program makes of every known header.

use crate::aliases::meaning;
use crate::grid::{CellValue, RawCell, RawSheet};
use crate::header::find;
use crate::layout::Confidence;
use crate::mapping::Mapping;
use guichet_model::{Field, SheetKind, fold};
use std::fmt::Write as _;
use std::path::Path;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/headers.md");

/// One source of the page: its title line, the kind of its rows, its headers.
struct Source<'a> {
    title: &'a str,
    kind: SheetKind,
    headers: Vec<&'a str>,
}

fn sources(page: &str) -> impl Iterator<Item = Source<'_>> {
    page.split("\n## ").skip(1).map(|part| {
        let (title, rows) = part.split_once('\n').expect("rows below the title");
        let kind = title.rsplit_once(" · ").and_then(|(_, kind)| SheetKind::from_name(kind));
        let headers = rows.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once("` |")?.0));
        Source { title, kind: kind.expect("a kind in the title"), headers: headers.collect() }
    })
}

impl Source<'_> {
    /// What becomes of each header, all of them standing together.
    fn rows(&self) -> String {
        let mut sheet = RawSheet::default();
        for (column, header) in (0..).zip(&self.headers) {
            sheet.push(0, RawCell { column, value: CellValue::Text, raw: (*header).into() });
        }
        let mut mapping = Mapping::default();
        mapping.table.kind = Some(self.kind);
        mapping.table.header_row = Some(0);
        let found = find(&sheet, &mapping, "", &std::collections::BTreeSet::new());
        let mut text = format!("\n## {}\n\n| Header | What becomes of it |\n|---|---|\n", self.title);
        for (at, header) in (0u16..).zip(&self.headers) {
            let column = found.iter().flat_map(|found| &found.columns).find(|column| column.source.column == at);
            let doubled = found.iter().flat_map(|found| &found.duplicates);
            let doubled = doubled.filter(|(_, columns)| columns.iter().any(|column| column.column == at));
            assert_eq!(doubled.count(), 0, "{}: {header} stands for the same as another", self.title);
            let (field, dropped) = column.map_or((None, crate::sensitive::is_sensitive(header)), |column| {
                (column.source.field, column.confidence == Confidence::Dropped)
            });
            let _ = writeln!(text, "| `{header}` | {} |", self.word(header, field, dropped));
        }
        text
    }

    fn word(&self, header: &str, field: Option<Field>, dropped: bool) -> String {
        let alone = meaning(self.kind, &fold(header)).map(|meaning| meaning.field);
        match (field, alone) {
            _ if dropped => "dropped".to_owned(),
            (Some(field), _) => field.as_str().to_owned(),
            (None, Some(alone)) => format!("kept; elsewhere or without the others: {alone}"),
            (None, None) => "kept".to_owned(),
        }
    }
}

#[test]
fn the_page_of_headers_says_what_becomes_of_each() {
    let page = std::fs::read_to_string(PAGE).expect("the page");
    let start = page.split("\n## ").next().expect("a start").trim_end();
    let mut text = format!("{start}\n");
    for source in sources(&page) {
        text.push_str(&source.rows());
    }
    if std::env::var_os("GUICHET_WRITE").is_some() {
        std::fs::write(Path::new(PAGE), &text).expect("written");
    }
    let kept = std::fs::read_to_string(PAGE).expect("the page");
    let differ: Vec<(&str, &str)> = kept.lines().zip(text.lines()).filter(|(kept, now)| kept != now).collect();
    assert!(differ.is_empty() && kept == text, "{differ:#?}");
}

#[test]
fn only_the_columns_of_their_section_and_those_named_are_dropped() {
    let page = std::fs::read_to_string(PAGE).expect("the page");
    // Social-security number and disability in Apogée; in Pegase, a wish that tells a disability.
    let known = ["COD_NNI_ETU", "COD_THP", "souhait_amenagement"];
    for source in sources(&page) {
        let must = source.title.starts_with("Columns that must not be kept");
        for header in &source.headers {
            let dropped = crate::sensitive::is_sensitive(header);
            assert_eq!(dropped, must || known.contains(header), "{}: {header}", source.title);
        }
    }
}
