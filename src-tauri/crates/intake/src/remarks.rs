//! What is odd in cells that are kept as they are: nothing is repaired, the first cells are named.

use crate::column::Group;
use crate::grid::{CellValue, RawCell};
use guichet_model::{CellAddress, Field, FieldValue, ProblemCode};
use std::ops::RangeInclusive;

/// Years in which somebody who studies can be born, to say the least.
const BIRTH_YEARS: RangeInclusive<i32> = 1900..=2100;

/// What is odd in the cells of one column.
#[derive(Default)]
pub(crate) struct Remarks {
    /// Numbers, with how many digits they have.
    numbers: Vec<(CellAddress, usize)>,
    /// How many digits the texts that begin with a zero have at least.
    padded: Option<usize>,
    contacts: Group,
    births: Group,
    scripts: Group,
}

impl Remarks {
    /// Looks at a cell of a field's column; `text` is cleaned.
    pub(crate) fn note(&mut self, field: Field, cell: &RawCell, text: &str, address: CellAddress) {
        let is_number = matches!(cell.value, CellValue::Number(_));
        match field {
            Field::StudentNumber | Field::ProgrammeCode => {
                if is_number {
                    self.numbers.push((address, text.len()));
                } else if text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit()) {
                    self.padded = Some(self.padded.map_or(text.len(), |least| least.min(text.len())));
                }
            }
            Field::Phone if is_number => self.contacts.add(address),
            Field::Email if !is_one_address(text) => self.contacts.add(address),
            Field::BirthName | Field::UseName | Field::GivenName if misleads_the_eye(&cell.raw) => {
                self.scripts.add(address);
            }
            _ => {}
        }
    }

    /// Looks at what a date was read as.
    pub(crate) fn note_date(&mut self, field: Field, value: &FieldValue, address: CellAddress) {
        let date = match value {
            FieldValue::Date(date) => *date,
            FieldValue::Instant(instant) => instant.date(),
            _ => return,
        };
        if field == Field::BirthDate && !BIRTH_YEARS.contains(&date.year()) {
            self.births.add(address);
        }
    }

    /// What there is to tell, with its cells.
    pub(crate) fn found(&self) -> Vec<(ProblemCode, Group)> {
        let mut zeros = Group::default();
        for (address, _) in self.numbers.iter().filter(|(_, digits)| self.padded.is_some_and(|least| *digits < least)) {
            zeros.add(*address);
        }
        let all = [
            (ProblemCode::ZerosLost, zeros),
            (ProblemCode::ContactDoubtful, self.contacts.clone()),
            (ProblemCode::BirthDateDoubtful, self.births.clone()),
            (ProblemCode::ScriptsMixed, self.scripts.clone()),
        ];
        all.into_iter().filter(|(_, group)| group.count > 0).collect()
    }
}

/// Whether a text can be one e-mail address.
fn is_one_address(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let odd = |c: char| c.is_whitespace() || matches!(c, '@' | ';' | ',' | '<' | '>' | '/');
    let is_whole =
        |part: &str| !part.is_empty() && !part.starts_with('.') && !part.ends_with('.') && !part.contains(odd);
    is_whole(name) && is_whole(domain) && domain.contains('.')
}

/// Whether a name is not what it looks like: letters of Latin beside those of another script that look the same,
/// mathematical letters, or marks that turn the direction of writing.
fn misleads_the_eye(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let latin = text.chars().any(|c| matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}'));
    text.chars().any(|c| match c {
        '\u{370}'..='\u{52f}' => latin && c.is_alphabetic(),
        '\u{1d400}'..='\u{1d7ff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::{is_one_address, misleads_the_eye};

    #[test]
    fn addresses_are_one_or_odd() {
        for one in ["une.exemple@exemple.fr", "UNE@EXEMPLE.FR", "é@exemple.fr"] {
            assert!(is_one_address(one), "{one}");
        }
        for odd in
            ["a@exemple.fr;b@exemple.fr", "a@exemple.fr.", ".@exemple.fr", "néant", "a b@exemple.fr", "a@exemple"]
        {
            assert!(!is_one_address(odd), "{odd}");
        }
    }

    #[test]
    fn names_that_mislead_the_eye_are_known() {
        for plain in ["Éléonore", "Łukasz", "Nguyễn", "Анна", "Ελένη", "محمد"] {
            assert!(!misleads_the_eye(plain), "{plain}");
        }
        for odd in ["\u{415}XEMPLE", "\u{1d404}XEMPLE", "EX\u{202e}EMPLE"] {
            assert!(misleads_the_eye(odd), "{odd}");
        }
    }
}
