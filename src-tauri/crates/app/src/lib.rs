//! The use cases of Guichet, one file each: the same for the window and for the command line.
//!
//! Nothing here knows a window system or a database library. What a use case needs from its surroundings is the
//! [`Host`]; what crosses to the window is in [`wire`].

pub mod access;
mod agenda;
mod app;
pub mod backups;
pub mod check;
pub mod check_json;
pub mod clock;
pub mod demo;
mod desk;
#[cfg(test)]
mod desk_tests;
pub mod entries;
mod failure;
pub mod history;
mod host;
mod import_changes;
mod import_questions;
pub mod inspect;
mod judging;
pub mod lists;
mod out_place;
mod page;
pub mod person;
mod protection;
mod pseudonyms;
pub mod purge;
pub mod reading;
pub mod report;
mod rulebook_drafts;
mod rulebook_names;
mod rulebook_words;
pub mod rulebooks;
mod safekeeping;
mod seen;
mod settings;
pub mod simulation;
mod use_cases;
pub mod waivers;
mod watch;
mod whole_file;

pub mod wire;
#[cfg(test)]
mod wire_declarations;
mod words;
pub mod workspace_files;

pub use app::App;
pub use failure::AppError;
pub use guichet_intake::{ReadOptions, ReadProgress, ReaderCommand, run_child_reader};
pub use guichet_store::{Cost, Role};
pub use host::Host;
pub use import_changes::Changed;
pub use import_questions::AskedOf;
pub use out_place::allow_output;
pub use protection::gate::Timing;
pub use protection::lock::{LOOK_EVERY, Tick};
pub use protection::memory::forbid_core_dumps;
pub use use_cases::COMMANDS;
pub use whole_file::{can_write, write_private, write_whole, write_whole_by};
