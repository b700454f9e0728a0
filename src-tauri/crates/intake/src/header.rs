//! Where a table's headers are, what its rows are, and what each column holds.

use crate::clean::clean;
use crate::grid::{CellValue, RawRow, RawSheet};
use crate::header_texts::Texts;
use crate::kind::{Need, Told, has_identity, has_person_key};
use crate::layout::Confidence;
use crate::likely;
use crate::mapping::Mapping;
use crate::sources::{self, KnownSource};
use guichet_model::{AcademicYear, Field, SheetKind, SourceColumn};
use std::collections::{BTreeMap, BTreeSet};

/// Rows, empty ones not counted, among which the headers are looked for.
pub(crate) const SEARCHED_ROWS: usize = 50;
/// Known headers that make a row without a person key the headers of an incomplete sheet.
const ENOUGH_KNOWN: usize = 3;

/// The recognised headers of a table.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    /// Their first and last row.
    pub(crate) rows: (u32, u32),
    /// The texts of each of their rows, as printed pages repeat them.
    pub(crate) lines: Vec<BTreeMap<u16, String>>,
    /// What one row is.
    pub(crate) kind: SheetKind,
    /// Whether something tells that.
    pub(crate) kind_is_sure: bool,
    /// Whether the headers are known; otherwise the row is only the one that looks most like headers.
    pub(crate) found: bool,
    /// The columns, from left to right.
    pub(crate) columns: Vec<HeaderColumn>,
    /// The columns that would be the same field; they are kept without one.
    pub(crate) duplicates: BTreeMap<Field, Vec<SourceColumn>>,
    /// What the sheet's kind needs and no column says.
    pub(crate) missing: Vec<Need>,
    /// Whether the rows can be judged.
    pub(crate) usable: bool,
    /// The columns that must not be kept, those without a header included.
    pub(crate) withheld: BTreeSet<u16>,
    /// The extract that everybody has, when it is one.
    pub(crate) source: Option<&'static KnownSource>,
}

/// One column that has a header.
#[derive(Clone, Debug)]
pub(crate) struct HeaderColumn {
    /// What is kept of it, and the field it is used as.
    pub(crate) source: SourceColumn,
    /// How sure its field is.
    pub(crate) confidence: Confidence,
    /// The fields it could be.
    pub(crate) likely: Vec<Field>,
    /// Whether it is its content, not its header, that must not be kept.
    pub(crate) by_content: bool,
}

impl Header {
    /// The columns that are kept.
    pub(crate) fn kept(&self) -> impl Iterator<Item = &HeaderColumn> {
        self.columns.iter().filter(|column| column.confidence != Confidence::Dropped)
    }

    /// The columns that must not be kept.
    pub(crate) fn dropped(&self) -> impl Iterator<Item = &HeaderColumn> {
        self.columns.iter().filter(|column| column.confidence == Confidence::Dropped)
    }

    /// Whether its rows only say who somebody is, by the code that other extracts of one program name them by.
    pub(crate) fn says_only_who(&self) -> bool {
        let fields: BTreeSet<Field> = self.columns.iter().filter_map(|column| column.source.field).collect();
        let lacks_only_level = self.missing.as_slice() == [Need::LevelOrProgramme] && self.duplicates.is_empty();
        self.kind == SheetKind::Roster
            && lacks_only_level
            && fields.contains(&Field::PersonCode)
            && has_identity(&fields)
    }

    /// The last row of the headers.
    pub(crate) fn row(&self) -> u32 {
        self.rows.1
    }

    fn with_lines(mut self, sheet: &RawSheet) -> Self {
        let rows = sheet.rows.iter().filter(|row| (self.rows.0..=self.rows.1).contains(&row.row));
        let text = |row: &RawRow| {
            row.cells.iter().map(|cell| (cell.column, clean(&cell.raw).into_owned())).collect::<BTreeMap<u16, String>>()
        };
        self.lines = rows.map(text).collect();
        self
    }
}

