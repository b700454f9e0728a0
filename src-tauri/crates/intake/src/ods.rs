//! The tables of an OpenDocument workbook, streamed: an empty repetition costs nothing, a full one is counted before
//! it is stated, and blanks between tags are none of a cell's text.

use crate::grid::{CellValue, Marks};
use crate::limits::{MAX_CELLS, MAX_GRID, MAX_MERGED_AREAS};
use crate::shown::{show_instant, show_number};
use crate::spreadsheetml::{decode_xml, refusal};
use crate::text_sheet::TextSheet;
use crate::wire::{Excess, Stop, Wire};
use crate::xlsx::xml::{Trouble, Xml, attribute, gather};
use guichet_model::{ProblemCode, parse_instant};
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::io::{Read, Seek, Write};
use zip::ZipArchive;

/// Reads the content of a container that was checked.
pub(crate) fn read<W: Write>(file: impl Read + Seek, wire: &mut Wire<W>) -> Result<(), Stop> {
    let corrupt = |_| Stop::Refused(ProblemCode::Corrupt);
    let mut archive = ZipArchive::new(file).map_err(corrupt)?;
    let content = archive.by_name("content.xml").map_err(corrupt)?;
    read_content(&mut Xml::new(content), wire).map_err(refusal)
}

/// Reads a workbook that is one XML text.
pub(crate) fn read_flat<W: Write>(bytes: &[u8], wire: &mut Wire<W>) -> Result<(), Stop> {
    let decoded = decode_xml(bytes);
    read_content(&mut Xml::new(decoded.text.as_bytes()), wire).map_err(refusal)
}

