//! Doors to the readers and parsers for those who throw anything at them: the same code as an import runs, in this
//! process and in memory, without a child to catch what falls.

use crate::answers::Answers;
use crate::child::read_bytes;
use crate::dates::parse_date;
use crate::encoding::decode;
use crate::file::{FileReading, understand};
use crate::inspect::{Inspection, inspect};
use crate::parent::hear;
use crate::sniff::sniff;

/// What the reader says of the bytes of a file of this name, in the protocol of the child process.
#[must_use]
pub fn state(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut said = Vec::new();
    // Writing to memory does not fail.
    let _ = read_bytes(name, bytes, &mut said);
    said
}

/// What the application understands of what a reader said; `None` when it is not of the protocol.
#[must_use]
pub fn hear_and_understand(name: &str, said: &[u8], answers: &Answers) -> Option<(FileReading, Inspection)> {
    let inspected = inspect(name, "", hear(said)?, answers);
    Some((understand(name, String::new(), hear(said)?, answers), inspected))
}

/// Whether these first bytes of a file are those of something that a reader is tried on.
#[must_use]
pub fn is_readable(head: &[u8]) -> bool {
    sniff(head).is_ok()
}

/// The text of a file without any format.
#[must_use]
pub fn text_of(bytes: &[u8]) -> String {
    decode(bytes).text
}

/// Whether a text is read as a date, in one order of day and month at least.
#[must_use]
pub fn is_date(text: &str) -> bool {
    parse_date(text).is_some()
}
