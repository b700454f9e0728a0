//! The manual of the rules.

use super::AuthorityLine;
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
    /// What it is about, in words.
    pub family: String,
    /// Files of which it speaks now.
    pub files: u32,
}

/// A page of the manual.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RulePage {
    /// The rule.
    pub rule: RuleLine,
    /// The page, block by block.
    pub blocks: Vec<PageBlock>,
    /// What it reads of the rulebook in force.
    pub parameters: Vec<RuleParameter>,
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

/// What the rulebook in force says under a key that a rule reads.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RuleParameter {
    /// The key.
    pub key: String,
    /// What the entry is called.
    pub name: String,
    /// What it says in words; nothing when no source gives it.
    pub said: Option<String>,
    /// The title of the layer that decides.
    pub layer: String,
    /// The words it rests on.
    pub authority: AuthorityLine,
}

/// The windows of the rulebook in force.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RulebookWindows {
    /// Its title.
    pub title: String,
    /// The instant judged, `yyyy-mm-ddThh:mm:ss`.
    pub as_of: String,
    /// The same in the language's form.
    pub as_of_label: String,
    /// The windows that decide, then those of other calendars.
    pub windows: Vec<WindowLine>,
}

/// A window.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WindowLine {
    /// Its key.
    pub key: String,
    /// Whom it is for.
    pub label: String,
    /// Whether it decides; otherwise it is quoted where it differs.
    pub decides: bool,
    /// Its spans, in order; none when the source gives no date.
    pub intervals: Vec<WindowInterval>,
    /// The words it rests on.
    pub authority: AuthorityLine,
}

/// A span of a window.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WindowInterval {
    /// First minute, `yyyy-mm-ddThh:mm:ss`; nothing when the source gives no opening.
    pub opens: Option<String>,
    /// Last minute.
    pub closes: String,
    /// The span in words.
    pub label: String,
    /// Where it lies against the instant judged.
    pub state: WindowState,
}

/// Where a span lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WindowState {
    /// It has closed.
    Past,
    /// It is open.
    Open,
    /// It opens later.
    Coming,
}

/// What two rulebooks say otherwise under one key.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EntryDifference {
    /// The key.
    pub key: String,
    /// What the entry is called.
    pub name: String,
    /// What the first says; nothing when it does not have the key.
    pub before: Option<CitedSaying>,
    /// What the second says.
    pub after: Option<CitedSaying>,
}

/// What a rulebook says, and where that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CitedSaying {
    /// What it says in words.
    pub said: String,
    /// The document.
    pub document: String,
}
