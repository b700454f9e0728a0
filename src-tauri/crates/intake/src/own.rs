//! What this program adds to a file when it writes the rows to correct: it is set aside without a word when the file is
//! imported.

use crate::clean::clean;
use crate::grid::{RawRow, RawSheet};
use guichet_model::{Catalogue, Language, fold};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// Headers of ours, folded, in one language.
struct Own {
    problem: String,
    remedy: String,
    origin: String,
}

fn own() -> &'static [Own] {
    static OWN: OnceLock<Vec<Own>> = OnceLock::new();
    OWN.get_or_init(|| {
        let word = |language: &Language, id: &str| fold(&Catalogue::shared().say(*language, id));
        let of = |language: &Language| Own {
            problem: word(language, "corrections-column-problem"),
            remedy: word(language, "corrections-column-remedy"),
            origin: word(language, "corrections-column-origin"),
        };
        Language::ALL.iter().map(of).collect()
    })
}

/// The sheets of rows to correct that this program wrote: what they do not hold is not gone.
pub(crate) fn corrections(sheets: &[(usize, Arc<RawSheet>)]) -> BTreeSet<usize> {
    sheets.iter().filter(|(_, sheet)| own_columns(sheet).is_some()).map(|(rank, _)| *rank).collect()
}

/// The sheets without the list of problems and the columns that this program wrote.
pub(crate) fn without_own(sheets: Vec<(usize, Arc<RawSheet>)>) -> Vec<(usize, Arc<RawSheet>)> {
    let has_others = sheets.iter().any(|(_, sheet)| !is_list_of_problems(sheet) && !sheet.rows.is_empty());
    let kept = sheets.into_iter().filter(|(_, sheet)| !has_others || !is_list_of_problems(sheet));
    kept.map(|(rank, sheet)| (rank, own_columns(&sheet).map_or(sheet.clone(), |own| without_columns(&sheet, own))))
        .collect()
}

fn headers(row: &RawRow) -> Vec<(u16, String)> {
    row.cells.iter().map(|cell| (cell.column, fold(&clean(&cell.raw)))).collect()
}

fn is_list_of_problems(sheet: &RawSheet) -> bool {
    let Some(row) = sheet.rows.first() else { return false };
    let found = headers(row);
    let has = |wanted: &String| found.iter().any(|(_, header)| header == wanted);
    own().iter().any(|own| has(&own.problem) && has(&own.remedy))
}

/// The two columns this program wrote at the end of a sheet.
fn own_columns(sheet: &RawSheet) -> Option<(u16, u16)> {
    match headers(sheet.rows.first()?).as_slice() {
        [.., (remedy, first), (origin, second)] => {
            own().iter().any(|own| *first == own.remedy && *second == own.origin).then_some((*remedy, *origin))
        }
        _ => None,
    }
}

fn without_columns(sheet: &RawSheet, (one, other): (u16, u16)) -> Arc<RawSheet> {
    let mut rest = sheet.clone();
    for row in &mut rest.rows {
        row.cells.retain(|cell| cell.column != one && cell.column != other);
    }
    rest.rows.retain(|row| !row.cells.is_empty());
    Arc::new(rest)
}

#[cfg(test)]
mod tests {
    use super::{corrections, without_own};
    use crate::grid::{CellValue, RawCell, RawSheet};
    use std::sync::Arc;

    fn sheet(name: &str, rows: &[&[&str]]) -> (usize, Arc<RawSheet>) {
        let mut sheet = RawSheet { name: name.to_owned(), ..RawSheet::default() };
        for (row, texts) in (0..).zip(rows) {
            for (column, text) in (0..).zip(*texts) {
                sheet.push(row, RawCell { column, value: CellValue::Text, raw: (*text).into() });
            }
        }
        (0, Arc::new(sheet))
    }

    #[test]
    fn what_we_wrote_is_set_aside_and_what_an_office_wrote_is_not() {
        let told = sheet("Problèmes d’import", &[&["Fichier", "Ce qui ne va pas", "À corriger"], &["a.csv", "b", "c"]]);
        let rows = sheet("a", &[&["Nom", "À corriger", "Ligne d’origine"], &["EXEMPLE", "la date", "a.csv, ligne 2"]]);
        assert_eq!(corrections(&[told.clone(), (7, Arc::clone(&rows.1))]).into_iter().collect::<Vec<_>>(), [7]);
        let kept = without_own(vec![told.clone(), rows]);
        assert_eq!(kept.len(), 1);
        assert!(kept[0].1.rows.iter().all(|row| row.cells.len() == 1), "{kept:?}");
        assert_eq!(without_own(vec![told.clone()]), [told], "alone, it is told like any other sheet");
        let theirs = sheet("b", &[&["Nom", "À corriger"], &["EXEMPLE", "oui"]]);
        assert!(corrections(std::slice::from_ref(&theirs)).is_empty());
        assert_eq!(without_own(vec![theirs.clone()]), [theirs]);
    }
}
