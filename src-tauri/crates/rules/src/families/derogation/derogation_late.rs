//! DRG002: a derogation request received after the deadline.

use super::requested;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::registry::{Family, Rule, help};
use crate::rulebook::last_instant;
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Cycle, Field, Instant, Level, Message, Request, Severity, cut_to_minute};
use time::{Duration, Time};

/// The rule.
pub static RULE: Rule = Rule {
    code: "DRG002",
    slug: "derogation-late",
    family: Family::Derogation,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["derogation.deadline.licence", "derogation.deadline.master"],
    reads: &[Field::RequestedAt, Field::RequestKind, Field::RequestLevel],
    help: help!("DRG002"),
    examples: &[
        Example {
            title: "the page says \"late\" and gives no date",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=dérogation; request_level=L2; requested_at=2024-07-08T10:00",
        },
        Example {
            title: "a concordance",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; requested_at=2024-07-08T10:00",
        },
        Example {
            title: "the registration is cancelled",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; registration_state=annulée
                   requests: student_number=1; request_kind=dérogation; request_level=L2; requested_at=2024-07-08T10:00",
        },
    ],
    check,
};

/// A deadline's last minute.
const LAST_MINUTE: Duration = Duration::minutes(24 * 60 - 1);

/// Where a request lies against the deadline.
enum Received {
    InTime,
    Late(Instant),
    /// Only the day is known, and the deadline is within it.
    DayOnly(Instant),
    /// Its date is missing or not understood.
    Unknown,
}

fn check(check: &mut Check<'_>) -> Verdict {
    let (level, requests) = match requested(check) {
        Ok(requested) => requested,
        Err(verdict) => return verdict,
    };
    if key_of(level).is_none() {
        return Verdict::NotConcerned(Message::new("reason-no-derogation-rule").with("level", level.as_str()));
    }
    let deadline = deadline(check, level);
    let mut received = Vec::new();
    for request in requests {
        received.push(place(check, request, deadline));
    }
    let says = Says::new(RULE.code).with("level", level.as_str());
    let Some(deadline) = deadline else { return Verdict::CannotTell(says.variant("unset")) };
    answer(&received, says.with("deadline", deadline))
}

/// The deadline's key, by cycle: only licence and master have derogations.
fn key_of(level: Level) -> Option<&'static str> {
    match level.cycle() {
        Cycle::Licence => Some("derogation.deadline.licence"),
        Cycle::Master => Some("derogation.deadline.master"),
        Cycle::Doctorate | Cycle::University | Cycle::Lycee => None,
    }
}

/// The last minute in which a derogation can be asked for at a level, when the rulebook sets one.
pub(super) fn deadline(check: &mut Check<'_>, level: Level) -> Option<Instant> {
    check.word(key_of(level)?).and_then(last_instant)
}

/// A deadline's last minute is inside.
fn place<'a>(check: &mut Check<'a>, request: &'a Request, deadline: Option<Instant>) -> Received {
    let Fact::Known(at) = check.read(&request.source, Field::RequestedAt, &request.requested_at) else {
        return Received::Unknown;
    };
    let at = cut_to_minute(at);
    let Some(deadline) = deadline else { return Received::Unknown };
    let last = if request.requested_day_only { at.replace_time(Time::MIDNIGHT) + LAST_MINUTE } else { at };
    match (at > deadline, last > deadline) {
        (true, _) => Received::Late(at),
        (false, true) => Received::DayOnly(at),
        (false, false) => Received::InTime,
    }
}

fn answer(received: &[Received], says: Says) -> Verdict {
    let mut late: Vec<Instant> = received
        .iter()
        .filter_map(|received| if let Received::Late(at) = received { Some(*at) } else { None })
        .collect();
    late.sort_unstable();
    if !late.is_empty() {
        let dates = late.into_iter().map(Arg::from).collect();
        return Verdict::Flag(says.with("dates", Arg::List(dates)));
    }
    let day = received.iter().find_map(|received| if let Received::DayOnly(at) = received { Some(*at) } else { None });
    if let Some(day) = day {
        return Verdict::CannotTell(says.variant("day").with("day", day.date()));
    }
    if received.iter().any(|received| matches!(received, Received::Unknown)) {
        return Verdict::CannotTell(says.variant("unknown"));
    }
    Verdict::Pass
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::example::{Expected, Scene, scene};
    use crate::rulebook::{Layer, Rulebook};

    /// What the rule answers for a request at a level, under a deadline for licences and one for masters.
    fn answer(level: &str, requests: &[&str]) -> Expected {
        let value = |key: &str, value: &str| {
            format!(
                "[[value]]\nkey = \"derogation.deadline.{key}\"\nvalue = \"{value}\"\ncite = {{ document = \"page\", heading = \"h\", quote = \"q\", status = \"verified\" }}\n"
            )
        };
        let text = format!(
            "id = \"x\"\nlayer = \"component\"\nover = \"amu-allsh-2024-2025\"\nedition = 1\ntitle = {{ fr = \"x\", en = \"x\" }}\n[documents.page]\ntitle = \"Page\"\n{}{}",
            value("licence", "2024-09-10"),
            value("master", "2024-09-20T12:00"),
        );
        let book = Rulebook::find("x", &[Layer::parse(&text).expect("reads")]).expect("stacks");
        let mut office = format!("roster: student_number=1; level={level}");
        for at in requests {
            office += &format!("\nrequests: student_number=1; request_kind=dérogation; requested_at={at}");
        }
        let scene = Scene { book, ..scene(&office).expect("reads") };
        scene.answer(RULE.code).expect("a file").0
    }

    #[test]
    fn a_deadline_without_hour_means_the_whole_day_and_its_last_minute_is_inside() {
        assert_eq!(answer("L2", &["2024-09-10T23:59"]), Expected::Pass);
        assert_eq!(answer("L2", &["2024-09-11T00:00"]), Expected::Flag);
        assert_eq!(answer("L2", &["2024-09-10"]), Expected::Pass);
        assert_eq!(answer("M1", &["2024-09-20T12:00"]), Expected::Pass);
        assert_eq!(answer("M1", &["2024-09-20T12:01"]), Expected::Flag);
    }

    #[test]
    fn a_day_that_holds_the_deadline_or_no_date_leaves_a_doubt_unless_another_request_is_late() {
        assert_eq!(answer("M2", &["2024-09-20"]), Expected::CannotTell);
        assert_eq!(answer("M2", &["2024-09-21"]), Expected::Flag);
        assert_eq!(answer("M2", &["2024-09-19"]), Expected::Pass);
        assert_eq!(answer("L2", &[""]), Expected::CannotTell);
        assert_eq!(answer("L2", &["", "2024-09-12"]), Expected::Flag);
        assert_eq!(answer("D1", &["2024-09-12"]), Expected::NotConcerned);
    }
}
