//! Counting registrations against the limits of the rulebook.
//!
//! In a limit an academic year counts once, even when it holds two of its levels. The campaign's year is the requested
//! registration. Cancelled registrations and gap years do not count, resigned ones do. Institution and field of past
//! years do not matter. A past year without a level may count once more where it does not already count: that is doubt.

use crate::context::Check;
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::rulebook::Limit;
use crate::verdict::Verdict;
use guichet_model::{
    AcademicYear, Field, Level, Message, PastRegistration, RegistrationState, RequestState, SheetKind, fold_words,
};
use std::collections::{BTreeMap, BTreeSet};

/// One limit, counted.
pub(super) struct LimitCount {
    /// The limit's key in the rulebook.
    pub(super) key: String,
    /// The levels counted together, as one writes them.
    pub(super) levels: String,
    /// How many are allowed.
    pub(super) most: u32,
    /// What counts, the requested registration included: year and level.
    pub(super) counted: Vec<(String, Level)>,
    /// How many more could count.
    pub(super) doubtful: usize,
    /// Whether the limit may not concern the file: its field is not known.
    pub(super) field_unknown: bool,
}

impl LimitCount {
    pub(super) fn total(&self) -> usize {
        self.counted.len()
    }

    fn allows(&self, count: usize) -> bool {
        u32::try_from(count).is_ok_and(|count| count <= self.most)
    }

    /// Surely more than allowed.
    pub(super) fn is_over(&self) -> bool {
        !self.field_unknown && !self.allows(self.total())
    }

    /// Perhaps more than allowed, not surely.
    pub(super) fn could_be_over(&self) -> bool {
        !self.is_over() && !self.allows(self.total() + self.doubtful)
    }

    /// Exactly as many as allowed. A limit of one is used up by every registration, which says nothing.
    pub(super) fn is_used_up(&self) -> bool {
        !self.field_unknown && self.most > 1 && usize::try_from(self.most).is_ok_and(|most| most == self.total())
    }
}

/// Every limit of a file, counted.
pub(super) struct Counted {
    /// The limits of the requested level.
    pub(super) limits: Vec<LimitCount>,
    /// Whether a history sheet was given at all.
    pub(super) history_given: bool,
    /// Whether a granted derogation covers the registration.
    pub(super) derogation: bool,
}

impl Counted {
    pub(super) fn is_over(&self) -> bool {
        self.limits.iter().any(LimitCount::is_over)
    }

    /// No limit is surely exceeded, but one could be, or nothing is known of the past.
    pub(super) fn is_in_doubt(&self) -> bool {
        !self.is_over() && (!self.history_given || self.limits.iter().any(LimitCount::could_be_over))
    }
}

/// Why nothing was counted.
pub(super) enum Uncounted {
    /// The registration was cancelled.
    Cancelled,
    /// No limit concerns the file, and why.
    NoLimit(Message),
    /// The requested level is not known.
    LevelUnknown,
}

impl Uncounted {
    /// The answer of a rule on limits; without a level, the rules differ.
    pub(super) fn answer(self, level_unknown: Verdict) -> Verdict {
        match self {
            Self::Cancelled => not_concerned("reason-cancelled"),
            Self::NoLimit(reason) => Verdict::NotConcerned(reason),
            Self::LevelUnknown => level_unknown,
        }
    }
}

/// Counts the file's registrations against every limit of its level.
pub(super) fn count_registrations(check: &mut Check<'_>) -> Result<Counted, Uncounted> {
    if check.registration.is_cancelled() {
        return Err(Uncounted::Cancelled);
    }
    let registration = check.registration;
    let Fact::Known(level) = check.fact(Field::Level, &registration.level) else {
        check.word("repeats.limited");
        return Err(Uncounted::LevelUnknown);
    };
    let limits = limits_of(check, level);
    if limits.is_empty() {
        return Err(Uncounted::NoLimit(Message::new("reason-no-limit").with("level", level.as_str())));
    }
    let history_given = check.has_sheet(SheetKind::History);
    let past = past(check);
    let limits = limits.iter().map(|(limit, unsure)| count(check, level, limit, *unsure, &past)).collect();
    Ok(Counted { limits, history_given, derogation: has_granted_derogation(check) })
}

