//! What a compound file holds, looked at before the xls reader opens it.

use guichet_model::ProblemCode;
use std::io::{Read, Seek};

/// Bytes of the workbook stream in which a protection record comes, if there is one.
const HEAD_BYTES: u64 = 16 << 10;
const RECORD_FILE_PASS: u16 = 0x002f;
const RECORD_BEGINNING: [u16; 4] = [0x0009, 0x0209, 0x0409, 0x0809];

/// Says whether the file is an xls workbook that can be read, or why not.
pub(crate) fn check(file: impl Read + Seek) -> Result<(), ProblemCode> {
    let mut compound = cfb::CompoundFile::open(file).map_err(|_| ProblemCode::Corrupt)?;
    if compound.exists("EncryptedPackage") {
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

    fn compound(name: &str, bytes: &[u8]) -> Cursor<Vec<u8>> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a compound file");
        file.create_stream(name).expect("a stream").write_all(bytes).expect("its bytes");
        file.flush().expect("flushed");
        Cursor::new(file.into_inner().into_inner())
    }

    #[test]
    fn protected_and_foreign_compound_files_are_refused() {
        let plain = b"\x09\x08\x04\x00\0\x06\x05\0\x42\0\x02\0\xb0\x04";
        let protected = b"\x09\x08\x04\x00\0\x06\x05\0\x2f\0\x02\0\0\0";
        assert_eq!(check(compound("Workbook", plain)), Ok(()));
        assert_eq!(check(compound("Book", plain)), Ok(()));
        assert_eq!(check(compound("Workbook", protected)), Err(ProblemCode::Password));
        assert_eq!(check(compound("EncryptedPackage", b"x")), Err(ProblemCode::Password));
        assert_eq!(check(compound("WordDocument", b"x")), Err(ProblemCode::NotASpreadsheet));
        assert_eq!(check(Cursor::new(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut".to_vec())), Err(ProblemCode::Corrupt));
    }
}
