//! CAL009: the registration is dated before the day on which the offer was accepted.

use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::{cancelled, not_concerned};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Instant, Route, Severity};
use time::Date;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CAL009",
    slug: "registered-before-acceptance",
    family: Family::Calendar,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &[KEY],
    reads: &[Field::OfferAcceptedAt, Field::RegisteredAt, Field::Route],
    help: help!("CAL009"),
    examples: &[
        Example {
            title: "registered the day before the offer was accepted, inside the window",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-07-11T08:00; registered_at=2024-07-10T23:59",
        },
        Example {
            title: "the same day, whatever the hours",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-07-11T18:00; registered_at=2024-07-11T09:00",
        },
        Example {
            title: "a day of acceptance that is not understood",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=« mi-juillet »; registered_at=2024-07-11T09:00",
        },
        Example {
            title: "a re-registration rests on no offer",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; route=Réinscription; offer_accepted_at=2024-07-11T18:00; registered_at=2024-07-02T09:00",
        },
    ],
    check,
};

const KEY: &str = "calendar.acceptance_first";

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = cancelled(check) {
        return verdict;
    }
    if check.word(KEY).is_none() {
        return not_concerned("reason-acceptance-no-rule");
    }
    let registration = check.registration;
    if check.fact(Field::Route, &registration.route) == Fact::Known(Route::Reregistration) {
        return not_concerned("reason-no-offer");
    }
    let accepted = check.fact(Field::OfferAcceptedAt, &registration.offer_accepted_at);
    let registered = check.fact(Field::RegisteredAt, &registration.registered_at);
    match both(accepted, registered) {
        Ok((accepted, registered)) if registered < accepted => {
            Verdict::Flag(Says::new(RULE.code).with("accepted", accepted).with("registered", registered))
        }
        Ok(_) => Verdict::Pass,
        Err(verdict) => verdict,
    }
}

/// The two days, or the answer without them.
fn both(accepted: Fact<Instant>, registered: Fact<Instant>) -> Result<(Date, Date), Verdict> {
    match (accepted, registered) {
        (Fact::Empty | Fact::NoColumn, _) => Err(not_concerned("reason-no-acceptance")),
        (_, Fact::Empty | Fact::NoColumn) => Err(not_concerned("reason-no-registration-day")),
        (Fact::NotUnderstood(raw), _) | (_, Fact::NotUnderstood(raw)) => {
            Err(Verdict::CannotTell(Says::new(RULE.code).variant("unread").with("raw", raw)))
        }
        (Fact::Known(accepted), Fact::Known(registered)) => Ok((accepted.date(), registered.date())),
    }
}
