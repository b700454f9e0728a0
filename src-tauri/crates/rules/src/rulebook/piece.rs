use super::layer::Title;
use guichet_model::{
    Authority, ExemptionGround, Language, Level, Regime, Registration, RequestKind, Route, Scholarship, fold_words,
};
use std::sync::Arc;

/// What a required piece belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceOf {
    /// The registration itself.
    Registration,
    /// A request of this kind.
    Request(RequestKind),
}

/// For which years a piece is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceYears {
    /// One piece, whatever its year.
    Any,
    /// One deposited for the campaign's year: what was asked for another year does not count.
    Campaign,
    /// One for each past year declared.
    EachDeclared,
    /// One for the year at the requested level.
    Requested,
}

/// A document that a file must hold, for a population.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Stable key in its layer.
    pub key: String,
    /// What it belongs to.
    pub of: PieceOf,
    /// Levels; none means every one.
    pub levels: Vec<Level>,
    /// Regimes; none means every one.
    pub regimes: Vec<Regime>,
    /// Routes; none means every one.
    pub routes: Vec<Route>,
    /// Scholarships; none means every one.
    pub scholarships: Vec<Scholarship>,
    /// Grounds of exemption; none means every one.
    pub grounds: Vec<ExemptionGround>,
    /// For which years.
    pub years: PieceYears,
    /// What it is called.
    pub title: Title,
    /// The names by which a document is recognised, in folded words: they follow each other somewhere in its kind.
    pub names: Vec<String>,
    /// Names that count only when they are the whole kind, in folded words; a year beside them does no harm.
    pub exact: Vec<String>,
    /// Words that make a document another one, in folded words.
    pub unless: Vec<String>,
    /// Its citation.
    pub cite: Arc<Authority>,
}

impl Piece {
    /// Whether a document's kind, as written, names it.
    #[must_use]
    pub fn is_named(&self, kind: &str) -> bool {
        let folded = fold_words(kind);
        let spaced = format!(" {folded} ");
        let holds = |words: &String| spaced.contains(&format!(" {words} "));
        if self.unless.iter().any(holds) {
            return false;
        }
        let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
        let whole = folded.split(' ').filter(|word| !is_number(word)).collect::<Vec<_>>().join(" ");
        self.names.iter().any(holds) || self.exact.contains(&whole)
    }

    /// What it is called, in a language.
    #[must_use]
    pub fn title(&self, language: Language) -> &str {
        self.title.in_language(language)
    }

    /// Whether it is asked at a level.
    #[must_use]
    pub fn is_for_level(&self, level: Option<Level>) -> bool {
        self.levels.is_empty() || level.is_some_and(|level| self.levels.contains(&level))
    }

    /// Whether it is asked of a registration, by level, regime, route, scholarship and ground of exemption.
    #[must_use]
    pub fn is_for(&self, registration: &Registration) -> bool {
        fn among<T: PartialEq>(wanted: &[T], own: Option<&T>) -> bool {
            wanted.is_empty() || own.is_some_and(|own| wanted.contains(own))
        }
        self.is_for_level(registration.level)
            && among(&self.regimes, registration.regime.as_ref())
            && among(&self.routes, registration.route.as_ref())
            && among(&self.scholarships, registration.scholarship.as_ref())
            && among(&self.grounds, registration.exemption_ground.as_ref())
    }
}
