mod decisions;
mod export;
mod outputs;
mod privacy;

use crate::argument_values::{role, sheet_kind};
use clap::{Args, Parser, Subcommand, ValueEnum};
use guichet_app::access::Access;
use guichet_app::{AppError, Role};
use guichet_model::{Language, SheetKind};
use std::path::{Path, PathBuf};

pub(crate) use decisions::{Decide, DecideVerb, DecideWhat, Unwaive, Waive, Waivers, Withdraw};
pub(crate) use export::{Export, Report};
pub(crate) use privacy::{ExportPerson, PersonFormat, Purge};

/// Checks an office's registration files: certificates, windows, repeats, derogations.
#[derive(Parser)]
#[command(name = "guichet-cli", version, about, max_term_width = 110)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Judge files in memory; nothing is kept. Exit 0: nothing blocks, 1: something does, 2: bad input, 3: internal.
    Check(Check),
    /// What files hold, as an import would read them; nothing is kept. Exit 0: read, 2: a file is refused.
    Inspect(Inspect),
    /// Import files into a workspace; it is created when it is not there.
    Import(Import),
    /// What was done to a workspace, the newest first, and what can be undone.
    History(History),
    /// Undo an import: the workspace is then as if it had not been made. Exit 2: refused, with what rests on it.
    Undo(Undo),
    /// Make a backup of a workspace, verified by opening it.
    Backup(BackupArguments),
    /// Put a backup back. The present state is backed up first; the files of a damaged workspace are kept aside.
    Restore(Restore),
    /// Read a workspace and its backups whole. Exit 0: all is sound, 2: something is not, and what.
    Verify(Verify),
    /// Decide that findings of a rule do not count on some files, and why. Exit 2: there is no such finding.
    Waive(Waive),
    /// Make findings count again that were decided not to.
    Unwaive(Unwaive),
    /// Enter what was decided at the desk: a derogation, a document's check, a note; list it, withdraw it. Undone like an import.
    Decide(Decide),
    /// What was decided not to count: to review, unused, active.
    Waivers(Waivers),
    /// Write a workspace's validation report.
    Report(Report),
    /// Write one list of a workspace to work on elsewhere: findings, files, reminders, CVEC numbers to verify.
    Export(Export),
    /// Write everything a workspace holds on one person.
    ExportPerson(ExportPerson),
    /// Purge a finished campaign, or persons, from every file of a workspace; without --yes, what would go.
    Purge(Purge),
    /// What another rulebook or instant would change in a workspace. Nothing is kept.
    Simulate(Simulate),
    /// Protect a workspace by a passphrase, and print its recovery code.
    Protect(Protect),
    /// Take every passphrase of a workspace away.
    Unprotect(Unprotect),
    /// Who may open a workspace, and what they may do.
    Account(AccountArguments),
    /// The manual of every rule, or of one.
    Rules(Rules),
    /// The rulebooks: list them, show one, or validate a file.
    Rulebook(RulebookArguments),
    /// Write the fictitious sample office into a folder.
    Demo(Demo),
}

impl Command {
    /// The language of what the command says.
    pub(crate) fn language(&self) -> Language {
        match self {
            Self::Check(check) => check.language.language(),
            Self::Rules(rules) => rules.language.language(),
            Self::Rulebook(rulebook) => rulebook.language.language(),
            Self::Demo(demo) => demo.language.language(),
            Self::Inspect(inspect) => inspect.language.language(),
            Self::Import(import) => import.language.language(),
            Self::History(history) => history.language.language(),
            Self::Undo(undo) => undo.language.language(),
            Self::Backup(backup) => backup.language.language(),
            Self::Restore(restore) => restore.language.language(),
            Self::Verify(verify) => verify.language.language(),
            Self::Waive(waive) => waive.language.language(),
            Self::Unwaive(unwaive) => unwaive.language.language(),
            Self::Decide(decide) => decide.language(),
            Self::Waivers(waivers) => waivers.language.language(),
            Self::Report(report) => report.language.language(),
            Self::Export(export) => export.language.language(),
            Self::Purge(purge) => purge.language.language(),
            Self::ExportPerson(person) => person.language.language(),
            Self::Simulate(simulate) => simulate.language.language(),
            Self::Protect(protect) => protect.language.language(),
            Self::Unprotect(unprotect) => unprotect.language.language(),
            Self::Account(account) => account.language.language(),
        }
    }
}

