//! What is held on persons: handed to them, purged.

use super::{AnswerFormat, LanguageOption, WorkspaceOption};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct ExportPerson {
    /// The person's student number or Ine, now or before.
    #[arg(value_name = "NUMBER|INE")]
    pub(crate) identifier: String,
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// What is written.
    #[arg(long, value_enum, default_value = "json")]
    pub(crate) format: PersonFormat,
    /// Where it is written [default: standard output].
    #[arg(long, value_name = "PATH")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
#[command(group = clap::ArgGroup::new("what").required(true))]
pub(crate) struct Purge {
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// The files of this academic year, by the civil year it starts in, and whoever is there for nothing else.
    #[arg(long, value_name = "YEAR", group = "what")]
    pub(crate) year: Option<u16>,
    /// With --year: files that do not say their year are of it.
    #[arg(long, requires = "year")]
    pub(crate) undated: bool,
    /// A person's student number or Ine; may be given several times.
    #[arg(long, value_name = "NUMBER|INE", group = "what")]
    pub(crate) person: Vec<String>,
    /// Purge, instead of saying what would go. It cannot be undone.
    #[arg(long)]
    pub(crate) yes: bool,
    /// Blank the texts about others that name somebody purged: notes, waivers, references, cells in free words, names of files.
    #[arg(long)]
    pub(crate) blank_mentions: bool,
    /// Where the record of the purge is written; it names nobody.
    #[arg(long, value_name = "FILE")]
    pub(crate) record: Option<PathBuf>,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PersonFormat {
    Json,
    Xlsx,
}
