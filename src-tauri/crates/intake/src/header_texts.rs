//! The texts of a row, or of two rows, as the headers of a table.

use crate::aliases::meaning;
use crate::clean::clean;
use crate::grid::{RawRow, RawSheet};
use crate::header::{Header, HeaderColumn};
use crate::kind::{Told, kind_of, missing};
use crate::layout::Confidence;
use crate::mapping::{Mapping, Target};
use crate::pairs::are_one;
use crate::sensitive::is_sensitive;
use crate::sources::{self, KnownSource};
use guichet_model::{Field, SheetKind, SourceColumn, fold, fold_words};
use std::collections::{BTreeMap, BTreeSet};

/// Between the title of a group of columns and the header of one of them.
const JOINED: &str = " · ";
/// Words of a group's title that say that its columns are about something or somebody else than the registration.
const ELSEWHERE: &[&str] = &[
    "bac",
    "baccalaureat",
    "parent",
    "parents",
    "pere",
    "mere",
    "tuteur",
    "responsable",
    "representant",
    "urgence",
    "dernier",
    "derniere",
    "precedent",
    "precedente",
    "anterieur",
    "anterieure",
    "conjoint",
    "employeur",
    "entreprise",
];

/// The texts that may be headers.
pub(crate) struct Texts<'m> {
    cells: Vec<Text>,
    rows: (u32, u32),
    /// The extract that everybody has, when they are its headers.
    source: Option<&'static KnownSource>,
    mapping: &'m Mapping,
}

/// One text that may be a header.
struct Text {
    column: SourceColumn,
    /// What it is looked up by.
    folded: String,
    /// The field's name is said of something else: the column could be it, but need not.
    elsewhere: bool,
    /// Whether it, or the title above it, names something that must not be kept.
    sensitive: bool,
    /// What a person said of it.
    answered: Option<Target>,
    /// What it means in this extract, when that is not what it means elsewhere.
    here: Option<Option<Field>>,
}

/// How a column comes to a field: what a person said counts before a header, and a header before one that gives way.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    Answered,
    /// By its header, of this rank among the field's.
    Header(u8),
}

impl Text {
    fn new(column: u16, header: String, mapping: &Mapping) -> Self {
        let answered = mapping.column(column).or_else(|| mapping.header(&header));
        Self {
            folded: fold(&header),
            sensitive: is_sensitive(&header),
            elsewhere: false,
            answered,
            here: None,
            column: SourceColumn { column, header, field: None },
        }
    }

    /// A header below the title of a group. A known one that stands once needs no title to be told.
    fn below(column: u16, group: &str, header: &str, alone: bool, mapping: &Mapping) -> Self {
        let known = |folded: &str| SheetKind::ALL.iter().any(|kind| meaning(*kind, folded).is_some());
        let elsewhere = fold_words(group).split(' ').any(|word| ELSEWHERE.contains(&word));
        let mut text = Self::new(column, format!("{group}{JOINED}{header}"), mapping);
        let sensitive = text.sensitive || is_sensitive(group) || is_sensitive(header);
        if !known(&text.folded) && known(&fold(header)) {
            if alone && !elsewhere {
                text = Self::new(column, header.to_owned(), mapping);
            } else {
                text.folded = fold(header);
                text.elsewhere = elsewhere;
            }
        }
        Self { sensitive, ..text }
    }

    /// What it means in a kind of sheet.
    fn meaning(&self, kind: SheetKind) -> Option<(Field, Claim)> {
        match self.answered {
            Some(Target::Field(field)) => Some((field, Claim::Answered)),
            Some(Target::SetAside) => None,
            None if self.elsewhere => None,
            None => match self.here {
                Some(field) => Some((field?, Claim::Header(0))),
                None => meaning(kind, &self.folded).map(|known| (known.field, Claim::Header(known.rank))),
            },
        }
    }
}

impl<'m> Texts<'m> {
    fn new(mut cells: Vec<Text>, rows: (u32, u32), mapping: &'m Mapping) -> Self {
        let source = sources::recognise(&cells.iter().map(|text| text.folded.as_str()).collect());
        if let Some(source) = source {
            for text in &mut cells {
                text.here = source.meaning(&text.folded);
            }
        }
        Self { cells, rows, source, mapping }
    }

