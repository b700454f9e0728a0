//! `cargo xtask bundle`: the installers of this platform, with `guichet-cli` beside the application.

use std::fs;
use std::process::{Command, ExitCode};

use crate::command::{cargo, must, npm};
use crate::packages::Purpose;
use crate::place::Place;
use crate::set_up::set_up;

/// The bundler, of the same line as the `tauri` crate. Only this verb needs it, so it is fetched when it is run.
const BUNDLER: &str = "@tauri-apps/cli@~2.12";

/// Builds them.
pub(crate) fn bundle(place: &Place) -> Result<ExitCode, String> {
    set_up(place, Purpose::Build)?;
    let sidecar = sidecar(place)?;
    // In the command rather than in tauri.conf.json: there, a plain `cargo build` would want the file to exist.
    let overlay = serde_json::json!({ "bundle": { "externalBin": [sidecar] } });
    let mut bundler = npm(place, &["exec", "--yes", "--package", BUNDLER, "--", "tauri", "build", "--config"]);
    must(bundler.arg(overlay.to_string()).current_dir(&place.root).env("CARGO_TARGET_DIR", &place.target))?;
    println!("The installers are in {}", place.target.join("release/bundle").display());
    Ok(ExitCode::SUCCESS)
}

/// Builds `guichet-cli` and puts it where the bundler looks: under the name given here, followed by the platform's.
fn sidecar(place: &Place) -> Result<String, String> {
    must(&mut cargo(place, &["build", "--workspace", "--bins", "--release"]))?;
    let end = std::env::consts::EXE_SUFFIX;
    let built = place.target.join("release").join(format!("guichet-cli{end}"));
    let name = place.fresh_output("sidecar")?.join("guichet-cli");
    let named = format!("{}-{}{end}", name.display(), platform()?);
    fs::copy(&built, &named).map_err(|e| format!("{} cannot be copied to {named}: {e}", built.display()))?;
    Ok(name.display().to_string())
}

/// The platform as the compiler names it, such as `x86_64-unknown-linux-gnu`.
fn platform() -> Result<String, String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("-vV").output().map_err(|e| format!("rustc cannot be started: {e}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc does not say which platform it builds for".into())
}
