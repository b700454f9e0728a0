//! Registration fees: what is expected, by level, regime, ground and rank, and what was paid.

pub mod fee_amount_differs;
pub mod fee_amount_not_set;
pub mod fee_exemption_unproven;
pub mod fee_paid_though_exempt;
pub mod fee_unpaid;

mod claim;
mod expected;
mod paid;
mod ranking;
mod tariff;

use guichet_model::Field;

/// What the expectation of a file is read from in the rulebook.
const KEYS: &[&str] = &[
    "fee.due",
    "fee.licence.",
    "fee.master.",
    "fee.doctorate.",
    "fee.university.",
    "fee.regime.",
    "fee.exchange.",
    "fee.scholarship.",
    "fee.ground.",
    "fee.second_registration",
    "fee.ajac",
    "fee.instalments.first_share",
    "fee.proof.",
];

/// What the expectation of a file, what was paid and what proves an exemption are read from.
const READS: [Field; 21] = [
    Field::FeePaid,
    Field::FeeDue,
    Field::PaymentPlan,
    Field::Level,
    Field::AcademicYear,
    Field::Regime,
    Field::Exchange,
    Field::Scholarship,
    Field::ExemptionGround,
    Field::RegisteredAt,
    Field::RegistrationState,
    Field::PreviousResult,
    Field::Institution,
    Field::ProgrammeCode,
    Field::MainRegistration,
    Field::RequestKind,
    Field::RequestLevel,
    Field::RequestState,
    Field::DocumentKind,
    Field::DocumentState,
    Field::DocumentExpiry,
];

/// The same facts, the one that decides first.
const fn led_by(first: Field) -> [Field; READS.len()] {
    let mut reads = READS;
    let mut at = 0;
    while at < reads.len() {
        if reads[at] as usize == first as usize {
            reads[at] = reads[0];
            reads[0] = first;
        }
        at += 1;
    }
    reads
}
