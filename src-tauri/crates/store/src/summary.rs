use crate::Workspace;
use crate::error::Result;
use crate::evaluation::{LastEvaluation, last_evaluation};
use crate::sql_values::Sql;
use crate::transact::OperationId;
use guichet_model::{BY_HAND, FileState, Outcome, SheetKind};
use rusqlite::Connection;

/// The workspace at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many persons.
    pub persons: usize,
    /// How many student files.
    pub files: usize,
    /// How many files stand in each state, every state in its order; none at all before the first evaluation.
    pub states: Vec<(FileState, usize)>,
    /// How many files each rule flags, by code.
    pub flagged: Vec<(String, usize)>,
    /// For how many files each rule cannot tell, by code.
    pub undecided: Vec<(String, usize)>,
    /// How many facts came from each kind of sheet that was imported.
    pub kinds: Vec<(SheetKind, usize)>,
    /// The sheets imported, in the order of their import; what was entered by hand left out.
    pub sheets: Vec<ImportedSheet>,
    /// With what, and for which moment, the files were judged last.
    pub evaluation: Option<LastEvaluation>,
}

/// One sheet that was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedSheet {
    /// File name.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Sheet name.
    pub name: String,
    /// What one row is.
    pub kind: SheetKind,
    /// Row of the headers, the first of the sheet being 0.
    pub header_row: u32,
    /// How many rows were read from it, those that brought nothing included.
    pub rows: usize,
    /// The operation that first imported the file.
    pub operation: OperationId,
}

impl Workspace {
    /// The workspace at a glance.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn summary(&self) -> Result<Summary> {
        let connection = &self.connection;
        let evaluation = last_evaluation(connection)?;
        let sheets = imported_sheets(connection)?;
        let kinds = SheetKind::ALL.iter().filter(|kind| sheets.iter().any(|sheet| sheet.kind == **kind));
        Ok(Summary {
            persons: count(connection, "SELECT count(*) FROM person")?,
            files: count(connection, "SELECT count(*) FROM registration")?,
            states: if evaluation.is_some() { states(connection)? } else { Vec::new() },
            flagged: by_code(connection, Outcome::Flag)?,
            undecided: by_code(connection, Outcome::CannotTell)?,
            kinds: kinds.map(|kind| Ok((*kind, facts_of(connection, *kind)?))).collect::<Result<_>>()?,
            sheets,
            evaluation,
        })
    }
}

fn count(connection: &Connection, query: &str) -> rusqlite::Result<usize> {
    connection.query_row(query, [], |row| whole(row, 0))
}

fn whole(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<usize> {
    Ok(row.get::<_, u32>(at)? as usize)
}

fn states(connection: &Connection) -> rusqlite::Result<Vec<(FileState, usize)>> {
    let mut statement = connection.prepare("SELECT count(*) FROM file_state WHERE state = ?1")?;
    FileState::ALL
        .iter()
        .map(|state| Ok((*state, statement.query_row([state.as_str()], |row| whole(row, 0))?)))
        .collect()
}

fn by_code(connection: &Connection, outcome: Outcome) -> rusqlite::Result<Vec<(String, usize)>> {
    connection
        .prepare(
            "SELECT code, count(DISTINCT registration) FROM finding WHERE outcome = ?1 GROUP BY code ORDER BY code",
        )?
        .query_map([outcome.as_str()], |row| Ok((row.get(0)?, whole(row, 1)?)))?
        .collect()
}

fn facts_of(connection: &Connection, kind: SheetKind) -> rusqlite::Result<usize> {
    let query = match kind {
        SheetKind::Roster => "SELECT count(*) FROM registration",
        SheetKind::History => "SELECT count(*) FROM past_registration",
        SheetKind::Certificates => "SELECT count(*) FROM certificate",
        SheetKind::Documents => "SELECT count(*) FROM document",
        SheetKind::Requests => "SELECT count(*) FROM request",
        SheetKind::CvecStates => "SELECT count(*) FROM control_result",
    };
    count(connection, query)
}

fn imported_sheets(connection: &Connection) -> rusqlite::Result<Vec<ImportedSheet>> {
    connection
        .prepare(
            "SELECT f.name, f.sha256, s.name, s.kind, s.header_row, f.operation, s.rows
             FROM source_sheet s JOIN source_file f ON f.id = s.file WHERE f.sha256 NOT LIKE ?1 ORDER BY s.id",
        )?
        .query_map([format!("{BY_HAND}%")], |row| {
            Ok(ImportedSheet {
                file: row.get(0)?,
                sha256: row.get(1)?,
                name: row.get(2)?,
                kind: row.get::<_, Sql<SheetKind>>(3)?.0,
                header_row: row.get(4)?,
                operation: OperationId(row.get(5)?),
                rows: whole(row, 6)?,
            })
        })?
        .collect()
}
