//! From the bytes of a text file to its text, and what is doubtful about it.
//!
//! The law: the sign of a lost letter is never made here, and two letters never stand for one accent.

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use guichet_model::{Arg, Message};

/// Words shown where a text could be read in two ways.
const SAMPLES: usize = 3;

/// A text, and what a person should look at.
#[derive(Debug, PartialEq)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) doubt: Option<Doubt>,
}

/// Why the letters of a text may not be those that were typed.
#[derive(Debug, PartialEq)]
pub(crate) enum Doubt {
    /// Some lines are UTF-8 and others are not: words of the latter, as read.
    Mixed(Vec<String>),
    /// Two encodings are as likely: each by its name, with words as it reads them; the first is the one taken.
    Either(ReadAs, ReadAs),
}

/// Words of a text as an encoding reads them.
#[derive(Debug, PartialEq)]
pub(crate) struct ReadAs {
    encoding: &'static str,
    words: Vec<String>,
}

/// The variable by which the parent tells the child in which single-byte encoding a person said that a text is.
pub(crate) const READ_AS: &str = "GUICHET_READ_AS";

impl Doubt {
    /// The sentence.
    pub(crate) fn message(&self) -> Message {
        let list = |words: &[String]| Arg::List(words.iter().map(|word| Arg::from(word.as_str())).collect());
        match self {
            Self::Mixed(samples) => Message::new("problem-encoding-mixed").with("samples", list(samples)),
            Self::Either(taken, other) => Message::new("problem-encoding-doubtful")
                .with("samples", list(&taken.words))
                .with("others", list(&other.words))
                .with("encoding", taken.encoding)
                .with("other", other.encoding),
        }
    }
}

impl From<String> for Decoded {
    fn from(text: String) -> Self {
        Self { text, doubt: None }
    }
}

/// Decodes by byte order mark, else as UTF-8 when it is, else as UTF-16 or UTF-32 by its zeros, else as the
/// single-byte encoding (Windows-1252 or Mac Roman) whose French letters are met; two encodings in one file line by line.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    if let Some((wide, mark)) = Wide::of(bytes) {
        return wide.decode(&bytes[mark..]).into();
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned().into(),
        Err(_) => decode_bytes(bytes),
    }
}

/// Decodes a text that names its encoding, when what it names can be true.
pub(crate) fn decode_declared(bytes: &[u8], label: Option<&str>) -> Decoded {
    let declared = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    let is_wide = Wide::of(bytes).is_some();
    match declared {
        Some(encoding)
            if !is_wide && ![UTF_8, UTF_16LE, UTF_16BE].contains(&encoding) && std::str::from_utf8(bytes).is_err() =>
        {
            match encoding.decode_without_bom_handling(bytes) {
                (text, false) => text.into_owned().into(),
                (_, true) => decode(bytes),
            }
        }
        _ => decode(bytes),
    }
}

/// Encodings of two and four bytes a letter.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Wide {
    Utf16(&'static Encoding),
    Utf32 { big: bool },
}

impl Wide {
    /// The encoding, by its mark or its zeros, and the mark's length.
    fn of(bytes: &[u8]) -> Option<(Self, usize)> {
        let whole = bytes.len().is_multiple_of(4);
        if bytes.starts_with(b"\xff\xfe\0\0") && whole {
            return Some((Self::Utf32 { big: false }, 4));
        }
        if bytes.starts_with(b"\0\0\xfe\xff") {
            return Some((Self::Utf32 { big: true }, 4));
        }
        if bytes.starts_with(b"\xff\xfe") {
            return Some((Self::Utf16(UTF_16LE), 2));
        }
        if bytes.starts_with(b"\xfe\xff") {
            return Some((Self::Utf16(UTF_16BE), 2));
        }
        Self::without_mark(bytes).map(|wide| (wide, 0))
    }

