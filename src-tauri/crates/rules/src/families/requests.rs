//! Which requests are attached to a file.

use crate::context::Check;
use crate::fact::Fact;
use guichet_model::{AcademicYear, Field, Level, Registration, Request, RequestKind};

/// The rows of requests of a kind that are attached to the file: one without a year is the campaign's; one without a
/// level is for each of the person's registrations; one at another level is attached to none. A registration whose level
/// is not known may be at any level, so it is not left in peace.
///
/// What is read of the rows of that kind is recorded.
pub(crate) fn attached<'a>(check: &mut Check<'a>, kind: RequestKind) -> Vec<&'a Request> {
    let own = check.registration;
    attached_to(check, own, kind)
}

/// Those attached to any one of the person's registrations of the campaign's year.
pub(crate) fn attached_to<'a>(
    check: &mut Check<'a>,
    registration: &Registration,
    kind: RequestKind,
) -> Vec<&'a Request> {
    let office = check.office;
    let (campaign, level) = (check.campaign(), registration.level);
    let mut found = Vec::new();
    for request in office.requests_of(check.person.id).filter(|request| request.kind.is_none_or(|own| own == kind)) {
        let own_kind = check.read(&request.source, Field::RequestKind, &request.kind);
        let at_level = check.read(&request.source, Field::RequestLevel, &request.level);
        let is_unreadable = matches!(at_level, Fact::NotUnderstood(_)) || has_unread_year(request);
        if own_kind == Fact::Known(kind) && !is_unreadable && is_for(request, campaign, level) {
            found.push(request);
        }
    }
    found
}

/// Whether something is written for the year that is not one: then it is not the campaign's by default.
pub(crate) fn has_unread_year(request: &Request) -> bool {
    request.academic_year.is_none() && request.source.raw(Field::AcademicYear).is_some_and(|raw| !raw.is_empty())
}

/// Whether a request is for a year and level.
pub(crate) fn is_for(request: &Request, year: Option<AcademicYear>, level: Option<Level>) -> bool {
    let of_year = request.academic_year.is_none_or(|own| Some(own) == year);
    let of_level = request.level.is_none_or(|own| level.is_none_or(|level| level == own));
    of_year && of_level
}
