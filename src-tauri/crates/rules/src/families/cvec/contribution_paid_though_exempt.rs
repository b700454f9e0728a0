//! CVC012: a person exempt from the contribution paid it.

use super::certificates::of_campaign;
use super::unless_expected;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Certificate, Coded, CvecMode, ExemptionGround, Field, Message, Severity};
use std::collections::BTreeSet;
use time::{Date, Month};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CVC012",
    slug: "contribution-paid-though-exempt",
    family: Family::Cvec,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &[KEY, "cvec.scholarship.", "cvec.ground.", "cvec.conditional."],
    reads: &[Field::CvecMode, Field::Scholarship, Field::ExemptionGround],
    help: help!("CVC012"),
    examples: &[
        Example {
            title: "a scholarship on social criteria, and a certificate by payment",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=social
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=paiement",
        },
        Example {
            title: "a certificate by exemption",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=social
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=exonération",
        },
        Example {
            title: "a scholarship that is not understood, and a certificate by payment",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=code 99
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=paiement",
        },
        Example {
            title: "temporary protection exempts under a condition only",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=non; exemption_ground=protection temporaire
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=paiement",
        },
    ],
    check,
};

const KEY: &str = "cvec.refund_before";

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = unless_expected(check) {
        return verdict;
    }
    let limit = check.word(KEY);
    check.decided_by(KEY);
    let certificates = of_campaign(check);
    if certificates.is_empty() {
        return not_concerned("reason-no-certificate");
    }
    let unread = |raw: &str| Verdict::CannotTell(Says::new(RULE.code).variant("unread").with("raw", raw));
    let ground = match (exemption(check), payment(check, &certificates)) {
        (Exemption::None, _) => return not_concerned("reason-cvec-not-exempt"),
        (_, Payment::Unknown) => return not_concerned("reason-no-certificate-mode"),
        (_, Payment::No) => return Verdict::Pass,
        (_, Payment::Unread(raw)) | (Exemption::Unread(raw), Payment::Yes) => return unread(&raw),
        (Exemption::By(ground), Payment::Yes) => ground,
    };
    let says = Says::new(RULE.code).with("ground", ground);
    Verdict::Flag(match last_day(check, limit) {
        None => says.variant("undated"),
        Some(before) if check.as_of.date() < before => says.with("before", before),
        Some(before) => says.variant("late").with("before", before),
    })
}

/// What exempts from the contribution.
enum Exemption {
    /// This scholarship or ground.
    By(Message),
    /// Nothing known does, and one is not understood.
    Unread(String),
    None,
}

fn exemption(check: &mut Check<'_>) -> Exemption {
    let registration = check.registration;
    let ground = check.fact(Field::ExemptionGround, &registration.exemption_ground);
    if let Fact::Known(ground) = ground
        && exempts(check, ground)
    {
        return Exemption::By(word("exemption-ground", ground.as_str()));
    }
    let scholarship = check.fact(Field::Scholarship, &registration.scholarship);
    if let Fact::Known(known) = scholarship
        && check.word(&format!("cvec.scholarship.{}", known.as_str())) == Some("exempt")
    {
        return Exemption::By(word("scholarship", known.as_str()));
    }
    match (scholarship, ground) {
        (Fact::NotUnderstood(raw), _) | (_, Fact::NotUnderstood(raw)) => Exemption::Unread(raw),
        _ => Exemption::None,
    }
}

/// Whether a ground exempts by itself: one that exempts under a condition is CVC008's.
fn exempts(check: &mut Check<'_>, ground: ExemptionGround) -> bool {
    let has_condition = !check.words(&format!("cvec.conditional.{}", ground.as_str())).is_empty();
    check.word(&format!("cvec.ground.{}", ground.as_str())) == Some("exempt") && !has_condition
}

fn word(list: &str, name: &str) -> Message {
    Message::new(format!("code-{list}-{}", name.replace('_', "-")))
}

/// Whether the contribution was paid.
enum Payment {
    Yes,
    No,
    /// How a certificate was obtained is not understood.
    Unread(String),
    /// It is not written.
    Unknown,
}

fn payment<'a>(check: &mut Check<'a>, certificates: &[&'a Certificate]) -> Payment {
    let (mut unread, mut unknown, mut paid) = (BTreeSet::new(), false, false);
    for certificate in certificates {
        match check.read(&certificate.source, Field::CvecMode, &certificate.mode) {
            Fact::Known(CvecMode::Payment) => paid = true,
            Fact::Known(CvecMode::Exemption) => {}
            Fact::NotUnderstood(raw) => {
                unread.insert(raw);
            }
            Fact::Empty | Fact::NoColumn => unknown = true,
        }
    }
    match (paid, unread.pop_first(), unknown) {
        (true, ..) => Payment::Yes,
        (false, Some(raw), _) => Payment::Unread(raw),
        (false, None, true) => Payment::Unknown,
        (false, None, false) => Payment::No,
    }
}

/// The day (`05-31`) before which the refund is asked for: of the civil year in which the campaign's academic year ends.
fn last_day(check: &Check<'_>, limit: Option<&str>) -> Option<Date> {
    let (month, day) = limit?.split_once('-')?;
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    let year = i32::from(check.campaign()?.start()) + 1;
    Date::from_calendar_date(year, month, day.parse().ok()?).ok()
}
