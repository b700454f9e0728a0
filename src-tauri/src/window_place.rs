//! Where the window was, kept beside the data of this computer's user.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tauri::{LogicalSize, Manager, PhysicalPosition, PhysicalSize, WebviewWindow, WindowEvent};

/// Where the window lies on the desktop, in pixels of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximized: bool,
}

/// How much of the window must be on a screen, in pixels: enough of its bar to take it by.
const GRIP: i64 = 80;

impl Place {
    /// Where it was last; nothing when that was never kept or cannot be read.
    pub(crate) fn read(data_folder: &Path) -> Option<Self> {
        serde_json::from_slice(&std::fs::read(file(data_folder)).ok()?).ok()
    }

    /// Whether its bar can be reached on one of these screens: one that was taken away keeps no window.
    fn is_on(&self, screens: &[(PhysicalPosition<i32>, PhysicalSize<u32>)]) -> bool {
        let (left, top) = (i64::from(self.x), i64::from(self.y));
        let right = left + i64::from(self.width);
        screens.iter().any(|(at, size)| {
            let (from, to) = (i64::from(at.x), i64::from(at.x) + i64::from(size.width));
            let (above, below) = (i64::from(at.y), i64::from(at.y) + i64::from(size.height));
            right.min(to) - left.max(from) >= GRIP && top >= above && top + GRIP <= below
        })
    }
}

/// Puts the window where it was. A place that no screen shows any more is left for the middle.
pub(crate) fn restore(window: &WebviewWindow, data_folder: &Path) -> tauri::Result<()> {
    let Some(place) = Place::read(data_folder) else { return Ok(()) };
    let screens: Vec<_> =
        window.available_monitors()?.iter().map(|screen| (*screen.position(), *screen.size())).collect();
    if place.is_on(&screens) {
        window.set_size(PhysicalSize::new(place.width, place.height))?;
        window.set_position(PhysicalPosition::new(place.x, place.y))?;
    }
    if place.maximized { window.maximize() } else { Ok(()) }
}

/// Keeps where the window is when it closes. What it was before it was maximised stays its size.
pub(crate) fn keep(window: &WebviewWindow, data_folder: PathBuf) {
    let handle = window.app_handle().clone();
    window.on_window_event(move |event| {
        if !matches!(event, WindowEvent::CloseRequested { .. }) {
            return;
        }
        let Some(window) = handle.get_webview_window(crate::window::LABEL) else { return };
        if let Ok(place) = present(&window, &data_folder) {
            // A place that cannot be kept is no reason to stay open.
            let _ = serde_json::to_vec(&place).map(|bytes| guichet_app::write_whole(&file(&data_folder), &bytes));
        }
    });
}

fn present(window: &WebviewWindow, data_folder: &Path) -> tauri::Result<Place> {
    let (at, size, maximized) = (window.outer_position()?, window.inner_size()?, window.is_maximized()?);
    let now = Place { x: at.x, y: at.y, width: size.width, height: size.height, maximized };
    if !maximized && !window.is_minimized()? {
        return Ok(now);
    }
    let scale = window.scale_factor()?;
    let usual: PhysicalSize<u32> = LogicalSize::new(1280.0, 800.0).to_physical(scale);
    let before = Place::read(data_folder).unwrap_or(Place { width: usual.width, height: usual.height, ..now });
    Ok(Place { maximized, ..before })
}

fn file(data_folder: &Path) -> PathBuf {
    data_folder.join("window.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_put_back_only_where_its_bar_can_be_reached() {
        let screens = [
            (PhysicalPosition::new(0, 0), PhysicalSize::new(1920, 1080)),
            (PhysicalPosition::new(-1280, 200), PhysicalSize::new(1280, 800)),
        ];
        let at = |x, y| Place { x, y, width: 1280, height: 800, maximized: false };
        for (x, y) in [(0, 0), (1800, 40), (-1200, 220), (640, 900)] {
            assert!(at(x, y).is_on(&screens), "{x}, {y}");
        }
        for (x, y) in [(1900, 0), (5000, 300), (0, -40), (300, 1050), (-2600, 300)] {
            assert!(!at(x, y).is_on(&screens), "{x}, {y}");
        }
        assert!(!at(0, 0).is_on(&[]));
    }

    #[test]
    fn a_place_is_read_again_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Place::read(folder.path()), None);
        let place = Place { x: -3, y: 12, width: 1000, height: 700, maximized: true };
        std::fs::write(file(folder.path()), serde_json::to_vec(&place).unwrap()).unwrap();
        assert_eq!(Place::read(folder.path()), Some(place));
        std::fs::write(file(folder.path()), b"{\"x\":").unwrap();
        assert_eq!(Place::read(folder.path()), None);
    }
}
