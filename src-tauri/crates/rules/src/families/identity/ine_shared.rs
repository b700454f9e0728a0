//! IDN004: two student numbers carry the same Ine.

use super::roster_ine;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Field, Person, PersonId, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "IDN004",
    slug: "ine-shared",
    family: Family::Identity,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["identity.ine.unique"],
    reads: &[Field::Ine, Field::IneKey, Field::StudentNumber],
    help: help!("IDN004"),
    examples: &[
        Example {
            title: "two students, one number",
            expected: Expected::Flag,
            text: "roster: student_number=1; ine=1409002949V; level=L2
                   roster: student_number=2; ine=1409002949 v; level=L3",
        },
        Example {
            title: "malformed numbers are compared too",
            expected: Expected::Flag,
            text: "roster: student_number=1; ine=ABC; level=L2
                   roster: student_number=2; ine=abc; level=L3",
        },
        Example {
            title: "two registrations of one student",
            expected: Expected::Pass,
            text: "roster: student_number=1; ine=1409002949V; level=L1
                   roster: student_number=1; ine=1409002949V; level=L2",
        },
        Example {
            title: "two empty cells share nothing",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; ine=; level=L1
                   roster: student_number=2; ine=; level=L2",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let ine = match roster_ine(check, RULE.code, "identity.ine.unique") {
        Ok(ine) => ine,
        Err(verdict) => return verdict,
    };
    let others: Vec<PersonId> = check.office.holders_of_ine(&ine).filter(|id| *id != check.person.id).collect();
    if others.is_empty() {
        return Verdict::Pass;
    }
    let names = record_others(check, &others, Field::Ine);
    Verdict::Flag(
        Says::new(RULE.code).with("ine", ine.as_str()).with("count", others.len()).with("others", Arg::List(names)),
    )
}

/// Records the same field of the other persons, and names them by student number.
fn record_others(check: &mut Check<'_>, others: &[PersonId], field: Field) -> Vec<Arg> {
    let office = check.office;
    let mut names = Vec::new();
    for person in others.iter().filter_map(|id| office.person(*id)) {
        check.read(&person.source, field, &person.identity.ine);
        names.push(Arg::Text(label(person)));
    }
    names
}

/// How a person is named in a sentence: by student number, else by name.
pub(crate) fn label(person: &Person) -> String {
    let identity = &person.identity;
    identity.student_number.clone().or_else(|| identity.birth_name.clone()).unwrap_or_else(|| "?".to_owned())
}
