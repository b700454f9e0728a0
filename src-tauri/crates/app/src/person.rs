//! Everything that is held on one person, as JSON or as a workbook: for whoever asks what is known of them.

use crate::access::Access;
use crate::clock::now_in_paris;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::history;
use crate::words;
use guichet_model::{Catalogue, FileState, Finding, Instant, Language, Message, PersonId, Registration, instant_text};
use guichet_report::{Held, write_held};
use guichet_rules::evaluate_file;
use guichet_store::{HeldOnPerson, HeldRecord, HeldRow, Role};
use serde_json::{Map, Value, json};

/// The least role that is shown everything: grounds of exemption are among it.
const LEAST: Role = Role::Check;

/// Everything held on one person, with what the rules say of their files.
pub struct PersonHeld {
    at: Instant,
    held: HeldOnPerson,
    files: Vec<(Registration, FileState, Vec<Finding>)>,
}

/// Everything held on the person with this student number or Ine.
///
/// # Errors
/// [`AppError::NoSuchPerson`], [`AppError::SeveralPersons`], [`AppError::Store`], [`AppError::NotAllowed`].
pub fn held_on(workspace: &Access, identifier: &str) -> Result<PersonHeld, AppError> {
    let desk = workspace.look(LEAST)?;
    let known = desk.workspace.persons_known_as(identifier)?;
    match known.as_slice() {
        [] => Err(AppError::NoSuchPerson(identifier.to_owned())),
        [person] => PersonHeld::of(&desk, *person),
        several => Err(AppError::SeveralPersons { identifier: identifier.to_owned(), count: several.len() }),
    }
}

impl PersonHeld {
    /// Everything held on a person of an open workspace.
    pub(crate) fn of(desk: &Desk, person: PersonId) -> Result<Self, AppError> {
        let held = desk.workspace.held_on(person)?.ok_or(AppError::Gone("person"))?;
        let judged = |file: &Registration| {
            let verdict = evaluate_file(&desk.seen.office, &desk.seen.rulebook, desk.seen.as_of, file);
            (file.clone(), verdict.state, verdict.findings)
        };
        let files = desk.seen.office.registrations_of(person).map(judged).collect();
        Ok(Self { at: now_in_paris(), held, files })
    }

    /// The JSON of `export-person`: an outward contract, changed only by adding.
    #[must_use]
    pub fn json(&self, language: Language) -> Value {
        let mut records: Map<String, Value> = Map::new();
        for record in &self.held.records {
            let values: Map<String, Value> =
                record.values.iter().map(|(column, text)| (column.clone(), json!(text))).collect();
            let list = records.entry(record.table).or_insert_with(|| json!([]));
            if let Some(list) = list.as_array_mut() {
                list.push(Value::Object(values));
            }
        }
        let former: Vec<Value> = self.held.former.iter().map(|former| json!({
            "operation": former.operation.0, "table": former.table, "column": former.column, "value": former.value,
        })).collect();
        let journal: Vec<Value> = self
            .held
            .journal
            .iter()
            .map(|entry| {
                json!({
                    "operation": entry.operation.0, "at": entry.at, "who": entry.who, "kind": entry.kind.as_str(),
                    "label": entry.label, "seal": entry.seal,
                })
            })
            .collect();
        json!({
            "at": instant_text(self.at), "records": records,
            "findings": self.files.iter().map(|file| file_json(language, file)).collect::<Vec<_>>(),
            "rows": self.held.rows.iter().map(row_json).collect::<Vec<_>>(),
            "former": former, "journal": journal,
        })
    }

    /// The same as the bytes of an xlsx workbook.
    ///
    /// # Errors
    /// [`AppError::Report`] when the system refuses the temporary files it needs.
    pub fn workbook(&self, language: Language) -> Result<Vec<u8>, AppError> {
        let held = &self.held;
        let facts = held.records.iter().filter(|record| record.table != "finding");
        let former = held.former.iter().map(|former| {
            let (about, field) =
                (table_word(language, &former.table), column_word(language, &former.table, &former.column));
            [former.operation.0.to_string(), about, field, former.value.clone()]
        });
        let journal = held.journal.iter().map(|entry| {
            [
                entry.operation.0.to_string(),
                entry.at.replace('T', " "),
                entry.who.clone(),
                words::say(language, &history::told(entry)),
            ]
        });
        let workbook = Held {
            at: self.at,
            application_version: env!("CARGO_PKG_VERSION"),
            facts: facts.flat_map(|record| fact_lines(language, record)).collect(),
            findings: self.files.iter().flat_map(|file| finding_lines(language, file)).collect(),
            rows: held.rows.iter().flat_map(row_lines).collect(),
            former: former.collect(),
            journal: journal.collect(),
        };
        Ok(write_held(&workbook, language)?)
    }
}

type Judged = (Registration, FileState, Vec<Finding>);

fn file_json(language: Language, (file, state, findings): &Judged) -> Value {
    let found = findings.iter().map(|finding| {
        json!({
            "code": finding.code, "severity": finding.severity.as_str(), "outcome": finding.outcome.as_str(),
            "message": words::say(language, &finding.message), "why": words::say(language, &finding.why),
            "remedy": words::say(language, &finding.remedy),
        })
    });
    json!({
        "academic_year": file.academic_year.map(|year| year.start()),
        "level": file.level.map(guichet_model::Level::as_str), "programme_code": file.programme_code,
        "state": state.as_str(), "findings": found.collect::<Vec<_>>(),
    })
}

