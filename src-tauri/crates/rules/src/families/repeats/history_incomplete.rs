//! RPT004: a limit would be exceeded if what is missing from the history counted.

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
    code: "RPT004",
    slug: "history-incomplete",
    family: Family::Repeats,
    severity: Severity::Error,
    undecided_by_nature: true,
    keys: &["limit."],
    reads: &[Field::Level, Field::Discipline, Field::Programme, Field::AcademicYear, Field::RegistrationState, Field::GapYear, Field::RequestState, Field::RequestLevel],
    help: help!("RPT004"),
    examples: &[
        Example {
            title: "two registrations counted, and a past year without a level",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=; registration_state=validée; gap_year=non",
        },
        Example {
            title: "no history sheet was given",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; field=Histoire",
        },
        Example {
            title: "a past year without a level that cannot change the answer",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; field=Histoire
                   history: student_number=1; academic_year=2022-2023; level=; registration_state=validée; gap_year=non",
        },
        Example {
            title: "surely exceeded: the other rule speaks",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=L2; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2021-2022; level=; registration_state=validée; gap_year=non",
        },
        Example {
            title: "an L1 with neither field nor label, and three registrations: psychology is limited to two",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L1
                   history: student_number=1; academic_year=2023-2024; level=L1; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=L1; registration_state=validée; gap_year=non",
        },
        Example {
            title: "a granted derogation settles it",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=; registration_state=validée; gap_year=non
                   requests: student_number=1; request_kind=dérogation; request_level=L2; request_state=accordée",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let counted = match count_registrations(check) {
        Ok(counted) => counted,
        Err(uncounted) => return uncounted.answer(not_concerned("reason-level-unknown")),
    };
    if !counted.is_in_doubt() || counted.derogation {
        return Verdict::Pass;
    }
    if !counted.history_given {
        return Verdict::CannotTell(Says::new(RULE.code).variant("none").with("counts", counts(&counted.limits)));
    }
    let in_doubt: Vec<_> = counted.limits.iter().filter(|limit| limit.could_be_over()).collect();
    for limit in &in_doubt {
        check.decided_by(&limit.key);
    }
    let years = in_doubt.iter().map(|limit| limit.doubtful).max().unwrap_or(0);
    let says = Says::new(RULE.code)
        .with("levels", levels(in_doubt.iter().copied()))
        .with("counts", counts(in_doubt.iter().copied()))
        .with("years", years);
    // No year is in doubt: the doubt is whether a limit restricted to a field concerns the file.
    Verdict::CannotTell(if years == 0 { says.variant("field") } else { says })
}
