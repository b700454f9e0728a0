//! Fuzz targets: one for each reader and parser that meets what others wrote.
//!
//! A target takes any bytes and must return: no panic, no abort, no more than the memory and the time that
//! `cargo xtask fuzz` grants it. Beside that it holds its parser to what its callers rely on. Formats in a container are
//! given their parts, so that a change reaches the reader behind the container; the containers have targets of their own.

mod containers;
mod law;
pub mod mutation;
pub mod seeds;
mod targets;

pub use targets::{TARGETS, Target, target};
