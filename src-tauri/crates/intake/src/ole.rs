//! What a compound file holds, looked at before the xls reader opens it.

use crate::compound;
use crate::xls::Stream;
use guichet_model::ProblemCode;
use std::io::{Cursor, Read};

/// Bytes of the workbook stream in which a protection record comes, if there is one.
const HEAD_BYTES: usize = 16 << 10;
const RECORD_FILE_PASS: u16 = 0x002f;
const RECORD_BEGINNING: [u16; 4] = [0x0009, 0x0209, 0x0409, 0x0809];

/// Storages in which macros lie.
const MACROS: [&str; 2] = ["_VBA_PROJECT_CUR", "_VBA_PROJECT"];

/// The stream of the xls workbook in a compound file, or why it cannot be read.
pub(crate) fn workbook(bytes: &[u8]) -> Result<Stream, ProblemCode> {
    // A locked workbook is told as such even when its container is not quite sound.
    let damaged = || if names_a_lock(bytes) { ProblemCode::Password } else { ProblemCode::Corrupt };
    compound::check(bytes).map_err(|_| damaged())?;
    let mut compound = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| damaged())?;
    if ["EncryptedPackage", "EncryptionInfo"].iter().any(|name| compound.exists(name)) {
        return Err(ProblemCode::Password);
    }
    let Some(name) = ["Workbook", "Book"].into_iter().find(|name| compound.is_stream(name)) else {
        return Err(ProblemCode::NotASpreadsheet);
    };
    let macros = MACROS.iter().any(|name| compound.exists(name));
    let mut stream = compound.open_stream(name).map_err(|_| ProblemCode::Corrupt)?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).map_err(|_| ProblemCode::Corrupt)?;
    records(&bytes[..bytes.len().min(HEAD_BYTES)])?;
    Ok(Stream { bytes, macros })
}

/// Whether the name of the stream of a locked workbook is found, wherever it lies.
fn names_a_lock(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// Walks the first records of a workbook stream.
fn records(mut bytes: &[u8]) -> Result<(), ProblemCode> {
    let mut first = true;
    while let [a, b, c, d, rest @ ..] = bytes {
        let kind = u16::from_le_bytes([*a, *b]);
        let length = usize::from(u16::from_le_bytes([*c, *d]));
        if first && !RECORD_BEGINNING.contains(&kind) {
            return Err(ProblemCode::Corrupt);
        }
        if first && kind != RECORD_BEGINNING[3] {
            return Err(ProblemCode::OldFormat);
        }
        if kind == RECORD_FILE_PASS {
            return Err(ProblemCode::Password);
        }
        first = false;
        bytes = rest.get(length..).unwrap_or_default();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::workbook;
    use guichet_model::ProblemCode;
    use std::io::{Cursor, Write};

    fn check(bytes: &[u8]) -> Result<(), ProblemCode> {
        workbook(bytes).map(drop)
    }

    fn compound(name: &str, bytes: &[u8]) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a compound file");
        file.create_stream(name).expect("a stream").write_all(bytes).expect("its bytes");
        file.flush().expect("flushed");
        file.into_inner().into_inner()
    }

    #[test]
    fn protected_and_foreign_compound_files_are_refused() {
        let plain = b"\x09\x08\x04\x00\0\x06\x05\0\x42\0\x02\0\xb0\x04";
        let rc4 = b"\x09\x08\x04\x00\0\x06\x05\0\x2f\0\x06\0\x01\0\x01\0\x01\0";
        let xor = b"\x09\x08\x04\x00\0\x05\x05\0\x2f\0\x04\0\x12\x34\x56\x78";
        let xor_8 = b"\x09\x08\x04\x00\0\x06\x05\0\x2f\0\x06\0\0\0\x12\x34\x56\x78";
        assert_eq!(check(&compound("Workbook", plain)), Ok(()));
        assert_eq!(check(&compound("Book", plain)), Ok(()));
        assert_eq!(check(&compound("Workbook", rc4)), Err(ProblemCode::Password));
        assert_eq!(check(&compound("Book", xor)), Err(ProblemCode::Password));
        assert_eq!(check(&compound("Workbook", xor_8)), Err(ProblemCode::Password));
        assert_eq!(check(&compound("EncryptedPackage", b"x")), Err(ProblemCode::Password));
        assert_eq!(check(&compound("Book", b"\x09\x04\x06\x00\0\0\x10\0\0\0")), Err(ProblemCode::OldFormat));
        assert_eq!(check(&compound("WordDocument", b"x")), Err(ProblemCode::NotASpreadsheet));
        assert_eq!(check(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut"), Err(ProblemCode::Corrupt));
        let mut unsound = compound("EncryptedPackage", b"x");
        unsound[48..52].fill(0x7f);
        assert_eq!(check(&unsound), Err(ProblemCode::Password));
    }
}
