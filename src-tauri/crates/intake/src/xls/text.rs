//! Texts as the two generations of the format write them: bytes of a code page, or letters of one or two bytes each.

use crate::binary::{u16_at, u32_at};
use crate::xls::records::Pieces;
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use std::borrow::Cow;

/// The upper halves of the code pages of DOS that French programs wrote in, which the library of encodings lacks.
const DOS_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
/// See [`DOS_437`].
const DOS_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// How the bytes of a workbook's texts are letters.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Letters {
    Encoding(&'static Encoding),
    Dos(&'static str),
    /// A code page that nobody knows, read as that of Windows.
    Guessed,
}

/// How a workbook writes its texts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextForm {
    /// Whether texts say how many bytes a letter takes, as since Excel 97.
    pub(crate) is_wide: bool,
    pub(crate) letters: Letters,
}

impl Letters {
    pub(crate) fn of_code_page(page: u16) -> Self {
        match page {
            437 => Self::Dos(DOS_437),
            850 | 858 => Self::Dos(DOS_850),
            10_000 | 32_768 => Self::Encoding(MACINTOSH),
            367 | 1_200 | 1_252 | 28_591 | 32_769 => Self::Encoding(WINDOWS_1252),
            page => named(page).map_or(Self::Guessed, Self::Encoding),
        }
    }

    fn read(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Encoding(encoding) => encoding.decode_without_bom_handling(bytes).0,
            Self::Guessed => WINDOWS_1252.decode_without_bom_handling(bytes).0,
            Self::Dos(upper) => {
                let letter = |byte: &u8| match byte.checked_sub(0x80) {
                    None => char::from(*byte),
                    Some(rank) => upper.chars().nth(usize::from(rank)).unwrap_or(' '),
                };
                bytes.iter().map(letter).collect::<String>().into()
            }
        }
    }
}

fn named(page: u16) -> Option<&'static Encoding> {
    let label = match page {
        866 => "ibm866".to_owned(),
        874 | 1_250..=1_258 => format!("windows-{page}"),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_007 => "x-mac-cyrillic".to_owned(),
        20_866 => "koi8-r".to_owned(),
        28_592..=28_605 => format!("iso-8859-{}", page - 28_590),
        65_001 => "utf-8".to_owned(),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

impl TextForm {
    /// Whether letters beyond ASCII may not be those that were typed.
    pub(crate) fn is_guessed(self) -> bool {
        !self.is_wide && matches!(self.letters, Letters::Guessed)
    }

    /// A text behind its length in one byte, as names are written.
    pub(crate) fn short(self, bytes: &[u8]) -> Option<String> {
        let (length, rest) = (usize::from(*bytes.first()?), bytes.get(1..)?);
        if self.is_wide {
            let (flags, rest) = rest.split_first()?;
            let size = if flags & 1 == 1 { 2 } else { 1 };
            let units = rest.get(..length * size)?.chunks_exact(size);
            return Some(text_of(units.map(|unit| u16::from_le_bytes([unit[0], unit.get(1).copied().unwrap_or(0)]))));
        }
        Some(self.letters.read(rest.get(..length)?).into_owned())
    }

    /// A text behind its length in two bytes, which may go on in other records.
    pub(crate) fn long(self, pieces: &mut Pieces<'_>) -> Option<String> {
        if self.is_wide {
            return rich(pieces);
        }
        let length = usize::from(u16_at(pieces.take(2)?, 0)?);
        let mut bytes = Vec::new();
        loop {
            bytes.extend_from_slice(pieces.take_some(length - bytes.len()));
            if bytes.len() == length {
                return Some(self.letters.read(&bytes).into_owned());
            }
            pieces.turn()?;
        }
    }
}

/// A text of Excel 97 and later: its length, its form, its letters; what styles its letters and how they are pronounced
/// is passed over. Where the letters go on in another record, they say their form again.
pub(crate) fn rich(pieces: &mut Pieces<'_>) -> Option<String> {
    let head = pieces.take(3)?;
    let (length, flags) = (usize::from(u16_at(head, 0)?), head[2]);
    let runs = if flags & 8 == 0 { 0 } else { usize::from(u16_at(pieces.take(2)?, 0)?) };
    let spoken = if flags & 4 == 0 { 0 } else { usize::try_from(u32_at(pieces.take(4)?, 0)?).ok()? };
    let mut wide = flags & 1 == 1;
    let mut units = Vec::new();
    while units.len() < length {
        let left = length - units.len();
        if wide {
            let bytes = pieces.take_some(left * 2);
            units.extend(bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])));
        } else {
            units.extend(pieces.take_some(left).iter().map(|byte| u16::from(*byte)));
        }
        if units.len() < length {
            pieces.turn()?;
            wide = pieces.take(1)?[0] & 1 == 1;
        }
    }
    pieces.skip(runs * 4)?;
    pieces.skip(spoken)?;
    Some(text_of(units))
}

/// A half of a letter without its other half is a lost letter.
fn text_of(units: impl IntoIterator<Item = u16>) -> String {
    char::decode_utf16(units).map(|c| c.unwrap_or('?')).collect()
}
