//! Reading a specification: Markdown to cases.

use guichet_intake::field_of_header;
use guichet_model::{Field, FieldShape, Severity, SheetKind};
use guichet_rules::Expected;

/// One rule's specification.
pub(crate) struct Specification {
    pub(crate) code: String,
    pub(crate) title: String,
    pub(crate) cases: Vec<Case>,
}

/// One line of a table.
pub(crate) struct Case {
    /// Line of the file, the first being 1.
    pub(crate) line: usize,
    pub(crate) title: String,
    pub(crate) rulebook: String,
    /// ISO.
    pub(crate) as_of: String,
    /// The lines of the office's scene, one a row.
    pub(crate) rows: Vec<String>,
    pub(crate) expected: Expected,
    pub(crate) severity: Option<Severity>,
    pub(crate) because: String,
}

/// What the columns of a table mean.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Title,
    Sheet(SheetKind),
    Answer,
    Because,
}

impl Column {
    fn of(header: &str) -> Option<Self> {
        Some(match header {
            "Cas" => Self::Title,
            "Inscription" => Self::Sheet(SheetKind::Roster),
            "Historique" => Self::Sheet(SheetKind::History),
            "Attestations" => Self::Sheet(SheetKind::Certificates),
            "Pièces" => Self::Sheet(SheetKind::Documents),
            "Demandes" => Self::Sheet(SheetKind::Requests),
            "Contrôles" => Self::Sheet(SheetKind::CvecStates),
            "Réponse" => Self::Answer,
            "Parce que" => Self::Because,
            _ => return None,
        })
    }
}

/// What has been read of a file so far.
#[derive(Default)]
struct Reading {
    rulebook: String,
    as_of: String,
    columns: Vec<Column>,
    quoted: bool,
    cases: Vec<Case>,
    faults: Vec<String>,
}

impl Specification {
    /// Reads a file, or tells every line that is not understood.
    pub(crate) fn read(text: &str) -> Result<Self, Vec<String>> {
        let mut reading = Reading::default();
        let mut lines = (1..).zip(text.lines());
        let heading = lines.next().and_then(|(_, line)| line.strip_prefix("# ")?.split_once(" · "));
        let Some((code, title)) = heading else { return Err(vec!["line 1: not `# CODE · Titre`".to_owned()]) };
        for (number, line) in lines {
            if let Err(fault) = reading.line(number, line.trim()) {
                reading.faults.push(format!("line {number}: {fault}"));
            }
        }
        if !reading.quoted {
            reading.faults.push("no words of a source are quoted".to_owned());
        }
        if !reading.faults.is_empty() {
            return Err(reading.faults);
        }
        Ok(Self { code: code.to_owned(), title: title.to_owned(), cases: reading.cases })
    }
}

impl Reading {
    fn line(&mut self, number: usize, line: &str) -> Result<(), String> {
        if let Some(rulebook) = line.strip_prefix("- Règlement :") {
            rulebook.trim().trim_matches('`').clone_into(&mut self.rulebook);
        } else if let Some(as_of) = line.strip_prefix("- Au :") {
            self.as_of = iso(as_of.trim()).ok_or_else(|| format!("{as_of} is not dd/mm/yyyy hh:mm"))?;
        } else if line.starts_with("> —") {
            self.quoted = true;
        }
        let Some(row) = line.strip_prefix('|').and_then(|line| line.strip_suffix('|')) else {
            self.columns.clear();
            return Ok(());
        };
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        if self.columns.is_empty() {
            return self.header(&cells);
        }
        if cells.iter().all(|cell| !cell.is_empty() && cell.bytes().all(|byte| byte == b'-' || byte == b':')) {
            return Ok(());
        }
        let case = self.case(number, &cells)?;
        self.cases.push(case);
        Ok(())
    }

