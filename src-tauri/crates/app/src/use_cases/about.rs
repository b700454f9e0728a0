//! What the application is made of, and where it keeps what it keeps.

use super::Nothing;
use crate::app::App;
use crate::failure::AppError;
use crate::wire::{AboutView, LicenceLine};

/// One line a part: name, version (or nothing), licence, between tabs. `cargo xtask gen` writes it from the lock files.
const PARTS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/licences.tsv"));

/// The parts, their licences and the folder of the data.
pub(crate) fn about(app: &App, _: Nothing) -> Result<AboutView, AppError> {
    Ok(AboutView {
        data_folder: app.host.data_folder().display().to_string(),
        licence: env!("CARGO_PKG_LICENSE").to_owned(),
        parts: PARTS.lines().filter_map(part).collect(),
    })
}

fn part(line: &str) -> Option<LicenceLine> {
    let mut words = line.split('\t');
    let (name, version, licence) = (words.next()?, words.next()?, words.next()?);
    let version = Some(version.to_owned()).filter(|version| !version.is_empty());
    Some(LicenceLine { name: name.to_owned(), version, licence: licence.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::{PARTS, part};

    #[test]
    fn every_line_is_a_part_with_its_licence() {
        let parts: Vec<_> = PARTS.lines().map(|line| part(line).expect("three columns")).collect();
        assert!(parts.len() > 300, "the lists were joined");
        assert!(parts.iter().all(|part| !part.licence.is_empty()));
        assert!(parts.iter().any(|part| part.name == "tauri" && part.version.is_some()));
        assert!(parts.iter().any(|part| part.name == "SQLCipher" && part.version.is_none()));
    }
}
