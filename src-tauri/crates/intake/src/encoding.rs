//! From the bytes of a text file to its text.

use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Decodes by byte order mark, else as UTF-8 when it is, else as UTF-16 by its zeros, else as the single-byte
/// encoding (Windows-1252 or Mac Roman) whose French letters are met.
pub(crate) fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let single = if is_mac_roman(bytes) { MACINTOSH } else { WINDOWS_1252 };
    if is_mostly_utf8(bytes) {
        decode_by_line(bytes, single)
    } else {
        single.decode_without_bom_handling(bytes).0.into_owned()
    }
}

/// UTF-16 written without a mark: Latin text then has a zero in every second byte.
pub(crate) fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(2_000) & !1];
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let mostly = |count: usize| count * 10 > sample.len() / 2 * 8;
    match (zeros(0), zeros(1)) {
        (0, odd) if odd > 0 && mostly(odd) => Some(UTF_16LE),
        (even, 0) if even > 0 && mostly(even) => Some(UTF_16BE),
        _ => None,
    }
}

/// Bytes that are `à ç é è ê ù` in Mac Roman and rare signs in Windows-1252, against those that are letters there.
fn is_mac_roman(bytes: &[u8]) -> bool {
    let mac = bytes.iter().filter(|byte| matches!(byte, 0x88 | 0x8d | 0x8e | 0x8f | 0x90 | 0x9d)).count();
    let windows = bytes
        .iter()
        .filter(|byte| {
            matches!(byte, 0xc0 | 0xc7 | 0xc8 | 0xc9 | 0xe0 | 0xe2 | 0xe7..=0xeb | 0xee | 0xef | 0xf4 | 0xf9 | 0xfb)
        })
        .count();
    mac > windows
}

/// Whether most lines with accents are UTF-8: files pasted together from two sources.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_ascii()) {
        if std::str::from_utf8(line).is_ok() { good += 1 } else { bad += 1 }
    }
    good > bad
}

fn decode_by_line(bytes: &[u8], single: &'static Encoding) -> String {
    let mut text = String::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(_) => text.push_str(&single.decode_without_bom_handling(line).0),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn the_encodings_offices_save_in_are_told_apart() {
        let text = "N° étudiant;Prénom\r\n1;Zoë Lætitia Garçon à l’été\r\n";
        let utf16 = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
        let (little, big) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        assert_eq!(decode(text.as_bytes()), text);
        assert_eq!(decode(&marked(b"\xef\xbb\xbf", text.as_bytes())), text);
        assert_eq!(decode(&marked(b"\xff\xfe", &little)), text);
        assert_eq!(decode(&marked(b"\xfe\xff", &big)), text);
        assert_eq!(decode(&encoding_rs::WINDOWS_1252.encode(text).0), text);
        assert_eq!(decode(b"Pr\x8enom;\x8etat;N\xa1 \x8etudiant"), "Prénom;état;N° étudiant");
        assert_eq!(decode(&little[..60]), text.chars().take(30).collect::<String>());
    }

    #[test]
    fn a_file_pasted_from_two_encodings_keeps_its_accents() {
        let mixed = ["Prénom\nZoé\nÉlodie\n".as_bytes(), b"No\xebl\n"].concat();
        assert_eq!(decode(&mixed), "Prénom\nZoé\nÉlodie\nNoël\n");
    }
}
