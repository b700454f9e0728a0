//! Foreign spreadsheets to typed rows with provenance.
//!
//! A file is opened in a child process that caps its own memory and time ([`run_child_reader`]) and states the cells it
//! finds, by absolute address. The application's side ([`read_files`]) watches the child, finds the headers, tells
//! what each sheet is, and types the values. What cannot be read or understood is a problem with its place, never a
//! guess; sensitive columns go no further than this crate.

mod aliases;
mod archive;
mod child;
mod clean;
mod column;
mod compound;
mod csv_archive;
mod dates;
mod delimited;
mod display;
mod encoding;
mod file;
mod format;
mod grid;
mod header;
mod html;
mod inspect;
mod limits;
mod mapping;
mod mhtml;
mod ods;
mod ole;
mod parent;
mod say;
mod sensitive;
mod sheet;
mod shown;
mod sniff;
mod spreadsheetml;
mod text_sheet;
mod value;
mod wire;
mod workbook;
mod xlsx;

pub use aliases::field_of_header;
pub use child::run_child_reader;
pub use file::FileReading;
pub use format::FileFormat;
pub use inspect::{InspectedCell, InspectedSheet, Inspection};
pub use mapping::{Mapping, MappingError};
pub use parent::{ReadOptions, ReadProgress, ReaderCommand, inspect_file, read_files};
pub use sheet::SheetReading;
