use super::piece::Piece;
use super::window::{Closure, Extension, Limit, Window};
use guichet_model::{AcademicYear, Authority, Language, Note};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How particular a layer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LayerRank {
    /// For the whole country.
    National,
    /// For one institution.
    Institution,
    /// For one component of an institution.
    Component,
}

/// A title in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

impl Title {
    /// The title in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Fr => &self.fr,
            Language::En => &self.en,
        }
    }
}

/// A document that a layer cites.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceDocument {
    /// Its title, as shown beside a quotation.
    pub title: String,
    /// What a reader should know of it.
    pub note: Option<Note>,
}

/// One value of a layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The value; nothing when the layer says that no source gives it.
    pub value: Option<toml::Value>,
    /// Its citation.
    pub cite: Arc<Authority>,
}

/// One file of a rulebook.
#[derive(Clone, Debug)]
pub struct Layer {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: Title,
    /// How particular.
    pub rank: LayerRank,
    /// The layer it lies on.
    pub over: Option<String>,
    /// Edition; a published edition never changes.
    pub edition: u32,
    /// The academic year it is for, if for one.
    pub academic_year: Option<AcademicYear>,
    /// Values by key.
    pub values: BTreeMap<String, Entry>,
    /// Registration windows.
    pub windows: Vec<Window>,
    /// Closures of the office.
    pub closures: Vec<Closure>,
    /// Extensions under a condition.
    pub extensions: Vec<Extension>,
    /// Limits on repeated registrations.
    pub limits: Vec<Limit>,
    /// Documents that a file must hold.
    pub pieces: Vec<Piece>,
    /// SHA-256 of the file's bytes.
    pub sha256: Vec<u8>,
}

impl Layer {
    /// Every entry's key and citation.
    pub fn cites(&self) -> impl Iterator<Item = (&str, &Arc<Authority>)> {
        let values = self.values.iter().map(|(key, entry)| (key.as_str(), &entry.cite));
        let windows = self.windows.iter().map(|entry| (entry.key.as_str(), &entry.cite));
        let closures = self.closures.iter().map(|entry| (entry.key.as_str(), &entry.cite));
        let extensions = self.extensions.iter().map(|entry| (entry.key.as_str(), &entry.cite));
        let limits = self.limits.iter().map(|entry| (entry.key.as_str(), &entry.cite));
        let pieces = self.pieces.iter().map(|entry| (entry.key.as_str(), &entry.cite));
        values.chain(windows).chain(closures).chain(extensions).chain(limits).chain(pieces)
    }
}
