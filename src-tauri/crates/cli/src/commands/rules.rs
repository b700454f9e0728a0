use crate::arguments::Rules;
use crate::output::{deliver, say};
use crate::{BAD_INPUT, NOTHING_BLOCKS};
use guichet_app::AppError;
use guichet_model::{Language, Message};
use guichet_rules::RULES;
use std::fmt::Write;

/// `rules`: the manual's list, or one page.
pub(crate) fn run(arguments: &Rules) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let Some(code) = &arguments.code else {
        deliver(None, list(language).as_bytes())?;
        return Ok(NOTHING_BLOCKS);
    };
    match guichet_rules::rule(&code.to_uppercase()) {
        Some(rule) => {
            deliver(None, rule.help.in_language(language).as_bytes())?;
            Ok(NOTHING_BLOCKS)
        }
        None => {
            crate::output::tell(&say(language, &Message::new("cli-no-such-rule").with("code", code.as_str())));
            Ok(BAD_INPUT)
        }
    }
}

fn list(language: Language) -> String {
    let mut text = String::new();
    for rule in RULES {
        let title = say(language, &Message::new(format!("{}-title", rule.code)));
        let severity = if rule.undecided_by_nature {
            "outcome-cannot-tell".to_owned()
        } else {
            format!("severity-{}", rule.severity.as_str())
        };
        let severity = say(language, &Message::new(severity));
        let _ = writeln!(text, "{}  {:<32}  {severity:<12}  {title}", rule.code, rule.slug);
    }
    text
}
