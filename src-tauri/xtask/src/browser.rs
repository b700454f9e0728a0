//! The screens in a browser, against the real use cases behind a loopback bridge.

use std::path::Path;
use std::process::{Command, ExitCode};

use crate::command::{cargo, find_program, listen, must};
use crate::count::{self, Count};
use crate::packages::{BROWSERS, Purpose};
use crate::place::Place;
use crate::set_up::set_up;

/// Runs the journeys and the accessibility checks.
pub(crate) fn tests(place: &Place) -> Result<Count, String> {
    must(&mut cargo(place, &["build", "--workspace", "--bins"]))?;
    let heard = listen(&mut script(place, "run.mjs", &place.fresh_output("browser")?)?)?;
    Ok(count::of_last_line(&heard.text).or_crash(heard.success))
}

/// `cargo xtask audit`: the accessibility rules over every state of the window in every look.
pub(crate) fn audit(place: &Place) -> Result<ExitCode, String> {
    set_up(place, Purpose::Test)?;
    must(&mut cargo(place, &["build", "--workspace", "--bins"]))?;
    must(&mut script(place, "audit.mjs", &place.fresh_output("audit")?)?)?;
    Ok(ExitCode::SUCCESS)
}

/// A script of `tests/e2e/browser`, told where the bridge, the browser and the place for its pictures are.
pub(crate) fn script(place: &Place, name: &str, pictures: &Path) -> Result<Command, String> {
    let chromium = find_program(BROWSERS).ok_or("no Chromium was found: the screens cannot be tested in a browser")?;
    let mut command = Command::new("node");
    command
        .arg(place.root.join("tests/e2e/browser").join(name))
        .current_dir(&place.root)
        .env("GUICHET_BRIDGE", place.executable("bridge"))
        .env("GUICHET_CHROMIUM", chromium)
        .env("GUICHET_PICTURES", pictures);
    Ok(command)
}
