//! The real window, driven from its first start to an exported report.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is not as it should be")]

mod desk;
mod http;
mod process;
mod webdriver;

use serde_json::json;

use crate::desk::Desk;

#[test]
fn the_window_may_call_only_what_the_permissions_name() {
    let desk = Desk::open();
    let invoke = "const [command, done] = arguments;
        window.__TAURI_INTERNALS__.invoke(command, {}).then(
            (answer) => done({ answer }),
            (error) => done({ error: typeof error === 'string' ? error : JSON.stringify(error) }));";
    let listed = desk.page.run_async(invoke, &json!(["rules"]));
    assert!(listed["answer"].is_array(), "a listed command is answered: {listed}");
    let unlisted = desk.page.run_async(invoke, &json!(["unlisted_probe"]));
    assert_eq!(unlisted["answer"], json!(null), "an unlisted command ran");
    assert!(unlisted["error"].as_str().unwrap().contains("not allowed"), "{unlisted}");
}
