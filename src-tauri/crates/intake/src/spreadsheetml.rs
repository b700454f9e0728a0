//! The XML of Excel 2003: the whole workbook is one text, often saved under the name of an xls.

use crate::encoding::{Decoded, decode_declared};
use crate::grid::{CellValue, Marks};
use crate::limits::MAX_MERGED_AREAS;
use crate::shown::{show_instant, show_number};
use crate::text_sheet::TextSheet;
use crate::wire::{Stop, Wire};
use crate::xlsx::xml::{Trouble, Xml, attribute, gather, says_yes};
use guichet_model::{ProblemCode, parse_instant};
use quick_xml::events::{BytesStart, Event};
use std::io::Write;

/// Bytes in which an XML text names its encoding.
const DECLARATION_BYTES: usize = 200;

/// Reads every worksheet.
pub(crate) fn read<W: Write>(bytes: &[u8], wire: &mut Wire<W>) -> Result<(), Stop> {
    let decoded = decode_xml(bytes);
    let hidden = hidden_sheets(&decoded).map_err(refusal)?;
    Workbook { decoded: &decoded, hidden, wire }.read().map_err(refusal)
}

/// A text whose declaration names its encoding; the declaration, no longer true, is left out.
pub(crate) fn decode_xml(bytes: &[u8]) -> Decoded {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION_BYTES)]).into_owned();
    let label = head.split_once("encoding=").map(|(_, after)| after.trim_start_matches(['"', '\'']));
    let label = label.and_then(|after| after.split(['"', '\'']).next());
    let mut decoded = decode_declared(bytes, label);
    let text = decoded.text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let text = match text.strip_prefix("<?xml").and_then(|declaration| declaration.split_once("?>")) {
        Some((_, after)) => after,
        None => text,
    };
    decoded.text = text.to_owned();
    decoded
}

/// What is not written as the norm says cannot be read otherwise.
pub(crate) fn refusal(trouble: Trouble) -> Stop {
    match trouble {
        Trouble::Stop(stop) => stop,
        Trouble::Odd => Stop::Refused(ProblemCode::Corrupt),
    }
}

/// Whether each worksheet is hidden, which is only said after its cells.
fn hidden_sheets(decoded: &Decoded) -> Result<Vec<bool>, Trouble> {
    let mut xml = Xml::new(decoded.text.as_bytes());
    let (mut hidden, mut says, mut text) = (Vec::new(), false, String::new());
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "Worksheet" => hidden.push(false),
                "Visible" => {
                    says = true;
                    text.clear();
                }
                _ => {}
            },
            Event::Empty(element) if element.local_name().as_ref() == "Worksheet" => hidden.push(false),
            Event::End(element) if element.local_name().as_ref() == "Visible" => {
                says = false;
                if let Some(last) = hidden.last_mut() {
                    *last = matches!(text.trim(), "SheetHidden" | "SheetVeryHidden");
                }
            }
            Event::Eof => return Ok(hidden),
            piece if says => gather(&mut text, &piece)?,
            _ => {}
        }
    }
}

struct Workbook<'a, W: Write> {
    decoded: &'a Decoded,
    hidden: Vec<bool>,
    wire: &'a mut Wire<W>,
}

impl<W: Write> Workbook<'_, W> {
    fn read(self) -> Result<(), Trouble> {
        let mut xml = Xml::new(self.decoded.text.as_bytes());
        let mut index = 0;
        loop {
            let (name, has_content) = match xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "Worksheet" => (name_of(&element)?, true),
                Event::Empty(element) if element.local_name().as_ref() == "Worksheet" => (name_of(&element)?, false),
                Event::Eof if index == 0 => return Err(ProblemCode::Corrupt.into()),
                Event::Eof => return Ok(()),
                _ => continue,
            };
            let hidden = self.hidden.get(index).copied().unwrap_or_default();
            let doubt = self.decoded.doubt.as_ref().filter(|_| index == 0);
            let mut sheet = TextSheet::start(&mut *self.wire, &name, hidden, doubt)?;
            if has_content {
                let marks = Cells::default().read(&mut xml, &mut sheet)?;
                sheet.marks(&marks)?;
            }
            sheet.end()?;
            index += 1;
        }
    }
}

fn name_of(element: &BytesStart<'_>) -> Result<String, Trouble> {
    Ok(attribute(element, "Name")?.unwrap_or_default().into_owned())
}

