//! Mappings as TOML text.

use crate::encoding::single_byte;
use crate::mapping::{
    DateOrder, HiddenRows, Mapping, MappingError, TableChoices, Target, column_of_letters, is_constant, is_value,
    letters,
};
use crate::mapping_use::{MappingLines, Named, NamingLine};
use crate::shape::Shape;
use guichet_model::{Field, SheetKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: Option<String>,
    #[serde(default)]
    sheet: WrittenSheet,
    #[serde(default)]
    headers: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    columns: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    dates: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    constants: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    values: BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, String>>,
    shape: Option<WrittenShape>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct WrittenSheet {
    kind: Option<Spanned<String>>,
    header_row: Option<Spanned<u32>>,
    first_row: Option<Spanned<u32>>,
    last_row: Option<Spanned<u32>>,
    hidden_rows: Option<Spanned<String>>,
    leave_out: Option<bool>,
    encoding: Option<Spanned<String>>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct WrittenShape {
    headers: Vec<String>,
}

/// Where in the text something is not understood, and what.
struct Fault {
    at: usize,
    detail: String,
}

fn fault(at: usize, detail: &str) -> Fault {
    Fault { at, detail: detail.to_owned() }
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// [`MappingError`] when it is not TOML of this shape, or names a field or value that does not exist.
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        Self::parse_with_lines(text).map(|(mapping, _)| mapping)
    }

    /// Reads a mapping file, with the lines that name something of the files it is for.
    ///
    /// # Errors
    /// As [`Mapping::parse`].
    pub fn parse_with_lines(text: &str) -> Result<(Self, MappingLines), MappingError> {
        let told = |fault: Fault| MappingError { line: line_of(text, fault.at), detail: fault.detail };
        let written: Written = toml::from_str(text)
            .map_err(|error| told(fault(error.span().map_or(0, |span| span.start), error.message())))?;
        let lines = written.lines(text);
        Self::understood(written).map(|mapping| (mapping, lines)).map_err(told)
    }

    fn understood(written: Written) -> Result<Self, Fault> {
        let mut mapping = Self {
            name: written.name,
            table: written.sheet.understood()?,
            shape: written.shape.map(|shape| Shape::written(shape.headers.iter().map(String::as_str))),
            ..Self::default()
        };
        let target = |at: usize, name: &str| Target::from_name(name).ok_or_else(|| fault(at, name));
        for (header, name) in written.headers {
            mapping.set_header(header.get_ref(), Some(target(header.span().start, &name)?));
        }
        for (column, name) in written.columns {
            let at = column.span().start;
            let place = column_of_letters(column.get_ref()).ok_or_else(|| fault(at, column.get_ref()))?;
            mapping.set_column(place, Some(target(at, &name)?));
        }
        for (header, order) in written.dates {
            let order = DateOrder::from_name(&order).ok_or_else(|| fault(header.span().start, &order))?;
            mapping.set_date_order(header.get_ref(), Some(order));
        }
        for (name, value) in written.constants {
            let field = field_of(&name)?;
            if !is_constant(field, &value) {
                return Err(fault(name.span().start, &value));
            }
            mapping.constants.insert(field, value.trim().to_owned());
        }
        for (name, values) in written.values {
            let field = field_of(&name)?;
            for (raw, value) in values {
                if !is_value(field, &value) {
                    return Err(fault(raw.span().start, &value));
                }
                mapping.values.insert((field, crate::mapping::key(raw.get_ref())), (raw.into_inner(), value));
            }
        }
        Ok(mapping)
    }

    /// The mapping as the text of a file that [`Mapping::parse`] reads as the same mapping.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let text = |(written, target): &(String, Target)| (written.clone(), target.as_str());
        let mut values: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
        for ((field, _), (written, value)) in &self.values {
            values.entry(field.as_str()).or_default().insert(written, value);
        }
        let table = &self.table;
        let output = Output {
            name: self.name.as_deref(),
            sheet: (*table != TableChoices::default()).then(|| OutputSheet {
                kind: table.kind.map(SheetKind::as_str),
                header_row: table.header_row.map(seen),
                first_row: table.first_row.map(seen),
                last_row: table.last_row.map(seen),
                hidden_rows: table.hidden_rows.map(HiddenRows::as_str),
                leave_out: table.leave_out,
                encoding: table.encoding.as_deref(),
            }),
            headers: self.headers.values().map(text).collect(),
            columns: self.columns.iter().map(|(column, target)| (letters(*column), target.as_str())).collect(),
            dates: self.dates.values().map(|(header, order)| (header.as_str(), order.as_str())).collect(),
            constants: self.constants().map(|(field, value)| (field.as_str(), value)).collect(),
            values,
            shape: self
                .shape
                .as_ref()
                .map(|shape| WrittenShape { headers: shape.headers().map(str::to_owned).collect() }),
        };
        // A table of texts and numbers is always TOML.
        toml::to_string(&output).unwrap_or_default()
    }
}

