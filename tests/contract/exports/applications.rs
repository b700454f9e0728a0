//! Exports of the applications around Apogée: Pegase, eCandidat, Parcoursup, ScoDoc, and what offices make themselves.

use super::files::{Cell, Column, cells, html, lines, table, windows_1252, workbook};
use super::people::{Person, people};

const PEGASE: &[Column] = &[
    ("code_apprenant", |p| p.number()),
    ("ine_maitre", |p| p.whole_ine()),
    ("statut_ine_maitre", |p| p.one_of(&["CONFIRME", "CONFIRME", "A_VERIFIER"])),
    ("liste_ine", |_| String::new()),
    ("nom_famille", |p| p.name.into()),
    ("nom_usuel", |p| p.use_name()),
    ("prenom", |p| p.given.into()),
    ("prenom2", |_| String::new()),
    ("date_naissance", |p| p.birth_iso()),
    ("code_nationalite", |p| p.one_of(&["100", "100", "352"])),
    ("libelle_nationalite", |p| p.one_of(&["FRANÇAIS(E)", "FRANÇAIS(E)", "ALGÉRIEN(NE)"])),
    ("code_periode", |_| "2024".into()),
    ("code_objet_formation", |p| p.one_of(&["L1-PSY", "L2-PSY", "M1-LEA"])),
    ("libelle_objet_formation", |p| p.one_of(&["L1 Psychologie", "L2 Psychologie", "M1 LEA"])),
    ("origine", |p| p.one_of(&["PARCOURSUP", "REINSCRIPTION", "MONMASTER", "ECANDIDAT"])),
    ("canal_admission", |p| p.one_of(&["PSUP", "REINS", "CSV", "MANUEL"])),
    ("contexte_inscription", |p| p.one_of(&["PRIMO", "REINS", "PRIMO", "PRIMO"])),
    ("date_inscription", |p| iso_instant(p, 0)),
    ("date_validation_inscription", |p| iso_instant(p, 2)),
    ("statut_inscription", |p| match p.rank % 11 {
        9 => "ANNULEE".into(),
        10 => "AUTORISEE".into(),
        _ => "VALIDEE".into(),
    }),
    ("statut_paiement", |p| if p.rank % 11 == 9 { "NON_PAYE".into() } else { "PAYE".into() }),
    ("code_regime_inscription", |p| p.one_of(&["10", "10", "12", "10", "22"])),
    ("numero_cvec", |p| if p.rank % 5 == 4 { String::new() } else { p.certificate().replace(' ', "") }),
    ("temoin_cvec_validee", |p| p.one_of(&["true", "true", "false"])),
    ("temoin_principale", |_| "true".into()),
    ("cesure", |p| if p.rank % 17 == 8 { "ANNEE".into() } else { "SANS".into() }),
    ("mobilite", |p| if p.rank % 16 == 15 { "SORTANTE".into() } else { "SANS".into() }),
    ("neo_bachelier", |p| p.one_of(&["true", "false", "false"])),
    ("souhait_amenagement", |p| p.one_of(&["false", "false", "true"])),
    ("code_situation_annee_precedente", |p| p.one_of(&["A", "H", "H"])),
    ("motif_annulation", |p| if p.rank % 11 == 9 { "DEMISSION".into() } else { String::new() }),
    ("avec_remboursement", |_| "false".into()),
];

fn iso_instant(person: &Person, later: usize) -> String {
    let (day, hour) = (8 + person.rank % 18 + later, 8 + person.rank % 12);
    format!("2024-0{}-{day:02} {hour:02}:{:02}:00", 7 + person.rank % 2, person.rank)
}

/// Registrations of Pegase's reporting schema, in UTF-8 with its mark.
pub(super) fn pegase() -> Vec<u8> {
    format!("\u{feff}{}", lines(&table(PEGASE, &people(44)), ";")).into_bytes()
}

