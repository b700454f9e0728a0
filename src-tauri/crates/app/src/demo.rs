//! The fictitious office, for a first look and for trying the command line.

use crate::failure::AppError;
use crate::whole_file::write_whole;
use std::path::{Path, PathBuf};

/// The rulebook the fictitious office is judged by.
pub const RULEBOOK: &str = "amu-allsh-2024-2025";
/// The instant at which it is judged: in the last days of its campaign.
pub const AS_OF: &str = "2024-09-25T09:00";

macro_rules! sample {
    ($name:literal) => {
        ($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/samples/demo/", $name)))
    };
}

const FILES: [(&str, &[u8]); 7] = [
    sample!("inscrits-2024-2025.xlsx"),
    sample!("historique.xlsx"),
    sample!("attestations-cvec.csv"),
    sample!("controle-cvec.csv"),
    sample!("pieces.xlsx"),
    sample!("demandes.csv"),
    sample!("concordances-auditeurs.xlsx"),
];

/// A list such as a secretary keeps: titles above the headers, a column nobody else calls so, a code of the house.
const ROSTER: (&str, &[u8]) = (
    "liste-du-secretariat.csv",
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/samples/untidy/liste-du-secretariat.csv")),
);

/// Writes the untidy list into a folder; its path.
pub(crate) fn write_roster(folder: &Path) -> Result<PathBuf, AppError> {
    let path = folder.join(ROSTER.0);
    write_whole(&path, ROSTER.1)?;
    Ok(path)
}

/// Writes the files of the fictitious office into a folder, which is created when it is not there.
///
/// # Errors
/// [`AppError::File`] when the folder or a file cannot be written.
pub fn write_files(folder: &Path) -> Result<Vec<PathBuf>, AppError> {
    std::fs::create_dir_all(folder).map_err(AppError::file(folder))?;
    let mut written = Vec::with_capacity(FILES.len());
    for (name, bytes) in FILES {
        let path = folder.join(name);
        write_whole(&path, bytes)?;
        written.push(path);
    }
    Ok(written)
}