fn row_json(row: &HeldRow) -> Value {
    let cells = row.cells.iter().map(|cell| {
        json!({
            "cell": cell.address, "header": cell.header, "field": cell.field.map(guichet_model::Field::as_str),
            "raw": cell.raw, "value": cell.value,
        })
    });
    json!({
        "file": row.file, "sha256": row.sha256, "sheet": row.sheet, "kind": row.kind.as_str(),
        "row": u64::from(row.row) + 1, "used": row.used, "cells": cells.collect::<Vec<_>>(),
    })
}

fn fact_lines(language: Language, record: &HeldRecord) -> Vec<[String; 3]> {
    let line = |(column, text): &(String, String)| {
        let key = word_key(record.table, column);
        [table_word(language, record.table), words::word(language, &key), value_word(language, &key, text)]
    };
    record.values.iter().map(line).collect()
}

fn finding_lines(language: Language, (file, state, findings): &Judged) -> Vec<[String; 6]> {
    let named: Vec<String> = [
        file.academic_year.map(|year| year.to_string()),
        file.level.map(|level| level.to_string()),
        file.programme_code.clone(),
    ]
    .into_iter()
    .flatten()
    .collect();
    let state = words::word(language, &format!("state-{}", state.as_str()));
    let line = |finding: &Finding| {
        let say = |message: &Message| words::say(language, message);
        let (message, why, remedy) = (say(&finding.message), say(&finding.why), say(&finding.remedy));
        [named.join(" · "), state.clone(), finding.code.clone(), message, why, remedy]
    };
    findings.iter().map(line).collect()
}

fn row_lines(row: &HeldRow) -> Vec<[String; 6]> {
    let line = |cell: &guichet_store::HeldCell| {
        let read = cell.value.clone().unwrap_or_default();
        [row.file.clone(), row.sheet.clone(), cell.address.clone(), cell.header.clone(), cell.raw.clone(), read]
    };
    row.cells.iter().map(line).collect()
}

fn table_word(language: Language, table: &str) -> String {
    words::word(language, &format!("held-table-{}", table.replace('_', "-")))
}

fn column_word(language: Language, table: &str, column: &str) -> String {
    words::word(language, &word_key(table, column))
}

/// The key of the words for a column: mostly those of the field it holds.
fn word_key(table: &str, column: &str) -> String {
    let prefix = match (table, column) {
        (_, "registered_day_only" | "requested_day_only") => return "held-day-only".to_owned(),
        (_, "cells") => return "held-cells".to_owned(),
        (_, "main") => return "field-main-registration".to_owned(),
        (_, "discipline") => return "field-field".to_owned(),
        (_, "fee_settled") => return "field-fee-paid".to_owned(),
        (_, "capacity") => return "field-units-capacity".to_owned(),
        ("past_registration", "result") => return "field-previous-result".to_owned(),
        ("control_result", "at") => return "field-controlled-at".to_owned(),
        ("waiver", "reason") => return "field-waiver-reason".to_owned(),
        ("file_state", "complete") => return "app-file-complete".to_owned(),
        ("waiver" | "note", _) => "held-decision",
        ("file_state", "state") => return "report-column-state".to_owned(),
        ("source_file" | "source_sheet" | "source_row" | "finding", _) => "held-source",
        ("certificate" | "control_result", "number") | ("certificate", "year" | "issued_at" | "mode") => "field-cvec",
        ("registration" | "past_registration", "state") => "field-registration",
        ("control_result", "state") => "field-control",
        ("request", "kind" | "level" | "channel" | "state") => "field-request",
        ("document", "kind" | "state" | "reason" | "expiry") => "field-document",
        _ => "field",
    };
    format!("{prefix}-{}", column.replace('_', "-"))
}

/// A canonical value in words when the catalogue has some, else as it is.
fn value_word(language: Language, key: &str, value: &str) -> String {
    let list = key.trim_start_matches("field-");
    let code = match key {
        "report-column-state" => format!("state-{value}"),
        _ => format!("code-{list}-{}", value.replace('_', "-")),
    };
    if Catalogue::shared().has(&code) { words::word(language, &code) } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{table_word, word_key};
    use guichet_model::{Catalogue, Language};

    #[test]
    fn every_column_held_has_its_words() {
        let migrations = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../store/migrations");
        let mut sql: Vec<_> = std::fs::read_dir(migrations).unwrap().map(|entry| entry.unwrap().path()).collect();
        sql.sort();
        let sql: String = sql.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
        let tables = [
            "person",
            "person_ine",
            "registration",
            "certificate",
            "past_registration",
            "request",
            "document",
            "control_result",
            "file_state",
            "waiver",
            "note",
        ];
        let plumbing = ["id", "person", "source_row", "operation", "registration", "name_key", "search", "UNIQUE"];
        for table in tables {
            let body = sql.split(&format!("CREATE TABLE {table} (\n")).nth(1).unwrap().split("\n)").next().unwrap();
            let altered = sql.lines().filter_map(|line| line.strip_prefix(&format!("ALTER TABLE {table} ADD COLUMN ")));
            let columns: Vec<&str> =
                body.lines().chain(altered).filter_map(|line| line.trim().split([' ', '(']).next()).collect();
            assert!(columns.len() > 1, "{table}");
            for column in columns.into_iter().filter(|column| !plumbing.contains(column)) {
                assert!(
                    Catalogue::shared().has(&word_key(table, column)),
                    "{table}.{column}: {}",
                    word_key(table, column)
                );
            }
            assert!(!table_word(Language::Fr, table).starts_with("held-"), "{table}");
        }
    }
}