    /// Latin text has three zeros of four bytes in UTF-32, one of two in UTF-16, always at the same places.
    fn without_mark(bytes: &[u8]) -> Option<Self> {
        let sample = &bytes[..bytes.len().min(4_000) & !3];
        let zeros =
            |offset: usize, step: usize| sample.iter().skip(offset).step_by(step).filter(|byte| **byte == 0).count();
        let quarter = sample.len() / 4;
        if quarter >= 2 {
            match [0, 1, 2, 3].map(|offset| zeros(offset, 4)) {
                [0, _, high, top] if high == quarter && top == quarter => return Some(Self::Utf32 { big: false }),
                [top, high, _, 0] if high == quarter && top == quarter => return Some(Self::Utf32 { big: true }),
                _ => {}
            }
        }
        let sample = &bytes[..bytes.len().min(2_000) & !1];
        let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
        let mostly = |count: usize| count * 10 > sample.len() / 2 * 8;
        match (zeros(0), zeros(1)) {
            (0, odd) if odd > 0 && mostly(odd) => Some(Self::Utf16(UTF_16LE)),
            (even, 0) if even > 0 && mostly(even) => Some(Self::Utf16(UTF_16BE)),
            _ => None,
        }
    }

    fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Utf16(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Utf32 { big } => bytes
                .chunks(4)
                .map(|unit| {
                    let code = <[u8; 4]>::try_from(unit)
                        .map(|unit| if big { u32::from_be_bytes(unit) } else { u32::from_le_bytes(unit) });
                    code.ok().and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER)
                })
                .collect(),
        }
    }
}

/// Whether the zeros of these bytes are those of a text.
pub(crate) fn is_wide(bytes: &[u8]) -> bool {
    Wide::of(bytes).is_some()
}

/// Decodes bytes that are not all UTF-8.
fn decode_bytes(bytes: &[u8]) -> Decoded {
    let (mac, windows) = french_letters(bytes);
    let answered = std::env::var(READ_AS).ok().and_then(|label| single_byte(&label));
    let (likely, other) = if mac > windows { (MACINTOSH, WINDOWS_1252) } else { (WINDOWS_1252, MACINTOSH) };
    let single = answered.unwrap_or(likely);
    let has_utf8 = bytes.split(is_line_end).any(|line| !line.is_ascii() && std::str::from_utf8(line).is_ok());
    if has_utf8 {
        return decode_by_line(bytes, single);
    }
    let text = single.decode_without_bom_handling(bytes).0.into_owned();
    // A few signs of the other encoding are chance; a fifth of all is not.
    let doubtful = mac.min(windows) * 4 > mac.max(windows) || mac == windows && mac + windows > 0;
    let doubt = (doubtful && answered.is_none()).then(|| {
        let words = words_with_accents(bytes);
        let read = |encoding: &'static Encoding| {
            let words = words.iter().map(|word| encoding.decode_without_bom_handling(word).0.into_owned());
            ReadAs { encoding: encoding.name(), words: words.collect() }
        };
        Doubt::Either(read(single), read(other))
    });
    Decoded { text, doubt }
}

/// The single-byte encoding of this name.
pub(crate) fn single_byte(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.trim().as_bytes()).filter(|encoding| encoding.is_single_byte())
}

fn is_line_end(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Bytes that are `à ç é è ê ù É Ç` in Mac Roman and rare signs in Windows-1252, and those that are letters there.
fn french_letters(bytes: &[u8]) -> (usize, usize) {
    let count = |is: fn(&u8) -> bool| bytes.iter().filter(|byte| is(byte)).count();
    let mac = count(|byte| matches!(byte, 0x82 | 0x83 | 0x88 | 0x8d | 0x8e | 0x8f | 0x90 | 0x9d));
    let windows = count(|byte| {
        matches!(byte, 0xc0 | 0xc7 | 0xc8 | 0xc9 | 0xe0 | 0xe2 | 0xe7..=0xeb | 0xee | 0xef | 0xf4 | 0xf9 | 0xfb)
    });
    (mac, windows)
}

/// The first words that hold bytes beyond ASCII.
fn words_with_accents(bytes: &[u8]) -> Vec<Vec<u8>> {
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80;
    let words = bytes.split(|byte| !is_letter(byte)).filter(|word| !word.is_ascii());
    words.take(SAMPLES).map(|word| word[..word.len().min(40)].to_vec()).collect()
}

/// Each line by itself: what is UTF-8 in it stays so, the other bytes are of the single-byte encoding.
fn decode_by_line(bytes: &[u8], single: &'static Encoding) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut starts: Vec<usize> = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if chunk.invalid().is_empty() {
            continue;
        }
        if starts.len() < SAMPLES {
            let before = text.char_indices().rev().find(|(_, c)| !c.is_alphabetic());
            let start = before.map_or(0, |(at, c)| at + c.len_utf8());
            if starts.last() != Some(&start) {
                starts.push(start);
            }
        }
        text.push_str(&single.decode_without_bom_handling(chunk.invalid()).0);
    }
    let word = |start: &usize| text[*start..].chars().take_while(|c| c.is_alphabetic()).take(40).collect();
    Decoded { doubt: Some(Doubt::Mixed(starts.iter().map(word).collect())), text }
}