fn read_content<R: Read, W: Write>(xml: &mut Xml<R>, wire: &mut Wire<W>) -> Result<(), Trouble> {
    let (mut hidden_styles, mut style) = (BTreeSet::new(), String::new());
    let mut ended = false;
    loop {
        match xml.next()? {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == "style" => {
                style = attribute(&element, "name")?.unwrap_or_default().into_owned();
            }
            Event::Start(element) | Event::Empty(element)
                if element.local_name().as_ref() == "table-properties"
                    && attribute(&element, "display")?.is_some_and(|shown| shown == "false") =>
            {
                hidden_styles.insert(style.clone());
            }
            Event::Start(element) if element.local_name().as_ref() == "table" => {
                let name = attribute(&element, "name")?.unwrap_or_default().into_owned();
                let own_style = attribute(&element, "style-name")?.unwrap_or_default();
                let hidden = hidden_styles.contains(own_style.as_ref());
                let mut sheet = TextSheet::start(&mut *wire, &name, hidden, None)?;
                let marks = Table::default().read(xml, &mut sheet)?;
                sheet.marks(&marks)?;
                sheet.end()?;
            }
            Event::End(element) => ended |= element.local_name().as_ref().starts_with("document"),
            Event::Eof if !ended => return Err(ProblemCode::Corrupt.into()),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// One cell of the open row that holds something.
struct Held {
    column: u32,
    repeated: u32,
    value: CellValue,
    raw: String,
}

/// Where reading stands in a table.
#[derive(Default)]
struct Table {
    row: u32,
    row_repeated: u32,
    column: u32,
    held: Vec<Held>,
    cell: Option<Cell>,
    /// How many notes, drawings or tables inside a cell are open: their text is not the cell's.
    aside: usize,
    /// Whether a paragraph of the cell is open: blanks between paragraphs are none.
    in_paragraph: bool,
    /// Columns named so far, and whether the open row is hidden.
    columns: u32,
    row_hidden: bool,
    marks: Marks,
}

/// A cell as its tag says it, and its text so far.
#[derive(Default)]
struct Cell {
    repeated: u32,
    kind: String,
    value: String,
    is_error: bool,
    has_formula: bool,
    text: String,
    paragraphs: usize,
}

impl Table {
    fn read<R: Read, W: Write>(mut self, xml: &mut Xml<R>, sheet: &mut TextSheet<'_, W>) -> Result<Marks, Trouble> {
        loop {
            match xml.next()? {
                Event::Start(element) => self.start(&element)?,
                Event::Empty(element) => {
                    self.start(&element)?;
                    self.end(element.local_name().as_ref(), sheet)?;
                }
                Event::End(element) => {
                    let name = element.local_name();
                    if name.as_ref() == "table" && self.aside == 0 {
                        return Ok(self.marks);
                    }
                    self.end(name.as_ref(), sheet)?;
                }
                Event::Eof => return Err(ProblemCode::Corrupt.into()),
                piece if self.in_paragraph && self.aside == 0 => {
                    if let Some(cell) = &mut self.cell {
                        gather(&mut cell.text, &piece)?;
                    }
                }
                _ => {}
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Trouble> {
        let name = element.local_name();
        if self.aside > 0 || is_aside(name.as_ref()) {
            self.aside += usize::from(is_aside(name.as_ref()));
            return Ok(());
        }
        match name.as_ref() {
            "table-row" => {
                self.row_repeated = repeated(element, "number-rows-repeated")?;
                self.column = 0;
                self.held.clear();
                self.row_hidden = is_hidden(element)?;
            }
            "table-column" => {
                let first = self.columns;
                self.columns = first.saturating_add(repeated(element, "number-columns-repeated")?).min(MAX_GRID.1);
                if is_hidden(element)?
                    && let (Ok(first), Ok(end)) = (u16::try_from(first), u16::try_from(self.columns))
                    && first < end
                {
                    self.marks.hidden_columns.push((first, end - 1));
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.cell = Some(Cell::of(element)?);
                self.merge(element)?;
            }
            "p" | "h" => {
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                    self.in_paragraph = true;
                }
            }
            "s" => {
                let count = repeated(element, "c")?.min(1_000);
                self.add(&" ".repeat(count as usize));
            }
            "tab" => self.add("\t"),
            "line-break" => self.add("\n"),
            _ => {}
        }
        Ok(())
    }

    /// The cell that opens may cover others.
    fn merge(&mut self, element: &BytesStart<'_>) -> Result<(), Trouble> {
        let across = repeated(element, "number-columns-spanned")?;
        let down = repeated(element, "number-rows-spanned")?;
        let right = self.column.saturating_add(across - 1);
        if (across > 1 || down > 1)
            && self.marks.merged.len() < MAX_MERGED_AREAS
            && let (Ok(left), Ok(right)) = (u16::try_from(self.column), u16::try_from(right))
        {
            self.marks.merged.push((self.row, left, self.row.saturating_add(down - 1), right));
        }
        Ok(())
    }

    fn add(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.in_paragraph) {
            cell.text.push_str(text);
        }
    }

    fn end<W: Write>(&mut self, name: &str, sheet: &mut TextSheet<'_, W>) -> Result<(), Trouble> {
        if self.aside > 0 {
            self.aside -= usize::from(is_aside(name));
            return Ok(());
        }
        match name {
            "p" | "h" => self.in_paragraph = false,
            "table-cell" | "covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    let (column, repeated) = (self.column, cell.repeated);
                    self.column = self.column.saturating_add(repeated);
                    if let Some((value, raw)) = cell.understood() {
                        self.held.push(Held { column, repeated, value, raw });
                    }
                }
            }
            "table-row" => {
                self.state(sheet)?;
                self.row = self.row.saturating_add(self.row_repeated);
            }
            _ => {}
        }
        Ok(())
    }

    /// States the cells of the row that ends, as often as they are repeated.
    fn state<W: Write>(&mut self, sheet: &mut TextSheet<'_, W>) -> Result<(), Trouble> {
        let wide: u64 = self.held.iter().map(|cell| u64::from(cell.repeated)).sum();
        let outside = !self.held.is_empty()
            && (self.column_end() > MAX_GRID.1 || self.row.saturating_add(self.row_repeated) > MAX_GRID.0);
        if outside || wide.saturating_mul(u64::from(self.row_repeated)) > MAX_CELLS {
            return Err(if outside { Excess::Grid } else { Excess::Cells }.into());
        }
        if self.row_hidden && !self.held.is_empty() {
            (self.row..self.row + self.row_repeated).for_each(|row| self.marks.hide_row(row));
        }
        for row in self.row..self.row + if wide == 0 { 0 } else { self.row_repeated } {
            for cell in &self.held {
                for column in cell.column..cell.column + cell.repeated {
                    sheet.value(row, column, cell.value, &cell.raw)?;
                }
            }
        }
        self.held.clear();
        Ok(())
    }

    fn column_end(&self) -> u32 {
        self.held.iter().map(|cell| cell.column.saturating_add(cell.repeated)).max().unwrap_or(0)
    }
}

fn is_hidden(element: &BytesStart<'_>) -> Result<bool, Trouble> {
    Ok(attribute(element, "visibility")?.is_some_and(|shown| shown == "collapse" || shown == "filter"))
}

fn is_aside(name: &str) -> bool {
    matches!(name, "annotation" | "table" | "frame" | "custom-shape" | "shapes")
}

fn repeated(element: &BytesStart<'_>, name: &str) -> Result<u32, Trouble> {
    match attribute(element, name)? {
        // A number too large to be one is as large as can be.
        Some(text) if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            Ok(text.parse().unwrap_or(u32::MAX).max(1))
        }
        Some(_) => Err(ProblemCode::Corrupt.into()),
        None => Ok(1),
    }
}

impl Cell {
    fn of(element: &BytesStart<'_>) -> Result<Self, Trouble> {
        let mut cell = Self { repeated: repeated(element, "number-columns-repeated")?, ..Self::default() };
        for found in element.attributes().with_checks(false) {
            let found = found.map_err(|_| Trouble::Odd)?;
            let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(|_| Trouble::Odd)?;
            let is_calc = found.key.prefix().is_some_and(|prefix| prefix.as_ref() == "calcext");
            match found.key.local_name().as_ref() {
                "value-type" if is_calc => cell.is_error = value == "error",
                "value-type" => cell.kind = value.into_owned(),
                "value" | "date-value" | "boolean-value" | "time-value" | "string-value" => {
                    cell.value = value.into_owned();
                }
                "formula" => cell.has_formula = true,
                _ => {}
            }
        }
        Ok(cell)
    }

    /// What it is and its text as shown; `None` when it holds nothing.
    fn understood(self) -> Option<(CellValue, String)> {
        if self.is_error {
            return Some((CellValue::Error, self.text));
        }
        match self.kind.as_str() {
            "float" | "currency" | "percentage" => {
                if let Some(number) = self.value.parse::<f64>().ok().filter(|number| number.is_finite()) {
                    return Some((CellValue::Number(number), show_number(number)));
                }
            }
            "date" => {
                if let Some((instant, _)) = parse_instant(&self.value) {
                    let raw = show_instant(instant, self.value.contains('T'));
                    return Some((CellValue::Instant(instant), raw));
                }
            }
            "boolean" => {
                let flag = self.value == "true";
                return Some((CellValue::Flag(flag), if flag { "VRAI" } else { "FAUX" }.to_owned()));
            }
            "" if self.has_formula && self.text.is_empty() => {
                return Some((CellValue::Uncalculated, "=".to_owned()));
            }
            _ => {}
        }
        let text = if self.text.is_empty() { self.value } else { self.text };
        (!text.trim().is_empty()).then_some((CellValue::Text, text))
    }
}

#[cfg(test)]
mod tests {
    use super::read_flat;
    use crate::wire::{Excess, Line, Stop, Wire, parse};
    use guichet_model::ProblemCode;

    fn cells(table: &str) -> Result<Vec<String>, Stop> {
        let xml = format!(
            "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">\
             <style:style style:name=\"ta1\"><style:table-properties table:display=\"false\"/></style:style>\
             <office:spreadsheet><table:table table:name=\"F\" table:style-name=\"ta1\">{table}</table:table></office:spreadsheet></office:document>"
        );
        let mut out = Vec::new();
        read_flat(xml.as_bytes(), &mut Wire::new(&mut out))?;
        let said = String::from_utf8(out).expect("UTF-8");
        assert!(said.starts_with("S\th\tF\n"), "{said}");
        let cells = said.lines().filter_map(|line| match parse(line) {
            Some(Line::Cell { row, cell }) => Some(format!("{row}.{}={}", cell.column, cell.raw)),
            _ => None,
        });
        Ok(cells.collect())
    }

    #[test]
    fn kinds_repetitions_and_notes() {
        let found = cells(
            "<table:table-column table:number-columns-repeated=\"3\"/>\n <table:table-row table:number-rows-repeated=\"2\">\n  \
             <table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"2\">\n   <text:p>Zo<text:s text:c=\"2\"/>\
             <text:span>é</text:span></text:p>\n   <text:p>b</text:p>\n   <office:annotation><text:p>note</text:p></office:annotation>\n  </table:table-cell>\n  \
             <table:covered-table-cell/><table:table-cell office:value-type=\"float\" office:value=\"12.5\"><text:p>12,50</text:p></table:table-cell>\n </table:table-row>\n \
             <table:table-row table:number-rows-repeated=\"4000\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>\
             <table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2024-07-19T12:01:00\"><text:p>x</text:p></table:table-cell>\
             <table:table-cell office:value-type=\"date\" office:date-value=\"2024-07-19\"/>\
             <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>\
             <table:table-cell table:formula=\"of:=[.A1]\"/>\
             <table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell></table:table-row>\
             <table:table-row table:number-rows-repeated=\"9999999999\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
        );
        let text = "Zo  é\\nb".replace("\\n", "\n");
        let expected = [
            format!("0.0={text}"),
            format!("0.1={text}"),
            "0.3=12,5".into(),
            format!("1.0={text}"),
            format!("1.1={text}"),
            "1.3=12,5".into(),
            "4002.0=19/07/2024 12:01".into(),
            "4002.1=19/07/2024".into(),
            "4002.2=VRAI".into(),
            "4002.3==".into(),
            "4002.4=#N/A".into(),
        ];
        assert_eq!(found.expect("read"), expected);
    }

    #[test]
    fn full_repetitions_are_counted_before_they_are_stated() {
        let full = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"float\" \
                    office:value=\"1\" table:number-columns-repeated=\"16384\"/></table:table-row>";
        assert!(matches!(cells(full), Err(Stop::Excess(Excess::Cells))));
        let outside = "<table:table-row table:number-rows-repeated=\"4294967295\"><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
        assert!(matches!(cells(outside), Err(Stop::Excess(Excess::Grid))));
        assert!(matches!(
            read_flat(b"<office:document><table:table>", &mut Wire::new(Vec::new())),
            Err(Stop::Refused(ProblemCode::Corrupt))
        ));
    }
}
