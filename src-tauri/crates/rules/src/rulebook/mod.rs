//! Rulebooks: dated values with their citation, in TOML, laid over one another.
//!
//! A layer is one file. A rulebook is a pile of layers: a component's over an institution's over the national one. The
//! first layer that has a key decides, and evidence names it. What no layer sets is *not set*, and rules say so.

mod deadline;
mod draft;
mod error;
mod keys;
mod layer;
mod piece;
mod read;
mod says;
mod shipped;
mod told;
mod window;

pub(crate) use deadline::last_instant;
pub use draft::{Citation, Draft, EntryKind, Head};
pub use error::Fault;
pub use error::RulebookError;
pub use keys::{Shape, is_read, shape_of};
pub use layer::{Entry, Layer, LayerRank, SourceDocument, Title};
pub use piece::{Piece, PieceOf, PieceYears};
pub use shipped::SHIPPED;
pub use told::{Told, Written};
pub use window::{Closure, Cohort, Extension, Interval, Limit, Window};

use guichet_model::{AcademicYear, Instant, Language};
use sha2::{Digest, Sha256};
use time::Duration;

/// A pile of layers, the most particular first.
#[derive(Clone, Debug)]
pub struct Rulebook {
    layers: Vec<Layer>,
    sha256: String,
}

impl Rulebook {
    /// The shipped rulebook of this id, with the layers it lies on.
    ///
    /// # Errors
    /// [`RulebookError::Unknown`] when no shipped rulebook has this id.
    pub fn shipped(id: &str) -> Result<Self, RulebookError> {
        Self::find(id, &[])
    }

    /// The rulebook of this id among `extra` layers and the shipped ones, with the layers it lies on.
    ///
    /// # Errors
    /// [`RulebookError::Unknown`] when a layer is nowhere, [`RulebookError::Circle`] when layers lie on each other.
    pub fn find(id: &str, extra: &[Layer]) -> Result<Self, RulebookError> {
        let mut layers = Vec::new();
        let mut next = Some(id.to_owned());
        while let Some(id) = next {
            if layers.iter().any(|layer: &Layer| layer.id == id) {
                return Err(RulebookError::Circle { id });
            }
            let layer = match extra.iter().find(|layer| layer.id == id) {
                Some(layer) => layer.clone(),
                None => shipped::layer(&id)?,
            };
            next = layer.over.clone();
            layers.push(layer);
        }
        let mut hash = Sha256::new();
        for layer in &layers {
            hash.update(&layer.sha256);
        }
        let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { layers, sha256 })
    }

    /// The layers, the most particular first.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// The id of the most particular layer.
    #[must_use]
    pub fn id(&self) -> &str {
        self.layers.first().map_or("", |layer| &layer.id)
    }

    /// Its title.
    #[must_use]
    pub fn title(&self, language: Language) -> &str {
        self.layers.first().map_or("", |layer| layer.title.in_language(language))
    }

    /// The academic year it is for: the most particular layer's that says one.
    #[must_use]
    pub fn academic_year(&self) -> Option<AcademicYear> {
        self.layers.iter().find_map(|layer| layer.academic_year)
    }

    /// SHA-256 over the layers' bytes, in lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The entry of a key in the first layer that has it, with that layer and the layer's own copy of the key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<(&Layer, &str, &Entry)> {
        self.layers.iter().find_map(|layer| {
            let (key, entry) = layer.values.get_key_value(key)?;
            Some((layer, key.as_str(), entry))
        })
    }

    /// The words of the entries of these keys, each once: `document, heading: words`. A key that ends with a dot stands
    /// for every key that begins so.
    #[must_use]
    pub fn citations(&self, keys: &[&str]) -> Vec<String> {
        let wanted = |key: &str| keys.iter().any(|k| if k.ends_with('.') { key.starts_with(k) } else { *k == key });
        let mut citations: Vec<String> = Vec::new();
        for cite in self.layers.iter().flat_map(Layer::cites).filter(|(key, _)| wanted(key)).map(|(_, cite)| cite) {
            let text = format!("{}, {} : {}", cite.document, cite.heading, cite.quote);
            if !cite.quote.is_empty() && !citations.contains(&text) {
                citations.push(text);
            }
        }
        citations
    }

    /// Every window that decides, the most particular layer's first.
    pub fn windows(&self) -> impl Iterator<Item = (&Layer, &Window)> {
        self.every_window().filter(|(_, window)| window.decides)
    }

    /// The windows of calendars that do not decide, quoted where they differ from those that do.
    pub fn other_windows(&self) -> impl Iterator<Item = (&Layer, &Window)> {
        self.every_window().filter(|(_, window)| !window.decides)
    }

    fn every_window(&self) -> impl Iterator<Item = (&Layer, &Window)> {
        self.layers.iter().flat_map(|layer| layer.windows.iter().map(move |window| (layer, window)))
    }

    /// The documents that what a piece belongs to must hold. The most particular layer that lists any decides alone.
    pub fn pieces(&self, of: PieceOf) -> impl Iterator<Item = (&Layer, &Piece)> {
        let lists = move |layer: &&Layer| layer.pieces.iter().any(|piece| piece.of == of);
        let deciding = self.layers.iter().find(lists);
        deciding.into_iter().flat_map(move |layer| {
            layer.pieces.iter().filter(move |piece| piece.of == of).map(move |piece| (layer, piece))
        })
    }

    /// Every closure of the office.
    pub fn closures(&self) -> impl Iterator<Item = (&Layer, &Closure)> {
        self.layers.iter().flat_map(|layer| layer.closures.iter().map(move |closure| (layer, closure)))
    }

    /// Every extension of a last window under a condition that a file does not tell.
    pub fn extensions(&self) -> impl Iterator<Item = (&Layer, &Extension)> {
        self.layers.iter().flat_map(|layer| layer.extensions.iter().map(move |extension| (layer, extension)))
    }

    /// Whether a verdict may change between two instants: the day is another one (documents expire, countdowns run), a
    /// window opens or closes, or the notice before a close begins.
    #[must_use]
    pub fn changes_between(&self, before: Instant, after: Instant) -> bool {
        if before.date() != after.date() {
            return true;
        }
        let (before, after) = (before.min(after), before.max(after));
        let notice = self.entry("calendar.notice_days").and_then(|(_, _, entry)| entry.value.as_ref()?.as_integer());
        let notice = Duration::days(notice.unwrap_or(0));
        let passed = |instant: Instant| before < instant && instant <= after;
        // Both ends are inside a window, so what follows a close begins a minute later.
        let close_passed = |closes: Instant| passed(closes + Duration::MINUTE) || passed(closes - notice);
        let intervals = || self.windows().flat_map(|(_, window)| &window.intervals);
        intervals().any(|interval| interval.opens.is_some_and(passed) || close_passed(interval.closes))
            || self.extensions().any(|(_, extension)| close_passed(extension.closes))
    }

    /// Every limit on repeated registrations.
    pub fn limits(&self) -> impl Iterator<Item = (&Layer, &Limit)> {
        self.layers.iter().flat_map(|layer| layer.limits.iter().map(move |limit| (layer, limit)))
    }
}

#[cfg(test)]
mod tests;
