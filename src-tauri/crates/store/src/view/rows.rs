use crate::Workspace;
use crate::error::Result;
use crate::sql_values::Columns;
use guichet_model::{FileState, Ine, Instant, Level, RegistrationId};
use rusqlite::{Connection, OptionalExtension};
use time::Date;

/// One line of the table of files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// The file.
    pub id: RegistrationId,
    /// Student number.
    pub student_number: Option<String>,
    /// Ine.
    pub ine: Option<Ine>,
    /// Birth name.
    pub birth_name: Option<String>,
    /// Name in use.
    pub use_name: Option<String>,
    /// First given name.
    pub given_name: Option<String>,
    /// Birth date.
    pub birth_date: Option<Date>,
    /// E-mail address.
    pub email: Option<String>,
    /// Component.
    pub component: Option<String>,
    /// Number of the Cvec certificate, as the office's roster gives it.
    pub cvec_number: Option<String>,
    /// Programme's code.
    pub programme_code: Option<String>,
    /// Programme's label.
    pub programme: Option<String>,
    /// Level.
    pub level: Option<Level>,
    /// When the student registered, Paris civil time.
    pub registered_at: Option<Instant>,
    /// Whether only the day of it is known.
    pub registered_day_only: bool,
    /// Where the file stands; absent when it was not evaluated yet.
    pub state: Option<FileState>,
    /// The codes that flag or cannot tell, each once, in the order of reports.
    pub codes: Vec<String>,
}

impl Workspace {
    /// The lines of these files, in the order asked for; a file the workspace does not have is left out.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn rows(&self, ids: &[RegistrationId]) -> Result<Vec<FileRow>> {
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some(mut row) = read_row(&self.connection, *id)? {
                add_findings(&self.connection, &mut row)?;
                rows.push(row);
            }
        }
        Ok(rows)
    }
}

fn read_row(connection: &Connection, id: RegistrationId) -> rusqlite::Result<Option<FileRow>> {
    connection
        .prepare_cached(
            "SELECT p.student_number, p.ine, p.birth_name, p.use_name, p.given_name, p.birth_date, p.email, r.component,
                 r.cvec_number, r.programme_code, r.programme, r.level, r.registered_at, r.registered_day_only, s.state
             FROM registration r JOIN person p ON p.id = r.person LEFT JOIN file_state s ON s.registration = r.id
             WHERE r.id = ?1",
        )?
        .query_row([id.0], |row| {
            let mut columns = Columns::of(row);
            Ok(FileRow {
                id,
                student_number: columns.plain()?,
                ine: columns.value()?,
                birth_name: columns.plain()?,
                use_name: columns.plain()?,
                given_name: columns.plain()?,
                birth_date: columns.value()?,
                email: columns.plain()?,
                component: columns.plain()?,
                cvec_number: columns.plain()?,
                programme_code: columns.plain()?,
                programme: columns.plain()?,
                level: columns.value()?,
                registered_at: columns.value()?,
                registered_day_only: columns.plain()?,
                state: columns.value()?,
                codes: Vec::new(),
            })
        })
        .optional()
}

fn add_findings(connection: &Connection, row: &mut FileRow) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached("SELECT code FROM finding WHERE registration = ?1 ORDER BY id")?;
    let mut findings = statement.query([row.id.0])?;
    while let Some(finding) = findings.next()? {
        let code: String = finding.get(0)?;
        if !row.codes.contains(&code) {
            row.codes.push(code);
        }
    }
    Ok(())
}
