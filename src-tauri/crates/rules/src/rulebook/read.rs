use super::RulebookError;
use super::error::Fault;
use super::keys::shape_of;
use super::layer::{Entry, Layer, LayerRank, SourceDocument, Title};
use super::piece::{Piece, PieceOf, PieceYears};
use super::window::{Closure, Cohort, Extension, Interval, Limit, Window};
use guichet_model::{
    AcademicYear, Authority, CitationStatus, Coded, Instant, Level, Note, fold, fold_words, parse_instant,
};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;
use time::{Date, Time};
use toml::Spanned;

/// The file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLayer {
    id: String,
    title: Title,
    layer: LayerRank,
    over: Option<String>,
    edition: u32,
    academic_year: Option<AcademicYear>,
    #[serde(default)]
    documents: BTreeMap<String, SourceDocument>,
    #[serde(default)]
    value: Vec<RawValue>,
    #[serde(default)]
    window: Vec<RawWindow>,
    #[serde(default)]
    closure: Vec<RawClosure>,
    #[serde(default)]
    extension: Vec<RawExtension>,
    #[serde(default)]
    limit: Vec<RawLimit>,
    #[serde(default)]
    piece: Vec<RawPiece>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCite {
    document: String,
    heading: String,
    quote: String,
    status: CitationStatus,
    note: Option<Note>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawValue {
    key: Spanned<String>,
    value: Option<toml::Value>,
    #[serde(default)]
    unset: bool,
    cite: RawCite,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWindow {
    key: Spanned<String>,
    #[serde(default)]
    levels: Vec<String>,
    #[serde(default)]
    routes: Vec<String>,
    #[serde(default)]
    results: Vec<String>,
    accepted: Option<RawCohort>,
    #[serde(default)]
    intervals: Vec<RawInterval>,
    #[serde(default)]
    no_date: bool,
    #[serde(default = "decides")]
    decides: bool,
    cite: RawCite,
}

fn decides() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCohort {
    from: Option<String>,
    to: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInterval {
    opens: Option<String>,
    closes: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClosure {
    key: Spanned<String>,
    from: String,
    to: String,
    cite: RawCite,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExtension {
    key: Spanned<String>,
    levels: Vec<String>,
    closes: String,
    cite: RawCite,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLimit {
    key: Spanned<String>,
    levels: Vec<String>,
    most: u32,
    discipline: Option<String>,
    cite: RawCite,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPiece {
    key: Spanned<String>,
    of: String,
    #[serde(default)]
    levels: Vec<String>,
    #[serde(default)]
    regimes: Vec<String>,
    #[serde(default)]
    routes: Vec<String>,
    #[serde(default)]
    scholarships: Vec<String>,
    #[serde(default)]
    grounds: Vec<String>,
    years: Option<String>,
    title: Title,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    exact: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    cite: RawCite,
}

impl Layer {
    /// Reads one rulebook file.
    ///
    /// # Errors
    /// [`RulebookError::Form`] or [`RulebookError::Entry`], with the line and, where there is one, the key.
    pub fn parse(text: &str) -> Result<Self, RulebookError> {
        let raw: RawLayer = toml::from_str(text).map_err(|error| RulebookError::Form {
            line: error.span().map_or(1, |span| line_of(text, span.start)),
            detail: error.message().to_owned(),
        })?;
        Reader { text, id: &raw.id, documents: &raw.documents, seen: Vec::new() }.layer(&raw)
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.get(..at).map_or(1, |before| before.matches('\n').count() + 1)
}

/// What every entry of one file is read with.
struct Reader<'a> {
    text: &'a str,
    /// The layer's.
    id: &'a str,
    documents: &'a BTreeMap<String, SourceDocument>,
    seen: Vec<String>,
}

impl Reader<'_> {
    fn layer(mut self, raw: &RawLayer) -> Result<Layer, RulebookError> {
        let mut values = BTreeMap::new();
        for entry in &raw.value {
            let (key, read) = self.value(entry)?;
            values.insert(key, read);
        }
        Ok(Layer {
            id: raw.id.clone(),
            title: raw.title.clone(),
            rank: raw.layer,
            over: raw.over.clone(),
            edition: raw.edition,
            academic_year: raw.academic_year,
            values,
            windows: raw.window.iter().map(|entry| self.window(entry)).collect::<Result<_, _>>()?,
            closures: raw.closure.iter().map(|entry| self.closure(entry)).collect::<Result<_, _>>()?,
            extensions: raw.extension.iter().map(|entry| self.extension(entry)).collect::<Result<_, _>>()?,
            limits: raw.limit.iter().map(|entry| self.limit(entry)).collect::<Result<_, _>>()?,
            pieces: raw.piece.iter().map(|entry| self.piece(entry)).collect::<Result<_, _>>()?,
            sha256: Sha256::digest(self.text.as_bytes()).to_vec(),
        })
    }

    fn fault(&self, key: &Spanned<String>, fault: Fault) -> RulebookError {
        let line = line_of(self.text, key.span().start);
        RulebookError::Entry { line, key: key.get_ref().clone(), fault }
    }

    fn key(&mut self, key: &Spanned<String>) -> Result<String, RulebookError> {
        if self.seen.contains(key.get_ref()) {
            return Err(self.fault(key, Fault::Duplicate));
        }
        self.seen.push(key.get_ref().clone());
        Ok(key.get_ref().clone())
    }

    fn cite(&self, key: &Spanned<String>, raw: &RawCite) -> Result<Arc<Authority>, RulebookError> {
        let Some(document) = self.documents.get(&raw.document) else {
            return Err(self.fault(key, Fault::UnknownDocument(raw.document.clone())));
        };
        Ok(Arc::new(Authority {
            rulebook: self.id.to_owned(),
            key: key.get_ref().clone(),
            document: document.title.clone(),
            heading: raw.heading.clone(),
            quote: raw.quote.clone(),
            status: raw.status,
            note: raw.note.clone().or_else(|| document.note.clone()),
        }))
    }

    fn value(&mut self, raw: &RawValue) -> Result<(String, Entry), RulebookError> {
        let key = self.key(&raw.key)?;
        if raw.value.is_some() == raw.unset {
            return Err(self.fault(&raw.key, Fault::ValueOrUnset));
        }
        let wrong = raw.value.as_ref().zip(shape_of(&key)).filter(|(value, shape)| !shape.holds(value));
        if let Some((value, shape)) = wrong {
            return Err(self.fault(&raw.key, Fault::WrongShape(value.to_string(), shape)));
        }
        Ok((key, Entry { value: raw.value.clone(), cite: self.cite(&raw.key, &raw.cite)? }))
    }

    fn window(&mut self, raw: &RawWindow) -> Result<Window, RulebookError> {
        let intervals = self.intervals(&raw.key, &raw.intervals)?;
        if intervals.is_empty() != raw.no_date {
            return Err(self.fault(&raw.key, Fault::NoInterval));
        }
        let cohort = match &raw.accepted {
            None => None,
            Some(cohort) => Some(Cohort {
                from: cohort.from.as_ref().map(|from| self.date(&raw.key, from)).transpose()?,
                to: cohort.to.as_ref().map(|to| self.date(&raw.key, to)).transpose()?,
            }),
        };
        Ok(Window {
            key: self.key(&raw.key)?,
            levels: self.levels(&raw.key, &raw.levels)?,
            routes: self.coded(&raw.key, &raw.routes)?,
            results: self.coded(&raw.key, &raw.results)?,
            cohort,
            intervals,
            decides: raw.decides,
            cite: self.cite(&raw.key, &raw.cite)?,
        })
    }

    fn intervals(&self, key: &Spanned<String>, raw: &[RawInterval]) -> Result<Vec<Interval>, RulebookError> {
        let mut intervals: Vec<Interval> = Vec::new();
        for span in raw {
            let opens = span.opens.as_ref().map(|opens| self.opening(key, opens)).transpose()?;
            let closes = self.closing(key, &span.closes)?;
            if opens.is_some_and(|opens| closes < opens) {
                return Err(self.fault(key, Fault::ClosesBeforeOpening));
            }
            let follows = intervals.last().is_none_or(|last| opens.is_some_and(|opens| last.closes < opens));
            if !follows {
                return Err(self.fault(key, Fault::IntervalsOutOfOrder));
            }
            intervals.push(Interval { opens, closes });
        }
        Ok(intervals)
    }

    fn closure(&mut self, raw: &RawClosure) -> Result<Closure, RulebookError> {
        Ok(Closure {
            key: self.key(&raw.key)?,
            from: self.date(&raw.key, &raw.from)?,
            to: self.date(&raw.key, &raw.to)?,
            cite: self.cite(&raw.key, &raw.cite)?,
        })
    }

    fn extension(&mut self, raw: &RawExtension) -> Result<Extension, RulebookError> {
        Ok(Extension {
            key: self.key(&raw.key)?,
            levels: self.levels(&raw.key, &raw.levels)?,
            closes: self.closing(&raw.key, &raw.closes)?,
            cite: self.cite(&raw.key, &raw.cite)?,
        })
    }

    fn limit(&mut self, raw: &RawLimit) -> Result<Limit, RulebookError> {
        Ok(Limit {
            key: self.key(&raw.key)?,
            levels: self.levels(&raw.key, &raw.levels)?,
            most: raw.most,
            discipline: raw.discipline.as_deref().map(fold),
            cite: self.cite(&raw.key, &raw.cite)?,
        })
    }

    fn piece(&mut self, raw: &RawPiece) -> Result<Piece, RulebookError> {
        let of = match raw.of.as_str() {
            "registration" => PieceOf::Registration,
            kind => PieceOf::Request(self.coded(&raw.key, &[kind.to_owned()])?.remove(0)),
        };
        let years = match raw.years.as_deref() {
            None => PieceYears::Any,
            Some("campaign") => PieceYears::Campaign,
            Some("each_declared") => PieceYears::EachDeclared,
            Some("requested") => PieceYears::Requested,
            Some(other) => return Err(self.fault(&raw.key, Fault::NotAValue(other.to_owned()))),
        };
        let folded = |names: &[String]| names.iter().map(|name| fold_words(name)).collect::<Vec<_>>();
        let (names, exact, unless) = (folded(&raw.names), folded(&raw.exact), folded(&raw.unless));
        let mut every = names.iter().chain(&exact).chain(&unless);
        if names.is_empty() && exact.is_empty() || every.any(String::is_empty) {
            return Err(self.fault(&raw.key, Fault::NoName));
        }
        Ok(Piece {
            key: self.key(&raw.key)?,
            of,
            levels: self.levels(&raw.key, &raw.levels)?,
            regimes: self.coded(&raw.key, &raw.regimes)?,
            routes: self.coded(&raw.key, &raw.routes)?,
            scholarships: self.coded(&raw.key, &raw.scholarships)?,
            grounds: self.coded(&raw.key, &raw.grounds)?,
            years,
            title: raw.title.clone(),
            names,
            exact,
            unless,
            cite: self.cite(&raw.key, &raw.cite)?,
        })
    }

    fn levels(&self, key: &Spanned<String>, names: &[String]) -> Result<Vec<Level>, RulebookError> {
        let read =
            |name: &String| Level::from_name(name).ok_or_else(|| self.fault(key, Fault::NotALevel(name.clone())));
        names.iter().map(read).collect()
    }

    fn coded<T: Coded>(&self, key: &Spanned<String>, names: &[String]) -> Result<Vec<T>, RulebookError> {
        let read = |name: &String| T::from_name(name).ok_or_else(|| self.fault(key, Fault::NotAValue(name.clone())));
        names.iter().map(read).collect()
    }

    fn date(&self, key: &Spanned<String>, text: &str) -> Result<Date, RulebookError> {
        match parse_instant(text) {
            Some((instant, false)) => Ok(instant.date()),
            _ => Err(self.fault(key, Fault::NotAnInstant(text.to_owned()))),
        }
    }

    fn opening(&self, key: &Spanned<String>, text: &str) -> Result<Instant, RulebookError> {
        let read = parse_instant(text).ok_or_else(|| self.fault(key, Fault::NotAnInstant(text.to_owned())))?;
        Ok(read.0)
    }

    /// A date with no hour means the whole day: it closes at its last minute.
    fn closing(&self, key: &Spanned<String>, text: &str) -> Result<Instant, RulebookError> {
        let (instant, has_hour) =
            parse_instant(text).ok_or_else(|| self.fault(key, Fault::NotAnInstant(text.to_owned())))?;
        let last_minute = Time::from_hms(23, 59, 0).unwrap_or(Time::MIDNIGHT);
        Ok(if has_hour { instant } else { instant.replace_time(last_minute) })
    }
}
