use std::borrow::Cow;

/// The most UTF-16 units a cell of the format can hold.
const MAX_UNITS: usize = 32_767;
/// What stands at the end of a text that was cut.
const CUT_MARK: &str = " […]";

/// The text as a cell can hold it: line ends are line feeds, other control characters are gone except the
/// tab, and what is too long is cut with a mark.
pub(crate) fn cell_text(text: &str) -> Cow<'_, str> {
    cut(without_controls(text))
}

/// Whether a spreadsheet program could take the text for a formula when a person edits the cell.
pub(crate) fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// How many lines a text takes in a column of this width in characters, broken between words.
pub(crate) fn lines_in(text: &str, width: u16) -> u32 {
    // Some letters are wider than the digit a width is counted in.
    let room = usize::from(width).saturating_sub(1).max(1);
    text.split('\n').map(|line| lines_of_one(line, room)).sum()
}

fn lines_of_one(line: &str, room: usize) -> u32 {
    let mut lines = 1;
    let mut used = 0;
    for word in line.split(' ') {
        let mut length = word.chars().count();
        if used > 0 && used + 1 + length <= room {
            used += 1 + length;
            continue;
        }
        lines += u32::from(used > 0);
        // A word longer than a line goes on in the next ones.
        while length > room {
            lines += 1;
            length -= room;
        }
        used = length;
    }
    lines
}

/// The height in points of a row of that many lines, within what the format allows.
pub(crate) fn row_height(lines: u32) -> f64 {
    f64::from((15 * lines).min(409))
}

fn without_controls(text: &str) -> Cow<'_, str> {
    let unfit = |c: char| (c.is_control() && !matches!(c, '\t' | '\n')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if !text.contains(unfit) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(text.chars().filter(|c| !unfit(*c)).collect())
}

fn cut(text: Cow<'_, str>) -> Cow<'_, str> {
    // A text never has more UTF-16 units than bytes.
    if text.len() <= MAX_UNITS || text.encode_utf16().count() <= MAX_UNITS {
        return text;
    }
    let room = MAX_UNITS - CUT_MARK.encode_utf16().count();
    let mut units = 0;
    let kept = text.chars().take_while(|c| {
        units += c.len_utf16();
        units <= room
    });
    let mut shortened: String = kept.collect();
    shortened.push_str(CUT_MARK);
    Cow::Owned(shortened)
}

#[cfg(test)]
mod tests {
    use super::{cell_text, lines_in, looks_like_formula, row_height};

    #[test]
    fn control_characters_are_gone_and_lines_stay() {
        assert_eq!(cell_text("a\u{0}b\u{7}\u{1b}c\u{85}\u{ffff}"), "abc");
        assert_eq!(cell_text("a\r\nb\rc\td"), "a\nb\nc\td");
        assert_eq!(cell_text("\r=1+1"), "\n=1+1");
        assert_eq!(cell_text("Zoé D’Été — ✔"), "Zoé D’Été — ✔");
    }

    #[test]
    fn what_is_too_long_is_cut_with_a_mark() {
        let fits = "é".repeat(32_767);
        assert_eq!(cell_text(&fits), fits);
        let cut = cell_text(&"é".repeat(32_768)).into_owned();
        assert_eq!(cut.encode_utf16().count(), 32_767);
        assert!(cut.ends_with("é […]"));
        let pairs = cell_text(&"😀".repeat(16_384)).into_owned();
        assert!(pairs.encode_utf16().count() <= 32_767 && pairs.ends_with("😀 […]"));
    }

    #[test]
    fn what_could_become_a_formula_is_known() {
        for text in ["=1+1", "+33 1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert!(looks_like_formula(text), "{text:?}");
        }
        for text in ["", "1+1", " =1", "’=1"] {
            assert!(!looks_like_formula(text), "{text:?}");
        }
    }

    #[test]
    fn lines_are_counted_as_words_wrap() {
        assert_eq!(lines_in("", 20), 1);
        assert_eq!(lines_in("deux mots", 20), 1);
        assert_eq!(lines_in("a\nb\n", 20), 3);
        assert_eq!(lines_in("Histoire, civilisations, patrimoine", 20), 3);
        assert_eq!(lines_in(&"x".repeat(25), 11), 3);
        assert!((row_height(1_000) - 409.0).abs() < f64::EPSILON);
    }
}
