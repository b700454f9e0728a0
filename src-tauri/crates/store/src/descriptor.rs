use crate::backup::{BACKUPS, Backup};
use crate::disk::Disk;
use crate::error::{Result, StoreError, file_error};
use crate::keys::{Account, DataKey, Keyring, WrittenKeyring};
use crate::workspace::DATABASE;
use guichet_model::Instant;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::Path;
use zeroize::{Zeroize, Zeroizing};

/// Name of the descriptor in a workspace's folder.
pub(crate) const FILE_NAME: &str = "workspace.guichet";
/// The format of the folder this version writes.
const FORMAT: i64 = 1;
const UNWRAPPED: &str = "none";
/// Argon2id and XChaCha20-Poly1305 for each account, HKDF for the recovery code, HMAC-SHA-256 over it all.
const ACCOUNTS: &str = "accounts-1";

/// What `workspace.guichet` says without opening the database. It shows no key.
#[derive(Clone)]
pub struct Descriptor {
    /// The workspace's name, as given by the person who made it.
    pub name: String,
    /// When it was created, Paris civil time, `yyyy-mm-ddThh:mm:ss`.
    pub created_at: String,
    /// Whether its data are the fictitious ones.
    pub demo: bool,
    /// Whether a passphrase protects the key. Without one, whoever can copy the folder can read it.
    pub passphrase: bool,
    pub(crate) protection: Protection,
    /// Whether its file is there, with the sum of what it says.
    pub(crate) whole: bool,
}

/// How the key of the database is kept.
#[derive(Clone)]
pub(crate) enum Protection {
    /// As it is.
    Unwrapped(DataKey),
    /// Wrapped for each account.
    Accounts(Keyring),
}

#[derive(Serialize, Deserialize)]
struct Written {
    format: i64,
    name: String,
    created_at: String,
    demo: bool,
    key: WrittenKey,
    /// The SHA-256 of all that precedes it, so that a byte altered is seen; nothing in the files of before. The last field.
    #[serde(default)]
    sum: String,
}

/// How the sum is named in the text.
const SUM: &str = "\"sum\"";

#[derive(Serialize, Deserialize)]
struct WrittenKey {
    wrapping: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    hex32bytes: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keyring: Option<WrittenKeyring>,
}

impl Drop for WrittenKey {
    fn drop(&mut self) {
        self.hex32bytes.zeroize();
    }
}

/// Only the version: a newer file may have any other shape.
#[derive(Deserialize)]
struct Version {
    format: i64,
}

/// Only the way the key is wrapped: another way may have any other shape.
#[derive(Deserialize)]
struct Wrapping {
    key: WrappingName,
}

#[derive(Deserialize)]
struct WrappingName {
    wrapping: String,
}

impl Descriptor {
    pub(crate) fn new(name: &str, created_at: Instant, demo: bool, key: DataKey) -> Self {
        let created_at = guichet_model::instant_text(created_at);
        let protection = Protection::Unwrapped(key);
        Self { name: name.to_owned(), created_at, demo, passphrase: false, protection, whole: true }
    }

