//! What can still be read of a damaged database, copied row by row into a new workspace.

use super::contents::unsound;
use crate::connection;
use crate::descriptor::Descriptor;
use crate::error::{Result, StoreError};
use crate::history::RECORDED;
use crate::journal::{JournalKey, entries_that_hold, seal_all};
use crate::keys::{DataKey, Unlocked};
use crate::lock::{Holder, Lock};
use crate::shut::ShutWorkspace;
use crate::transact::{Operation, OperationKind, row_id, row_number, transact};
use crate::workspace::DATABASE;
use guichet_model::{Instant, SheetKind};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How far apart two rows of a table can be at most: their numbers count from one.
const FARTHEST: u32 = 40;
/// Small tables without numbers, read as far as they can be.
const WITHOUT_NUMBERS: [&str; 3] = ["setting", "undone", "left_out"];

/// What was saved of a damaged workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvaged {
    /// The new workspace's folder.
    pub folder: PathBuf,
    /// How many rows of each table were read and kept, in the order of the tables.
    pub kept: Vec<(String, u64)>,
    /// How many rows were read, and belong to one that was not.
    pub astray: u64,
    /// How many stretches of the tables could not be read.
    pub gaps: u64,
    /// How many entries of the journal still hold.
    pub entries: i64,
}

impl ShutWorkspace {
    /// Copies what can be read into a new workspace, in a folder that is not there yet. The damaged files are not touched:
    /// a copy of them is read.
    ///
    /// # Errors
    /// [`StoreError::NothingReadable`] when the key opens no table, [`StoreError::FolderNotEmpty`],
    /// [`StoreError::NoRoom`], [`StoreError::File`]. Nothing of the new workspace is then left.
    pub fn salvage(&self, into: &Path, name: &str, now: Instant) -> Result<Salvaged> {
        let disk = &self.disk;
        if into.exists() {
            return Err(StoreError::FolderNotEmpty { folder: into.to_owned() });
        }
        let label = into.file_name().unwrap_or_default().to_string_lossy();
        let draft = into.with_file_name(format!(".{label}.draft"));
        disk.remove_folder(&draft)?;
        let saved = self.fill(&draft, name, now).and_then(|saved| {
            disk.rename(&draft, into)?;
            disk.sync_folder(into.parent().unwrap_or(into))?;
            Ok(Salvaged { folder: into.to_owned(), ..saved })
        });
        if saved.is_err() {
            // What could not be made is not left behind; the reason told is the first one.
            let _ = std::fs::remove_dir_all(&draft);
        }
        saved
    }

    /// The workspace that was saved, its lock held, known to whoever knows this one.
    ///
    /// # Errors
    /// As [`ShutWorkspace::take`].
    pub fn beside(&self, saved: &Salvaged, holder: &Holder, now: Instant) -> Result<Self> {
        let lock = Arc::new(Lock::take(&self.disk, &saved.folder, holder, now)?);
        let Unlocked { key, account, .. } = &self.unlocked;
        Ok(Self {
            folder: saved.folder.clone(),
            descriptor: Descriptor::read(&saved.folder)?,
            unlocked: Unlocked { key: key.clone(), account: account.clone(), renewed: None },
            user: self.user.clone(),
            disk: self.disk.clone(),
            lock,
        })
    }

    fn fill(&self, draft: &Path, name: &str, now: Instant) -> Result<Salvaged> {
        let Self { folder, descriptor, unlocked, disk, .. } = self;
        let length = std::fs::metadata(folder.join(DATABASE)).map_or(0, |data| data.len());
        disk.make_sure_of_room(folder, length.saturating_mul(3))?;
        disk.create_folder(draft)?;
        disk.create_folder(&draft.join(super::list::BACKUPS))?;
        let damaged = draft.join(".damaged.db");
        for end in ["", "-wal"] {
            let from = folder.join(format!("{DATABASE}{end}"));
            if from.exists() {
                disk.copy(&from, &draft.join(format!(".damaged.db{end}")))?;
            }
        }
        let mut reader = Reader { file: damaged, key: &unlocked.key, connection: None };
        let database = draft.join(DATABASE);
        let mut target = connection::create(&database, &unlocked.key)?;
        let saved = self.save(&mut reader, &mut target, now);
        drop(reader);
        let saved = saved?;
        connection::close_draft(target, &database)?;
        for end in ["", "-wal", "-shm"] {
            disk.remove_file(&draft.join(format!(".damaged.db{end}")))?;
        }
        descriptor.renamed(name, &unlocked.key).write(disk, draft)?;
        Ok(saved)
    }

