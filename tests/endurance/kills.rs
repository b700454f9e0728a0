//! The program is killed in the middle of what it does.

use crate::bench::{Bench, Deed};
use crate::trial::{Side, Trial, is_confirmed};
use crate::{Found, guichet, how_many};
use std::process::{Output, Stdio};
use std::time::Duration;

/// Cycles when nothing is said: three of each deed.
const CYCLES: usize = 21;
const PERSONS: usize = 40;

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
        let after = moment(cycle, deed);
        let said = kill(&trial, deed, after);
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

/// When to kill: everywhere in the time the deed takes and a little beyond, never twice at the same place.
fn moment(cycle: usize, deed: &Deed) -> Duration {
    // The golden section spreads however many there are evenly.
    let place = (cycle as f64 * 0.618_033_988_749_895).fract();
    deed.lasts.mul_f64(place * 1.2)
}

fn kill(trial: &Trial, deed: &Deed, after: Duration) -> Output {
    let mut command = trial.command(guichet(), &deed.words);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("guichet-cli starts");
    std::thread::sleep(after);
    // One that has ended already cannot be killed: that is a case too.
    let _ = child.kill();
    child.wait_with_output().expect("it ends")
}
