//! Derogations: asking for one registration more than the limits.

pub mod derogation_refused;
pub mod derogation_wrong_channel;

use crate::context::Check;
use crate::fact::Fact;
use guichet_model::{Field, Level, Request, RequestKind};

/// The derogation requests attached to a registration: without a year they are the campaign's, without a level they are
/// for each of the person's registrations.
pub(super) fn of_file<'a>(check: &mut Check<'a>, level: Level) -> Vec<&'a Request> {
    let office = check.office;
    let campaign = check.campaign();
    let mut attached = Vec::new();
    for request in office.requests_of(check.person.id) {
        let kind = check.read(&request.source, Field::RequestKind, &request.kind);
        let year = request.academic_year.is_none_or(|year| Some(year) == campaign);
        let level_fits = match check.read(&request.source, Field::RequestLevel, &request.level) {
            Fact::Known(asked) => asked == level,
            Fact::Empty | Fact::NoColumn => true,
            Fact::NotUnderstood(_) => false,
        };
        if kind == Fact::Known(RequestKind::Derogation) && year && level_fits {
            attached.push(request);
        }
    }
    attached
}
