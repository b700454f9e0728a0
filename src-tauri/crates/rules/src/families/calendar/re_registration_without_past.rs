//! CAL011: a re-registration of somebody whose history has no registration in the year before.

use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::{cancelled, not_concerned};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{AcademicYear, Field, PastRegistration, RegistrationState, Route, Severity, SheetKind};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CAL011",
    slug: "re-registration-without-past",
    family: Family::Calendar,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &[KEY],
    reads: &[Field::Route, Field::AcademicYear, Field::RegistrationState],
    help: help!("CAL011"),
    examples: &[
        Example {
            title: "the history stops two years before",
            expected: Expected::Flag,
            text: "roster: student_number=1; academic_year=2024-2025; level=L2; route=Réinscription
                   history: student_number=1; academic_year=2022-2023; level=L1; registration_state=validée",
        },
        Example {
            title: "registered the year before",
            expected: Expected::Pass,
            text: "roster: student_number=1; academic_year=2024-2025; level=L2; route=Réinscription
                   history: student_number=1; academic_year=2023-2024; level=L1; registration_state=validée",
        },
        Example {
            title: "a row whose year is not understood",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; academic_year=2024-2025; level=L2; route=Réinscription
                   history: student_number=1; academic_year=« l’an dernier »; level=L1; registration_state=validée",
        },
        Example {
            title: "no history was given: RPT004 says it",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; academic_year=2024-2025; level=L2; route=Réinscription",
        },
    ],
    check,
};

const KEY: &str = "calendar.re_registration";

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = cancelled(check) {
        return verdict;
    }
    if check.word(KEY).is_none() {
        return not_concerned("reason-re-registration-no-rule");
    }
    let registration = check.registration;
    let unread_route = match check.fact(Field::Route, &registration.route) {
        Fact::Known(Route::Reregistration) => None,
        Fact::NotUnderstood(raw) => Some(raw),
        Fact::Known(_) | Fact::Empty | Fact::NoColumn => return not_concerned("reason-no-re-registration"),
    };
    if !check.has_sheet(SheetKind::History) {
        return not_concerned("reason-no-history");
    }
    let Some(last) = check.campaign().map(AcademicYear::previous) else {
        return not_concerned("reason-no-campaign");
    };
    let says = Says::new(RULE.code).with("year", last.to_string());
    match (past(check, last), unread_route) {
        (Past::Registered, _) => Verdict::Pass,
        (_, Some(raw)) => Verdict::CannotTell(says.variant("route").with("raw", raw)),
        (Past::Doubtful, None) => Verdict::CannotTell(says.variant("unknown")),
        (Past::Nothing, None) => Verdict::Flag(says),
    }
}

/// What is known of the year before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Past {
    Registered,
    /// A row may be of that year, or may have been cancelled.
    Doubtful,
    Nothing,
}

/// Looks in the history, then in the roster, which may hold several years.
fn past(check: &mut Check<'_>, last: AcademicYear) -> Past {
    let (office, person) = (check.office, check.person.id);
    let mut past = Past::Nothing;
    for row in office.history_of(person) {
        match held(check, row, last) {
            Past::Registered => return Past::Registered,
            Past::Doubtful => past = Past::Doubtful,
            Past::Nothing => {}
        }
    }
    let mut of_roster = office.registrations_of(person).filter(|own| !own.is_cancelled());
    if of_roster.any(|own| own.academic_year == Some(last)) { Past::Registered } else { past }
}

/// What one row says of that year. A gap year is a registration too.
fn held<'a>(check: &mut Check<'a>, row: &'a PastRegistration, last: AcademicYear) -> Past {
    let year = check.read(&row.source, Field::AcademicYear, &row.academic_year);
    let state = check.read(&row.source, Field::RegistrationState, &row.state);
    match (year, state) {
        (Fact::Known(year), _) if year != last => Past::Nothing,
        (_, Fact::Known(RegistrationState::Cancelled)) => Past::Nothing,
        (Fact::Known(_), Fact::NotUnderstood(_)) => Past::Doubtful,
        (Fact::Known(_), _) => Past::Registered,
        (Fact::Empty | Fact::NoColumn | Fact::NotUnderstood(_), _) => Past::Doubtful,
    }
}
