//! Foreign spreadsheets to typed rows with provenance.
//!
//! A file is opened in a child process that caps its own memory and time ([`run_child_reader`]) and states the cells it
//! finds, by absolute address. The application's side ([`read_files`]) watches the child, finds the headers, tells
//! what each sheet is, and types the values. What cannot be read or understood is a problem with its place, never a
//! guess; sensitive columns go no further than this crate.

mod aliases;
mod answers;
mod archive;
mod binary;
mod child;
mod clean;
mod column;
mod compound;
mod confidential;
mod csv_archive;
mod dates;
mod delimited;
mod display;
mod encoding;
mod file;
mod format;
pub mod fuzzing;
mod grid;
mod header;
mod header_texts;
#[cfg(test)]
mod headers_page;
mod html;
mod identifier_keys;
mod inspect;
mod kind;
mod layout;
mod letters;
mod likely;
mod limits;
mod mapping;
mod mapping_text;
mod mapping_use;
mod masked;
mod mhtml;
mod names;
mod notes;
mod ods;
mod ole;
mod own;
mod pairs;
mod parent;
mod persons;
mod question;
mod questions;
mod raw_file;
mod remarks;
mod say;
mod sensitive;
mod shape;
mod sheet;
mod shown;
mod sniff;
mod sources;
mod spreadsheetml;
mod tables;
mod text_sheet;
mod understanding;
mod value;
mod wire;
mod workbook;
mod xls;
mod xlsb;
mod xlsx;

pub use aliases::field_of_header;
pub use answers::{Answer, Answers};
pub use child::run_child_reader;
pub use file::FileReading;
pub use format::FileFormat;
pub use inspect::{InspectedCell, InspectedSheet, Inspection};
pub use kind::Need;
pub use layout::{
    CodedText, ColumnLayout, Confidence, ConstantLayout, DateLayout, LeftOut, SheetLayout, Source, TablePlace,
};
pub use mapping::{AnswerError, DateOrder, HiddenRows, Mapping, MappingError, TableChoices, Target};
pub use mapping_use::MappingLines;
pub use parent::{ReadOptions, ReadProgress, ReaderCommand, inspect_file, read_files};
pub use persons::join_persons;
pub use question::{Asked, Question, Step};
pub use raw_file::{EncodingChoice, PreviewRow, RawFile, load_files, understand};
pub use shape::Shape;
pub use sheet::SheetReading;
