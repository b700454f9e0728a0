//! Every finding that somebody decided not to count: those to review first.

use super::Nothing;
use crate::app::App;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::waivers::{self, WaiverStanding};
use crate::wire::{WaiverLine, WaiverState};
use crate::words;
use guichet_model::{Language, RegistrationId};

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
        told: of.told(language),
    }
}