    /// The descriptor of a workspace's folder; where it is damaged, that of the newest backup that is not. It opens the same
    /// database: whenever the protection changes, the backups' change with it.
    pub(crate) fn find(disk: &Disk, folder: &Path) -> Result<Self> {
        let damaged = match Self::read(folder) {
            Err(damaged @ StoreError::DescriptorDamaged { .. }) => damaged,
            read => return read,
        };
        let backups = Backup::list_in(folder, disk).unwrap_or_default();
        let kept = backups.iter().find_map(|backup| Self::read(&backup.folder).ok());
        kept.map(|kept| Self { whole: false, ..kept }).ok_or(damaged)
    }

    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let file = folder.join(FILE_NAME);
        let text = match std::fs::read_to_string(&file) {
            Ok(text) => Zeroizing::new(text),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
                return Err(match folder.join(DATABASE).exists() && folder.join(BACKUPS).exists() {
                    true => StoreError::DescriptorDamaged { file },
                    false => StoreError::NotAWorkspace { folder: folder.to_owned() },
                });
            }
            Err(cause) if cause.kind() == std::io::ErrorKind::InvalidData => {
                return Err(StoreError::DescriptorDamaged { file });
            }
            Err(cause) => return Err(file_error(file)(cause)),
        };
        let damaged = || StoreError::DescriptorDamaged { file: file.clone() };
        let version: Version = serde_json::from_str(&text).map_err(|_| damaged())?;
        let sum = Sum::of(&text);
        let unaltered = |error| if sum == Sum::Wrong { damaged() } else { error };
        if version.format > FORMAT {
            return Err(unaltered(StoreError::Newer { found: version.format, known: FORMAT }));
        }
        let Wrapping { key: WrappingName { wrapping } } = serde_json::from_str(&text).map_err(|_| damaged())?;
        if wrapping != UNWRAPPED && wrapping != ACCOUNTS {
            return Err(unaltered(StoreError::ProtectionUnknown { wrapping }));
        }
        // What accounts are altered is told as such by their seal.
        if wrapping == UNWRAPPED && sum == Sum::Wrong {
            return Err(damaged());
        }
        let written: Written = serde_json::from_str(&text).map_err(|_| damaged())?;
        let protection = written.key.protection().ok_or_else(damaged)?;
        let Written { name, created_at, demo, .. } = written;
        let whole = sum == Sum::Right;
        Ok(Self { name, created_at, demo, passphrase: wrapping == ACCOUNTS, protection, whole })
    }

    /// Writes the descriptor in its folder: at each moment the former one or this one is there, whole.
    pub(crate) fn write(&self, disk: &Disk, folder: &Path) -> Result<()> {
        let path = folder.join(FILE_NAME);
        let text = |written: &Written| serde_json::to_string_pretty(written).map(Zeroizing::new);
        let mut written = self.written();
        let summed = text(&written).and_then(|unsummed| {
            written.sum = unsummed.rsplit_once(SUM).map(|(said, _)| sum_of(said)).unwrap_or_default();
            text(&written)
        });
        disk.write_whole(&path, summed.map_err(|cause| file_error(&path)(cause.into()))?.as_bytes())
    }

    /// Whether it keeps this key.
    pub(crate) fn keeps(&self, key: &DataKey) -> bool {
        match &self.protection {
            Protection::Unwrapped(kept) => kept.is(key),
            Protection::Accounts(keyring) => keyring.is_sealed_by(key, &self.about()),
        }
    }

    /// The same under another name: who opened it opens this one.
    pub(crate) fn renamed(&self, name: &str, key: &DataKey) -> Self {
        let mut renamed = Self { name: name.to_owned(), ..self.clone() };
        let about = renamed.about();
        if let Protection::Accounts(keyring) = &mut renamed.protection {
            keyring.seal(key, &about);
        }
        renamed
    }

    /// What the seal of the accounts covers besides them.
    pub(crate) fn about(&self) -> String {
        format!("{FORMAT}\n{ACCOUNTS}\n{}\n{}\n{}", self.created_at, self.demo, self.name)
    }

    /// Who may open the workspace; nobody in particular without a passphrase.
    #[must_use]
    pub fn accounts(&self) -> Vec<Account> {
        match &self.protection {
            Protection::Unwrapped(_) => Vec::new(),
            Protection::Accounts(keyring) => keyring.accounts().cloned().collect(),
        }
    }

    /// Whether a recovery code opens the workspace.
    #[must_use]
    pub fn is_recoverable(&self) -> bool {
        matches!(&self.protection, Protection::Accounts(keyring) if keyring.is_recoverable())
    }

    fn written(&self) -> Written {
        let key = match &self.protection {
            Protection::Unwrapped(key) => {
                WrittenKey { wrapping: UNWRAPPED.to_owned(), hex32bytes: key.hex().to_string(), keyring: None }
            }
            Protection::Accounts(keyring) => WrittenKey {
                wrapping: ACCOUNTS.to_owned(),
                hex32bytes: String::new(),
                keyring: Some(keyring.written()),
            },
        };
        let (name, created_at) = (self.name.clone(), self.created_at.clone());
        Written { format: FORMAT, name, created_at, demo: self.demo, key, sum: String::new() }
    }
}

/// What the sum in a descriptor says of what precedes it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sum {
    Right,
    Wrong,
    /// The file is of before.
    Missing,
}

impl Sum {
    fn of(text: &str) -> Self {
        match text.rsplit_once(SUM) {
            None => Self::Missing,
            Some((said, sum)) if sum.contains(&sum_of(said)) => Self::Right,
            Some(_) => Self::Wrong,
        }
    }
}

fn sum_of(said: &str) -> String {
    to_hex(&Sha256::digest(said))
}

impl WrittenKey {
    fn protection(&self) -> Option<Protection> {
        if self.wrapping == UNWRAPPED {
            return Some(Protection::Unwrapped(DataKey::new(from_hex(&self.hex32bytes)?)));
        }
        Some(Protection::Accounts(Keyring::read(self.keyring.as_ref()?)?))
    }
}

/// Lower-case hexadecimal.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    push_hex(&mut text, bytes);
    text
}

pub(crate) fn push_hex(text: &mut String, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
}

/// The bytes of a hexadecimal text of exactly their length.
pub(crate) fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let text = text.as_bytes();
    let mut bytes = [0; N];
    (text.len() == N * 2).then_some(())?;
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{from_hex, to_hex};

    #[test]
    fn a_key_survives_its_writing() {
        let key: [u8; 32] = std::array::from_fn(|at| u8::try_from(at * 8 + 3).unwrap());
        assert_eq!(from_hex(&to_hex(&key)), Some(key));
        assert_eq!(from_hex::<1>("0g"), None);
        assert_eq!(from_hex::<32>(&"0".repeat(63)), None);
        assert_eq!(from_hex::<32>(&"0".repeat(66)), None);
    }
}
