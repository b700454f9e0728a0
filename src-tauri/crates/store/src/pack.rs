//! One row read, in one value: for each cell its column, its text as written and, when different, what it was read as.

use crate::error::unreadable;
use guichet_model::SourceCell;

/// One cell of a packed row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PackedCell {
    pub(crate) cell: SourceCell,
    /// The canonical text of the value understood, when it differs from the text as written; empty when a text was not
    /// understood.
    pub(crate) value: Option<String>,
}

pub(crate) fn pack<'a>(cells: impl IntoIterator<Item = (&'a SourceCell, Option<&'a str>)>) -> Vec<u8> {
    let mut packed = Vec::with_capacity(256);
    for (cell, value) in cells {
        number(&mut packed, usize::from(cell.column));
        number(&mut packed, cell.raw.len() << 1 | usize::from(value.is_some()));
        packed.extend_from_slice(cell.raw.as_bytes());
        if let Some(value) = value {
            number(&mut packed, value.len());
            packed.extend_from_slice(value.as_bytes());
        }
    }
    packed
}

pub(crate) fn unpack(packed: &[u8]) -> rusqlite::Result<Vec<PackedCell>> {
    let mut rest = packed;
    let mut cells = Vec::new();
    while !rest.is_empty() {
        let column = u16::try_from(read_number(&mut rest)?).map_err(|_| unreadable("cells"))?;
        let length = read_number(&mut rest)?;
        let raw = read_text(&mut rest, length >> 1)?.into();
        let value = match length & 1 {
            0 => None,
            _ => {
                let length = read_number(&mut rest)?;
                Some(read_text(&mut rest, length)?.to_owned())
            }
        };
        cells.push(PackedCell { cell: SourceCell { column, raw }, value });
    }
    Ok(cells)
}

/// Seven bits a byte, the lowest first.
fn number(packed: &mut Vec<u8>, mut value: usize) {
    while value > 127 {
        packed.push(u8::try_from(value & 127).unwrap_or(0) | 128);
        value >>= 7;
    }
    packed.push(u8::try_from(value).unwrap_or(0));
}

fn read_number(rest: &mut &[u8]) -> rusqlite::Result<usize> {
    let mut value = 0;
    for place in 0..5 {
        let (byte, after) = rest.split_first().ok_or_else(|| unreadable("cells"))?;
        *rest = after;
        value |= usize::from(byte & 127) << (7 * place);
        if byte & 128 == 0 {
            return Ok(value);
        }
    }
    Err(unreadable("cells"))
}

fn read_text<'a>(rest: &mut &'a [u8], length: usize) -> rusqlite::Result<&'a str> {
    let (text, after) = rest.split_at_checked(length).ok_or_else(|| unreadable("cells"))?;
    *rest = after;
    std::str::from_utf8(text).map_err(|_| unreadable("cells"))
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};
    use guichet_model::SourceCell;

    #[test]
    fn a_row_survives_packing_and_a_cut_one_is_refused() {
        let long = "é".repeat(40_000);
        let cells: Vec<(SourceCell, Option<&str>)> =
            [(0, "22400001", None), (300, long.as_str(), Some("L1")), (16_383, "", None)]
                .map(|(column, raw, value)| (SourceCell { column, raw: raw.into() }, value))
                .into();
        let packed = pack(cells.iter().map(|(cell, value)| (cell, *value)));
        let back = unpack(&packed).unwrap();
        assert_eq!(back.len(), 3);
        for ((cell, value), back) in cells.iter().zip(&back) {
            assert_eq!((cell, *value), (&back.cell, back.value.as_deref()));
        }
        assert!(unpack(&packed[..packed.len() - 1]).is_err());
        assert!(unpack(&packed[..50]).is_err());
    }
}
