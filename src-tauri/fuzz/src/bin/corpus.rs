//! Writes the files with which the searches begin: `fuzz-corpus FOLDER`, one folder a target.
#![allow(clippy::print_stderr, reason = "a tool of the terminal speaks in the terminal")]

use guichet_fuzz::{TARGETS, seeds::seeds};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("fuzz-corpus FOLDER");
        return ExitCode::FAILURE;
    };
    match write(folder.as_ref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> std::io::Result<()> {
    for target in TARGETS {
        let folder = folder.join(target.name);
        std::fs::create_dir_all(&folder)?;
        for (name, bytes) in seeds(target.name) {
            std::fs::write(folder.join(name), bytes)?;
        }
    }
    Ok(())
}
