//! Random bytes from the system's generator.

use crate::failure::AppError;
use guichet_store::{DataKey, RecoveryCode, Salt};

/// A new workspace's key.
pub(crate) fn data_key() -> Result<DataKey, AppError> {
    random().map(DataKey::new)
}

/// A new recovery code.
pub(crate) fn recovery_code() -> Result<RecoveryCode, AppError> {
    random().map(RecoveryCode::new)
}

/// A salt for one wrapping of the key.
pub(crate) fn salt() -> Result<Salt, AppError> {
    random().map(Salt::new)
}

/// A key for the pseudonyms of one report.
pub(crate) fn report_key() -> Result<[u8; 32], AppError> {
    random()
}

fn random<const N: usize>() -> Result<[u8; N], AppError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| AppError::NoEntropy(error.to_string()))?;
    Ok(bytes)
}