/// The line of a place in a text, counted from 1.
fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).map_or(1, |before| before.matches('\n').count() + 1)
}

impl Written {
    /// The lines that name a header, a column or a value, from top to bottom.
    fn lines(&self, text: &str) -> MappingLines {
        let naming = |names: Named, written: &Spanned<String>| NamingLine {
            line: line_of(text, written.span().start),
            names,
            text: written.get_ref().clone(),
        };
        let headers = self.headers.keys().chain(self.dates.keys()).map(|written| naming(Named::Header, written));
        let columns = self.columns.keys().map(|written| naming(Named::Letters, written));
        let values = self.values.iter().filter_map(|(name, values)| Some((Field::from_name(name.get_ref())?, values)));
        let values = values.flat_map(|(field, values)| values.keys().map(move |written| (field, written)));
        let values = values.map(|(field, written)| naming(Named::Value(field), written));
        let mut lines: Vec<NamingLine> = headers.chain(columns).chain(values).collect();
        lines.sort_by_key(|named| named.line);
        MappingLines(lines)
    }
}

fn field_of(name: &Spanned<String>) -> Result<Field, Fault> {
    Field::from_name(name.get_ref()).ok_or_else(|| fault(name.span().start, name.get_ref()))
}

/// A row as a person sees it.
fn seen(row: u32) -> u64 {
    u64::from(row) + 1
}

impl WrittenSheet {
    fn understood(self) -> Result<TableChoices, Fault> {
        let row = |row: Option<Spanned<u32>>| {
            row.map(|row| row.get_ref().checked_sub(1).ok_or_else(|| fault(row.span().start, "0"))).transpose()
        };
        let named = |name: Option<Spanned<String>>| name.map(|name| (name.span().start, name.into_inner()));
        let (kind, hidden) = (named(self.kind), named(self.hidden_rows));
        Ok(TableChoices {
            kind: kind.map(|(at, name)| SheetKind::from_name(&name).ok_or_else(|| fault(at, &name))).transpose()?,
            header_row: row(self.header_row)?,
            first_row: row(self.first_row)?,
            last_row: row(self.last_row)?,
            hidden_rows: hidden
                .map(|(at, name)| HiddenRows::from_name(&name).ok_or_else(|| fault(at, &name)))
                .transpose()?,
            leave_out: self.leave_out,
            encoding: named(self.encoding)
                .map(|(at, label)| single_byte(&label).map(|_| label.clone()).ok_or_else(|| fault(at, &label)))
                .transpose()?,
        })
    }
}

#[derive(Serialize)]
struct Output<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<OutputSheet<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    headers: BTreeMap<String, &'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    columns: BTreeMap<String, &'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    dates: BTreeMap<&'a str, &'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    constants: BTreeMap<&'a str, &'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    values: BTreeMap<&'a str, BTreeMap<&'a str, &'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shape: Option<WrittenShape>,
}

#[derive(Serialize)]
struct OutputSheet<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    header_row: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_row: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_row: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hidden_rows: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leave_out: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'a str>,
}

#[cfg(test)]
mod tests {
    use crate::mapping::{DateOrder, HiddenRows, Mapping, TableChoices, Target};
    use crate::shape::Shape;
    use guichet_model::{Field, SheetKind};
    use proptest::collection::vec;
    use proptest::option::of;
    use proptest::prelude::*;

    fn target() -> impl Strategy<Value = Target> {
        let field = (0..Field::ALL.len()).prop_map(|rank| Target::Field(Field::ALL[rank]));
        prop_oneof![field, Just(Target::SetAside)]
    }

