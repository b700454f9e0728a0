//! Nothing is asked of a network: everything works without one, and no socket is ever opened.

use crate::bench::{Bench, Deed};
use crate::faults::{can_trace, run};
use crate::trial::Trial;
use std::process::{Command, Stdio};

const PERSONS: usize = 8;

#[test]
fn everything_is_done_without_a_network() {
    let alone = || {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--net"]);
        command
    };
    if !alone().arg("true").stderr(Stdio::null()).status().is_ok_and(|status| status.success()) {
        eprintln!("not tried: a program may not be cut off from the network here");
        return;
    }
    let bench = Bench::new(PERSONS);
    for deed in &bench.deeds {
        let trial = bench.trial(deed);
        let mut command = alone();
        command.arg(env!("CARGO_BIN_EXE_guichet-cli-under-test"));
        let said = trial.command(command, &deed.words).output().expect("unshare starts");
        assert!(said.status.success(), "{}: {}", deed.name, String::from_utf8_lossy(&said.stderr));
        trial.judge(deed, &said).expect("done");
    }
}

#[test]
fn no_socket_is_ever_opened() {
    if let Err(reason) = can_trace() {
        eprintln!("not tried: {reason}");
        return;
    }
    let bench = Bench::new(PERSONS);
    for deed in &bench.deeds {
        let trial = bench.trial(deed);
        let sockets = sockets(&trial, deed);
        assert!(sockets.is_empty(), "{}: {sockets:?}", deed.name);
    }
}

/// The calls that open, join or use a socket.
fn sockets(trial: &Trial, deed: &Deed) -> Vec<String> {
    // Writing is traced with them, so that a trace without anything is not taken for one.
    let said = run(trial, deed, &["-e", "trace=%network,write"]);
    assert!(said.status.success(), "{}: {}", deed.name, String::from_utf8_lossy(&said.stderr));
    let trace = std::fs::read_to_string(trial.folder().join("trace.txt")).expect("traced");
    assert!(trace.contains("write("), "{}: nothing was traced", deed.name);
    let other = |line: &&str| !line.contains(" write(") && !line.contains(" +++") && !line.contains(" ---");
    trace.lines().filter(other).map(str::to_owned).collect()
}
