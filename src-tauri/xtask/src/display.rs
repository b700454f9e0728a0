//! Whether there is a screen to show a window on, and how to do without.

use std::process::Command;

/// Whether a window can be shown.
pub(crate) fn has_display() -> bool {
    if !cfg!(all(unix, not(target_os = "macos"))) {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// The command with a screen and a session bus of its own, so that tests neither need nor disturb a desktop.
pub(crate) fn apart(command: &Command) -> Command {
    if !cfg!(all(unix, not(target_os = "macos"))) {
        return copy(Command::new(command.get_program()), command);
    }
    let mut wrapped = Command::new("dbus-run-session");
    wrapped.args(["--", "xvfb-run", "--auto-servernum", "--server-args=-screen 0 1440x900x24"]);
    wrapped.arg(command.get_program());
    // The window is to appear on that screen even where a Wayland desktop runs.
    let mut wrapped = copy(wrapped, command);
    wrapped.env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
    wrapped
}

fn copy(mut to: Command, from: &Command) -> Command {
    to.args(from.get_args());
    for (name, value) in from.get_envs() {
        match value {
            Some(value) => to.env(name, value),
            None => to.env_remove(name),
        };
    }
    if let Some(folder) = from.get_current_dir() {
        to.current_dir(folder);
    }
    to
}
