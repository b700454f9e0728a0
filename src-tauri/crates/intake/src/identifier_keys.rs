//! Identifiers that an extract or a spreadsheet damaged: told where they stand, never completed.
//!
//! A column of one character loses the second letter of the register's keys. A spreadsheet takes an identifier for a number
//! and loses its zeros, its last digits, or all but its first ones (`1,41E+10`).

use crate::clean::clean;
use crate::column::Group;
use crate::grid::{CellValue, RawRow};
use crate::say::Say;
use crate::sheet::SheetReading;
use guichet_model::{CellAddress, Field, Ine, KeyCheck, Problem, ProblemCode, SourceColumn, SourceSheet, TypedRow};

/// The identifiers of a sheet that a spreadsheet took for numbers.
pub(crate) struct DamagedInes {
    column: Option<SourceColumn>,
    key: Option<u16>,
    found: Group,
}

impl DamagedInes {
    pub(crate) fn of(sheet: &SourceSheet) -> Self {
        let column = |field| sheet.columns_of(field).next();
        Self {
            column: column(Field::Ine).cloned(),
            key: column(Field::IneKey).map(|column| column.column),
            found: Group::default(),
        }
    }

    /// Looks at the identifier of a row.
    pub(crate) fn note(&mut self, row: &RawRow) {
        let cell = |column: u16| row.cells.iter().find(|cell| cell.column == column);
        let Some(base) = self.column.as_ref().and_then(|column| cell(column.column)) else { return };
        let key = self.key.and_then(cell).map(|cell| clean(&cell.raw)).unwrap_or_default();
        let is_number = matches!(base.value, CellValue::Number(_));
        if is_damaged(&clean(&base.raw), &key, is_number) {
            self.found.add(CellAddress { row: row.row, column: base.column });
        }
    }

    pub(crate) fn tell(&self, say: &mut Say<'_>) {
        if let Some(column) = self.column.as_ref().filter(|_| self.found.count > 0) {
            say.odd(ProblemCode::IneDamaged, &column.header, &self.found);
        }
    }
}

/// Whether an identifier, its key in a column of its own or in its text, is what a spreadsheet leaves of one.
fn is_damaged(base: &str, key: &str, is_number: bool) -> bool {
    let Some(whole) = Ine::new(&format!("{base}{key}")) else { return false };
    let digits = !base.is_empty() && base.bytes().all(|byte| byte.is_ascii_digit());
    match (whole.form(), whole.key()) {
        // Only digits can be a whole number that a spreadsheet kept, or digits around an E one that it shows; and then their
        // key says so.
        (Some(_), Some(KeyCheck::Differs)) => is_number && key.is_empty() || is_exponent(base),
        (Some(_), _) => false,
        // A key of one letter after nine digits is told as cut.
        (None, _) if digits && base.len() == 9 && key.len() == 1 => false,
        // A text of a few digits may be another number, typed into the wrong column; before a key they lack their zeros.
        (None, _) => is_number || is_exponent(base) || digits && key.chars().any(char::is_alphabetic),
    }
}

/// Whether a text is how a spreadsheet shows a large number: `1,41E+10`.
fn is_exponent(text: &str) -> bool {
    text.split_once(['E', 'e']).is_some_and(|(number, power)| {
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number(&number.replacen([',', '.'], "", 1)) && is_number(power.strip_prefix('+').unwrap_or(power))
    })
}

/// Tells the rows whose identifier of nine digits has a key of one letter. It is kept as written, never completed.
pub(crate) fn tell_shortened<'a>(sheets: impl Iterator<Item = &'a SheetReading>, problems: &mut Vec<Problem>) {
    let sheets = sheets.filter(|sheet| sheet.sheet.has(Field::IneKey));
    let rows = sheets.flat_map(|sheet| sheet.rows.iter().filter(|row| is_shortened(row)));
    let told = rows.map(|row| (ProblemCode::IneKeyShortened, row.source.sheet.as_ref(), row.source.row, Vec::new()));
    problems.extend(Problem::group_rows(told));
}

/// Nine digits belong to an identifier of the national register, whose key has two letters.
fn is_shortened(row: &TypedRow) -> bool {
    let (Some(base), Some(key)) = (row.text(Field::Ine), row.text(Field::IneKey)) else { return false };
    let (base, key) = (base.trim(), key.trim());
    base.len() == 9
        && base.bytes().all(|byte| byte.is_ascii_digit())
        && key.len() == 1
        && !key.contains(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::is_damaged;

    #[test]
    fn what_a_spreadsheet_leaves_of_an_identifier_is_known() {
        for (base, key, is_number) in [
            ("1,23E+10", "", false),
            ("1.41e+10", "", false),
            ("12300000000", "", true),
            ("9002949", "V", true),
            ("9002949", "V", false),
            ("1409002949", "", true),
            ("98765", "", true),
            ("25E12345678", "", false),
        ] {
            assert!(is_damaged(base, key, is_number), "{base} {key}");
        }
        for (base, key, is_number) in [
            ("1409002949V", "", false),
            ("1409002949", "V", true),
            ("1409002949", "W", true),
            ("123456789", "JH", true),
            ("123456789", "J", false),
            ("25E12345679", "", false),
            ("140900294VV1X", "", false),
            ("22000004", "", false),
            ("1409002949", "", false),
            ("NEANT", "", false),
            ("00000000000", "", false),
            ("", "V", false),
        ] {
            assert!(!is_damaged(base, key, is_number), "{base} {key}");
        }
    }
}