/// Finds the headers: the first row, or two rows one above the other, that have what some kind needs, else what comes
/// nearest to it.
///
/// What the mapping says of headers, columns, the row and the kind comes first. `hint` is the sheet's and file's name,
/// used with the rows themselves where headers leave a roster and a history equally likely. What `withheld` columns hold
/// must not be kept. `None` when no row holds enough known headers.
pub(crate) fn find(sheet: &RawSheet, mapping: &Mapping, hint: &str, withheld: &BTreeSet<u16>) -> Option<Header> {
    let search = Search { sheet, mapping, hint, withheld };
    let mut header = search.complete().or_else(|| search.nearest()).or_else(|| search.similar())?.with_lines(sheet);
    likely::propose(&mut header, sheet, mapping);
    Some(header)
}

/// Whether this row, which is not the first, is the headers of another table, and those of a known kind.
pub(crate) fn starts_table(row: &RawRow, mapping: &Mapping, hint: &str) -> bool {
    if row.cells.len() < 2 || !is_line_of_texts(row) {
        return false;
    }
    let texts = Texts::of(row, mapping);
    texts.kind(hint).is_some() || texts.known() >= 2 && texts.known() * 2 >= texts.len()
}

/// Whether this row, right below another table's rows, is headers all the same, as where extracts were pasted one below the
/// other: nothing sets it apart, so that nearly all of its texts must be headers, and tell a kind.
pub(crate) fn continues_table(row: &RawRow, mapping: &Mapping, hint: &str) -> bool {
    if row.cells.len() < ENOUGH_KNOWN || !is_line_of_texts(row) {
        return false;
    }
    let texts = Texts::of(row, mapping);
    texts.known() >= ENOUGH_KNOWN && texts.known() * 3 >= texts.len() * 2 && texts.kind(hint).is_some()
}

fn starts_with_digit(text: &str) -> bool {
    text.trim_start().bytes().next().is_some_and(|byte| byte.is_ascii_digit())
}

struct Search<'a> {
    sheet: &'a RawSheet,
    mapping: &'a Mapping,
    hint: &'a str,
    withheld: &'a BTreeSet<u16>,
}

impl<'a> Search<'a> {
    /// The places of the rows that may hold the headers.
    fn places(&self) -> impl Iterator<Item = usize> {
        let named = self.mapping.table.header_row;
        let start = sources::start_of_values(self.sheet);
        let rows = self.sheet.rows.iter().enumerate();
        let rows = rows.filter(move |(_, row)| named.map_or(row.row >= start, |named| row.row == named));
        rows.map(|(place, _)| place).take(SEARCHED_ROWS)
    }

    /// The first headers that have what some kind needs.
    fn complete(&self) -> Option<Header> {
        self.places().find_map(|place| {
            let row = &self.sheet.rows[place];
            let alone = Texts::of(row, self.mapping);
            if let Some(told) = alone.kind(self.hint) {
                let pair = self.line_below(place, Some(&alone)).or_else(|| self.line_above(place));
                let pair = pair.and_then(|texts| Some((texts.kind(self.hint)?, texts)));
                let (told, texts) = pair.unwrap_or((told, alone));
                return Some(self.header(texts, told));
            }
            let pair = self.line_below(place, None)?;
            let told = pair.kind(self.hint)?;
            Some(self.header(pair, told))
        })
    }

