//! A web page saved whole in one file, as Excel does: a message whose parts are pages. Pictures and the like stay unread.

use crate::encoding::decode_declared;
use crate::html::Page;
use crate::wire::{Stop, Wire};
use guichet_model::ProblemCode;
use std::io::Write;

/// Parts looked at.
const MAX_PARTS: usize = 1_000;

/// Reads the tables of every page of the message.
pub(crate) fn read<W: Write>(bytes: &[u8], name: &str, wire: &mut Wire<W>) -> Result<(), Stop> {
    let (head, body) = split_head(bytes);
    let Some(boundary) = parameter(&head, "boundary") else {
        return Err(Stop::Refused(ProblemCode::Unsupported));
    };
    let mut found = 0;
    for part in parts(body, &boundary).into_iter().take(MAX_PARTS) {
        let (head, body) = split_head(part);
        if !head.contains("content-type: text/html") {
            continue;
        }
        let bytes = transfer_decoded(&head, body).ok_or(Stop::Refused(ProblemCode::Corrupt))?;
        let decoded = decode_declared(&bytes, parameter(&head, "charset").as_deref());
        let page = Page::read(&decoded)?;
        if !page.is_empty() {
            found += 1;
            let own = if found == 1 { name.to_owned() } else { format!("{name} · {found}") };
            page.state(&own, &decoded, wire)?;
        }
    }
    if found == 0 { Err(Stop::Refused(ProblemCode::Unsupported)) } else { Ok(()) }
}

/// The header lines, unfolded and in lower case except for the parameters' values, and what follows the empty line.
fn split_head(bytes: &[u8]) -> (String, &[u8]) {
    let end = [&b"\r\n\r\n"[..], b"\n\n"]
        .into_iter()
        .filter_map(|mark| find(bytes, mark).map(|at| (at, at + mark.len())))
        .min()
        .unwrap_or((bytes.len(), bytes.len()));
    let head = String::from_utf8_lossy(&bytes[..end.0]).replace("\r\n", "\n").replace("\n\t", " ").replace("\n ", " ");
    let lines = head.lines().map(|line| match line.split_once(';') {
        Some((kind, parameters)) => format!("{};{parameters}", kind.to_ascii_lowercase()),
        None => line.to_ascii_lowercase(),
    });
    (lines.collect::<Vec<_>>().join("\n"), &bytes[end.1..])
}

fn find(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes.windows(mark.len()).position(|window| window == mark)
}

/// `name="value"` of a header.
fn parameter(head: &str, name: &str) -> Option<String> {
    let at = head.to_ascii_lowercase().find(&format!("{name}="))?;
    let value = &head[at + name.len() + 1..];
    let value = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => value.split([';', '\n', ' ']).next()?,
    };
    (!value.is_empty()).then(|| value.to_owned())
}

/// What lies between the lines that are the boundary.
fn parts<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mark = format!("--{boundary}").into_bytes();
    let (mut parts, mut start, mut at) = (Vec::new(), None, 0);
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(&mark) {
            if let Some(start) = start {
                parts.push(&body[start..at]);
            }
            start = Some(at + line.len());
        }
        at += line.len();
    }
    if let Some(start) = start
        && start < body.len()
    {
        parts.push(&body[start..]);
    }
    parts
}

/// A part's own bytes; `None` when it is not encoded as it says.
fn transfer_decoded(head: &str, body: &[u8]) -> Option<Vec<u8>> {
    if head.contains("content-transfer-encoding: quoted-printable") {
        Some(quoted_printable(body))
    } else if head.contains("content-transfer-encoding: base64") {
        base64(body)
    } else {
        Some(body.to_vec())
    }
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (mut plain, mut rest) = (Vec::with_capacity(body.len()), body);
    while let [byte, after @ ..] = rest {
        rest = after;
        match (*byte, after) {
            (b'=', [b'\r', b'\n', after @ ..] | [b'\n', after @ ..]) => rest = after,
            (b'=', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    plain.push(high << 4 | low);
                    rest = after;
                }
                _ => plain.push(b'='),
            },
            (byte, _) => plain.push(byte),
        }
    }
    plain
}

fn base64(body: &[u8]) -> Option<Vec<u8>> {
    let (mut plain, mut held, mut bits) = (Vec::with_capacity(body.len() / 4 * 3), 0u32, 0);
    for byte in body {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' | b'\r' | b'\n' | b' ' | b'\t' => continue,
            _ => return None,
        };
        held = (held << 6 | u32::from(six)) & 0xff_ffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            plain.push(u8::try_from(held >> bits & 0xff).ok()?);
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::{base64, quoted_printable, read};
    use crate::wire::{Line, Wire, parse};

    #[test]
    fn pages_of_a_message_are_sheets() {
        let message = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"----=_Next\"\r\n\r\nPreamble\r\n\
            ------=_Next\r\nContent-Location: file:///C:/a/page.htm\r\nContent-Transfer-Encoding: quoted-printable\r\n\
            Content-Type: text/html; charset=\"windows-1252\"\r\n\r\n<table><tr><td>Zo=EB<td>L=\r\n1</table>\r\n\
            ------=_Next\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n\
            ------=_Next\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHRhYmxlPjx0cj48dGQ+Mg==\r\n------=_Next--\r\n";
        let mut out = Vec::new();
        read(message.as_bytes(), "x", &mut Wire::new(&mut out)).expect("read");
        let said = String::from_utf8(out).expect("UTF-8");
        let cells: Vec<String> = said
            .lines()
            .filter_map(|line| match parse(line) {
                Some(Line::Cell { cell, .. }) => Some(cell.raw.to_string()),
                _ => None,
            })
            .collect();
        assert_eq!(cells, ["Zoë", "L1", "2"]);
        assert!(read(b"MIME-Version: 1.0\r\n\r\nBonjour", "x", &mut Wire::new(Vec::new())).is_err());
    }

    #[test]
    fn encodings_of_messages_are_undone() {
        assert_eq!(quoted_printable(b"a=3D=\r\nb=zz="), b"a=b=zz=");
        assert_eq!(base64(b"Qm9u\r\nam91cg==").as_deref(), Some(&b"Bonjour"[..]));
        assert_eq!(base64(b"***"), None);
    }
}
