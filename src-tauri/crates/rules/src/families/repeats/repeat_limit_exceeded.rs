//! RPT001: more registrations than the limits allow, and no granted derogation.

use super::count::count_registrations;
use super::{counts, levels};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "RPT001",
    slug: "repeat-limit-exceeded",
    family: Family::Repeats,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["limit.", "repeats.limited"],
    reads: &[Field::Level, Field::Discipline, Field::Programme, Field::AcademicYear, Field::RegistrationState, Field::GapYear, Field::RequestState, Field::RequestLevel],
    help: help!("RPT001"),
    examples: &[
        Example {
            title: "a third registration in L2",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=L2; registration_state=démission; gap_year=non",
        },
        Example {
            title: "a fourth in L1 and L2 together",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=L1; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=L1; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2021-2022; level=L1; registration_state=validée; gap_year=non",
        },
        Example {
            title: "a third in L1, in psychology only",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L1; field=Psychologie
                   history: student_number=1; academic_year=2023-2024; level=L1; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=L1; registration_state=validée; gap_year=non",
        },
        Example {
            title: "a third in L1 in another field",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L1; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=L1; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=L1; registration_state=validée; gap_year=non",
        },
        Example {
            title: "a cancelled year and a gap year do not count",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=L2; registration_state=annulée; gap_year=non
                   history: student_number=1; academic_year=2021-2022; level=L2; registration_state=validée; gap_year=oui",
        },
        Example {
            title: "a derogation was granted",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=M2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=M2; registration_state=validée; gap_year=non
                   requests: student_number=1; request_kind=dérogation; request_level=M2; request_state=accordée; request_channel=courriel",
        },
        Example {
            title: "a derogation asked for and not decided",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=M2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=M2; registration_state=validée; gap_year=non
                   requests: student_number=1; request_kind=dérogation; request_level=M2; request_state=en attente",
        },
        Example {
            title: "no source limits a professional licence",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=LP; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=LP; registration_state=validée; gap_year=non",
        },
        Example {
            title: "a level that is not understood",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=niveau 9
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let counted = match count_registrations(check) {
        Ok(counted) => counted,
        Err(uncounted) => return uncounted.answer(Verdict::CannotTell(Says::new(RULE.code).variant("unknown"))),
    };
    if !counted.is_over() || counted.derogation {
        return Verdict::Pass;
    }
    let over = || counted.limits.iter().filter(|limit| limit.is_over());
    for limit in over() {
        check.decided_by(&limit.key);
    }
    Verdict::Flag(Says::new(RULE.code).with("levels", levels(over())).with("counts", counts(over())))
}
