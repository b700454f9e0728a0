//! What a command writes and reads, told before it begins: no output lies in a workspace or over a file read.

use super::{Command, WorkspaceOption};
use guichet_app::{AppError, allow_output};
use std::path::{Path, PathBuf};

/// The places a command was given.
#[derive(Default)]
struct Places<'a> {
    /// What it writes.
    out: Vec<&'a Path>,
    /// The workspace it works on.
    workspace: Option<&'a Path>,
    /// What it reads.
    read: Vec<&'a Path>,
}

impl<'a> Places<'a> {
    fn on(workspace: &'a WorkspaceOption) -> Self {
        let places = Self { workspace: Some(&workspace.db), ..Self::default() };
        places.reads(&workspace.passphrase_file)
    }

    fn writes(mut self, out: impl IntoIterator<Item = &'a PathBuf>) -> Self {
        self.out.extend(out.into_iter().map(PathBuf::as_path));
        self
    }

    fn reads(mut self, files: impl IntoIterator<Item = &'a PathBuf>) -> Self {
        self.read.extend(files.into_iter().map(PathBuf::as_path));
        self
    }
}

impl Command {
    /// Refuses an output that would destroy a workspace or a file read.
    pub(crate) fn allow_outputs(&self) -> Result<(), AppError> {
        let places = self.places();
        places.out.iter().try_for_each(|out| allow_output(out, places.workspace, &places.read))
    }

    /// Every command stands here: one that comes to write a file says so.
    fn places(&self) -> Places<'_> {
        match self {
            Self::Check(own) => {
                Places::default().writes(&own.out).reads(&own.files).reads(&own.rulebook_file).reads(&own.map)
            }
            Self::Import(own) => Places::on(&own.workspace)
                .writes(&own.problems_out)
                .writes(&own.map_out)
                .reads(&own.files)
                .reads(&own.map),
            Self::History(own) => Places::on(&own.workspace).writes(&own.copy),
            Self::Report(own) => Places::on(&own.workspace).writes([&own.out]),
            Self::Export(own) => Places::on(&own.workspace).writes([&own.out]),
            Self::ExportPerson(own) => Places::on(&own.workspace).writes(&own.out),
            Self::Purge(own) => Places::on(&own.workspace).writes(&own.record),
            Self::Simulate(own) => Places::on(&own.workspace).writes(&own.out).reads(&own.rulebook_file),
            Self::Protect(own) => {
                let places = Places { workspace: Some(&own.db), ..Places::default() };
                places.writes(&own.recovery_out).reads([&own.passphrase_file])
            }
            Self::Demo(own) => Places::default().writes([&own.folder]),
            Self::Inspect(_)
            | Self::Undo(_)
            | Self::Backup(_)
            | Self::Restore(_)
            | Self::Verify(_)
            | Self::Waive(_)
            | Self::Unwaive(_)
            | Self::Decide(_)
            | Self::Waivers(_)
            | Self::Unprotect(_)
            | Self::Account(_)
            | Self::Rules(_)
            | Self::Rulebook(_) => Places::default(),
        }
    }
}
