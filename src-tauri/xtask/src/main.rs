//! `cargo xtask VERB`: what cargo alone cannot do.
//!
//! It depends on nothing of Guichet, so that it compiles in seconds on a machine where Guichet cannot be built yet.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool of the terminal speaks in the terminal")]

mod bench;
mod browser;
mod bundle;
mod command;
mod count;
mod display;
mod endure;
mod fuzz;
mod generate;
mod packages;
mod place;
mod screens;
mod set_up;
mod start;
mod test;

use std::process::ExitCode;

use place::Place;

const USAGE: &str = "\
cargo xtask start             install what is missing, build, open the window on fictitious data
cargo xtask test              install what is missing, then run every test
cargo xtask e2e               only the tests in the real window and in the browser
cargo xtask gen [--check]     write what is generated (TypeScript declarations, licences), or compare it
cargo xtask audit             the accessibility rules over every screen and popup, in each theme and size
cargo xtask screenshots DIR   write a picture of every screen into DIR
cargo xtask pictures          write the pictures that the help and the README show
cargo xtask fuzz [TARGET] [--seconds N]
                              throw at one reader or parser, or at each, what a search for new paths finds
cargo xtask endure [LOOP] [--cycles N]
                              what is tried of one kind of mishap, or of each, many times over
cargo xtask crash | faults | flips [--cycles N]
                              the loops of that name
cargo xtask bench [FILES...]  what lists of so many files cost, 80,000 and 1,000,000 when nothing is said
cargo xtask bundle            build the installers of this platform";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(code) => code,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<ExitCode, String> {
    let place = Place::find()?;
    place.take_over()?;
    match words {
        ["start"] => start::start(&place),
        ["test"] => test::everything(&place),
        ["e2e"] => test::end_to_end(&place),
        ["gen"] => generate::write(&place),
        ["gen", "--check"] => generate::check(&place),
        ["audit"] => browser::audit(&place),
        ["screenshots", folder] => screens::take(&place, folder.as_ref()),
        ["pictures"] => screens::keep(&place),
        ["fuzz", words @ ..] => fuzz::fuzz(&place, words),
        ["endure", words @ ..] => endure::endure(&place, words),
        ["crash" | "faults" | "flips", ..] => endure::endure(&place, words),
        ["bench", sizes @ ..] => bench::bench(&place, sizes),
        ["bundle"] => bundle::bundle(&place),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        _ => Err(format!("unknown arguments: {}\n{USAGE}", words.join(" "))),
    }
}
