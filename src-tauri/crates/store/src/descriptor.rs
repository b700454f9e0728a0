use crate::error::{Result, StoreError, file_error};
use guichet_model::Instant;
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::Path;

/// Name of the descriptor in a workspace's folder.
pub(crate) const FILE_NAME: &str = "workspace.guichet";
/// The format of the folder this version writes.
const FORMAT: i64 = 1;
const UNWRAPPED: &str = "none";

/// What `workspace.guichet` says without opening the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Descriptor {
    /// The workspace's name, as given by the person who made it.
    pub name: String,
    /// When it was created, Paris civil time, `yyyy-mm-ddThh:mm:ss`.
    pub created_at: String,
    /// Whether its data are the fictitious ones.
    pub demo: bool,
    /// Whether a passphrase protects the key. Without one, whoever can copy the folder can read it.
    pub passphrase: bool,
    pub(crate) key: [u8; 32],
}

#[derive(Serialize, Deserialize)]
struct Written {
    format: i64,
    name: String,
    created_at: String,
    demo: bool,
    key: WrittenKey,
}

#[derive(Serialize, Deserialize)]
struct WrittenKey {
    wrapping: String,
    #[serde(default)]
    hex32bytes: String,
}

/// Only the version: a newer file may have any other shape.
#[derive(Deserialize)]
struct Version {
    format: i64,
}

impl Descriptor {
    pub(crate) fn new(name: &str, created_at: Instant, demo: bool, key: [u8; 32]) -> Self {
        let created_at = guichet_model::instant_text(created_at);
        Self { name: name.to_owned(), created_at, demo, passphrase: false, key }
    }

    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let file = folder.join(FILE_NAME);
        let text = match std::fs::read_to_string(&file) {
            Ok(text) => text,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
                return Err(StoreError::NotAWorkspace { folder: folder.to_owned() });
            }
            Err(cause) if cause.kind() == std::io::ErrorKind::InvalidData => {
                return Err(StoreError::DescriptorDamaged { file });
            }
            Err(cause) => return Err(file_error(file)(cause)),
        };
        let damaged = || StoreError::DescriptorDamaged { file: file.clone() };
        let version: Version = serde_json::from_str(&text).map_err(|_| damaged())?;
        if version.format > FORMAT {
            return Err(StoreError::Newer { found: version.format, known: FORMAT });
        }
        let written: Written = serde_json::from_str(&text).map_err(|_| damaged())?;
        if written.key.wrapping != UNWRAPPED {
            return Err(StoreError::ProtectionUnknown { wrapping: written.key.wrapping });
        }
        let key = from_hex(&written.key.hex32bytes).ok_or_else(damaged)?;
        let Written { name, created_at, demo, .. } = written;
        Ok(Self { name, created_at, demo, passphrase: false, key })
    }

    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let path = folder.join(FILE_NAME);
        let written = Written {
            format: FORMAT,
            name: self.name.clone(),
            created_at: self.created_at.clone(),
            demo: self.demo,
            key: WrittenKey { wrapping: UNWRAPPED.to_owned(), hex32bytes: to_hex(&self.key) },
        };
        let text = serde_json::to_string_pretty(&written).map_err(|cause| file_error(&path)(cause.into()))?;
        let mut file = std::fs::File::create(&path).map_err(file_error(&path))?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(file_error(&path))
    }
}

/// Lower-case hexadecimal.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value & 15)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}

fn from_hex(text: &str) -> Option<[u8; 32]> {
    let digits: Vec<u8> =
        text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect::<Option<_>>()?;
    let bytes: Vec<u8> = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    (digits.len() == 64).then_some(())?;
    bytes.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::{from_hex, to_hex};

    #[test]
    fn a_key_survives_its_writing() {
        let key: [u8; 32] = std::array::from_fn(|at| u8::try_from(at * 8 + 3).unwrap());
        assert_eq!(from_hex(&to_hex(&key)), Some(key));
        assert_eq!(from_hex("0g"), None);
        assert_eq!(from_hex(&"0".repeat(63)), None);
        assert_eq!(from_hex(&"0".repeat(66)), None);
    }
}
