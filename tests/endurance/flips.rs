//! One bit of one byte is not what was written, anywhere in a workspace, its log and its backups.

use crate::bench::Bench;
use crate::trial::Trial;
use crate::{Found, guichet, how_many};
use guichet_app::access::Access;
use guichet_app::backups::{Verification, back_up, restore, verify};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// Bytes flipped when nothing is said.
const FLIPS: usize = 210;
const PERSONS: usize = 8;
const DESCRIPTOR: &str = "espace/workspace.guichet";

/// A workspace that was killed after its last operation, which is in its log alone.
struct Killed {
    trial: Trial,
    /// What it holds: how far its journal goes, and the hash of its facts.
    holds: (i64, Option<String>),
    /// What the descriptor says.
    says: Value,
    /// Its files, those flipped more often several times.
    files: Vec<String>,
}

#[test]
fn a_flipped_byte_is_told_or_changes_nothing() {
    let bench = Bench::new(PERSONS);
    let killed = Killed::of(&bench);
    let (mut found, mut tally) = (Found::default(), BTreeMap::<&str, [usize; 2]>::new());
    for number in 0..how_many("GUICHET_FLIPS", FLIPS) {
        let file = &killed.files[number % killed.files.len()];
        let trial = killed.trial.beside(&bench.folder().join("trial"));
        let at = flip(&trial.folder().join(file), number);
        match killed.judge(&trial, file) {
            Ok(told) => tally.entry(file).or_default()[usize::from(told)] += 1,
            Err(wrong) => found.push(format!("{file}, byte {at} (case {number}): {wrong}")),
        }
    }
    for (file, [same, told]) in &tally {
        eprintln!("{file}: {told} told, {same} that change nothing");
    }
    found.must_be_nothing();
}

/// Flips a bit, at places spread over the file; which byte.
fn flip(path: &Path, number: usize) -> usize {
    let mut bytes = std::fs::read(path).expect("read");
    let place = (number as f64 * 0.618_033_988_749_895).fract();
    let at = ((bytes.len() as f64 * place) as usize).min(bytes.len() - 1);
    bytes[at] ^= 1 << (number % 8);
    std::fs::write(path, bytes).expect("written");
    at
}

impl Killed {
    fn of(bench: &Bench) -> Self {
        let deed = bench.deeds.iter().find(|deed| deed.name == "import").expect("there");
        let trial = (0..100).find_map(|_| kill_after_the_commit(bench, deed)).expect("killed in time");
        let copy = trial.beside(&bench.folder().join("read"));
        let read = verification(&copy).expect("opened");
        let held = read.workspace.expect("sound");
        let backup = |number: usize| format!("espace/backups/{}", read.backups[number].0.name);
        let inner =
            |number| ["data.db", "backup.json", "workspace.guichet"].map(|file| format!("{}/{file}", backup(number)));
        let whole = ["espace/data.db", "espace/data.db-wal"];
        let mut files = [whole, whole, whole].concat().into_iter().map(str::to_owned).collect::<Vec<_>>();
        files.extend([DESCRIPTOR, "espace/workspace.head"].map(str::to_owned));
        files.extend(inner(0).into_iter().chain(inner(1)));
        Self { says: descriptor(&trial), trial, holds: (held.entries, held.state), files }
    }

    /// Whether what was flipped was told; an error when something wrong was shown, or when nothing helps.
    fn judge(&self, trial: &Trial, file: &str) -> Result<bool, String> {
        let read = verification(trial)?;
        let unsound = read.backups.iter().filter(|(_, flaw)| flaw.is_some()).count();
        if file.contains("backups/") && unsound > 1 || !file.contains("backups/") && unsound > 0 {
            return Err(format!("{unsound} backups are told to be damaged"));
        }
        let Some(error) = &read.error else {
            let held = read.workspace.ok_or("nothing was read")?;
            // Once somebody works with it, the descriptor is whole again.
            back_up(&access(trial)?).map_err(|error| format!("no backup: {error}"))?;
            let shown = descriptor(trial);
            if (held.entries, held.state) != self.holds
                || shown["name"] != self.says["name"]
                || shown["demo"] != self.says["demo"]
            {
                return Err(format!("{} operations, {}, shown as right", held.entries, shown["name"]));
            }
            return Ok(unsound > 0);
        };
        if !error.needs_rescue() {
            return Err(format!("no rescue for: {error}"));
        }
        rescue(trial, &read).map(|()| true)
    }
}

fn access(trial: &Trial) -> Result<Access, String> {
    Access::new(&trial.workspace(), None, None).map_err(|error| error.to_string())
}

/// What is read of a workspace and its backups.
fn verification(trial: &Trial) -> Result<Verification, String> {
    verify(&access(trial)?, None).map_err(|error| format!("refused: {error}"))
}

/// The newest sound backup takes the place of what is damaged.
fn rescue(trial: &Trial, read: &Verification) -> Result<(), String> {
    let sound = read.backups.iter().find(|(_, flaw)| flaw.is_none()).ok_or("no sound backup")?;
    restore(&access(trial)?, &sound.0.name, true).map_err(|error| format!("not restored: {error}"))?;
    let state = verification(trial)?.workspace.ok_or("not sound once restored")?.state;
    let expected = sound.0.record.as_ref().and_then(|record| record.state.clone());
    if state == expected { Ok(()) } else { Err("another state than the backup's".to_owned()) }
}

fn descriptor(trial: &Trial) -> Value {
    let text = std::fs::read(trial.folder().join(DESCRIPTOR)).expect("read");
    serde_json::from_slice(&text).unwrap_or_default()
}

/// A workspace killed between the commit of an import and the end of its log; nothing when it was too late.
fn kill_after_the_commit(bench: &Bench, deed: &crate::bench::Deed) -> Option<Trial> {
    let trial = Trial::of(&deed.template, &bench.folder().join("killed"));
    trial.run(&["backup".to_owned()]);
    let head = trial.workspace().join("workspace.head");
    let before = std::fs::read(&head).expect("read");
    let mut child =
        trial.command(guichet(), &deed.words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("started");
    let begun = Instant::now();
    while std::fs::read(&head).is_ok_and(|now| now == before) && begun.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_micros(200));
    }
    child.kill().expect("killed");
    child.wait().expect("ended");
    let log = std::fs::metadata(trial.workspace().join("data.db-wal")).map_or(0, |data| data.len());
    (log > 0).then_some(trial)
}
