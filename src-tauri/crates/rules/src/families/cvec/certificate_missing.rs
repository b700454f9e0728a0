//! CVC001: a number is expected and there is none.

use super::certificates::numbers;
use super::unless_expected;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Message, Severity, SheetKind};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CVC001",
    slug: "certificate-missing",
    family: Family::Cvec,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["cvec.certificate", "cvec.liability", "cvec.regime.", "cvec.exchange.", "cvec.ground.", "cvec.amount."],
    reads: &[Field::CvecNumber, Field::Regime, Field::Exchange, Field::ExemptionGround],
    help: help!("CVC001"),
    examples: &[
        Example {
            title: "initial training, no number on the roster and no certificate",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial; exchange=; cvec_number=
                   certificates: student_number=2; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "a scholarship exempts from paying, not from the certificate",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=social; cvec_number=",
        },
        Example {
            title: "an apprentice owes it too",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=LP; regime=12; cvec_number=",
        },
        Example {
            title: "the roster carries a number",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "the certificate sheet carries a number",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "the number stands on the student's other registration: the contribution is due once",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=
                   roster: student_number=1; level=L1; regime=initial; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "a professionalisation contract is not concerned",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=LP; regime=22; exchange=free_mover; cvec_number=",
        },
        Example {
            title: "neither a certificate sheet nor a column for the number",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=initial",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = unless_expected(check) {
        return verdict;
    }
    if !numbers(check).is_empty() {
        return Verdict::Pass;
    }
    check.word("cvec.certificate");
    check.decided_by("cvec.certificate");
    let roster_has_column = check.registration.source.has(Field::CvecNumber);
    if !roster_has_column && !check.has_sheet(SheetKind::Certificates) {
        return Verdict::CannotTell(Says::new(RULE.code).variant("unknown"));
    }
    show_conflict(check);
    let regime = check.registration.regime;
    let regime = regime.map_or(Message::new("word-unknown"), |regime| {
        Message::new(format!("code-regime-{}", guichet_model::Coded::as_str(regime).replace('_', "-")))
    });
    Verdict::Flag(Says::new(RULE.code).with("regime", regime).with("amount", amount(check)))
}

/// A ground that does not exempt is shown, with what the sources say of it.
fn show_conflict(check: &mut Check<'_>) {
    let registration = check.registration;
    let Some(ground) = registration.exemption_ground else { return };
    let key = format!("cvec.ground.{}", guichet_model::Coded::as_str(ground));
    let value = check.book.entry(&key).and_then(|(_, _, entry)| entry.value.as_ref()?.as_str());
    if value == Some("owed") {
        check.fact(Field::ExemptionGround, &registration.exemption_ground);
        check.word(&key);
    }
}

/// The amount of the campaign's year, or the words that it is not set.
fn amount(check: &mut Check<'_>) -> Message {
    let Some(campaign) = check.campaign() else { return Message::new("word-not-set") };
    match check.number(&format!("cvec.amount.{campaign}")) {
        Some(cents) => Message::new("word-amount").with("amount", guichet_model::Cents(cents)),
        None => Message::new("word-not-set"),
    }
}
