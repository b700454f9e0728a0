use guichet_model::{Authority, Instant, Level, PreviousResult, Route};
use std::sync::Arc;
use time::Date;

/// A span in which one may register; both ends are inside it, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// First minute; nothing when the source gives no opening.
    pub opens: Option<Instant>,
    /// Last minute.
    pub closes: Instant,
}

impl Interval {
    /// Whether a minute lies inside.
    #[must_use]
    pub fn holds(&self, minute: Instant) -> bool {
        self.opens.is_none_or(|opens| opens <= minute) && minute <= self.closes
    }
}

/// Who accepted an offer between two days, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// First day; nothing when the cohort has no beginning.
    pub from: Option<Date>,
    /// Last day; nothing when the cohort has no end.
    pub to: Option<Date>,
}

impl Cohort {
    /// Whether a day of acceptance is in the cohort.
    #[must_use]
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// When a population may register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Stable key in its layer.
    pub key: String,
    /// Levels; none means that it serves a level and a route without a window of their own.
    pub levels: Vec<Level>,
    /// Routes; none means every one.
    pub routes: Vec<Route>,
    /// Results of the year before; none means every one.
    pub results: Vec<PreviousResult>,
    /// The days of acceptance it is for.
    pub cohort: Option<Cohort>,
    /// The spans, in order. None when the source names the cohort and gives no date.
    pub intervals: Vec<Interval>,
    /// Whether it decides. One that does not is another calendar of the same source, quoted where it differs.
    pub decides: bool,
    /// Its citation.
    pub cite: Arc<Authority>,
}

/// Days on which the office is closed, both included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// Stable key in its layer.
    pub key: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Its citation.
    pub cite: Arc<Authority>,
}

/// A later close for those who meet a condition that a file does not tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Stable key in its layer.
    pub key: String,
    /// Levels.
    pub levels: Vec<Level>,
    /// Last minute.
    pub closes: Instant,
    /// Its citation.
    pub cite: Arc<Authority>,
}

/// A limit on the registrations held in a set of levels, the requested one included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Stable key in its layer.
    pub key: String,
    /// The levels counted together.
    pub levels: Vec<Level>,
    /// How many registrations need no derogation.
    pub most: u32,
    /// The field of the requested registration it is restricted to, folded.
    pub discipline: Option<String>,
    /// Its citation.
    pub cite: Arc<Authority>,
}

impl Limit {
    /// The levels as one writes them: `L1+L2`.
    #[must_use]
    pub fn levels_text(&self) -> String {
        self.levels.iter().map(|level| level.as_str()).collect::<Vec<_>>().join("+")
    }
}
