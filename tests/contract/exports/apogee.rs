//! Exports of Apogée: three tables as its database gives them, a BusinessObjects extract, a jury's file.

use super::files::{Column, cells, lines, table, windows_1252, workbook};
use super::people::{Person, people};
use std::fmt::Write as _;

/// As much of a text as a column of Apogée holds.
fn cut(text: &str, length: usize) -> String {
    text.chars().take(length).collect()
}

fn upper(text: &str) -> String {
    text.to_uppercase()
}

const REGISTRATIONS: &[Column] = &[
    ("COD_ANU", |_| "2024".into()),
    ("COD_IND", |p| p.internal()),
    ("COD_ETP", |p| p.one_of(&["L1PSY0", "L2PSY0", "M1LEA1", "L3PSY0"])),
    ("COD_VRS_VET", |_| "241".into()),
    ("NUM_OCC_IAE", |_| "1".into()),
    ("COD_DIP", |p| p.one_of(&["LPSY001", "LPSY001", "MLEA001", "LPSY001"])),
    ("COD_VRS_VDI", |_| "241".into()),
    ("COD_CGE", |p| p.one_of(&["ALH", "ALH", "ALX"])),
    ("COD_CMP", |_| "ALL".into()),
    ("DAT_CRE_IAE", |p| p.day_of_registration()),
    ("DAT_MOD_IAE", |p| if p.rank % 9 == 3 { "02/09/2024".into() } else { String::new() }),
    ("DAT_ANNUL_RES_IAE", |p| if p.rank % 13 >= 11 { "20/09/2024".into() } else { String::new() }),
    ("ETA_IAE", |p| match p.rank % 13 {
        11 => "R".into(),
        12 => "A".into(),
        _ => "E".into(),
    }),
    ("ETA_PMT_IAE", |p| if p.rank % 13 == 12 { String::new() } else { "P".into() }),
    ("TEM_IAE_PRM", |_| "O".into()),
    ("TEM_DIP_IAE", |p| p.one_of(&["N", "N", "N", "O"])),
    ("COD_PRU", |p| p.one_of(&["NO", "NO", "CI", "NO", "AJ"])),
    ("NBR_INS_CYC", |p| (1 + p.rank % 4).to_string()),
    ("NBR_INS_ETP", |p| (1 + p.rank % 2).to_string()),
    ("NBR_INS_DIP", |p| (1 + p.rank % 3).to_string()),
];

/// The registrations of a year, which name persons by Apogée's own code only.
pub(super) fn registrations() -> Vec<u8> {
    windows_1252(&lines(&table(REGISTRATIONS, &people(40)), ";"))
}

const PERSONS: &[Column] = &[
    ("COD_IND", |p| p.internal()),
    ("COD_ETU", |p| p.number()),
    ("COD_IND_OPI", |_| String::new()),
    ("COD_NNE_IND", |p| p.ine().0),
    // One character wide: the second letter of a register's key is lost.
    ("COD_CLE_NNE_IND", |p| cut(&p.ine().1, 1)),
    ("LIB_NOM_PAT_IND", |p| cut(p.name, 30)),
    ("LIB_NOM_USU_IND", |p| cut(&p.use_name(), 30)),
    ("LIB_PR1_IND", |p| cut(&upper(p.given), 20)),
    ("LIB_PR2_IND", |p| p.one_of(&["", "MARIE-BERNADETTE-ANN", ""])),
    ("LIB_PR3_IND", |_| String::new()),
    ("DATE_NAI_IND", |p| p.birth()),
    ("TEM_DATE_NAI_REL", |p| p.one_of(&["N", "N", "N", "N", "N", "N", "N", "O"])),
    ("COD_SEX_ETU", |p| if p.is_woman() { "F".into() } else { "M".into() }),
    ("COD_SEX_ETA_CIV", |p| if p.is_woman() { "F".into() } else { "M".into() }),
    ("LIB_PR_ETA_CIV", |p| upper(p.given)),
    ("COD_PAY_NAT", |p| p.one_of(&["100", "100", "352", "100", "122"])),
    ("COD_TYP_DEP_PAY_NAI", |p| p.one_of(&["D", "D", "P"])),
    ("COD_DEP_PAY_NAI", |p| p.one_of(&["013", "084", "352"])),
    ("LIB_VIL_NAI_ETU", |p| p.one_of(&["AIX-EN-PROVENCE", "ORANGE", "CONSTANTINE"])),
    ("DAA_ENT_ETB", |p| (2021 + p.rank % 4).to_string()),
    ("DAA_ENS_SUP", |p| (2020 + p.rank % 5).to_string()),
    ("DAA_ETB", |p| (2021 + p.rank % 4).to_string()),
    ("COD_ETB", |_| "0134009M".into()),
    ("DAT_CRE_IND", |_| "04/07/2023".into()),
    ("DAT_MOD_IND", |_| "01/07/2024".into()),
];

