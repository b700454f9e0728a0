//! What the values of arguments stand for; a wrong one is refused with those that are known.

use guichet_app::Role;
use guichet_model::{Coded, DocumentState, Level, SheetKind, WaiverReason, parse_instant};
use time::Date;

pub(crate) fn rule_code(text: &str) -> Result<&'static str, String> {
    guichet_rules::rule(text).map(|rule| rule.code).ok_or_else(|| "guichet-cli rules".to_owned())
}

pub(crate) fn waiver_reason(text: &str) -> Result<WaiverReason, String> {
    let named = |reason: &WaiverReason| reason.as_str().replace('_', "-");
    let names: Vec<String> = WaiverReason::ALL.iter().map(named).collect();
    WaiverReason::ALL.iter().copied().find(|reason| named(reason) == text).ok_or_else(|| names.join(", "))
}

pub(crate) fn document_state(text: &str) -> Result<DocumentState, String> {
    let named = |state: &DocumentState| state.as_str().replace('_', "-");
    let names: Vec<String> = DocumentState::ALL.iter().map(named).collect();
    DocumentState::ALL.iter().copied().find(|state| named(state) == text).ok_or_else(|| names.join(", "))
}

pub(crate) fn level(text: &str) -> Result<Level, String> {
    let names: Vec<&str> = Level::ALL.iter().map(|level| level.as_str()).collect();
    Level::from_name(text).ok_or_else(|| names.join(", "))
}

pub(crate) fn day(text: &str) -> Result<Date, String> {
    let read = parse_instant(text).filter(|(_, has_hour)| !has_hour);
    read.map(|(instant, _)| instant.date()).ok_or_else(|| "yyyy-mm-dd".to_owned())
}

pub(crate) fn sheet_kind(text: &str) -> Result<SheetKind, String> {
    let names: Vec<&str> = SheetKind::ALL.iter().map(|kind| kind.as_str()).collect();
    SheetKind::from_name(text).ok_or_else(|| names.join(", "))
}

pub(crate) fn role(text: &str) -> Result<Role, String> {
    Role::from_name(text).ok_or_else(|| Role::ALL.map(Role::as_str).join(", "))
}
