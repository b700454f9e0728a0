//! The contribution to student and campus life: who owes it, and whether the certificate stands.
//!
//! Owing the contribution, being exempt from it and being exempt from fees are three different things. An exempt
//! student still needs a certificate.

pub mod certificate_after_registration;
pub mod certificate_identity_differs;
pub mod certificate_malformed;
pub mod certificate_missing;
pub mod certificate_not_concerned;
pub mod certificate_other_year;
pub mod certificate_shared;
pub mod certificate_state_invalid;
pub mod contribution_paid_though_exempt;
pub mod exemption_conditional;
pub mod exemption_ground_refused;
pub mod liability_unknown;
pub mod to_verify;

mod certificates;
mod liability;

use crate::context::Check;
use crate::families::{cancelled, not_concerned};
use crate::verdict::Verdict;
use guichet_model::Message;
use liability::{Liability, liability};

/// The answer of a rule that concerns only persons from whom a number is expected, when none is expected from this one.
fn unless_expected(check: &mut Check<'_>) -> Option<Verdict> {
    if let Some(verdict) = cancelled(check) {
        return Some(verdict);
    }
    match liability(check) {
        Liability::Expected => None,
        Liability::NotConcerned(reason) => {
            Some(Verdict::NotConcerned(Message::new("reason-cvec-not-concerned").with("reason", reason)))
        }
        Liability::Unknown(_) => Some(not_concerned("reason-cvec-unknown")),
    }
}