/// The limits of a level, with whether it is unknown that the limit's field is the file's.
fn limits_of<'a>(check: &mut Check<'a>, level: Level) -> Vec<(&'a Limit, bool)> {
    let book = check.book;
    let mut limits = Vec::new();
    for (_, limit) in book.limits().filter(|(_, limit)| limit.levels.contains(&level)) {
        let field_unknown = match &limit.discipline {
            None => false,
            Some(wanted) => match names_discipline(check, wanted) {
                Some(true) => false,
                Some(false) => continue,
                None => true,
            },
        };
        check.cite(&limit.cite);
        limits.push((limit, field_unknown));
    }
    limits
}

/// Whether a word of the field, of the programme's label or of the level as written names a field of study; `None` when
/// the file has neither field nor label.
fn names_discipline(check: &mut Check<'_>, wanted: &str) -> Option<bool> {
    let registration = check.registration;
    let field = check.fact(Field::Discipline, &registration.discipline).known();
    let label = check.fact(Field::Programme, &registration.programme).known();
    let level = registration.source.raw(Field::Level).unwrap_or_default();
    let names = |text: &str| fold_words(text).split(' ').any(|word| word == wanted);
    if field.as_deref().is_some_and(names) || label.as_deref().is_some_and(names) || names(&level) {
        return Some(true);
    }
    (field.is_some() || label.is_some()).then_some(false)
}

/// One past year of a person: the levels held, and whether a row might hold one more.
#[derive(Default)]
struct PastYear {
    levels: BTreeSet<Level>,
    unsure: bool,
}

/// What is known of the past.
#[derive(Default)]
struct Past {
    /// The years that count.
    years: BTreeMap<AcademicYear, PastYear>,
    /// The levels of the rows whose year is not known: each may be a year of its own.
    undated: Vec<Option<Level>>,
}

/// The past registrations that count, or may.
fn past(check: &mut Check<'_>) -> Past {
    let campaign = check.campaign();
    let office = check.office;
    let mut known = Past::default();
    for row in office.history_of(check.person.id) {
        let year = check.read(&row.source, Field::AcademicYear, &row.academic_year).known();
        if year.is_some() && year >= campaign {
            continue;
        }
        let Some(sure) = counts(check, row) else { continue };
        let level = check.read(&row.source, Field::Level, &row.level).known();
        let Some(year) = year else {
            known.undated.push(level);
            continue;
        };
        let past = known.years.entry(year).or_default();
        match level {
            Some(level) if sure => {
                past.levels.insert(level);
            }
            _ => past.unsure = true,
        }
    }
    known
}

/// Whether a past registration counts; `None` when it does not, `Some(false)` when that cannot be known.
fn counts<'a>(check: &mut Check<'a>, row: &'a PastRegistration) -> Option<bool> {
    let state = check.read(&row.source, Field::RegistrationState, &row.state);
    let gap = check.read(&row.source, Field::GapYear, &row.gap_year);
    if state == Fact::Known(RegistrationState::Cancelled) || gap == Fact::Known(true) {
        return None;
    }
    let unknown = matches!(state, Fact::NotUnderstood(_)) || matches!(gap, Fact::NotUnderstood(_));
    Some(!unknown)
}

fn count(check: &Check<'_>, level: Level, limit: &Limit, field_unknown: bool, past: &Past) -> LimitCount {
    let mut counted = Vec::new();
    let may_count = |level: &&Option<Level>| level.is_none_or(|level| limit.levels.contains(&level));
    let mut doubtful = past.undated.iter().filter(may_count).count();
    for (year, held) in &past.years {
        match held.levels.iter().find(|level| limit.levels.contains(level)) {
            Some(level) => counted.push((year.to_string(), *level)),
            None if held.unsure => doubtful += 1,
            None => {}
        }
    }
    counted.push((check.campaign().map(|year| year.to_string()).unwrap_or_default(), level));
    LimitCount {
        key: limit.key.clone(),
        levels: limit.levels_text(),
        most: limit.most,
        counted,
        doubtful,
        field_unknown,
    }
}

/// Whether a derogation was granted for the level and year, however it was asked for.
fn has_granted_derogation(check: &mut Check<'_>) -> bool {
    crate::families::derogation::of_file(check).iter().any(|request| {
        check.read(&request.source, Field::RequestState, &request.state) == Fact::Known(RequestState::Granted)
    })
}
