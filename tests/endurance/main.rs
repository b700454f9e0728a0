//! What breaks in the middle: programs killed, writes refused, disks full, bytes flipped, no network. Each loop tries a
//! few of its cases here, and as many as it is asked for by `cargo xtask endure` (`src-tauri/docs/endurance.md`).
#![allow(clippy::expect_used, reason = "a test that cannot go on says why")]

mod bench;
#[cfg(target_os = "linux")]
mod faults;
mod kills;
mod trial;

use std::process::Command;

/// How many cases a loop tries: a few, or as many as the environment says.
fn how_many(variable: &str, usually: usize) -> usize {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(usually)
}

/// The command line under test.
fn guichet() -> Command {
    Command::new(env!("CARGO_BIN_EXE_guichet-cli-under-test"))
}

/// Fails with everything a loop found, when it found something.
fn must_be_nothing(found: &[String]) {
    assert!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
}
