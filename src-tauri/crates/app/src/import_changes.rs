//! What an import changes, field by field, on the command line.

use crate::protection::veil::Veil;
use crate::use_cases::import::changes::{cell, label, value};
use crate::words;
use guichet_model::{Identity, SheetKind, TypedRow};
use guichet_store::{FieldChange, Plan};
use serde_json::{Value, json};

/// One value that an import changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The file that says the new value.
    pub file: String,
    /// Its sheet.
    pub sheet: String,
    /// What the sheet is.
    pub kind: SheetKind,
    /// The cell of the new value (`D17`); the number of the row when there is none.
    pub cell: String,
    /// Whom the row names.
    pub who: String,
    /// The field in words, or the header of a column that is none.
    pub label: String,
    /// The value known before, in words; empty for none.
    pub old: String,
    /// The value from now on, in words; empty for none.
    pub new: String,
    change: FieldChange,
}

impl Changed {
    /// As one object of the outward contract.
    pub(crate) fn json(&self) -> Value {
        json!({
            "file": self.file, "kind": self.kind.as_str(), "sheet": self.sheet, "cell": self.cell, "field": self.change.field, "header": self.change.header,
            "old": self.change.old, "new": self.change.new,
        })
    }
}

/// Every value that a plan changes, in the order of files and rows.
pub(crate) fn changed(plan: &Plan, veil: Veil) -> Vec<Changed> {
    let rows = plan.rows().filter(|(_, decision, _)| !decision.changes.is_empty());
    let all = rows.filter_map(|(at, decision, sheet)| {
        let row = sheet.input.rows.get(at.row)?;
        Some(decision.changes.iter().map(|change| of_change(veil, change, row)))
    });
    all.flatten().collect()
}

fn of_change(veil: Veil, change: &FieldChange, row: &TypedRow) -> Changed {
    let language = veil.language();
    let source = &row.source;
    let cell = Some(cell(change, row)).filter(|cell| !cell.is_empty());
    Changed {
        file: source.sheet.file.clone(),
        sheet: source.sheet.name.clone(),
        kind: source.sheet.kind,
        cell: cell.unwrap_or_else(|| (source.row + 1).to_string()),
        who: words::argument(language, Some(Identity::from_row(row).label())),
        label: label(language, change),
        old: veil.cell(change.field, value(language, change, change.old.as_deref())),
        new: value(language, change, change.new.as_deref()),
        change: FieldChange { old: change.old.clone().map(|old| veil.cell(change.field, old)), ..change.clone() },
    }
}
