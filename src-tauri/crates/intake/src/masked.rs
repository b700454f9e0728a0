//! Numbers that must not be kept, wherever they are written: in a remark, in a column of something else. They are masked as
//! soon as a sheet is heard, before anything is shown, compared or stored.

use crate::aliases::field_of_header;
use crate::column::Group;
use crate::confidential::{MASK, columns, is_account, is_confidential, is_social_security};
use crate::grid::{CellValue, RawSheet};
use crate::header::SEARCHED_ROWS;
use crate::wire::WireProblem;
use guichet_model::{Arg, CellAddress, Message, ProblemCode, SheetKind};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Letters and digits of a social-security number with its key, and without it.
const SOCIAL_SECURITY: (usize, usize) = (15, 13);
/// After how many of them a new group begins: sex, year, month, department, commune, order, key.
const SOCIAL_SECURITY_CUTS: &[usize] = &[1, 3, 5, 7, 10, 13];
/// Where the groups of French accounts are cut as a bank writes them: key, bank, counter, account.
const ACCOUNT_CUTS: &[usize] = &[4, 9, 14, 25];
/// Fewer digits are in no such number.
const LEAST_DIGITS: usize = 11;

/// Letters and digits of the numbers of accounts, by country.
#[rustfmt::skip]
const ACCOUNTS: &[(&[u8; 2], usize)] = &[
    (b"AD", 24), (b"AT", 20), (b"BE", 16), (b"BG", 22), (b"CH", 21), (b"CY", 28), (b"CZ", 24), (b"DE", 22), (b"DK", 18),
    (b"DZ", 26), (b"EE", 20), (b"ES", 24), (b"FI", 18), (b"FR", 27), (b"GB", 22), (b"GR", 27), (b"HR", 21), (b"HU", 28),
    (b"IE", 22), (b"IT", 27), (b"LI", 21), (b"LT", 20), (b"LU", 20), (b"LV", 21), (b"MA", 28), (b"MC", 27), (b"MT", 31),
    (b"NL", 18), (b"NO", 15), (b"PL", 28), (b"PT", 25), (b"RO", 24), (b"SE", 24), (b"SI", 19), (b"SK", 24), (b"SM", 27),
    (b"SN", 28), (b"TN", 24), (b"TR", 26),
];

/// Masks the numbers of a sheet, and tells those that do not fill a column, which is dropped as a whole.
pub(crate) fn mask(sheet: &mut RawSheet) -> Option<WireProblem> {
    let dropped = columns(sheet);
    let numbered = of_other_numbers(sheet);
    let mut found = Group::default();
    for row in &mut sheet.rows {
        for cell in row.cells.iter_mut().filter(|cell| cell.raw.len() >= LEAST_DIGITS) {
            let is_dropped = dropped.contains(&cell.column);
            if numbered.contains(&cell.column) && is_bare_number(&cell.raw) {
                continue;
            }
            let masked = match is_dropped && is_confidential(&cell.raw) {
                true => Some(MASK.to_owned()),
                false => masked(&cell.raw),
            };
            let Some(masked) = masked else { continue };
            (cell.value, cell.raw) = (CellValue::Text, masked.into());
            if !is_dropped {
                found.add(CellAddress { row: row.row, column: cell.column });
            }
        }
    }
    let first = found.first.first()?.to_string();
    let cells = found.first.iter().map(|cell| Arg::from(cell.to_string())).collect();
    let message = Message::new("problem-value-withheld").with("count", found.count).with("cells", Arg::List(cells));
    let code = ProblemCode::ValueWithheld;
    Some(WireProblem { sheet: Some(sheet.name.clone()), cell: Some(first), code, message })
}

/// The columns of a known header that hold long numbers most of which are something else: of a hundred student numbers of
/// fifteen digits, one has the key of a social-security number by chance.
fn of_other_numbers(sheet: &RawSheet) -> BTreeSet<u16> {
    let mut counts: BTreeMap<u16, (usize, usize)> = BTreeMap::new();
    for cell in sheet.rows.iter().flat_map(|row| &row.cells).filter(|cell| is_bare_number(&cell.raw)) {
        let (all, secret) = counts.entry(cell.column).or_default();
        *all += 1;
        *secret += usize::from(is_social_security(&cell.raw));
    }
    counts.retain(|_, (all, secret)| *secret > 0 && *secret * 2 < *all);
    if counts.is_empty() {
        return BTreeSet::new();
    }
    let is_known = |text: &str| SheetKind::ALL.iter().any(|kind| field_of_header(*kind, text).is_some());
    let top = sheet.rows.iter().take(SEARCHED_ROWS).flat_map(|row| &row.cells);
    let headed: BTreeSet<u16> = top.filter(|cell| is_known(&cell.raw)).map(|cell| cell.column).collect();
    counts.into_keys().filter(|column| headed.contains(column)).collect()
}

