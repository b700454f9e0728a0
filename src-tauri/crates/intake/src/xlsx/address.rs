//! Cell addresses and areas as a sheet writes them.

use crate::limits::MAX_GRID;
use crate::xlsx::xml::Trouble;
use guichet_model::ProblemCode;

/// Row and column of an address such as `D17`, counted from zero; one outside any grid refuses the file.
pub(crate) fn cell(text: &str) -> Result<(u32, u32), Trouble> {
    let (mut row, mut column) = (0u32, 0u32);
    let mut bytes = text.bytes().peekable();
    while let Some(letter) = bytes.next_if(u8::is_ascii_alphabetic) {
        let rank = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.saturating_mul(26).saturating_add(rank);
    }
    for byte in bytes {
        if !byte.is_ascii_digit() {
            return Err(Trouble::Odd);
        }
        row = row.saturating_mul(10).saturating_add(u32::from(byte - b'0'));
    }
    if row == 0 || column == 0 {
        return Err(Trouble::Odd);
    }
    on_grid(row - 1, column - 1)
}

/// A row's number, counted from zero.
pub(crate) fn row(text: &str) -> Result<u32, Trouble> {
    let row: u64 = text.trim().parse().map_err(|_| Trouble::Odd)?;
    let row = u32::try_from(row).map_err(|_| ProblemCode::Corrupt)?.checked_sub(1).ok_or(Trouble::Odd)?;
    on_grid(row, 0).map(|(row, _)| row)
}

fn on_grid(row: u32, column: u32) -> Result<(u32, u32), Trouble> {
    if row >= MAX_GRID.0 || column >= MAX_GRID.1 {
        return Err(ProblemCode::Corrupt.into());
    }
    Ok((row, column))
}

/// First and last cell of an area such as `B2:D3`.
pub(crate) fn area(text: &str) -> Result<[(u32, u32); 2], Trouble> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (first, last) = (cell(first)?, cell(last)?);
    Ok([(first.0.min(last.0), first.1.min(last.1)), (first.0.max(last.0), first.1.max(last.1))])
}

#[cfg(test)]
mod tests {
    use super::{area, cell, row};
    use crate::wire::Stop;
    use crate::xlsx::xml::Trouble;
    use guichet_model::ProblemCode;

    #[test]
    fn addresses_are_read_to_the_edge_of_the_grid_and_no_further() {
        assert_eq!(cell("A1").expect("an address"), (0, 0));
        assert_eq!(cell("xfd1048576").expect("an address"), (1_048_575, 16_383));
        assert_eq!(row("1048576").expect("a row"), 1_048_575);
        assert_eq!(area("C3:B2").expect("an area"), [(1, 1), (2, 2)]);
        for beyond in ["XFE1", "A1048577", "ZZZZZZZZZZZ99999999999"] {
            assert!(matches!(cell(beyond), Err(Trouble::Stop(Stop::Refused(ProblemCode::Corrupt)))), "{beyond}");
        }
        for beyond in ["1048577", "99999999999"] {
            assert!(matches!(row(beyond), Err(Trouble::Stop(Stop::Refused(ProblemCode::Corrupt)))), "{beyond}");
        }
        for odd in ["", "A", "1", "A0", "$A$1", "A1é", "A-1"] {
            assert!(matches!(cell(odd), Err(Trouble::Odd)), "{odd}");
        }
        assert!(matches!(row("0"), Err(Trouble::Odd)));
    }
}
