//! CAL008: registered online for a year that must be done at the office.
//!
//! Ajac: the higher year. Ajre: the units granted by the jury, which a registration above the repeated year holds.

use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::{cancelled, not_concerned};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{AcademicYear, Channel, Coded, Field, Level, Message, PreviousResult, RegistrationState, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CAL008",
    slug: "wrong-channel",
    family: Family::Calendar,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["channel.ajac.higher_year", "channel.ajre.units"],
    reads: &[Field::Channel, Field::PreviousResult, Field::Level, Field::AcademicYear, Field::RegistrationState],
    help: help!("CAL008"),
    examples: &[
        Example {
            title: "AJAC L1/L2: the L2 was registered online",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; previous_result=AJAC; channel=en ligne
                   roster: student_number=1; level=L1; previous_result=AJAC; channel=en ligne",
        },
        Example {
            title: "AJAC L1/L2: the L1 may be registered online",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L1; previous_result=AJAC; channel=en ligne
                   roster: student_number=1; level=L2; previous_result=AJAC; channel=scolarité",
        },
        Example {
            title: "AJAC L2/L3: the L2 is the repeated year",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; previous_result=AJAC; channel=en ligne
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée",
        },
        Example {
            title: "AJRE: the units of the year above, online",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L3; previous_result=AJRE; channel=en ligne
                   history: student_number=1; academic_year=2023-2024; level=L2; registration_state=validée",
        },
        Example {
            title: "the higher year at the office",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; previous_result=AJAC; channel=scolarité",
        },
        Example {
            title: "nothing says which year is repeated",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; previous_result=AJAC; channel=en ligne",
        },
        Example {
            title: "nobody wrote how",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; previous_result=AJAC; channel=
                   history: student_number=1; academic_year=2023-2024; level=L1; registration_state=validée",
        },
        Example {
            title: "no column for the previous result",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; channel=en ligne",
        },
        Example {
            title: "admitted",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; previous_result=ADM; channel=en ligne",
        },
        Example {
            title: "a rulebook without such a rule",
            expected: Expected::NotConcerned,
            text: "rulebook: amu-iut-2021-2022
                   roster: student_number=1; level=DUT2; previous_result=AJAC; channel=en ligne",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = cancelled(check) {
        return verdict;
    }
    let registration = check.registration;
    let Some(level) = check.fact(Field::Level, &registration.level).known() else {
        return not_concerned("reason-level-unknown");
    };
    if level.year_of_cycle() == 1 {
        return not_concerned("reason-first-year");
    }
    match check.fact(Field::PreviousResult, &registration.previous_result) {
        Fact::Known(PreviousResult::Ajac) => judge(check, level, PreviousResult::Ajac, "channel.ajac.higher_year"),
        Fact::Known(PreviousResult::Ajre) => judge(check, level, PreviousResult::Ajre, "channel.ajre.units"),
        Fact::Known(_) | Fact::Empty => not_concerned("reason-not-ajac"),
        Fact::NoColumn | Fact::NotUnderstood(_) => result_unknown(check, level),
    }
}

/// A result that cannot be read may be one that sends to the office, unless the registration was made there.
fn result_unknown(check: &mut Check<'_>, level: Level) -> Verdict {
    if check.word("channel.ajac.higher_year").is_none() {
        return not_concerned("reason-no-channel-rule");
    }
    let registration = check.registration;
    if check.fact(Field::Channel, &registration.channel) == Fact::Known(Channel::Office) {
        return Verdict::Pass;
    }
    Verdict::CannotTell(Says::new(RULE.code).variant("unknown").with("level", level.as_str()))
}

fn judge(check: &mut Check<'_>, level: Level, result: PreviousResult, key: &str) -> Verdict {
    let Some("office") = check.word(key) else { return not_concerned("reason-no-channel-rule") };
    let registration = check.registration;
    let channel = check.fact(Field::Channel, &registration.channel);
    if channel == Fact::Known(Channel::Office) {
        return Verdict::Pass;
    }
    let repeated = repeated_level(check, level);
    if repeated.is_some_and(|repeated| repeated.year_of_cycle() >= level.year_of_cycle()) {
        return Verdict::Pass;
    }
    let word = Message::new(format!("code-previous-result-{}", result.as_str()));
    let says = Says::new(RULE.code).with("level", level.as_str()).with("result", word);
    match (channel, repeated) {
        (Fact::Known(_), Some(repeated)) => {
            let than = Message::new("than-level").with("level", repeated.as_str());
            Verdict::Flag(says.with("than", than))
        }
        (Fact::Known(_), None) => Verdict::CannotTell(says.variant("year")),
        _ => Verdict::CannotTell(says.variant("channel")),
    }
}

/// The level being repeated: the lowest of the person's registrations of the year, or the highest of last year's.
fn repeated_level(check: &mut Check<'_>, level: Level) -> Option<Level> {
    let (office, own) = (check.office, check.registration);
    let same_cycle = |other: Level| other.cycle() == level.cycle() && other != level;
    let mut beside = None;
    for other in office.registrations_of(own.person).filter(|other| other.id != own.id && !other.is_cancelled()) {
        if other.academic_year != own.academic_year {
            continue;
        }
        let known = check.read(&other.source, Field::Level, &other.level).known();
        beside = beside
            .into_iter()
            .chain(known.filter(|level| same_cycle(*level)))
            .min_by_key(|level| level.year_of_cycle());
    }
    if beside.is_some() {
        return beside;
    }
    let last_year = check.campaign().map(AcademicYear::previous);
    let mut last: Option<Level> = None;
    let mut unknown = false;
    for past in office.history_of(own.person).filter(|past| past.state != Some(RegistrationState::Cancelled)) {
        if check.read(&past.source, Field::AcademicYear, &past.academic_year).known() != last_year {
            continue;
        }
        match check.read(&past.source, Field::Level, &past.level).known() {
            Some(past) if past.cycle() == level.cycle() => {
                last = last.into_iter().chain([past]).max_by_key(|level| level.year_of_cycle());
            }
            Some(_) => {}
            None => unknown = true,
        }
    }
    // A year held at a level that is not known may have been the higher one.
    last.filter(|last| !unknown || last.year_of_cycle() >= level.year_of_cycle())
}