const PEGASE_DOCUMENTS: &[Column] = &[
    ("code_apprenant", |p| p.number()),
    ("code_metier", |p| p.one_of(&["CNI", "BAC", "JDC", "PHOTO"])),
    ("libelle_affichage", |p| p.one_of(&["Pièce d'identité", "Baccalauréat", "Certificat JDC", "Photo d'identité"])),
    ("code_periode", |_| "2024".into()),
    ("temoin_obligatoire", |p| p.one_of(&["true", "true", "false"])),
    ("temoin_validation_gestionnaire", |_| "true".into()),
    ("temoin_photo", |p| p.one_of(&["false", "false", "false", "true"])),
    ("date_debut_validite", |_| "2024-07-01".into()),
    ("date_fin_validite", |_| "2025-08-31".into()),
    ("statut", |p| {
        p.one_of(&[
            "NON_DEPOSE",
            "EN_ATTENTE",
            "NON_CONCERNE",
            "NON_CONCERNE_VALIDE",
            "A_VALIDER_DOSSIER_BLOQUE",
            "A_VALIDER_DOSSIER_NON_BLOQUE",
            "VALIDE",
            "VALIDATION_FORCEE",
            "REJETE",
        ])
    }),
    ("motif_rejet", |p| if p.rank % 9 == 8 { "Document illisible".into() } else { String::new() }),
    ("date_depot", |p| if p.rank % 9 == 0 { String::new() } else { iso_instant(p, 0) }),
];

/// Supporting documents of the same schema.
pub(super) fn pegase_documents() -> Vec<u8> {
    lines(&table(PEGASE_DOCUMENTS, &people(44)), ";").into_bytes()
}

const ECANDIDAT: &[Column] = &[
    ("No dossier", |p| format!("{:08X}", 48_120_557 + p.rank * 7_919)),
    ("No étudiant", |p| if p.rank % 4 == 0 { String::new() } else { p.number() }),
    ("Civilité", |p| if p.is_woman() { "Mme".into() } else { "M.".into() }),
    ("Nom patronymique", |p| p.name.into()),
    ("Nom usuel", |p| p.use_name()),
    ("Prénom", |p| p.given.into()),
    ("Date de naissance", |p| p.birth()),
    ("Ville de naissance", |p| p.one_of(&["MARSEILLE", "ORANGE", "CONSTANTINE"])),
    ("Nationalité", |p| p.one_of(&["FRANÇAIS(E)", "FRANÇAIS(E)", "ALGÉRIEN(NE)"])),
    ("Langue", |_| "Français".into()),
    ("Code étudiant", |p| if p.rank % 4 == 0 { String::new() } else { p.number() }),
    ("INE", |p| p.ine().0),
    ("Clé INE", |p| p.ine().1),
    ("Témoin FC", |p| p.one_of(&["N", "N", "N", "O"])),
    ("Téléphone", |p| p.phone()),
    ("Téléphone portable", |p| p.phone()),
    ("Mail", |p| p.email()),
    ("Bac Année", |p| (p.year + 18).to_string()),
    ("Adresse formatée", |p| format!("{} RUE DES TILLEULS 13100 AIX-EN-PROVENCE", p.rank + 1)),
    ("Dernier établissement", |_| "LYCEE IMAGINAIRE".into()),
    ("Dernier diplôme", |p| p.one_of(&["BACCALAURÉAT GÉNÉRAL", "LICENCE 2 PSYCHOLOGIE"])),
    ("Libellé des tags", |p| p.one_of(&["", "", "À rappeler"])),
    ("Code formation", |_| "L3PSY0".into()),
    ("Libellé formation", |_| "L3 Psychologie".into()),
    ("Date du voeux", |p| format!("{:02}/04/2024 {:02}:05", 2 + p.rank % 26, 8 + p.rank % 10)),
    ("Date de transmission", |p| format!("{:02}/05/2024 09:30", 2 + p.rank % 26)),
    ("Statut du dossier", |p| p.one_of(&["Complet", "Réceptionné", "Incomplet"])),
    ("Date de modification du statut du dossier", |p| format!("{:02}/05/2024", 3 + p.rank % 26)),
    ("Date de réception", |p| format!("{:02}/05/2024", 3 + p.rank % 26)),
    ("Type de traitement", |_| "Accès contrôlé".into()),
    ("Commission", |_| "Commission L3 Psychologie".into()),
    ("Avis", |p| p.one_of(&["Favorable", "Défavorable", "Liste complémentaire"])),
    ("Avis validé", |_| "Oui".into()),
    ("Date de validation", |_| "10/06/2024".into()),
    ("Motif", |p| p.one_of(&["", "Prérequis insuffisants", ""])),
    ("Rang", |p| p.one_of(&["", "", "12"])),
    ("Rang réel", |p| p.one_of(&["", "", "9"])),
    ("Commentaire", |_| String::new()),
    ("Confirmation/Désistement", |p| p.one_of(&["CONFIRMATION", "", "DESISTEMENT"])),
    ("Montant restant à charge", |_| String::new()),
    ("Date passage OPI", |p| p.one_of(&["12/07/2024", ""])),
    ("Code OPI", |p| p.one_of(&["8GQ2ZKX", ""])),
    ("Date annulation", |_| String::new()),
    ("Annulé par", |_| String::new()),
];

