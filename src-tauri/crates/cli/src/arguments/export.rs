//! What is written of a workspace: its report, and lists to work on elsewhere.

use super::{LanguageOption, WorkspaceOption};
use clap::Args;
use guichet_app::lists::ListName;
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// The rulebook.
    #[arg(long, value_name = "ID")]
    pub(crate) rulebook: String,
    /// The instant at which files are judged, civil time of Paris [default: now in Paris].
    #[arg(long, value_name = "yyyy-mm-ddThh:mm")]
    pub(crate) as_of: Option<String>,
    /// Where the report is written.
    #[arg(long, value_name = "PATH")]
    pub(crate) out: PathBuf,
    /// Print the number and the seal of the workspace's last operation in the report.
    #[arg(long)]
    pub(crate) sealed: bool,
    /// Replace names, identifiers and numbers by pseudonyms that nobody can turn back, leave birth dates out and mask
    /// small counts.
    #[arg(long, alias = "pseudonymize")]
    pub(crate) pseudonymise: bool,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// What is listed: findings, files, reminders or cvec-to-verify.
    #[arg(long, value_parser = list_name)]
    pub(crate) what: ListName,
    /// The rulebook [default: the workspace's].
    #[arg(long, value_name = "ID")]
    pub(crate) rulebook: Option<String>,
    /// The instant at which files are judged, civil time of Paris [default: the workspace's].
    #[arg(long, value_name = "yyyy-mm-ddThh:mm")]
    pub(crate) as_of: Option<String>,
    /// Where it is written: a workbook (.xlsx), or text with semicolons (.csv).
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

fn list_name(text: &str) -> Result<ListName, String> {
    let names: Vec<&str> = ListName::ALL.iter().map(|list| list.as_str()).collect();
    ListName::from_name(text).ok_or_else(|| names.join(", "))
}
