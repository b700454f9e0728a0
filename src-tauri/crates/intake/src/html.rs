//! The tables of a web page, whatever name it was saved under. Nothing the page points to is ever loaded.
//!
//! The page is cut into tokens by `html5ever` (entities, comments, quotes) and never becomes a tree: a cell is what lies
//! between its tag and whatever ends it, so that missing end tags cost nothing. A table inside a cell is a table of its own.

use crate::encoding::{Decoded, decode_declared};
use crate::grid::Marks;
use crate::limits::{MAX_GRID, MAX_MERGED_AREAS, MAX_NESTED_TABLES};
use crate::text_sheet::TextSheet;
use crate::wire::{Stop, Wire};
use guichet_model::ProblemCode;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{Rawtext, ScriptData};
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, Tag, TagKind, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;
use std::io::Write;

/// Bytes in which a page names its encoding.
const META_BYTES: usize = 8 << 10;
/// The widest and the highest a cell may say it is.
const MAX_COLUMN_SPAN: u32 = 1_000;
/// See [`MAX_COLUMN_SPAN`].
const MAX_ROW_SPAN: u32 = 65_534;

/// Bytes given to the tokenizer at a time.
const PIECE_BYTES: usize = 64 << 10;
/// Blanks and equal signs of one tag.
const MAX_MARKS_IN_TAG: usize = 50_000;

/// A text in pieces.
struct Pieces<'a>(&'a str);

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let (piece, rest) = self.0.split_at(self.0.floor_char_boundary(PIECE_BYTES));
        self.0 = rest;
        (!piece.is_empty()).then_some(piece)
    }
}

/// Reads the tables of a page, each as one sheet; the first has this name.
pub(crate) fn read<W: Write>(bytes: &[u8], name: &str, wire: &mut Wire<W>) -> Result<(), Stop> {
    let decoded = decode_declared(bytes, declared_charset(bytes).as_deref());
    let page = Page::read(&decoded)?;
    if page.tables.is_empty() {
        return Err(Stop::Refused(if page.in_pieces {
            ProblemCode::Unsupported
        } else {
            ProblemCode::NotASpreadsheet
        }));
    }
    page.state(name, &decoded, wire)
}

/// `charset=…` in the first lines of a page.
fn declared_charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(META_BYTES)]).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    Some(label.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')).collect())
}

/// The tables of a page, in the order in which they begin.
pub(crate) struct Page {
    tables: Vec<Table>,
    /// Whether the page only frames other files.
    in_pieces: bool,
}

impl Page {
    /// Finds the tables that hold something.
    pub(crate) fn read(decoded: &Decoded) -> Result<Self, Stop> {
        let input = BufferQueue::default();
        let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
        let (mut tokens, mut marks) = (0, 0);
        for piece in Pieces(&decoded.text) {
            input.push_back(StrTendril::from(piece));
            // It only stops early for scripts to be run, which the sink never asks for.
            let _ = tokenizer.feed(&input);
            let now = tokenizer.sink.builder.borrow().tokens;
            marks = if now == tokens {
                marks + piece.bytes().filter(|byte| matches!(byte, b' ' | b'=')).count()
            } else {
                0
            };
            tokens = now;
            // The tokenizer compares each attribute of a tag with all the others.
            if marks > MAX_MARKS_IN_TAG {
                return Err(Stop::Refused(ProblemCode::TooLarge));
            }
        }
        tokenizer.end();
        let mut builder = tokenizer.sink.builder.take();
        while builder.open.last().is_some() {
            builder.close_table();
        }
        if builder.too_large {
            return Err(Stop::Refused(ProblemCode::TooLarge));
        }
        builder.done.sort_by_key(|table| table.rank);
        builder.done.retain(|table| !table.cells.is_empty());
        Ok(Self { tables: builder.done, in_pieces: builder.in_pieces })
    }

    /// Whether no table holds anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }

    /// States each table as a sheet.
    pub(crate) fn state<W: Write>(&self, name: &str, decoded: &Decoded, wire: &mut Wire<W>) -> Result<(), Stop> {
        for (index, table) in self.tables.iter().enumerate() {
            let own = if index == 0 { name.to_owned() } else { format!("{name} ({})", index + 1) };
            let mut sheet = TextSheet::start(wire, &own, false, decoded.doubt.as_ref().filter(|_| index == 0))?;
            for cell in &table.cells {
                sheet.text(cell.row, cell.column, &cell.text)?;
            }
            sheet.marks(&table.marks)?;
            sheet.end()?;
        }
        Ok(())
    }
}

