//! RPT005: over a limit, and registered online, which the source forbids.

use super::count::count_registrations;
use super::counts;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Channel, Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "RPT005",
    slug: "registered-online-over-limit",
    family: Family::Repeats,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["limit.", "repeats.online"],
    reads: &[Field::Channel, Field::Level, Field::Discipline, Field::Programme, Field::AcademicYear, Field::RegistrationState, Field::GapYear, Field::RequestState, Field::RequestLevel, Field::RegisteredAt],
    help: help!("RPT005"),
    examples: &[
        Example {
            title: "registered online over the limit",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; field=Histoire; registered_at=2024-07-02T10:00; channel=en ligne
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=L2; registration_state=validée; gap_year=non",
        },
        Example {
            title: "registered at the office",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; field=Histoire; registered_at=2024-07-02T10:00; channel=scolarité
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=L2; registration_state=validée; gap_year=non",
        },
        Example {
            title: "not registered yet",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; field=Histoire; registered_at=; channel=en ligne
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=L2; registration_state=validée; gap_year=non",
        },
        Example {
            title: "no column says how",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; field=Histoire; registered_at=2024-07-02T10:00
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée; gap_year=non
                   history: student_number=1; academic_year=2022-2023; level=L2; registration_state=validée; gap_year=non",
        },
        Example {
            title: "within the limits",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; field=Histoire; registered_at=2024-07-02T10:00; channel=en ligne
                   history: student_number=1; academic_year=2023-2024; level=L1; registration_state=validée; gap_year=non",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let Ok(counted) = count_registrations(check) else { return not_concerned("reason-within-limits") };
    if !counted.is_over() || counted.derogation {
        return not_concerned("reason-within-limits");
    }
    check.word("repeats.online");
    check.decided_by("repeats.online");
    let registration = check.registration;
    let at = match check.fact(Field::RegisteredAt, &registration.registered_at) {
        Fact::Known(at) => at,
        Fact::Empty => return Verdict::Pass,
        Fact::NoColumn | Fact::NotUnderstood(_) => return unknown(),
    };
    match check.fact(Field::Channel, &registration.channel) {
        Fact::Known(Channel::Office) => Verdict::Pass,
        Fact::Known(Channel::Online) => {
            let over = counted.limits.iter().filter(|limit| limit.is_over());
            Verdict::Flag(Says::new(RULE.code).with("at", at).with("counts", counts(over)))
        }
        Fact::Empty | Fact::NoColumn | Fact::NotUnderstood(_) => unknown(),
    }
}

fn unknown() -> Verdict {
    Verdict::CannotTell(Says::new(RULE.code).variant("unknown"))
}
