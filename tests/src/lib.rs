//! What several acceptance tests need: where the project lies, and a place of their own.

use std::path::{Path, PathBuf};

/// The project's folder.
#[must_use]
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// The files of a sample office, in the order in which an office names them.
#[must_use]
pub fn sample_office(name: &str) -> Vec<PathBuf> {
    let folder = project().join("tests/fixtures/offices").join(name);
    ["roster.xlsx", "history.xlsx", "certificates.csv", "requests.csv"].map(|file| folder.join(file)).to_vec()
}
