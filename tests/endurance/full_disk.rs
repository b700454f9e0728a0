//! A disk that is full, a little later each time.

use crate::bench::{Bench, Deed};
use crate::trial::{Side, Trial};
use crate::{Found, how_many};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, ExitStatus, Output, Stdio};

/// Sizes tried for each deed when nothing is said.
const SIZES: usize = 3;
const PERSONS: usize = 8;
/// What is tried beyond what the workspace fills: the place that the largest deed takes, and a little more.
const BEYOND: usize = 3 << 20;
const PAGE: usize = 4096;
/// A disk of this many bytes, with a workspace on it to which something is done; what is left is taken off it.
const SCRIPT: &str = r#"
    mount -t tmpfs -o size=$SIZE none disk
    for file in *; do [ "$file" = disk ] || cp -R "$file" disk; done
    code=0; (cd disk; "$@" --db espace) || code=$?
    for file in *; do [ "$file" = disk ] || rm -rf "$file"; done
    cp -R disk/. .
    exit $code"#;

#[test]
fn a_disk_that_fills_up_leaves_the_state_before_or_after() {
    if let Err(reason) = can_mount() {
        eprintln!("not tried: {reason}");
        return;
    }
    let bench = Bench::new(PERSONS);
    let sizes = how_many("GUICHET_SIZES", SIZES);
    let mut found = Found::default();
    for deed in &bench.deeds {
        let (filled, mut sides) = (length(&deed.template), [0; 2]);
        for number in 0..sizes {
            let trial = bench.trial(deed);
            let size = filled + (number * BEYOND / sizes).next_multiple_of(PAGE);
            let said = on_disk_of(size, &trial, deed);
            match trial.judge(deed, &said).and_then(|side| told(&said).map(|()| side)) {
                Ok(side) => sides[usize::from(side == Side::After)] += 1,
                Err(wrong) => found.push(format!("{} on {size} bytes: {wrong}", deed.name)),
            }
        }
        eprintln!("{}: {} as before, {} as after", deed.name, sides[0], sides[1]);
    }
    found.must_be_nothing();
}

/// In a name space of its own, where whoever runs this may mount.
fn apart() -> Command {
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-ec"]);
    command
}

fn can_mount() -> Result<(), String> {
    let folder = tempfile::tempdir().expect("a folder");
    let mount = "mount -t tmpfs -o size=64k none .";
    match apart().arg(mount).current_dir(folder.path()).stderr(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err("a disk in memory may not be mounted here".to_owned()),
        Err(error) => Err(format!("unshare cannot be started ({error})")),
    }
}

fn on_disk_of(size: usize, trial: &Trial, deed: &Deed) -> Output {
    std::fs::create_dir(trial.folder().join("disk")).expect("made");
    let mut command = apart();
    command.args([SCRIPT, "sh", env!("CARGO_BIN_EXE_guichet-cli-under-test")]).args(&deed.words);
    command.env("SIZE", size.to_string()).env("TMPDIR", trial.folder().join("disk/tmp")).current_dir(trial.folder());
    command.output().expect("unshare starts")
}

/// What a folder fills of a disk: whole pages, one more for each file and folder.
fn length(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("listed").map(|entry| entry.expect("an entry").path());
    let whole = |path: &Path| match std::fs::metadata(path).expect("there") {
        data if data.is_dir() => length(path),
        data => usize::try_from(data.len()).expect("small").next_multiple_of(PAGE),
    };
    entries.map(|path| PAGE + whole(&path)).sum()
}

/// Whether a full disk is what was told.
fn told(said: &Output) -> Result<(), String> {
    let text = String::from_utf8_lossy(&said.stderr);
    let full = text.contains("place");
    if said.status == ExitStatus::from_raw(0) || full { Ok(()) } else { Err(format!("not told: {text:?}")) }
}
