//! One thing that two columns of an extract say: by its code, and by the label of the code.

use guichet_model::fold_words;

/// Words by which a header says that its column holds codes, or labels of codes.
const CODE: &[&str] = &["code", "cod"];
const LABEL: &[&str] = &["lib", "libelle", "label", "lic", "cmt", "commentaire"];
/// Words that name nothing.
const EMPTY: &[&str] = &["d", "de", "du", "des", "l", "la", "le", "les"];

/// Which of the two a header names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Code,
    Label,
    /// Nothing says.
    Plain,
}

/// Whether a header says that its column holds codes.
pub(crate) fn is_code(header: &str) -> bool {
    half(header).0 == Half::Code
}

/// Whether two headers name the same thing, one of them by its code or by a remark on it.
pub(crate) fn are_one(one: &str, other: &str) -> bool {
    let ((one, first), (other, second)) = (half(one), half(other));
    one != other && (one != Half::Plain || other != Half::Plain) && first == second && !first.is_empty()
}

/// Which half a header names, and of what.
fn half(header: &str) -> (Half, Vec<String>) {
    let folded = fold_words(header);
    let (mut half, mut of) = (Half::Plain, Vec::new());
    for word in folded.split(' ').filter(|word| !EMPTY.contains(word)) {
        match word {
            word if CODE.contains(&word) => half = Half::Code,
            word if LABEL.contains(&word) => half = Half::Label,
            word => of.push(word.to_owned()),
        }
    }
    of.sort_unstable();
    (half, of)
}

#[cfg(test)]
mod tests {
    use super::{are_one, is_code};

    #[test]
    fn a_code_and_its_label_are_known_by_their_headers() {
        for (one, other) in [
            ("Régime d'inscription (code)", "Régime d'inscription (lib.)"),
            ("COD_TPJ", "LIB_TPJ"),
            ("Code régime", "Régime"),
            ("code_nationalite", "libelle_nationalite"),
            ("MTF_REFUS", "CMT_MTF_REFUS"),
            ("Code de la pièce", "Libellé de la pièce"),
        ] {
            assert!(are_one(one, other) && are_one(other, one), "{one}, {other}");
        }
        for (one, other) in [
            ("Nom", "Nom de naissance"),
            ("E-mail", "Courriel"),
            ("COD_RGI", "LIB_CMP"),
            ("Code", "Libellé"),
            ("COD_RGI", "Code régime"),
            ("Régime", "Régime"),
        ] {
            assert!(!are_one(one, other), "{one}, {other}");
        }
        assert!(is_code("Régime (code)") && !is_code("Régime (lib.)") && !is_code("Régime"));
    }
}
