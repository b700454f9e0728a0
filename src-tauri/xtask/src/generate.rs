//! `cargo xtask gen`: the window's TypeScript declarations, written from the Rust ones.

use std::process::ExitCode;

use crate::command::{cargo, must};
use crate::place::Place;

/// Writes them.
pub(crate) fn write(place: &Place) -> Result<ExitCode, String> {
    must(wire_test(place).env("GUICHET_WRITE", "1"))?;
    Ok(ExitCode::SUCCESS)
}

/// Compares the written ones.
pub(crate) fn check(place: &Place) -> Result<ExitCode, String> {
    must(wire_test(place).env_remove("GUICHET_WRITE"))?;
    Ok(ExitCode::SUCCESS)
}

/// The test of the app crate that compares, or writes when it is told to.
fn wire_test(place: &Place) -> std::process::Command {
    cargo(place, &["test", "--package", "guichet-app", "wire"])
}
