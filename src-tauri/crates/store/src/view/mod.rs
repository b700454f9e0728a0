//! The table of files: searched, filtered, counted and put in order here, shown a window of rows at a time.

mod index;
mod query;
mod rows;
#[cfg(test)]
mod tests;

pub(crate) use index::FileIndex;
pub use query::{FacetCount, FilesQuery, FilesView, SortColumn};
pub use rows::FileRow;
