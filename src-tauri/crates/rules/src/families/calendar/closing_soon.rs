//! CAL006: not registered, and the current window closes soon.

use super::place::{Place, Situation, situation};
use super::{READS, not_judged};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::rulebook::Interval;
use crate::verdict::{Says, Verdict};
use guichet_model::Severity;
use time::Duration;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CAL006",
    slug: "closing-soon",
    family: Family::Calendar,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &["window.", "calendar.notice_days"],
    reads: READS,
    help: help!("CAL006"),
    examples: &[
        Example {
            title: "five days before the close",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=M2; route=Réinscription; registered_at=",
        },
        Example {
            title: "eight days before the close",
            expected: Expected::Pass,
            text: "as-of: 2024-09-22T11:59
                   roster: student_number=1; level=M2; route=Réinscription; registered_at=",
        },
        Example {
            title: "registered",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=M2; route=Réinscription; registered_at=2024-09-23T10:00",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    match situation(check) {
        Situation::NotRegistered(..) if !check.registration.stands() => not_concerned("reason-not-standing"),
        Situation::NotRegistered(unregistered, _) => match unregistered.place {
            Place::Inside(interval) => judge(check, interval),
            _ => Verdict::Pass,
        },
        other => not_judged(RULE.code, &other),
    }
}

fn judge(check: &mut Check<'_>, interval: Interval) -> Verdict {
    let Some(days) = check.number("calendar.notice_days") else {
        return Verdict::CannotTell(Says::new(RULE.code).variant("notice"));
    };
    let left = interval.closes - check.as_of;
    if left > Duration::days(days) {
        return Verdict::Pass;
    }
    Verdict::Flag(
        Says::new(RULE.code)
            .with("closes", interval.closes)
            .with("days", left.whole_days())
            .with("hours", left.whole_hours() % 24)
            .with("notice", days),
    )
}
