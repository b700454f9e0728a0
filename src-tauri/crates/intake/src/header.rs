//! Where a sheet's headers are, what its rows are, and what each column holds.

use crate::aliases::meaning;
use crate::clean::clean;
use crate::grid::{RawRow, RawSheet};
use crate::layout::Confidence;
use crate::mapping::{Mapping, Target};
use crate::sensitive::is_sensitive;
use crate::sources::{self, KnownSource};
use guichet_model::{AcademicYear, Field, SheetKind, SourceColumn, fold};
use std::collections::{BTreeMap, BTreeSet};

/// Rows, empty ones not counted, among which the headers are looked for.
const SEARCHED_ROWS: usize = 50;
/// Known headers that make a row without a person key the headers of an incomplete sheet.
const ENOUGH_KNOWN: usize = 3;

/// What a kind of sheet cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Student number, or identifier, or birth name with given name and birth date.
    PersonKey,
    /// A level or a programme code.
    LevelOrProgramme,
    /// One field.
    Field(Field),
}

/// The recognised headers of a table.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    /// Their first and last row.
    pub(crate) rows: (u32, u32),
    /// What one row is.
    pub(crate) kind: SheetKind,
    /// The columns, from left to right.
    pub(crate) columns: Vec<HeaderColumn>,
    /// The columns that would be the same field; they are kept without one.
    pub(crate) duplicates: BTreeMap<Field, Vec<SourceColumn>>,
    /// What the sheet's kind needs and no column says.
    pub(crate) missing: Vec<Need>,
    /// Whether the rows can be judged.
    pub(crate) usable: bool,
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
}

impl Header {
    /// The columns that are kept.
    pub(crate) fn kept(&self) -> impl Iterator<Item = &HeaderColumn> {
        self.columns.iter().filter(|column| column.confidence != Confidence::Dropped)
    }

    /// The columns that must not be kept.
    pub(crate) fn dropped(&self) -> impl Iterator<Item = &SourceColumn> {
        let dropped = self.columns.iter().filter(|column| column.confidence == Confidence::Dropped);
        dropped.map(|column| &column.source)
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
}

/// Finds the headers: the first row that has what some kind needs, else the row that comes nearest to it.
///
/// What the mapping says of headers, columns, the row and the kind comes first. `hint` is the sheet's and file's name,
/// used with the rows themselves where headers leave a roster and a history equally likely. `None` when no row holds enough known headers.
pub(crate) fn find(sheet: &RawSheet, mapping: &Mapping, hint: &str) -> Option<Header> {
    let forced = mapping.table.kind;
    let mut nearest: Option<(usize, &RawRow, SheetKind)> = None;
    let named = mapping.table.header_row;
    let start = sources::start_of_values(sheet);
    let rows = sheet.rows.iter().filter(|row| named.map_or(row.row >= start, |named| row.row == named));
    for row in rows.take(SEARCHED_ROWS) {
        let texts = Texts::of(row, mapping);
        let forced = forced.or(texts.source.and_then(|source| source.kind));
        if let Some(kind) = kind_of(&texts, forced, hint) {
            let past = forced.is_none()
                && kind == SheetKind::Roster
                && texts.is_bare()
                && holds_several_years(sheet, row, &texts);
            return Some(texts.header(row.row, if past { SheetKind::History } else { kind }));
        }
        for kind in forced.map_or(SheetKind::ALL.to_vec(), |kind| vec![kind]) {
            let fields = texts.own_fields(kind);
            let enough = if forced.is_some() || named.is_some() { 1 } else { ENOUGH_KNOWN };
            let likely = fields.len() >= enough || fields.len() >= 2 && has_person_key(&fields);
            if likely && nearest.is_none_or(|(known, ..)| fields.len() > known) {
                nearest = Some((fields.len(), row, kind));
            }
        }
    }
    nearest.map(|(_, row, kind)| Texts::of(row, mapping).header(row.row, kind))
}

/// The texts of one row that may be headers.
struct Texts<'m> {
    cells: Vec<Text>,
    /// The extract that everybody has, when they are its headers.
    source: Option<&'static KnownSource>,
    mapping: &'m Mapping,
}

