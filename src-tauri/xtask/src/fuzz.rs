//! `cargo xtask fuzz`: throws at a reader or parser what a search for new paths finds, and keeps what breaks it.
//!
//! libFuzzer, whose instrumentation the stable compiler has, is built for this alone; see
//! `src-tauri/docs/adr/0013-fuzzing-on-stable.md`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::command::{cargo, words};
use crate::place::Place;

/// Seconds for each target when nothing is said.
const SECONDS: u64 = 60;
/// Memory of one target, in MB, and the seconds one input may take: those of the child reader.
const MEMORY_MB: u64 = 1_024;
const INPUT_SECONDS: u64 = 10;
/// What the compiler adds so that libFuzzer sees which edges and which comparisons an input reaches.
const INSTRUMENTS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// What the words after the verb ask for.
#[derive(Debug, PartialEq)]
struct Order {
    /// One target, or all.
    target: Option<String>,
    seconds: u64,
}

impl Order {
    fn of(words: &[&str]) -> Result<Self, String> {
        let mut order = Self { target: None, seconds: SECONDS };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--seconds" => {
                    let seconds = words.next().and_then(|seconds| seconds.parse().ok());
                    order.seconds = seconds.ok_or("--seconds wants a number")?;
                }
                target if order.target.is_none() && !target.starts_with('-') => order.target = Some(target.to_owned()),
                other => return Err(format!("`{other}` is not understood")),
            }
        }
        Ok(order)
    }
}

/// Runs one target or all of them. What breaks one is kept under the target folder, and named.
pub(crate) fn fuzz(place: &Place, words: &[&str]) -> Result<ExitCode, String> {
    let order = Order::of(words)?;
    let corpus = place.root.join("src-tauri/fuzz/corpus");
    let all = folders(&corpus)?;
    let targets = match &order.target {
        None => all,
        Some(target) if all.contains(target) => vec![target.clone()],
        Some(target) => return Err(format!("there is no target `{target}`; there are: {}", all.join(", "))),
    };
    let program = build(place)?;
    let kept = place.target.join("fuzz");
    let mut broken = Vec::new();
    for target in targets {
        if !run(&program, &target, &corpus.join(&target), &kept.join(&target), order.seconds)? {
            broken.push(target);
        }
    }
    if broken.is_empty() {
        println!("Nothing was found.");
        return Ok(ExitCode::SUCCESS);
    }
    println!("Broken: {}. What broke them is kept in {}", broken.join(", "), kept.display());
    Ok(ExitCode::FAILURE)
}

fn folders(corpus: &Path) -> Result<Vec<String>, String> {
    let listed = fs::read_dir(corpus).map_err(|error| format!("{}: {error}", corpus.display()))?;
    let mut names: Vec<String> =
        listed.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned())).collect();
    names.sort();
    Ok(names)
}

/// The program of every target, for this machine, in a folder of its own: other flags would rebuild everything.
fn build(place: &Place) -> Result<PathBuf, String> {
    let host = host()?;
    let arguments =
        ["build", "--package", "guichet-fuzz", "--features", "engine", "--bin", "fuzz", "--profile", "fuzz"];
    let mut command = cargo(place, &arguments);
    // With a target of its own the flags leave build scripts and macros alone.
    command.args(["--target", &host]).env("RUSTFLAGS", INSTRUMENTS);
    crate::command::must(&mut command)?;
    let name = format!("fuzz{}", std::env::consts::EXE_SUFFIX);
    Ok(place.target.join(host).join("fuzz").join(name))
}

/// This machine, as the compiler names it.
fn host() -> Result<String, String> {
    let output =
        Command::new("rustc").arg("-vV").output().map_err(|error| format!("rustc cannot be started: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc does not say its host".to_owned())
}

fn run(program: &Path, target: &str, seeds: &Path, kept: &Path, seconds: u64) -> Result<bool, String> {
    let corpus = kept.join("corpus");
    fs::create_dir_all(&corpus).map_err(|error| format!("{}: {error}", corpus.display()))?;
    let mut command = Command::new(program);
    command
        .env("GUICHET_FUZZ_TARGET", target)
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-timeout={INPUT_SECONDS}"))
        .arg(format!("-rss_limit_mb={MEMORY_MB}"))
        .arg(format!("-artifact_prefix={}{}", kept.display(), std::path::MAIN_SEPARATOR))
        .arg("-verbosity=0")
        .arg("-print_final_stats=1")
        .arg(&corpus)
        .arg(seeds);
    println!("\n{target}, {seconds} s\n$ {}", words(&command));
    let status = command.status().map_err(|error| format!("{} cannot be started: {error}", program.display()))?;
    Ok(status.success())
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn the_words_after_the_verb_are_a_target_and_a_time() {
        let order = |target: Option<&str>, seconds| Ok(Order { target: target.map(str::to_owned), seconds });
        assert_eq!(Order::of(&[]), order(None, 60));
        assert_eq!(Order::of(&["xls", "--seconds", "5"]), order(Some("xls"), 5));
        assert_eq!(Order::of(&["--seconds", "5"]), order(None, 5));
        for wrong in [&["--seconds"][..], &["--seconds", "x"], &["a", "b"], &["--fast"]] {
            assert!(Order::of(wrong).is_err(), "{wrong:?}");
        }
    }
}
