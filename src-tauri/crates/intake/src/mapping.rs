//! What an office's own headers and values stand for: a small TOML file that can be shared.
//!
//! ```toml
//! [headers]
//! "Numéro apprenant" = "student_number"
//!
//! [values.regime]
//! "7" = "professionalisation"
//! ```

use guichet_model::{Field, FieldShape, Level, fold};
use serde::Deserialize;
use std::collections::BTreeMap;
use thiserror::Error;
use toml::Spanned;

/// Headers and values of one source, looked up before the known ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    headers: BTreeMap<String, Field>,
    values: BTreeMap<(Field, String), String>,
}

/// Why a mapping file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {detail}")]
pub struct MappingError {
    /// Line in the file, the first being 1.
    pub line: usize,
    /// What is not understood there.
    pub detail: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    headers: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    values: BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, String>>,
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// [`MappingError`] when it is not TOML of this shape, or names a field or value that does not exist.
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        let fault = |at: usize, detail: &str| MappingError {
            line: text.get(..at).map_or(1, |before| before.matches('\n').count() + 1),
            detail: detail.to_owned(),
        };
        let written: Written =
            toml::from_str(text).map_err(|error| fault(error.span().map_or(0, |span| span.start), error.message()))?;
        let mut mapping = Self::default();
        for (header, name) in written.headers {
            let field = Field::from_name(&name).ok_or_else(|| fault(header.span().start, &name))?;
            mapping.headers.insert(fold(header.get_ref()), field);
        }
        for (name, values) in written.values {
            let field = Field::from_name(name.get_ref()).ok_or_else(|| fault(name.span().start, name.get_ref()))?;
            for (raw, value) in values {
                if !is_value(field, &value) {
                    return Err(fault(raw.span().start, &value));
                }
                mapping.values.insert((field, fold(raw.get_ref())), value);
            }
        }
        Ok(mapping)
    }

    /// The field of a folded header.
    pub(crate) fn header(&self, folded: &str) -> Option<Field> {
        self.headers.get(folded).copied()
    }

    /// What a cell of a field's column stands for.
    pub(crate) fn value(&self, field: Field, text: &str) -> Option<&str> {
        if self.values.is_empty() {
            return None;
        }
        self.values.get(&(field, fold(text))).map(String::as_str)
    }
}

/// Whether a text is a value of a coded field or of a level.
fn is_value(field: Field, value: &str) -> bool {
    match field.shape() {
        FieldShape::Code => field.code(value).is_some(),
        FieldShape::Level => Level::parse(value).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Mapping;
    use guichet_model::Field;

    #[test]
    fn headers_and_values_are_looked_up_folded() {
        let text =
            "[headers]\n\"Numéro apprenant\" = \"student_number\"\n[values.regime]\n\"7\" = \"professionalisation\"\n";
        let mapping = Mapping::parse(text).expect("reads");
        assert_eq!(mapping.header("numeroapprenant"), Some(Field::StudentNumber));
        assert_eq!(mapping.value(Field::Regime, " 7 "), Some("professionalisation"));
        assert_eq!(mapping.value(Field::Exchange, "7"), None);
    }

    #[test]
    fn a_wrong_field_or_value_is_told_with_its_line() {
        let line = |text: &str| Mapping::parse(text).expect_err("refused").line;
        assert_eq!(line("[headers]\n\"A\" = \"student_number\"\n\"B\" = \"nothing\"\n"), 3);
        assert_eq!(line("[values.regime]\n\"7\" = \"continuing\"\n\"8\" = \"never\"\n"), 3);
        assert_eq!(line("[values.ine]\n\"7\" = \"x\"\n"), 2);
        assert_eq!(line("[headers\n"), 1);
    }
}
