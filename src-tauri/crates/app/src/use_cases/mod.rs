//! What a person can do in the window, one file each. `src-tauri/docs/commands.md` lists arguments and answers.

pub(crate) mod about;
pub(crate) mod accounts;
pub(crate) mod backups;
pub(crate) mod campaign;
pub(crate) mod decide;
pub(crate) mod demo;
pub(crate) mod desk_view;
pub(crate) mod export;
pub(crate) mod export_all;
pub(crate) mod extract;
pub(crate) mod file_detail;
pub(crate) mod file_history;
pub(crate) mod files;
pub(crate) mod files_rows;
pub(crate) mod findings;
pub(crate) mod help;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod journal_export;
pub(crate) mod list_export;
pub(crate) mod list_settings;
pub(crate) mod lock;
pub(crate) mod manual;
pub(crate) mod note;
pub(crate) mod person_export;
pub(crate) mod protection;
pub(crate) mod purge;
pub(crate) mod requests;
pub(crate) mod rescue;
pub(crate) mod restore;
pub(crate) mod rulebook_editor;
pub(crate) mod rulebook_view;
pub(crate) mod selection;
pub(crate) mod simulate;
pub(crate) mod start;
pub(crate) mod summary;
pub(crate) mod undo;
pub(crate) mod unwaive;
pub(crate) mod waive;
pub(crate) mod waivers;
pub(crate) mod workspaces;

use crate::app::{App, answer, arguments};
use crate::failure::AppError;
use crate::protection::need::{ADMINISTER, ANYONE, CHECK, ENTER, Need, READ};
use serde_json::Value;

macro_rules! commands {
    ($($name:literal, $need:ident => $function:path),* $(,)?) => {
        /// Every command's name.
        pub const COMMANDS: &[&str] = &[$($name),*];

        /// What each command asks of whoever gives it: the one place where it is decided.
        pub(crate) const NEEDS: &[(&str, Need)] = &[$(($name, $need)),*];

        /// Does the command of this name, for whoever may.
        pub(crate) fn dispatch(app: &App, command: &str, args: Value) -> Result<Value, AppError> {
            if let Some((_, need)) = NEEDS.iter().find(|(name, _)| *name == command) {
                app.admit(*need)?;
            }
            match command {
                $($name => answer($function(app, arguments(args)?)?),)*
                other => Err(AppError::NotACommand(other.to_owned())),
            }
        }
    };
}

