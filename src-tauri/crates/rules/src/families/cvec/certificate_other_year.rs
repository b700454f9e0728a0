//! CVC003: the certificates are of another academic year.

use super::certificates::numbers;
use super::unless_expected;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{AcademicYear, Arg, CvecNumber, Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CVC003",
    slug: "certificate-other-year",
    family: Family::Cvec,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["cvec.certificate.year", "cvec.number.year_digit"],
    reads: &[Field::CvecYear, Field::CvecNumber, Field::AcademicYear],
    help: help!("CVC003"),
    examples: &[
        Example {
            title: "last year's certificate",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial
                   certificates: student_number=1; cvec_number=MAR3 ABCDEF 12; cvec_year=2023-2024",
        },
        Example {
            title: "no year is written, and the fourth character hints at another",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR3 ABCDEF 12",
        },
        Example {
            title: "last year's and this year's",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial
                   certificates: student_number=1; cvec_number=MAR3 ABCDEF 12; cvec_year=2023-2024
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_year=2024-2025",
        },
        Example {
            title: "no certificate at all is another rule's affair",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = unless_expected(check) {
        return verdict;
    }
    let carried = numbers(check);
    let years = years(check);
    let Some(campaign) = check.campaign() else { return not_concerned("reason-no-campaign") };
    if carried.is_empty() && years.is_empty() {
        return not_concerned("reason-no-number");
    }
    if years.is_empty() {
        let hints: Vec<CvecNumber> = carried.into_iter().map(|carried| carried.number).collect();
        return judge_hints(check, campaign, &hints);
    }
    check.word("cvec.certificate.year");
    check.decided_by("cvec.certificate.year");
    if years.contains(&campaign) {
        return Verdict::Pass;
    }
    let years = years.into_iter().map(|year| Arg::Text(year.to_string())).collect();
    Verdict::Flag(Says::new(RULE.code).with("campaign", campaign.to_string()).with("years", Arg::List(years)))
}

/// The years written on the person's certificates, in order, each once.
fn years(check: &mut Check<'_>) -> Vec<AcademicYear> {
    let office = check.office;
    let mut years = Vec::new();
    for certificate in office.certificates_of(check.person.id) {
        if let Some(year) = check.read(&certificate.source, Field::CvecYear, &certificate.year).known() {
            years.push(year);
        }
    }
    years.sort_unstable();
    years.dedup();
    years
}

/// With no year written, the fourth character of a well-formed number only hints at one: a warning, never an error.
fn judge_hints(check: &mut Check<'_>, campaign: AcademicYear, numbers: &[CvecNumber]) -> Verdict {
    check.word("cvec.number.year_digit");
    check.decided_by("cvec.number.year_digit");
    let digits: Vec<u8> = numbers.iter().filter_map(CvecNumber::year_digit).collect();
    if digits.is_empty() {
        return not_concerned("reason-no-year-hint");
    }
    if digits.contains(&campaign.last_digit()) {
        return Verdict::Pass;
    }
    let numbers = numbers.iter().map(|number| Arg::Text(number.to_string())).collect();
    Verdict::Flag(
        Says::new(RULE.code)
            .variant("hint")
            .weighing(Severity::Warning)
            .with("campaign", campaign.to_string())
            .with("numbers", Arg::List(numbers))
            .with("digit", i64::from(campaign.last_digit())),
    )
}
