//! A clerk's ways through the application, without a window: the same commands that the window sends.
#![allow(clippy::expect_used, reason = "a test that cannot go on says why")]

mod backups;
mod corrections;
mod decisions;
mod desk;
mod editor;
mod findings;
mod first_day;
mod list;
mod places;
mod protection;
mod purge;
mod requests;
mod rulebook;
mod tasks;
mod today;
mod waivers;
mod wizard;