/// One text that may be a header.
struct Text {
    column: SourceColumn,
    folded: String,
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
    /// What it means in a kind of sheet.
    fn meaning(&self, kind: SheetKind) -> Option<(Field, Claim)> {
        match self.answered {
            Some(Target::Field(field)) => Some((field, Claim::Answered)),
            Some(Target::SetAside) => None,
            None => match self.here {
                Some(field) => Some((field?, Claim::Header(0))),
                None => meaning(kind, &self.folded).map(|known| (known.field, Claim::Header(known.rank))),
            },
        }
    }
}

impl<'m> Texts<'m> {
    fn of(row: &RawRow, mapping: &'m Mapping) -> Self {
        let cells = row.cells.iter().filter_map(|cell| {
            let header = clean(&cell.raw).into_owned();
            if header.is_empty() {
                return None;
            }
            let answered = mapping.column(cell.column).or_else(|| mapping.header(&header));
            let column = SourceColumn { column: cell.column, header, field: None };
            Some(Text { folded: fold(&column.header), column, answered, here: None })
        });
        let mut cells: Vec<Text> = cells.collect();
        let source = sources::recognise(&cells.iter().map(|text| text.folded.as_str()).collect());
        if let Some(source) = source {
            for text in &mut cells {
                text.here = source.meaning(&text.folded);
            }
        }
        Self { cells, source, mapping }
    }

    /// Whether nothing in these headers tells a roster from a history.
    fn is_bare(&self) -> bool {
        let roster = self.fields(SheetKind::Roster);
        let history = self.fields(SheetKind::History);
        missing(SheetKind::History, &history).is_empty() && !ROSTER_ONLY.iter().any(|field| roster.contains(field))
    }

    /// The fields a kind of sheet would see in these texts.
    fn own_fields(&self, kind: SheetKind) -> BTreeSet<Field> {
        self.cells.iter().filter_map(|text| text.meaning(kind)).map(|(field, _)| field).collect()
    }

    /// The fields a kind of sheet would have with these headers, those that every row is said to hold included.
    fn fields(&self, kind: SheetKind) -> BTreeSet<Field> {
        let mut fields = self.own_fields(kind);
        fields.extend(self.mapping.constants().map(|(field, _)| field));
        fields
    }

    /// The texts as the headers of a sheet of this kind.
    fn header(self, row: u32, kind: SheetKind) -> Header {
        let mut columns = Vec::with_capacity(self.cells.len());
        let mut claims: BTreeMap<Field, Vec<(usize, Claim)>> = BTreeMap::new();
        for text in self.cells {
            let mut confidence = Confidence::Unknown;
            if is_sensitive(&text.column.header) {
                confidence = Confidence::Dropped;
            } else if text.answered == Some(Target::SetAside) {
                confidence = Confidence::SetAside;
            } else if let Some((field, claim)) = text.meaning(kind) {
                claims.entry(field).or_default().push((columns.len(), claim));
            }
            columns.push(HeaderColumn { source: text.column, confidence, likely: Vec::new() });
        }
        let mut duplicates = BTreeMap::new();
        for (field, mut claimants) in claims {
            let best = claimants.iter().map(|(_, claim)| *claim).min();
            claimants.retain(|(_, claim)| Some(*claim) == best);
            if let [(place, claim)] = claimants.as_slice() {
                let column = &mut columns[*place];
                column.source.field = Some(field);
                column.confidence = if *claim == Claim::Answered { Confidence::Answered } else { Confidence::Known };
            } else {
                let same = claimants.iter().map(|(place, _)| columns[*place].source.clone());
                duplicates.insert(field, same.collect());
            }
        }
        let mut fields: BTreeSet<Field> = columns.iter().filter_map(|column| column.source.field).collect();
        fields.extend(self.mapping.constants().map(|(field, _)| field));
        let usable = missing(kind, &fields).is_empty();
        fields.extend(duplicates.keys());
        let (missing, source) = (missing(kind, &fields), self.source);
        Header { rows: (row, row), kind, missing, usable, columns, duplicates, source }
    }
}

