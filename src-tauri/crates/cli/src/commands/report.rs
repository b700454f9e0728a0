//! x
use guichet_app::AppError;
pub(crate) fn run(_: &crate::arguments::Report) -> Result<u8, AppError> { Ok(3) }
