//! Derogations: asking for one registration more than the limits.

pub mod derogation_documents;
pub mod derogation_duplicate;
pub mod derogation_late;
pub mod derogation_refused;
pub mod derogation_wrong_channel;

use crate::context::Check;
use crate::families::requests::attached;
use crate::families::{cancelled, not_concerned};
use crate::verdict::Verdict;
use guichet_model::{Instant, Level, Request, RequestKind, cut_to_minute};

/// The derogation requests attached to the file.
pub(super) fn of_file<'a>(check: &mut Check<'a>) -> Vec<&'a Request> {
    attached(check, RequestKind::Derogation)
}

/// The requests attached to the file that an extract tells of, or why no rule on how they were made concerns it: a derogation
/// entered at the desk alone is a decision without a request to judge.
fn asked<'a>(check: &mut Check<'a>) -> Result<Vec<&'a Request>, Verdict> {
    let mut requests = of_file(check);
    if requests.is_empty() {
        return Err(not_concerned("reason-no-derogation"));
    }
    requests.retain(|request| !request.source.is_only_by_hand());
    if requests.is_empty() { Err(not_concerned("reason-derogation-entered")) } else { Ok(requests) }
}

/// The file's level and its derogation requests, or why a rule on them does not concern it. A level that is not known is
/// told by DRG001.
fn requested<'a>(check: &mut Check<'a>) -> Result<(Level, Vec<&'a Request>), Verdict> {
    if let Some(verdict) = cancelled(check) {
        return Err(verdict);
    }
    let requests = asked(check)?;
    match check.registration.level {
        None => Err(not_concerned("reason-derogation-level")),
        Some(level) => Ok((level, requests)),
    }
}

/// The last minute in which a derogation can still be asked for at the file's level, when that is known.
pub(crate) fn open_until(check: &mut Check<'_>) -> Option<Instant> {
    let deadline = derogation_late::deadline(check, check.registration.level?)?;
    (cut_to_minute(check.as_of) <= deadline).then_some(deadline)
}
