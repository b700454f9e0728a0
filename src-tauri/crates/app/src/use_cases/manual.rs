//! The manual of the rules, with what the rulebook in force says to each.

use super::Nothing;
use crate::app::App;
use crate::failure::AppError;
use crate::page::blocks;
use crate::rulebook_words::{entries, names};
use crate::wire::{RuleLine, RulePage, RuleParameter};
use crate::words;
use guichet_model::Language;
use guichet_rules::{RULES, Rule};
use serde::Deserialize;

/// Every rule, with how many files it speaks of.
pub(crate) fn rules(app: &App, _: Nothing) -> Result<Vec<RuleLine>, AppError> {
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    desk.keep_up()?;
    let counts = desk.workspace.rule_counts()?;
    Ok(RULES.iter().map(|rule| line(language, rule, &counts)).collect())
}

fn line(language: Language, rule: &Rule, counts: &[(String, usize)]) -> RuleLine {
    let count = counts.iter().find(|(code, _)| code == rule.code).map_or(0, |(_, count)| *count);
    RuleLine {
        code: rule.code.to_owned(),
        slug: rule.slug.to_owned(),
        title: words::title(language, rule.code),
        severity: rule.severity,
        family: words::word(language, &format!("app-family-{}", rule.family.as_str())),
        files: words::whole(count),
    }
}

#[derive(Deserialize)]
pub(crate) struct PageArguments {
    code: String,
}

/// A rule's page.
pub(crate) fn page(app: &App, args: PageArguments) -> Result<RulePage, AppError> {
    let mut state = app.state();
    let language = state.language();
    let rule = guichet_rules::rule(&args.code).ok_or(AppError::Gone("rule"))?;
    let desk = state.desk()?;
    let parameters = entries(&desk.seen.rulebook, language, |key| names(rule.keys, key));
    Ok(RulePage {
        rule: line(language, rule, &desk.workspace.rule_counts()?),
        blocks: blocks(rule.help.in_language(language)),
        parameters: parameters
            .into_iter()
            .map(|entry| RuleParameter {
                key: entry.key.to_owned(),
                name: entry.name,
                said: entry.said,
                layer: entry.layer.title.in_language(language).to_owned(),
                authority: words::authority(language, entry.cite),
            })
            .collect(),
    })
}