    /// The texts of one row.
    pub(crate) fn of(row: &RawRow, mapping: &'m Mapping) -> Self {
        let texts = texts_of(row).into_iter().map(|(column, header)| Text::new(column, header, mapping));
        Self::new(texts.collect(), (row.row, row.row), mapping)
    }

    /// The texts of two rows: titles of groups of columns, and headers below them. A column that only the upper row names
    /// is named by it.
    pub(crate) fn of_pair(sheet: &RawSheet, upper: &RawRow, lower: &RawRow, mapping: &'m Mapping) -> Self {
        let (above, below) = (texts_of(upper), texts_of(lower));
        let groups = groups(sheet, upper, &above, &below);
        let mut cells = Vec::new();
        for (column, header) in &above {
            if !below.contains_key(column) {
                cells.push(Text::new(*column, header.clone(), mapping));
            }
        }
        for (column, header) in &below {
            let alone = below.values().filter(|other| fold(other) == fold(header)).count() == 1;
            cells.push(match groups.get(column) {
                Some(group) => Text::below(*column, group, header, alone, mapping),
                None => Text::new(*column, header.clone(), mapping),
            });
        }
        cells.sort_by_key(|text| text.column.column);
        Self::new(cells, (upper.row, lower.row), mapping)
    }

    /// The last of its rows.
    pub(crate) fn last_row(&self) -> u32 {
        self.rows.1
    }

    /// Whether a row holds something in a column that some kind of sheet knows by these texts.
    pub(crate) fn shares_known_column(&self, row: &RawRow) -> bool {
        let known = |text: &Text| SheetKind::ALL.iter().any(|kind| text.meaning(*kind).is_some());
        let columns: BTreeSet<u16> =
            self.cells.iter().filter(|text| known(text)).map(|text| text.column.column).collect();
        row.cells.iter().any(|cell| columns.contains(&cell.column))
    }

    /// How many texts there are.
    pub(crate) fn len(&self) -> usize {
        self.cells.len()
    }

    /// What tells the kind of sheet of which these are the headers.
    pub(crate) fn kind(&self, hint: &str) -> Option<Told> {
        kind_of(&|kind| self.fields(kind), self.forced_kind(), hint)
    }

    /// The kind that a person said, or that this extract always is.
    pub(crate) fn forced_kind(&self) -> Option<SheetKind> {
        self.mapping.table.kind.or(self.source.and_then(|source| source.kind))
    }

    /// The fields a kind of sheet would see in these texts.
    pub(crate) fn own_fields(&self, kind: SheetKind) -> BTreeSet<Field> {
        self.cells.iter().filter_map(|text| text.meaning(kind)).map(|(field, _)| field).collect()
    }

    /// The most fields that any kind of sheet would see in these texts.
    pub(crate) fn known(&self) -> usize {
        SheetKind::ALL.iter().map(|kind| self.own_fields(*kind).len()).max().unwrap_or(0)
    }

    /// The columns and folded texts that are no field of a kind of sheet.
    pub(crate) fn unknown(&self, kind: SheetKind) -> impl Iterator<Item = (u16, &str)> {
        let unknown = self.cells.iter().filter(move |text| text.meaning(kind).is_none() && !text.sensitive);
        unknown.map(|text| (text.column.column, text.column.header.as_str()))
    }

    /// The column of a field.
    pub(crate) fn column_of(&self, kind: SheetKind, field: Field) -> Option<u16> {
        let found = self.cells.iter().find(|text| text.meaning(kind).is_some_and(|(known, _)| known == field))?;
        Some(found.column.column)
    }

    /// The fields a kind of sheet would have with these headers, those that every row is said to hold included.
    fn fields(&self, kind: SheetKind) -> BTreeSet<Field> {
        let mut fields = self.own_fields(kind);
        fields.extend(self.mapping.constants().map(|(field, _)| field));
        fields
    }

