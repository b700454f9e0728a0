//! The manual of the rules.

use guichet_model::Severity;
use serde::Serialize;
use ts_rs::TS;

/// A rule in the manual's list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RuleLine {
    /// Code.
    pub code: String,
    /// Slug.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Usual weight.
    #[ts(type = "\"error\" | \"warning\" | \"info\"")]
    pub severity: Severity,
}

/// A page of the manual.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RulePage {
    /// The rule.
    pub rule: RuleLine,
    /// The page, block by block.
    pub blocks: Vec<PageBlock>,
}

/// A block of a manual's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum PageBlock {
    /// A heading of level 1 to 3.
    Heading {
        /// Level.
        level: u8,
        /// Text.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Text.
        text: String,
    },
    /// Words of a source.
    Quote {
        /// Text.
        text: String,
    },
    /// A list.
    List {
        /// Items.
        items: Vec<String>,
    },
    /// A table.
    Table {
        /// Header and rows; the first row is the header.
        rows: Vec<Vec<String>>,
    },
}