    fn save(&self, reader: &mut Reader<'_>, target: &mut Connection, now: Instant) -> Result<Salvaged> {
        target.pragma_update(None, "foreign_keys", false)?;
        let key = &JournalKey::of(&self.unlocked.key);
        let held = reader.journal(target, key)?;
        let mut saved = Salvaged { folder: PathBuf::new(), kept: Vec::new(), astray: 0, gaps: 0, entries: held };
        let operation = Operation { kind: OperationKind::Salvage, label: &self.descriptor.name, who: self.who(), key };
        transact(target, &operation, now, |tx| {
            let own = tx.operation().0;
            for table in RECORDED.into_iter().chain(WITHOUT_NUMBERS) {
                saved.gaps += reader.copy(table, tx)?;
            }
            for table in RECORDED {
                settle(tx, table, held, own)?;
            }
            stand_in_for_sources(tx, own)?;
            saved.astray = drop_astray(tx)?;
            for table in RECORDED {
                let count: i64 = tx.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
                saved.kept.push((table.to_owned(), u64::try_from(count).unwrap_or_default()));
            }
            tx.mark_facts();
            tx.mark_settings();
            tx.summarise(json!({ "kept": saved.kept, "astray": saved.astray, "gaps": saved.gaps }));
            Ok(())
        })?;
        target.pragma_update(None, "foreign_keys", true)?;
        match unsound(target, key)? {
            None => Ok(saved),
            Some(detail) => Err(StoreError::Damaged { file: self.folder.join(DATABASE), detail }),
        }
    }
}

/// A damaged database. An altered page makes its connection refuse everything from then on: another is then opened.
struct Reader<'a> {
    file: PathBuf,
    key: &'a DataKey,
    connection: Option<Connection>,
}

impl Reader<'_> {
    fn connection(&mut self) -> Result<&Connection> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                let opened = connection::open_unjudged(&self.file, self.key);
                opened.map_err(|_| StoreError::NothingReadable { file: self.file.clone() })?
            }
        };
        Ok(self.connection.insert(connection))
    }

    /// Copies the entries of the journal up to the first that does not hold; the number of the last.
    fn journal(&mut self, target: &Connection, key: &JournalKey) -> Result<i64> {
        let entries = entries_that_hold(self.connection()?, key);
        let mut insert = target.prepare("INSERT INTO journal VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?;
        for entry in &entries {
            insert.execute(params_from_iter(entry))?;
        }
        seal_all(target, key)?;
        self.connection = None;
        Ok(i64::try_from(entries.len()).unwrap_or_default())
    }

    /// Copies the rows of a table that can be read; how many stretches could not.
    fn copy(&mut self, table: &str, target: &Connection) -> Result<u64> {
        let Some(columns) = self.columns(table, target)? else { return Ok(1) };
        let has_rowid = table != "kept_row" && !WITHOUT_NUMBERS.contains(&table);
        let marks = vec!["?"; columns.len()].join(", ");
        let list = columns.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ");
        let mut insert = target.prepare(&format!("INSERT OR IGNORE INTO {table} ({list}) VALUES ({marks})"))?;
        let key = if has_rowid { "rowid" } else { "0" };
        let select = format!("SELECT {key}, {list} FROM {table} WHERE {key} >= ?1 ORDER BY 1");
        let (mut from, mut gaps) = if has_rowid { (row_id(0), 0) } else { (0, 0) };
        loop {
            let mut next = from;
            let read = read_rows(self.connection()?, &select, from, &mut |key, values| {
                next = key + 1;
                insert.execute(params_from_iter(values)).map(|_| ())
            })?;
            if read {
                return Ok(gaps);
            }
            gaps += 1;
            self.connection = None;
            match self.next_readable(&select, next)?.filter(|_| has_rowid) {
                Some(readable) => from = readable,
                None => return Ok(gaps),
            }
        }
    }

    /// The columns both databases have; nothing when the table cannot be described.
    fn columns(&mut self, table: &str, target: &Connection) -> Result<Option<Vec<String>>> {
        let list = |connection: &Connection| -> rusqlite::Result<Vec<String>> {
            connection
                .prepare("SELECT name FROM pragma_table_info(?1)")?
                .query_map([table], |row| row.get(0))?
                .collect()
        };
        let Ok(there) = list(self.connection()?) else {
            self.connection = None;
            return Ok(None);
        };
        let here = list(target)?;
        let both: Vec<String> = here.into_iter().filter(|column| there.contains(column)).collect();
        Ok((!both.is_empty()).then_some(both))
    }

    /// The key of the first row after a stretch that cannot be read: leaps forward until something can, then comes back.
    fn next_readable(&mut self, select: &str, broken: i64) -> Result<Option<i64>> {
        let (mut low, mut high) = (broken, None);
        for power in 0..FARTHEST {
            let key = broken.saturating_add(1 << power);
            if self.reads_at(select, key)? {
                high = Some(key);
                break;
            }
            low = key;
        }
        let Some(mut high) = high else { return Ok(None) };
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            if self.reads_at(select, middle)? { high = middle } else { low = middle }
        }
        Ok(Some(high))
    }

    /// Whether the first row from a key on can be read; the end of the table can.
    fn reads_at(&mut self, select: &str, key: i64) -> Result<bool> {
        let read = read_rows(self.connection()?, &format!("{select} LIMIT 1"), key, &mut |_, _| Ok(()))?;
        if !read {
            self.connection = None;
        }
        Ok(read)
    }
}

