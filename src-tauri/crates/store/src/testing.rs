//! Fictitious sheets for this crate's tests, and a dump of what a workspace holds.

use crate::connection::MIGRATIONS;
use crate::{
    Choice, Choices, DataKey, Holder, NewWorkspace, OperationId, OperationKind, Plan, PlannedFile, PlannedSheet,
    RowPlace, StoreError, Workspace,
};
use guichet_model::{
    BY_HAND, Cents, Field, FieldShape, FieldValue, Instant, Level, Office, RegistrationId, SheetKind, SourceCell,
    SourceColumn, SourceSheet, TypedRow, parse_instant,
};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use time::macros::datetime;

pub(crate) const NOW: Instant = datetime!(2024-09-21 12:00);
pub(crate) const KEY: [u8; 32] = [7; 32];

pub(crate) fn holder() -> Holder {
    Holder { user: "Une Personne".into(), host: "poste-1".into() }
}

pub(crate) fn workspace(folder: &std::path::Path) -> Workspace {
    let new = NewWorkspace { name: "Essai".into(), demo: true, key: DataKey::new(KEY) };
    Workspace::create(folder, &new, &holder(), NOW).unwrap()
}

/// A sheet from its headers and lines; a header that is no field's name is an unknown column.
pub(crate) fn sheet(file: &str, kind: SheetKind, headers: &str, lines: &[&str]) -> PlannedFile {
    let columns: Vec<SourceColumn> = headers
        .split(';')
        .enumerate()
        .map(|(at, header)| SourceColumn {
            column: u16::try_from(at).unwrap(),
            header: header.to_owned(),
            field: Field::from_name(header),
        })
        .collect();
    let sha256 = crate::content::hash_texts([file, headers].into_iter().chain(lines.iter().copied()));
    let sheet = Arc::new(SourceSheet {
        file: file.to_owned(),
        sha256: sha256.clone(),
        name: "Feuille1".into(),
        kind,
        header_row: 0,
        columns,
    });
    let rows = lines.iter().enumerate().map(|(at, line)| row(&sheet, at, line)).collect();
    PlannedFile {
        name: file.to_owned(),
        sha256,
        sheets: vec![PlannedSheet { sheet, rows: Arc::new(rows), corrections: false }],
    }
}

/// A sheet as entered by hand.
pub(crate) fn by_hand(mut file: PlannedFile) -> PlannedFile {
    let sha256 = format!("{BY_HAND}{}", file.sha256);
    let entered = &mut file.sheets[0];
    let mut own = entered.sheet.as_ref().clone();
    own.sha256.clone_from(&sha256);
    entered.sheet = Arc::new(own);
    let mut rows = entered.rows.as_ref().clone();
    for row in &mut rows {
        let mut source = row.source.as_ref().clone();
        source.sheet = Arc::clone(&entered.sheet);
        row.source = Arc::new(source);
    }
    (entered.rows, file.sha256) = (Arc::new(rows), sha256);
    file
}

fn row(sheet: &Arc<SourceSheet>, at: usize, line: &str) -> TypedRow {
    let mut values = BTreeMap::new();
    let mut cells = Vec::new();
    for (column, raw) in sheet.columns.iter().zip(line.split(';')).filter(|(_, raw)| !raw.is_empty()) {
        cells.push(SourceCell { column: column.column, raw: raw.into() });
        if let Some((field, value)) = column.field.and_then(|field| Some((field, read(field, raw)?))) {
            values.insert(field, value);
        }
    }
    let row = u32::try_from(at + 1).unwrap();
    TypedRow::new(sheet, row, cells, values)
}

fn read(field: Field, raw: &str) -> Option<FieldValue> {
    match field.shape() {
        FieldShape::Text => Some(FieldValue::Text(raw.to_owned())),
        FieldShape::Date => parse_instant(raw).map(|(instant, _)| FieldValue::Date(instant.date())),
        FieldShape::Instant => parse_instant(raw).map(|(instant, has_hour)| {
            if has_hour { FieldValue::Instant(instant) } else { FieldValue::Date(instant.date()) }
        }),
        FieldShape::Amount => Cents::parse(raw).map(FieldValue::Amount),
        FieldShape::Flag => match raw {
            "oui" => Some(FieldValue::Flag(true)),
            "non" => Some(FieldValue::Flag(false)),
            _ => None,
        },
        FieldShape::Level => Level::parse(raw).map(FieldValue::Level),
        FieldShape::Year => raw.parse().ok().map(FieldValue::Year),
        FieldShape::Code => field.code(raw).map(FieldValue::Code),
    }
}

