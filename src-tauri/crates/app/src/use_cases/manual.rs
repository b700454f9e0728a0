//! The manual of the rules.

use super::Nothing;
use crate::app::App;
use crate::failure::AppError;
use crate::page::blocks;
use crate::wire::{RuleLine, RulePage};
use crate::words;
use guichet_rules::RULES;
use serde::Deserialize;

/// Every rule.
pub(crate) fn rules(app: &App, _: Nothing) -> Result<Vec<RuleLine>, AppError> {
    let language = app.state().language();
    Ok(RULES.iter().map(|rule| words::rule_line(language, rule)).collect())
}

#[derive(Deserialize)]
pub(crate) struct PageArguments {
    code: String,
}

/// A rule's page.
pub(crate) fn page(app: &App, args: PageArguments) -> Result<RulePage, AppError> {
    let language = app.state().language();
    let rule = guichet_rules::rule(&args.code).ok_or(AppError::Gone("rule"))?;
    Ok(RulePage { rule: words::rule_line(language, rule), blocks: blocks(rule.help.in_language(language)) })
}