/// Reads rows from a key on; false when one could not be read.
fn read_rows(
    connection: &Connection,
    select: &str,
    from: i64,
    each: &mut dyn FnMut(i64, Vec<Value>) -> rusqlite::Result<()>,
) -> Result<bool> {
    let Ok(mut statement) = connection.prepare(select) else { return Ok(false) };
    let columns = statement.column_count();
    let Ok(mut rows) = statement.query([from]) else { return Ok(false) };
    loop {
        let row = match rows.next() {
            Ok(Some(row)) => row,
            Ok(None) => return Ok(true),
            Err(_) => return Ok(false),
        };
        let values = (1..columns).map(|column| row.get::<_, Value>(column)).collect::<rusqlite::Result<Vec<_>>>();
        match (row.get(0), values) {
            (Ok(key), Ok(values)) => each(key, values)?,
            _ => return Ok(false),
        }
    }
}

/// Makes a table's rows those of an operation that is there, and new rows go on after its own.
fn settle(connection: &Connection, table: &str, held: i64, own: i64) -> Result<()> {
    let operation = connection
        .query_row("SELECT 1 FROM pragma_table_info(?1) WHERE name = 'operation'", [table], |_| Ok(()))
        .optional()?;
    if operation.is_some() {
        connection.execute(&format!("UPDATE {table} SET operation = ?1 WHERE operation > ?2"), [own, held])?;
    }
    let has = |column: &str| -> rusqlite::Result<bool> {
        connection.prepare("SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2")?.exists([table, column])
    };
    if !has("id")? {
        return Ok(());
    }
    let last: Option<i64> = connection.query_row(&format!("SELECT max(id) FROM {table}"), [], |row| row.get(0))?;
    if let Some(last) = last {
        connection
            .execute("INSERT OR REPLACE INTO counter (name, last) VALUES (?1, ?2)", params![table, row_number(last)])?;
    }
    Ok(())
}

/// A fact whose row could not be read is kept: an empty row of a sheet of its own stands in for where it was read.
fn stand_in_for_sources(connection: &Connection, own: i64) -> Result<()> {
    let of = |table: &str| format!("SELECT source_row FROM {table}");
    let mut has_source = connection.prepare("SELECT 1 FROM pragma_table_info(?1) WHERE name = 'source_row'")?;
    let mut named = Vec::new();
    for table in RECORDED {
        if has_source.exists([table])? {
            named.push(of(table));
        }
    }
    let named = named.join(" UNION ");
    let missing: Vec<i64> = connection
        .prepare(&format!(
            "SELECT source_row FROM ({named}) WHERE source_row NOT IN (SELECT id FROM source_row) ORDER BY 1"
        ))?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let lost_sheets = "sheet NOT IN (SELECT id FROM source_sheet) OR sheet IN (SELECT id FROM source_sheet WHERE file NOT IN (SELECT id FROM source_file))";
    let homeless: i64 =
        connection.query_row(&format!("SELECT count(*) FROM source_row WHERE {lost_sheets}"), [], |row| row.get(0))?;
    if missing.is_empty() && homeless == 0 {
        return Ok(());
    }
    let count = i64::try_from(missing.len()).unwrap_or(i64::MAX);
    let (file, sheet) = (next_id(connection, "source_file")?, next_id(connection, "source_sheet")?);
    connection.execute(
        "INSERT INTO source_file (id, sha256, name, operation) VALUES (?1, '', '?', ?2)",
        params![file, own],
    )?;
    connection.execute(
        "INSERT INTO source_sheet (id, file, name, kind, header_row, columns, rows, operation)
         VALUES (?1, ?2, '?', ?3, 0, '[]', ?4, ?5)",
        params![sheet, file, SheetKind::Roster.as_str(), count, own],
    )?;
    let first: i64 = 1;
    for (at, id) in (first..).zip(&missing) {
        connection.execute(
            "INSERT INTO source_row (id, sheet, row, cells, content, operation) VALUES (?1, ?2, ?3, x'', ?4, ?5)",
            params![id, sheet, at, [id.to_be_bytes(), id.to_be_bytes()].concat(), own],
        )?;
    }
    // Rows of sheets that were lost move to it, after the others.
    connection.execute(
        &format!("UPDATE source_row SET sheet = ?1, row = ?2 + (id & 1073741823) WHERE {lost_sheets}"),
        params![sheet, count],
    )?;
    Ok(())
}

fn next_id(connection: &Connection, table: &str) -> Result<i64> {
    let last: Option<i64> = connection.query_row(&format!("SELECT max(id) FROM {table}"), [], |row| row.get(0))?;
    let number = last.map_or(0, row_number) + 1;
    connection.execute("INSERT OR REPLACE INTO counter (name, last) VALUES (?1, ?2)", params![table, number])?;
    Ok(row_id(number))
}

/// Takes away rows that belong to one that could not be read; how many.
fn drop_astray(connection: &Connection) -> Result<u64> {
    let mut dropped = 0;
    loop {
        let astray: Vec<(String, i64)> = connection
            .prepare("SELECT \"table\", rowid FROM pragma_foreign_key_check")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        if astray.is_empty() {
            return Ok(dropped);
        }
        for (table, rowid) in astray {
            dropped += connection.execute(&format!("DELETE FROM \"{table}\" WHERE rowid = ?1"), [rowid])? as u64;
        }
    }
}