/// One cell that holds something.
struct Cell {
    row: u32,
    column: u32,
    text: String,
}

/// A table, and where reading stands in it.
#[derive(Default)]
struct Table {
    rank: usize,
    cells: Vec<Cell>,
    row: u32,
    in_row: bool,
    column: u32,
    /// For each column, the first row that no cell from above reaches.
    free_from: Vec<u32>,
    open: Option<Cell>,
    marks: Marks,
}

impl Table {
    fn open_row(&mut self, hidden: bool) {
        self.close_row();
        if hidden {
            self.marks.hide_row(self.row);
        }
        self.in_row = true;
        self.column = 0;
    }

    fn close_row(&mut self) {
        self.close_cell();
        if self.in_row {
            self.row += 1;
            self.in_row = false;
        }
    }

    /// Opens a cell in the first free column; `false` when it lies outside any grid.
    fn open_cell(&mut self, column_span: u32, row_span: u32) -> bool {
        self.close_cell();
        if !self.in_row {
            self.open_row(false);
        }
        while self.free_from.get(self.column as usize).is_some_and(|free| *free > self.row) {
            self.column += 1;
        }
        let end = self.column + column_span;
        if end > MAX_GRID.1 || self.row >= MAX_GRID.0 {
            return false;
        }
        if self.free_from.len() < end as usize {
            self.free_from.resize(end as usize, 0);
        }
        self.free_from[self.column as usize..end as usize].fill(self.row.saturating_add(row_span));
        let bottom = self.row.saturating_add(row_span - 1).min(MAX_GRID.0 - 1);
        if (column_span > 1 || row_span > 1)
            && self.marks.merged.len() < MAX_MERGED_AREAS
            && let (Ok(left), Ok(right)) = (u16::try_from(self.column), u16::try_from(end - 1))
        {
            self.marks.merged.push((self.row, left, bottom, right));
        }
        self.open = Some(Cell { row: self.row, column: self.column, text: String::new() });
        self.column = end;
        true
    }

    fn close_cell(&mut self) {
        if let Some(mut cell) = self.open.take() {
            cell.text.truncate(cell.text.trim_end().len());
            if !cell.text.is_empty() {
                self.cells.push(cell);
            }
        }
    }

    /// Adds text as a page shows it: blanks count once.
    fn add(&mut self, text: &str) {
        let Some(cell) = &mut self.open else { return };
        for c in text.chars() {
            let is_blank = matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c');
            if !is_blank {
                cell.text.push(c);
            } else if !cell.text.is_empty() && !cell.text.ends_with([' ', '\n']) {
                cell.text.push(' ');
            }
        }
    }

    fn break_line(&mut self) {
        if let Some(cell) = &mut self.open
            && !cell.text.is_empty()
            && !cell.text.ends_with('\n')
        {
            cell.text.truncate(cell.text.trim_end_matches(' ').len());
            cell.text.push('\n');
        }
    }
}

#[derive(Default)]
struct Builder {
    open: Vec<Table>,
    done: Vec<Table>,
    begun: usize,
    tokens: usize,
    /// Inside a script or a style.
    is_muted: bool,
    in_pieces: bool,
    too_large: bool,
}

impl Builder {
    fn close_table(&mut self) {
        if let Some(mut table) = self.open.pop() {
            table.close_row();
            self.done.push(table);
        }
    }