/// Whether a row with these fields says of whom it is: by itself, or by a code that another sheet explains.
fn has_person_key(fields: &BTreeSet<Field>) -> bool {
    fields.contains(&Field::PersonCode) || has_identity(fields)
}

/// Whether a row with these fields says by itself of whom it is.
pub(crate) fn has_identity(fields: &BTreeSet<Field>) -> bool {
    fields.contains(&Field::StudentNumber)
        || fields.contains(&Field::Ine)
        || [Field::BirthName, Field::GivenName, Field::BirthDate].iter().all(|field| fields.contains(field))
}

/// What a kind needs and these fields do not have.
fn missing(kind: SheetKind, fields: &BTreeSet<Field>) -> Vec<Need> {
    let needs: &[Need] = match kind {
        SheetKind::Roster => &[Need::PersonKey, Need::LevelOrProgramme],
        SheetKind::History => &[Need::PersonKey, Need::Field(Field::AcademicYear), Need::Field(Field::Level)],
        SheetKind::Certificates => &[Need::Field(Field::CvecNumber), Need::PersonKey],
        SheetKind::Documents => &[Need::PersonKey, Need::Field(Field::DocumentKind), Need::Field(Field::DocumentState)],
        SheetKind::Requests => &[Need::PersonKey, Need::Field(Field::RequestKind)],
        SheetKind::CvecStates => &[Need::Field(Field::CvecNumber), Need::Field(Field::ControlState)],
    };
    let met = |need: &Need| match need {
        Need::PersonKey => has_person_key(fields),
        Need::LevelOrProgramme => fields.contains(&Field::Level) || fields.contains(&Field::ProgrammeCode),
        Need::Field(field) => fields.contains(field),
    };
    needs.iter().filter(|need| !met(need)).copied().collect()
}

/// Columns that only a campaign's roster has.
const ROSTER_ONLY: &[Field] = &[
    Field::RegisteredAt,
    Field::OfferAcceptedAt,
    Field::Regime,
    Field::Exchange,
    Field::Route,
    Field::Channel,
    Field::CvecNumber,
    Field::Scholarship,
    Field::ExemptionGround,
    Field::FeeDue,
    Field::FeePaid,
    Field::FeePaidAt,
    Field::PaymentPlan,
    Field::MainRegistration,
];
/// Columns that speak for a history.
const HISTORY_SIGNS: &[Field] = &[Field::GapYear, Field::Proof, Field::Institution, Field::RegistrationState];

/// The kind whose needs a row of headers meets, the most particular first.
fn kind_of(texts: &Texts<'_>, forced: Option<SheetKind>, hint: &str) -> Option<SheetKind> {
    let complete = |kind: SheetKind| {
        let fields = texts.fields(kind);
        missing(kind, &fields).is_empty().then_some(fields)
    };
    if let Some(kind) = forced {
        return complete(kind).map(|_| kind);
    }
    if complete(SheetKind::Requests).is_some() {
        return Some(SheetKind::Requests);
    }
    if complete(SheetKind::Documents).is_some() {
        return Some(SheetKind::Documents);
    }
    let roster = complete(SheetKind::Roster);
    if roster.is_none() {
        let printed =
            |fields: &BTreeSet<Field>| fields.contains(&Field::CvecMode) || fields.contains(&Field::CvecIssuedAt);
        if complete(SheetKind::CvecStates).is_some_and(|fields| !printed(&fields)) {
            return Some(SheetKind::CvecStates);
        }
        return complete(SheetKind::Certificates).map(|_| SheetKind::Certificates);
    }
    let roster = roster.unwrap_or_default();
    let is_history = complete(SheetKind::History).is_some_and(|past| speaks_of_the_past(&roster, &past, hint));
    Some(if is_history { SheetKind::History } else { SheetKind::Roster })
}

