//! Cancellations, refunds and exemptions asked for.
