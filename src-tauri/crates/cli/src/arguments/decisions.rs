//! What somebody decides of files.

use super::{AnswerFormat, LanguageOption, PossibleWorkspace, WorkspaceOption};
use crate::argument_values::{day, document_state, level, rule_code, waiver_reason};
use clap::{Args, Subcommand};
use guichet_model::{DocumentState, Language, Level, WaiverReason};
use time::Date;

#[derive(Args)]
pub(crate) struct Waive {
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// The rule's code, such as CVC001.
    #[arg(long, value_name = "CODE", value_parser = rule_code)]
    pub(crate) rule: &'static str,
    /// Why.
    #[arg(long, value_name = "KEY", value_parser = waiver_reason)]
    pub(crate) reason: WaiverReason,
    /// Why, in at most 500 characters, without health or social data.
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: Option<String>,
    /// The last day it holds [default: as long as what the finding rests on does not change].
    #[arg(long, value_name = "yyyy-mm-dd", value_parser = day)]
    pub(crate) until: Option<Date>,
    /// The student numbers whose files are meant.
    #[arg(long, value_name = "NUMBER", required = true, num_args = 1..)]
    pub(crate) student: Vec<String>,
    /// Say what would change, and do nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct Waivers {
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
pub(crate) struct Unwaive {
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// The rule's code, such as CVC001.
    #[arg(long, value_name = "CODE", value_parser = rule_code)]
    pub(crate) rule: &'static str,
    /// The student numbers whose files are meant.
    #[arg(long, value_name = "NUMBER", required = true, num_args = 1..)]
    pub(crate) student: Vec<String>,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Decide {
    #[command(subcommand)]
    pub(crate) what: Option<DecideVerb>,
    /// What was entered and stands, each with the number that `withdraw` takes.
    #[arg(long, required = true, requires = "db")]
    list: bool,
    #[command(flatten)]
    pub(crate) workspace: PossibleWorkspace,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    #[command(flatten)]
    language: LanguageOption,
}

impl Decide {
    /// The language of what is said.
    pub(crate) fn language(&self) -> Language {
        let option = match &self.what {
            Some(DecideVerb::Withdraw(entry)) => &entry.language,
            Some(DecideVerb::Enter(what)) => &what.on().language,
            None => &self.language,
        };
        option.language()
    }
}

/// One entry to take away.
#[derive(Args)]
pub(crate) struct Withdraw {
    /// Its number in `decide --list`, such as derogation-3.
    pub(crate) number: String,
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}

#[derive(Subcommand)]
pub(crate) enum DecideVerb {
    #[command(flatten)]
    Enter(DecideWhat),
    /// Take away what was entered: extracts speak again, or the words are gone. Undone like an import.
    Withdraw(Withdraw),
}

#[derive(Subcommand)]
pub(crate) enum DecideWhat {
    /// A derogation, for the level and year of each file.
    Derogation {
        /// Who decided.
        #[arg(long, value_name = "WHO")]
        by: String,
        /// When.
        #[arg(long = "on", value_name = "yyyy-mm-dd", value_parser = day)]
        decided: Date,
        /// The decision's reference.
        #[arg(long, value_name = "TEXT")]
        reference: Option<String>,
        /// It was refused [default: granted].
        #[arg(long)]
        refused: bool,
        #[command(flatten)]
        on: OnFiles,
    },
    /// Where a document's check stands.
    Document {
        /// What document, as extracts name it.
        #[arg(long, value_name = "NAME")]
        piece: String,
        /// Its state.
        #[arg(long, value_name = "KEY", value_parser = document_state)]
        state: DocumentState,
        /// Why; a rejected document must have a reason.
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        /// The last day it is valid.
        #[arg(long, value_name = "yyyy-mm-dd", value_parser = day)]
        until: Option<Date>,
        /// The code of the programme it is for [default: each registration].
        #[arg(long, value_name = "CODE")]
        programme: Option<String>,
        #[command(flatten)]
        on: OnFiles,
    },
    /// A note, below what is written already.
    Note {
        /// The words, at most 500 characters a file, without health or social data.
        #[arg(long, value_name = "TEXT")]
        text: String,
        #[command(flatten)]
        on: OnFiles,
    },
}

impl DecideWhat {
    /// The files it is about.
    pub(crate) fn on(&self) -> &OnFiles {
        match self {
            Self::Derogation { on, .. } | Self::Document { on, .. } | Self::Note { on, .. } => on,
        }
    }
}

/// The files a decision is about.
#[derive(Args)]
pub(crate) struct OnFiles {
    #[command(flatten)]
    pub(crate) workspace: WorkspaceOption,
    /// The student numbers whose files are meant.
    #[arg(long, value_name = "NUMBER", required = true, num_args = 1..)]
    pub(crate) student: Vec<String>,
    /// Only their files at this level.
    #[arg(long, value_name = "LEVEL", value_parser = level)]
    pub(crate) level: Option<Level>,
    /// Say what would change, and do nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// What is written.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: AnswerFormat,
    #[command(flatten)]
    pub(crate) language: LanguageOption,
}
