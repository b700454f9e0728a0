//! `cargo xtask test` and `cargo xtask e2e`: every test there is, one count at the end.

use std::fs;
use std::process::ExitCode;

use crate::browser;
use crate::command::{cargo, listen, must, npm};
use crate::count::{self, Count};
use crate::display::without_display;
use crate::packages::Purpose;
use crate::place::Place;
use crate::set_up::set_up;

/// The counts so far, and which of the suites failed.
#[derive(Default)]
struct Tally {
    sum: Count,
    failed: Vec<&'static str>,
}

impl Tally {
    /// Sets up. Where that fails no test can run, which is one failure.
    fn ready(&mut self, place: &Place) -> bool {
        let outcome = set_up(place, Purpose::Test);
        let ready = outcome.is_ok();
        if let Err(sentence) = outcome {
            self.add("set-up", Err(sentence));
        }
        ready
    }

    fn add(&mut self, suite: &'static str, outcome: Result<Count, String>) {
        let count = outcome.unwrap_or_else(|sentence| {
            eprintln!("{suite}: {sentence}");
            Count::one(false)
        });
        if count.failed > 0 {
            self.failed.push(suite);
        }
        println!("== {suite}: {} passed, {} failed\n", count.passed, count.failed);
        self.sum += count;
    }

    /// The last line is the contract of this verb.
    fn end(self) -> ExitCode {
        if !self.failed.is_empty() {
            println!("Failed: {}", self.failed.join(", "));
        }
        println!("{} passed, {} failed", self.sum.passed, self.sum.failed);
        if self.sum.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Every test.
pub(crate) fn everything(place: &Place) -> Result<ExitCode, String> {
    let mut tally = Tally::default();
    if !tally.ready(place) {
        return Ok(tally.end());
    }
    tally.add("format", check(cargo(place, &["fmt", "--all", "--check"])));
    tally.add("screens", vitest(place));
    tally.add("types of the screens", check(npm(place, &["run", "check"])));
    tally.add("workspace", workspace(place, &["test", "--workspace", "--no-fail-fast"]));
    tally.add("lints", check(lints(place)));
    tally.add("browser", browser::tests(place));
    Ok(tally.end())
}

/// The tests in the real window and in the browser.
pub(crate) fn end_to_end(place: &Place) -> Result<ExitCode, String> {
    let mut tally = Tally::default();
    if !tally.ready(place) {
        return Ok(tally.end());
    }
    tally.add("window", workspace(place, &["test", "--workspace", "--test", "window"]));
    tally.add("browser", browser::tests(place));
    Ok(tally.end())
}

/// A command that is one test: it passes when it ends well.
fn check(mut command: std::process::Command) -> Result<Count, String> {
    Ok(Count::one(listen(&mut command)?.success))
}

fn lints(place: &Place) -> std::process::Command {
    cargo(place, &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"])
}

/// Cargo's tests, the one in the real window among them.
fn workspace(place: &Place, arguments: &[&str]) -> Result<Count, String> {
    must(&mut cargo(place, &["build", "--workspace", "--bins"]))?;
    let heard = listen(without_display(&mut cargo(place, arguments)))?;
    Ok(count::of_cargo(&heard.text).or_crash(heard.success))
}

fn vitest(place: &Place) -> Result<Count, String> {
    let report = place.fresh_output("vitest")?.join("report.json");
    let json = format!("--outputFile.json={}", report.display());
    let heard = listen(&mut npm(place, &["test", "--", "--reporter=default", "--reporter=json", &json]))?;
    let text = fs::read_to_string(&report).unwrap_or_default();
    Ok(count::of_vitest(&text).or_crash(heard.success))
}
