//! Which headers mean which field, by kind of sheet. This list is meant to grow: add the header as the office writes it.
//!
//! Case, accents, punctuation and spaces do not count. The first header of a line is the canonical one.

use guichet_model::{Field, SheetKind, fold, fold_words};
use std::collections::HashMap;
use std::sync::OnceLock;

use Field as F;
use SheetKind::{Certificates, CvecStates, Documents, History, Requests, Roster};

/// The headers of one field, in the kinds of sheet where they mean it.
struct Alias {
    kinds: &'static [SheetKind],
    field: Field,
    headers: &'static [&'static str],
    /// Headers that mean the field only where the sheet has none of those before, the better ones first.
    lower: &'static [&'static [&'static str]],
}

const fn alias(kinds: &'static [SheetKind], field: Field, headers: &'static [&'static str]) -> Alias {
    Alias { kinds, field, headers, lower: &[] }
}

const fn ranked(
    kinds: &'static [SheetKind],
    field: Field,
    headers: &'static [&'static str],
    lower: &'static [&'static [&'static str]],
) -> Alias {
    Alias { kinds, field, headers, lower }
}

const ALL: &[SheetKind] = SheetKind::ALL;
const YEARS: &[SheetKind] = &[Roster, History];
const PERSONS: &[SheetKind] = &[Roster, History, Certificates, Documents, Requests];

#[rustfmt::skip]
const ALIASES: &[Alias] = &[
    // Who
    ranked(ALL, F::StudentNumber, &["N° étudiant", "student_number", "student number", "COD_ETU", "Numéro étudiant", "No étudiant", "Num étudiant", "N° étud.", "N° d'étudiant", "Numéro d'étudiant", "Numéro de l'étudiant", "NIP", "code_nip", "Code apprenant", "code_apprenant", "student id", "N° dossier étudiant", "apoL_a01_code"], &[&["Code étudiant"], &["N° Apogée", "Numéro Apogée", "Code Apogée étudiant"]]),
    alias(ALL, F::Ine, &["INE", "N° INE", "Numéro INE", "No INE", "Code INE", "COD_NNE_IND", "COD_NNE", "NNE", "BEA", "ine_maitre", "code_ine", "Identifiant national étudiant", "Identifiant national", "national student identifier"]),
    alias(ALL, F::IneKey, &["Clé INE", "COD_CLE_NNE_IND", "COD_CLE_NNE", "Clé NNE", "ine_key", "INE clé", "Clé de l'INE"]),
    alias(ALL, F::PersonCode, &["COD_IND", "person_code", "id_apprenant"]),
    ranked(ALL, F::BirthName, &["Nom de naissance", "birth_name", "LIB_NOM_PAT_IND", "Nom patronymique", "Nom de famille", "nom_naissance", "nom_famille", "birth name", "apoL_a02_nom"], &[&["Nom", "Nom étudiant", "Nom de l'étudiant", "last name", "surname", "family name", "name"]]),
    alias(ALL, F::UseName, &["Nom d'usage", "use_name", "LIB_NOM_USU_IND", "Nom usuel", "nom_usage", "Nom marital", "name in use"]),
    alias(ALL, F::GivenName, &["Prénom", "given_name", "LIB_PR1_IND", "Premier prénom", "Prénom 1", "Prénoms", "Prénom étudiant", "Prénom de l'étudiant", "first name", "given name", "apoL_a03_prenom"]),
    alias(ALL, F::BirthDate, &["Date de naissance", "birth_date", "DATE_NAI_IND", "DAT_NAI_IND", "date_naissance", "Date naissance", "Né(e) le", "Né le", "Naissance", "Naissance - Date", "date of birth", "birth date", "apoL_a04_naissance"]),
    ranked(PERSONS, F::Email, &["E-mail", "email", "Mail", "Adresse mail", "Adresse e-mail", "e-mail du candidat", "ADR_MAIL", "Courriel", "Adresse électronique", "Mél"], &[&["Mail personnel", "email_perso", "E-mail personnel", "Mail institutionnel", "E-mail institutionnel"]]),
    ranked(PERSONS, F::Phone, &["Téléphone", "phone", "NUM_TEL", "Tél", "numero_telephone1"], &[&["Téléphone portable", "NUM_TEL_PORT", "Portable", "Téléphone mobile", "Mobile"], &["Téléphone fixe"]]),
    ranked(PERSONS, F::Nationality, &["Nationalité", "nationality", "libelle_nationalite", "Nationalité (lib.)"], &[&["COD_PAY_NAT", "code_nationalite", "Nationalité (code)"]]),

    // What for
    ranked(&[Roster, History, Documents, Requests], F::AcademicYear, &["Année universitaire", "academic_year", "academic year", "COD_ANU", "Année de l'inscription", "Année d'inscription", "Année inscription", "Année", "Période"], &[&["code_periode"], &["libelle_periode"]]),
    ranked(YEARS, F::Level, &["Niveau", "level", "Niveau d'études", "Niveau de la formation", "Niveau d'inscription"], &[&["Année d'études"], &["Diplôme - Type (lib.)"]]),
    alias(&[Roster, History, Documents], F::ProgrammeCode, &["Code étape", "programme_code", "programme code", "COD_ETP", "IAE - Etape (code)", "Code formation", "Étape (code)", "Code de l'étape", "Code programme", "code_objet_formation"]),
    ranked(&[Roster, History, Documents, Requests], F::Programme, &["Formation", "programme", "LIB_ETP", "IAE - Etape (lib.)", "Libellé formation", "Étape (lib.)", "Libellé étape", "Libellé de l'étape", "Intitulé de la formation", "Étape", "libelle_objet_formation"], &[&["LIB_WEB_VET"], &["LIC_ETP"]]),
    alias(&[Roster, History, Requests], F::Discipline, &["Mention", "field", "Discipline", "Mention du diplôme", "Domaine", "Spécialité", "field of study"]),
    ranked(YEARS, F::Component, &["Composante", "component", "Composante (lib.)", "LIB_CMP", "UFR", "Faculté"], &[&["COD_CMP", "Composante (code)"]]),
    alias(YEARS, F::Site, &["Site", "Site de formation", "Campus", "Lieu de formation"]),
    ranked(YEARS, F::Institution, &["Établissement", "institution", "Université", "Établissement d'inscription"], &[&["UAI", "Code UAI", "RNE"]]),
    ranked(&[History], F::Institution, &[], &[&["COD_ETB"]]),
    // Codes of regimes are often an office's own; their labels are words.
    ranked(&[Roster], F::Regime, &["Régime", "regime", "Régime d'inscription", "Régime d'inscription (lib.)", "Régime (lib.)", "LIB_RGI", "Libellé régime", "libelle_regime_inscription"], &[&["COD_RGI", "Régime d'inscription (code)", "Régime (code)", "code_regime_inscription", "Code régime"]]),
    ranked(&[Roster], F::Exchange, &["Programme d'échange", "exchange", "Mobilité", "Échange", "exchange programme"], &[&["TEM_SNS_PRG"]]),
    alias(&[Roster], F::Route, &["Voie d'accès", "route", "Origine", "Voie d'admission", "Origine d'admission", "Procédure d'admission"]),
    alias(&[Roster], F::OfferAcceptedAt, &["Date d'acceptation", "offer_accepted_at", "Date réponse", "Date de réponse", "Date d'acceptation de la proposition", "Acceptée le"]),
    alias(&[Roster], F::RegisteredAt, &["Date d'inscription", "registered_at", "DAT_CRE_IAE", "date_inscription", "Date inscription", "Date de l'inscription", "Inscrit le", "Inscrit(e) le", "Date et heure d'inscription", "registration date"]),
    alias(&[Roster], F::Channel, &["Canal", "channel", "Canal d'inscription", "Mode d'inscription"]),
    ranked(YEARS, F::PreviousResult, &["Résultat précédent", "previous_result", "Résultat de l'année précédente", "Résultat année précédente", "Résultat N-1", "previous result"], &[&["VET - Résultat (code)"], &["VET - Résultat (lib.)"]]),
    alias(&[History], F::PreviousResult, &["Résultat", "Résultat de l'année", "Résultat obtenu", "result", "COD_TRE"]),
    ranked(&[Roster], F::Scholarship, &["Bourse", "scholarship", "TEM_BRS_IAA", "Bourse (code)", "Boursier", "Boursier (O/N)"], &[&["Bourse (lib.)"]]),
    alias(&[Roster], F::ExemptionGround, &["Motif d'exonération", "exemption_ground", "Exonération", "Motif exonération"]),
    alias(&[Roster], F::FeeDue, &["Droits dus", "fee_due", "Montant dû", "Droits à payer"]),
    ranked(&[Roster], F::FeePaid, &["Droits payés", "fee_paid", "Montant payé", "Droits réglés"], &[&["ETA_PMT_IAE", "statut_paiement"]]),
    alias(&[Roster], F::PaymentPlan, &["Paiement en plusieurs fois", "payment_plan", "payment plan", "Échéancier", "Paiement échelonné", "Paiement en 3 fois", "Paiement en trois fois", "instalments"]),
    alias(&[Roster], F::MainRegistration, &["Inscription principale", "main_registration", "main registration", "TEM_IAE_PRM", "temoin_principale", "Première inscription", "IAE - Première inscription (O/N)"]),
    alias(&[Roster], F::FeePaidAt, &["Date de paiement", "fee_paid_at", "Payé le", "Date du paiement"]),
    ranked(YEARS, F::RegistrationState, &["État", "registration_state", "ETA_IAE", "statut_inscription", "Statut", "État de l'inscription", "Statut de l'inscription", "État inscription"], &[&["ETA_IAA"]]),
    alias(YEARS, F::GapYear, &["Césure", "gap_year", "gap year", "Année de césure"]),
    alias(&[History], F::Proof, &["Justifié", "proof", "Justificatif", "Justificatif vu", "Justifiée"]),

    // Certificates
    alias(&[Roster, Certificates, CvecStates], F::CvecNumber, &["N° CVEC", "cvec_number", "cvec number", "Numéro CVEC", "No CVEC", "numero_cvec", "N° de l'attestation", "Numéro de l'attestation", "N° attestation", "Numéro attestation", "N° d'attestation", "N° attestation CVEC", "Numéro d'attestation CVEC", "Code CVEC", "CVEC", "Attestation CVEC"]),
    alias(&[Certificates, CvecStates], F::CvecNumber, &["Attestation", "Code attestation"]),
    alias(&[Certificates, CvecStates], F::CvecYear, &["Année CVEC", "cvec_year", "Année de l'attestation", "Année universitaire", "Année", "academic_year", "academic year", "COD_ANU"]),
    alias(&[Certificates, CvecStates], F::CvecIssuedAt, &["Émise le", "cvec_issued_at", "Date d'émission", "Date de l'attestation", "Émis le", "issued at"]),
    alias(&[Certificates, CvecStates], F::CvecMode, &["Mode CVEC", "cvec_mode", "Mode", "Mode d'acquittement", "Type d'attestation"]),
    alias(&[CvecStates], F::ControlState, &["État du contrôle", "control_state", "etat", "Code état", "État (code)", "etat_code", "Statut", "state"]),
    alias(&[CvecStates], F::ControlledAt, &["Date du contrôle", "controlled_at", "Contrôlée le", "Contrôlé le", "Date de contrôle", "controlled on"]),

    // Documents
    ranked(&[Documents], F::DocumentKind, &["Pièce", "document_kind", "LIB_TPJ", "Pièce justificative", "Document", "Type de pièce", "Nature de la pièce", "libelle_affichage", "Libellé de la pièce"], &[&["COD_TPJ", "code_metier", "Code de la pièce"]]),
    ranked(&[Documents], F::DocumentState, &["État de la pièce", "document_state", "STATUT_PJ", "stuPj", "Statut de la pièce", "statut_piece", "statut_depot"], &[&["Statut", "État"]]),
    ranked(&[Documents], F::DocumentReason, &["Motif de refus", "document_reason", "MTF_REFUS", "motif_rejet", "Motif du refus", "Motif de rejet", "Motif"], &[&["CMT_MTF_REFUS", "Commentaire du refus"]]),
    alias(&[Documents], F::DocumentExpiry, &["Date d'expiration", "document_expiry", "DAT_EXP", "Expire le", "date_fin_validite", "Fin de validité", "Valable jusqu'au", "expiry date"]),

    // Requests
    alias(&[Requests], F::RequestKind, &["Demande", "request_kind", "Type de demande", "Nature de la demande", "Objet de la demande", "request kind"]),
    alias(&[Requests], F::RequestedAt, &["Date de la demande", "requested_at", "Date demande", "Demandé le", "Demandée le", "Date de dépôt", "Reçue le", "Date de réception"]),
    alias(&[Requests], F::RequestChannel, &["Canal de la demande", "request_channel", "Canal", "Mode de dépôt", "Voie de la demande", "Déposée par"]),
    alias(&[Requests], F::RequestState, &["Décision", "request_state", "État de la demande", "Statut de la demande", "Avis", "Statut", "État"]),
    alias(&[Requests], F::RequestLevel, &["Niveau demandé", "request_level", "Niveau de la demande", "Niveau", "level"]),
    alias(&[Requests], F::DecidedAt, &["Date de la décision", "decided_at", "Date de décision", "Décidée le", "Décidé le", "Date de l'avis", "decided on"]),
    alias(&[Requests], F::DecidedBy, &["Autorité", "decided_by", "Décidée par", "Décidé par", "Décideur", "Autorité de décision", "decided by"]),
    alias(&[Requests], F::DecisionReference, &["Référence de la décision", "decision_reference", "N° de décision", "Numéro de décision", "Référence décision", "decision reference"]),
    alias(&[Requests], F::Units, &["UE", "units", "Unités d'enseignement", "Unité d'enseignement", "Code UE", "unit"]),
    alias(&[Requests], F::UnitLevel, &["Niveau de l'UE", "unit_level", "Niveau UE", "unit level"]),
    alias(&[Requests], F::Semester, &["Semestre", "semester"]),
    alias(&[Requests], F::UnitsCapacity, &["Capacité", "units_capacity", "Capacité de l'UE", "Capacité d'accueil", "capacity"]),
    alias(&[Requests], F::UnitNature, &["Nature de l'UE", "unit_nature", "Nature UE", "Type d'UE", "unit nature"]),

    // Concordances
    alias(&[Requests], F::ProposalReceivedAt, &["Date de réception de la proposition", "proposal_received_at", "Proposition reçue le", "Réception de la proposition", "proposal received on"]),
    alias(&[Requests], F::ContestedAt, &["Date de contestation", "contested_at", "Contestée le", "Contestation", "contested on"]),
    alias(&[Requests], F::WaivedAt, &["Date de renonciation", "waived_at", "Renoncée le", "Renonciation", "waived on"]),
    alias(&[Requests], F::WaiverWritten, &["Renonciation écrite", "waiver_written", "Renonciation par écrit", "waiver in writing"]),
    alias(&[Requests], F::WaiverWithdrawn, &["Renonciation retirée", "waiver_withdrawn", "Retrait de la renonciation", "waiver withdrawn"]),
    alias(&[Requests], F::ExamsStartOn, &["Début des examens", "exams_start_on", "Date de début des examens", "Premier jour des examens", "exams start on"]),
    alias(&[Requests], F::DegreeHeld, &["Diplôme déjà obtenu", "degree_held", "Déjà diplômé", "Titulaire d'un diplôme", "degree held"]),
    alias(&[Requests], F::DispensationGranted, &["Dispense accordée", "dispensation_granted", "Dispense déjà accordée", "dispensation granted"]),
    alias(&[Requests], F::ProfessionalExperience, &["Acquis professionnels", "professional_experience", "Expérience professionnelle", "professional experience"]),
    alias(&[Requests], F::LanguageMaster, &["Master de langue", "language_master", "Titulaire d'un master de langue", "language master"]),
    alias(&[Requests], F::SemesterReorientation, &["Réorientation entre semestres", "semester_reorientation", "Réorientation semestrielle", "semester reorientation"]),

    // Free auditors
    alias(&[Requests], F::TeacherAgreement, &["Accord de l'enseignant", "teacher_agreement", "Accord enseignant", "Avis de l'enseignant", "teacher agreement"]),
    alias(&[Requests], F::SiteSignature, &["Signature du délégué de site", "site_signature", "Signature du site", "Signature du délégué", "site signature"]),
    alias(&[Requests], F::Attendance, &["Participation", "attendance", "Suivi", "Enseignements suivis"]),

    // Refunds
    alias(&[Requests], F::RefundAmount, &["Montant remboursé", "refund_amount", "Montant du remboursement", "Remboursement", "amount refunded"]),
];

/// What a header means in a kind of sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meaning {
    /// The field.
    pub(crate) field: Field,
    /// The headers of a field give way to those of a lower rank, the first being 0.
    pub(crate) rank: u8,
}

