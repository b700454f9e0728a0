//! What is expected of a file: the amount due, with its arithmetic, or why there is none.

use super::ranking::{Candidate, lower_years, main_of};
use super::tariff::{Exemption, Tariff, tariff};
use crate::context::Check;
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::verdict::Verdict;
use guichet_model::{AcademicYear, Arg, Cents, Cycle, Field, Level, Message, Registration, fold};

/// What is expected of a file.
pub(super) enum Expected {
    /// No national fee is asked of it, and why.
    NotConcerned(Message),
    /// Exempt.
    Exempt(Exemption),
    /// This much, which may be nothing.
    Amount(Due),
    /// The rulebook does not settle it, and why.
    NotSet(Message),
    /// It cannot be known, and why.
    Unknown(Message),
    /// The ground of exemption, as written, is not understood.
    GroundUnread(String),
}

/// An amount due.
pub(super) struct Due {
    /// How much.
    pub(super) amount: Cents,
    /// How it was found, in words.
    pub(super) arithmetic: Message,
}

impl Expected {
    /// The amount, or the answer of a rule that only judges an amount.
    pub(super) fn due(self) -> Result<Due, Verdict> {
        Err(match self {
            Self::Amount(due) => return Ok(due),
            Self::NotConcerned(reason) => {
                Verdict::NotConcerned(Message::new("reason-fee-not-concerned").with("reason", reason))
            }
            Self::Exempt(exemption) => {
                Verdict::NotConcerned(Message::new("reason-fee-exempt").with("ground", exemption.why))
            }
            Self::NotSet(_) => not_concerned("reason-fee-not-set"),
            Self::Unknown(_) => not_concerned("reason-fee-unknown"),
            Self::GroundUnread(_) => not_concerned("reason-fee-ground-unread"),
        })
    }
}

/// What is expected of the file's registration.
pub(super) fn expected(check: &mut Check<'_>) -> Expected {
    let own = check.registration;
    check.word("fee.due");
    match tariff(check, own) {
        Tariff::NotConcerned(reason) => Expected::NotConcerned(reason),
        Tariff::Exempt(exemption) => Expected::Exempt(exemption),
        Tariff::NotSet(reason) => Expected::NotSet(reason),
        Tariff::Unknown(reason) => Expected::Unknown(reason),
        Tariff::GroundUnread(raw) => Expected::GroundUnread(raw),
        Tariff::LicenceReduced => auditor(check),
        Tariff::Full => of_level(check).unwrap_or_else(|otherwise| otherwise),
    }
}

/// A rate of the rulebook.
#[derive(Clone, Copy)]
struct Rate {
    cycle: Cycle,
    reduced: bool,
    year: AcademicYear,
}

impl Rate {
    fn full(level: Level, year: AcademicYear) -> Self {
        Self { cycle: level.cycle(), reduced: false, year }
    }

    /// Its amount, or that the rulebook has none.
    fn amount(self, check: &mut Check<'_>) -> Result<Cents, Expected> {
        let share = if self.reduced { "reduced" } else { "full" };
        let key = format!("fee.{}.{share}.{}", self.cycle.as_str(), self.year);
        let amount = check.number(&key);
        check.decided_by(&key);
        amount.map(Cents).ok_or_else(|| {
            Expected::NotSet(
                Message::new("reason-fee-no-amount").with("rate", self.word()).with("year", self.year.to_string()),
            )
        })
    }

    fn word(self) -> Message {
        let share = if self.reduced { "reduced" } else { "full" };
        Message::new(format!("fee-rate-{}-{share}", self.cycle.as_str()))
    }

    /// The sentence that gives an amount of this rate.
    fn arithmetic(self, sentence: &str, amount: Cents) -> Message {
        let year = self.year.to_string();
        Message::new(sentence).with("rate", self.word()).with("year", year).with("amount", amount)
    }
}

/// A free auditor pays the reduced licence rate, whatever the level.
fn auditor(check: &mut Check<'_>) -> Expected {
    let Some(year) = year_of(check) else { return no_year() };
    let rate = Rate { cycle: Cycle::Licence, reduced: true, year };
    match rate.amount(check) {
        Ok(amount) => Expected::Amount(Due { amount, arithmetic: rate.arithmetic("fee-sum-auditor", amount) }),
        Err(otherwise) => otherwise,
    }
}

