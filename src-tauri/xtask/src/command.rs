//! Running other programs: said before it is done, its output shown, its failure a sentence.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use crate::place::Place;

/// What a program that was listened to left behind.
pub(crate) struct Heard {
    /// Everything it wrote, standard output and error as they came.
    pub(crate) text: String,
    /// Whether it ended well.
    pub(crate) success: bool,
}

/// `cargo`, in the project, building where the other verbs build.
pub(crate) fn cargo(place: &Place, arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(&place.root).env("CARGO_TARGET_DIR", &place.target);
    command
}

/// `npm`, in the folder of the screens.
pub(crate) fn npm(place: &Place, arguments: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).current_dir(place.ui());
    command
}

/// The command as one would type it.
pub(crate) fn words(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

/// Says the command, runs it in the terminal, and makes a failure a sentence.
pub(crate) fn must(command: &mut Command) -> Result<(), String> {
    println!("$ {}", words(command));
    let status = command.status().map_err(|e| format!("`{}` cannot be started: {e}", words(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", words(command))) }
}

/// Says the command, runs it in the terminal and keeps what it writes.
pub(crate) fn listen(command: &mut Command) -> Result<Heard, String> {
    println!("$ {}", words(command));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| format!("`{}` cannot be started: {e}", words(command)))?;
    let errors = child.stderr.take().map(|pipe| thread::spawn(move || copy(pipe, std::io::stderr())));
    let mut text = child.stdout.take().map(|pipe| copy(pipe, std::io::stdout())).unwrap_or_default();
    if let Some(thread) = errors {
        text.push_str(&thread.join().unwrap_or_default());
    }
    let status = child.wait().map_err(|e| format!("`{}` was lost: {e}", words(command)))?;
    Ok(Heard { text, success: status.success() })
}

/// Copies line by line, and keeps the whole.
fn copy(from: impl Read, mut to: impl Write) -> String {
    let mut reader = BufReader::new(from);
    let mut text = String::new();
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        // A terminal that went away does not stop the work.
        let _ = to.write_all(&line);
        text.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    text
}

/// The first of these programs that the search path holds.
pub(crate) fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names.iter().find_map(|name| {
        std::env::split_paths(&path)
            .map(|folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
            .find(|candidate| is_program(candidate))
    })
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}
