//! Cancellations, refunds and exemptions asked for.
//!
//! A refund is asked for when a registration is given up, so cancelled and resigned registrations are judged too.

pub mod refund_amount;
pub mod refund_documents;
pub mod refund_not_of_right;

use crate::context::Check;
use crate::families::not_concerned;
use crate::families::requests::attached;
use crate::verdict::Verdict;
use guichet_model::{Request, RequestKind};

/// The refund requests of the file, or why a rule on them does not concern it.
fn refunds<'a>(check: &mut Check<'a>) -> Result<Vec<&'a Request>, Verdict> {
    let requests = attached(check, RequestKind::Refund);
    if requests.is_empty() { Err(not_concerned("reason-no-refund")) } else { Ok(requests) }
}
