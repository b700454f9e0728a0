use crate::descriptor::push_hex;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

/// The thirty-two bytes that encrypt a workspace's database. Wiped from memory when dropped, and never shown.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    /// The key of thirty-two bytes from the system's generator.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Lower-case hexadecimal, wiped like the key. Its memory is taken at once: growing would leave copies behind.
    pub(crate) fn hex(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(64));
        push_hex(&mut text, self.bytes());
        text
    }

    /// Another key, for one purpose, from which this one cannot be found.
    pub(crate) fn derive(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        expand(None, self.bytes(), purpose)
    }

    /// Whether two keys are the same. Both are known to whoever asks: the time it takes tells nobody anything.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.bytes() == other.bytes()
    }
}

/// Thirty-two bytes from a secret that is random already (HKDF-SHA-256).
pub(super) fn expand(salt: Option<&[u8]>, secret: &[u8], purpose: &str) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    // Thirty-two bytes are one round of it: only thousands of them are refused.
    let _ = Hkdf::<Sha256>::new(salt, secret).expand(purpose.as_bytes(), key.as_mut());
    key
}
