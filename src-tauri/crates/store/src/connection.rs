use crate::error::{Result, StoreError};
use crate::facts::read_again;
use crate::journal::{JournalKey, seal_all};
use crate::keys::DataKey;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, ffi};
use rusqlite_migration::{M, Migrations};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use zeroize::Zeroizing;

/// "GUIC": tells our database from another application's.
const APPLICATION_ID: i64 = 0x4755_4943;
/// An encrypted database wants a large page cache: 128 MiB.
const CACHE_KIB: i64 = 128 * 1024;
const BUSY: Duration = Duration::from_secs(5);

/// Every schema change, oldest first. A published one is never edited.
pub(crate) const MIGRATIONS: [&str; 11] = [
    include_str!("../migrations/2026-11-22-first.sql"),
    include_str!("../migrations/2026-11-25-requests.sql"),
    include_str!("../migrations/2026-11-29-undo.sql"),
    include_str!("../migrations/2026-12-02-findings.sql"),
    include_str!("../migrations/2026-12-03-journal-seals.sql"),
    include_str!("../migrations/2026-12-04-kept-rows.sql"),
    include_str!("../migrations/2026-12-05-decisions.sql"),
    include_str!("../migrations/2026-12-06-finding-places.sql"),
    include_str!("../migrations/2026-12-07-desk.sql"),
    include_str!("../migrations/2026-12-08-rows-beside.sql"),
    include_str!("../migrations/2026-12-09-rulebooks.sql"),
];

/// The number of the newest schema, the one every open workspace has.
pub(crate) fn schema_known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

