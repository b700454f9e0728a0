//! Several registrations of one person in one institution: which pays in full, which pays nothing.

use super::expected::label;
use crate::context::Check;
use crate::fact::Fact;
use guichet_model::{Cents, Field, Level, PreviousResult, Registration, RegistrationId};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A registration that would pay the full fee of its level if it were alone.
pub(super) struct Candidate<'a> {
    /// Which.
    pub(super) registration: &'a Registration,
    /// Its level.
    pub(super) level: Level,
    /// The full fee of its level.
    pub(super) full: Cents,
}

impl Candidate<'_> {
    /// How it is named beside others.
    pub(super) fn label(&self) -> String {
        label(self.registration)
    }

    /// Where it stands: the highest comes first. Nothing here depends on the order of the rows.
    fn rank(&self) -> impl Ord + use<> {
        let own = self.registration;
        // Said to be paid without an amount: paid in full.
        let settled = if own.fee_settled == Some(true) { self.full } else { Cents(0) };
        let paid = own.fee_paid.unwrap_or(settled);
        let names = [&own.programme_code, &own.programme, &own.discipline, &own.component, &own.site];
        (self.full, own.main == Some(true), paid, Reverse((names.map(Clone::clone), self.level)))
    }
}

/// The registrations whose fee is not due because the person is also allowed in the year above (AJAC).
///
/// An error says that whether two of them are linked so cannot be known.
pub(super) fn lower_years<'a>(
    check: &mut Check<'a>,
    candidates: &[Candidate<'a>],
) -> Result<BTreeSet<RegistrationId>, ()> {
    let mut lower = BTreeSet::new();
    for one in candidates {
        for above in candidates.iter().filter(|above| follows(one.level, above.level)) {
            if check.word("fee.ajac") == Some("higher_year_only") && is_ajac(check, one, above)? {
                lower.insert(one.registration.id);
            }
        }
    }
    Ok(lower)
}

fn follows(level: Level, above: Level) -> bool {
    level.cycle() == above.cycle() && level.year_of_cycle() + 1 == above.year_of_cycle()
}

/// Whether either of two registrations of following years says that the year before was not wholly passed.
fn is_ajac<'a>(check: &mut Check<'a>, one: &Candidate<'a>, above: &Candidate<'a>) -> Result<bool, ()> {
    let mut unknown = false;
    for candidate in [one, above] {
        let registration = candidate.registration;
        match check.read(&registration.source, Field::PreviousResult, &registration.previous_result) {
            Fact::Known(PreviousResult::Ajac) => return Ok(true),
            Fact::Known(_) | Fact::Empty => {}
            Fact::NoColumn | Fact::NotUnderstood(_) => unknown = true,
        }
    }
    if unknown { Err(()) } else { Ok(false) }
}

/// The registration that pays in full instead of the first one; nothing when the first one does.
///
/// The highest full fee pays in full; among equals the one marked as main, else the one that paid most, else the one
/// whose programme code comes first.
pub(super) fn main_of<'c, 'a>(check: &mut Check<'a>, candidates: &'c [Candidate<'a>]) -> Option<&'c Candidate<'a>> {
    let (own, others) = candidates.split_first()?;
    let best = others.iter().max_by(|a, b| a.rank().cmp(&b.rank()))?;
    if best.full == own.full {
        for registration in [own.registration, best.registration] {
            check.read(&registration.source, Field::MainRegistration, &registration.main);
            check.read(&registration.source, Field::FeePaid, &registration.fee_paid);
            check.read(&registration.source, Field::ProgrammeCode, &registration.programme_code);
        }
    }
    (best.rank() > own.rank()).then_some(best)
}
