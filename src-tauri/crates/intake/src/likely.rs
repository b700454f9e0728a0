//! Columns that are probably a field though nothing proves it: misspelt headers, and cells of an unmistakable form. They
//! are proposed to a person, never used unasked.

use crate::aliases::spellings;
use crate::clean::clean;
use crate::grid::{CellValue, RawSheet};
use crate::header::Header;
use crate::header_texts::Texts;
use crate::kind::Need;
use crate::layout::Confidence;
use crate::mapping::Mapping;
use crate::sheet::counted_rows;
use crate::value::{Reader, Reading};
use guichet_model::{CvecNumber, Field, FieldShape, Ine, Level, SheetKind, SourceColumn, fold_words};
use std::collections::{BTreeMap, BTreeSet};

/// Rows among which headers are looked for that are only much like known ones.
pub(crate) const SEARCHED_ROWS: usize = 10;
/// Cells of a column looked at to tell what it could be.
const SAMPLE: usize = 200;
/// Rows looked through for them.
const SAMPLE_ROWS: usize = 2_000;
/// Cells that tell something of a column.
const ENOUGH: usize = 3;

/// How many texts are misspelt headers of a kind of sheet.
pub(crate) fn misspelt(texts: &Texts<'_>, kind: SheetKind) -> usize {
    texts.unknown(kind).filter(|(_, header)| !similar(kind, header).is_empty()).count()
}

/// Names the fields that the unknown columns of a table could be.
pub(crate) fn propose(header: &mut Header, sheet: &RawSheet, mapping: &Mapping) {
    let doubled: BTreeSet<u16> = header.duplicates.values().flatten().map(|column| column.column).collect();
    let is_open = |column: &SourceColumn, confidence: Confidence| {
        confidence == Confidence::Unknown && !doubled.contains(&column.column)
    };
    let mut taken: BTreeSet<Field> = header.columns.iter().filter_map(|column| column.source.field).collect();
    taken.extend(header.duplicates.keys());
    taken.extend(mapping.constants().map(|(field, _)| field));
    let open: BTreeSet<u16> = header
        .columns
        .iter()
        .filter(|column| is_open(&column.source, column.confidence))
        .map(|column| column.source.column)
        .collect();
    if open.is_empty() {
        return;
    }
    let samples = samples(sheet, header, mapping, &open);
    let (kind, missing) = (header.kind, header.missing.clone());
    for column in header.columns.iter_mut().filter(|column| open.contains(&column.source.column)) {
        let sample = samples.get(&column.source.column).map(Vec::as_slice).unwrap_or_default();
        let mut likely = column.likely.clone();
        likely.extend(similar(kind, &column.source.header).into_iter().filter(|field| fits(*field, sample)));
        likely.extend(by_content(kind, &missing, sample));
        likely.retain(|field| !taken.contains(field));
        let mut seen = BTreeSet::new();
        likely.retain(|field| seen.insert(*field));
        if !likely.is_empty() {
            column.confidence = Confidence::Likely;
        }
        column.likely = likely;
    }
}

/// A cell of a sample: its cleaned text, and whether the spreadsheet program holds it as a date.
struct Sample {
    text: String,
    is_date: bool,
}

/// The first cells that hold something of each of these columns.
fn samples(
    sheet: &RawSheet,
    header: &Header,
    mapping: &Mapping,
    columns: &BTreeSet<u16>,
) -> BTreeMap<u16, Vec<Sample>> {
    let mut samples: BTreeMap<u16, Vec<Sample>> = BTreeMap::new();
    for row in counted_rows(sheet, header, mapping).take(SAMPLE_ROWS) {
        for cell in row.cells.iter().filter(|cell| columns.contains(&cell.column)) {
            let sample = samples.entry(cell.column).or_default();
            let text = clean(&cell.raw);
            if sample.len() < SAMPLE && !text.is_empty() {
                let is_date = matches!(cell.value, CellValue::Instant(_));
                sample.push(Sample { text: text.into_owned(), is_date });
            }
        }
    }
    samples
}

/// The fields of a kind of sheet whose headers are spelt much like this one, the most alike first.
pub(crate) fn similar(kind: SheetKind, header: &str) -> Vec<Field> {
    let words = fold_words(header);
    let mut found: Vec<(usize, Field)> = Vec::new();
    for (spelling, field) in spellings(kind) {
        if let Some(distance) = difference(&words, spelling) {
            match found.iter_mut().find(|(_, known)| known == field) {
                Some(known) => known.0 = known.0.min(distance),
                None => found.push((distance, *field)),
            }
        }
    }
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().map(|(_, field)| field).collect()
}