/// The language of every sentence.
#[derive(Args)]
pub(crate) struct LanguageOption {
    /// Language of what is said and written.
    #[arg(long = "lang", value_enum, default_value = "fr", global = true)]
    lang: Lang,
}

#[derive(Clone, Copy, ValueEnum)]
enum Lang {
    Fr,
    En,
}

impl LanguageOption {
    pub(crate) fn language(&self) -> Language {
        match self.lang {
            Lang::Fr => Language::Fr,
            Lang::En => Language::En,
        }
    }
}

/// A workspace, and what opens it.
#[derive(Args)]
pub(crate) struct WorkspaceOption {
    /// The workspace's folder.
    #[arg(long, value_name = "WORKSPACE")]
    db: PathBuf,
    /// The file whose first line is the passphrase of a protected workspace.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// Whose passphrase it is, when several accounts open the workspace.
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
}

impl WorkspaceOption {
    pub(crate) fn folder(&self) -> &Path {
        &self.db
    }

    /// The way to the workspace.
    pub(crate) fn access(&self) -> Result<Access, AppError> {
        Access::new(&self.db, self.passphrase_file.as_deref(), self.account.as_deref())
    }
}

/// A workspace that a command may do without.
#[derive(Args)]
pub(crate) struct PossibleWorkspace {
    /// The workspace's folder.
    #[arg(long, value_name = "WORKSPACE")]
    db: Option<PathBuf>,
    /// The file whose first line is the passphrase of a protected workspace.
    #[arg(long, value_name = "FILE", requires = "db")]
    passphrase_file: Option<PathBuf>,
    /// Whose passphrase it is, when several accounts open the workspace.
    #[arg(long, value_name = "NAME", requires = "db")]
    account: Option<String>,
}

impl PossibleWorkspace {
    /// The way to the workspace, when one is given.
    pub(crate) fn access(&self) -> Result<Option<Access>, AppError> {
        let Self { db, passphrase_file, account } = self;
        db.as_ref().map(|db| Access::new(db, passphrase_file.as_deref(), account.as_deref())).transpose()
    }
}

#[derive(Args)]
pub(crate) struct Check {
    /// The files, read together as one office.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The rulebook.
    #[arg(long, value_name = "ID")]
    pub(crate) rulebook: String,
    /// A rulebook file to use besides the shipped ones.
    #[arg(long, value_name = "FILE.toml")]
    pub(crate) rulebook_file: Vec<PathBuf>,
    /// The instant at which files are judged, civil time of Paris [default: now in Paris].
    #[arg(long, value_name = "yyyy-mm-ddThh:mm")]
    pub(crate) as_of: Option<String>,
    /// What every sheet is, instead of telling it from the headers.
    #[arg(long, value_parser = sheet_kind)]
    pub(crate) kind: Option<SheetKind>,
    /// Headers and values of a source, and what they stand for.
    #[arg(long, value_name = "MAPPING.toml")]
    pub(crate) map: Option<PathBuf>,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: CheckFormat,
    /// Where it is written [default: standard output].
    #[arg(long, value_name = "PATH")]
    pub(crate) out: Option<PathBuf>,
    /// Judge and write nothing unless every file is read whole.
    #[arg(long)]
    pub(crate) strict: bool,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Text,
    Json,
    Xlsx,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    Text,
    Json,
}

