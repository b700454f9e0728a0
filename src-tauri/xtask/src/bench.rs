//! `cargo xtask bench`: what lists of many files cost, in the application and in the window. What was found:
//! `src-tauri/docs/performance.md`.

use std::process::{Command, ExitCode};

use crate::browser;
use crate::command::{cargo, must, npm};
use crate::packages::Purpose;
use crate::place::Place;
use crate::set_up::set_up;

/// The sizes of the workspaces when none is said; the window is measured on the first.
const SIZES: [&str; 2] = ["80000", "1000000"];

/// Builds as for a release, makes the workspaces that are not there, and measures.
pub(crate) fn bench(place: &Place, sizes: &[&str]) -> Result<ExitCode, String> {
    let sizes = if sizes.is_empty() { &SIZES } else { sizes };
    if let Some(wrong) = sizes.iter().find(|size| !size.parse::<u32>().is_ok_and(|files| files > 1)) {
        return Err(format!("`{wrong}` is no number of files"));
    }
    set_up(place, Purpose::Test)?;
    let programs = ["--bin", "bridge", "--bin", "guichet-cli", "--bin", "bench"];
    must(cargo(place, &["build", "--release", "--workspace"]).args(programs))?;
    let folder = place.target.join("xtask").join("bench");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{} cannot be created: {e}", folder.display()))?;
    must(Command::new(place.release("bench")).arg(&folder).args(sizes))?;
    let plain = place.fresh_output("bench-plain")?;
    must(npm(place, &["exec", "vite", "build", "--", "--config", "bench/vite.config.ts", "--outDir"]).arg(&plain))?;
    let mut window = browser::script(place, "bench.mjs", &folder)?;
    let first = sizes.first().copied().unwrap_or_default();
    must(window.env("GUICHET_BRIDGE", place.release("bridge")).arg(folder.join(first).join("data")).arg(&plain))?;
    Ok(ExitCode::SUCCESS)
}
