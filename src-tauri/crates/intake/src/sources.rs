//! The extracts that everybody has: by which headers each is known, and what a header means there and nowhere else.

use crate::grid::{RawRow, RawSheet};
use crate::mapping::{Mapping, Target};
use guichet_model::{Field, SheetKind};
use std::collections::BTreeSet;

/// An extract of a product that many offices have.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct KnownSource {
    /// What it is called, in every language.
    pub(crate) name: &'static str,
    /// Folded headers, all of which it has.
    signs: &'static [&'static str],
    /// What a row of it is, when its headers leave that open.
    pub(crate) kind: Option<SheetKind>,
    /// Folded headers that mean here another field than elsewhere, or none.
    meanings: &'static [(&'static str, Option<Field>)],
}

const fn source(name: &'static str, signs: &'static [&'static str]) -> KnownSource {
    KnownSource { name, signs, kind: None, meanings: &[] }
}

/// Of two that fit, the first.
const SOURCES: &[KnownSource] = &[
    source("Apogée TELEM_IAA_TPJ", &["codtpj", "statutpj"]),
    source("Apogée TELEM_IAA_TPJ", &["codtpj", "stupj"]),
    source("Apogée INS_ADM_ETP", &["codetp", "etaiae"]),
    source("Apogée INS_ADM_ANU", &["codanu", "etaiaa"]),
    // The institution that a person first came to, long ago.
    KnownSource {
        kind: Some(SheetKind::Roster),
        meanings: &[("codetb", None)],
        ..source("Apogée INDIVIDU", &["codind", "libnompatind", "libpr1ind"])
    },
    source("Apogée BusinessObjects", &["iaeetapecode"]),
    KnownSource {
        kind: Some(SheetKind::History),
        ..source("Apogée XX-APO_VALEURS-XX", &["apola01code", "apola02nom", "apola03prenom"])
    },
    source("Pegase ins_depot_piece", &["libelleaffichage", "statut", "motifrejet"]),
    source("Pegase ins_inscription", &["statutinscription", "coderegimeinscription"]),
    // The row's own number is that of the person.
    KnownSource {
        kind: Some(SheetKind::Roster),
        meanings: &[("id", Some(Field::PersonCode))],
        ..source("Pegase idt_apprenant", &["id", "inemaitre", "codeapprenant"])
    },
    source("eCandidat OPI", &["origineadmission1", "codevoeu1"]),
    source("eCandidat", &["nodossier", "statutdudossier"]),
    source("eCandidat", &["nodossier", "cleine"]),
    source("Parcoursup", &["numerocandidat", "datereponse"]),
    source("Parcoursup", &["internatobtenu", "datereponse"]),
    // Year, field and mention are those of the baccalaureate, and the status says whether the student has a job.
    KnownSource {
        meanings: &[("annee", None), ("specialite", None), ("mention", None), ("statut", None)],
        ..source("ScoDoc", &["nom", "prenom", "civilite", "nip", "datenaissance"])
    },
    source("Pix Orga", &["premierprenom", "deuxiemeprenom", "equipepedagogique"]),
];

/// The source whose headers are among these folded ones.
pub(crate) fn recognise(headers: &BTreeSet<&str>) -> Option<&'static KnownSource> {
    SOURCES.iter().find(|source| source.signs.iter().all(|sign| headers.contains(sign)))
}

/// The line of a jury's file after which its students come; those before describe its columns.
const VALUES: &str = "XX-APO_VALEURS-XX";

/// The row from which headers are looked for.
pub(crate) fn start_of_values(sheet: &RawSheet) -> u32 {
    let mark = sheet.rows.iter().find(|row| word(row, 0) == VALUES);
    mark.map_or(0, |row| row.row + 1)
}

/// What a jury's file says of all its students before it names them: the year, and which column is the year's result.
pub(crate) fn stated(sheet: &RawSheet) -> Mapping {
    let mut stated = Mapping::default();
    let start = start_of_values(sheet);
    let titles = || sheet.rows.iter().take_while(|row| row.row + 1 < start);
    if let Some(year) = titles().find(|row| word(row, 0) == "apoC_annee") {
        // A year that is not understood is asked, like one that is not there.
        let _ = stated.set_constant(Field::AcademicYear, Some(word(year, 1)));
    }
    // Of the objects described, a `VET` is the year's step, and `R` its result.
    let mut results = titles().filter(|row| word(row, 1) == "VET" && word(row, 7) == "R");
    if let (Some(result), None) = (results.next(), results.next()) {
        stated.set_header(word(result, 0), Some(Target::Field(Field::PreviousResult)));
    }
    stated
}

