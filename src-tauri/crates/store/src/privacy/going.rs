//! Which rows a purge takes.

use super::purge::PurgeWhat;
use super::tables::{OF_FILE, PERSONAL};
use crate::error::Result;
use crate::sources::FACT_ROWS;
use rusqlite::{Connection, params};

/// The tables counted, in the order in which they are told.
const COUNTED: [&str; 8] = [
    "person",
    "registration",
    "certificate",
    "past_registration",
    "request",
    "document",
    "control_result",
    "source_row",
];
/// The tables of what is known of a person, with the column that says the year it is about.
const OF_PERSONS: [(&str, Option<&str>); 6] = [
    ("person_ine", None),
    ("registration", Some("academic_year")),
    ("certificate", Some("year")),
    ("past_registration", None),
    ("request", Some("academic_year")),
    ("document", Some("academic_year")),
];

/// How many rows of a table go, and how many stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PurgeCount {
    /// The table.
    pub table: &'static str,
    /// How many rows go.
    pub going: u64,
    /// How many stay.
    pub staying: u64,
}

/// The rows chosen, in a table of this connection alone.
pub(super) struct Going<'c> {
    connection: &'c Connection,
}

impl<'c> Going<'c> {
    pub(super) fn choose(connection: &'c Connection, what: &PurgeWhat) -> Result<Self> {
        let going = Self { connection };
        going.give_up()?;
        connection.execute_batch(
            "CREATE TEMP TABLE going (of TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (of, id)) WITHOUT ROWID;
             CREATE TEMP TABLE filled_kind (kind TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;",
        )?;
        match what {
            PurgeWhat::Campaign { year, undated } => going.choose_year(i64::from(year.start()), *undated)?,
            PurgeWhat::Persons(persons) => {
                for person in persons {
                    connection.execute(
                        "INSERT OR IGNORE INTO going SELECT 'person', id FROM person WHERE id = ?1",
                        [person.0],
                    )?;
                }
            }
        }
        going.choose_what_hangs_on()?;
        Ok(going)
    }

    /// The files and dated facts of a year, and the persons of whom nothing later is known.
    fn choose_year(&self, year: i64, undated: bool) -> Result<()> {
        for (table, column) in OF_PERSONS {
            let Some(column) = column else { continue };
            // Only a file may lack its year and be of this one: the rest goes with its person.
            let undated = undated && table == "registration";
            self.connection.execute(
                &format!(
                    "INSERT OR IGNORE INTO going SELECT '{table}', id FROM {table} WHERE {column} = ?1 OR (?2 AND {column} IS NULL)"
                ),
                params![year, undated],
            )?;
        }
        self.connection.execute(
            "INSERT OR IGNORE INTO going SELECT 'person', id FROM person WHERE
                 id NOT IN (SELECT person FROM registration WHERE id NOT IN (SELECT id FROM going WHERE of = 'registration'))
                 AND id NOT IN (SELECT person FROM certificate WHERE year > ?1)
                 AND id NOT IN (SELECT person FROM past_registration WHERE academic_year > ?1)
                 AND id NOT IN (SELECT person FROM request WHERE academic_year > ?1)
                 AND id NOT IN (SELECT person FROM document WHERE academic_year > ?1)",
            [year],
        )?;
        Ok(())
    }

    /// What belongs to the persons chosen, the results that name only certificates that go, and the rows nothing that stays
    /// was read from: rows kept beside others may name anybody.
    fn choose_what_hangs_on(&self) -> Result<()> {
        for (table, _) in OF_PERSONS {
            self.connection.execute(
                &format!(
                    "INSERT OR IGNORE INTO going SELECT '{table}', id FROM {table}
                     WHERE person IN (SELECT id FROM going WHERE of = 'person')"
                ),
                [],
            )?;
        }
        self.connection.execute_batch(
            "INSERT INTO going SELECT 'control_result', id FROM control_result WHERE number IN (
                 SELECT number FROM certificate WHERE id IN (SELECT id FROM going WHERE of = 'certificate')
                 UNION SELECT cvec_number FROM registration WHERE id IN (SELECT id FROM going WHERE of = 'registration'))
             AND number NOT IN (
                 SELECT number FROM certificate WHERE number IS NOT NULL AND id NOT IN (SELECT id FROM going WHERE of = 'certificate')
                 UNION SELECT cvec_number FROM registration
                 WHERE cvec_number IS NOT NULL AND id NOT IN (SELECT id FROM going WHERE of = 'registration'));",
        )?;
        let stays = |table: &str| {
            format!("SELECT source_row FROM {table} WHERE id NOT IN (SELECT id FROM going WHERE of = '{table}')")
        };
        let mut staying: Vec<String> = OF_PERSONS.iter().skip(1).map(|(table, _)| stays(table)).collect();
        staying.push(stays("control_result"));
        // Whose identity was read from a file that goes is known from one that stays.
        staying.push(
            "SELECT source_row FROM person p WHERE id NOT IN (SELECT id FROM going WHERE of = 'person')
             AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.person = p.id
                             AND r.id NOT IN (SELECT id FROM going WHERE of = 'registration'))"
                .to_owned(),
        );
        staying.push(
            "SELECT source_row FROM kept_row k WHERE NOT EXISTS (SELECT 1 FROM going g WHERE g.of = k.of AND g.id = k.fact)"
                .to_owned(),
        );
        self.connection.execute(
            &format!(
                "INSERT INTO going SELECT 'source_row', id FROM source_row WHERE id NOT IN ({})",
                staying.join(" UNION ")
            ),
            [],
        )?;
        Ok(())
    }

    pub(super) fn counts(&self) -> Result<Vec<PurgeCount>> {
        let count = |sql: &str| -> Result<u64> {
            let count: i64 = self.connection.query_row(sql, [], |row| row.get(0))?;
            Ok(u64::try_from(count).unwrap_or_default())
        };
        let told = |table: &'static str| -> Result<PurgeCount> {
            let going = count(&format!("SELECT count(*) FROM going WHERE of = '{table}'"))?;
            let all = count(&format!("SELECT count(*) FROM {table}"))?;
            Ok(PurgeCount { table, going, staying: all.saturating_sub(going) })
        };
        COUNTED.into_iter().map(told).collect()
    }

    /// Removes the rows chosen, then sheets and files without any. A sheet that never had a row says that it was given.
    pub(super) fn remove(&self) -> Result<()> {
        let connection = self.connection;
        connection.execute_batch(
            "INSERT INTO filled_kind SELECT DISTINCT s.kind FROM source_sheet s JOIN source_row r ON r.sheet = s.id;
             UPDATE person SET source_row = (
                 SELECT r.source_row FROM registration r WHERE r.person = person.id
                 AND r.id NOT IN (SELECT id FROM going WHERE of = 'registration') ORDER BY r.id DESC LIMIT 1)
             WHERE source_row IN (SELECT id FROM going WHERE of = 'source_row')
             AND id NOT IN (SELECT id FROM going WHERE of = 'person');
             DELETE FROM kept_row WHERE EXISTS (SELECT 1 FROM going g WHERE g.of = kept_row.of AND g.id = kept_row.fact);",
        )?;
        for personal in PERSONAL.iter().filter(|personal| personal.of == OF_FILE) {
            let files = "SELECT id FROM going WHERE of = 'registration'";
            connection.execute(&format!("DELETE FROM {} WHERE registration IN ({files})", personal.table), [])?;
        }
        for table in OF_PERSONS.iter().map(|(table, _)| *table).chain(["control_result", "person", "source_row"]) {
            connection
                .execute(&format!("DELETE FROM {table} WHERE id IN (SELECT id FROM going WHERE of = '{table}')"), [])?;
        }
        connection.execute_batch(&format!(
            "DELETE FROM source_row WHERE id NOT IN ({FACT_ROWS});
             DELETE FROM source_sheet WHERE id NOT IN (SELECT sheet FROM source_row)
             AND kind IN (SELECT kind FROM filled_kind);
             DELETE FROM source_file WHERE id NOT IN (SELECT file FROM source_sheet);"
        ))?;
        Ok(())
    }

    /// Forgets what was chosen.
    pub(super) fn give_up(&self) -> Result<()> {
        Ok(self.connection.execute_batch("DROP TABLE IF EXISTS temp.going; DROP TABLE IF EXISTS temp.filled_kind;")?)
    }
}
