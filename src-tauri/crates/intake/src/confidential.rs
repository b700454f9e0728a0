//! Cells that must not be kept whatever their column is called: social-security numbers and bank accounts.

use crate::grid::RawSheet;
use std::collections::{BTreeMap, BTreeSet};

/// What stands for a number that was not kept.
pub(crate) const MASK: &str = "•••";

/// The columns most of whose cells must not be kept.
pub(crate) fn columns(sheet: &RawSheet) -> BTreeSet<u16> {
    let mut found: BTreeMap<u16, usize> = BTreeMap::new();
    for cell in sheet.rows.iter().flat_map(|row| &row.cells) {
        if &*cell.raw == MASK || is_confidential(&cell.raw) {
            *found.entry(cell.column).or_default() += 1;
        }
    }
    if found.is_empty() {
        return BTreeSet::new();
    }
    let mut filled: BTreeMap<u16, usize> = BTreeMap::new();
    for cell in sheet.rows.iter().flat_map(|row| &row.cells) {
        if found.contains_key(&cell.column) {
            *filled.entry(cell.column).or_default() += 1;
        }
    }
    let most = |column: &u16, count: usize| count * 2 >= filled.get(column).copied().unwrap_or_default();
    found.into_iter().filter(|(column, count)| most(column, *count)).map(|(column, _)| column).collect()
}

/// Whether a text is a social-security number with its key, or without it, or the number of a bank account.
pub(crate) fn is_confidential(text: &str) -> bool {
    // Nearly every cell is too short or too long.
    if !(13..=42).contains(&text.len()) {
        return false;
    }
    match text.trim_start().as_bytes() {
        [b'1'..=b'4' | b'7' | b'8', b'0'..=b'9' | b' ' | b'.' | 0xc2, ..] => is_social_security(text),
        [a, b, c, ..] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() && c.is_ascii_digit() => is_account(text),
        _ => false,
    }
}

/// The letters and digits of a text, upper case; `None` when there are other signs than those that set groups apart.
fn packed(text: &str) -> Option<Vec<u8>> {
    let mut packed = Vec::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '.' | '-' | '\u{a0}' | '\u{202f}' => {}
            c if c.is_ascii_alphanumeric() => packed.push(u8::try_from(c.to_ascii_uppercase()).ok()?),
            _ => return None,
        }
    }
    Some(packed)
}

/// Sex, year, month, department, commune, order; and the key, when it is there, is 97 less the rest modulo 97. In Corsica
/// the department's letter counts as 0, and a million or two are taken off.
pub(crate) fn is_social_security(text: &str) -> bool {
    let Some(digits) = packed(text).filter(|packed| matches!(packed.len(), 13 | 15)) else { return false };
    let (number, key) = digits.split_at(13);
    let corsica = match &number[5..7] {
        b"2A" => 1_000_000,
        b"2B" => 2_000_000,
        _ => 0,
    };
    let mut value: i64 = 0;
    for (place, digit) in number.iter().enumerate() {
        let digit = if corsica > 0 && place == 6 { b'0' } else { *digit };
        if !digit.is_ascii_digit() {
            return false;
        }
        value = value * 10 + i64::from(digit - b'0');
    }
    let month = (number[3] - b'0') * 10 + (number[4] - b'0');
    let is_month = matches!(month, 1..=12 | 20 | 30..=42 | 50..=99);
    let department = if corsica > 0 { 20 } else { (number[5] - b'0') * 10 + (number[6] - b'0') };
    let stands = matches!(number[0], b'1'..=b'4' | b'7' | b'8') && is_month && (1..=99).contains(&department);
    let checked = key.is_empty() || {
        let written = std::str::from_utf8(key).ok().and_then(|key| key.parse::<i64>().ok());
        written == Some(97 - (value - corsica) % 97)
    };
    stands && checked
}

/// Two letters of a country, two digits of a key, the account; moved to the end and read as a number, the whole is 1
/// modulo 97.
pub(crate) fn is_account(text: &str) -> bool {
    let Some(packed) = packed(text).filter(|packed| (15..=34).contains(&packed.len())) else { return false };
    if !packed[2].is_ascii_digit() || !packed[3].is_ascii_digit() {
        return false;
    }
    let (start, rest) = packed.split_at(4);
    let rest = rest.iter().chain(start).fold(0u32, |rest, sign| match sign {
        b'0'..=b'9' => (rest * 10 + u32::from(sign - b'0')) % 97,
        _ => (rest * 100 + u32::from(sign - b'A') + 10) % 97,
    });
    rest == 1
}

#[cfg(test)]
mod tests {
    use super::{columns, is_confidential};
    use crate::grid::{CellValue, RawCell, RawSheet};

    /// Numbers of nobody: their keys are right, their communes do not exist.
    const NUMBERS: [&str; 4] = ["299059912345647", "2 99 05 99 123 456 47", "1990520999001", "299052A123456 73"];

    #[test]
    fn numbers_with_a_right_key_are_known_however_they_are_written() {
        for text in NUMBERS.iter().chain(&["FR76 3000 6000 0112 3456 7890 189", "BE68539007547034"]) {
            assert!(is_confidential(text), "{text}");
        }
        for text in [
            "299059912345632",
            "2990599123456311",
            "FR7630006000011234567890188",
            "0612345678901",
            "1409002949V",
            "22000004",
            "1234567890123456",
            "LLA42024110100001",
            "12/05/2004 12:30:00",
        ] {
            assert!(!is_confidential(text), "{text}");
        }
    }

    #[test]
    fn a_column_is_told_by_most_of_its_cells() {
        let mut sheet = RawSheet::default();
        for (row, texts) in (0..).zip([
            ["N° étudiant", "Code", "Note"],
            ["1", NUMBERS[0], "x"],
            ["2", NUMBERS[1], NUMBERS[0]],
            ["3", "", "y"],
        ]) {
            for (column, raw) in (0..).zip(texts).filter(|(_, raw)| !raw.is_empty()) {
                sheet.push(row, RawCell { column, value: CellValue::Text, raw: raw.into() });
            }
        }
        assert_eq!(columns(&sheet).into_iter().collect::<Vec<_>>(), [1]);
    }
}
