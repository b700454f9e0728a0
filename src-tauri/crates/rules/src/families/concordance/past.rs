//! What a person's past registrations say to a concordance. Cancelled registrations and gap years say nothing.

use crate::context::Check;
use crate::fact::Fact;
use guichet_model::{AcademicYear, Field, PastRegistration, PreviousResult, RegistrationState};

/// The registrations of earlier years, as far as the years are known, that were really held.
pub(super) fn held<'a>(check: &mut Check<'a>) -> Vec<&'a PastRegistration> {
    let (office, campaign) = (check.office, check.campaign());
    let mut held = Vec::new();
    for past in office.history_of(check.person.id) {
        let year = check.read(&past.source, Field::AcademicYear, &past.academic_year).known();
        let state = check.read(&past.source, Field::RegistrationState, &past.state);
        let gap = check.read(&past.source, Field::GapYear, &past.gap_year);
        let is_earlier = year.zip(campaign).is_none_or(|(year, campaign)| year < campaign);
        if is_earlier && state != Fact::Known(RegistrationState::Cancelled) && gap != Fact::Known(true) {
            held.push(past);
        }
    }
    held
}

/// Whether a past year was passed, by its own row or, for last year, by the roster; nothing when neither tells.
pub(super) fn passed<'a>(check: &mut Check<'a>, past: &'a PastRegistration) -> Option<bool> {
    let registration = check.registration;
    let mut result = check.read(&past.source, Field::PreviousResult, &past.result).known();
    let last = check.campaign().map(AcademicYear::previous);
    if result.is_none() && past.academic_year.is_some() && past.academic_year == last {
        result = check.fact(Field::PreviousResult, &registration.previous_result).known();
    }
    match result {
        Some(PreviousResult::FirstSession | PreviousResult::SecondSession) => Some(true),
        Some(_) => Some(false),
        None if past.state == Some(RegistrationState::Resigned) => Some(false),
        None => None,
    }
}
