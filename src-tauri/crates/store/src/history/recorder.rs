//! What an operation changes in facts and sources, recorded while it is made so that it can be taken back.

use crate::connection::schema_known;
use crate::error::{Result, unreadable};
use crate::transact::OperationId;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use rusqlite::session::{ChangesetItem, ConflictAction, ConflictType, Session, invert_strm};
use rusqlite::{Connection, ErrorCode, params};
use std::io::{Read as _, Write};

/// The tables whose changes are recorded: sources, facts, decisions and rulebooks. Each has a key of its own; a table without one would be
/// left out silently. The others are told apart by operation (rows left out, what imports rest on), append-only, or
/// computed again.
pub(crate) const RECORDED: [&str; 16] = [
    "source_file",
    "source_sheet",
    "source_row",
    "person",
    "person_ine",
    "registration",
    "certificate",
    "past_registration",
    "request",
    "document",
    "control_result",
    "kept_row",
    "waiver",
    "note",
    "rulebook_edition",
    "rulebook_draft",
];

/// What operations change beside, and what is changed without them: whatever became of it since stays when they are taken
/// back, and hinders nothing.
const LIVING: [&str; 2] = ["setting", "rulebook_draft"];

/// Watches one transaction.
pub(crate) struct Recorder<'t> {
    session: Session<'t>,
    connection: &'t Connection,
}

impl<'t> Recorder<'t> {
    pub(crate) fn start(connection: &'t Connection) -> Result<Self> {
        let mut session = Session::new(connection)?;
        for table in RECORDED.into_iter().chain(["setting"]) {
            session.attach(Some(table))?;
        }
        Ok(Self { session, connection })
    }

    /// Keeps what was recorded as the changes of an operation.
    pub(crate) fn keep(mut self, operation: OperationId) -> Result<()> {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::fast());
        if !self.session.is_empty() {
            self.session.changeset_strm(&mut packed)?;
        }
        let changes = if packed.total_in() == 0 { Vec::new() } else { finish(packed)? };
        self.connection.execute(
            "INSERT INTO undo (operation, schema, changes) VALUES (?1, ?2, ?3)",
            params![operation.0, schema_known(), changes],
        )?;
        Ok(())
    }
}

fn finish(packed: DeflateEncoder<Vec<u8>>) -> Result<Vec<u8>> {
    Ok(packed.finish().map_err(|_| unreadable("undo.changes"))?)
}

/// The changes of an operation as they were recorded; empty when nothing was.
pub(crate) fn changes_of(connection: &Connection, operation: OperationId) -> Result<Vec<u8>> {
    let packed: Vec<u8> =
        connection.query_row("SELECT changes FROM undo WHERE operation = ?1", [operation.0], |row| row.get(0))?;
    let mut changes = Vec::new();
    if !packed.is_empty() {
        DeflateDecoder::new(packed.as_slice()).read_to_end(&mut changes).map_err(|_| unreadable("undo.changes"))?;
    }
    Ok(changes)
}

/// Takes an operation's changes back, all or none. False when something changed the same rows since: the transaction
/// is then to be given up.
pub(crate) fn take_back(connection: &Connection, operation: OperationId) -> Result<bool> {
    let packed: Vec<u8> =
        connection.query_row("SELECT changes FROM undo WHERE operation = ?1", [operation.0], |row| row.get(0))?;
    if packed.is_empty() {
        return Ok(true);
    }
    let mut inverse = Vec::new();
    invert_strm(&mut DeflateDecoder::new(packed.as_slice()), &mut inverse as &mut dyn Write)?;
    let refuse = |_: ConflictType, item: ChangesetItem| {
        let living = item.op().is_ok_and(|change| LIVING.contains(&change.table_name()));
        if living { ConflictAction::SQLITE_CHANGESET_OMIT } else { ConflictAction::SQLITE_CHANGESET_ABORT }
    };
    match connection.apply_strm(&mut inverse.as_slice(), None::<fn(&str) -> bool>, refuse) {
        Ok(()) => Ok(true),
        Err(cause) if cause.sqlite_error_code() == Some(ErrorCode::OperationAborted) => Ok(false),
        Err(cause) => Err(cause.into()),
    }
}