/// The text of a row's cell.
fn word(row: &RawRow, column: u16) -> &str {
    row.cells.iter().find(|cell| cell.column == column).map_or("", |cell| cell.raw.trim())
}

impl KnownSource {
    /// What a folded header means here, when that is not what it means elsewhere: a field, or none.
    pub(crate) fn meaning(&self, folded: &str) -> Option<Option<Field>> {
        self.meanings.iter().find(|(header, _)| *header == folded).map(|(_, field)| *field)
    }
}

#[cfg(test)]
mod tests {
    use super::{SOURCES, recognise, start_of_values, stated};
    use crate::grid::{CellValue, RawCell, RawSheet};
    use crate::mapping::Target;
    use guichet_model::{Field, fold};
    use std::collections::BTreeSet;

    fn of(headers: &str) -> Option<&'static super::KnownSource> {
        let folded: Vec<String> = headers.split(';').map(fold).collect();
        recognise(&folded.iter().map(String::as_str).collect::<BTreeSet<_>>())
    }

    #[test]
    fn sources_are_known_by_their_headers_in_any_order() {
        for (headers, name) in [
            ("LIB_PR1_IND;COD_IND;COD_ETU;LIB_NOM_PAT_IND", "Apogée INDIVIDU"),
            ("COD_IND;ETA_IAE;COD_ETP;LIB_NOM_PAT_IND;LIB_PR1_IND", "Apogée INS_ADM_ETP"),
            ("codTpj;libTpj;stuPj", "Apogée TELEM_IAA_TPJ"),
            ("Numéro candidat;Nom;date réponse", "Parcoursup"),
            ("No dossier;INE;Clé INE", "eCandidat"),
            ("NIP;INE;nom;prenom;civilite;date_naissance;annee", "ScoDoc"),
        ] {
            assert_eq!(of(headers).map(|source| source.name), Some(name), "{headers}");
        }
        assert_eq!(of("N° étudiant;Nom;Prénom;Niveau"), None);
    }

    #[test]
    fn a_header_can_mean_something_else_in_one_source() {
        let scodoc = of("NIP;nom;prenom;civilite;date_naissance").expect("known");
        assert_eq!((scodoc.meaning("annee"), scodoc.meaning("nom")), (Some(None), None));
        let pegase = of("id;code_apprenant;ine_maitre").expect("known");
        assert_eq!(pegase.meaning("id"), Some(Some(Field::PersonCode)));
    }

    #[test]
    fn a_jury_s_file_says_the_year_and_the_column_of_its_result_before_its_students() {
        let sheet = |rows: &[&str]| {
            let mut sheet = RawSheet::default();
            for (row, line) in (0..).zip(rows) {
                for (column, text) in (0..).zip(line.split(';')).filter(|(_, text)| !text.is_empty()) {
                    sheet.push(row, RawCell { column, value: CellValue::Text, raw: text.into() });
                }
            }
            sheet
        };
        let vet = |column: &str, kind: &str| format!("{column};VET;V1CJ;111;2023;0;1;{kind};;0;1;");
        let (mark, result) = (vet("apoL_c0001", "N"), vet("apoL_c0003", "R"));
        let mut rows = vec!["XX-APO_TITRES-XX", "apoC_annee;2023/2024", mark.as_str(), result.as_str()];
        rows.extend(["XX-APO_VALEURS-XX", "apoL_a01_code;apoL_c0001;apoL_c0003"]);
        let found = stated(&sheet(&rows));
        assert_eq!(found.constants().collect::<Vec<_>>(), [(Field::AcademicYear, "2023/2024")]);
        assert_eq!(found.header("apoL_c0003"), Some(Target::Field(Field::PreviousResult)));
        assert_eq!(start_of_values(&sheet(&rows)), 5);
        // Two sessions: which result counts is not said.
        let second = vet("apoL_c0006", "R");
        rows.insert(2, &second);
        rows[1] = "apoC_annee;?";
        assert!(stated(&sheet(&rows)).is_empty());
        assert!(stated(&sheet(&["N° étudiant;Niveau", "1;L1"])).is_empty());
    }

    #[test]
    fn signs_and_meanings_are_folded() {
        for source in SOURCES {
            let headers = source.signs.iter().chain(source.meanings.iter().map(|(header, _)| header));
            headers.for_each(|header| assert_eq!(fold(header), **header, "{}", source.name));
        }
    }
}
