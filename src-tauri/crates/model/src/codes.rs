use crate::fold::fold;
use serde::{Deserialize, Serialize};

/// A field whose values are a closed list. Other spellings are *unmapped*, never guessed.
pub trait Coded: Copy + Eq + Sized + 'static {
    /// Every value.
    const ALL: &'static [Self];
    /// The canonical English name, as stored and as in the outward contract.
    fn as_str(self) -> &'static str;
    /// The spellings understood, folded, the canonical one included.
    fn spellings(self) -> &'static [&'static str];

    /// The value a cell's text stands for, or `None` when it is unmapped.
    #[must_use]
    fn parse(text: &str) -> Option<Self> {
        // A number that passed through a spreadsheet may have kept its decimal point.
        let text = text.trim();
        let number = text.strip_suffix(".0").filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        let key = fold(number.unwrap_or(text));
        Self::ALL.iter().copied().find(|value| value.spellings().contains(&key.as_str()))
    }

    /// The value of this exact canonical name.
    #[must_use]
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.as_str() == name)
    }
}

macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $value:ident = $text:literal [$($spelling:literal),* $(,)?]),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vmeta])* $value),* }

        impl Coded for $name {
            const ALL: &'static [Self] = &[$(Self::$value),*];
            fn as_str(self) -> &'static str {
                match self { $(Self::$value => $text),* }
            }
            fn spellings(self) -> &'static [&'static str] {
                match self { $(Self::$value => &[$($spelling),*]),* }
            }
        }
    };
}

coded! {
    /// The regime of a registration. National codes are those of the ministry's list (10 to 22).
    Regime {
        /// Initial training.
        Initial = "initial" ["initial", "formationinitiale", "initiale", "fi", "formationinitialehorsapprentissage", "formationinitialehorscontratdapprentissage", "10"],
        /// Resumption of studies without a convention.
        Resumption = "resumption" ["resumption", "reprisedetudes", "reprisedetudesnonfinancee", "reprisedetudesnonfinanceesansconvention", "11"],
        /// Apprenticeship contract.
        Apprenticeship = "apprenticeship" ["apprenticeship", "contratdapprentissage", "apprentissage", "apprenti", "12"],
        /// Continuing education.
        Continuing = "continuing" ["continuing", "continuingeducation", "formationcontinue", "formationcontinuehorscontratpro", "formationcontinuehorscontratdeprofessionnalisation", "formationcontinuediplomante", "fc", "20", "21"],
        /// Professionalisation contract.
        Professionalisation = "professionalisation" ["professionalisation", "contratdeprofessionnalisation", "contratpro", "professionnalisation", "22"],
        /// Free auditor.
        Auditor = "auditor" ["auditor", "freeauditor", "auditeurlibre", "auditeur"],
    }
}

coded! {
    /// The exchange programme under which a student comes or goes.
    Exchange {
        /// No exchange.
        None = "none" ["none", "aucun", "aucune", "non", "sans"],
        /// Incoming, under a convention.
        IncomingConvention = "incoming_convention" ["incomingconvention", "entrantavecconvention", "entrantsousconvention", "entrantconvention"],
        /// Incoming on one's own account.
        FreeMover = "free_mover" ["freemover", "mobiliteindividuelle"],
        /// Outgoing, paying fees in France.
        Outgoing = "outgoing" ["outgoing", "sortant", "sortante"],
    }
}

coded! {
    /// The way in.
    Route {
        /// The national platform for first-year admissions.
        Parcoursup = "parcoursup" ["parcoursup"],
        /// A change of course through the same platform.
        ParcoursupReorientation = "parcoursup_reorientation" ["parcoursupreorientation", "reorientationparcoursup"],
        /// The national platform for first-year master admissions.
        MonMaster = "mon_master" ["monmaster"],
        /// The institution's own applications.
        ECandidat = "ecandidat" ["ecandidat"],
        /// Applications from abroad.
        EtudesEnFrance = "etudes_en_france" ["etudesenfrance", "eef", "campusfrance"],
        /// Registered here the year before.
        Reregistration = "re_registration" ["reregistration", "reinscription", "reinscriptions"],
    }
}

coded! {
    /// How the registration was made.
    Channel {
        /// By the student, on the web.
        Online = "online" ["online", "enligne", "web", "iaweb", "internet"],
        /// At the office.
        Office = "office" ["office", "scolarite", "guichet", "enscolarite", "auguichet"],
    }
}

