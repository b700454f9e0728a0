//! Columns that an office must not keep here: social-security number, health, disability, religion, bank details.

use guichet_model::{fold, fold_words};

/// Words of a header, each of which is enough.
const WORDS: &[&str] = &[
    // Social-security number
    "nir",
    "nni",
    "secu",
    "ss",
    "ssn",
    "cpam",
    // Health and disability (Apogée: COD_THP, COD_HAN, COD_RSE)
    "sante",
    "medical",
    "medicale",
    "medicaux",
    "medicament",
    "medicaments",
    "maladie",
    "maladies",
    "pathologie",
    "vaccin",
    "vaccins",
    "vaccination",
    "vaccinations",
    "mutuelle",
    "grossesse",
    "invalidite",
    "rqth",
    "mdph",
    "pai",
    "thp",
    "han",
    "rse",
    "health",
    "disability",
    "disabilities",
    "disabled",
    "illness",
    "disease",
    "vaccine",
    // Religion
    "confession",
    "culte",
    // The other kinds of data that nobody may gather here without a law that says so
    "syndicat",
    "syndicale",
    "ethnie",
    "ethnique",
    // Bank details
    "rib",
    "bic",
    "iban",
    "swift",
    "banque",
    "bank",
];

/// Parts of a header written in one word.
const PARTS: &[&str] = &[
    "securitesociale",
    "socialsecurity",
    "socialinsurance",
    "assurancemaladie",
    "numsecu",
    "numerosecu",
    "secsoc",
    "codnni",
    "codnir",
    "numnir",
    "numeronir",
    "numerodecompte",
    "numerocompte",
    "numcompte",
    "ndecompte",
    "opinionpolitique",
    "opinionspolitiques",
    "handicap",
    "allerg",
    "regimealimentaire",
    "dietary",
    "bloodtype",
    "bloodgroup",
    "groupesanguin",
    "tierstemps",
    "regimespecialdetude",
    "amenagementspecifique",
    "amenagementdepreuve",
    "amenagementdesepreuve",
    "amenagementdexamen",
    "amenagementdesexamen",
    "souhaitamenagement",
    "religio",
    "bancaire",
    "codeiban",
    "numiban",
    "titulaireducompte",
];

/// Words that make of `santé` a training or a scholarship, and of `INSEE` the number of a town.
const OF_A_TRAINING: &[&str] = &[
    "acces",
    "licence",
    "las",
    "filiere",
    "etudes",
    "bourse",
    "formation",
    "ufr",
    "faculte",
    "mention",
    "composante",
    "parcours",
    "domaine",
];
const OF_A_PLACE: &[&str] =
    &["code", "commune", "ville", "departement", "dep", "pays", "lieu", "com", "postal", "town"];

/// Whether a column of this header is dropped at the door.
pub(crate) fn is_sensitive(header: &str) -> bool {
    let words = fold_words(header);
    let words: Vec<&str> = words.split(' ').collect();
    let folded = fold(header);
    let speaks_of = |others: &[&str]| words.iter().any(|word| others.contains(word));
    words.iter().any(|word| match *word {
        "sante" | "health" => !speaks_of(OF_A_TRAINING),
        "insee" => !speaks_of(OF_A_PLACE),
        word => WORDS.contains(&word),
    }) || PARTS.iter().any(|part| folded.contains(part))
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
            "N° SS",
            "NUM_SECU",
            "COD_THP",
            "COD_HAN",
            "COD_RSE",
            "Régime spécial d'études",
            "Mutuelle",
            "Numéro de compte",
            "PAI",
            "Syndicat",
            "Opinion politique",
            "Origine ethnique",
            "Affiliation sécurité sociale",
            "Caisse d'assurance maladie",
            "Situation médicale",
            "Certificat médical",
            "Régime alimentaire",
            "Allergies",
            "Aménagement d'épreuves",
            "Tiers temps",
            "souhait_amenagement",
            "Titulaire du compte",
            "Social security number",
            "Disability",
            "Bank account",
            "Dietary requirements",
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
            "Licence accès santé",
            "UFR Santé",
            "Code INSEE commune de naissance",
            "Code INSEE",
            "Régime",
            "Régime d'inscription (code)",
            "Classe",
            "Adresse",
            "Compte Instagram",
            "date_fin_validite",
        ] {
            assert!(!is_sensitive(header), "{header}");
        }
    }
}