/// What a folded header means in a kind of sheet.
pub(crate) fn meaning(kind: SheetKind, folded: &str) -> Option<Meaning> {
    static INDEX: OnceLock<HashMap<(SheetKind, String), Meaning>> = OnceLock::new();
    INDEX.get_or_init(index).get(&(kind, folded.to_owned())).copied()
}

/// The headers of a kind of sheet, folded with their words apart.
pub(crate) fn spellings(kind: SheetKind) -> &'static [(String, Field)] {
    static SPELLINGS: OnceLock<HashMap<SheetKind, Vec<(String, Field)>>> = OnceLock::new();
    let all = SPELLINGS.get_or_init(|| {
        let of_kind = |kind: SheetKind| {
            let aliases = ALIASES.iter().filter(move |alias| alias.kinds.contains(&kind));
            let headers = |alias: &'static Alias| {
                let headers = std::iter::once(&alias.headers).chain(alias.lower).copied().flatten();
                headers.map(|header| (fold_words(header), alias.field))
            };
            aliases.flat_map(headers).collect()
        };
        SheetKind::ALL.iter().map(|kind| (*kind, of_kind(*kind))).collect()
    });
    all.get(&kind).map(Vec::as_slice).unwrap_or_default()
}

/// The field that a header means in a kind of sheet, as an import would read it.
#[must_use]
pub fn field_of_header(kind: SheetKind, header: &str) -> Option<Field> {
    meaning(kind, &fold(header)).map(|meaning| meaning.field)
}

