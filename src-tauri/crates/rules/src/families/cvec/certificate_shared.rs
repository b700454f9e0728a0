//! CVC004: two different persons carry the same number.

use super::certificates::numbers;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::identity::ine_shared::label;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, CvecNumber, Field, PersonId, Severity};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CVC004",
    slug: "certificate-shared",
    family: Family::Cvec,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["cvec.certificate.personal"],
    reads: &[Field::CvecNumber],
    help: help!("CVC004"),
    examples: &[
        Example {
            title: "the same number on two students, written differently",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12
                   roster: student_number=2; level=L2; regime=initial; cvec_number=
                   certificates: student_number=2; cvec_number=mar4abcdef12",
        },
        Example {
            title: "two registrations of one student share theirs rightly",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L1; regime=initial; cvec_number=MAR4 ABCDEF 12
                   roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "no number",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L1; regime=initial; cvec_number=",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let carried = numbers(check);
    if carried.is_empty() {
        return not_concerned("reason-no-number");
    }
    check.word("cvec.certificate.personal");
    let own = check.person.id;
    let mut shared: BTreeSet<&CvecNumber> = BTreeSet::new();
    let mut others: BTreeSet<PersonId> = BTreeSet::new();
    for carried in &carried {
        for holder in check.office.holders_of_number(&carried.number).filter(|holder| *holder != own) {
            shared.insert(&carried.number);
            others.insert(holder);
        }
    }
    if others.is_empty() {
        return Verdict::Pass;
    }
    let names = record_holders(check, &others, &shared);
    let numbers = shared.iter().map(|number| Arg::Text(number.to_string())).collect();
    Verdict::Flag(
        Says::new(RULE.code)
            .with("numbers", Arg::List(numbers))
            .with("count", others.len())
            .with("others", Arg::List(names)),
    )
}

/// Records where the other holders carry the shared numbers, and names them.
fn record_holders(check: &mut Check<'_>, holders: &BTreeSet<PersonId>, shared: &BTreeSet<&CvecNumber>) -> Vec<Arg> {
    let office = check.office;
    let mut names = Vec::new();
    for holder in holders {
        for registration in office.registrations_of(*holder) {
            if registration.cvec_number.as_ref().is_some_and(|number| shared.contains(number)) {
                check.read(&registration.source, Field::CvecNumber, &registration.cvec_number);
            }
        }
        for certificate in office.certificates_of(*holder) {
            if certificate.number.as_ref().is_some_and(|number| shared.contains(number)) {
                check.read(&certificate.source, Field::CvecNumber, &certificate.number);
            }
        }
        names.extend(office.person(*holder).map(|person| Arg::Text(label(person))));
    }
    names
}
