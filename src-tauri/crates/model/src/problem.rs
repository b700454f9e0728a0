use crate::{Arg, Message, SourceSheet};
use serde::{Deserialize, Serialize};

macro_rules! problem_codes {
    ($($(#[$meta:meta])* $name:ident = $text:literal, fails $fails:literal),* $(,)?) => {
        /// What can be wrong with an office's file, sheet or cell. The sentence is `problem-<code>` in the catalogue.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum ProblemCode { $($(#[$meta])* $name),* }

        impl ProblemCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable name.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            /// Whether it makes the command line exit 2 (bad input), or is only said.
            #[must_use]
            pub fn fails(self) -> bool {
                match self { $(Self::$name => $fails),* }
            }
        }
    };
}

problem_codes! {
    /// The file cannot be opened.
    Unreadable = "unreadable", fails true,
    /// The file is protected by a password.
    Password = "password", fails true,
    /// The file is damaged.
    Corrupt = "corrupt", fails true,
    /// The file passes a limit of size.
    TooLarge = "too-large", fails true,
    /// The file is of a format older than can be read.
    OldFormat = "old-format", fails true,
    /// The file is not a spreadsheet.
    NotASpreadsheet = "not-a-spreadsheet", fails true,
    /// The file is a spreadsheet of a kind that is not read.
    Unsupported = "unsupported", fails true,
    /// The file holds no row.
    Empty = "empty", fails true,
    /// No row of the sheet holds enough known headers.
    NoHeader = "no-header", fails true,
    /// A column that the sheet's kind needs is not there.
    ColumnMissing = "column-missing", fails true,
    /// Two columns of the sheet are the same field.
    ColumnDuplicate = "column-duplicate", fails true,
    /// A cell holds something that cannot be read as its column's kind of value.
    ValueUnreadable = "value-unreadable", fails true,
    /// A column mixes two orders of day and month.
    DateOrderMixed = "date-order-mixed", fails true,
    /// A column's dates could be read in both orders, and another column writes the month first.
    DateOrderDoubtful = "date-order-doubtful", fails true,
    /// A column's dates were read month first, also those that could be day first: others can be nothing else.
    DateOrderTaken = "date-order-taken", fails false,
    /// A column's dates could all be read in both orders, and were read day first.
    DateOrderAssumed = "date-order-assumed", fails false,
    /// Birth dates in no year in which a student can be born. They are kept.
    BirthDateDoubtful = "birth-date-doubtful", fails false,
    /// A line of a mapping file names something that none of the files has.
    MappingUnused = "mapping-unused", fails false,
    /// Codes that say something else than the labels beside them; neither is taken.
    CodeContradicted = "code-contradicted", fails false,
    /// Cells with a number that must not be kept, which is masked.
    ValueWithheld = "value-withheld", fails false,
    /// Identifiers that a spreadsheet took for numbers. They are kept as written.
    IneDamaged = "ine-damaged", fails false,
    /// Rows with cells right of the last header; counted. They are kept as raw text.
    CellsBeyondHeaders = "cells-beyond-headers", fails false,
    /// A row says of nobody in particular, as a line of totals does. It is left out.
    RowWithoutKey = "row-without-key", fails false,
    /// A row could be about several persons. It is left out.
    RowAmbiguous = "row-ambiguous", fails false,
    /// A row could be about several registrations, requests or the like of its person. It is left out.
    RowUnplaced = "row-unplaced", fails false,
    /// A row of a sheet says what another one says, but for typography. It counts once.
    RowRepeated = "row-repeated", fails false,
    /// A row gives its person a registration that another one of its sheet gives with other values. Both are kept.
    RegistrationTwice = "registration-twice", fails false,
    /// A row gives the student number of another row of the same file, whose name and birth date are others.
    NumberReused = "number-reused", fails false,
    /// Rows that came together say different things of who a person is; one of them is taken.
    PersonContradicted = "person-contradicted", fails false,
    /// Rows that came together say different things of one registration or the like; neither is taken.
    ValuesContradict = "values-contradict", fails false,
    /// A row gives the holder of its student number another birth date, or other names.
    PersonCorrected = "person-corrected", fails false,
    /// A row's person was recognised by the Ine, and the name differs.
    PersonOtherName = "person-other-name", fails false,
    /// A row's person was recognised by name and birth date, and the Ine differs.
    PersonOtherIne = "person-other-ine", fails false,
    /// A row shows that somebody known only from other sheets is the person it names. What these said is now theirs.
    PersonReunited = "person-reunited", fails false,
    /// A row names somebody new, with an Ine that somebody else has.
    PersonSameIne = "person-same-ine", fails false,
    /// A row names somebody new, with somebody else's name and birth date.
    PersonSameName = "person-same-name", fails false,
    /// A row names somebody new, with somebody else's names swapped and the same birth date.
    PersonSwappedNames = "person-swapped-names", fails false,
    /// A row names somebody new, whose name is somebody else's name in use, or the other way round.
    PersonUseName = "person-use-name", fails false,
    /// A row names somebody new, who is like somebody else in another way.
    PersonAlike = "person-alike", fails false,
    /// One sheet of a file could not be read; the others were.
    SheetUnreadable = "sheet-unreadable", fails true,
    /// A coded column holds values that are not in the list; counted, one problem per value.
    ValueUnmapped = "value-unmapped", fails false,
    /// A column whose header is not known is kept as raw text.
    ColumnUnknown = "column-unknown", fails false,
    /// A column's header or content is much like a known one's; it is kept as raw text until somebody says what it is.
    ColumnLikely = "column-likely", fails false,
    /// A column that must not be stored was dropped at the door.
    ColumnDropped = "column-dropped", fails false,
    /// A sheet names persons only by the code of the office's program, and no file says who they are.
    PersonsMissing = "persons-missing", fails true,
    /// A sheet says only who persons are, and no other file needs it.
    PersonsAlone = "persons-alone", fails true,
    /// A sheet says who the persons of other sheets are.
    PersonsJoined = "persons-joined", fails false,
    /// A row's code is that of a person to whom another file gives another number, identifier or birth date.
    PersonsDisagree = "persons-disagree", fails false,
    /// An identifier's key has one letter where there should be two: its column is too narrow. It is kept as written.
    IneKeyShortened = "ine-key-shortened", fails false,
    /// A row names a person by a code that no file explains.
    PersonCodeUnknown = "person-code-unknown", fails false,
    /// Numbers in a column of codes whose texts begin with zeros: a spreadsheet took their zeros away.
    ZerosLost = "zeros-lost", fails false,
    /// E-mail addresses that are none or several, telephone numbers that a spreadsheet took for numbers.
    ContactDoubtful = "contact-doubtful", fails false,
    /// Names with letters of another script that look the same, or marks that turn the direction of writing.
    ScriptsMixed = "scripts-mixed", fails false,
    /// A row is about somebody who is not in the roster.
    RowUnmatched = "row-unmatched", fails false,
    /// A row says otherwise than what was entered at the desk, which stands.
    RowAgainstEntry = "row-against-entry", fails false,
    /// A request names a level at which the person has no registration.
    RequestUnattached = "request-unattached", fails false,
    /// A sheet has no row or is empty.
    SheetEmpty = "sheet-empty", fails false,
    /// A sheet of a readable file is not one of the known kinds, another sheet of the file is.
    SheetIgnored = "sheet-ignored", fails false,
    /// A sheet holds several tables, each read by itself.
    SeveralTables = "several-tables", fails false,
    /// A table beside others of its sheet is not one of the known kinds.
    TableIgnored = "table-ignored", fails false,
    /// Rows that are titles, totals or page footers, and say of nobody; counted.
    RowsLeftOut = "rows-left-out", fails false,
    /// The letters of a text may not be those that were typed: two encodings, or letters lost by another program.
    EncodingDoubtful = "encoding-doubtful", fails false,
    /// The file's name says another format than its content.
    NameMisleads = "name-misleads", fails false,
    /// A sheet that holds something is hidden.
    HiddenSheet = "hidden-sheet", fails false,
    /// Rows that hold something are hidden.
    HiddenRows = "hidden-rows", fails false,
    /// Columns that hold something are hidden.
    HiddenColumns = "hidden-columns", fails false,
    /// Cells below the headers are merged: all but the first of them are empty.
    MergedCells = "merged-cells", fails false,
    /// The file brings macros along, which are not run.
    MacrosIgnored = "macros-ignored", fails false,
    /// The file takes data from elsewhere, which is not looked for.
    LinksIgnored = "links-ignored", fails false,
    /// The same file was chosen twice, under one name or two.
    FileTwice = "file-twice", fails false,
    /// A workbook or sheet is not written as its format says; it was read by a reader that knows less of its display.
    NotToTheNorm = "not-to-the-norm", fails false,
}

impl ProblemCode {
    /// Whether a rule says it of the file, so that a check need not tell it of the row.
    #[must_use]
    pub fn is_ruled_on(self) -> bool {
        matches!(self, Self::PersonSameIne | Self::PersonSameName)
    }

    /// Whether some row is not wholly understood and attached: a strict import refuses it.
    #[must_use]
    pub fn is_unclean(self) -> bool {
        self.fails()
            || matches!(
                self,
                Self::RowWithoutKey
                    | Self::PersonCodeUnknown
                    | Self::PersonsDisagree
                    | Self::IneDamaged
                    | Self::CodeContradicted
                    | Self::CellsBeyondHeaders
                    | Self::IneKeyShortened
                    | Self::RowAmbiguous
                    | Self::RowUnplaced
                    | Self::RowUnmatched
                    | Self::NumberReused
                    | Self::PersonContradicted
                    | Self::ValuesContradict
                    | Self::RegistrationTwice
                    | Self::RequestUnattached
                    | Self::ValueUnmapped
                    | Self::EncodingDoubtful
            )
    }
}

/// One sentence about a file, a sheet or a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// File name; with its folder's where several files have one name.
    pub file: String,
    /// Sheet name, when one sheet is concerned.
    pub sheet: Option<String>,
    /// Cell, row or column (`D17`, `17`, `D`), when one is concerned.
    pub cell: Option<String>,
    /// What is wrong.
    pub code: ProblemCode,
    /// What, where and what to do.
    pub message: Message,
}

