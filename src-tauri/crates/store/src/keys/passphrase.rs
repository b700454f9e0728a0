use super::Cost;
use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A passphrase, as somebody typed it. Wiped from memory when dropped, and never shown.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The passphrase of a text. However a computer composes its accents, it is the same one.
    #[must_use]
    pub fn new(typed: String) -> Self {
        let typed = Zeroizing::new(typed);
        // Composing makes a text no longer, but for a few letters of rare scripts.
        let mut composed = Zeroizing::new(String::with_capacity(typed.len() * 3));
        composed.extend(typed.nfc());
        Self(composed)
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The key it gives with a salt; `None` when the computer has not the memory for it.
    pub(super) fn key(&self, cost: Cost, salt: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
        let params = Params::new(cost.memory_kib(), cost.passes(), 1, Some(32)).ok()?;
        let mut key = Zeroizing::new([0; 32]);
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon.hash_password_into(self.0.as_bytes(), salt, key.as_mut()).ok()?;
        Some(key)
    }

    /// Spends what one try of a passphrase costs, to see how long it takes here.
    pub fn try_cost(cost: Cost) {
        let _ = Self::new(String::new()).key(cost, &[0; 16]);
    }
}
