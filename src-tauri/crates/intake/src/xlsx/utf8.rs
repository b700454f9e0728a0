//! The bytes of a part as UTF-8, whatever encoding its declaration names: the norm allows two, programs write others.

use encoding_rs::{Decoder, Encoding, UTF_8};
use std::io::{self, BufRead, BufReader, Read};

/// Bytes in which an XML text names its encoding.
const DECLARATION_BYTES: usize = 200;

/// Reads a part as UTF-8. A letter that its encoding does not have becomes the sign of a lost one, which is told.
pub(crate) struct Utf8<R> {
    source: BufReader<R>,
    state: State,
}

enum State {
    /// Nothing was read yet.
    New,
    /// It is UTF-8 already, as nearly every part.
    Plain,
    Decoded(Box<Decoding>),
}

struct Decoding {
    decoder: Decoder,
    /// What was decoded, and how much of it was handed on.
    text: Vec<u8>,
    at: usize,
    ended: bool,
}

impl<R: Read> Utf8<R> {
    pub(crate) fn new(part: R) -> Self {
        Self { source: BufReader::new(part), state: State::New }
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if matches!(self.state, State::New) {
            self.state = match encoding_of(self.source.fill_buf()?) {
                Some(encoding) => State::Decoded(Box::new(Decoding {
                    decoder: encoding.new_decoder_with_bom_removal(),
                    text: Vec::new(),
                    at: 0,
                    ended: false,
                })),
                None => State::Plain,
            };
        }
        match &mut self.state {
            State::Decoded(decoding) => decoding.read(&mut self.source, buffer),
            _ => self.source.read(buffer),
        }
    }
}

impl Decoding {
    fn read(&mut self, source: &mut impl BufRead, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.text.len() && !self.ended {
            let input = source.fill_buf()?;
            self.ended = input.is_empty();
            let room = self.decoder.max_utf8_buffer_length(input.len()).unwrap_or(input.len() * 3 + 16);
            self.text.resize(room, 0);
            let (_, read, written, _) = self.decoder.decode_to_utf8(input, &mut self.text, self.ended);
            source.consume(read);
            self.text.truncate(written);
            self.at = 0;
        }
        let rest = &self.text[self.at..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.at += count;
        Ok(count)
    }
}

/// The encoding of a part that begins so, when it is not UTF-8.
fn encoding_of(head: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Some(encoding).filter(|encoding| *encoding != UTF_8);
    }
    let head = &head[..head.len().min(DECLARATION_BYTES)];
    let end = head.windows(2).position(|pair| pair == b"?>")?;
    let declaration = std::str::from_utf8(&head[..end]).ok()?.trim_start().strip_prefix("<?xml")?;
    let (_, after) = declaration.split_once("encoding")?;
    let label = after.trim_start().strip_prefix('=')?.trim_start();
    let label = label.strip_prefix(['"', '\''])?.split(['"', '\'']).next()?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    // A text of two bytes a letter could not be read this far.
    (encoding.is_single_byte() || !encoding.name().starts_with("UTF-")).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::Utf8;
    use std::io::Read;

    fn read(bytes: &[u8]) -> String {
        let mut text = String::new();
        Utf8::new(bytes).read_to_string(&mut text).expect("UTF-8");
        text
    }

    #[test]
    fn parts_are_read_in_the_encoding_that_they_declare() {
        let latin = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>S\xe9rie</a>";
        assert!(read(latin).ends_with("<a>Série</a>"));
        assert!(read(b"<?xml version='1.0' encoding = 'windows-1252'?><a>\x8cuvre</a>").ends_with("<a>Œuvre</a>"));
        let wide: Vec<u8> = "\u{feff}<a>Série</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide), "<a>Série</a>");
        for plain in ["<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>é</a>", "<a encoding=\"latin1\">é</a>", ""] {
            assert_eq!(read(plain.as_bytes()), plain);
        }
        let long = [&latin[..44], "é".repeat(100_000).replace('é', "\u{7f}").as_bytes(), &[0xe9; 100_000]].concat();
        assert_eq!(read(&long).chars().filter(|c| *c == 'é').count(), 100_000);
    }
}
