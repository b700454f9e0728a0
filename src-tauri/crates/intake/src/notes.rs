//! Rows between and below the others that are about nobody: totals, page titles, "printed on".

use guichet_model::{CvecNumber, Field, SourceCell, SourceSheet, fold_words};
use std::collections::BTreeSet;

/// Cells of a note, at most.
const NOTE_CELLS: usize = 2;
/// First words of a line of totals, which nobody is called by and no identifier begins with.
const TOTALS: &[&str] =
    &["total", "totaux", "sous", "effectif", "effectifs", "moyenne", "somme", "nombre", "nb", "sum"];

/// Tells the rows of a table that are notes.
pub(crate) struct Notes {
    /// The columns whose cells name a person or a certificate by themselves.
    keys: BTreeSet<u16>,
    columns: usize,
}

impl Notes {
    pub(crate) fn of(sheet: &SourceSheet) -> Self {
        let keys = [Field::StudentNumber, Field::Ine, Field::CvecNumber];
        let keys = keys.iter().flat_map(|field| sheet.columns_of(*field)).map(|column| column.column);
        Self { keys: keys.collect(), columns: sheet.columns.len() }
    }

    /// Whether a row is a note that would otherwise be taken for somebody: all that could name a person in it are words.
    /// A row that names nobody is left to be told as such.
    pub(crate) fn hold(&self, cells: &[SourceCell]) -> bool {
        let few = cells.len() <= NOTE_CELLS && cells.len() * 2 <= self.columns;
        // Nearly every row has many cells and a key that begins with a digit.
        let mut named = false;
        for cell in cells.iter().filter(|cell| self.keys.contains(&cell.column)) {
            let plain = cell.raw.trim_start().bytes().next().is_some_and(|byte| byte.is_ascii_digit());
            if plain && !few {
                return false;
            }
            let words = fold_words(&cell.raw);
            let first = words.split(' ').next().unwrap_or_default();
            let total = TOTALS.contains(&first) && !first.is_empty();
            let certificate = CvecNumber::new(&cell.raw).is_some_and(|number| number.is_well_formed());
            if certificate || !(total || few && is_sentence(&words)) {
                return false;
            }
            named = true;
        }
        named
    }
}

/// Whether a text is words rather than an identifier: no digit at all, or several words one of which is a real one.
fn is_sentence(words: &str) -> bool {
    let is_word = |word: &str| word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    !words.bytes().any(|byte| byte.is_ascii_digit()) || words.contains(' ') && words.split(' ').any(is_word)
}

#[cfg(test)]
mod tests {
    use super::Notes;
    use guichet_model::{Field, SheetKind, SourceCell, SourceColumn, SourceSheet};

    #[test]
    fn totals_and_titles_are_nobody_and_identifiers_are() {
        let column = |column, field| SourceColumn { column, header: String::new(), field };
        let sheet = SourceSheet {
            file: String::new(),
            sha256: String::new(),
            name: String::new(),
            kind: SheetKind::Roster,
            header_row: 0,
            columns: vec![
                column(0, Some(Field::StudentNumber)),
                column(1, Some(Field::BirthName)),
                column(2, Some(Field::Ine)),
                column(3, None),
            ],
        };
        let notes = Notes::of(&sheet);
        let holds = |texts: &[(u16, &str)]| {
            let cells: Vec<SourceCell> =
                texts.iter().map(|(column, raw)| SourceCell { column: *column, raw: (*raw).into() }).collect();
            notes.hold(&cells)
        };
        for note in [
            &[(0, "Total général")][..],
            &[(0, "Total"), (3, "45")],
            &[(0, "Sous-total :"), (1, "12"), (3, "5")],
            &[(0, "Édité le 12/09/2024")],
            &[(0, "Page 2 sur 3")],
            &[(0, "Groupe B")],
            &[(2, "Source : Apogée")],
        ] {
            assert!(holds(note), "{note:?}");
        }
        for row in [
            &[(0, "22000004")][..],
            &[(0, "A22000004"), (1, "Total")],
            &[(0, "Total"), (2, "1409002949V")],
            &[(1, "Total"), (3, "45")],
            &[(2, "1409 002949 V")],
            &[(0, "E 22 000 004")],
            &[(0, "MAR3 LKMFWP 45")],
        ] {
            assert!(!holds(row), "{row:?}");
        }
    }
}