    fn start(&mut self, tag: &Tag) {
        match &*tag.name {
            "table" if self.open.len() < MAX_NESTED_TABLES => {
                self.open.push(Table { rank: self.begun, ..Table::default() });
                self.begun += 1;
            }
            "script" | "style" => self.is_muted = true,
            "frameset" => self.in_pieces = true,
            name => {
                if let Some(table) = self.open.last_mut() {
                    match name {
                        "tr" => table.open_row(is_hidden(tag)),
                        "td" | "th" => {
                            let columns = span(tag, "colspan").clamp(1, MAX_COLUMN_SPAN);
                            let rows = match span(tag, "rowspan") {
                                0 => u32::MAX,
                                rows => rows.min(MAX_ROW_SPAN),
                            };
                            self.too_large |= !table.open_cell(columns, rows);
                        }
                        "thead" | "tbody" | "tfoot" => table.close_row(),
                        "br" | "p" | "div" | "li" => table.break_line(),
                        _ => {}
                    }
                }
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table" => self.close_table(),
            "script" | "style" => self.is_muted = false,
            _ => {
                if let Some(table) = self.open.last_mut() {
                    match name {
                        "tr" | "thead" | "tbody" | "tfoot" => table.close_row(),
                        "td" | "th" => table.close_cell(),
                        "p" | "div" | "li" => table.break_line(),
                        _ => {}
                    }
                }
            }
        }
    }
}

fn span(tag: &Tag, name: &str) -> u32 {
    let written = tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
    written.and_then(|attribute| attribute.value.trim().parse().ok()).unwrap_or(1)
}

fn is_hidden(tag: &Tag) -> bool {
    tag.attrs.iter().any(|attribute| match &*attribute.name.local {
        "hidden" => true,
        "style" => attribute.value.to_ascii_lowercase().replace(' ', "").contains("display:none"),
        _ => false,
    })
}

/// What the tokenizer speaks to.
#[derive(Default)]
struct Sink {
    builder: RefCell<Builder>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut builder = self.builder.borrow_mut();
        builder.tokens += 1;
        match token {
            TagToken(tag) => match tag.kind {
                TagKind::StartTag => {
                    builder.start(&tag);
                    match &*tag.name {
                        "script" => return TokenSinkResult::RawData(ScriptData),
                        "style" => return TokenSinkResult::RawData(Rawtext),
                        _ => {}
                    }
                }
                TagKind::EndTag => builder.end(&tag.name),
            },
            CharacterTokens(text) if !builder.is_muted => {
                if let Some(table) = builder.open.last_mut() {
                    table.add(&text);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::{Page, declared_charset, read};
    use crate::wire::Wire;

    /// The tables of a page, each as `row.column=text`.
    fn tables(page: &str) -> Vec<Vec<String>> {
        let page = Page::read(&page.to_owned().into()).expect("read");
        let show = |cell: &super::Cell| format!("{}.{}={}", cell.row, cell.column, cell.text);
        page.tables.iter().map(|table| table.cells.iter().map(show).collect()).collect()
    }

    #[test]
    fn spans_push_the_cells_after_them() {
        let page =
            "<table><tr><th colspan=2>Nom<th rowspan=2>Niveau</tr><tr><td>A<td>B</tr><tr><td>1<td>2<td>3</table>";
        assert_eq!(tables(page), [["0.0=Nom", "0.2=Niveau", "1.0=A", "1.1=B", "2.0=1", "2.1=2", "2.2=3"]]);
        let huge = "<table><tr><td colspan=99999999999>a<td rowspan=0>b<tr><td>c<tr><td>d</table>";
        assert_eq!(tables(huge), [["0.0=a", "0.1=b", "1.0=c", "2.0=d"]]);
    }

    #[test]
    fn text_reads_as_on_the_page() {
        let page = "<TABLE><TR><TD> Zo&euml;\n <b>L&#201;A</b>&nbsp;x<br>y <script>alert('<td>z')</script>\
                    <style>td{}</style><!-- <td>n --><TD>a &lt; b &amp; c<img src='http://x/y.png'></TABLE>dehors";
        assert_eq!(tables(page), [["0.0=Zoë LÉA\u{a0}x\ny", "0.1=a < b & c"]]);
    }

    #[test]
    fn nested_and_following_tables_are_their_own() {
        let page = "<table><tr><td>menu<table><tr><td>1<td>2</table><td>fin</table><table></table><table><td>3";
        assert_eq!(tables(page), [vec!["0.0=menu", "0.1=fin"], vec!["0.0=1", "0.1=2"], vec!["0.0=3"]]);
    }

    #[test]
    fn hostile_pages_cost_little() {
        let started = std::time::Instant::now();
        assert_eq!(tables(&"<table><tr><td>".repeat(100_000)).len(), 0);
        let attributes: String = (0..100_000).map(|index| format!("a{index}=1 ")).collect();
        assert!(Page::read(&format!("<table><tr><td {attributes}>x</table>").into()).is_err());
        let wide = "<table><tr>".to_owned() + &"<td colspan=1000>".repeat(100_000);
        assert!(Page::read(&wide.into()).is_err());
        // Not a measure: what does not come to an end must not stop every other test.
        assert!(started.elapsed().as_secs() < 60);
    }

    #[test]
    fn a_page_without_table_is_none() {
        assert!(read(b"<html><body>Bonjour", "x", &mut Wire::new(Vec::new())).is_err());
        assert_eq!(
            declared_charset(b"<META content='text/html; charset=Windows-1252'>").as_deref(),
            Some("windows-1252")
        );
        assert_eq!(declared_charset(b"<meta charset=\"utf-8\">").as_deref(), Some("utf-8"));
    }
}
