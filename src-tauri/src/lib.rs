//! The window: the only code that knows Tauri.
//!
//! It opens one window on the embedded screens, passes what they ask to [`guichet_app::App`], and lends the app what only
//! a desktop has ([`host`]). It decides nothing about files, rules or storage.

mod arguments;
mod commands;
mod host;
mod webkit;
mod window;
mod window_place;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use guichet_app::App;
use serde_json::json;
use tauri::{Manager, RunEvent};

use crate::arguments::Arguments;

/// Opens the window, and comes back when it is closed.
///
/// `--demo` opens the fictitious workspace when none was open last.
pub fn run() -> ExitCode {
    guichet_app::forbid_core_dumps();
    webkit::start_again_for_old_graphics();
    let arguments = Arguments::of_process();
    let outcome = tauri::Builder::default()
        // First: a second start hands over here, before anything of it touches the workspace.
        .plugin(tauri_plugin_single_instance::init(|handle, _, _| window::come_forward(handle)))
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(commands::handler())
        .setup(move |tauri| {
            let host = host::of(tauri.handle(), &arguments)?;
            let data_folder = host.data_folder();
            let app = Arc::new(App::new(host));
            if arguments.demo {
                open_demo(&app);
            }
            keep_safe(&app);
            watch_sleep(&app);
            tauri.manage(Arc::clone(&app));
            window::open(tauri, app, data_folder)?;
            Ok(())
        })
        .build(tauri::generate_context!());
    let Ok(tauri) = outcome else { return ExitCode::FAILURE };
    tauri.run(|handle, event| {
        if matches!(event, RunEvent::Exit) {
            handle.state::<Arc<App>>().end();
        }
    });
    ExitCode::SUCCESS
}

/// How often it is looked whether work is to be backed up.
const BACK_UP_EVERY: Duration = Duration::from_secs(60);

/// Has the work of the last half hour backed up, also when nobody asks for anything any more.
fn keep_safe(app: &Arc<App>) {
    let app = Arc::downgrade(app);
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(BACK_UP_EVERY);
            match app.upgrade() {
                Some(app) => app.keep_safe(),
                None => break,
            }
        }
    });
}

/// Has the workspace lock when the computer slept. On a thread of its own: a look that waits for a backup would come late.
fn watch_sleep(app: &Arc<App>) {
    let app = Arc::downgrade(app);
    std::thread::spawn(move || {
        while let Some(app) = app.upgrade() {
            app.look();
            drop(app);
            std::thread::sleep(guichet_app::LOOK_EVERY);
        }
    });
}

/// Opens the fictitious workspace, unless one is open. What cannot be done here is offered on the first screen, which
/// then says why.
fn open_demo(app: &App) {
    let open = app.call("start", json!({})).is_ok_and(|state| !state["workspace"].is_null());
    if !open {
        let _ = app.call("workspace_demo", json!({}));
    }
}
