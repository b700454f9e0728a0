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
pub(crate) mod request_order;
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
    ($($name:literal, $need:ident $(, $beside:ident)? => $function:path),* $(,)?) => {
        /// Every command's name.
        pub const COMMANDS: &[&str] = &[$($name),*];

        /// What each command asks of whoever gives it: the one place where it is decided.
        pub(crate) const NEEDS: &[(&str, Need)] = &[$(($name, $need)),*];

        /// Those that are done while a long task writes in the workspace: they only read it, or begin a task themselves.
        pub(crate) const BESIDE: &[&str] = &[$($(beside!($beside, $name),)?)*];

        /// Does the command of this name, for whoever may.
        pub(crate) fn dispatch(app: &App, command: &str, args: Value) -> Result<Value, AppError> {
            let _pen = (!BESIDE.contains(&command)).then(|| app.pen());
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

macro_rules! beside {
    (beside, $name:literal) => {
        $name
    };
}

commands! {
    "start", ANYONE, beside => start::start,
    "settings_set", ANYONE, beside => start::settings_set,
    "about", ANYONE, beside => about::about,
    "licences", ANYONE, beside => about::parts,
    "licence_text", ANYONE, beside => about::text,
    "help_search", ANYONE, beside => help::search,
    "help_page", ANYONE, beside => help::page,
    "workspace_demo", ANYONE, beside => demo::open,
    "demo_roster", ENTER, beside => demo::roster,
    "demo_remove", ADMINISTER, beside => demo::remove,
    "workspace_create", ANYONE, beside => workspaces::create,
    "workspace_open", ANYONE, beside => workspaces::open,
    "workspace_close", ANYONE, beside => workspaces::close,
    "workspace_folder", READ, beside => workspaces::show_folder,
    "rulebooks", READ, beside => campaign::rulebooks,
    "campaign_set", CHECK, beside => campaign::set,
    "judge", READ, beside => campaign::judge,
    "simulate", READ, beside => simulate::simulate,
    "summary", READ, beside => summary::summary,
    "import_choose", ENTER, beside => import::choose::choose,
    "import_view", READ, beside => import::choose::current,
    "import_add", ENTER, beside => import::choose::add,
    "import_sheet", ENTER, beside => import::sheet::sheet,
    "import_export", ENTER, beside => import::export::export,
    "import_mapping_keep", ENTER => import::mappings::remember,
    "import_mapping_save", ENTER, beside => import::mappings::save,
    "import_mapping_open", ENTER => import::mappings::open,
    "mappings", ENTER, beside => import::mappings::list,
    "mapping_forget", ENTER => import::mappings::forget,
    "import_answer", ENTER => import::answer::answer,
    "import_rows", ENTER, beside => import::rows::rows,
    "import_apply", ENTER, beside => import::apply::apply,
    "import_discard", ENTER => import::choose::discard,
    "task_cancel", ANYONE, beside => import::choose::cancel,
    "files_open", READ, beside => files::open,
    "files_rows", READ, beside => files_rows::rows,
    "list_settings", READ, beside => list_settings::get,
    "list_settings_set", ENTER => list_settings::set,
    "desk", READ, beside => desk_view::desk,
    "findings_open", READ, beside => findings::open,
    "findings_rows", READ, beside => findings::rows,
    "selection_change", READ, beside => selection::change,
    "selection_codes", READ, beside => selection::codes,
    "file_detail", READ, beside => file_detail::file_detail,
    "file_history", READ, beside => file_history::history,
    "requests", READ, beside => requests::requests,
    "extract", READ, beside => extract::extract,
    "rules", READ, beside => manual::rules,
    "rule_page", READ, beside => manual::page,
    "rulebook_windows", READ, beside => rulebook_view::windows,
    "rulebooks_compare", READ, beside => rulebook_view::compare,
    "rulebook_shelf", READ, beside => rulebook_editor::shelf::shelf,
    "rulebook_save", READ, beside => rulebook_editor::shelf::save,
    "rulebook_clone", CHECK => rulebook_editor::begin::clone,
    "rulebook_open", CHECK, beside => rulebook_editor::begin::open,
    "rulebook_draft", READ, beside => rulebook_editor::begin::draft,
    "rulebook_title", CHECK => rulebook_editor::begin::set_title,
    "rulebook_discard", CHECK => rulebook_editor::begin::discard,
    "rulebook_entry", READ, beside => rulebook_editor::entry::entry,
    "rulebook_entry_set", CHECK => rulebook_editor::entry::set,
    "rulebook_entry_reset", CHECK => rulebook_editor::entry::reset,
    "rulebook_entry_remove", CHECK => rulebook_editor::entry::remove,
    "rulebook_preview", READ, beside => rulebook_editor::publish::preview,
    "rulebook_publish", CHECK, beside => rulebook_editor::publish::publish,
    "report_export", READ, beside => export::export,
    "list_export", READ, beside => list_export::export,
    "export_all", READ, beside => export_all::export_all,
    "person_export", CHECK, beside => person_export::export,
    "history", READ, beside => history::history,
    "journal_export", READ, beside => journal_export::export,
    "undo", ENTER, beside => undo::undo,
    "waive_preview", CHECK, beside => waive::preview,
    "waive", CHECK, beside => waive::waive,
    "unwaive", CHECK, beside => unwaive::unwaive,
    "waivers", READ, beside => waivers::waivers,
    "note_set", ENTER => note::set,
    "decide_preview", ENTER, beside => decide::preview,
    "decide", ENTER, beside => decide::decide,
    "withdraw", ENTER, beside => decide::withdraw,
    "activity", READ, beside => lock::activity,
    "lock", ANYONE, beside => lock::lock,
    "unlock", ANYONE, beside => lock::unlock,
    "recover", ANYONE, beside => lock::recover,
    "passphrase_check", ANYONE, beside => protection::check,
    "passphrase_change", READ => protection::change,
    "protection", READ, beside => protection::protection,
    "protect", ADMINISTER => protection::protect,
    "unprotect", ADMINISTER => protection::unprotect,
    "recovery_renew", ADMINISTER => protection::renew_code,
    "recovery_save", ADMINISTER, beside => protection::save_code,
    "lock_after_set", ADMINISTER => protection::set_lock_after,
    "account_add", ADMINISTER => accounts::add,
    "account_remove", ADMINISTER => accounts::remove,
    "account_role", ADMINISTER => accounts::set_role,
    "account_passphrase", ADMINISTER => accounts::set_passphrase,
    "backups", READ, beside => backups::backups,
    "backup_now", READ, beside => backups::now,
    "backup_verify", READ, beside => backups::verify,
    "backups_quota", ADMINISTER => backups::quota,
    "backups_place", ADMINISTER, beside => backups::place,
    "backups_place_forget", ADMINISTER => backups::place_forget,
    "restore_preview", READ, beside => restore::preview,
    "restore", ADMINISTER, beside => restore::restore,
    "purge_choices", ADMINISTER, beside => purge::choices,
    "purge_preview", ADMINISTER, beside => purge::preview,
    "purge", ADMINISTER, beside => purge::purge,
    "purge_record_save", ADMINISTER, beside => purge::save_record,
    "rescue", READ, beside => rescue::rescue,
    "rescue_restore", ENTER, beside => rescue::restore,
    "rescue_salvage", ENTER, beside => rescue::salvage,
    "rescue_folder", READ, beside => rescue::open_folder,
    "rescue_leave", READ, beside => rescue::leave,
}

/// The arguments of a command that has none.
#[derive(serde::Deserialize)]
pub(crate) struct Nothing {}
