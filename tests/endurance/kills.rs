//! The program is killed in the middle of what it does.

use crate::bench::Bench;
use crate::trial::{Side, Trial, is_confirmed};
use crate::{Found, guichet, how_many};
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};

/// Cycles when nothing is said: two of each deed.
const CYCLES: usize = 28;
const PERSONS: usize = 40;
/// Creations killed when nothing is said.
const CREATIONS: usize = 12;

#[test]
fn a_killed_program_leaves_the_state_before_or_after_and_loses_nothing_confirmed() {
    let bench = Bench::new(PERSONS);
    let cycles = how_many("GUICHET_KILLS", CYCLES);
    let mut found = Found::default();
    let mut tally = vec![[0_usize; 3]; bench.deeds.len()];
    for cycle in 0..cycles {
        let number = cycle % bench.deeds.len();
        let deed = &bench.deeds[number];
        let trial = bench.trial(deed);
        let after = moment(cycle, deed.lasts);
        let said = kill(&trial, &deed.words, after);
        match trial.judge(deed, &said) {
            Ok(side) => tally[number][usize::from(side == Side::After)] += 1,
            Err(wrong) => found.push(format!("{} killed after {after:?} (cycle {cycle}): {wrong}", deed.name)),
        }
        tally[number][2] += usize::from(is_confirmed(&said));
    }
    for (deed, [before, after, confirmed]) in bench.deeds.iter().zip(&tally) {
        eprintln!("{}: {before} as before, {after} as after, {confirmed} confirmed", deed.name);
    }
    found.must_be_nothing();
}

#[test]
fn a_killed_creation_leaves_no_draft_once_it_is_done_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let template = Trial::empty(&folder.path().join("new"));
    let lines = "N° étudiant;Nom de naissance;Prénom;Niveau\r\n22400001;Nom;Zoé;L1";
    std::fs::write(template.folder().join("debut.csv"), lines).expect("written");
    let words = ["import", "debut.csv", "--kind", "roster", "--format", "json"].map(str::to_owned);
    let place = folder.path().join("trial");
    let begun = Instant::now();
    assert!(template.beside(&place).run(&words).status.success());
    let lasts = begun.elapsed();
    let (mut found, mut drafts) = (Found::default(), 0);
    for cycle in 0..how_many("GUICHET_KILLS", CREATIONS) {
        let trial = template.beside(&place);
        let after = moment(cycle, lasts);
        kill(&trial, &words, after);
        let is_draft = |name: std::ffi::OsString| name.to_string_lossy().starts_with(".espace.");
        let beside = std::fs::read_dir(trial.folder()).expect("listed");
        drafts += beside.filter(|entry| is_draft(entry.as_ref().expect("an entry").file_name())).count();
        let again = trial.run(&words);
        let told = || String::from_utf8_lossy(&again.stderr).into_owned();
        let sound = if again.status.success() { trial.verify().map(|_| ()) } else { Err(told()) };
        if let Err(wrong) = sound.and_then(|()| trial.has_nothing_left_over()) {
            found.push(format!("a creation killed after {after:?} (cycle {cycle}): {wrong}"));
        }
    }
    eprintln!("a creation: {drafts} drafts were left, and swept");
    found.must_be_nothing();
}

/// When to kill: everywhere in the time the deed takes and a little beyond, never twice at the same place.
fn moment(cycle: usize, lasts: Duration) -> Duration {
    // The golden section spreads however many there are evenly.
    let place = (cycle as f64 * 0.618_033_988_749_895).fract();
    lasts.mul_f64(place * 1.2)
}

fn kill(trial: &Trial, words: &[String], after: Duration) -> Output {
    let mut command = trial.command(guichet(), words);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("guichet-cli starts");
    std::thread::sleep(after);
    // One that has ended already cannot be killed: that is a case too.
    let _ = child.kill();
    child.wait_with_output().expect("it ends")
}