/// Where reading stands in a worksheet.
#[derive(Default)]
struct Cells {
    /// The row and column that come next.
    row: u32,
    column: u32,
    /// Rows that the open one says it stands for, itself not counted.
    row_span: u32,
    /// The cell that is open, and how many columns it covers after its own.
    open: Option<(u32, u32)>,
    covers: u32,
    formula: bool,
    /// The kind of data that is open.
    kind: Option<String>,
    text: String,
    filled: bool,
    in_comment: bool,
    /// Columns named so far, which have their own count.
    columns: u32,
    marks: Marks,
}

impl Cells {
    fn read<W: Write>(mut self, xml: &mut Xml<&[u8]>, sheet: &mut TextSheet<'_, W>) -> Result<Marks, Trouble> {
        loop {
            match xml.next()? {
                Event::Start(element) => self.start(&element)?,
                Event::Empty(element) => {
                    let name = element.local_name();
                    if name.as_ref() != "Comment" {
                        self.start(&element)?;
                        self.end(name.as_ref(), sheet)?;
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "Worksheet" => return Ok(self.marks),
                Event::End(element) => self.end(element.local_name().as_ref(), sheet)?,
                Event::Eof => return Err(ProblemCode::Corrupt.into()),
                piece if self.kind.is_some() => gather(&mut self.text, &piece)?,
                _ => {}
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Trouble> {
        match element.local_name().as_ref() {
            "Row" => {
                if let Some(row) = number(element, "Index")? {
                    self.row = row.saturating_sub(1);
                }
                self.column = 0;
                if is_hidden(element)? {
                    self.marks.hide_row(self.row);
                }
                self.row_span = number(element, "Span")?.unwrap_or(0);
            }
            "Cell" => {
                if let Some(column) = number(element, "Index")? {
                    self.column = column.saturating_sub(1);
                }
                self.open = Some((self.row, self.column));
                self.covers = number(element, "MergeAcross")?.unwrap_or(0);
                self.merge(number(element, "MergeDown")?.unwrap_or(0));
                self.formula = attribute(element, "Formula")?.is_some();
                self.filled = false;
            }
            "Column" => self.column_named(element)?,
            "Comment" => self.in_comment = true,
            "Data" if !self.in_comment && self.open.is_some() => {
                self.kind = Some(attribute(element, "Type")?.unwrap_or_default().into_owned());
                self.text.clear();
            }
            _ => {}
        }
        Ok(())
    }

    fn column_named(&mut self, element: &BytesStart<'_>) -> Result<(), Trouble> {
        let first = number(element, "Index")?.map_or(self.columns, |index| index.saturating_sub(1));
        let last = first.saturating_add(number(element, "Span")?.unwrap_or(0));
        self.columns = last.saturating_add(1);
        if is_hidden(element)?
            && let (Ok(first), Ok(last)) = (u16::try_from(first), u16::try_from(last))
        {
            self.marks.hidden_columns.push((first, last));
        }
        Ok(())
    }

    /// The open cell covers others, to its right or below.
    fn merge(&mut self, down: u32) {
        let right = self.column.saturating_add(self.covers);
        if (down > 0 || self.covers > 0)
            && self.marks.merged.len() < MAX_MERGED_AREAS
            && let (Ok(first), Ok(last)) = (u16::try_from(self.column), u16::try_from(right))
        {
            self.marks.merged.push((self.row, first, self.row.saturating_add(down), last));
        }
    }

    fn end<W: Write>(&mut self, name: &str, sheet: &mut TextSheet<'_, W>) -> Result<(), Trouble> {
        match name {
            "Row" => self.row = self.row.saturating_add(1).saturating_add(self.row_span),
            "Comment" => self.in_comment = false,
            "Data" => {
                if let (Some(kind), Some((row, column))) = (self.kind.take(), self.open) {
                    self.filled = !self.text.is_empty();
                    state(sheet, row, column, &kind, &self.text)?;
                }
            }
            "Cell" => {
                if let Some((row, column)) = self.open.take() {
                    if self.formula && !self.filled {
                        sheet.value(row, column, CellValue::Uncalculated, "=")?;
                    }
                    self.column = column.saturating_add(1).saturating_add(self.covers);
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn is_hidden(element: &BytesStart<'_>) -> Result<bool, Trouble> {
    Ok(attribute(element, "Hidden")?.is_some_and(|hidden| says_yes(&hidden)))
}

fn number(element: &BytesStart<'_>, name: &str) -> Result<Option<u32>, Trouble> {
    match attribute(element, name)? {
        Some(text) => text.trim().parse().map(Some).map_err(|_| ProblemCode::Corrupt.into()),
        None => Ok(None),
    }
}

fn state<W: Write>(sheet: &mut TextSheet<'_, W>, row: u32, column: u32, kind: &str, text: &str) -> Result<(), Stop> {
    match kind {
        "Number" => match text.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => {
                sheet.value(row, column, CellValue::Number(number), &show_number(number))
            }
            _ => sheet.text(row, column, text),
        },
        "DateTime" => match parse_instant(text.trim()) {
            Some((instant, _)) => sheet.value(row, column, CellValue::Instant(instant), &show_instant(instant, false)),
            None => sheet.text(row, column, text),
        },
        "Boolean" => {
            let flag = says_yes(text);
            sheet.value(row, column, CellValue::Flag(flag), if flag { "VRAI" } else { "FAUX" })
        }
        "Error" => sheet.value(row, column, CellValue::Error, text),
        _ => sheet.text(row, column, text),
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::grid::CellValue;
    use crate::wire::{Line, Stop, Wire, parse};
    use guichet_model::ProblemCode;

    fn lines(xml: &[u8]) -> Result<Vec<Line>, Stop> {
        let mut out = Vec::new();
        read(xml, &mut Wire::new(&mut out))?;
        Ok(String::from_utf8(out).expect("UTF-8").lines().map(|line| parse(line).expect("a line")).collect())
    }

    const OPEN: &str = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
        <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">";

    #[test]
    fn cells_have_their_addresses_and_their_kinds() {
        let xml = format!(
            "{OPEN}<Worksheet ss:Name=\"Effectifs\"><Table><Row ss:Index=\"3\">\
             <Cell ss:Index=\"2\" ss:MergeAcross=\"1\"><Data ss:Type=\"String\">Zo&#235; <B>L&amp;A</B></Data>\
             <Comment><ss:Data>note</ss:Data></Comment></Cell>\
             <Cell><Data ss:Type=\"Number\">12.5</Data></Cell><Cell/></Row>\
             <Row><Cell><Data ss:Type=\"DateTime\">2024-07-19T12:01:00.000</Data></Cell>\
             <Cell><Data ss:Type=\"Boolean\">1</Data></Cell><Cell><Data ss:Type=\"Error\">#N/A</Data></Cell>\
             <Cell ss:Formula=\"=RC[-1]\"/></Row></Table>\
             <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"
        );
        let found = lines(xml.as_bytes()).expect("read");
        let cells: Vec<(u32, u16, String)> = found
            .iter()
            .filter_map(|line| match line {
                Line::Cell { row, cell } => Some((*row, cell.column, cell.raw.to_string())),
                _ => None,
            })
            .collect();
        let expected = [
            (2, 1, "Zoë L&A"),
            (2, 3, "12,5"),
            (3, 0, "19/07/2024 12:01"),
            (3, 1, "VRAI"),
            (3, 2, "#N/A"),
            (3, 3, "="),
        ];
        assert_eq!(cells, expected.map(|(row, column, raw)| (row, column, raw.to_owned())));
        assert!(matches!(&found[0], Line::Sheet { hidden: true, .. }));
        let last = found.iter().rev().find_map(|line| match line {
            Line::Cell { cell, .. } => Some(cell.value),
            _ => None,
        });
        assert_eq!(last, Some(CellValue::Uncalculated));
    }

    #[test]
    fn entities_of_its_own_and_cut_files_are_refused() {
        let sheet = "<Worksheet ss:Name=\"x\"><Table><Row><Cell><Data ss:Type=\"String\">";
        for xml in [
            format!("<!DOCTYPE Workbook [<!ENTITY a \"b\">]>{OPEN}{sheet}&a;</Data></Cell></Row></Table></Worksheet>"),
            format!("{OPEN}{sheet}a"),
            format!("{OPEN}{}", sheet.replace("<Row>", "<Row ss:Index=\"9999999\">") + "a</Data></Cell>"),
            OPEN.to_owned(),
        ] {
            assert!(matches!(lines(xml.as_bytes()), Err(Stop::Refused(ProblemCode::Corrupt))), "{xml}");
        }
    }
}