pub(crate) const ROSTER: &str = "student_number;ine;birth_name;given_name;birth_date;email;academic_year;level;programme_code;\
    programme;component;registered_at;scholarship;cvec_number;fee_paid;Remarque";

/// A small office: two registrations of one person, an unread code, a person no roster names, an ambiguous row, a
/// row about nobody.
pub(crate) fn office_files() -> Vec<PlannedFile> {
    vec![
        sheet(
            "demandes.csv",
            SheetKind::Requests,
            "student_number;request_kind;academic_year;request_level;requested_at;request_state",
            &[
                "101;dérogation;2024;L1;2024-09-01T10:00:05;accordée",
                "101;dérogation;2024;L1;2024-09-01T10:00:05;refusée",
            ],
        ),
        sheet(
            "attestations.csv",
            SheetKind::Certificates,
            "ine;birth_name;given_name;birth_date;cvec_number;cvec_year;cvec_issued_at;cvec_mode",
            &[
                "1409002949V;DUPRÉ;Zoé;2004-05-06;MAR4 GBZETK 87;2024;2024-07-02;paiement",
                ";INCONNU;Personne;2003-01-02;AIX4 ABCDEF 11;2024;2024-07-03;troc",
                ";;;;AIX4 ABCDEF 12;2024;;",
                "0AAAAA00018;;;;AIX4 ABCDEF 13;2024;;",
            ],
        ),
        sheet(
            "inscriptions.csv",
            SheetKind::Roster,
            ROSTER,
            &[
                "101;1409002949V;Dupré;Zoé;2004-05-06;zoe@exemple.fr;2024-2025;L1;PSY1;Licence Psychologie;ALLSH;2024-07-10T09:30;oui;MAR4 GBZETK 87;170,00;à revoir",
                "102;0AAAAA00018;ÉXEMPLE;Anne;2003-02-03;;2024;L2;HIS2;Licence Histoire;ALLSH;2024-07-11;non;;;",
                "101;1409002949V;Dupré;Zoé;2004-05-06;zoe@exemple.fr;2024-2025;L2;HIS2;Licence Histoire;ALLSH;2024-07-12;bourse mystère;;;",
                "103;0AAAAA00018;De La Tour;Éric;2002-03-04;;2024;M1;LEA1;Master LEA;Sciences;;O;;1 243,00 €;",
            ],
        ),
        sheet(
            "historique.csv",
            SheetKind::History,
            "student_number;academic_year;level;field;institution;registration_state;gap_year;proof",
            &["101;2023;L1;Lettres;AMU;validée;non;oui", "102;2022;;Histoire;;démission;oui;non"],
        ),
        sheet(
            "pieces.csv",
            SheetKind::Documents,
            "student_number;document_kind;document_state;document_reason;document_expiry",
            &["102;Carte d'identité;rejetée;floue;2025-01-31"],
        ),
        sheet("controles.csv", SheetKind::CvecStates, "cvec_number;control_state", &["MAR4 GBZETK 87;valide"]),
    ]
}

/// The rows of files, in order, and their kinds: what an office is assembled from in memory.
pub(crate) fn assemble(files: &[PlannedFile]) -> Office {
    let sheets = files.iter().flat_map(|file| &file.sheets);
    let rows: Vec<TypedRow> = sheets.clone().flat_map(|sheet| sheet.rows.iter().cloned()).collect();
    Office::assemble(&rows, sheets.map(|sheet| sheet.sheet.kind).collect()).0
}

/// A copy of a folder as it lies on the disk, as another process would find it.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// How many of something a test tries: some, or as many as the environment says.
pub(crate) fn how_many(variable: &str, usually: usize) -> usize {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(usually)
}

/// Plans without any choice.
pub(crate) fn plan(workspace: &Workspace, files: &[PlannedFile]) -> Plan {
    workspace.plan(files, &Choices::new(), &AtomicBool::new(false)).unwrap()
}

/// Applies to the end.
pub(crate) fn apply(workspace: &mut Workspace, plan: &Plan, label: &str) -> crate::Result<crate::Applied> {
    workspace.apply(plan, NOW, label, &mut |_, _| {}, &AtomicBool::new(false))
}

/// Plans and applies.
pub(crate) fn import(workspace: &mut Workspace, files: &[PlannedFile]) -> crate::Applied {
    let plan = plan(workspace, files);
    apply(workspace, &plan, "essai").unwrap()
}

