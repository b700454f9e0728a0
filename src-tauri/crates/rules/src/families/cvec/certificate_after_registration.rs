//! CVC011: every certificate of the campaign was issued after the day of registration.

use super::certificates::of_campaign;
use super::unless_expected;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Certificate, Field, Severity};
use std::collections::BTreeSet;
use time::Date;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CVC011",
    slug: "certificate-after-registration",
    family: Family::Cvec,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &[KEY],
    reads: &[Field::CvecIssuedAt, Field::RegisteredAt],
    help: help!("CVC011"),
    examples: &[
        Example {
            title: "issued the day after the registration",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial; registered_at=2024-07-10T10:00
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_year=2024-2025; cvec_issued_at=2024-07-11T09:00",
        },
        Example {
            title: "issued the same day, later",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial; registered_at=2024-07-10T10:00
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_year=2024-2025; cvec_issued_at=2024-07-10T18:00",
        },
        Example {
            title: "a day of issue that is not understood",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=initial; registered_at=2024-07-10T10:00
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_year=2024-2025; cvec_issued_at=« juillet »",
        },
        Example {
            title: "no column for the day of issue",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=initial; registered_at=2024-07-10T10:00
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_year=2024-2025",
        },
    ],
    check,
};

const KEY: &str = "cvec.before_registration";

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = unless_expected(check) {
        return verdict;
    }
    if check.word(KEY).is_none() {
        return not_concerned("reason-cvec-no-order");
    }
    check.decided_by(KEY);
    let certificates = of_campaign(check);
    if certificates.is_empty() {
        return not_concerned("reason-no-certificate");
    }
    let issued = issued(check, &certificates);
    if issued.days.is_empty() && issued.unread.is_empty() {
        return not_concerned("reason-no-issue-day");
    }
    let registration = check.registration;
    let unread = |raw: &str| Verdict::CannotTell(Says::new(RULE.code).variant("unread").with("raw", raw));
    let registered = match check.fact(Field::RegisteredAt, &registration.registered_at) {
        Fact::Known(at) => at.date(),
        Fact::Empty | Fact::NoColumn => return not_concerned("reason-no-registration-day"),
        Fact::NotUnderstood(raw) => return unread(&raw),
    };
    match (issued.days.first(), issued.unread.first()) {
        (Some(first), _) if *first <= registered => Verdict::Pass,
        (_, Some(raw)) => unread(raw),
        (Some(first), None) if !issued.unknown => {
            Verdict::Flag(Says::new(RULE.code).with("issued", *first).with("registered", registered))
        }
        _ => not_concerned("reason-no-issue-day"),
    }
}

/// When the certificates were issued.
#[derive(Default)]
struct Issued {
    days: BTreeSet<Date>,
    /// What is written for a day and is not one.
    unread: BTreeSet<String>,
    /// Whether the day of another is not written.
    unknown: bool,
}

fn issued<'a>(check: &mut Check<'a>, certificates: &[&'a Certificate]) -> Issued {
    let mut issued = Issued::default();
    for certificate in certificates {
        match check.read(&certificate.source, Field::CvecIssuedAt, &certificate.issued_at) {
            Fact::Known(at) => {
                issued.days.insert(at.date());
            }
            Fact::NotUnderstood(raw) => {
                issued.unread.insert(raw);
            }
            Fact::Empty | Fact::NoColumn => issued.unknown = true,
        }
    }
    issued
}
