//! What the window may ask, one line each. The permission file names the same commands: what it does not name is refused.

use std::sync::Arc;

use guichet_app::App;
use serde_json::{Value, json};
use tauri::ipc::{Invoke, InvokeBody, InvokeError, Request};
use tauri::{State, Wry};

/// Declares each command, and the handler of them all.
macro_rules! commands {
    ($($name:ident)*) => {
        $(
            #[tauri::command]
            async fn $name(app: State<'_, Arc<App>>, request: Request<'_>) -> Result<Value, InvokeError> {
                pass(&app, stringify!($name), request.body()).await
            }
        )*

        /// Every command declared here, for the tests.
        #[cfg(test)]
        const DECLARED: &[&str] = &[$(stringify!($name)),*];

        /// Hands each command to its function.
        pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name,)* #[cfg(debug_assertions)] unlisted_probe]
        }
    };
}

commands! {
    start
    settings_set
    about
    licences
    licence_text
    help_search
    help_page
    workspace_demo
    demo_roster
    demo_remove
    workspace_create
    workspace_open
    workspace_close
    workspace_folder
    rulebooks
    campaign_set
    judge
    simulate
    summary
    import_choose
    import_view
    import_add
    import_sheet
    import_export
    import_mapping_keep
    import_mapping_save
    import_mapping_open
    mappings
    mapping_forget
    import_answer
    import_rows
    import_apply
    import_discard
    task_cancel
    files_open
    files_rows
    list_settings
    list_settings_set
    desk
    findings_open
    findings_rows
    selection_change
    selection_codes
    file_detail
    file_history
    requests
    extract
    rules
    rule_page
    rulebook_windows
    rulebooks_compare
    rulebook_shelf
    rulebook_save
    rulebook_clone
    rulebook_open
    rulebook_draft
    rulebook_title
    rulebook_discard
    rulebook_entry
    rulebook_entry_set
    rulebook_entry_reset
    rulebook_entry_remove
    rulebook_preview
    rulebook_publish
    report_export
    list_export
    export_all
    person_export
    history
    journal_export
    undo
    waive_preview
    waive
    unwaive
    waivers
    note_set
    decide_preview
    decide
    withdraw
    activity
    lock
    unlock
    recover
    passphrase_check
    passphrase_change
    protection
    protect
    unprotect
    recovery_renew
    recovery_save
    lock_after_set
    account_add
    account_remove
    account_role
    account_passphrase
    backups
    backup_now
    backup_verify
    backups_quota
    backups_place
    backups_place_forget
    restore_preview
    restore
    purge_choices
    purge_preview
    purge
    purge_record_save
    rescue
    rescue_restore
    rescue_salvage
    rescue_folder
    rescue_leave
}

/// A command that the permission file does not name, so that a test in the window can see it refused.
#[cfg(debug_assertions)]
#[tauri::command]
fn unlisted_probe() -> &'static str {
    "reached"
}

/// Calls the app on a thread that may block: a long reading must not keep another command (its own cancelling, first of
/// all) from being heard.
async fn pass(app: &Arc<App>, command: &'static str, body: &InvokeBody) -> Result<Value, InvokeError> {
    let arguments = match body {
        InvokeBody::Json(arguments) => arguments.clone(),
        InvokeBody::Raw(_) => json!({}),
    };
    let app = Arc::clone(app);
    let call = tauri::async_runtime::spawn_blocking(move || app.call(command, arguments));
    match call.await {
        Ok(outcome) => outcome.map_err(InvokeError::from),
        // The thread panicked: no `Failure` words that, and the window says that the application did not answer.
        Err(lost) => Err(InvokeError::from_error(lost)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::DECLARED;

    fn set<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
        names.into_iter().collect()
    }

    #[test]
    fn the_window_declares_what_the_app_offers() {
        assert_eq!(set(DECLARED.iter().copied()), set(guichet_app::COMMANDS.iter().copied()));
    }

    #[test]
    fn the_permission_names_what_is_declared_and_nothing_else() {
        let file: toml::Table = include_str!("../permissions/app.toml").parse().unwrap();
        let permissions = file["permission"].as_array().unwrap();
        let allowed = permissions.iter().flat_map(|permission| permission["commands"]["allow"].as_array().unwrap());
        assert_eq!(set(allowed.map(|name| name.as_str().unwrap())), set(DECLARED.iter().copied()));
    }
}
