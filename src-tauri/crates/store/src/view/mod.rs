//! The tables of files and of findings: searched, filtered, counted and put in order here, shown a window of rows at a time.

mod columns;
#[cfg(test)]
mod finding_tests;
mod findings;
mod found;
mod index;
mod overview;
mod query;
mod rows;
#[cfg(test)]
mod tests;

pub use findings::{FindingGroup, FindingPlace, FindingsBy, FindingsQuery, FindingsView};
pub(crate) use index::FileIndex;
pub use overview::{Overview, ProgrammeStates};
pub use query::{FacetCount, FileGroup, FilesBy, FilesQuery, FilesView, SortColumn};
pub use rows::FileRow;
