//! By what an extract is recognised the next time: its headers, whatever their order.

use crate::mapping::key;
use crate::sensitive::is_sensitive;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Of a hundred headers of two extracts taken together, those that both have when they are of one source.
const ALIKE: usize = 80;

/// The folded headers of a table. Columns that must not be kept are no part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    headers: BTreeSet<String>,
}

impl Shape {
    /// The shape of these headers.
    pub(crate) fn of<'a>(headers: impl Iterator<Item = &'a str>) -> Self {
        let kept = headers.filter(|header| !is_sensitive(header));
        Self { headers: kept.map(key).filter(|header| !header.is_empty()).collect() }
    }

    /// The shape that a mapping file names.
    pub(crate) fn written<'a>(headers: impl Iterator<Item = &'a str>) -> Self {
        Self { headers: headers.map(key).filter(|header| !header.is_empty()).collect() }
    }

    /// The headers, folded and sorted.
    pub fn headers(&self) -> impl Iterator<Item = &str> {
        self.headers.iter().map(String::as_str)
    }

    /// A short name of the exact shape: sixteen hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for header in &self.headers {
            hash.update(header);
            hash.update([0]);
        }
        let mut text = String::with_capacity(16);
        for byte in hash.finalize().iter().take(8) {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
        }
        text
    }

    /// Whether two extracts are of one source: a column more or less does not make another.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.likeness(other).is_some()
    }

    /// How much of the headers of two extracts of one source are the same, in hundredths.
    pub(crate) fn likeness(&self, other: &Self) -> Option<usize> {
        let shared = self.headers.intersection(&other.headers).count();
        let all = self.headers.len() + other.headers.len() - shared;
        (all > 0 && shared * 100 >= all * ALIKE).then(|| shared * 100 / all)
    }
}

#[cfg(test)]
mod tests {
    use super::Shape;

    fn shape(headers: &[&str]) -> Shape {
        Shape::of(headers.iter().copied())
    }

    #[test]
    fn order_case_and_one_more_column_do_not_make_another_source() {
        let known = shape(&["Nom", "Prénom", "Né le", "Étape", "Groupe"]);
        assert_eq!(known, shape(&["GROUPE", "étape", "ne le", "PRENOM", "nom"]));
        assert_eq!(known.fingerprint(), shape(&["GROUPE", "étape", "ne le", "PRENOM", "nom"]).fingerprint());
        assert!(known.is_like(&shape(&["Nom", "Prénom", "Né le", "Étape", "Groupe", "Site"])));
        assert!(!known.is_like(&shape(&["Nom", "Prénom", "Né le", "Code", "Site"])));
        assert!(!shape(&[]).is_like(&shape(&[])));
    }

    #[test]
    fn a_column_that_must_not_be_kept_is_no_part_of_a_shape() {
        assert_eq!(shape(&["Nom", "NIR"]), shape(&["Nom"]));
    }
}
