//! WebKitGTK before 2.48 shows an empty window with some graphics drivers, unless it is told to draw otherwise.

/// The switch that tells it.
#[cfg(target_os = "linux")]
const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Starts the process again with the switch set, when this WebKitGTK needs it and nobody has set it.
///
/// Again, because WebKit reads it from the environment, which a running process cannot change safely.
#[cfg(target_os = "linux")]
pub(crate) fn start_again_for_old_graphics() {
    use std::os::unix::process::CommandExt;

    let old = tauri::webview_version().is_ok_and(|version| is_old(&version));
    if !old || std::env::var_os(SWITCH).is_some() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        // Comes back only when it failed: the window then opens as it would have.
        let _ = std::process::Command::new(program).args(std::env::args_os().skip(1)).env(SWITCH, "1").exec();
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn start_again_for_old_graphics() {}

#[cfg(target_os = "linux")]
fn is_old(version: &str) -> bool {
    let mut numbers = version.split('.').map(str::parse::<u32>);
    let (Some(Ok(major)), Some(Ok(minor))) = (numbers.next(), numbers.next()) else { return false };
    (major, minor) < (2, 48)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::is_old;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(is_old("2.36.0") && is_old("2.9.1"));
        assert!(!is_old("2.48.0") && !is_old("2.50.6") && !is_old("3.0.0"));
        assert!(!is_old("unknown"));
    }
}
