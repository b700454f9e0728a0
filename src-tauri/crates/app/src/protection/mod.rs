//! Who may open a workspace, and when it shuts by itself.

pub(crate) mod code_sheet;
pub(crate) mod cost;
pub(crate) mod gate;
pub(crate) mod lock;
pub(crate) mod memory;
pub(crate) mod need;
pub(crate) mod passphrase;
pub(crate) mod secrets;
#[cfg(test)]
mod tests;
pub(crate) mod tries;
pub(crate) mod veil;
