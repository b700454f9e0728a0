//! What each command asks of whoever gives it. The table itself is the list of commands, `use_cases/mod.rs`.

use guichet_store::Role;

/// What a command needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// Nothing: it is done with no workspace open, or with a locked one.
    Nothing,
    /// The workspace not locked, and this role at least in it.
    Role(Role),
}

/// Done with no workspace open, or with a locked one.
pub(crate) const ANYONE: Need = Need::Nothing;
/// Looking.
pub(crate) const READ: Need = Need::Role(Role::Read);
/// Importing, and undoing imports.
pub(crate) const ENTER: Need = Need::Role(Role::Enter);
/// Checking exemptions, and choosing how files are judged.
pub(crate) const CHECK: Need = Need::Role(Role::Check);
/// Deciding who may do what.
pub(crate) const ADMINISTER: Need = Need::Role(Role::Administer);