/// Who everybody is; two more than have registered.
pub(super) fn persons() -> Vec<u8> {
    windows_1252(&lines(&table(PERSONS, &people(42)), ";"))
}

const DOCUMENTS: &[Column] = &[
    ("COD_ANU", |_| "2024".into()),
    ("COD_IND", |p| p.internal()),
    ("COD_TPJ", |p| p.one_of(&["CNI", "BAC", "CVEC", "PHOTO", "JDC"])),
    ("LIB_TPJ", |p| {
        p.one_of(&[
            "Pièce d'identité",
            "Relevé de notes du baccalauréat",
            "Attestation CVEC",
            "Photographie",
            "Journée défense et citoyenneté",
        ])
    }),
    ("NOM_FIC", |p| format!("{}_{}.pdf", p.number(), p.one_of(&["CNI", "BAC", "CVEC", "PHOTO", "JDC"]))),
    ("STATUT_PJ", |p| if p.rank % 10 == 4 { String::new() } else { "V".into() }),
    ("DATE_RECEP_PJ", |p| p.day_of_registration()),
    ("TEM_PJ_CAND", |p| p.one_of(&["N", "O"])),
    ("TEM_DEMAT_PJ", |_| "O".into()),
    ("MTF_REFUS", |_| String::new()),
    ("CMT_MTF_REFUS", |_| String::new()),
    ("DAT_EXP", |p| if p.rank % 5 == 0 { format!("15/0{}/2029", 1 + p.rank % 9) } else { String::new() }),
];

/// The supporting documents of a year.
pub(super) fn documents() -> Vec<u8> {
    windows_1252(&lines(&table(DOCUMENTS, &people(40)), ";"))
}

const EXTRACT: &[Column] = &[
    ("Code étudiant", |p| p.number()),
    ("Nom", |p| cut(p.name, 30)),
    ("Prénom", |p| p.given.into()),
    ("Naissance - Date", |p| p.birth()),
    ("Année de l'inscription", |_| "2024".into()),
    ("Composante (code)", |_| "ALL".into()),
    ("Diplôme - Type (lib.)", |p| p.one_of(&["LMD/L1", "LMD/L2", "LMD/L3", "Licence pr", "LMD/M1", "LMD/M2"])),
    ("Diplôme SISE (code)", |p| p.one_of(&["2500012", "2500012", "2500012", "2500344", "2600701", "2600701"])),
    ("IAE - Etape (code)", |p| p.one_of(&["L1PSY0", "L2PSY0", "L3PSY0", "LPEDI0", "M1LEA1", "M2LEA1"])),
    ("IAE - Etape (lib.)", |p| {
        p.one_of(&[
            "L1 Psychologie",
            "L2 Psychologie",
            "L3 Psychologie",
            "LP Métiers de l'édition",
            "M1 Langues étrangères appliquées",
            "M2 Langues étrangères appliquées",
        ])
    }),
    ("1ère année d'un diplôme (O/N)", |p| p.one_of(&["O", "N", "N", "O", "O", "N"])),
    // Codes of one university: its labels are words that everybody understands.
    ("Régime d'inscription (code)", |p| p.one_of(&["1", "1", "4", "3"])),
    ("Régime d'inscription (lib.)", |p| {
        p.one_of(&["Formation initiale", "Formation initiale", "Apprentissage", "Reprise d'études"])
    }),
    ("Profil étudiant (code)", |p| p.one_of(&["NO", "NO", "CI", "AL"])),
    ("Statut étudiant (code)", |_| "01".into()),
    ("Bourse (code)", |p| p.one_of(&["", "06", "", "", "02"])),
    ("Situation sociale (code)", |p| p.one_of(&["NO", "BO", "NO", "NO", "BO"])),
    ("VET - Résultat (code)", |p| p.one_of(&["", "ADM", "AJ", "", "AJAC", "ADMP", "NAR"])),
];

