//! x
use guichet_app::AppError;
pub(crate) fn run(_: &crate::arguments::Import) -> Result<u8, AppError> { Ok(3) }