/// A commission's applications, with the line that the program writes below them.
pub(super) fn ecandidat() -> Vec<u8> {
    let mut rows = cells(&table(ECANDIDAT, &people(36)), &[], &[]);
    rows.push(Vec::new());
    rows.push(vec![Cell::Text("Export réalisé le 12/06/2024 à 14:30 par la scolarité".into())]);
    workbook("Candidatures", (0, 0), &rows)
}

const PARCOURSUP: &[Column] = &[
    ("Numéro candidat", |p| (1_204_551 + p.rank * 61).to_string()),
    ("Etat civil", |p| if p.is_woman() { "Mme".into() } else { "M.".into() }),
    ("Nom", |p| p.name.into()),
    ("Prénom", |p| p.given.into()),
    ("Date de Naissance", |p| p.birth()),
    ("Numéro INE", |p| p.whole_ine()),
    ("Nationalité", |p| p.one_of(&["FR", "FR", "DZ"])),
    ("e-mail du candidat", |p| p.email()),
    ("Téléphone fixe", |p| p.one_of(&["", "04 99 99 00 01"])),
    ("Téléphone mobile", |p| p.phone()),
    ("Adresse 1", |p| format!("{} rue des Tilleuls", p.rank + 1)),
    ("Adresse 2", |_| String::new()),
    ("Adresse 3", |_| String::new()),
    ("Code postal", |_| "13100".into()),
    ("Commune", |_| "Aix-en-Provence".into()),
    ("Pays", |_| "France".into()),
    ("Série diplôme", |p| p.one_of(&["Générale", "STMG", "Professionnelle"])),
    ("Mention diplôme", |p| p.one_of(&["", "Bien", "Assez bien"])),
    ("Internat", |p| p.one_of(&["non", "non", "oui"])),
    ("Année de césure", |p| if p.rank % 12 == 5 { "oui".into() } else { "non".into() }),
    ("date réponse", answer),
];

fn answer(person: &Person) -> String {
    format!("{:02}/0{}/2024 {:02}:{:02}", 1 + person.rank % 28, 6 + person.rank % 2, 7 + person.rank % 15, person.rank)
}

/// Admitted candidates, the file that nobody sets up: it names neither the institution nor the course.
pub(super) fn parcoursup() -> Vec<u8> {
    lines(&table(PARCOURSUP, &people(30)), ";").into_bytes()
}

const PARCOURSUP_CHOSEN: &[Column] = &[
    ("Numéro", |p| (1_204_551 + p.rank * 61).to_string()),
    ("Civilité", |p| if p.is_woman() { "Mme".into() } else { "M.".into() }),
    ("Nom", |p| p.name.into()),
    ("Prénom", |p| p.given.into()),
    ("Date de naissance", |p| p.birth()),
    ("Numéro INE", |p| p.whole_ine()),
    ("Adresse mail", |p| p.email()),
    ("Téléphone", |p| p.one_of(&["", "04 99 99 00 01"])),
    ("Téléphone mobile", |p| p.phone()),
    ("Commune", |_| "Aix-en-Provence".into()),
    ("Pays de naissance", |p| p.one_of(&["France", "France", "Algérie"])),
    ("Ville de naissance", |p| p.one_of(&["Marseille", "Orange", "Constantine"])),
    ("Internat obtenu", |p| p.one_of(&["Sans internat", "Avec internat"])),
    ("Date réponse", answer),
];

/// The same candidates with columns that the office chose.
pub(super) fn parcoursup_chosen() -> Vec<u8> {
    lines(&table(PARCOURSUP_CHOSEN, &people(30)), ";").into_bytes()
}

const SCODOC: &[Column] = &[
    ("NIP", |p| p.number()),
    ("INE", |p| p.whole_ine().to_lowercase()),
    ("nom", |p| p.name.into()),
    ("nom_usuel", |p| p.use_name()),
    ("prenom", |p| p.given.into()),
    ("civilite", |p| if p.is_woman() { "F".into() } else { "M".into() }),
    ("date_naissance", |p| p.birth()),
    ("lieu_naissance", |p| p.one_of(&["Marseille", "Orange", "Constantine"])),
    ("nationalite", |p| p.one_of(&["Française", "Française", "Algérienne"])),
    // The year and field of the baccalaureate, and whether the student has a job: not those of the registration.
    ("annee", |p| (p.year + 18).to_string()),
    ("bac", |p| p.one_of(&["Générale", "STMG"])),
    ("specialite", |p| p.one_of(&["Mathématiques", "Gestion"])),
    ("statut", |p| p.one_of(&["", "", "SALARIE"])),
    ("boursier", |p| p.one_of(&["N", "O"])),
    ("email", |p| p.email()),
    ("emailperso", |p| p.email()),
    ("telephone", |_| String::new()),
    ("telephonemobile", |p| p.phone()),
    ("groupes", |p| p.one_of(&["TD1", "TD2"])),
];

