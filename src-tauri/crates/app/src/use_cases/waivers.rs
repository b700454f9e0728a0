//! Every finding that somebody decided not to count: those to review first.

use super::Nothing;
use crate::app::App;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::waivers::{self, WaiverStanding};
use crate::wire::{ThenNow, WaiverLine, WaiverState};
use crate::words;
use guichet_model::{Coded, Field, Language, RegistrationId};
use guichet_rules::ReviewCause;

/// Every waiver, as it stands.
pub(crate) fn waivers(app: &App, _: Nothing) -> Result<Vec<WaiverLine>, AppError> {
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    desk.keep_up()?;
    let lines = waivers::lines(desk, Veil::of(desk, language));
    Ok(lines.iter().map(|one| line(language, one)).collect())
}

/// The waivers of one file.
pub(crate) fn of_file(desk: &Desk, language: Language, id: RegistrationId) -> Vec<WaiverLine> {
    waivers::lines_of(desk, Veil::of(desk, language), id).iter().map(|one| line(language, one)).collect()
}

fn line(language: Language, of: &waivers::WaiverLine) -> WaiverLine {
    let key = of.key.clone();
    let label = match of.standing.cause() {
        Some(cause) => format!("waiver-review-{}", cause.as_str()),
        None => format!("waiver-standing-{}", of.standing.as_str()),
    };
    WaiverLine {
        id: of.waiver.registration.0,
        student_number: key.student_number.unwrap_or_default(),
        birth_name: key.birth_name.unwrap_or_default(),
        given_name: key.given_name.unwrap_or_default(),
        level: of.level.map(|level| level.as_str().to_owned()).unwrap_or_default(),
        code: of.waiver.code.clone(),
        title: words::title(language, &of.waiver.code),
        state: match of.standing {
            WaiverStanding::ToReview(_) => WaiverState::ToReview,
            WaiverStanding::Unused => WaiverState::Unused,
            WaiverStanding::Active => WaiverState::Active,
        },
        state_label: words::word(language, &label),
        expired: of.standing.cause() == Some(ReviewCause::Expired),
        told: of.told(language),
        reason: of.waiver.reason.as_str().to_owned(),
        text: of.waiver.text.clone().unwrap_or_default(),
        until: of.waiver.until.map(|day| day.to_string()),
        facts: facts(language, of),
    }
}

/// The values it was decided on beside those of now, field by field.
fn facts(language: Language, of: &waivers::WaiverLine) -> Vec<ThenNow> {
    let mut fields: Vec<Field> = Vec::new();
    for (field, _) in of.waiver.seen.iter().chain(&of.now) {
        if !fields.contains(field) {
            fields.push(*field);
        }
    }
    let said = |values: &[(Field, String)], wanted: Field| -> Vec<String> {
        let own = values.iter().filter(|(field, said)| *field == wanted && !said.is_empty());
        own.map(|(field, said)| words::understood(language, *field, said)).collect()
    };
    let line = |field: Field| ThenNow {
        label: words::field(language, field),
        then: said(&of.waiver.seen, field),
        now: said(&of.now, field),
    };
    fields.into_iter().map(line).collect()
}
