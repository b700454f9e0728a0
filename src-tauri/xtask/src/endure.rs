//! `cargo xtask endure`: what the tests try a few times of each mishap is tried many times over, counted and timed. What
//! is tried, and what was found: `src-tauri/docs/endurance.md`.

use std::process::ExitCode;
use std::time::Instant;

use crate::command::{cargo, listen};
use crate::count;
use crate::place::Place;

/// Tests that try as many cases as they are asked for.
struct Loop {
    name: &'static str,
    /// What is counted.
    cases: &'static str,
    /// How many are tried when nothing is said.
    usually: u32,
    /// The variable that asks for them.
    variable: &'static str,
    /// What cargo's `test` is told: which tests.
    tests: &'static [&'static [&'static str]],
}

/// A loop that is one and the same however often it is asked for.
const ONCE: &str = "GUICHET_ONCE";

const LOOPS: [Loop; 9] = [
    Loop {
        name: "crash",
        cases: "programs killed",
        usually: 1_000,
        variable: "GUICHET_KILLS",
        tests: &[&["--test", "endurance", "kills::"]],
    },
    Loop {
        name: "faults",
        cases: "calls refused or killed at",
        usually: u32::MAX,
        variable: "GUICHET_FAULTS",
        tests: &[&["--test", "endurance", "faults::"]],
    },
    Loop {
        name: "full-disk",
        cases: "sizes of disk for each deed",
        usually: 100,
        variable: "GUICHET_SIZES",
        tests: &[&["--test", "endurance", "full_disk::"]],
    },
    Loop {
        name: "flips",
        cases: "bytes flipped",
        usually: 10_000,
        variable: "GUICHET_FLIPS",
        tests: &[&["--test", "endurance", "flips::"]],
    },
    Loop {
        name: "workspaces",
        cases: "random workspaces backed up and put back",
        usually: 1_000,
        variable: "GUICHET_CASES",
        tests: &[&["--lib", "backup::restore_tests::a_random"]],
    },
    Loop {
        name: "journal",
        cases: "random edits of a journal, and of a copy of it",
        usually: 100_000,
        variable: "GUICHET_CASES",
        tests: &[&["--lib", "journal::tests::every_random"]],
    },
    Loop {
        name: "undo",
        cases: "random sequences of imports, undos and redos",
        usually: 1_000,
        variable: "GUICHET_CASES",
        tests: &[&["--lib", "history::properties"]],
    },
    Loop {
        name: "names",
        cases: "run with marked names, locked, purged, and blanked where others are spoken of",
        usually: 1,
        variable: ONCE,
        tests: &[&["--test", "journeys", "no_file_of_a_locked"], &["--lib", "privacy::"]],
    },
    Loop {
        name: "network",
        cases: "run without a network, and traced",
        usually: 1,
        variable: ONCE,
        tests: &[&["--test", "endurance", "network::"]],
    },
];

/// What the words after the verb ask for.
#[derive(Debug, PartialEq)]
struct Order<'a> {
    /// One loop, or all.
    name: Option<&'a str>,
    cycles: Option<u32>,
}

impl<'a> Order<'a> {
    fn of(words: &[&'a str]) -> Result<Self, String> {
        let mut order = Self { name: None, cycles: None };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--cycles" => {
                    let cycles = words.next().and_then(|cycles| cycles.parse().ok());
                    order.cycles = Some(cycles.ok_or("--cycles wants a number")?);
                }
                name if order.name.is_none() && LOOPS.iter().any(|of| of.name == name) => order.name = Some(name),
                other => {
                    let names = LOOPS.map(|of| of.name).join(", ");
                    return Err(format!("`{other}` is not understood; the loops are: {names}"));
                }
            }
        }
        Ok(order)
    }
}

/// Runs one loop or all of them, and says how long each took.
pub(crate) fn endure(place: &Place, words: &[&str]) -> Result<ExitCode, String> {
    let order = Order::of(words)?;
    let mut lines = Vec::new();
    let mut sound = true;
    for of in LOOPS.iter().filter(|of| order.name.is_none_or(|name| name == of.name)) {
        let cycles = order.cycles.unwrap_or(of.usually);
        let begun = Instant::now();
        let held = run(place, of, cycles)?;
        let asked = if cycles == u32::MAX { "all".to_owned() } else { cycles.to_string() };
        let verdict = if held { "held" } else { "BROKEN" };
        lines.push(format!(
            "{:<12}{verdict:<8}{:>8.0} s   {asked} {}",
            of.name,
            begun.elapsed().as_secs_f64(),
            of.cases
        ));
        sound &= held;
    }
    println!("\n{}", lines.join("\n"));
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether every test of a loop held.
fn run(place: &Place, of: &Loop, cycles: u32) -> Result<bool, String> {
    let mut held = true;
    for tests in of.tests {
        let mut command = cargo(place, &["test", "--workspace"]);
        command.args(*tests).args(["--", "--nocapture"]).env(of.variable, cycles.to_string());
        let heard = listen(&mut command)?;
        let count = count::of_cargo(&heard.text).or_crash(heard.success);
        held &= count.failed == 0 && count.passed > 0;
    }
    Ok(held)
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn the_words_after_the_verb_are_a_loop_and_a_number() {
        assert_eq!(Order::of(&[]), Ok(Order { name: None, cycles: None }));
        assert_eq!(Order::of(&["crash", "--cycles", "5"]), Ok(Order { name: Some("crash"), cycles: Some(5) }));
        assert_eq!(Order::of(&["--cycles", "5"]), Ok(Order { name: None, cycles: Some(5) }));
        for wrong in [&["--cycles"][..], &["--cycles", "x"], &["crash", "faults"], &["thunder"]] {
            assert!(Order::of(wrong).is_err(), "{wrong:?}");
        }
    }
}
