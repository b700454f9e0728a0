//! Programs a test starts: they end with it, whatever happens.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A started program, stopped when it is dropped.
pub(crate) struct Running(Child);

impl Running {
    /// Starts it, what it writes going to a file.
    pub(crate) fn start(command: &mut Command, log: &Path) -> Self {
        let file = File::create(log).unwrap();
        let errors = file.try_clone().unwrap();
        let started = command.stdin(Stdio::null()).stdout(file).stderr(errors).spawn();
        Self(started.unwrap_or_else(|e| panic!("{} cannot be started: {e}", command.get_program().display())))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A screen nobody sees, when there is none.
pub(crate) struct Screen {
    /// Its name, such as `:99`.
    pub(crate) name: String,
    _server: Option<Running>,
}

impl Screen {
    /// The screen there is, or a new one.
    pub(crate) fn get() -> Self {
        if let Some(name) = std::env::var("DISPLAY").ok().filter(|name| !name.is_empty()) {
            return Self { name, _server: None };
        }
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb (package xvfb) is needed to open a window without a screen");
        let output = server.stdout.take().unwrap();
        let server = Running(server);
        let mut number = String::new();
        // The server chooses a free number, writes it when it is ready, or ends: either way this comes back.
        BufReader::new(output).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb could not open a screen");
        Self { name: format!(":{}", number.trim()), _server: Some(server) }
    }
}

/// A port of this computer that nobody listens to at the moment.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

/// Asks again until there is an answer; after that long, nothing.
pub(crate) fn until<T>(patience: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if start.elapsed() > patience {
            return None;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}
