//! The one door: every command, asked by every role and on a locked workspace.

use crate::protection::need::Need;
use crate::use_cases::NEEDS;
use crate::{App, Host, ReaderCommand, Tick, Timing};
use guichet_store::{Cost, Role};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

/// A desktop whose person gives every dialog up.
struct Nobody(TempDir);

impl Host for Nobody {
    fn pick_files(&self) -> Option<Vec<PathBuf>> {
        None
    }
    fn pick_workspace(&self) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn pick_toml(&self) -> Option<PathBuf> {
        None
    }
    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }
    fn show_folder(&self, _: &std::path::Path) -> std::io::Result<()> {
        Ok(())
    }
    fn reader(&self) -> ReaderCommand {
        ReaderCommand::new(PathBuf::new())
    }
    fn data_folder(&self) -> PathBuf {
        self.0.path().to_owned()
    }
    fn emit(&self, _: &str, _: Value) {}
}

/// An application with an open workspace of four accounts, each with its role's name.
fn app() -> App {
    let timing = Timing { clock: Box::new(Tick::now), cost: Cost::new(8, 1) };
    let app = App::timed(Arc::new(Nobody(tempfile::tempdir().expect("a folder"))), timing);
    app.call("workspace_create", json!({ "name": "Essai" })).expect("created");
    app.call("protect", json!({ "name": "administer", "passphrase": passphrase(Role::Administer) }))
        .expect("protected");
    for role in &Role::ALL[..3] {
        let account = json!({ "name": role.as_str(), "role": role.as_str(), "passphrase": passphrase(*role) });
        app.call("account_add", account).expect("added");
    }
    app
}

fn passphrase(role: Role) -> String {
    format!("une barque bleue {}", role as u8)
}

fn code(app: &App, command: &str) -> Option<String> {
    app.call(command, json!({})).err().map(|failure| failure.code)
}

#[test]
fn each_role_is_refused_what_is_not_its_to_do() {
    let app = app();
    for role in Role::ALL {
        app.call("lock", json!({})).expect("locked");
        app.call("unlock", json!({ "account": role.as_str(), "passphrase": passphrase(role) })).expect("unlocked");
        let commands = NEEDS.iter().filter(|(_, need)| *need != Need::Nothing);
        for (command, need) in commands {
            let refused = code(&app, command).as_deref() == Some("not-allowed");
            assert_eq!(refused, *need > Need::Role(role), "{command} by {}", role.as_str());
        }
    }
}

#[test]
fn a_locked_workspace_answers_nothing() {
    let app = app();
    app.call("lock", json!({})).expect("locked");
    for (command, _) in NEEDS.iter().filter(|(_, need)| *need != Need::Nothing) {
        assert_eq!(code(&app, command).as_deref(), Some("workspace-locked"), "{command}");
    }
    let open: Vec<&str> = NEEDS.iter().filter(|(_, need)| *need == Need::Nothing).map(|(name, _)| *name).collect();
    let expected = [
        "start",
        "settings_set",
        "about",
        "licences",
        "licence_text",
        "help_search",
        "help_page",
        "workspace_demo",
        "workspace_create",
        "workspace_open",
        "workspace_close",
        "task_cancel",
        "lock",
        "unlock",
        "recover",
        "passphrase_check",
    ];
    assert_eq!(open, expected, "a command that asks nothing is named here with care");
    let start = app.call("start", json!({})).expect("answered");
    assert!(start["workspace"].is_null() && start["locked"]["several"] == true);
}

#[test]
fn looking_is_for_everybody_and_changing_is_not() {
    let of = |name: &str| NEEDS.iter().find(|(command, _)| *command == name).map(|(_, need)| *need);
    for (command, least) in [
        ("files_open", Role::Read),
        ("report_export", Role::Read),
        ("list_export", Role::Read),
        ("import_apply", Role::Enter),
        ("undo", Role::Enter),
        ("campaign_set", Role::Check),
        ("restore_preview", Role::Read),
        ("restore", Role::Administer),
        // Nothing opens then: whoever may enter data gets the office back to work.
        ("rescue_restore", Role::Enter),
        ("lock_after_set", Role::Administer),
        ("account_add", Role::Administer),
    ] {
        assert_eq!(of(command), Some(Need::Role(least)), "{command}");
    }
}
