use super::DataKey;
use crate::descriptor::{from_hex, to_hex};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Random bytes from the system's generator, used once: the salt and the nonce of one wrapping of the key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt([u8; 40]);

impl Salt {
    /// A salt of forty random bytes.
    #[must_use]
    pub fn new(bytes: [u8; 40]) -> Self {
        Self(bytes)
    }

    pub(super) fn salt(&self) -> &[u8] {
        &self.0[..16]
    }

    fn nonce(&self) -> XNonce {
        XNonce::try_from(&self.0[16..]).unwrap_or_default()
    }
}

/// The data key, encrypted by another one (XChaCha20-Poly1305).
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Wrapped {
    pub(super) salt: Salt,
    sealed: [u8; 48],
}

/// The same in `workspace.guichet`, in hexadecimal.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenWrapped {
    salt: String,
    key: String,
}

impl Wrapped {
    /// Wraps the data key by the one that a secret gave. `None` is for a length that cannot be: thirty-two bytes always
    /// fit.
    pub(super) fn wrap(by: &[u8; 32], salt: Salt, key: &DataKey, purpose: &str) -> Option<Self> {
        let payload = Payload { msg: key.bytes(), aad: purpose.as_bytes() };
        let sealed = cipher(by).encrypt(&salt.nonce(), payload).ok()?;
        Some(Self { salt, sealed: sealed.try_into().ok()? })
    }

    /// The data key, when this other one wrapped it and not a bit was altered.
    pub(super) fn unwrap(&self, by: &[u8; 32], purpose: &str) -> Option<DataKey> {
        let payload = Payload { msg: &self.sealed, aad: purpose.as_bytes() };
        let opened = Zeroizing::new(cipher(by).decrypt(&self.salt.nonce(), payload).ok()?);
        Some(DataKey::new(opened.as_slice().try_into().ok()?))
    }

    pub(super) fn written(&self) -> WrittenWrapped {
        WrittenWrapped { salt: to_hex(&self.salt.0), key: to_hex(&self.sealed) }
    }

    pub(super) fn read(written: &WrittenWrapped) -> Option<Self> {
        Some(Self { salt: Salt(from_hex(&written.salt)?), sealed: from_hex(&written.key)? })
    }
}

fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*key))
}