/// A BusinessObjects extract: its first row and column are empty, its title and its headers come after.
pub(super) fn extract() -> Vec<u8> {
    let rows = table(EXTRACT, &people(48));
    workbook("Rapport 1", (1, 1), &cells(&rows, &["Année de l'inscription"], &["Naissance - Date"]))
}

/// A jury's file: sections, each object's columns described before the students.
pub(super) fn jury() -> Vec<u8> {
    const OBJECTS: usize = 21;
    let mut text = String::from(
        "XX-APO_TITRES-XX\r\napoC_annee\t2023/2024\r\napoC_cod_dip\tVDTCJ\r\napoC_Cod_Exp\t1\r\napoC_cod_vdi\t111\r\n\
         apoC_Fichier_Exp\tVDTCJ_V1CJ.txt\r\napoC_lib_dip\tBUT CJ\r\n\
         apoC_Titre1\tExport Apogée du 13/06/2024 à 14:29\r\napoC_Titre2\t\r\n\r\nXX-APO_COLONNES-XX\r\n\
         apoL_a01_code\tType Objet\tCode\tVersion\tAnnée\tSession\tAdmission/Admissibilité\tType Rés.\t\t\tEtudiant\tNuméro\r\n\
         apoL_a02_nom\t\t\t\t\t\t\t\t\t\t1\tNom\r\napoL_a03_prenom\t\t\t\t\t\t\t\t\t\t1\tPrénom\r\n\
         apoL_a04_naissance\t\t\t\t\t\t\t\t\tSession\tAdmissibilité\tNaissance\r\nAPO_COL_VAL_DEB\r\n",
    );
    for object in 0..OBJECTS {
        let (kind, code) = if object == 0 { ("VET", "V1CJ".to_owned()) } else { ("ELP", format!("VCJU{object:02}")) };
        let label = if object == 0 { "V1CJ - BUT CJ an1".to_owned() } else { format!("{code} - Ressource {object}") };
        for (result, (mark, name)) in [("N", "Note"), ("B", "Barème"), ("R", "Résultat")].into_iter().enumerate() {
            let (rank, label) = (object * 3 + result + 1, if result == 0 { label.as_str() } else { "" });
            let _ = write!(text, "apoL_c{rank:04}\t{kind}\t{code}\t111\t2023\t0\t1\t{mark}\t{label}\t0\t1\t{name}\r\n");
        }
    }
    let _ =
        write!(text, "APO_COL_VAL_FIN\r\napoL_c{:04}\tAPO_COL_VAL_FIN\r\n\r\nXX-APO_VALEURS-XX\r\n", OBJECTS * 3 + 1);
    let columns: String = (1..=OBJECTS * 3).map(|rank| format!("\tapoL_c{rank:04}")).collect();
    let _ = write!(text, "apoL_a01_code\tapoL_a02_nom\tapoL_a03_prenom\tapoL_a04_naissance{columns}\r\n");
    for person in people(26) {
        let _ =
            write!(text, "{}\t{}\t{}\t {}", person.number(), jury_name(&person), upper(person.given), person.birth());
        for object in 0..OBJECTS {
            let mark = 6 + (person.rank * 5 + object * 3) % 13;
            let result = if mark < 10 { "AJ" } else { "ADM" };
            let _ = write!(text, "\t{mark},{}\t20\t{result}", person.rank % 4 * 25);
        }
        text.push_str("\r\n");
    }
    windows_1252(&text)
}

/// ISO-8859-1 has no `Œ`.
fn jury_name(person: &Person) -> String {
    person.name.replace('Œ', "OE")
}