fn migrations(key: &DataKey) -> Migrations<'static> {
    let [first, requests, undo, findings, seals, kept_rows, decisions, finding_places, desk, beside, books] =
        MIGRATIONS;
    let key = JournalKey::of(key);
    Migrations::new(vec![
        M::up(first),
        M::up_with_hook(requests, |tx: &Transaction<'_>| Ok(read_again(tx)?)),
        M::up(undo),
        M::up(findings),
        M::up_with_hook(seals, move |tx: &Transaction<'_>| Ok(seal_all(tx, &key)?)),
        M::up(kept_rows),
        M::up(decisions),
        M::up(finding_places),
        M::up(desk),
        M::up(beside),
        M::up(books),
    ])
}

/// Creates a workspace's database; the file must not exist.
pub(crate) fn create(file: &Path, key: &DataKey) -> Result<Connection> {
    let mut connection = connect(file, key, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    tune(&connection)?;
    migrate(&mut connection, file, key)?;
    Ok(connection)
}

/// Opens a workspace's database, checked page by page; the number of its schema, which may be an older one. Whatever is
/// wrong with it, or what `accept` has against what it holds, nothing is written and nothing is left beside it.
pub(crate) fn open(
    file: &Path,
    key: &DataKey,
    accept: impl FnOnce(&Connection) -> Result<()>,
) -> Result<(Connection, i64)> {
    if !file.is_file() {
        return Err(StoreError::DatabaseMissing { file: file.to_owned() });
    }
    let traces = Traces::before(file);
    let connection = connect(file, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // A log that is not this database's, or not whole, must not be written into it when all is closed again.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    match judge(&connection, file).and_then(|schema| accept(&connection).map(|()| schema)) {
        Ok(schema) => {
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
            Ok((connection, schema))
        }
        Err(error) => {
            drop(connection);
            traces.remove();
            Err(error)
        }
    }
}

/// The number of the schema of a database that is ours, not a newer version's, and whole.
fn judge(connection: &Connection, file: &Path) -> Result<i64> {
    let schema = match identify(connection) {
        Ok((APPLICATION_ID, found)) if found > schema_known() => {
            return Err(StoreError::Newer { found, known: schema_known() });
        }
        Ok((APPLICATION_ID, found)) if found > 0 => found,
        Ok(_) => return Err(StoreError::NotAWorkspace { folder: file.parent().unwrap_or(file).to_owned() }),
        Err(cause) => return Err(judge_unreadable(connection, file, cause)),
    };
    check_pages(connection, file)?;
    Ok(schema)
}

/// What SQLite lays beside a database when it opens it.
struct Traces(Vec<PathBuf>);

impl Traces {
    /// What is not there yet.
    fn before(file: &Path) -> Self {
        let beside = ["-wal", "-shm"].map(|end| {
            let mut name = file.as_os_str().to_owned();
            name.push(end);
            PathBuf::from(name)
        });
        Self(beside.into_iter().filter(|path| !path.exists()).collect())
    }

    /// Takes away what came since: a log that nobody wrote in, and its index.
    fn remove(self) {
        let written = self.0.iter().any(|path| path.to_string_lossy().ends_with("-wal") && !is_empty(path));
        for path in self.0.iter().filter(|_| !written) {
            // One that stays is empty, and used by the next opening.
            let _ = std::fs::remove_file(path);
        }
    }
}

fn is_empty(path: &Path) -> bool {
    std::fs::metadata(path).map_or(true, |data| data.len() == 0)
}

/// Ready to be worked with: its schema is the one this version knows.
pub(crate) fn make_ready(connection: &mut Connection, file: &Path, key: &DataKey) -> Result<()> {
    tune(connection)?;
    migrate(connection, file, key)
}

/// Opens a database that is open already, and whole, a second time.
pub(crate) fn second(file: &Path, key: &DataKey) -> Result<Connection> {
    let connection = connect(file, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    tune(&connection)?;
    Ok(connection)
}

/// Opens a copy that nobody else knows of, and brings it up to date.
pub(crate) fn open_draft(file: &Path, key: &DataKey) -> Result<Connection> {
    let (mut connection, _) = open(file, key, |_| Ok(()))?;
    make_ready(&mut connection, file, key)?;
    Ok(connection)
}

/// Closes a copy, all of it in its one file.
pub(crate) fn close_draft(connection: Connection, file: &Path) -> Result<()> {
    connection.close().map_err(|(_, cause)| StoreError::Database(cause))?;
    match Traces::before(file).0.len() {
        2 => Ok(()),
        _ => Err(StoreError::Damaged { file: file.to_owned(), detail: "wal".to_owned() }),
    }
}

/// Opens a copy of a damaged database to read what can be read of it; nothing is judged.
pub(crate) fn open_unjudged(file: &Path, key: &DataKey) -> Result<Connection> {
    let connection = connect(file, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    match identify(&connection)? {
        (APPLICATION_ID, schema) if schema > 0 => Ok(connection),
        _ => Err(StoreError::NothingReadable { file: file.to_owned() }),
    }
}

/// Opens a database to look at it, whatever its schema: nothing is written, nothing else is created.
pub(crate) fn look(file: &Path, key: &DataKey) -> Result<Connection> {
    let connection = connect(file, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    match identify(&connection) {
        Ok((APPLICATION_ID, found)) if found > 0 => {}
        Ok(_) => return Err(StoreError::NotAWorkspace { folder: file.parent().unwrap_or(file).to_owned() }),
        Err(cause) => return Err(judge_unreadable(&connection, file, cause)),
    }
    connection.execute_batch(&format!("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -{CACHE_KIB};"))?;
    Ok(connection)
}

/// The number of a database's schema.
pub(crate) fn schema_of(connection: &Connection) -> Result<i64> {
    Ok(identify(connection)?.1)
}

fn connect(file: &Path, key: &DataKey, flags: OpenFlags) -> Result<Connection> {
    wake_sqlite()?;
    let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // What fails is told by an error, not on the standard error stream. A raw key: no derivation at each opening.
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    let mut raw_key = Zeroizing::new(String::with_capacity(96));
    raw_key.push_str("PRAGMA key = \"x'");
    raw_key.push_str(&key.hex());
    raw_key.push_str("'\";");
    connection.execute_batch(&raw_key)?;
    Ok(connection)
}

/// Opens a first connection alone. SQLite says it is ready before SQLCipher is, so that another thread's first
/// `PRAGMA key` would be refused in between.
fn wake_sqlite() -> rusqlite::Result<()> {
    static AWAKE: Mutex<bool> = Mutex::new(false);
    let mut awake = AWAKE.lock().unwrap_or_else(PoisonError::into_inner);
    if !*awake {
        Connection::open_in_memory()?;
        *awake = true;
    }
    Ok(())
}

/// Application id and schema version.
fn identify(connection: &Connection) -> rusqlite::Result<(i64, i64)> {
    let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get(0));
    Ok((number("application_id")?, number("user_version")?))
}

/// The first page does not open: the whole database is not this key's, or a part of it was altered.
fn judge_unreadable(connection: &Connection, file: &Path, cause: rusqlite::Error) -> StoreError {
    let corrupt = matches!(
        cause.sqlite_error_code(),
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt | ErrorCode::SystemIoFailure)
    );
    if !corrupt || is_of_the_disk(&cause) {
        return StoreError::Database(cause);
    }
    let pages = std::fs::metadata(file).map_or(0, |data| data.len() / 4096);
    let bad = altered_pages(connection).map_or(0, |pages| pages.len());
    if pages > 1 && bad as u64 >= pages {
        return StoreError::KeyRefused { file: file.to_owned() };
    }
    StoreError::Damaged { file: file.to_owned(), detail: cause.to_string() }
}

/// Whether the disk refused to be written while a database was to be read, for its log or the index of that: a full disk is
/// no damage. A page that the disk does not give back is.
fn is_of_the_disk(cause: &rusqlite::Error) -> bool {
    const OF_THE_DISK: [i32; 9] = [
        ffi::SQLITE_FULL,
        ffi::SQLITE_IOERR_WRITE,
        ffi::SQLITE_IOERR_FSYNC,
        ffi::SQLITE_IOERR_DIR_FSYNC,
        ffi::SQLITE_IOERR_TRUNCATE,
        ffi::SQLITE_IOERR_SHMOPEN,
        ffi::SQLITE_IOERR_SHMSIZE,
        ffi::SQLITE_IOERR_SHMLOCK,
        ffi::SQLITE_IOERR_SHMMAP,
    ];
    cause.sqlite_error().is_some_and(|error| OF_THE_DISK.contains(&error.extended_code))
}

/// What the cipher's authentication codes say of every page in the file.
pub(crate) fn altered_pages(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection.prepare("PRAGMA cipher_integrity_check")?.query_map([], |row| row.get(0))?.collect()
}

fn check_pages(connection: &Connection, file: &Path) -> Result<()> {
    let damaged = |detail: String| StoreError::Damaged { file: file.to_owned(), detail };
    let unread = |cause: rusqlite::Error| {
        if is_of_the_disk(&cause) { StoreError::Database(cause) } else { damaged(cause.to_string()) }
    };
    let altered = altered_pages(connection).map_err(unread)?;
    if let Some(first) = altered.into_iter().next() {
        return Err(damaged(first));
    }
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(unread)?;
    if verdict == "ok" { Ok(()) } else { Err(damaged(verdict)) }
}

/// Durable, strict, nothing left in the clear.
pub(crate) fn tune(connection: &Connection) -> Result<()> {
    connection.busy_timeout(BUSY)?;
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -{CACHE_KIB};"
    ))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

fn migrate(connection: &mut Connection, file: &Path, key: &DataKey) -> Result<()> {
    migrations(key).to_latest(connection).map_err(|cause| match cause {
        rusqlite_migration::Error::RusqliteError { err, .. } => StoreError::Database(err),
        other => StoreError::Damaged { file: file.to_owned(), detail: other.to_string() },
    })
}