#[derive(Args)]
pub(crate) struct Inspect {
    /// The files.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// What is written: one line of JSON a file, or text for a person.
    #[arg(long, value_enum, default_value = "json")]
    pub(crate) format: AnswerFormat,
    /// Write each cell that holds something after its file.
    #[arg(long)]
    pub(crate) cells: bool,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct Import {
    /// The files.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// What every sheet is, instead of telling it from the headers.
    #[arg(long, value_parser = sheet_kind)]
    pub(crate) kind: Option<SheetKind>,
    /// Headers and values of a source, and what they stand for.
    #[arg(long, value_name = "MAPPING.toml")]
    pub(crate) map: Option<PathBuf>,
    /// Show what would be done, and do nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Import nothing unless every row is clean.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Write what is to be corrected as a workbook that can be corrected and imported.
    #[arg(long, value_name = "FILE.xlsx")]
    pub(crate) problems_out: Option<PathBuf>,
    /// Write the mapping of what was recognised, ready to be edited and given back with --map.
    #[arg(long, value_name = "MAPPING.toml")]
    pub(crate) map_out: Option<PathBuf>,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct History {
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// Write a sealed copy of the journal there, one JSON object a line.
    #[arg(long, value_name = "PATH", conflicts_with = "check")]
    pub(crate) copy: Option<PathBuf>,
    /// Say whether this file is a copy of the journal as the workspace gave it. Exit 2: it is not.
    #[arg(long, value_name = "FILE")]
    pub(crate) check: Option<PathBuf>,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct Undo {
    /// The operation's number, as `import` and `history` give it.
    #[arg(value_name = "ID")]
    pub(crate) operation: i64,
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// Undo the later imports that rest on it too, the newest first.
    #[arg(long)]
    pub(crate) with_dependents: bool,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct BackupArguments {
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct Restore {
    /// The backup's name, as `verify` gives it.
    #[arg(value_name = "BACKUP")]
    pub(crate) backup: String,
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// Do not ask first. Where nobody can be asked, nobody is.
    #[arg(long)]
    pub(crate) yes: bool,
    /// Say what would differ, and do nothing.
    #[arg(long, conflicts_with = "yes")]
    pub(crate) dry_run: bool,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// One backup alone, by its name.
    #[arg(long, value_name = "NAME")]
    pub(crate) backup: Option<String>,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct Simulate {
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// The rulebook to try.
    #[arg(long, value_name = "ID")]
    pub(crate) rulebook: String,
    /// A rulebook file to use besides the shipped ones.
    #[arg(long, value_name = "FILE.toml")]
    pub(crate) rulebook_file: Vec<PathBuf>,
    /// The instant to try, civil time of Paris [default: now in Paris].
    #[arg(long, value_name = "yyyy-mm-ddThh:mm")]
    pub(crate) as_of: Option<String>,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    /// Where it is written [default: standard output].
    #[arg(long, value_name = "PATH")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct Protect {
    /// The workspace's folder.
    #[arg(long, value_name = "WORKSPACE")]
    pub(crate) db: PathBuf,
    /// The file whose first line is the passphrase.
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: PathBuf,
    /// The name of the first account, an administrator's [default: the name of the session on this computer].
    #[arg(long, value_name = "NAME")]
    pub(crate) account: Option<String>,
    /// Where the recovery code is written, to be printed [default: standard output].
    #[arg(long, value_name = "FILE")]
    pub(crate) recovery_out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct Unprotect {
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct AccountArguments {
    #[command(subcommand)]
    pub(crate) command: AccountCommand,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Subcommand)]
pub(crate) enum AccountCommand {
    /// The accounts and their roles.
    List {
        #[command(flatten)]
        workspace: WorkspaceOption,
        /// What is written.
        #[arg(long, value_enum, default_value = "text")]
        format: AnswerFormat,
    },
    /// Add an account.
    Add {
        /// Its name, as the journal will say it.
        name: String,
        #[command(flatten)]
        workspace: WorkspaceOption,
        /// What it may do: read, enter, check or administer.
        #[arg(long, value_parser = role)]
        role: Role,
        /// The file whose first line is the new account's passphrase.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: PathBuf,
    },
    /// Take an account away.
    Remove {
        /// Its name.
        name: String,
        #[command(flatten)]
        workspace: WorkspaceOption,
    },
}

#[derive(Args)]
pub(crate) struct Rules {
    /// A rule's code, such as CVC001.
    pub(crate) code: Option<String>,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct RulebookArguments {
    #[command(subcommand)]
    pub(crate) command: RulebookCommand,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Subcommand)]
pub(crate) enum RulebookCommand {
    /// The shipped rulebooks, and those published in a workspace when one is given.
    List {
        #[command(flatten)]
        workspace: PossibleWorkspace,
    },
    /// Every entry of a rulebook, with its citation.
    Show {
        /// The rulebook.
        id: String,
        #[command(flatten)]
        workspace: PossibleWorkspace,
    },
    /// Publish a rulebook file as an edition of a workspace, and judge its files by it; `undo` takes that back.
    Publish {
        /// The file.
        file: PathBuf,
        #[command(flatten)]
        workspace: WorkspaceOption,
    },
    /// What is wrong with a rulebook file, by line and key; what it leaves unset.
    Validate {
        /// The file.
        file: PathBuf,
    },
}

#[derive(Args)]
pub(crate) struct Demo {
    /// The folder; it is created when it is not there.
    pub(crate) folder: PathBuf,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}
