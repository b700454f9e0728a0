use crate::context::Check;
use crate::example::Example;
use crate::families::{auditor, calendar, concordance, cvec, derogation, document, fee, identity, refund, repeats};
use crate::verdict::Verdict;
use guichet_model::{Field, Language, Severity};

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Who somebody is.
    Identity,
    /// The contribution to student and campus life.
    Cvec,
    /// Registration windows.
    Calendar,
    /// Repeated registrations.
    Repeats,
    /// Derogation files.
    Derogation,
    /// Recognition of units already passed.
    Concordance,
    /// Free auditors' authorisations.
    Auditor,
    /// Registration fees.
    Fee,
    /// Supporting documents.
    Document,
    /// Cancellations and refunds.
    Refund,
}

impl Family {
    /// The name in outward answers and in the catalogue.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Cvec => "cvec",
            Self::Calendar => "calendar",
            Self::Repeats => "repeats",
            Self::Derogation => "derogation",
            Self::Concordance => "concordance",
            Self::Auditor => "auditor",
            Self::Fee => "fee",
            Self::Document => "document",
            Self::Refund => "refund",
        }
    }
}

/// The manual's pages of a rule.
#[derive(Clone, Copy, Debug)]
pub struct Help {
    /// In French.
    pub fr: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Help {
    /// The page in a language, as Markdown.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &'static str {
        match language {
            Language::Fr => self.fr,
            Language::En => self.en,
        }
    }
}

/// One rule: its identity, what it reads, its pages, its examples and its check.
pub struct Rule {
    /// Stable code, never reused.
    pub code: &'static str,
    /// Stable name, of the fault it finds.
    pub slug: &'static str,
    /// What it is about.
    pub family: Family,
    /// Usual weight of a flag.
    pub severity: Severity,
    /// Whether "cannot tell" is all it ever says.
    pub undecided_by_nature: bool,
    /// Rulebook keys it reads; one that ends with a dot stands for every key that begins so.
    pub keys: &'static [&'static str],
    /// Facts it reads, the deciding one first: its evidence is shown first.
    pub reads: &'static [Field],
    /// The manual's pages.
    pub help: Help,
    /// Cases that are run by the tests and shown in the manual.
    pub examples: &'static [Example],
    /// The check.
    pub check: fn(&mut Check<'_>) -> Verdict,
}

/// The manual's pages of a code, compiled in.
macro_rules! help {
    ($code:literal) => {
        $crate::registry::Help {
            fr: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/help/rules/", $code, ".fr.md")),
            en: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/help/rules/", $code, ".en.md")),
        }
    };
}
pub(crate) use help;

/// Every rule, by code within its family.
pub static RULES: &[&Rule] = &[
    &identity::ine_missing::RULE,
    &identity::ine_malformed::RULE,
    &identity::ine_key_mismatch::RULE,
    &identity::ine_shared::RULE,
    &identity::probable_duplicate_person::RULE,
    &identity::birth_date_implausible::RULE,
    &cvec::certificate_missing::RULE,
    &cvec::certificate_malformed::RULE,
    &cvec::certificate_other_year::RULE,
    &cvec::certificate_shared::RULE,
    &cvec::certificate_identity_differs::RULE,
    &cvec::certificate_not_concerned::RULE,
    &cvec::exemption_ground_refused::RULE,
    &cvec::exemption_conditional::RULE,
    &cvec::certificate_state_invalid::RULE,
    &cvec::liability_unknown::RULE,
    &cvec::certificate_after_registration::RULE,
    &cvec::contribution_paid_though_exempt::RULE,
    &calendar::registered_before_opening::RULE,
    &calendar::registered_after_closing::RULE,
    &calendar::registered_between_windows::RULE,
    &calendar::no_window_defined::RULE,
    &calendar::acceptance_date_missing::RULE,
    &calendar::closing_soon::RULE,
    &calendar::not_registered_in_time::RULE,
    &calendar::wrong_channel::RULE,
    &calendar::registered_before_acceptance::RULE,
    &calendar::registered_while_closed::RULE,
    &calendar::re_registration_without_past::RULE,
    &repeats::repeat_limit_exceeded::RULE,
    &repeats::last_permitted_registration::RULE,
    &repeats::repeat_not_authorised::RULE,
    &repeats::history_incomplete::RULE,
    &repeats::registered_online_over_limit::RULE,
    &derogation::derogation_wrong_channel::RULE,
    &derogation::derogation_late::RULE,
    &derogation::derogation_duplicate::RULE,
    &derogation::derogation_documents::RULE,
    &derogation::derogation_refused::RULE,
    &concordance::concordance_level::RULE,
    &concordance::concordance_holds_degree::RULE,
    &concordance::concordance_second_request::RULE,
    &concordance::concordance_after_dispensation::RULE,
    &concordance::concordance_professional::RULE,
    &concordance::concordance_m2::RULE,
    &concordance::concordance_contest_late::RULE,
    &concordance::concordance_waiver::RULE,
    &concordance::concordance_documents::RULE,
    &concordance::concordance_wrong_channel::RULE,
    &auditor::auditor_too_many_units::RULE,
    &auditor::auditor_unit_level::RULE,
    &auditor::auditor_not_authorised::RULE,
    &auditor::auditor_capacity::RULE,
    &auditor::auditor_signature::RULE,
    &auditor::auditor_rights::RULE,
    &auditor::auditor_with_scholarship::RULE,
    &auditor::auditor_refused::RULE,
    &fee::fee_unpaid::RULE,
    &fee::fee_amount_differs::RULE,
    &fee::fee_exemption_unproven::RULE,
    &fee::fee_paid_though_exempt::RULE,
    &fee::fee_amount_not_set::RULE,
    &document::document_missing::RULE,
    &document::document_rejected::RULE,
    &document::document_expired::RULE,
    &document::document_awaiting_check::RULE,
    &document::document_false::RULE,
    &document::validated_unchecked::RULE,
    &refund::refund_not_of_right::RULE,
    &refund::refund_amount::RULE,
    &refund::refund_documents::RULE,
];

/// The rule of this code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code).copied()
}

#[cfg(test)]
mod tests;
