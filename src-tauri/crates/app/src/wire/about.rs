//! What the application is made of.

use serde::Serialize;
use ts_rs::TS;

/// What the application is.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AboutView {
    /// The folder for this user's data on this computer.
    pub data_folder: String,
    /// The licence of Guichet itself, as an SPDX expression.
    pub licence: String,
}

/// Something that others wrote and that is linked into the application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LicenceLine {
    /// Its name.
    pub name: String,
    /// Its version; nothing for what comes inside another part.
    pub version: Option<String>,
    /// Its licence, as an SPDX expression.
    pub licence: String,
}