    /// The row with the most known headers, when they are enough.
    fn nearest(&self) -> Option<Header> {
        let mut nearest: Option<(usize, Texts<'_>, SheetKind)> = None;
        for place in self.places() {
            for kind in self.kinds_at(place) {
                let texts = Texts::of(&self.sheet.rows[place], self.mapping);
                let said = texts.forced_kind().is_some() || self.mapping.table.header_row.is_some();
                let enough = if said { 1 } else { ENOUGH_KNOWN };
                let fields = texts.own_fields(kind);
                let likely = fields.len() >= enough || fields.len() >= 2 && has_person_key(&fields);
                if likely && nearest.as_ref().is_none_or(|(known, ..)| fields.len() > *known) {
                    nearest = Some((fields.len(), texts, kind));
                }
            }
        }
        nearest.map(|(_, texts, kind)| texts.header(kind, self.withheld))
    }

    /// The row with the most headers that are known or spelt much like known ones: only shown to a person, who says.
    fn similar(&self) -> Option<Header> {
        let said = self.mapping.table.header_row.is_some();
        let mut best: Option<(usize, Texts<'_>, SheetKind)> = None;
        for place in self.places().take(likely::SEARCHED_ROWS) {
            for kind in self.kinds_at(place) {
                let texts = Texts::of(&self.sheet.rows[place], self.mapping);
                let score = texts.own_fields(kind).len() + likely::misspelt(&texts, kind);
                let enough = score >= 2 && score * 2 >= texts.len() || said;
                if enough && best.as_ref().is_none_or(|(known, ..)| score > *known) {
                    best = Some((score, texts, kind));
                }
            }
        }
        best.map(|(_, texts, kind)| Header { found: said, ..texts.header(kind, self.withheld) })
    }

    /// The kinds that a table headed by this row can be of.
    fn kinds_at(&self, place: usize) -> Vec<SheetKind> {
        let forced = Texts::of(&self.sheet.rows[place], self.mapping).forced_kind();
        forced.map_or(SheetKind::ALL.to_vec(), |kind| vec![kind])
    }

    fn header(&self, texts: Texts<'_>, told: Told) -> Header {
        let (kind, sure) = match told {
            Told::Sure(kind) => (kind, true),
            Told::RosterOrHistory if self.holds_several_years(&texts) => (SheetKind::History, true),
            Told::RosterOrHistory => (SheetKind::Roster, false),
        };
        let forced = texts.forced_kind().is_some();
        let several = told != Told::RosterOrHistory && kind == SheetKind::Roster && !forced;
        let kind = if several && self.is_bare_history(&texts) { SheetKind::History } else { kind };
        Header { kind_is_sure: sure, ..texts.header(kind, self.withheld) }
    }

    /// Whether headers that nothing but the sheet's name calls a roster head rows of several years.
    fn is_bare_history(&self, texts: &Texts<'_>) -> bool {
        texts.kind("") == Some(Told::RosterOrHistory) && self.holds_several_years(texts)
    }

    /// Whether the rows below the headers are of several academic years: a roster is of one.
    fn holds_several_years(&self, texts: &Texts<'_>) -> bool {
        let Some(column) = texts.column_of(SheetKind::History, Field::AcademicYear) else { return false };
        let below = self.sheet.rows.iter().filter(|row| row.row > texts.last_row());
        let cells = below.filter_map(|row| row.cells.iter().find(|cell| cell.column == column));
        let mut years = cells.filter_map(|cell| clean(&cell.raw).parse::<AcademicYear>().ok());
        let first = years.next();
        years.any(|year| Some(year) != first)
    }

    /// This row and the one below it as headers of two lines, when the one below is a line of headers.
    ///
    /// Merged cells tell that, where the format keeps them; elsewhere a row right below that says nothing in the known
    /// columns, or that has the known headers which this one lacks.
    fn line_below(&self, place: usize, alone: Option<&Texts<'_>>) -> Option<Texts<'a>> {
        let (upper, lower) = (self.sheet.rows.get(place)?, self.sheet.rows.get(place + 1)?);
        if upper.row + 1 != lower.row || !is_line_of_texts(lower) || upper.cells.len() < 2 {
            return None;
        }
        let below = Texts::of(lower, self.mapping);
        let known_below = below.known() * 2 >= below.len() && below.known() > 0;
        let told = match alone {
            // Headers that need no second line have one where their cells say so.
            Some(alone) => {
                let apart = lower.cells.len() >= 2 && !alone.shares_known_column(lower) && known_below;
                apart || lower.cells.iter().all(|cell| self.is_below_merged(upper.row, cell.column))
            }
            // Headers that need no first line are found by themselves.
            None => known_below && below.kind(self.hint).is_none(),
        };
        told.then(|| Texts::of_pair(self.sheet, upper, lower, self.mapping))
    }

    /// This row and the titles of groups of columns above it, when these are merged cells.
    fn line_above(&self, place: usize) -> Option<Texts<'a>> {
        let (upper, lower) = (self.sheet.rows.get(place.checked_sub(1)?)?, self.sheet.rows.get(place)?);
        let titles = upper.row + 1 == lower.row && upper.cells.len() >= 2 && is_line_of_texts(upper);
        (titles && self.merged_below(upper.row)).then(|| Texts::of_pair(self.sheet, upper, lower, self.mapping))
    }

    /// Whether a column lies below cells of a row that are merged side by side.
    fn is_below_merged(&self, row: u32, column: u16) -> bool {
        let mut merged = self.sheet.marks.merged.iter();
        merged.any(|(top, left, bottom, right)| {
            *top == row && *bottom == row && left < right && (left..=right).contains(&&column)
        })
    }

    /// Whether cells of a row are merged side by side, each over some columns.
    fn merged_below(&self, row: u32) -> bool {
        let merged = &self.sheet.marks.merged;
        merged.iter().any(|(top, left, bottom, right)| *top == row && *bottom == row && left < right)
    }
}

/// Whether a row holds texts only, and none that begins with a digit, as values do.
fn is_line_of_texts(row: &RawRow) -> bool {
    row.cells.iter().all(|cell| cell.value == CellValue::Text && !starts_with_digit(&cell.raw))
}

#[cfg(test)]
mod tests {
    use super::{Header, find};
    use crate::grid::{CellValue, RawCell, RawSheet};
    use crate::kind::Need;
    use crate::mapping::Mapping;
    use guichet_model::{Field, SheetKind};
    use std::collections::BTreeSet;

    fn sheet(rows: &[(u32, u16, &[&str])]) -> RawSheet {
        let mut sheet = RawSheet::default();
        for (row, start, texts) in rows {
            for (column, text) in (*start..).zip(*texts) {
                if !text.is_empty() {
                    sheet.push(*row, RawCell { column, value: CellValue::Text, raw: (*text).into() });
                }
            }
        }
        sheet
    }

    fn look(sheet: &RawSheet, mapping: &Mapping, hint: &str) -> Option<Header> {
        find(sheet, mapping, hint, &BTreeSet::new())
    }

    fn header(texts: &[&str]) -> Option<Header> {
        look(&sheet(&[(0, 0, texts)]), &Mapping::default(), "")
    }

    fn forced_to(kind: SheetKind) -> Mapping {
        let mut mapping = Mapping::default();
        mapping.table.kind = Some(kind);
        mapping
    }

    fn kind(texts: &[&str]) -> Option<SheetKind> {
        header(texts).map(|header| header.kind)
    }

    #[test]
    fn kinds_are_told_by_their_headers() {
        for (texts, expected) in [
            (&["N° étudiant", "Date d'inscription", "Niveau", "N° CVEC", "Année universitaire"][..], SheetKind::Roster),
            (&["COD_ETU", "COD_RGI", "COD_ETP"], SheetKind::Roster),
            (&["Nom", "Prénom", "Date de naissance", "Formation", "Niveau", "Année universitaire"], SheetKind::Roster),
            (
                &[
                    "N° étudiant",
                    "Année universitaire",
                    "Niveau",
                    "Mention",
                    "Établissement",
                    "État",
                    "Césure",
                    "Justifié",
                ],
                SheetKind::History,
            ),
            (&["student_number", "academic_year", "level", "registration_state"], SheetKind::History),
            (&["N° de l'attestation", "Année CVEC", "N° étudiant", "INE", "Mode CVEC"], SheetKind::Certificates),
            (&["N° CVEC", "INE", "Nom de naissance"], SheetKind::Certificates),
            (&["Demande", "N° étudiant", "Niveau demandé", "Décision", "Canal de la demande"], SheetKind::Requests),
            (&["Demande", "N° étudiant", "Niveau", "Année universitaire", "État"], SheetKind::Requests),
            (&["N° étudiant", "Pièce", "État de la pièce", "Date d'expiration"], SheetKind::Documents),
            (
                &["codEtu", "codAnu", "codTpj", "libTpj", "stuPj", "mtfRefus", "cmtMtfRefus", "datExp", "daaPreTra"],
                SheetKind::Documents,
            ),
            (
                &["code_apprenant", "libelle_affichage", "statut", "motif_rejet", "date_fin_validite"],
                SheetKind::Documents,
            ),
            (&["Demande", "N° étudiant", "UE", "Niveau de l'UE", "Accord de l'enseignant"], SheetKind::Requests),
            (&["numero_cvec", "etat", "ine"], SheetKind::CvecStates),
            (&["N° CVEC", "État du contrôle", "Date du contrôle"], SheetKind::CvecStates),
        ] {
            assert_eq!(kind(texts), Some(expected), "{texts:?}");
        }
        assert_eq!(kind(&["Couleur", "Taille", "Prix"]), None);
        assert_eq!(kind(&["Niveau", "Effectif"]), None);
    }

    #[test]
    fn a_sheet_s_name_decides_between_equally_likely_kinds() {
        let plain = sheet(&[(0, 0, &["N° étudiant", "Année universitaire", "Niveau"])]);
        assert_eq!(look(&plain, &Mapping::default(), "Effectifs").map(|found| found.kind), Some(SheetKind::Roster));
        assert_eq!(look(&plain, &Mapping::default(), "Historique").map(|found| found.kind), Some(SheetKind::History));
        let forced = look(&plain, &forced_to(SheetKind::History), "Effectifs");
        assert_eq!(forced.map(|found| found.kind), Some(SheetKind::History));
    }

    #[test]
    fn rows_of_several_years_are_a_history_whatever_the_file_s_name() {
        let headers: &[&str] = &["N° étudiant", "Année universitaire", "Niveau"];
        let rows = |second: &'static str| {
            sheet(&[(0, 0, headers), (1, 0, &["1", "2023-2024", "L1"]), (2, 0, &["1", second, "L1"])])
        };
        let kind = |second| look(&rows(second), &Mapping::default(), "h").map(|found| found.kind);
        assert_eq!(kind("2022-2023"), Some(SheetKind::History));
        assert_eq!(kind("2023/2024"), Some(SheetKind::Roster), "one year, written twice");
    }

    #[test]
    fn headers_are_found_behind_titles_and_empty_rows_and_columns() {
        let found = look(
            &sheet(&[
                (1, 1, &["Université fictive - Niveau licence"]),
                (3, 1, &["Édité le", "01/09/2024"]),
                (5, 1, &["COD_NNE_IND", "COD_CLE_NNE_IND", "LIB_NOM_PAT_IND", "Niveau", "COD_RGI", "DATE_NAI_IND"]),
                (6, 1, &["733323286", "FC", "N'Diaye", "L3", "10", "01/01/1996"]),
            ]),
            &Mapping::default(),
            "",
        )
        .expect("headers");
        assert_eq!((found.row(), found.kind, found.usable), (5, SheetKind::Roster, true));
        let fields: Vec<(u16, Option<Field>)> =
            found.columns.iter().map(|column| (column.source.column, column.source.field)).collect();
        assert_eq!(fields[..3], [(1, Some(Field::Ine)), (2, Some(Field::IneKey)), (3, Some(Field::BirthName))]);
    }

    #[test]
    fn the_office_s_own_headers_come_first() {
        let mapping = Mapping::parse("[headers]\n\"Apprenant\" = \"student_number\"\n").expect("a mapping");
        let found = look(&sheet(&[(0, 0, &["Apprenant", "Niveau", "Régime"])]), &mapping, "").expect("headers");
        assert_eq!((found.kind, found.columns[0].source.field), (SheetKind::Roster, Some(Field::StudentNumber)));
    }

    #[test]
    fn missing_columns_are_named() {
        let found = header(&["N° étudiant", "Nom", "Prénom", "E-mail"]).expect("headers");
        assert!(!found.usable);
        assert_eq!(found.missing, [Need::LevelOrProgramme]);
        let forced = look(&sheet(&[(0, 0, &["Nom", "Niveau"])]), &forced_to(SheetKind::Requests), "").expect("headers");
        assert_eq!(forced.missing, [Need::PersonKey, Need::Field(Field::RequestKind)]);
    }

    #[test]
    fn two_columns_of_one_field_are_neither() {
        let found =
            header(&["N° étudiant", "Niveau", "E-mail", "Courriel", "Nom", "Nom de naissance"]).expect("headers");
        assert_eq!(found.duplicates.keys().collect::<Vec<_>>(), [&Field::Email]);
        assert!(found.usable);
        assert_eq!(found.columns[2].source.field, None);
        assert_eq!(found.columns[5].source.field, Some(Field::BirthName), "a plain 'Nom' gives way");
        let key = header(&["N° étudiant", "Numéro étudiant", "Niveau"]).expect("headers");
        assert!(!key.usable && key.missing.is_empty());
    }

    #[test]
    fn sensitive_columns_are_set_apart() {
        let found = header(&["N° étudiant", "NIR", "Niveau", "IBAN"]).expect("headers");
        assert_eq!(found.kept().count(), 2);
        assert_eq!(found.dropped().map(|column| column.source.column).collect::<Vec<_>>(), [1, 3]);
    }
}