coded! {
    /// The result of the year before.
    PreviousResult {
        /// Passed at the first session.
        FirstSession = "first_session" ["firstsession", "adm", "admp", "admis", "admisenpremieresession"],
        /// Passed at the second session.
        SecondSession = "second_session" ["secondsession", "adm2", "admisensecondesession"],
        /// Not passed.
        NotPassed = "not_passed" ["notpassed", "aj", "adj", "def", "abi", "ajourne"],
        /// Not passed, allowed to go on.
        Ajac = "ajac" ["ajac"],
        /// Not passed, repeating.
        Ajre = "ajre" ["ajre"],
        /// Not allowed to repeat.
        Nar = "nar" ["nar", "nonautorisearedoubler"],
    }
}

coded! {
    /// The scholarship held.
    Scholarship {
        /// None.
        None = "none" ["none", "non", "n", "aucune", "0", "false", "faux", "no"],
        /// On social criteria.
        Social = "social" ["social", "boursesurcriteressociaux", "boursesursocialcriteria", "o", "oui", "1", "x", "true", "vrai", "yes", "boursier", "crous"],
        /// Of the French government.
        FrenchGovernment = "french_government" ["frenchgovernment", "boursedugouvernementfrancais", "bgf"],
        /// Of a region, for health and social training.
        Regional = "regional" ["regional", "bourseregionalesanitaireetsociale", "bourseregionale"],
        /// Of a foreign government.
        ForeignGovernment = "foreign_government" ["foreigngovernment", "boursedungouvernementetranger", "bge"],
        /// Of a private foundation.
        Private = "private" ["private", "boursedunefondationprivee", "fondationprivee"],
    }
}

coded! {
    /// A ground of exemption other than a scholarship.
    ExemptionGround {
        /// Refugee.
        Refugee = "refugee" ["refugee", "refugie", "refugiee"],
        /// Subsidiary protection.
        SubsidiaryProtection = "subsidiary_protection" ["subsidiaryprotection", "protectionsubsidiaire"],
        /// Registered asylum seeker.
        AsylumSeeker = "asylum_seeker" ["asylumseeker", "demandeurdasile"],
        /// Temporary protection.
        TemporaryProtection = "temporary_protection" ["temporaryprotection", "protectiontemporaire"],
        /// Ward of the nation.
        WardOfNation = "ward_of_nation" ["wardofnation", "wardofthenation", "pupilledelanation"],
        /// Ward of the republic.
        WardOfRepublic = "ward_of_republic" ["wardofrepublic", "wardoftherepublic", "pupilledelarepublique"],
    }
}

coded! {
    /// Where a registration stands.
    RegistrationState {
        /// In progress.
        InProgress = "in_progress" ["inprogress", "encours", "e", "debutee", "autorisee"],
        /// Validated.
        Validated = "validated" ["validated", "validee", "valide", "v", "terminee"],
        /// Given up by the student.
        Resigned = "resigned" ["resigned", "demission", "resiliee", "r", "demissionnaire"],
        /// Cancelled.
        Cancelled = "cancelled" ["cancelled", "annulee", "annule", "a"],
    }
}

coded! {
    /// How a Cvec certificate was obtained.
    CvecMode {
        /// By payment.
        Payment = "payment" ["payment", "paiement", "acquittement"],
        /// By exemption.
        Exemption = "exemption" ["exemption", "exoneration"],
    }
}

coded! {
    /// The kind of a request.
    RequestKind {
        /// One more registration than the limit.
        Derogation = "derogation" ["derogation"],
        /// Recognition of units already passed.
        Concordance = "concordance" ["concordance"],
        /// Following units without being a student.
        FreeAuditor = "free_auditor" ["freeauditor", "auditeurlibre", "auditor"],
        /// Money back.
        Refund = "refund" ["refund", "remboursement"],
        /// Exemption from fees.
        Exemption = "exemption" ["exemption", "exoneration"],
    }
}

coded! {
    /// The decision on a request.
    RequestState {
        /// Granted.
        Granted = "granted" ["granted", "accordee", "acceptee", "favorable"],
        /// Refused.
        Refused = "refused" ["refused", "refusee", "rejetee", "defavorable"],
        /// Not decided yet.
        Pending = "pending" ["pending", "enattente", "encours"],
    }
}

coded! {
    /// How a request reached the office.
    RequestChannel {
        /// The tele-request of the student's portal.
        TeleRequest = "tele_request" ["telerequest", "teledemande"],
        /// By e-mail.
        EMail = "email" ["email", "courriel", "mail", "mel"],
        /// At the office.
        Office = "office" ["office", "guichet", "scolarite"],
    }
}