/// The header an office is advised to use for a field.
pub(crate) fn canonical(field: Field) -> &'static str {
    let first = ALIASES.iter().find(|alias| alias.field == field).and_then(|alias| alias.headers.first());
    first.unwrap_or(&field.as_str())
}

fn index() -> HashMap<(SheetKind, String), Meaning> {
    let mut index = HashMap::new();
    for alias in ALIASES {
        for kind in alias.kinds {
            for (rank, headers) in (0..).zip(std::iter::once(&alias.headers).chain(alias.lower)) {
                for header in *headers {
                    index.entry((*kind, fold(header))).or_insert(Meaning { field: alias.field, rank });
                }
            }
        }
    }
    index
}

#[cfg(test)]
mod tests {
    use super::{ALIASES, canonical, meaning};
    use guichet_model::{Field, SheetKind, fold};
    use std::collections::BTreeMap;

    #[test]
    fn no_header_has_two_meanings_in_one_kind() {
        let mut seen: BTreeMap<(SheetKind, String), Field> = BTreeMap::new();
        for alias in ALIASES {
            for header in alias.headers.iter().chain(alias.lower.iter().copied().flatten()) {
                for kind in alias.kinds {
                    let other = seen.insert((*kind, fold(header)), alias.field);
                    assert!(other.is_none_or(|other| other == alias.field), "{header} in {kind:?}: {other:?}");
                }
            }
        }
    }

    #[test]
    fn one_word_means_what_its_sheet_is_about() {
        let field = |kind, header: &str| meaning(kind, &fold(header)).map(|meaning| meaning.field);
        assert_eq!(field(SheetKind::Roster, "Niveau"), Some(Field::Level));
        assert_eq!(field(SheetKind::Requests, "Niveau"), Some(Field::RequestLevel));
        assert_eq!(field(SheetKind::History, "ÉTAT"), Some(Field::RegistrationState));
        assert_eq!(field(SheetKind::CvecStates, "etat"), Some(Field::ControlState));
        assert_eq!(field(SheetKind::Roster, "n étudiant"), Some(Field::StudentNumber));
        assert_eq!(field(SheetKind::Roster, "Couleur"), None);
    }

    #[test]
    fn every_field_has_its_canonical_name_as_a_header_somewhere() {
        for field in Field::ALL {
            assert!(!canonical(*field).is_empty());
            let known = SheetKind::ALL
                .iter()
                .any(|kind| meaning(*kind, &fold(field.as_str())).is_some_and(|meaning| meaning.field == *field));
            assert!(known, "{field}");
        }
    }
}
