//! What a foreign file may cost. Every limit is counted while reading, never taken from the file's own word.

use std::time::Duration;

/// Bytes of a file.
pub(crate) const MAX_FILE_BYTES: u64 = 100 << 20;
/// Entries of a zip container.
pub(crate) const MAX_ZIP_ENTRIES: usize = 1_000;
/// Bytes of a zip container's entries once inflated, all together.
pub(crate) const MAX_INFLATED_BYTES: u64 = 512 << 20;
/// Inflated bytes for one compressed byte, in an entry larger than [`RATIO_GRACE_BYTES`].
pub(crate) const MAX_INFLATION_RATIO: u64 = 200;
/// Inflated bytes below which an entry's ratio is not looked at: no more than a piece of XML may have.
pub(crate) const RATIO_GRACE_BYTES: u64 = MAX_XML_PIECE_BYTES;
/// Cells that hold something, in all the sheets of a file.
pub(crate) const MAX_CELLS: u64 = 5_000_000;
/// Bytes of one piece of XML, such as the text of a cell.
pub(crate) const MAX_XML_PIECE_BYTES: u64 = 16 << 20;
/// Bytes of the texts that the cells of a workbook share.
pub(crate) const MAX_SHARED_TEXT_BYTES: usize = 256 << 20;
/// Merged areas of one sheet that are told.
pub(crate) const MAX_MERGED_AREAS: usize = 10_000;
/// Sheets of a file.
pub(crate) const MAX_SHEETS: usize = 255;
/// Characters of a name that are kept, of a sheet or of a person.
pub(crate) const MAX_NAME_CHARS: usize = 4_096;
/// Columns of one sheet that hold something; past them the sheet is read and told.
pub(crate) const MAX_USED_COLUMNS: usize = 1_000;
/// Rows and columns of the largest known spreadsheet grid.
pub(crate) const MAX_GRID: (u32, u32) = (1_048_576, 16_384);
/// Lines one quoted CSV cell may span, and its bytes; past them its quote counts as never closed.
pub(crate) const MAX_QUOTED_LINES: usize = 100;
/// See [`MAX_QUOTED_LINES`].
pub(crate) const MAX_QUOTED_BYTES: usize = 1 << 20;
/// Memory the child reader may map beyond what it has at its start.
#[cfg(target_os = "linux")]
pub(crate) const CHILD_MEMORY_BYTES: u64 = 1 << 30;
/// Processor seconds of the child reader.
#[cfg(unix)]
pub(crate) const CHILD_CPU_SECONDS: u64 = 60;
/// Wall time of the child reader.
pub(crate) const CHILD_WALL_TIME: Duration = Duration::from_secs(60);
/// Bytes the child reader may write.
pub(crate) const MAX_CHILD_OUTPUT_BYTES: u64 = 768 << 20;
/// Bytes of one line the child reader writes: a whole cell, escaped.
pub(crate) const MAX_CHILD_LINE_BYTES: usize = 64 << 20;
/// Characters of a cell that are kept.
pub(crate) const MAX_CELL_CHARS: usize = 32_767;
/// Bytes of one record of a CSV file.
pub(crate) const MAX_RECORD_BYTES: usize = 1 << 20;
/// Tables one inside the other in a web page.
pub(crate) const MAX_NESTED_TABLES: usize = 50;

// Only there the memory is capped by a number.
#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_window_s_help_tells_the_limits_as_they_are() {
        let mebi = |bytes: u64| (bytes >> 20).to_string();
        let told = [
            vec![mebi(MAX_FILE_BYTES), mebi(MAX_INFLATED_BYTES), MAX_ZIP_ENTRIES.to_string()],
            vec![MAX_CELLS.to_string(), MAX_SHEETS.to_string(), MAX_USED_COLUMNS.to_string()],
            vec![MAX_CELL_CHARS.to_string(), MAX_NAME_CHARS.to_string(), mebi(MAX_RECORD_BYTES as u64)],
            vec![(CHILD_MEMORY_BYTES >> 30).to_string(), CHILD_WALL_TIME.as_secs().to_string()],
        ];
        for page in [
            include_str!("../../../../assets/help/screens/import.fr.md"),
            include_str!("../../../../assets/help/screens/import.en.md"),
        ] {
            for numbers in &told {
                let tells = |line: &str| {
                    let digits: String = line.chars().filter(|c| !matches!(c, '\u{a0}' | '\u{202f}' | ',')).collect();
                    let words: Vec<&str> = digits.split(|c: char| !c.is_ascii_digit()).collect();
                    numbers.iter().all(|number| words.contains(&number.as_str()))
                };
                assert!(page.lines().any(tells), "{numbers:?} in\n{page}");
            }
        }
    }
}