/// Whether the rows below the headers are of several academic years: a roster is of one.
fn holds_several_years(sheet: &RawSheet, header: &RawRow, texts: &Texts<'_>) -> bool {
    let year = texts
        .cells
        .iter()
        .find(|text| text.meaning(SheetKind::History).is_some_and(|(field, _)| field == Field::AcademicYear));
    let Some(year) = year else { return false };
    let below = sheet.rows.iter().filter(|row| row.row > header.row);
    let cells = below.filter_map(|row| row.cells.iter().find(|cell| cell.column == year.column.column));
    let mut years = cells.filter_map(|cell| clean(&cell.raw).parse::<AcademicYear>().ok());
    let first = years.next();
    years.any(|year| Some(year) != first)
}

fn speaks_of_the_past(roster: &BTreeSet<Field>, past: &BTreeSet<Field>, hint: &str) -> bool {
    let present = ROSTER_ONLY.iter().filter(|field| roster.contains(field)).count();
    let signs = HISTORY_SIGNS.iter().filter(|field| past.contains(field)).count();
    let hint = fold(hint);
    let named = ["histor", "anterieur", "cursus", "parcours"].iter().any(|word| hint.contains(word));
    match (present, signs) {
        (0, 0) => named,
        (0, _) => true,
        // A history extracted with some registration columns still has more of its own.
        (present, signs) => past.contains(&Field::Proof) && signs > present,
    }
}

#[cfg(test)]
mod tests {
    use super::{Header, Need, find};
    use crate::grid::{CellValue, RawCell, RawSheet};
    use crate::mapping::Mapping;
    use guichet_model::{Field, SheetKind};

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

    fn header(texts: &[&str]) -> Option<Header> {
        find(&sheet(&[(0, 0, texts)]), &Mapping::default(), "")
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
        assert_eq!(find(&plain, &Mapping::default(), "Effectifs").map(|found| found.kind), Some(SheetKind::Roster));
        assert_eq!(find(&plain, &Mapping::default(), "Historique").map(|found| found.kind), Some(SheetKind::History));
        let forced = find(&plain, &forced_to(SheetKind::History), "Effectifs");
        assert_eq!(forced.map(|found| found.kind), Some(SheetKind::History));
    }

    #[test]
    fn rows_of_several_years_are_a_history_whatever_the_file_s_name() {
        let headers: &[&str] = &["N° étudiant", "Année universitaire", "Niveau"];
        let rows = |second: &'static str| {
            sheet(&[(0, 0, headers), (1, 0, &["1", "2023-2024", "L1"]), (2, 0, &["1", second, "L1"])])
        };
        let kind = |second| find(&rows(second), &Mapping::default(), "h").map(|found| found.kind);
        assert_eq!(kind("2022-2023"), Some(SheetKind::History));
        assert_eq!(kind("2023/2024"), Some(SheetKind::Roster), "one year, written twice");
    }

    #[test]
    fn headers_are_found_behind_titles_and_empty_rows_and_columns() {
        let found = find(
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
        let found = find(&sheet(&[(0, 0, &["Apprenant", "Niveau", "Régime"])]), &mapping, "").expect("headers");
        assert_eq!((found.kind, found.columns[0].source.field), (SheetKind::Roster, Some(Field::StudentNumber)));
    }

    #[test]
    fn missing_columns_are_named() {
        let found = header(&["N° étudiant", "Nom", "Prénom", "E-mail"]).expect("headers");
        assert!(!found.usable);
        assert_eq!(found.missing, [Need::LevelOrProgramme]);
        let forced = find(&sheet(&[(0, 0, &["Nom", "Niveau"])]), &forced_to(SheetKind::Requests), "").expect("headers");
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
        assert_eq!(found.dropped().map(|column| column.column).collect::<Vec<_>>(), [1, 3]);
    }
}