coded! {
    /// The state of a supporting document.
    DocumentState {
        /// Not deposited.
        NotDeposited = "not_deposited" ["notdeposited", "nondeposee", "nondepose", "manquante", "manquant"],
        /// Deposited, awaiting the office's check.
        AwaitingCheck = "awaiting_check" ["awaitingcheck", "enattente", "avalider", "avaliderdossierbloque", "avaliderdossiernonbloque", "deposee", "transmise", "tr", "at"],
        /// Valid.
        Valid = "valid" ["valid", "validee", "valide", "v", "va"],
        /// Valid by a decision of the office.
        Forced = "forced" ["forced", "validationforcee"],
        /// Rejected.
        Rejected = "rejected" ["rejected", "rejetee", "rejete", "refusee", "re"],
        /// Marked false by the office's staff.
        False = "false" ["false", "fausse", "faux", "fauxdocument", "documentfaux", "falsifie", "falsifiee", "contrefaite"],
        /// No longer valid.
        Expired = "expired" ["expired", "expire", "expiree", "perime", "perimee"],
        /// The student is not concerned.
        NotConcerned = "not_concerned" ["notconcerned", "nonconcerne", "nonconcernee", "nonconcernevalide", "nc"],
    }
}

coded! {
    /// What a unit asked for by concordance is.
    UnitNature {
        /// Common to several masters.
        CommonCore = "common_core" ["commoncore", "tronccommun", "uedetronccommun"],
        /// A living language.
        Language = "language" ["language", "langue", "languevivante", "lv", "uedelangue", "uedelanguevivante"],
        /// Passed in a master that the student was transferred from.
        Transfer = "transfer" ["transfer", "transfert"],
        /// Any other.
        Other = "other" ["other", "autre", "disciplinaire", "specialite", "uedespecialite"],
    }
}

coded! {
    /// What an auditor is entered for in a unit.
    Attendance {
        /// Lectures, which are open to auditors.
        Lectures = "lectures" ["lectures", "lecture", "cours", "coursmagistraux", "coursmagistral", "cm"],
        /// Tutorials.
        Tutorials = "tutorials" ["tutorials", "tutorial", "travauxdiriges", "td", "cmtd"],
        /// Practicals.
        Practicals = "practicals" ["practicals", "practical", "travauxpratiques", "tp"],
        /// Exams.
        Exams = "exams" ["exams", "exam", "examens", "examen", "controlecontinu"],
    }
}

coded! {
    /// Why somebody decided that a finding does not count.
    WaiverReason {
        /// The proof was seen at the desk.
        ProofSeen = "proof_seen" ["proofseen"],
        /// The person in charge decided so.
        Decision = "decision" ["decision"],
        /// The extract is wrong.
        ExtractError = "extract_error" ["extracterror"],
        /// The case is settled elsewhere.
        SettledElsewhere = "settled_elsewhere" ["settledelsewhere"],
        /// Another reason, to be written.
        Other = "other" ["other"],
    }
}

#[cfg(test)]
mod tests {
    use super::{Coded, Exchange, PreviousResult, Regime, Scholarship};

    #[test]
    fn canonical_french_english_and_national_spellings_agree() {
        for text in ["Contrat d'apprentissage", "CONTRAT D’APPRENTISSAGE", "apprenticeship", "12"] {
            assert_eq!(Regime::parse(text), Some(Regime::Apprenticeship), "{text}");
        }
        assert_eq!(Regime::parse("10.0"), Some(Regime::Initial));
        assert_eq!(Regime::parse("99"), None);
        assert_eq!(Exchange::parse("Entrant avec convention"), Some(Exchange::IncomingConvention));
        assert_eq!(Scholarship::parse("bourse d’un gouvernement étranger"), Some(Scholarship::ForeignGovernment));
        assert_eq!(PreviousResult::parse("ADMP"), Some(PreviousResult::FirstSession));
    }

    #[test]
    fn no_spelling_of_a_field_has_two_values() {
        fn check<T: Coded + std::fmt::Debug>() {
            for value in T::ALL {
                for spelling in value.spellings() {
                    let others = T::ALL.iter().filter(|other| other.spellings().contains(spelling)).count();
                    assert_eq!(others, 1, "{value:?} {spelling}");
                    assert_eq!(crate::fold(spelling), *spelling, "stored folded");
                }
                assert_eq!(T::from_name(value.as_str()), Some(*value));
                assert_eq!(T::parse(value.as_str()), Some(*value), "{value:?} reads its own name");
            }
        }
        check::<Regime>();
        check::<Exchange>();
        check::<super::Route>();
        check::<super::Channel>();
        check::<PreviousResult>();
        check::<Scholarship>();
        check::<super::ExemptionGround>();
        check::<super::RegistrationState>();
        check::<super::CvecMode>();
        check::<super::RequestKind>();
        check::<super::RequestState>();
        check::<super::RequestChannel>();
        check::<super::DocumentState>();
        check::<super::UnitNature>();
        check::<super::Attendance>();
        check::<super::WaiverReason>();
    }
}
