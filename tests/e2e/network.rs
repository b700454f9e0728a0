//! What the window asks of the network: nothing. Every process of it is traced.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::desk::Desk;

/// Addresses of this computer itself, as the tracer writes them: those of the driver that holds the window.
const OWN: [&str; 2] = ["inet_addr(\"127.0.0.1\")", "inet_pton(AF_INET6, \"::1\""];

#[test]
fn the_window_reaches_sockets_of_this_computer_alone() {
    if !can_trace() {
        eprintln!("not tried: strace cannot be started, or is not permitted here");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace.txt");
    let desk = Desk::open_as(&traced(folder.path(), &trace), &[]);
    let page = &desk.page;
    page.click(&page.wait_for("[data-testid=start-demo]"));
    page.wait_for("[data-testid=tile-blocked]");
    page.click(&page.wait_for("[data-testid=nav-files]"));
    page.click(&page.wait_for("[data-testid=file-row][data-row='0'] [data-column=student_number]"));
    page.wait_for("[data-testid=finding]");
    page.click(&page.wait_for("[data-testid=export]"));
    page.wait_for("[data-testid=notice-exported]");

    let trace = std::fs::read_to_string(&trace).unwrap();
    assert!(trace.contains("sa_family=AF_UNIX"), "the screen was not reached, or nothing was traced:\n{trace}");
    let foreign: Vec<&str> = trace.lines().filter(|line| is_foreign(line)).collect();
    assert!(foreign.is_empty(), "{foreign:#?}");
}

/// Whether a call names an address of another computer.
fn is_foreign(line: &str) -> bool {
    line.contains("sa_family=AF_INET") && !OWN.iter().any(|own| line.contains(own))
}

#[test]
fn an_address_elsewhere_is_seen_in_a_trace() {
    let line = |address| format!("7 connect(3, {{sa_family=AF_INET, sin_port=htons(53), sin_addr={address}}}, 16) = 0");
    assert!(is_foreign(&line("inet_addr(\"192.0.2.1\")")));
    assert!(!is_foreign(&line(OWN[0])));
    assert!(!is_foreign("7 connect(3, {sa_family=AF_UNIX, sun_path=\"/tmp/.X11-unix/X9\"}, 20) = 0"));
}

fn can_trace() -> bool {
    let mut tracer = Command::new("strace");
    let tried = tracer.args(["-f", "-qq", "-e", "trace=none", "true"]).stderr(Stdio::null()).status();
    tried.is_ok_and(|status| status.success())
}

/// A program that starts the window under the tracer, which writes every address it names.
fn traced(folder: &Path, trace: &Path) -> PathBuf {
    let program = folder.join("guichet-traced");
    let (trace, guichet) = (trace.display(), env!("CARGO_BIN_EXE_guichet"));
    let words = format!(
        "#!/bin/sh\nexec strace -f -qq --seccomp-bpf -e trace=connect,bind,sendto -o '{trace}' '{guichet}' \"$@\"\n"
    );
    std::fs::write(&program, words).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    program
}
