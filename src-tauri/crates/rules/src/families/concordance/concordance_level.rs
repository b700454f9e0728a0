//! CNC001: the units were passed in a diploma of another level than the one asked for.

use super::{asked_level, past, undecided};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Cycle, Field, Level, Request, Severity};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CNC001",
    slug: "concordance-level",
    family: Family::Concordance,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &[KEY],
    reads: &[
        Field::UnitLevel,
        Field::RequestLevel,
        Field::Level,
        Field::RequestKind,
        Field::RequestState,
        Field::AcademicYear,
        Field::RegistrationState,
        Field::GapYear,
    ],
    help: help!("CNC001"),
    examples: &[
        Example {
            title: "units of the second year, for the first",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L1
                   requests: student_number=1; request_kind=concordance; request_level=L1; units=UE101; unit_level=L2",
        },
        Example {
            title: "a BTS counts as its year of licence",
            expected: Expected::Pass,
            text:
                "roster: student_number=1; level=L1
                   requests: student_number=1; request_kind=concordance; request_level=L1; units=UE101; unit_level=BTS1",
        },
        Example {
            title: "one past registration is equivalent",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L1
                   history: student_number=1; academic_year=2022-2023; level=L1
                   history: student_number=1; academic_year=2023-2024; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L1",
        },
        Example {
            title: "the same year of another diploma, which the page does not name",
            expected: Expected::CannotTell,
            text:
                "roster: student_number=1; level=L1
                   requests: student_number=1; request_kind=concordance; request_level=L1; units=UE101; unit_level=BUT1",
        },
        Example {
            title: "nothing says where the units were passed",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L1
                   requests: student_number=1; request_kind=concordance; request_level=L1; units=UE101",
        },
        Example {
            title: "no concordance was asked for",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L1",
        },
    ],
    check,
};

const KEY: &str = "concordance.equivalences";

fn check(check: &mut Check<'_>) -> Verdict {
    judge(check).unwrap_or_else(|answer| answer)
}

fn judge(check: &mut Check<'_>) -> Result<Verdict, Verdict> {
    let listed = check.words(KEY);
    let Ok(asked) = asked_level(check) else { return Err(without_level(check, !listed.is_empty())) };
    let rows = undecided(check)?;
    if listed.is_empty() {
        return Err(not_concerned("reason-concordance-no-rule"));
    }
    let answers: Vec<Answer> = rows.iter().map(|row| answer(check, row, asked, &listed)).collect();
    let levels = |wanted: fn(&Answer) -> Option<&BTreeSet<Level>>| -> Arg {
        let found: BTreeSet<Level> = answers.iter().filter_map(wanted).flatten().copied().collect();
        Arg::List(found.iter().map(|level| level.as_str().into()).collect())
    };
    let says = Says::new(RULE.code).with("level", asked.as_str());
    if answers.iter().any(|answer| answer.unequal().is_some()) {
        return Ok(Verdict::Flag(says.with("origins", levels(Answer::unequal))));
    }
    if answers.iter().any(|answer| answer.unlisted().is_some()) {
        let examples = Arg::List(listed.iter().map(|pair| Arg::Text(pair.replace('>', "→"))).collect());
        let says = says.variant("unlisted").with("origins", levels(Answer::unlisted)).with("examples", examples);
        return Ok(Verdict::CannotTell(says));
    }
    if answers.contains(&Answer::Unknown) {
        return Ok(Verdict::CannotTell(says.variant("origin")));
    }
    Ok(Verdict::Pass)
}

/// Without the file's level, a request cannot be compared with it, and one for a level cannot even be attached.
fn without_level(check: &mut Check<'_>, has_rule: bool) -> Verdict {
    match undecided(check).err() {
        Some(answer) if answer != not_concerned("reason-concordance-level") => answer,
        _ if !has_rule => not_concerned("reason-concordance-no-rule"),
        _ => Verdict::CannotTell(Says::new(RULE.code).variant("asked")),
    }
}

/// What one row's units answer.
#[derive(PartialEq, Eq)]
enum Answer {
    /// Passed at an equivalent level.
    Equal,
    /// Passed at these levels, none of which is equivalent.
    Unequal(BTreeSet<Level>),
    /// Passed at these levels, of which the rulebook does not say whether they are equivalent.
    Unlisted(BTreeSet<Level>),
    /// Passed nobody knows where.
    Unknown,
}

impl Answer {
    fn unequal(&self) -> Option<&BTreeSet<Level>> {
        if let Self::Unequal(levels) = self { Some(levels) } else { None }
    }

    fn unlisted(&self) -> Option<&BTreeSet<Level>> {
        if let Self::Unlisted(levels) = self { Some(levels) } else { None }
    }
}

/// The level of the row's units decides; without it, the levels of the past registrations, one of which is enough.
fn answer<'a>(check: &mut Check<'a>, row: &'a Request, asked: Level, listed: &[&str]) -> Answer {
    let (origins, doubt) = match check.read(&row.source, Field::UnitLevel, &row.unit_level) {
        Fact::Known(level) => (BTreeSet::from([level]), false),
        Fact::NotUnderstood(_) => return Answer::Unknown,
        Fact::NoColumn | Fact::Empty => past_levels(check),
    };
    let of = |wanted: Equivalence| -> BTreeSet<Level> {
        origins.iter().copied().filter(|origin| equivalence(*origin, asked, listed) == wanted).collect()
    };
    let unlisted = of(Equivalence::Unlisted);
    if !of(Equivalence::Yes).is_empty() {
        Answer::Equal
    } else if !unlisted.is_empty() {
        Answer::Unlisted(unlisted)
    } else if origins.is_empty() || doubt {
        Answer::Unknown
    } else {
        Answer::Unequal(origins)
    }
}

/// The levels of the past registrations, and whether one has a level that is not known.
fn past_levels(check: &mut Check<'_>) -> (BTreeSet<Level>, bool) {
    let mut levels = BTreeSet::new();
    let mut doubt = false;
    for past in past::held(check) {
        match check.read(&past.source, Field::Level, &past.level) {
            Fact::Known(level) => {
                levels.insert(level);
            }
            Fact::NoColumn | Fact::Empty | Fact::NotUnderstood(_) => doubt = true,
        }
    }
    (levels, doubt)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Equivalence {
    Yes,
    No,
    /// The same year of another diploma, which is not among the rulebook's examples.
    Unlisted,
}

fn equivalence(origin: Level, asked: Level, listed: &[&str]) -> Equivalence {
    let pair = |entry: &&str| {
        entry.split_once('>').map(|(from, to)| (Level::from_name(from.trim()), Level::from_name(to.trim())))
    };
    if origin == asked || listed.iter().filter_map(pair).any(|pair| pair == (Some(origin), Some(asked))) {
        return Equivalence::Yes;
    }
    if cycle(origin) == cycle(asked) && origin.year_of_cycle() == asked.year_of_cycle() {
        Equivalence::Unlisted
    } else {
        Equivalence::No
    }
}

/// A BTS, though taught in a lycée, is compared with the years of licence.
fn cycle(level: Level) -> Cycle {
    match level.cycle() {
        Cycle::Lycee => Cycle::Licence,
        cycle => cycle,
    }
}
