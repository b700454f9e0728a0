//! What a compound file holds, looked at before the xls reader opens it.

use crate::compound;
use guichet_model::ProblemCode;
use std::io::{Cursor, Read};

/// Bytes of the workbook stream in which a protection record comes, if there is one.
const HEAD_BYTES: u64 = 16 << 10;
const RECORD_FILE_PASS: u16 = 0x002f;
const RECORD_BEGINNING: [u16; 4] = [0x0009, 0x0209, 0x0409, 0x0809];

/// Says whether the file is an xls workbook that can be read, or why not.
pub(crate) fn check(bytes: &[u8]) -> Result<(), ProblemCode> {
    compound::check(bytes)?;
    let mut compound = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| ProblemCode::Corrupt)?;
    if ["EncryptedPackage", "EncryptionInfo"].iter().any(|name| compound.exists(name)) {
        return Err(ProblemCode::Password);
    }
    let Some(name) = ["Workbook", "Book"].into_iter().find(|name| compound.is_stream(name)) else {
        return Err(ProblemCode::NotASpreadsheet);
    };
    let stream = compound.open_stream(name).map_err(|_| ProblemCode::Corrupt)?;
    let mut head = Vec::new();
    stream.take(HEAD_BYTES).read_to_end(&mut head).map_err(|_| ProblemCode::Corrupt)?;
    records(&head)
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
    use super::check;
    use guichet_model::ProblemCode;
    use std::io::{Cursor, Write};

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
    }
}
