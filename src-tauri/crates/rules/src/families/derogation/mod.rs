//! Derogations: asking for one registration more than the limits.

pub mod derogation_refused;
pub mod derogation_wrong_channel;

use crate::context::Check;
use crate::families::requests::attached;
use guichet_model::{Request, RequestKind};

/// The derogation requests attached to the file.
pub(super) fn of_file<'a>(check: &mut Check<'a>) -> Vec<&'a Request> {
    attached(check, RequestKind::Derogation)
}