    fn header(&mut self, cells: &[&str]) -> Result<(), String> {
        let column = |cell: &&str| Column::of(cell).ok_or_else(|| format!("{cell} is not a column of cases"));
        let columns: Vec<Column> = cells.iter().map(column).collect::<Result<_, _>>()?;
        for needed in [Column::Title, Column::Sheet(SheetKind::Roster), Column::Answer] {
            if !columns.contains(&needed) {
                return Err("a table needs at least Cas, Inscription and Réponse".to_owned());
            }
        }
        self.columns = columns;
        Ok(())
    }

    fn case(&self, line: usize, cells: &[&str]) -> Result<Case, String> {
        if cells.len() != self.columns.len() {
            return Err(format!("{} cells under {} headers", cells.len(), self.columns.len()));
        }
        if self.rulebook.is_empty() || self.as_of.is_empty() {
            return Err("neither `- Règlement :` nor `- Au :` above".to_owned());
        }
        let mut case = Case {
            line,
            title: String::new(),
            rulebook: self.rulebook.clone(),
            as_of: self.as_of.clone(),
            rows: Vec::new(),
            expected: Expected::Pass,
            severity: None,
            because: String::new(),
        };
        for (column, cell) in self.columns.iter().zip(cells) {
            match column {
                Column::Title => (*cell).clone_into(&mut case.title),
                Column::Because => (*cell).clone_into(&mut case.because),
                Column::Answer => (case.expected, case.severity) = answer(cell)?,
                Column::Sheet(kind) => case.rows.extend(sheet(*kind, cell)?),
            }
        }
        Ok(case)
    }
}

fn answer(cell: &str) -> Result<(Expected, Option<Severity>), String> {
    Ok(match cell {
        "signale" => (Expected::Flag, None),
        "signale (erreur)" => (Expected::Flag, Some(Severity::Error)),
        "signale (avertissement)" => (Expected::Flag, Some(Severity::Warning)),
        "signale (information)" => (Expected::Flag, Some(Severity::Info)),
        "ne peut pas dire" => (Expected::CannotTell, None),
        "passe" => (Expected::Pass, None),
        "non concerné" => (Expected::NotConcerned, None),
        _ => return Err(format!("{cell} is not an answer")),
    })
}

/// The rows of a cell as lines of a scene.
fn sheet(kind: SheetKind, cell: &str) -> Result<Vec<String>, String> {
    match cell {
        "—" => Ok(Vec::new()),
        "(vide)" => Ok(vec![format!("{}:", kind.as_str())]),
        rows => rows.split("<br>").map(|row| scene_row(kind, row.trim())).collect(),
    }
}

fn scene_row(kind: SheetKind, row: &str) -> Result<String, String> {
    let mut cells = Vec::new();
    let mut is_named = kind == SheetKind::CvecStates;
    for part in row.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (header, value) = part.split_once('=').ok_or_else(|| format!("{part} is not `En-tête = valeur`"))?;
        let header = header.trim();
        let field =
            field_of_header(kind, header).ok_or_else(|| format!("{header} is no header of {}", kind.as_str()))?;
        is_named |= field == Field::StudentNumber;
        cells.push(format!("{field} = {}", scene_value(field, value.trim())));
    }
    if !is_named {
        cells.push(format!("{} = 1", Field::StudentNumber));
    }
    Ok(format!("{}: {}", kind.as_str(), cells.join("; ")))
}

fn scene_value(field: Field, value: &str) -> String {
    let is_dated = matches!(field.shape(), FieldShape::Date | FieldShape::Instant);
    iso(value).filter(|_| is_dated).unwrap_or_else(|| value.to_owned())
}

/// `19/07/2024 12:00` or `19/07/2024` as ISO.
pub(crate) fn iso(text: &str) -> Option<String> {
    let (date, hour) = text.split_once(' ').map_or((text, None), |(date, hour)| (date, Some(hour)));
    let [day, month, year] = date.split('/').collect::<Vec<_>>().try_into().ok()?;
    let date = format!("{year}-{month}-{day}");
    Some(hour.map_or_else(|| date.clone(), |hour| format!("{date}T{hour}")))
}
