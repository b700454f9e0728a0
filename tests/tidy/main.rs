//! The architecture, held by ordinary tests: who may know whom, what may live where.
#![allow(clippy::expect_used, reason = "a test that cannot go on says why")]

mod catalogue;
mod dependencies;
mod licences;
mod pictures;
mod tree;
