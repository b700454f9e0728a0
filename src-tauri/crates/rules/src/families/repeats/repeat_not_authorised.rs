//! RPT003: the year before ended with no right to repeat, at the level requested.

use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::{cancelled, not_concerned};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{AcademicYear, Field, Level, PreviousResult, RegistrationState, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "RPT003",
    slug: "repeat-not-authorised",
    family: Family::Repeats,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["repeats.nar"],
    reads: &[Field::PreviousResult, Field::Level, Field::AcademicYear, Field::RegistrationState, Field::GapYear],
    help: help!("RPT003"),
    examples: &[
        Example {
            title: "not allowed to repeat, and the same level is requested",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; previous_result=NAR
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non",
        },
        Example {
            title: "the year before is not in the history",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; previous_result=NAR
                   history: student_number=1; academic_year=2022-2023; level=L1; registration_state=validée; gap_year=non",
        },
        Example {
            title: "last year was at another level",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; previous_result=NAR
                   history: student_number=1; academic_year=2023-2024; level=L3; registration_state=validée; gap_year=non",
        },
        Example {
            title: "last year has a row without a level",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; previous_result=NAR
                   history: student_number=1; academic_year=2023-2024; level=L3; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2023-2024; level=; registration_state=validée; gap_year=non",
        },
        Example {
            title: "another result",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; previous_result=AJ",
        },
        Example {
            title: "a result that is not understood",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; previous_result=ZZZ",
        },
        Example {
            title: "no result: a first registration",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; previous_result=",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = cancelled(check) {
        return verdict;
    }
    check.word("repeats.nar");
    let registration = check.registration;
    match check.fact(Field::PreviousResult, &registration.previous_result) {
        Fact::Known(PreviousResult::Nar) => {}
        Fact::Known(_) => return Verdict::Pass,
        Fact::Empty => return not_concerned("reason-no-previous-result"),
        Fact::NoColumn | Fact::NotUnderstood(_) => {
            return Verdict::CannotTell(Says::new(RULE.code).variant("unknown"));
        }
    }
    let level = check.fact(Field::Level, &registration.level).known();
    if was_elsewhere(check, level) {
        return Verdict::Pass;
    }
    Verdict::Flag(Says::new(RULE.code).with("level", level.map_or("?", |level| level.as_str())))
}

/// Whether last year's rows all have a level, and none is the requested one. Without rows it is not known.
fn was_elsewhere(check: &mut Check<'_>, requested: Option<Level>) -> bool {
    let Some(last) = check.campaign().map(AcademicYear::previous) else { return false };
    let office = check.office;
    let mut rows = 0;
    for row in office.history_of(check.person.id) {
        let counts = check.read(&row.source, Field::RegistrationState, &row.state)
            != Fact::Known(RegistrationState::Cancelled)
            && check.read(&row.source, Field::GapYear, &row.gap_year) != Fact::Known(true);
        if check.read(&row.source, Field::AcademicYear, &row.academic_year) != Fact::Known(last) || !counts {
            continue;
        }
        rows += 1;
        let level = check.read(&row.source, Field::Level, &row.level).known();
        if level.is_none() || level == requested {
            return false;
        }
    }
    rows > 0
}
