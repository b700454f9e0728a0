//! CNC006: in the second year of master, a unit that may not be had by concordance.

use super::{asked_level, past, undecided};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Coded, Field, Level, Message, Request, Severity, UnitNature, fold_words};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CNC006",
    slug: "concordance-m2",
    family: Family::Concordance,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &[NATURES, LANGUAGE_WORDS],
    reads: &[
        Field::UnitNature, Field::LanguageMaster, Field::Units, Field::Level, Field::RequestKind, Field::RequestLevel,
        Field::RequestState, Field::PreviousResult, Field::Discipline, Field::AcademicYear, Field::RegistrationState,
        Field::GapYear,
    ],
    help: help!("CNC006"),
    examples: &[
        Example {
            title: "a unit of another nature",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=M2
                   requests: student_number=1; request_kind=concordance; request_level=M2; units=UE301; unit_nature=autre",
        },
        Example {
            title: "a language, for somebody without a language master",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=M2; field=Histoire
                   requests: student_number=1; request_kind=concordance; request_level=M2; units=Anglais; unit_nature=langue vivante; language_master=non",
        },
        Example {
            title: "a language, after a first year of language master",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=M2; field=Histoire
                   history: student_number=1; academic_year=2023-2024; level=M1; field=Langues étrangères appliquées; previous_result=ADM
                   requests: student_number=1; request_kind=concordance; request_level=M2; units=Anglais; unit_nature=langue vivante",
        },
        Example {
            title: "common core",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=M2
                   requests: student_number=1; request_kind=concordance; request_level=M2; units=UE301; unit_nature=tronc commun",
        },
        Example {
            title: "nobody wrote what the unit is",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=M2
                   requests: student_number=1; request_kind=concordance; request_level=M2; units=UE301",
        },
        Example {
            title: "another level",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=M1
                   requests: student_number=1; request_kind=concordance; request_level=M1; units=UE101; unit_nature=autre",
        },
    ],
    check,
};

const NATURES: &str = "concordance.m2.natures";
const LANGUAGE_WORDS: &str = "concordance.m2.language_words";

fn check(check: &mut Check<'_>) -> Verdict {
    judge(check).unwrap_or_else(|answer| answer)
}

fn judge(check: &mut Check<'_>) -> Result<Verdict, Verdict> {
    let rows = undecided(check)?;
    let allowed = check.words(NATURES);
    if allowed.is_empty() {
        return Err(not_concerned("reason-concordance-no-rule"));
    }
    if asked_level(check)? != Level::M2 {
        return Err(not_concerned("reason-concordance-not-m2"));
    }
    let (mut refused, mut unknown) = (Vec::new(), Vec::new());
    for row in rows {
        let unit = named(check, row);
        match judge_unit(check, row, &allowed) {
            Unit::Allowed => {}
            Unit::Refused(reason) => refused.push((unit, reason)),
            Unit::Unknown(reason) => unknown.push((unit, reason)),
        }
    }
    if !refused.is_empty() {
        return Ok(Verdict::Flag(Says::new(RULE.code).with("units", in_words(refused))));
    }
    if !unknown.is_empty() {
        return Ok(Verdict::CannotTell(Says::new(RULE.code).variant("unknown").with("units", in_words(unknown))));
    }
    Ok(Verdict::Pass)
}

/// Whether a unit may be had by concordance; otherwise the message that says why not.
enum Unit {
    Allowed,
    Refused(&'static str),
    Unknown(&'static str),
}

fn judge_unit<'a>(check: &mut Check<'a>, row: &'a Request, allowed: &[&str]) -> Unit {
    let Fact::Known(nature) = check.read(&row.source, Field::UnitNature, &row.unit_nature) else {
        return Unit::Unknown("concordance-unit-nature-unknown");
    };
    if !allowed.contains(&nature.as_str()) {
        return Unit::Refused("concordance-unit-other");
    }
    if nature != UnitNature::Language {
        return Unit::Allowed;
    }
    match check.read(&row.source, Field::LanguageMaster, &row.concordance.language_master) {
        Fact::Known(true) => Unit::Allowed,
        Fact::Known(false) => Unit::Refused("concordance-unit-language"),
        declared => match (language_master_held(check), declared) {
            (Some(true), _) => Unit::Allowed,
            (Some(false), Fact::Empty) => Unit::Refused("concordance-unit-language"),
            _ => Unit::Unknown("concordance-unit-language-unknown"),
        },
    }
}

/// Whether a past year of a master whose field has one of the rulebook's words was passed; nothing when its result is not
/// known.
fn language_master_held(check: &mut Check<'_>) -> Option<bool> {
    let words = check.words(LANGUAGE_WORDS);
    let names = |text: Option<String>| {
        let text = text.map(|text| fold_words(&text)).unwrap_or_default();
        text.split(' ').any(|word| words.contains(&word))
    };
    let mut held = Some(false);
    for past in past::held(check) {
        let level = check.read(&past.source, Field::Level, &past.level).known();
        let field = check.read(&past.source, Field::Discipline, &past.discipline).known();
        if !matches!(level, Some(Level::M1 | Level::M2)) || !names(field) {
            continue;
        }
        match past::passed(check, past) {
            Some(true) => return Some(true),
            Some(false) => {}
            None => held = None,
        }
    }
    held
}

/// The unit as written; several of one row stand together.
fn named<'a>(check: &mut Check<'a>, row: &'a Request) -> Option<String> {
    check.read(&row.source, Field::Units, &row.units).known()
}

/// Each unit with what is said of it, in the order of their names whatever the rows' order.
fn in_words(mut units: Vec<(Option<String>, &'static str)>) -> Arg {
    units.sort();
    units.dedup();
    let word = |(unit, reason): (Option<String>, &'static str)| {
        let unit = unit.map_or_else(|| Arg::from(Message::new("concordance-unit-unnamed")), Arg::Text);
        Arg::from(Message::new(reason).with("unit", unit))
    };
    Arg::List(units.into_iter().map(word).collect())
}
