//! What breaks in the middle: programs killed, writes refused, disks full, bytes flipped, no network. Each loop tries a
//! few of its cases here, and as many as it is asked for by `cargo xtask endure` (`src-tauri/docs/endurance.md`).
#![allow(clippy::expect_used, reason = "a test that cannot go on says why")]
#![allow(clippy::print_stderr, reason = "a loop says what it tried, and what it found as soon as it does")]

mod bench;
#[cfg(target_os = "linux")]
mod faults;
mod flips;
#[cfg(target_os = "linux")]
mod full_disk;
mod kills;
#[cfg(target_os = "linux")]
mod network;
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

/// What a loop finds, said as soon as it is: a loop may take an hour.
#[derive(Default)]
struct Found(Vec<String>);

impl Found {
    fn push(&mut self, wrong: String) {
        eprintln!("{wrong}");
        self.0.push(wrong);
    }

    /// Fails with everything that was found, when something was.
    fn must_be_nothing(&self) {
        assert!(self.0.is_empty(), "{} found:\n{}", self.0.len(), self.0.join("\n"));
    }
}
