//! The same words written about several files.

use crate::desk::Desk;
use crate::failure::AppError;
use guichet_model::{Instant, RegistrationId};
use guichet_store::{OperationId, StoreError, check_notes};
use sha2::{Digest, Sha256};

/// What writing some words about files would do: they stand below those that are there.
pub(crate) struct NoteEffect {
    /// Each file with all that would be written about it.
    texts: Vec<(RegistrationId, String)>,
    /// How many files have words already.
    pub(crate) added: usize,
    /// Names the effect: what is shown is what is done.
    pub(crate) fingerprint: String,
}

impl NoteEffect {
    /// On these files.
    ///
    /// # Errors
    /// [`AppError::NoteMissing`]; [`StoreError::DecisionRefused`] when there is no file, or too many words on one.
    pub(crate) fn of(desk: &Desk, files: &[RegistrationId], text: &str) -> Result<Self, AppError> {
        if text.trim().is_empty() {
            return Err(AppError::NoteMissing);
        }
        if files.is_empty() {
            return Err(nothing());
        }
        let mut effect = Self { texts: Vec::new(), added: 0, fingerprint: String::new() };
        let mut hash = Sha256::new();
        for file in files {
            let whole = match desk.workspace.note(*file)? {
                Some(note) => {
                    effect.added += 1;
                    format!("{}\n{}", note.text, text.trim())
                }
                None => text.trim().to_owned(),
            };
            hash.update(file.0.to_le_bytes());
            hash.update((whole.len() as u64).to_le_bytes());
            hash.update(&whole);
            effect.texts.push((*file, whole));
        }
        check_notes(&effect.texts)?;
        effect.fingerprint = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(effect)
    }

    /// On how many files.
    pub(crate) fn files(&self) -> usize {
        self.texts.len()
    }

    /// Does it. With the fingerprint of what was shown, exactly that or nothing.
    ///
    /// # Errors
    /// [`StoreError::PlanOutdated`] when the effect is not the one shown any more; nothing is written then.
    pub(crate) fn apply(&self, desk: &mut Desk, shown: Option<&str>, now: Instant) -> Result<OperationId, AppError> {
        if shown.is_some_and(|shown| shown != self.fingerprint) {
            return Err(AppError::Store(StoreError::PlanOutdated));
        }
        desk.workspace.set_notes(&self.texts, now)?.ok_or_else(nothing)
    }
}

fn nothing() -> AppError {
    StoreError::DecisionRefused { sentence: "error-store-nothing-to-enter" }.into()
}
