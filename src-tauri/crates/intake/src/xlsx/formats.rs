//! What a cell's number format shows: a number, a day, an hour, a length of time.

use crate::xlsx::xml::{Trouble, Xml, attribute};
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::Read;

/// What a number format shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// A number, or text.
    #[default]
    Plain,
    /// A day.
    Day,
    /// An hour, with or without its day.
    Hour,
    /// Hours past the twenty-fourth.
    Elapsed,
}

/// The format of each cell style, by its rank.
pub(crate) fn read<R: Read>(mut xml: Xml<R>) -> Result<Vec<Format>, Trouble> {
    let mut own = HashMap::new();
    let mut styles = Vec::new();
    let mut of_cells = false;
    loop {
        match xml.next()? {
            Event::Eof => return Ok(styles),
            Event::End(end) if end.local_name().as_ref() == "cellXfs" => of_cells = false,
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    let id = id_of(&element)?;
                    styles.push(own.get(&id).copied().unwrap_or_else(|| of_built_in(id)));
                }
                "numFmt" => {
                    let code = attribute(&element, "formatCode")?.unwrap_or_default();
                    own.insert(id_of(&element)?, of_code(&code));
                }
                _ => {}
            },
            _ => {}
        }
    }
}

fn id_of(element: &BytesStart<'_>) -> Result<u32, Trouble> {
    Ok(attribute(element, "numFmtId")?.and_then(|id| id.trim().parse().ok()).unwrap_or_default())
}

/// The formats that a file names by number only. Those past 26 depend on the country and show days.
pub(crate) fn of_built_in(id: u32) -> Format {
    match id {
        14..=17 | 27..=31 | 34..=36 | 50..=58 => Format::Day,
        18..=22 | 32 | 33 | 45 | 47 => Format::Hour,
        46 => Format::Elapsed,
        _ => Format::Plain,
    }
}

/// Reads a format's code, up to its first section's end.
pub(crate) fn of_code(code: &str) -> Format {
    // Some exports write the general format by its name, whose letters would be days and seconds.
    if ["general", "standard"].iter().any(|name| code.trim().eq_ignore_ascii_case(name)) {
        return Format::Plain;
    }
    let mut found = Format::Plain;
    let mut chars = code.chars();
    while let Some(char) = chars.next() {
        match char.to_ascii_lowercase() {
            ';' => break,
            '"' => while chars.next().is_some_and(|inner| inner != '"') {},
            '\\' | '_' | '*' => {
                chars.next();
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|inner| *inner != ']').collect();
                if is_elapsed(&inside) {
                    return Format::Elapsed;
                }
            }
            'h' | 's' => return Format::Hour,
            'a' if chars.as_str().starts_with(['/', 'm', 'M']) => return Format::Hour,
            'd' | 'm' | 'y' => found = Format::Day,
            _ => {}
        }
    }
    found
}

fn is_elapsed(inside: &str) -> bool {
    ['h', 'm', 's'].iter().any(|unit| !inside.is_empty() && inside.chars().all(|c| c.eq_ignore_ascii_case(unit)))
}

#[cfg(test)]
mod tests {
    use super::{Format, of_built_in, of_code, read};
    use crate::xlsx::xml::Xml;

    #[test]
    fn codes_say_what_they_show() {
        for (code, format) in [
            ("General", Format::Plain),
            ("Standard", Format::Plain),
            ("0.00E+00", Format::Plain),
            ("#,##0.00\\ [$€-40C]", Format::Plain),
            ("0.00\"m\";[Red]-0.00\"d\"", Format::Plain),
            ("0_d_h", Format::Plain),
            (";;;", Format::Plain),
            ("dd/mm/yyyy", Format::Day),
            ("[$-40C]d mmmm yyyy;@", Format::Day),
            ("jj/mm/aaaa", Format::Day),
            ("mmm-yy", Format::Day),
            ("dd/mm/yyyy\\ hh:mm", Format::Hour),
            ("h:mm AM/PM", Format::Hour),
            ("m/d/yy a/p", Format::Hour),
            ("[h]:mm:ss", Format::Elapsed),
            ("[MM]:ss", Format::Elapsed),
            ("[Red]0", Format::Plain),
        ] {
            assert_eq!(of_code(code), format, "{code}");
        }
        assert_eq!((of_built_in(14), of_built_in(22), of_built_in(46)), (Format::Day, Format::Hour, Format::Elapsed));
    }

    #[test]
    fn styles_are_those_of_cells_in_their_order() {
        let xml = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy&quot; &quot;hh:mm"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf/><xf numFmtId="14"><alignment/></xf><xf numFmtId="164"/></cellXfs>
            <dxfs><dxf/></dxfs></styleSheet>"#;
        let styles = read(Xml::new(xml.as_bytes())).expect("styles");
        assert_eq!(styles, [Format::Plain, Format::Day, Format::Hour]);
    }
}