/// The students of a department's semester.
pub(super) fn scodoc() -> Vec<u8> {
    workbook("Etudiants", (0, 0), &cells(&table(SCODOC, &people(28)), &["NIP", "annee"], &[]))
}

const WEB: &[Column] = &[
    ("N° étudiant", |p| p.number()),
    ("N° INE", |p| p.whole_ine()),
    ("Nom de naissance", |p| p.name.into()),
    ("Nom d'usage", |p| p.use_name()),
    ("Prénom", |p| p.given.into()),
    ("Né(e) le", |p| p.birth()),
    ("Année universitaire", |_| "2024/2025".into()),
    ("Code étape", |p| p.one_of(&["L1PSY0", "L2PSY0", "M1LEA1"])),
    ("Libellé étape", |p| p.one_of(&["L1 Psychologie", "L2 Psychologie", "M1 LEA"])),
    ("Niveau", |p| p.one_of(&["Licence 1", "Licence 2ème année", "Master 1"])),
    ("Régime", |p| p.one_of(&["10", "10", "12"])),
    ("Boursier (O/N)", |p| p.one_of(&["N", "O"])),
    ("Date d'inscription", |p| p.day_of_registration() + " 10:15"),
    ("Droits payés", |p| p.one_of(&["175,00", "0,00", "1 250,50"])),
];

/// A page that a web application serves as a workbook.
pub(super) fn web() -> Vec<u8> {
    html("Liste des étudiants inscrits", &table(WEB, &people(34)))
}

const CERTIFICATES: &[Column] = &[
    ("N° de l'attestation", |p| p.certificate()),
    ("Année universitaire", |_| "2024-2025".into()),
    ("Civilité", |p| if p.is_woman() { "Madame".into() } else { "Monsieur".into() }),
    ("Nom", |p| p.name.into()),
    ("Prénom", |p| p.given.into()),
    ("Date de naissance", |p| p.birth()),
    ("N° INE", |p| p.whole_ine()),
    ("Crous", |_| "Aix-Marseille-Avignon".into()),
    ("Émise le", |p| format!("{} à {:02}:{:02}", p.day_of_registration(), 8 + p.rank % 12, p.rank % 60)),
    ("Mode", |p| p.one_of(&["paiement", "paiement", "exonération"])),
];

/// The certificates that students handed in.
pub(super) fn certificates() -> Vec<u8> {
    windows_1252(&lines(&table(CERTIFICATES, &people(32)), ";"))
}

const BY_HAND: &[Column] = &[
    ("N° étud.", |p| p.number()),
    ("NOM", |p| p.name.into()),
    ("Prénom", |p| p.given.into()),
    ("Né(e) le", |p| p.birth()),
    ("Année", |_| "24/25".into()),
    ("Niveau", |p| p.one_of(&["L1", "L1", "l2"])),
    ("CVEC", |p| if p.rank % 4 == 3 { String::new() } else { p.certificate() }),
    ("Remarques", |p| p.one_of(&["", "", "appelé le 12/09"])),
];

const MISSING: &[Column] = &[
    ("N° étud.", |p| p.number()),
    ("Nom", |p| p.name.into()),
    ("Pièce", |p| p.one_of(&["Pièce d'identité", "Photo"])),
    ("État de la pièce", |p| p.one_of(&["manquante", "en attente", "validée"])),
];

/// A sheet that an office keeps by hand: a title, a table, and below it another one.
pub(super) fn by_hand() -> Vec<u8> {
    let title = |text: &str| vec![Cell::Text(text.into())];
    let mut rows = vec![title("INSCRITS PSYCHO – rentrée 2024"), title("mis à jour le 16 septembre"), Vec::new()];
    rows.extend(cells(&table(BY_HAND, &people(24)), &["N° étud."], &["Né(e) le"]));
    rows.extend([title("Total : 24 étudiants"), Vec::new(), Vec::new(), title("PIÈCES À RÉCLAMER")]);
    rows.extend(cells(&table(MISSING, &people(12)), &["N° étud."], &[]));
    workbook("Psycho", (0, 0), &rows)
}
