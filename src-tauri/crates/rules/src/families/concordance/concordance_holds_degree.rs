//! CNC002: a concordance is asked for, and the person already holds a degree.

use super::{Claim, asked_level, claim, past, undecided};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{AcademicYear, Arg, Cycle, Field, Level, Severity, SheetKind};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CNC002",
    slug: "concordance-holds-degree",
    family: Family::Concordance,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &[KEY],
    reads: &[
        Field::DegreeHeld,
        Field::PreviousResult,
        Field::Level,
        Field::RequestKind,
        Field::RequestLevel,
        Field::RequestState,
        Field::AcademicYear,
        Field::RegistrationState,
        Field::GapYear,
    ],
    help: help!("CNC002"),
    examples: &[
        Example {
            title: "the request says so",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; degree_held=oui",
        },
        Example {
            title: "a DUT passed last year",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; previous_result=ADM
                   history: student_number=1; academic_year=2023-2024; level=DUT2
                   requests: student_number=1; request_kind=concordance; request_level=L2",
        },
        Example {
            title: "registered in a master before, so a licence is held",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L1
                   history: student_number=1; academic_year=2022-2023; level=M1
                   requests: student_number=1; request_kind=concordance; request_level=L1",
        },
        Example {
            title: "in the first year of master, a licence is no obstacle",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=M1
                   history: student_number=1; academic_year=2023-2024; level=L3; previous_result=ADM
                   requests: student_number=1; request_kind=concordance; request_level=M1",
        },
        Example {
            title: "a third year of licence that ended nobody knows how",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L3
                   history: student_number=1; academic_year=2022-2023; level=L3
                   requests: student_number=1; request_kind=concordance; request_level=L3",
        },
        Example {
            title: "the second year of master has its own rule",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=M2
                   requests: student_number=1; request_kind=concordance; request_level=M2; degree_held=oui",
        },
    ],
    check,
};

const KEY: &str = "concordance.degree_held";

fn check(check: &mut Check<'_>) -> Verdict {
    judge(check).unwrap_or_else(|answer| answer)
}

fn judge(check: &mut Check<'_>) -> Result<Verdict, Verdict> {
    let rows = undecided(check)?;
    if check.word(KEY).is_none() {
        return Err(not_concerned("reason-concordance-no-rule"));
    }
    let asked = asked_level(check)?;
    if asked == Level::M2 {
        return Err(not_concerned("reason-concordance-m2"));
    }
    let declared = claim(check, &rows, Field::DegreeHeld, |facts| &facts.degree_held);
    let says = Says::new(RULE.code).with("level", asked.as_str());
    if declared == Claim::Yes {
        return Ok(Verdict::Flag(says));
    }
    let past = past_degrees(check, asked);
    if !past.shown.is_empty() {
        return Ok(Verdict::Flag(says.variant("past").with("past", in_words(past.shown))));
    }
    if declared == Claim::No {
        return Ok(Verdict::Pass);
    }
    if !past.doubtful.is_empty() {
        let is_level = past.doubtful.iter().all(|(_, level)| level.is_none());
        let variant = if is_level { "level" } else { "result" };
        return Ok(Verdict::CannotTell(says.variant(variant).with("past", in_words(past.doubtful))));
    }
    if declared == Claim::NotUnderstood || !check.has_sheet(SheetKind::History) {
        return Ok(Verdict::CannotTell(says.variant("unknown")));
    }
    Ok(Verdict::Pass)
}

/// What the past registrations show of degrees.
#[derive(Default)]
struct PastDegrees {
    /// Registrations that show that a degree is held.
    shown: Vec<Held>,
    /// Those that may have given one.
    doubtful: Vec<Held>,
}

/// A past registration: year and level, as far as they are known.
type Held = (Option<AcademicYear>, Option<Level>);

fn past_degrees(check: &mut Check<'_>, asked: Level) -> PastDegrees {
    let mut degrees = PastDegrees::default();
    for past in past::held(check) {
        let level = check.read(&past.source, Field::Level, &past.level).known();
        let held = (past.academic_year, level);
        if level.is_some_and(|level| is_beyond(level, asked)) {
            degrees.shown.push(held);
            continue;
        }
        if level.is_some_and(|level| !counts(level, asked)) {
            continue;
        }
        match (past::passed(check, past), level) {
            (Some(true), Some(_)) => degrees.shown.push(held),
            (Some(false), _) => {}
            (None, _) | (Some(true), None) => degrees.doubtful.push(held),
        }
    }
    degrees
}

/// Whether being registered at a level shows that the degree before it is held already.
fn is_beyond(level: Level, asked: Level) -> bool {
    match asked.cycle() {
        Cycle::Licence | Cycle::Lycee => matches!(level.cycle(), Cycle::Master | Cycle::Doctorate),
        Cycle::Master => level.cycle() == Cycle::Doctorate,
        Cycle::Doctorate | Cycle::University => false,
    }
}

/// Whether the degree that a level gives stands in the way of the request: entering a master takes a licence already.
fn counts(level: Level, asked: Level) -> bool {
    match asked.cycle() {
        Cycle::Master => level == Level::M2,
        Cycle::Doctorate => false,
        Cycle::Licence | Cycle::Lycee | Cycle::University => level.gives_degree(),
    }
}

fn in_words(mut held: Vec<Held>) -> Arg {
    held.sort();
    held.dedup();
    let word = |(year, level): Held| {
        let known = [level.map(|level| level.to_string()), year.map(|year| year.to_string())];
        let words: Vec<String> = known.into_iter().flatten().collect();
        Arg::Text(if words.is_empty() { "?".to_owned() } else { words.join(" ") })
    };
    Arg::List(held.into_iter().map(word).collect())
}
