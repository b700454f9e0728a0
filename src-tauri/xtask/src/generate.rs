//! `cargo xtask gen`: what is written by a program and committed. The window's TypeScript declarations come from the Rust
//! ones, the list of licences from the lock files.

use std::process::ExitCode;

use crate::command::{cargo, must};
use crate::place::Place;

/// Writes them.
pub(crate) fn write(place: &Place) -> Result<ExitCode, String> {
    for test in tests(place).iter_mut() {
        must(test.env("GUICHET_WRITE", "1"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Compares the written ones.
pub(crate) fn check(place: &Place) -> Result<ExitCode, String> {
    for test in tests(place).iter_mut() {
        must(test.env_remove("GUICHET_WRITE"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The tests that compare, or write when they are told to: what the list of licences makes comes before what includes it.
fn tests(place: &Place) -> [std::process::Command; 2] {
    [
        cargo(place, &["test", "--package", "acceptance", "--test", "tidy", "licences"]),
        cargo(place, &["test", "--package", "guichet-app", "wire"]),
    ]
}