/// Rows named in a problem that groups several.
const NAMED_ROWS: usize = 5;

impl Problem {
    /// One problem for rows of one sheet, counted from 0: the first ones are named, with the persons they are like; all are
    /// counted.
    fn of_rows(code: ProblemCode, sheet: &SourceSheet, rows: &[u32], persons: Vec<Arg>) -> Self {
        let lines: Vec<Arg> = rows.iter().take(NAMED_ROWS).map(|row| Arg::Number(i64::from(*row) + 1)).collect();
        let message = Message::new(format!("problem-{}", code.as_str()))
            .with("count", rows.len())
            .with("rows", Arg::List(lines))
            .with("persons", Arg::List(persons));
        Self {
            file: sheet.file.clone(),
            sheet: Some(sheet.name.clone()),
            cell: rows.first().map(|row| (u64::from(*row) + 1).to_string()),
            code,
            message,
        }
    }

    /// One problem a sheet and code, in the order in which they first appear. A row may come with the persons
    /// it is like.
    #[must_use]
    pub fn group_rows<'a>(rows: impl IntoIterator<Item = (ProblemCode, &'a SourceSheet, u32, Vec<Arg>)>) -> Vec<Self> {
        let mut groups: Vec<(ProblemCode, &SourceSheet, Vec<u32>, Vec<Arg>)> = Vec::new();
        for (code, sheet, row, like) in rows {
            // Rows come sheet by sheet, so the group sought is among the last.
            let at = groups.iter().rposition(|(known, of, ..)| *known == code && std::ptr::eq(*of, sheet));
            let at = at.unwrap_or_else(|| {
                groups.push((code, sheet, Vec::new(), Vec::new()));
                groups.len() - 1
            });
            let (.., rows, persons) = &mut groups[at];
            if rows.len() < NAMED_ROWS {
                persons.extend(like.into_iter().take(NAMED_ROWS));
            }
            rows.push(row);
        }
        let one = |(code, sheet, mut rows, persons): (ProblemCode, &SourceSheet, Vec<u32>, Vec<Arg>)| {
            rows.sort_unstable();
            rows.dedup();
            Self::of_rows(code, sheet, &rows, persons)
        };
        groups.into_iter().map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Problem, ProblemCode};
    use crate::{Catalogue, Language, SheetKind, SourceSheet};

    #[test]
    fn rows_of_one_sheet_are_one_sentence() {
        let sheet = SourceSheet {
            file: "h.csv".into(),
            sha256: String::new(),
            name: "h".into(),
            kind: SheetKind::History,
            header_row: 0,
            columns: Vec::new(),
        };
        let codes = [
            ProblemCode::RowWithoutKey,
            ProblemCode::RowAmbiguous,
            ProblemCode::RowUnplaced,
            ProblemCode::RowUnmatched,
            ProblemCode::RowAgainstEntry,
            ProblemCode::RequestUnattached,
            ProblemCode::RowRepeated,
            ProblemCode::RegistrationTwice,
            ProblemCode::NumberReused,
            ProblemCode::PersonCorrected,
            ProblemCode::PersonContradicted,
            ProblemCode::ValuesContradict,
            ProblemCode::PersonOtherName,
            ProblemCode::PersonOtherIne,
            ProblemCode::PersonReunited,
            ProblemCode::PersonSameIne,
            ProblemCode::PersonSameName,
            ProblemCode::PersonSwappedNames,
            ProblemCode::PersonUseName,
            ProblemCode::PersonAlike,
            ProblemCode::PersonCodeUnknown,
            ProblemCode::PersonsDisagree,
            ProblemCode::IneKeyShortened,
        ];
        for code in codes {
            let problems = Problem::group_rows((16..500).map(|row| (code, &sheet, row, Vec::new())));
            assert_eq!((problems.len(), problems[0].cell.as_deref()), (1, Some("17")));
            for language in Language::ALL {
                let text = Catalogue::shared().render(*language, &problems[0].message);
                assert!(text.contains("484") && text.contains("17, 18") && !text.contains('⟦'), "{text}");
            }
        }
    }
}
