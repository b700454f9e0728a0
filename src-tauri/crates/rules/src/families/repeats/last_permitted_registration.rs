//! RPT002: the requested registration uses a limit up exactly.

use super::count::count_registrations;
use super::{counts, levels};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "RPT002",
    slug: "last-permitted-registration",
    family: Family::Repeats,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &["limit."],
    reads: &[Field::Level, Field::Discipline, Field::Programme, Field::AcademicYear, Field::RegistrationState, Field::GapYear, Field::RequestState, Field::RequestLevel],
    help: help!("RPT002"),
    examples: &[
        Example {
            title: "the second and last in L2",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non",
        },
        Example {
            title: "the third and last in L1 and L2 together",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=L1; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=L1; registration_state=validée; gap_year=non",
        },
        Example {
            title: "a first registration in M2: a limit of one says nothing",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=M2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=M1; registration_state=validée; gap_year=non",
        },
        Example {
            title: "over a limit, the other rule speaks",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=L2; registration_state=validée; gap_year=non",
        },
        Example {
            title: "in doubt, the rule on incomplete histories speaks",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=; registration_state=validée; gap_year=non",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let counted = match count_registrations(check) {
        Ok(counted) => counted,
        Err(uncounted) => return uncounted.answer(not_concerned("reason-level-unknown")),
    };
    if counted.is_over() {
        return not_concerned("reason-over-limit");
    }
    if counted.is_in_doubt() && !counted.derogation {
        return not_concerned("reason-history-incomplete");
    }
    let used_up: Vec<_> = counted.limits.iter().filter(|limit| limit.is_used_up()).collect();
    if used_up.is_empty() {
        return Verdict::Pass;
    }
    for limit in &used_up {
        check.decided_by(&limit.key);
    }
    let levels = levels(used_up.iter().copied());
    Verdict::Flag(Says::new(RULE.code).with("levels", levels).with("counts", counts(used_up)))
}
