//! What a person can do in the window, one file each. `src-tauri/docs/commands.md` lists arguments and answers.

pub(crate) mod campaign;
pub(crate) mod export;
pub(crate) mod extract;
pub(crate) mod file_detail;
pub(crate) mod files;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod journal_export;
pub(crate) mod manual;
pub(crate) mod requests;
pub(crate) mod simulate;
pub(crate) mod start;
pub(crate) mod summary;
pub(crate) mod undo;
pub(crate) mod workspaces;

use crate::app::{App, answer, arguments};
use crate::failure::AppError;
use serde_json::Value;

macro_rules! commands {
    ($($name:literal => $function:path),* $(,)?) => {
        /// Every command's name.
        pub const COMMANDS: &[&str] = &[$($name),*];

        /// Does the command of this name.
        pub(crate) fn dispatch(app: &App, command: &str, args: Value) -> Result<Value, AppError> {
            match command {
                $($name => answer($function(app, arguments(args)?)?),)*
                other => Err(AppError::NotACommand(other.to_owned())),
            }
        }
    };
}

commands! {
    "start" => start::start,
    "settings_set" => start::settings_set,
    "workspace_demo" => workspaces::demo,
    "workspace_create" => workspaces::create,
    "workspace_open" => workspaces::open,
    "workspace_close" => workspaces::close,
    "rulebooks" => campaign::rulebooks,
    "campaign_set" => campaign::set,
    "simulate" => simulate::simulate,
    "summary" => summary::summary,
    "import_choose" => import::choose::choose,
    "import_view" => import::choose::current,
    "import_add" => import::choose::add,
    "import_sheet" => import::sheet::sheet,
    "import_export" => import::export::export,
    "import_mapping_keep" => import::mappings::remember,
    "import_mapping_save" => import::mappings::save,
    "import_mapping_open" => import::mappings::open,
    "mappings" => import::mappings::list,
    "mapping_forget" => import::mappings::forget,
    "import_answer" => import::answer::answer,
    "import_rows" => import::rows::rows,
    "import_apply" => import::apply::apply,
    "import_discard" => import::choose::discard,
    "import_cancel" => import::choose::cancel,
    "files_open" => files::open,
    "files_rows" => files::rows,
    "file_detail" => file_detail::file_detail,
    "requests" => requests::requests,
    "extract" => extract::extract,
    "rules" => manual::rules,
    "rule_page" => manual::page,
    "report_export" => export::export,
    "history" => history::history,
    "journal_export" => journal_export::export,
    "undo" => undo::undo,
}

/// The arguments of a command that has none.
#[derive(serde::Deserialize)]
pub(crate) struct Nothing {}
