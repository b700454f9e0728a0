//! Registration fees: what is expected, by level, regime, ground and rank, and what was paid.
