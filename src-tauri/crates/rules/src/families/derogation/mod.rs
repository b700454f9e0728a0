//! Derogations: asking for one registration more than the limits.

pub mod derogation_documents;
pub mod derogation_duplicate;
pub mod derogation_late;
pub mod derogation_refused;
pub mod derogation_wrong_channel;

use crate::context::Check;
use crate::families::requests::{attached, is_for};
use crate::families::{cancelled, not_concerned};
use crate::verdict::Verdict;
use guichet_model::{Field, Level, Request, RequestKind};

/// The derogation requests attached to the file.
pub(super) fn of_file<'a>(check: &mut Check<'a>) -> Vec<&'a Request> {
    attached(check, RequestKind::Derogation)
}

/// The file's level and its derogation requests, or why a rule on them does not concern it. A level that is not known is
/// told by DRG001.
fn requested<'a>(check: &mut Check<'a>) -> Result<(Level, Vec<&'a Request>), Verdict> {
    if let Some(verdict) = cancelled(check) {
        return Err(verdict);
    }
    let Some(level) = check.registration.level else {
        let reason = if may_be_of_file(check) { "reason-derogation-level" } else { "reason-no-derogation" };
        return Err(not_concerned(reason));
    };
    let requests = of_file(check);
    if requests.is_empty() { Err(not_concerned("reason-no-derogation")) } else { Ok((level, requests)) }
}

/// Whether the person made a derogation request that would be the file's at the level it asks for. The level is read.
fn may_be_of_file(check: &mut Check<'_>) -> bool {
    let registration = check.registration;
    check.fact(Field::Level, &registration.level);
    let (office, campaign) = (check.office, check.campaign());
    let requests = office.requests_of(check.person.id);
    let mut derogations = requests.filter(|request| request.kind == Some(RequestKind::Derogation));
    derogations.any(|request| is_for(request, campaign, request.level))
}
