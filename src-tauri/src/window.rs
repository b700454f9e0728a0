//! The one window: shown when its first screen is there, and never anything but the application.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use guichet_app::App;
use guichet_app::wire::{Settings, Theme};
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::window::Color;
use tauri::{AppHandle, DragDropEvent, Manager, Url, WebviewWindow, WebviewWindowBuilder, WindowEvent};

use crate::window_place;

/// The window's name in `tauri.conf.json` and in the capability.
pub(crate) const LABEL: &str = "main";

/// After this long it is shown whatever happened: an empty window can be closed, a hidden one cannot.
const PATIENCE: Duration = Duration::from_secs(5);

/// Creates the window as `tauri.conf.json` describes it, hidden until its page is loaded. What the webview itself keeps
/// (it is given nothing about students to keep) goes beside the application's data.
pub(crate) fn open(tauri: &tauri::App, app: Arc<App>, data_folder: PathBuf) -> tauri::Result<()> {
    let described = tauri.config().app.windows.iter().find(|window| window.label == LABEL);
    let described = described.ok_or(tauri::Error::WindowNotFound)?;
    let settings = app.settings();
    let window = WebviewWindowBuilder::from_config(tauri, described)?
        .initialization_script(handed_over(&settings)?)
        .data_directory(data_folder.join("webview"))
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                show(&window);
            }
        })
        .build()?;
    let dark = match settings.theme {
        Theme::Light => false,
        Theme::Dark | Theme::Contrast => true,
        Theme::System => window.theme().is_ok_and(|theme| theme == tauri::Theme::Dark),
    };
    // Where the page has not painted yet. A desktop that refuses shows its own colour for a moment.
    let _ = window.set_background_color(Some(if dark { DARK } else { LIGHT }));
    // Where a desktop does not say where its windows are, this one opens in the middle.
    let _ = window_place::restore(&window, &data_folder);
    window_place::keep(&window, data_folder);
    take_drops(&window, app);
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        show(&window);
    });
    Ok(())
}

/// The grounds of the light and the dark theme, as in `ui/src/app.css`.
const LIGHT: Color = Color(0xf7, 0xf8, 0xfa, 0xff);
const DARK: Color = Color(0x14, 0x17, 0x1e, 0xff);

/// The preferences as the page finds them before it asks for anything: it is drawn in its own colours at once.
fn handed_over(settings: &Settings) -> Result<String, serde_json::Error> {
    let json = serde_json::to_string(settings)?;
    Ok(format!("Object.defineProperty(globalThis, 'guichetSettings', {{ value: Object.freeze({json}) }});"))
}

/// Brings the window to the front, for somebody who started Guichet a second time.
pub(crate) fn come_forward(handle: &AppHandle) {
    if let Some(window) = handle.get_webview_window(LABEL) {
        // Each may be refused by the desktop; the window is then where it was.
        let _ = window.unminimize();
        show(&window);
        let _ = window.set_focus();
    }
}

fn show(window: &WebviewWindow) {
    // The window may have been closed meanwhile.
    let _ = window.show();
}

/// Whether an address is one of the embedded screens, as each platform spells it.
fn is_ours(address: &Url) -> bool {
    match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        "http" | "https" => address.host_str() == Some("tauri.localhost") && address.port().is_none(),
        _ => false,
    }
}

/// Files dropped on the window are read like files chosen in a dialog.
fn take_drops(window: &WebviewWindow, app: Arc<App>) {
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
            let (app, paths) = (Arc::clone(&app), paths.clone());
            tauri::async_runtime::spawn_blocking(move || app.drop_files(paths));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_nowhere_else() {
        let ours = |address: &str| is_ours(&address.parse().unwrap());
        assert!(ours("tauri://localhost/index.html"));
        assert!(ours("http://tauri.localhost/#/files"));
        for address in [
            "https://example.org/",
            "http://tauri.localhost.example.org/",
            "http://tauri.localhost:8080/",
            "tauri://example.org/",
            "file:///etc/hostname",
            "data:text/html,x",
            "javascript:alert(1)",
        ] {
            assert!(!ours(address), "{address}");
        }
    }
}
