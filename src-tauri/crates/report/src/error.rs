use guichet_model::{Message, cause_of};
use rust_xlsxwriter::XlsxError;

/// Why a report could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The operating system's folder for temporary files refuses one.
    #[error("no temporary file can be created in {folder}: {cause}")]
    TemporaryFile {
        /// The folder.
        folder: String,
        /// The operating system's reason.
        cause: std::io::Error,
    },
    /// Whoever asked for it wants it no more.
    #[error("stopped")]
    Stopped,
    /// The workbook could not be assembled.
    #[error("the workbook could not be assembled: {0}")]
    Workbook(XlsxError),
}

impl ReportError {
    /// What happened and what to do, for the person who asked for the report.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::TemporaryFile { folder, cause } => Message::new("report-error-temporary-file")
                .with("folder", folder.as_str())
                .with("cause", cause_of(cause)),
            Self::Stopped => Message::new("error-cancelled"),
            Self::Workbook(cause) => Message::new("report-error-workbook").with("cause", cause.to_string()),
        }
    }
}

impl From<XlsxError> for ReportError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::TempFileError(folder, cause) => {
                Self::TemporaryFile { folder: folder.display().to_string(), cause }
            }
            other => Self::Workbook(other),
        }
    }
}