/// By how many letters two headers differ, when no word differs by more than a slip of the hand.
fn difference(header: &str, known: &str) -> Option<usize> {
    let (mut ours, mut theirs) = (header.split(' '), known.split(' '));
    let mut total = 0;
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) => return (total > 0).then_some(total),
            (Some(our), Some(their)) => total += word_difference(our, their)?,
            _ => return None,
        }
    }
}

/// Words of less than five letters, and numbers, are others when one letter is.
fn word_difference(our: &str, their: &str) -> Option<usize> {
    if our == their {
        return Some(0);
    }
    let length = our.chars().count().min(their.chars().count());
    let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let allowed = match length {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    };
    if has_digit(our) || has_digit(their) || our.len().abs_diff(their.len()) > allowed {
        return None;
    }
    Some(edits(our, their)).filter(|edits| *edits <= allowed)
}

/// Letters put in, left out, changed, or exchanged with the next one.
fn edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let changed = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// Whether cells can be values of a field. Texts can be anything.
fn fits(field: Field, sample: &[Sample]) -> bool {
    let strict = match field {
        Field::Ine => all(sample, |cell| Ine::new(&cell.text).is_some_and(|ine| ine.form().is_some())),
        Field::Email => all(sample, |cell| cell.text.contains('@')),
        _ => true,
    };
    let read = |cell: &Sample| {
        let raw = crate::grid::RawCell { column: 0, value: CellValue::Text, raw: cell.text.as_str().into() };
        matches!(Reader::new(field, "").read(&raw, &cell.text), Reading::Value(_) | Reading::Written(_))
    };
    let typed = !matches!(field.shape(), FieldShape::Text | FieldShape::Code);
    strict && (!typed || sample.iter().all(|cell| cell.is_date || read(cell)))
}

/// Whether nearly all cells of a sample, which are enough, pass.
fn all(sample: &[Sample], passes: impl Fn(&Sample) -> bool) -> bool {
    let passing = sample.iter().filter(|cell| passes(cell)).count();
    sample.len() >= ENOUGH && passing * 10 >= sample.len() * 9
}

/// The fields whose form is unmistakable, and those that the kind needs and whose form these cells have.
fn by_content(kind: SheetKind, missing: &[Need], sample: &[Sample]) -> Vec<Field> {
    let mut found = Vec::new();
    let of_kind = |field| crate::understanding::is_of_kind(field, kind);
    if all(sample, |cell| Ine::new(&cell.text).is_some_and(|ine| ine.form().is_some())) {
        found.push(Field::Ine);
    }
    let is_cvec = |cell: &Sample| CvecNumber::new(&cell.text).is_some_and(|number| number.is_well_formed());
    if of_kind(Field::CvecNumber) && all(sample, is_cvec) {
        found.push(Field::CvecNumber);
    }
    let needs_level = missing.contains(&Need::LevelOrProgramme) || missing.contains(&Need::Field(Field::Level));
    if needs_level && all(sample, |cell| Level::parse(&cell.text).is_some()) {
        found.push(Field::Level);
    }
    if missing.contains(&Need::PersonKey) && is_numbering(sample) {
        found.push(Field::StudentNumber);
    }
    found
}

/// Whether cells are numbers of one length, each another.
fn is_numbering(sample: &[Sample]) -> bool {
    let is_number =
        |cell: &Sample| (6..=12).contains(&cell.text.len()) && cell.text.bytes().all(|byte| byte.is_ascii_digit());
    let different: BTreeSet<&str> = sample.iter().map(|cell| cell.text.as_str()).collect();
    all(sample, is_number) && different.len() * 10 >= sample.len() * 9
}

#[cfg(test)]
mod tests {
    use super::{edits, similar};
    use guichet_model::{Field, SheetKind};

    #[test]
    fn a_slip_of_the_hand_is_seen_and_another_word_is_not() {
        let first = |header: &str| similar(SheetKind::Roster, header).first().copied();
        for (header, field) in [
            ("N° étudiantt", Field::StudentNumber),
            ("Numéro etduiant", Field::StudentNumber),
            ("Date de naisance", Field::BirthDate),
            ("Prennom", Field::GivenName),
            ("Nivaeu", Field::Level),
            ("Natoinalité", Field::Nationality),
        ] {
            assert_eq!(first(header), Some(field), "{header}");
        }
        for header in ["Niveau", "Mention diplôme", "Nomb", "INF", "Code postal", "Commune", "Rang", "L2", ""] {
            assert_eq!(first(header), None, "{header}");
        }
    }

    #[test]
    fn edits_are_counted() {
        for (a, b, count) in
            [("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("kitten", "sitting", 3)]
        {
            assert_eq!((edits(a, b), edits(b, a)), (count, count), "{a} {b}");
        }
    }
}
