//! Each call by which the program reaches the disk fails in turn, once and for ever, or is where the program is killed:
//! SQLite's own calls and those of the file layer alike.

use crate::bench::{Bench, Deed};
use crate::trial::{Side, Trial, is_confirmed};
use crate::{Found, how_many};
use std::collections::BTreeMap;
use std::process::{Command, Output, Stdio};

/// Cases when nothing is said, of some thousands.
const CASES: usize = 60;
const PERSONS: usize = 8;
/// The calls that change what is on the disk or open it, and what the system says when one fails.
const CALLS: [(&str, &str); 9] = [
    ("pwrite64", "ENOSPC"),
    ("write", "ENOSPC"),
    ("ftruncate", "ENOSPC"),
    ("mkdir", "ENOSPC"),
    ("fsync", "EIO"),
    ("fdatasync", "EIO"),
    ("rename", "EIO"),
    ("unlink", "EIO"),
    ("openat", "EACCES"),
];
/// Reading changes nothing: every tenth is enough, and nobody needs to be killed there.
const READING: (&str, &str) = ("pread64", "EIO");
const OF_READINGS: usize = 10;

#[derive(Clone, Copy)]
enum Fault {
    Once,
    ForEver,
    Killed,
}

/// A call to fail: of which deed, which one, and how.
struct Case<'a> {
    deed: &'a Deed,
    call: &'static str,
    error: &'static str,
    number: usize,
    fault: Fault,
}

impl Case<'_> {
    /// What the tracer is told.
    fn injection(&self) -> String {
        let Self { call, error, number, fault, .. } = self;
        match fault {
            Fault::Once => format!("inject={call}:error={error}:when={number}"),
            Fault::ForEver => format!("inject={call}:error={error}:when={number}+"),
            Fault::Killed => format!("inject={call}:signal=SIGKILL:when={number}"),
        }
    }
}

#[test]
fn whichever_call_fails_the_state_is_the_one_before_or_the_one_after() {
    if let Err(reason) = can_trace() {
        eprintln!("not tried: {reason}");
        return;
    }
    let bench = Bench::new(PERSONS);
    let all: Vec<Case<'_>> = bench.deeds.iter().flat_map(|deed| cases(&bench, deed)).collect();
    assert!(all.len() > 1_000, "only {} calls were seen", all.len());
    let tried = how_many("GUICHET_FAULTS", CASES).clamp(1, all.len());
    let (mut found, mut tally) = (Found::default(), BTreeMap::<&str, [usize; 3]>::new());
    for number in 0..tried {
        let case = &all[number * all.len() / tried];
        let trial = bench.trial(case.deed);
        let said = run(&trial, case.deed, &["-e", &case.injection(), "-e", &format!("trace={}", case.call)]);
        let counts = tally.entry(case.deed.name).or_default();
        match trial.judge(case.deed, &said).and_then(|side| told(case, &said).map(|()| side)) {
            Ok(side) => counts[usize::from(side == Side::After)] += 1,
            Err(wrong) => found.push(format!("{}, {}: {wrong}", case.deed.name, case.injection())),
        }
        counts[2] += usize::from(is_confirmed(&said));
    }
    for (deed, [before, after, confirmed]) in &tally {
        eprintln!("{deed}: {before} as before, {after} as after, {confirmed} confirmed");
    }
    eprintln!("{tried} of {} cases", all.len());
    found.must_be_nothing();
}

/// Whether this system lets a program be traced.
pub(crate) fn can_trace() -> Result<(), String> {
    let mut tracer = Command::new("strace");
    match tracer.args(["-f", "-qq", "-e", "trace=none", "true"]).stderr(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err("strace is not permitted here".to_owned()),
        Err(error) => Err(format!("strace cannot be started ({error})")),
    }
}

/// Runs a deed under the tracer.
pub(crate) fn run(trial: &Trial, deed: &Deed, options: &[&str]) -> Output {
    let mut tracer = Command::new("strace");
    tracer.args(["-f", "-qq", "--seccomp-bpf", "-o", "trace.txt"]).args(options);
    tracer.arg(env!("CARGO_BIN_EXE_guichet-cli-under-test"));
    trial.command(tracer, &deed.words).output().expect("strace starts")
}

/// Every call of a deed, with every way to fail. Each process and thread counts its own.
fn cases<'a>(bench: &Bench, deed: &'a Deed) -> Vec<Case<'a>> {
    let trial = bench.trial(deed);
    let names = CALLS.map(|(call, _)| call).join(",");
    run(&trial, deed, &["-e", &format!("trace={names},{}", READING.0)]);
    let trace = std::fs::read_to_string(trial.folder().join("trace.txt")).expect("traced");
    let mut counts = BTreeMap::<(&str, &str), usize>::new();
    for (process, line) in trace.lines().filter_map(|line| line.split_once(' ')) {
        let call = line.trim_start().split('(').next().unwrap_or_default();
        *counts.entry((call, process)).or_default() += 1;
    }
    let most = |call: &str| counts.iter().filter(|((of, _), _)| *of == call).map(|(_, count)| *count).max();
    let mut cases = Vec::new();
    for (call, error) in CALLS {
        for number in 1..=most(call).unwrap_or_default() {
            let faults = [Fault::Once, Fault::ForEver, Fault::Killed];
            cases.extend(faults.map(|fault| Case { deed, call, error, number, fault }));
        }
    }
    let (call, error) = READING;
    for number in (1..=most(call).unwrap_or_default()).step_by(OF_READINGS) {
        cases.extend([Fault::Once, Fault::ForEver].map(|fault| Case { deed, call, error, number, fault }));
    }
    cases
}

/// Whether what failed was told, and why.
fn told(case: &Case<'_>, said: &Output) -> Result<(), String> {
    let text = String::from_utf8_lossy(&said.stderr);
    // What is killed says nothing, nor what cannot write a word.
    if matches!(case.fault, Fault::Killed) || case.call == "write" || said.status.success() {
        return Ok(());
    }
    // Before the program itself begins, the system speaks.
    let loads = text.contains("error while loading shared libraries");
    if loads || text.contains('é') || text.contains('’') { Ok(()) } else { Err(format!("not told: {text:?}")) }
}
