//! XML of a workbook's part, one piece at a time, with what a piece may cost.

use crate::limits::MAX_XML_PIECE_BYTES;
use crate::wire::{Excess, Stop};
use crate::xlsx::utf8::Utf8;
use guichet_model::ProblemCode;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};

/// Why a part is read no further.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// Reading the file ends.
    Stop(Stop),
    /// The part is not written as the norm says; another reader may know better.
    Odd,
}

impl From<Stop> for Trouble {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}

impl From<Excess> for Trouble {
    fn from(excess: Excess) -> Self {
        Self::Stop(excess.into())
    }
}

impl From<ProblemCode> for Trouble {
    fn from(code: ProblemCode) -> Self {
        Self::Stop(Stop::Refused(code))
    }
}

/// The pieces of one part.
pub(crate) struct Xml<R: Read> {
    reader: Reader<Metered<R>>,
    buffer: Vec<u8>,
}

impl<R: Read> Xml<R> {
    pub(crate) fn new(part: R) -> Self {
        let metered = Metered { source: BufReader::with_capacity(64 << 10, Utf8::new(part)), piece: 0 };
        let mut reader = Reader::from_reader(metered);
        // A closing tag of another name is left to the part's own sense of place, which costs nothing a cell.
        reader.config_mut().check_end_names = false;
        Self { reader, buffer: Vec::with_capacity(1_024) }
    }

    /// The next piece. Document types, which no spreadsheet program writes, refuse the file.
    pub(crate) fn next(&mut self) -> Result<Event<'_>, Trouble> {
        self.buffer.clear();
        self.reader.get_mut().piece = 0;
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::DocType(_)) => Err(ProblemCode::Corrupt.into()),
            Ok(event) => Ok(event),
            Err(quick_xml::Error::Io(error)) if error.kind() == io::ErrorKind::FileTooLarge => Err(Excess::Text.into()),
            Err(quick_xml::Error::Io(_)) => Err(ProblemCode::Corrupt.into()),
            Err(_) => Err(Trouble::Odd),
        }
    }
}

/// Counts what one piece takes, so that a cell of many megabytes is refused before it is held.
struct Metered<R> {
    source: BufReader<Utf8<R>>,
    piece: u64,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.piece += read as u64;
        Ok(read)
    }
}

impl<R: Read> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.piece > MAX_XML_PIECE_BYTES {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.source.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.piece += count as u64;
        self.source.consume(count);
    }
}

/// One attribute by its name without prefix, with its entities resolved.
pub(crate) fn attribute<'a>(element: &'a BytesStart<'_>, name: &str) -> Result<Option<Cow<'a, str>>, Trouble> {
    let mut attributes = element.attributes();
    for attribute in attributes.with_checks(false) {
        let attribute = attribute.map_err(|_| Trouble::Odd)?;
        if attribute.key.local_name().as_ref() == name {
            return attribute.normalized_value(XmlVersion::Implicit1_0).map(Some).map_err(|_| Trouble::Odd);
        }
    }
    Ok(None)
}

/// Whether an attribute says yes, as XML Schema writes it.
pub(crate) fn says_yes(value: &str) -> bool {
    matches!(value.trim(), "1" | "true")
}

/// Adds what a text-like piece says; a text that no cell can hold refuses the file.
pub(crate) fn gather(text: &mut String, piece: &Event<'_>) -> Result<(), Trouble> {
    match piece {
        Event::Text(piece) => text.push_str(&piece.xml10_content()),
        Event::CData(piece) => text.push_str(&piece.xml10_content()),
        Event::GeneralRef(entity) => resolve(entity, text)?,
        _ => {}
    }
    if text.len() as u64 > MAX_XML_PIECE_BYTES {
        return Err(Excess::Text.into());
    }
    Ok(())
}

fn resolve(entity: &BytesRef<'_>, text: &mut String) -> Result<(), Trouble> {
    if let Some(known) = resolve_predefined_entity(entity) {
        text.push_str(known);
        return Ok(());
    }
    match entity.resolve_char_ref() {
        Ok(Some(char)) => text.push(char),
        _ => return Err(Trouble::Odd),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Trouble, Xml, gather};
    use crate::limits::MAX_XML_PIECE_BYTES;
    use crate::wire::{Excess, Stop};
    use guichet_model::ProblemCode;
    use quick_xml::events::Event;

    fn text_of(xml: &str) -> Result<String, Trouble> {
        let mut xml = Xml::new(xml.as_bytes());
        let mut text = String::new();
        loop {
            match xml.next()? {
                Event::Eof => return Ok(text),
                piece => gather(&mut text, &piece)?,
            }
        }
    }

    #[test]
    fn entities_are_those_of_xml_and_no_other() {
        assert_eq!(text_of("<a>x &lt;&#233;&#xE9;<![CDATA[<y>]]></a>").expect("text"), "x <éé<y>");
        assert!(matches!(text_of("<a>&nbsp;</a>"), Err(Trouble::Odd)));
        let types = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
        assert!(matches!(text_of(types), Err(Trouble::Stop(Stop::Refused(ProblemCode::Corrupt)))));
    }

    #[test]
    fn a_text_that_no_cell_holds_is_refused() {
        let long = "x".repeat(usize::try_from(MAX_XML_PIECE_BYTES).expect("a size") + 100_000);
        let whole = text_of(&format!("<a>{long}</a>"));
        assert!(matches!(whole, Err(Trouble::Stop(Stop::Excess(Excess::Text)))));
        let piece = format!("&amp;{}", "x".repeat(10_000));
        let in_pieces = text_of(&format!("<a>{}</a>", piece.repeat(long.len() / 10_000)));
        assert!(matches!(in_pieces, Err(Trouble::Stop(Stop::Excess(Excess::Text)))));
    }
}