/// Whether a text is nothing but a number as long as a social-security number with its key, or without it.
fn is_bare_number(text: &str) -> bool {
    let text = text.trim();
    let is_long = text.len() == SOCIAL_SECURITY.0 || text.len() == SOCIAL_SECURITY.1;
    is_long && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A text with the numbers it holds masked; `None` when it holds none.
fn masked(text: &str) -> Option<String> {
    if text.bytes().filter(u8::is_ascii_digit).count() < LEAST_DIGITS {
        return None;
    }
    let (mut masked, mut rest, mut inside, mut digit) = (String::new(), 0, false, false);
    for (at, c) in text.char_indices() {
        let starts = c.is_ascii_alphanumeric() && !inside && at >= rest;
        // What stands after a decimal sign goes on with a number.
        inside = c.is_alphanumeric() || matches!(c, '.' | ',') && digit;
        digit = c.is_ascii_digit();
        if let Some(number) = starts.then(|| number_at(text, at)).flatten() {
            masked.push_str(&text[rest..number.start]);
            masked.push_str(MASK);
            rest = number.end;
        }
    }
    masked.push_str(&text[rest..]);
    (rest > 0).then_some(masked)
}

/// The number that must not be kept and begins at a place.
fn number_at(text: &str, at: usize) -> Option<Range<usize>> {
    let of = |length: usize, is_cut: &dyn Fn(usize) -> bool| Some(at..at + packed_end(&text[at..], length, is_cut)?);
    if text[at..].starts_with(|c: char| c.is_ascii_digit()) {
        let is_cut = |place: usize| SOCIAL_SECURITY_CUTS.contains(&place);
        let is_one = |place: &Range<usize>| is_social_security(&text[place.clone()]);
        let whole = of(SOCIAL_SECURITY.0, &is_cut).filter(is_one);
        return whole.or_else(|| {
            // Without its key, only all its groups tell it from another number.
            let place = of(SOCIAL_SECURITY.1, &is_cut).filter(is_one)?;
            let apart = text[place.clone()].chars().filter(|c| !c.is_ascii_alphanumeric()).count();
            (apart + 1 == SOCIAL_SECURITY_CUTS.len()).then_some(place)
        });
    }
    let country = text.as_bytes().get(at..at + 2)?.to_ascii_uppercase();
    let (_, length) = ACCOUNTS.iter().find(|(known, _)| known.as_slice() == country)?;
    let in_fours = of(*length, &|place| place % 4 == 0);
    let place = in_fours.or_else(|| of(*length, &|place| ACCOUNT_CUTS.contains(&place)));
    place.filter(|place| is_account(&text[place.clone()]))
}

/// Where this many letters and digits end, with one sign between their groups where these may be cut; `None` when there are
/// fewer, or one more.
fn packed_end(text: &str, length: usize, is_cut: &dyn Fn(usize) -> bool) -> Option<usize> {
    let (mut count, mut apart) = (0, false);
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            c if c.is_ascii_alphanumeric() => {
                count += 1;
                apart = false;
            }
            ' ' | '.' | '-' | '\u{a0}' | '\u{202f}' if !apart && is_cut(count) => apart = true,
            _ => return None,
        }
        if count == length {
            let goes_on = chars.next().is_some_and(|(_, next)| next.is_alphanumeric());
            return (!goes_on).then_some(at + c.len_utf8());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{mask, masked};
    use crate::grid::{CellValue, RawCell, RawSheet};

    /// Numbers of nobody: their keys are right, their communes and banks do not exist.
    #[test]
    fn numbers_in_remarks_are_masked_and_nothing_else_is() {
        for (text, expected) in [
            ("NIR 2 99 05 99 123 456 47, rappelé le 3/9", "NIR •••, rappelé le 3/9"),
            ("299059912345647", "•••"),
            ("sécu : 2 99 05 99 123 456", "sécu : •••"),
            ("NIR:2990599123456 47", "NIR:•••"),
            ("FR76 30006 00001 12345678901 89", "•••"),
            ("IBAN FR76 3000 6000 0112 3456 7890 189.", "IBAN •••."),
            ("fr7630006000011234567890189 ou be68 5390 0754 7034", "••• ou •••"),
        ] {
            assert_eq!(masked(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "Rappelé au 06 12 34 56 78 le 12/05/2024",
            "2990599123456",
            "299059912345648",
            "FR7630006000011234567890188",
            "Dossier 2024-00012345-67 reçu le 12/05/2024 à 12:30",
            "LLA42024110100001",
            "12.860065698623657",
            "punts 44 yards to GB 34 Center-C.Gresham fair catch by R.Cobb",
            "150.05 3485.519 25.8, 150.198 3485.212 25.934, 152.257 3484.172 26.685",
            "1409002949V 22000004 2024-2025",
            "é",
        ] {
            assert_eq!(masked(text), None, "{text}");
        }
    }

    fn sheet(header: &str, cells: &[&str]) -> RawSheet {
        let mut sheet = RawSheet::default();
        for (row, text) in (0..).zip(std::iter::once(&header).chain(cells)) {
            sheet.push(row, RawCell { column: 0, value: CellValue::Text, raw: (*text).into() });
        }
        sheet
    }

    #[test]
    fn long_numbers_of_a_known_column_are_not_masked_by_chance() {
        let numbers = ["299059912345647", "299059912345648", "299059912345649", "remis par 2 99 05 99 123 456 47"];
        let kept = |header: &str| {
            let mut sheet = sheet(header, &numbers);
            let told = mask(&mut sheet).is_some();
            (sheet.rows[1].cells[0].raw.to_string(), sheet.rows[4].cells[0].raw.to_string(), told)
        };
        assert_eq!(kept("N° étudiant"), ("299059912345647".into(), "remis par •••".into(), true));
        assert_eq!(kept("Téléphone").0, "299059912345647");
        assert_eq!(kept("Remarque").0, "•••", "a column of something unknown is no excuse");
        let mut one = sheet("N° étudiant", &["22000001", "299059912345647", "22000002"]);
        assert!(mask(&mut one).is_some(), "beside short numbers it is what it looks like");
    }
}
