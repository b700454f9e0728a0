//! Keys of identifiers that an extract cut: a column of one character loses the second letter of the register's keys.

use crate::sheet::SheetReading;
use guichet_model::{Field, Problem, ProblemCode, TypedRow};

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
