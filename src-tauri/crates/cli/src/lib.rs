//! `guichet-cli`: the same engine as the window, without one. Its arguments, outputs and exit codes are an outward
//! contract, changed only by adding.

mod argument_values;
mod arguments;
mod commands;
mod output;

use arguments::{Arguments, Command};
use clap::Parser;
use std::path::Path;
use std::process::ExitCode;

/// The hidden first argument that makes this program the capped reader of one foreign file.
const READER: &str = "__read";

/// Nothing blocks.
const NOTHING_BLOCKS: u8 = 0;
/// At least one blocking flag.
const BLOCKED: u8 = 1;
/// A file could not be read, or an argument is wrong. Outranks the former.
const BAD_INPUT: u8 = 2;
/// The program could not do its work.
const INTERNAL: u8 = 3;

/// Runs the command line of this process.
#[must_use]
pub fn run() -> ExitCode {
    guichet_app::forbid_core_dumps();
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().collect();
    if let [_, first, path] = arguments.as_slice()
        && first == READER
    {
        return ExitCode::from(u8::try_from(guichet_app::run_child_reader(Path::new(path))).unwrap_or(INTERNAL));
    }
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are answers; anything else is a wrong argument.
            let code = if error.use_stderr() { BAD_INPUT } else { NOTHING_BLOCKS };
            return if error.print().is_ok() { ExitCode::from(code) } else { ExitCode::from(INTERNAL) };
        }
    };
    ExitCode::from(dispatch(arguments.command))
}

fn dispatch(command: Command) -> u8 {
    let language = command.language();
    if let Err(error) = command.allow_outputs() {
        return output::fail(&error, language);
    }
    let outcome = match command {
        Command::Check(check) => commands::check::run(&check),
        Command::Rules(rules) => commands::rules::run(&rules),
        Command::Rulebook(rulebook) => commands::rulebook::run(&rulebook),
        Command::Demo(demo) => commands::demo::run(&demo),
        Command::History(history) => commands::history::run(&history),
        Command::Undo(undo) => commands::undo::run(&undo),
        Command::Import(import) => commands::import::run(&import),
        Command::Backup(backup) => commands::backup::run(&backup),
        Command::Restore(restore) => commands::restore::run(&restore),
        Command::Verify(verify) => commands::verify::run(&verify),
        Command::Inspect(inspect) => commands::inspect::run(&inspect),
        Command::Waive(waive) => commands::waive::run(&waive),
        Command::Unwaive(unwaive) => commands::waive::take_away(&unwaive),
        Command::Decide(decide) => commands::decide::run(&decide),
        Command::Waivers(waivers) => commands::waivers::run(&waivers),
        Command::Report(report) => commands::report::run(&report),
        Command::Export(export) => commands::export::run(&export),
        Command::Purge(purge) => commands::purge::run(&purge),
        Command::ExportPerson(person) => commands::export_person::run(&person),
        Command::Simulate(simulate) => commands::simulate::run(&simulate),
        Command::Protect(protect) => commands::protect::protect(&protect),
        Command::Unprotect(unprotect) => commands::protect::unprotect(&unprotect),
        Command::Account(account) => commands::account::run(&account),
    };
    outcome.unwrap_or_else(|error| output::fail(&error, language))
}
