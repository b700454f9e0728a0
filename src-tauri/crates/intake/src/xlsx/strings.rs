//! The texts that cells share, and what a text's XML says.

use crate::limits::{MAX_CELLS, MAX_SHARED_TEXT_BYTES};
use crate::wire::Excess;
use crate::xlsx::xml::{Trouble, Xml, attribute, gather};
use guichet_model::ProblemCode;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::io::Read;

/// The shared texts, one after the other.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    pub(crate) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.text.get(start..end)
    }

    /// Reads the table. Its own count reserves nothing; one that no file can hold shows that the table is damaged.
    pub(crate) fn read<R: Read>(mut xml: Xml<R>) -> Result<Self, Trouble> {
        let mut strings = Self::default();
        let mut item = Item::default();
        let mut stated = 0;
        loop {
            match xml.next()? {
                Event::Eof => break,
                Event::Start(element) => match element.local_name().as_ref() {
                    "sst" => stated = count_of(&element)?,
                    "si" => item.clear(),
                    _ => item.start(&element)?,
                },
                Event::Empty(element) => match element.local_name().as_ref() {
                    "sst" => stated = count_of(&element)?,
                    "si" => strings.push("")?,
                    _ => {}
                },
                Event::End(end) => match end.local_name().as_ref() {
                    "si" => strings.push(&item.text)?,
                    name => item.end(name),
                },
                piece => item.piece(&piece)?,
            }
        }
        if stated > MAX_CELLS && (strings.ends.len() as u64) < stated {
            return Err(ProblemCode::Corrupt.into());
        }
        Ok(strings)
    }

    /// Adds a text, within what the texts may cost.
    pub(crate) fn push(&mut self, text: &str) -> Result<(), Trouble> {
        self.text.push_str(text);
        self.ends.push(self.text.len());
        if self.text.len() > MAX_SHARED_TEXT_BYTES || self.ends.len() as u64 > MAX_CELLS {
            return Err(Excess::Inflated.into());
        }
        Ok(())
    }
}

fn count_of(element: &BytesStart<'_>) -> Result<u64, Trouble> {
    Ok(attribute(element, "uniqueCount")?.and_then(|count| count.trim().parse().ok()).unwrap_or_default())
}

/// The text of one item: its runs in a row, how it is pronounced left out.
#[derive(Debug, Default)]
pub(crate) struct Item {
    pub(crate) text: String,
    run: String,
    in_text: bool,
    keeps_space: bool,
    pronounced: bool,
}

impl Item {
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.in_text = false;
        self.pronounced = false;
    }

    pub(crate) fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Trouble> {
        match element.local_name().as_ref() {
            "rPh" => self.pronounced = true,
            "t" if !self.pronounced => {
                self.in_text = true;
                self.keeps_space = attribute(element, "space")?.is_some_and(|space| space == "preserve");
                self.run.clear();
            }
            _ => {}
        }
        Ok(())
    }

    pub(crate) fn end(&mut self, name: &str) {
        match name {
            "rPh" => self.pronounced = false,
            "t" if self.in_text => {
                self.in_text = false;
                let run = if self.keeps_space { &*self.run } else { self.run.trim_matches([' ', '\t', '\r', '\n']) };
                self.text.push_str(&unescape(run));
            }
            _ => {}
        }
    }

    pub(crate) fn piece(&mut self, piece: &Event<'_>) -> Result<(), Trouble> {
        if self.in_text { gather(&mut self.run, piece) } else { Ok(()) }
    }
}

/// Bytes of an escape such as `_x000D_`.
const ESCAPE_BYTES: usize = 7;

/// Decodes, once, the characters that a workbook writes by number because XML cannot hold them. Half a character and what
/// is none, which no text can hold, stay as they are written.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find("_x") {
        plain.push_str(&rest[..place]);
        rest = &rest[place..];
        let unit = unit_at(rest);
        let low = unit.filter(|unit| (0xD800..0xDC00).contains(unit)).and_then(|_| rest.get(ESCAPE_BYTES..));
        let units = [unit, low.and_then(unit_at)];
        let decoded = char::decode_utf16(units.into_iter().flatten()).next().and_then(Result::ok);
        match decoded.filter(|char| !matches!(char, '\u{fffe}' | '\u{ffff}')) {
            Some(char) => {
                plain.push(char);
                rest = &rest[ESCAPE_BYTES * char.len_utf16()..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[2..];
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// The UTF-16 unit of the escape that a text begins with.
fn unit_at(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("_x")?.get(..4)?;
    let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    (hexadecimal && text.as_bytes().get(6) == Some(&b'_')).then(|| u16::from_str_radix(digits, 16).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{Strings, unescape};
    use crate::wire::Stop;
    use crate::xlsx::xml::{Trouble, Xml};
    use guichet_model::ProblemCode;

    fn strings(xml: &str) -> Result<Strings, Trouble> {
        Strings::read(Xml::new(xml.as_bytes()))
    }

    #[test]
    fn runs_are_joined_and_pronunciations_left_out() {
        let read = strings(
            "<x:sst uniqueCount=\"1\"><x:si><x:t> a </x:t></x:si><x:si><x:r><x:rPr><x:b/></x:rPr><x:t xml:space=\"preserve\">Jean </x:t></x:r>\
             <x:r><x:t>Paul</x:t></x:r><x:rPh sb=\"0\" eb=\"2\"><x:t>ZAN</x:t></x:rPh><x:phoneticPr fontId=\"1\"/></x:si>\
             <x:si/><x:si><x:t/></x:si><x:si><x:t>b</x:t></x:si></x:sst>",
        )
        .expect("strings");
        let seen: Vec<_> = (0..6).map(|index| read.get(index)).collect();
        assert_eq!(seen, [Some("a"), Some("Jean Paul"), Some(""), Some(""), Some("b"), None]);
    }

    #[test]
    fn a_count_is_not_believed() {
        let lie = |count: u64| strings(&format!("<sst uniqueCount=\"{count}\"><si><t>x</t></si></sst>"));
        assert_eq!(lie(40).expect("strings").get(0), Some("x"));
        assert!(matches!(lie(4_294_967_295), Err(Trouble::Stop(Stop::Refused(ProblemCode::Corrupt)))));
    }

    #[test]
    fn escapes_are_decoded_once() {
        for (written, meant) in [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xD83D__xDCF7_!", "📷!"),
            ("_xD83D_ _xDCF7_", "_xD83D_ _xDCF7_"),
            ("_xFFFF_", "_xFFFF_"),
            ("_x12_x_xé00_ _x", "_x12_x_xé00_ _x"),
            ("nom_xyz", "nom_xyz"),
        ] {
            assert_eq!(unescape(written), meant, "{written}");
        }
    }
}
