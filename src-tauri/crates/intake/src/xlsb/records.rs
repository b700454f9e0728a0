//! The records of one part, as they are inflated: a kind and a length in up to two and four bytes, then the body.

use crate::binary::u32_at;
use crate::limits::MAX_XML_PIECE_BYTES;
use crate::wire::Excess;
use crate::xlsx::xml::Trouble;
use guichet_model::ProblemCode;
use std::io::{BufReader, Read};

pub(crate) struct Records<R: Read> {
    part: BufReader<R>,
    body: Vec<u8>,
}

impl<R: Read> Records<R> {
    pub(crate) fn new(part: R) -> Self {
        Self { part: BufReader::with_capacity(64 << 10, part), body: Vec::with_capacity(256) }
    }

    /// The next record; `None` where the part ends between two.
    pub(crate) fn next(&mut self) -> Result<Option<(u16, &[u8])>, Trouble> {
        let Some(low) = self.byte()? else { return Ok(None) };
        let kind = match low & 0x80 {
            0 => u16::from(low),
            _ => u16::from(low & 0x7f) | u16::from(self.byte()?.ok_or(Trouble::Odd)? & 0x7f) << 7,
        };
        let mut length = 0u64;
        for rank in 0..4 {
            let byte = self.byte()?.ok_or(Trouble::Odd)?;
            length |= u64::from(byte & 0x7f) << (7 * rank);
            if byte & 0x80 == 0 {
                break;
            }
        }
        if length > MAX_XML_PIECE_BYTES {
            return Err(Excess::Text.into());
        }
        self.body.clear();
        let read = self.part.by_ref().take(length).read_to_end(&mut self.body).map_err(|_| ProblemCode::Corrupt)?;
        if read as u64 == length { Ok(Some((kind, &self.body))) } else { Err(Trouble::Odd) }
    }

    fn byte(&mut self) -> Result<Option<u8>, Trouble> {
        let mut byte = [0];
        match self.part.read(&mut byte) {
            Ok(0) => Ok(None),
            Ok(_) => Ok(Some(byte[0])),
            Err(_) => Err(ProblemCode::Corrupt.into()),
        }
    }
}

/// A text behind its length in letters, and the bytes after it. A half of a letter without its other half is lost.
pub(crate) fn text(bytes: &[u8]) -> Option<(String, &[u8])> {
    let length = usize::try_from(u32_at(bytes, 0)?).ok()?.checked_mul(2)?;
    let (letters, rest) = bytes.get(4..)?.split_at_checked(length)?;
    let units = letters.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
    Some((char::decode_utf16(units).map(|c| c.unwrap_or('?')).collect(), rest))
}
