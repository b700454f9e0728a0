//! Which rows are one request.
//!
//! A request for several units may fill several rows: rows of the same year, level and received day are one request as
//! soon as one of them names units. Rows of one sheet that name no unit are each a request of their own.

use guichet_model::{AcademicYear, Level, Request};
use std::collections::BTreeMap;
use std::sync::Arc;
use time::Date;

/// One request, with its rows.
pub(crate) struct Grouped<'a> {
    /// The level it is for.
    pub(crate) level: Option<Level>,
    /// The day it was received.
    pub(crate) day: Option<Date>,
    /// Whether one of its rows names units.
    pub(crate) names_units: bool,
    /// Its rows.
    pub(crate) rows: Vec<&'a Request>,
}

/// Groups rows of one kind into requests, by year, level and day. A row without a year or without a level stands for the
/// given ones.
pub(crate) fn requests<'a>(
    rows: impl IntoIterator<Item = &'a Request>,
    year: Option<AcademicYear>,
    level: Option<Level>,
) -> Vec<Grouped<'a>> {
    let mut groups: BTreeMap<_, Vec<&'a Request>> = BTreeMap::new();
    for row in rows {
        let day = row.requested_at.map(|at| at.date());
        groups.entry((row.academic_year.or(year), row.level.or(level), day)).or_default().push(row);
    }
    let mut grouped = Vec::new();
    for ((_, level, day), rows) in groups {
        let names_units = rows.iter().any(|row| !row.unit_names().is_empty());
        if names_units || are_of_different_sheets(&rows) {
            grouped.push(Grouped { level, day, names_units, rows });
        } else {
            grouped.extend(rows.into_iter().map(|row| Grouped { level, day, names_units, rows: vec![row] }));
        }
    }
    grouped
}

/// Whether no two rows stand in the same sheet: several sheets may tell of one request.
fn are_of_different_sheets(rows: &[&Request]) -> bool {
    let alike = |a: &Request, b: &Request| Arc::ptr_eq(&a.source.sheet, &b.source.sheet);
    rows.iter().enumerate().all(|(at, row)| !rows[..at].iter().any(|earlier| alike(earlier, row)))
}