#[cfg(test)]
mod tests {
    use super::{Doubt, decode, decode_declared};

    const TEXT: &str = "N° étudiant;Prénom\r\n1;Zoë Lætitia Garçon à l’été\r\n";

    fn utf16(to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(to).collect()
    }

    fn utf32(to: fn(u32) -> [u8; 4]) -> Vec<u8> {
        TEXT.chars().flat_map(|c| to(u32::from(c))).collect()
    }

    #[test]
    fn the_encodings_offices_save_in_are_told_apart() {
        let (little, big) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
        let (little32, big32) = (utf32(u32::to_le_bytes), utf32(u32::to_be_bytes));
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for (what, bytes) in [
            ("UTF-8", TEXT.as_bytes().to_vec()),
            ("UTF-8, marked", marked(b"\xef\xbb\xbf", TEXT.as_bytes())),
            ("UTF-16LE, marked", marked(b"\xff\xfe", &little)),
            ("UTF-16BE, marked", marked(b"\xfe\xff", &big)),
            ("UTF-16BE", big),
            ("UTF-32LE, marked", marked(b"\xff\xfe\0\0", &little32)),
            ("UTF-32BE, marked", marked(b"\0\0\xfe\xff", &big32)),
            ("UTF-32LE", little32),
            ("UTF-32BE", big32),
            ("Windows-1252", encoding_rs::WINDOWS_1252.encode(TEXT).0.into_owned()),
        ] {
            assert_eq!(decode(&bytes), TEXT.to_owned().into(), "{what}");
        }
        assert_eq!(decode(b"Pr\x8enom;\x8etat;N\xa1 \x8etudiant"), "Prénom;état;N° étudiant".to_owned().into());
        assert_eq!(decode(b"Rue de l\x92\xc9glise").text, "Rue de l’Église");
        assert_eq!(decode(&little[..60]).text, TEXT.chars().take(30).collect::<String>());
    }

    #[test]
    fn a_file_pasted_from_two_encodings_keeps_its_accents_and_says_so() {
        let mixed = ["Prénom\nZoé\nÉlodie\n".as_bytes(), b"No\xebl\nFran\xe7ois\n"].concat();
        let read = decode(&mixed);
        assert_eq!(read.text, "Prénom\nZoé\nÉlodie\nNoël\nFrançois\n");
        assert_eq!(read.doubt, Some(Doubt::Mixed(vec!["Noël".to_owned(), "François".to_owned()])));
        let cut = "Zoé;Noël;é".as_bytes();
        assert!(!decode(&cut[..cut.len() - 1]).text.contains('\u{fffd}'));
    }

    #[test]
    fn two_likely_encodings_are_asked_about() {
        let either = decode(b"No\x90l;Ren\xe9e;L\x8ea");
        assert!(
            matches!(&either.doubt, Some(Doubt::Either(read, other)) if read.words.len() == 3 && read.words != other.words)
        );
        assert_eq!(decode(b"Ren\xe9e").doubt, None);
    }

    #[test]
    fn a_declared_encoding_is_followed_when_it_can_be_true() {
        assert_eq!(decode_declared(b"Ren\x8ee", Some("macintosh")).text, "Renée");
        assert_eq!(decode_declared("Renée".as_bytes(), Some("windows-1252")).text, "Renée");
        assert_eq!(decode_declared(b"Ren\xe9e", Some("utf-8")).text, "Renée");
        assert_eq!(decode_declared(b"Ren\xe9e", Some("nonsense")).text, "Renée");
    }
}
