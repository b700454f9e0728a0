//! Whether there is a screen to show a window on.

use std::process::Command;

/// What names the screen a window is shown on, where the system has such names.
const NAMES: [&str; 2] = ["DISPLAY", "WAYLAND_DISPLAY"];

/// Whether a window can be shown.
pub(crate) fn has_display() -> bool {
    !cfg!(all(unix, not(target_os = "macos")))
        || NAMES.iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Hides the screen from a command: the test in the real window then opens one of its own, and disturbs nobody.
pub(crate) fn without_display(command: &mut Command) -> &mut Command {
    NAMES.iter().fold(command, |command, name| command.env_remove(name))
}