    /// The texts as the headers of a sheet of this kind; what `withheld` columns hold must not be kept.
    pub(crate) fn header(self, kind: SheetKind, withheld: &BTreeSet<u16>) -> Header {
        let mut columns = Vec::with_capacity(self.cells.len());
        let mut claims: BTreeMap<Field, Vec<(usize, Claim)>> = BTreeMap::new();
        for text in self.cells {
            let (mut confidence, mut likely) = (Confidence::Unknown, Vec::new());
            let by_content = withheld.contains(&text.column.column);
            if text.sensitive || by_content {
                confidence = Confidence::Dropped;
            } else if text.answered == Some(Target::SetAside) {
                confidence = Confidence::SetAside;
            } else if let Some((field, claim)) = text.meaning(kind) {
                claims.entry(field).or_default().push((columns.len(), claim));
            } else if text.elsewhere {
                likely.extend(meaning(kind, &text.folded).map(|known| known.field));
            }
            let by_content = by_content && !text.sensitive;
            columns.push(HeaderColumn { source: text.column, confidence, likely, by_content });
        }
        let mut duplicates = BTreeMap::new();
        for (field, mut claimants) in claims {
            let best = claimants.iter().map(|(_, claim)| *claim).min();
            let others = claimants.extract_if(.., |(_, claim)| Some(*claim) != best).collect::<Vec<_>>();
            let header = |place: usize| columns[place].source.header.as_str();
            // A code and its label are one field.
            let (taken, is_one) = match claimants.as_slice() {
                [one] => {
                    let beside = others.iter().filter(|(place, _)| are_one(header(one.0), header(*place)));
                    let mut taken = vec![*one];
                    taken.extend(beside.take(1));
                    (taken, true)
                }
                [one, other] => (claimants.clone(), are_one(header(one.0), header(other.0))),
                _ => (Vec::new(), false),
            };
            if is_one {
                for (place, claim) in taken {
                    let column = &mut columns[place];
                    column.source.field = Some(field);
                    column.confidence = if claim == Claim::Answered { Confidence::Answered } else { Confidence::Known };
                }
            } else {
                let same = claimants.iter().map(|(place, _)| columns[*place].source.clone());
                duplicates.insert(field, same.collect());
            }
        }
        let mut fields: BTreeSet<Field> = columns.iter().filter_map(|column| column.source.field).collect();
        fields.extend(self.mapping.constants().map(|(field, _)| field));
        let usable = missing(kind, &fields).is_empty();
        fields.extend(duplicates.keys());
        let missing = missing(kind, &fields);
        let dropped = columns.iter().filter(|column| column.confidence == Confidence::Dropped);
        let withheld = dropped.map(|column| column.source.column).chain(withheld.iter().copied()).collect();
        let (rows, lines, source) = (self.rows, Vec::new(), self.source);
        let (kind_is_sure, found) = (true, true);
        Header { rows, lines, kind, kind_is_sure, found, columns, duplicates, missing, usable, withheld, source }
    }
}

/// The texts of a row by their columns.
fn texts_of(row: &RawRow) -> BTreeMap<u16, String> {
    let texts = row.cells.iter().map(|cell| (cell.column, clean(&cell.raw).into_owned()));
    texts.filter(|(_, text)| !text.is_empty()).collect()
}

/// The title above each column that has one: of merged cells, else the next one to its left.
fn groups(
    sheet: &RawSheet,
    upper: &RawRow,
    above: &BTreeMap<u16, String>,
    below: &BTreeMap<u16, String>,
) -> BTreeMap<u16, String> {
    let mut groups = BTreeMap::new();
    let spans: Vec<(u16, u16)> = sheet
        .marks
        .merged
        .iter()
        .filter(|(top, ..)| *top == upper.row)
        .map(|(_, left, _, right)| (*left, *right))
        .collect();
    for column in below.keys() {
        let span = spans.iter().find(|(left, right)| (left..=right).contains(&column));
        let group = match span {
            Some((left, _)) => above.get(left),
            None if !spans.is_empty() => above.get(column),
            None => above.range(..=*column).next_back().map(|(_, title)| title),
        };
        if let Some(group) = group {
            groups.insert(*column, group.clone());
        }
    }
    groups
}
