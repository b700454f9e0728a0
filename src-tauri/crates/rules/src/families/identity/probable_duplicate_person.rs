//! IDN005: one person, it seems, under two student numbers.

use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Field, PersonId, Severity};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    code: "IDN005",
    slug: "probable-duplicate-person",
    family: Family::Identity,
    severity: Severity::Warning,
    undecided_by_nature: false,
    keys: &["identity.person.unique"],
    reads: &[Field::StudentNumber, Field::BirthName, Field::GivenName, Field::BirthDate],
    help: help!("IDN005"),
    examples: &[
        Example {
            title: "the same person twice, with and without accents",
            expected: Expected::Flag,
            text: "roster: student_number=1; birth_name=Exemplé; given_name=Une; birth_date=2004-05-06; level=L2
                   roster: student_number=2; birth_name=EXEMPLE; given_name=UNE; birth_date=2004-05-06; level=L3",
        },
        Example {
            title: "homonyms born on different days",
            expected: Expected::Pass,
            text: "roster: student_number=1; birth_name=EXEMPLE; given_name=Une; birth_date=2004-05-06; level=L2
                   roster: student_number=2; birth_name=EXEMPLE; given_name=Une; birth_date=2003-05-06; level=L3",
        },
        Example {
            title: "two registrations of one student",
            expected: Expected::Pass,
            text: "roster: student_number=1; birth_name=EXEMPLE; given_name=Une; birth_date=2004-05-06; level=L2
                   roster: student_number=1; birth_name=EXEMPLE; given_name=Une; birth_date=2004-05-06; level=L3",
        },
        Example {
            title: "no birth date to compare",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; birth_name=EXEMPLE; given_name=Une; birth_date=; level=L2
                   roster: student_number=2; birth_name=EXEMPLE; given_name=Une; birth_date=; level=L3",
        },
        Example {
            title: "no column for the given name",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; birth_name=EXEMPLE; birth_date=2004-05-06; level=L2",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    check.words("identity.person.unique");
    let person = check.person;
    let identity = &person.identity;
    let name = check.read(&person.source, Field::BirthName, &identity.birth_name);
    let given = check.read(&person.source, Field::GivenName, &identity.given_name);
    let birth = check.read(&person.source, Field::BirthDate, &identity.birth_date);
    if name == Fact::Empty || given == Fact::Empty || birth == Fact::Empty {
        return not_concerned("reason-identity-incomplete");
    }
    if name.is_out_of_reach() || given.is_out_of_reach() || birth.is_out_of_reach() {
        return Verdict::CannotTell(Says::new(RULE.code).variant("unknown"));
    }
    let number = check.read(&person.source, Field::StudentNumber, &identity.student_number);
    if number.known().is_none() || identity.name_key().is_none() {
        return not_concerned("reason-identity-incomplete");
    }
    let others: Vec<PersonId> = check.office.holders_of_name(identity).filter(|id| *id != person.id).collect();
    let numbers = other_numbers(check, &others);
    if numbers.is_empty() {
        return Verdict::Pass;
    }
    let count = numbers.len();
    let numbers = Arg::List(numbers.into_iter().map(Arg::Text).collect());
    Verdict::Flag(Says::new(RULE.code).with("others", numbers).with("count", count))
}

/// The student numbers of the others who have one, each with its row recorded.
fn other_numbers(check: &mut Check<'_>, others: &[PersonId]) -> BTreeSet<String> {
    let office = check.office;
    let mut numbers = BTreeSet::new();
    for other in others.iter().filter_map(|id| office.person(*id)) {
        let identity = &other.identity;
        if let Some(number) = check.read(&other.source, Field::StudentNumber, &identity.student_number).known() {
            check.read(&other.source, Field::BirthName, &identity.birth_name);
            check.read(&other.source, Field::GivenName, &identity.given_name);
            check.read(&other.source, Field::BirthDate, &identity.birth_date);
            numbers.insert(number);
        }
    }
    numbers
}
