//! Columns that an office must not keep here: social-security number, health, disability, religion, bank details.

use guichet_model::{fold, fold_words};

/// Words of a header, each of which is enough.
const WORDS: &[&str] = &[
    "nir",
    "nni",
    "secu",
    "insee",
    "rqth",
    "mdph",
    "sante",
    "medical",
    "medicale",
    "maladie",
    "rib",
    "bic",
    "iban",
    "swift",
    "banque",
    "confession",
    "culte",
    "health",
    "disability",
    "bank",
    "ssn",
];

/// Parts of a header written in one word.
const PARTS: &[&str] = &[
    "securitesociale",
    "numsecu",
    "numerosecu",
    "codnni",
    "handicap",
    "bancaire",
    "religio",
    "socialsecurity",
    "codeiban",
    "numeronir",
];

/// Whether a column of this header is dropped at the door.
pub(crate) fn is_sensitive(header: &str) -> bool {
    let words = fold_words(header);
    let folded = fold(header);
    words.split(' ').any(|word| WORDS.contains(&word)) || PARTS.iter().any(|part| folded.contains(part))
}

#[cfg(test)]
mod tests {
    use super::is_sensitive;

    #[test]
    fn sensitive_columns_are_known_by_their_header() {
        for header in [
            "NIR",
            "N° de sécurité sociale",
            "COD_NNI_ETU",
            "Num. sécu",
            "Santé",
            "Situation de handicap",
            "Religion",
            "IBAN",
            "RIB",
            "Code BIC",
            "Coordonnées bancaires",
            "Nom de la banque",
            "Numéro INSEE",
        ] {
            assert!(is_sensitive(header), "{header}");
        }
        for header in [
            "N° étudiant",
            "Nom",
            "Bourse régionale sanitaire et sociale",
            "Situation sociale (code)",
            "Contribution",
            "Aménagement",
        ] {
            assert!(!is_sensitive(header), "{header}");
        }
    }
}