commands! {
    "start", ANYONE => start::start,
    "settings_set", ANYONE => start::settings_set,
    "about", ANYONE => about::about,
    "help_search", ANYONE => help::search,
    "help_page", ANYONE => help::page,
    "workspace_demo", ANYONE => demo::open,
    "demo_roster", ENTER => demo::roster,
    "demo_remove", ADMINISTER => demo::remove,
    "workspace_create", ANYONE => workspaces::create,
    "workspace_open", ANYONE => workspaces::open,
    "workspace_close", ANYONE => workspaces::close,
    "workspace_folder", READ => workspaces::show_folder,
    "rulebooks", READ => campaign::rulebooks,
    "campaign_set", CHECK => campaign::set,
    "simulate", READ => simulate::simulate,
    "summary", READ => summary::summary,
    "import_choose", ENTER => import::choose::choose,
    "import_view", READ => import::choose::current,
    "import_add", ENTER => import::choose::add,
    "import_sheet", ENTER => import::sheet::sheet,
    "import_export", ENTER => import::export::export,
    "import_mapping_keep", ENTER => import::mappings::remember,
    "import_mapping_save", ENTER => import::mappings::save,
    "import_mapping_open", ENTER => import::mappings::open,
    "mappings", ENTER => import::mappings::list,
    "mapping_forget", ENTER => import::mappings::forget,
    "import_answer", ENTER => import::answer::answer,
    "import_rows", ENTER => import::rows::rows,
    "import_apply", ENTER => import::apply::apply,
    "import_discard", ENTER => import::choose::discard,
    "import_cancel", ANYONE => import::choose::cancel,
    "files_open", READ => files::open,
    "files_rows", READ => files_rows::rows,
    "list_settings", READ => list_settings::get,
    "list_settings_set", ENTER => list_settings::set,
    "desk", READ => desk_view::desk,
    "findings_open", READ => findings::open,
    "findings_rows", READ => findings::rows,
    "selection_change", READ => selection::change,
    "selection_codes", READ => selection::codes,
    "file_detail", READ => file_detail::file_detail,
    "file_history", READ => file_history::history,
    "requests", READ => requests::requests,
    "extract", READ => extract::extract,
    "rules", READ => manual::rules,
    "rule_page", READ => manual::page,
    "rulebook_windows", READ => rulebook_view::windows,
    "rulebooks_compare", READ => rulebook_view::compare,
    "rulebook_shelf", READ => rulebook_editor::shelf::shelf,
    "rulebook_save", READ => rulebook_editor::shelf::save,
    "rulebook_clone", CHECK => rulebook_editor::begin::clone,
    "rulebook_open", CHECK => rulebook_editor::begin::open,
    "rulebook_draft", READ => rulebook_editor::begin::draft,
    "rulebook_title", CHECK => rulebook_editor::begin::set_title,
    "rulebook_discard", CHECK => rulebook_editor::begin::discard,
    "rulebook_entry", READ => rulebook_editor::entry::entry,
    "rulebook_entry_set", CHECK => rulebook_editor::entry::set,
    "rulebook_entry_reset", CHECK => rulebook_editor::entry::reset,
    "rulebook_entry_remove", CHECK => rulebook_editor::entry::remove,
    "rulebook_preview", READ => rulebook_editor::publish::preview,
    "rulebook_publish", CHECK => rulebook_editor::publish::publish,
    "report_export", READ => export::export,
    "list_export", READ => list_export::export,
    "export_all", READ => export_all::export_all,
    "person_export", CHECK => person_export::export,
    "history", READ => history::history,
    "journal_export", READ => journal_export::export,
    "undo", ENTER => undo::undo,
    "waive_preview", CHECK => waive::preview,
    "waive", CHECK => waive::waive,
    "unwaive", CHECK => unwaive::unwaive,
    "waivers", READ => waivers::waivers,
    "note_set", ENTER => note::set,
    "decide_preview", ENTER => decide::preview,
    "decide", ENTER => decide::decide,
    "withdraw", ENTER => decide::withdraw,
    "activity", READ => lock::activity,
    "lock", ANYONE => lock::lock,
    "unlock", ANYONE => lock::unlock,
    "recover", ANYONE => lock::recover,
    "passphrase_check", ANYONE => protection::check,
    "passphrase_change", READ => protection::change,
    "protection", READ => protection::protection,
    "protect", ADMINISTER => protection::protect,
    "unprotect", ADMINISTER => protection::unprotect,
    "recovery_renew", ADMINISTER => protection::renew_code,
    "recovery_save", ADMINISTER => protection::save_code,
    "lock_after_set", ADMINISTER => protection::set_lock_after,
    "account_add", ADMINISTER => accounts::add,
    "account_remove", ADMINISTER => accounts::remove,
    "account_role", ADMINISTER => accounts::set_role,
    "account_passphrase", ADMINISTER => accounts::set_passphrase,
    "backups", READ => backups::backups,
    "backup_now", READ => backups::now,
    "backup_verify", READ => backups::verify,
    "backups_quota", ADMINISTER => backups::quota,
    "backups_place", ADMINISTER => backups::place,
    "backups_place_forget", ADMINISTER => backups::place_forget,
    "restore_preview", READ => restore::preview,
    "restore", ENTER => restore::restore,
    "purge_choices", ADMINISTER => purge::choices,
    "purge_preview", ADMINISTER => purge::preview,
    "purge", ADMINISTER => purge::purge,
    "purge_record_save", ADMINISTER => purge::save_record,
    "rescue", READ => rescue::rescue,
    "rescue_restore", ENTER => rescue::restore,
    "rescue_salvage", ENTER => rescue::salvage,
    "rescue_folder", READ => rescue::open_folder,
    "rescue_leave", READ => rescue::leave,
}

/// The arguments of a command that has none.
#[derive(serde::Deserialize)]
pub(crate) struct Nothing {}