/// Every fact, without the operations and places of reading.
pub(crate) fn facts_dump(workspace: &Workspace) -> String {
    let tables = ["person", "person_ine", "registration", "certificate", "past_registration", "request", "document"];
    let tables = tables.into_iter().chain(["control_result", "kept_row"]);
    tables.map(|table| table_dump(workspace, table)).collect::<Vec<_>>().join("\n")
}

/// Every line of a table.
pub(crate) fn table_dump(workspace: &Workspace, table: &str) -> String {
    let mut statement = workspace.connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1")).unwrap();
    let width = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut dump = format!("{table}\n");
    while let Some(row) = rows.next().unwrap() {
        let cells: Vec<String> = (0..width).map(|at| format!("{:?}", row.get_ref(at).unwrap())).collect();
        dump.push_str(&cells.join("|"));
        dump.push('\n');
    }
    dump
}

/// Each table's columns, in their order.
fn shape(connection: &Connection) -> Vec<(String, String)> {
    connection
        .prepare(
            "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'
             ORDER BY t.name, c.cid",
        )
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap()
}

/// Makes a workspace what the program would have made of the same files when it knew the first schemas only.
pub(crate) fn age(workspace: &Workspace, schema: usize) {
    let first = Connection::open_in_memory().unwrap();
    MIGRATIONS[..schema].iter().for_each(|migration| first.execute_batch(migration).unwrap());
    let (old, connection) = (shape(&first), &workspace.connection);
    connection.execute_batch(OLD_LEFT_OUT).unwrap();
    let tables: BTreeSet<String> = shape(connection).into_iter().map(|(table, _)| table).collect();
    for table in tables.iter().filter(|table| !old.iter().any(|(old, _)| old == *table)) {
        connection.execute_batch(&format!("DROP TABLE {table}")).unwrap();
    }
    for (table, column) in shape(connection).iter().filter(|column| !old.contains(column)) {
        connection.execute_batch(&format!("ALTER TABLE {table} DROP COLUMN {column}")).unwrap();
    }
    let now = shape(connection);
    for (table, column) in old.iter().filter(|column| !now.contains(column)) {
        let text = "TEXT NOT NULL DEFAULT ''";
        connection.execute_batch(&format!("ALTER TABLE {table} ADD COLUMN {column} {text}")).unwrap();
    }
    assert_eq!(shape(connection), old);
    connection.pragma_update(None, "user_version", i64::try_from(schema).unwrap()).unwrap();
}

/// Rows left out, as they were kept before operations could be undone.
const OLD_LEFT_OUT: &str = "
    CREATE TABLE old (content BLOB NOT NULL PRIMARY KEY, operation INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT OR REPLACE INTO old SELECT content, operation FROM left_out WHERE content <> x'' ORDER BY operation;
    DROP TABLE left_out;
    ALTER TABLE old RENAME TO left_out;";

/// Enters a row about a file's person, unless the same is entered already.
pub(crate) fn enter(
    store: &mut Workspace,
    file: RegistrationId,
    kind: SheetKind,
    headers: &str,
    said: &[&str],
) -> Option<OperationId> {
    let office = store.office().unwrap();
    let person = office.person(office.registration(file).unwrap().person).unwrap();
    let identity = [&person.identity.student_number, &person.identity.birth_name];
    let named = identity.map(|text| text.as_deref().unwrap_or_default());
    let line = [&named[..], said].concat().join(";");
    let choices = Choices::from([(RowPlace { file: 0, sheet: 0, row: 0 }, Choice::Person(person.id))]);
    let files = [by_hand(sheet("Saisie au guichet", kind, headers, &[&line]))];
    let plan = store.plan(&files, &choices, &AtomicBool::new(false)).unwrap();
    let what = if kind == SheetKind::Requests { OperationKind::Derogation } else { OperationKind::Document };
    match store.enter_by_hand(what, &plan, "1", NOW) {
        Ok(entered) => Some(entered.operation),
        Err(StoreError::DecisionRefused { .. }) => None,
        Err(other) => panic!("{other:?}"),
    }
}

/// Takes away the first thing entered by hand, if anything.
pub(crate) fn withdraw(store: &mut Workspace, documents: bool) -> Option<OperationId> {
    let office = store.office().unwrap();
    let rows = office.documents.iter().map(|document| &document.source).filter(|_| documents);
    let mut rows = rows.chain(office.requests.iter().map(|request| &request.source).filter(|_| !documents));
    let entered = rows.find(|source| source.sheet.is_by_hand())?;
    Some(store.withdraw(&entered.sheet.sha256, entered.row, NOW).unwrap())
}