    fn table() -> impl Strategy<Value = TableChoices> {
        let kind = of((0..SheetKind::ALL.len()).prop_map(|rank| SheetKind::ALL[rank]));
        let hidden = of(prop_oneof![Just(HiddenRows::Read), Just(HiddenRows::LeaveOut)]);
        let row = || of(0u32..1_048_576);
        let encoding = of(prop_oneof![Just("windows-1252".to_owned()), Just("macintosh".to_owned())]);
        (kind, row(), row(), row(), hidden, any::<Option<bool>>(), encoding).prop_map(
            |(kind, header_row, first_row, last_row, hidden_rows, leave_out, encoding)| TableChoices {
                kind,
                header_row,
                first_row,
                last_row,
                hidden_rows,
                leave_out,
                encoding,
            },
        )
    }

    fn mapping() -> impl Strategy<Value = Mapping> {
        let text = ".{0,12}";
        let order = prop_oneof![Just(DateOrder::DayFirst), Just(DateOrder::MonthFirst)];
        let meaning = prop_oneof![Just("initial"), Just("continuing"), Just("")];
        let parts = (vec((text, target()), 0..4), vec((0u16..16_384, target()), 0..4), vec((text, order), 0..3));
        let more = (vec((text, meaning), 0..4), of(text), of(vec(text, 0..5)), of(text), table());
        (parts, more).prop_map(|((headers, columns, dates), (values, site, shape, name, table))| {
            let mut mapping = Mapping { name, table, ..Mapping::default() };
            headers.iter().for_each(|(header, target)| mapping.set_header(header, Some(*target)));
            columns.iter().for_each(|(column, target)| mapping.set_column(*column, Some(*target)));
            dates.iter().for_each(|(header, order)| mapping.set_date_order(header, Some(*order)));
            for (text, meaning) in values {
                mapping.set_value(Field::Regime, &text, Some(meaning)).expect("a value of the field");
            }
            // A text that is none is refused, and nothing is said then.
            let _ = mapping.set_constant(Field::Site, site.as_deref());
            mapping.shape = shape.map(|headers| Shape::of(headers.iter().map(String::as_str)));
            mapping
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same(mapping in mapping()) {
            let text = mapping.to_toml();
            prop_assert_eq!(Mapping::parse(&text), Ok(mapping), "{}", text);
        }
    }

    #[test]
    fn a_wrong_field_or_value_is_told_with_its_line() {
        let line = |text: &str| Mapping::parse(text).expect_err("refused").line;
        for (expected, text) in [
            (3, "[headers]\n\"A\" = \"student_number\"\n\"B\" = \"nothing\"\n"),
            (3, "[values.regime]\n\"7\" = \"continuing\"\n\"8\" = \"never\"\n"),
            (2, "[values.ine]\n\"7\" = \"x\"\n"),
            (1, "[headers\n"),
            (2, "[sheet]\nheader_row = 0\n"),
            (3, "[sheet]\nheader_row = 4\nkind = \"list\"\n"),
            (2, "[sheet]\nhidden_rows = \"maybe\"\n"),
            (2, "[sheet]\nencoding = \"utf-16\"\n"),
            (2, "[columns]\n\"7\" = \"email\"\n"),
            (2, "[dates]\n\"Né le\" = \"year-first\"\n"),
            (3, "[constants]\nlevel = \"L1\"\nacademic_year = \"jamais\"\n"),
        ] {
            assert_eq!(line(text), expected, "{text}");
        }
    }

    #[test]
    fn what_was_answered_is_written_as_a_person_reads_it() {
        let text = "name = \"Site d’Aix\"\n\n[sheet]\nkind = \"roster\"\nheader_row = 3\nhidden_rows = \"leave-out\"\n\n\
                    [headers]\nApprenant = \"student_number\"\nCouleur = \"set-aside\"\n\n[columns]\nAB = \"email\"\n\n\
                    [dates]\n\"Né le\" = \"month-first\"\n\n[constants]\nacademic_year = \"2024-2025\"\n\n\
                    [values.regime]\n7 = \"professionalisation\"\n\n[shape]\nheaders = [\"apprenant\", \"couleur\"]\n";
        let mapping = Mapping::parse(text).expect("reads");
        assert_eq!(mapping.to_toml(), text);
        assert_eq!(mapping.column(27), Some(Target::Field(Field::Email)));
        assert_eq!(mapping.header("couleur"), Some(Target::SetAside));
        assert_eq!(mapping.table.header_row, Some(2));
    }
}
