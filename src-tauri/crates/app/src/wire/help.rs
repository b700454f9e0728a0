//! Answers of the help.

use serde::Serialize;
use ts_rs::TS;

/// A page of the help, as the answer to a search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HelpLine {
    /// What it is asked by: the name of a screen, or the code of a rule.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Whether it is the page of a rule.
    pub rule: bool,
    /// Where the words stand in it; nothing when they are in the title, or none were given.
    pub extract: Option<String>,
}