/// The amount of the file's level, among the person's other registrations of the year.
fn of_level(check: &mut Check<'_>) -> Result<Expected, Expected> {
    let own = check.registration;
    let level = level_of(check, own).map_err(Expected::Unknown)?;
    let Some(year) = year_of(check) else { return Err(no_year()) };
    let rate = Rate::full(level, year);
    let full = rate.amount(check)?;
    let alone = |sentence: &str| {
        Expected::Amount(Due {
            amount: full,
            arithmetic: rate.arithmetic(sentence, full).with("level", level.as_str()),
        })
    };
    // A university's own diploma has its own fee beside the national ones.
    if level.cycle() == Cycle::University {
        return Ok(alone("fee-sum-full"));
    }
    let mut candidates = vec![Candidate { registration: own, level, full }];
    candidates.extend(others(check, year)?);
    if candidates.len() == 1 {
        return Ok(alone("fee-sum-full"));
    }
    let lower =
        lower_years(check, &candidates).map_err(|()| Expected::Unknown(Message::new("reason-fee-previous-result")))?;
    if lower.contains(&own.id) {
        check.decided_by("fee.ajac");
        return Ok(Expected::Amount(Due {
            amount: Cents(0),
            arithmetic: Message::new("fee-sum-ajac").with("level", level.as_str()).with("year", year.to_string()),
        }));
    }
    candidates.retain(|candidate| !lower.contains(&candidate.registration.id));
    if candidates.len() == 1 {
        return Ok(alone("fee-sum-full"));
    }
    match check.word("fee.second_registration") {
        None => return Err(Expected::NotSet(Message::new("reason-fee-second-not-set"))),
        Some("reduced") => {}
        Some(_) => return Ok(alone("fee-sum-full")),
    }
    let Some(main) = main_of(check, &candidates) else { return Ok(alone("fee-sum-main")) };
    let rate = Rate { reduced: true, ..rate };
    let amount = rate.amount(check)?;
    let arithmetic = rate.arithmetic("fee-sum-second", amount).with("level", level.as_str()).with("main", main.label());
    Ok(Expected::Amount(Due { amount, arithmetic }))
}

/// The person's other registrations of the year in the same institution that pay the fee of their level.
///
/// A registration whose institution is not written counts as one of the same.
fn others<'a>(check: &mut Check<'a>, year: AcademicYear) -> Result<Vec<Candidate<'a>>, Expected> {
    let (office, book, own) = (check.office, check.book, check.registration);
    let (mut found, mut unknown, mut not_set) = (Vec::new(), Vec::new(), Vec::new());
    let is_of_year = |other: &Registration| other.academic_year.or_else(|| book.academic_year()) == Some(year);
    for other in office.registrations_of(own.person).filter(|other| other.id != own.id && is_of_year(other)) {
        if !is_same_institution(check, other) {
            continue;
        }
        match tariff(check, other) {
            Tariff::NotConcerned(_) | Tariff::Exempt(_) | Tariff::LicenceReduced => {}
            Tariff::NotSet(_) => not_set.push(label(other)),
            Tariff::Unknown(_) | Tariff::GroundUnread(_) => unknown.push(label(other)),
            Tariff::Full => match level_of(check, other) {
                Err(_) => unknown.push(label(other)),
                Ok(level) if level.cycle() == Cycle::University => {}
                Ok(level) => match Rate::full(level, year).amount(check) {
                    Ok(full) => found.push(Candidate { registration: other, level, full }),
                    Err(_) => not_set.push(label(other)),
                },
            },
        }
    }
    if !unknown.is_empty() {
        return Err(Expected::Unknown(about("reason-fee-other-unknown", unknown)));
    }
    if !not_set.is_empty() {
        return Err(Expected::NotSet(about("reason-fee-other-not-set", not_set)));
    }
    Ok(found)
}

/// A sentence about registrations, in an order of their own.
fn about(sentence: &str, mut labels: Vec<String>) -> Message {
    labels.sort_unstable();
    Message::new(sentence).with("others", Arg::List(labels.into_iter().map(Arg::Text).collect()))
}

/// How a registration is named beside others: its level, and its programme's code.
pub(super) fn label(registration: &Registration) -> String {
    let level = registration.level.map(Level::as_str);
    let words: Vec<&str> = level.into_iter().chain(registration.programme_code.as_deref()).collect();
    if words.is_empty() { "?".to_owned() } else { words.join(" ") }
}

fn is_same_institution<'a>(check: &mut Check<'a>, other: &'a Registration) -> bool {
    let own = check.registration;
    let mut name = |registration: &'a Registration| {
        let known = check.read(&registration.source, Field::Institution, &registration.institution).known();
        known.map(|name| fold(&name)).filter(|name| !name.is_empty())
    };
    match (name(own), name(other)) {
        (Some(own), Some(other)) => own == other,
        _ => true,
    }
}

fn level_of<'a>(check: &mut Check<'a>, registration: &'a Registration) -> Result<Level, Message> {
    match check.read(&registration.source, Field::Level, &registration.level) {
        Fact::Known(level) => Ok(level),
        Fact::NotUnderstood(raw) => Err(Message::new("reason-fee-level-unread").with("raw", raw)),
        Fact::Empty | Fact::NoColumn => Err(Message::new("reason-level-unknown")),
    }
}

/// The academic year, recorded when the file says it.
fn year_of(check: &mut Check<'_>) -> Option<AcademicYear> {
    let own = check.registration;
    if own.source.has(Field::AcademicYear) {
        check.fact(Field::AcademicYear, &own.academic_year);
    }
    check.campaign()
}

fn no_year() -> Expected {
    Expected::Unknown(Message::new("reason-no-campaign"))
}
