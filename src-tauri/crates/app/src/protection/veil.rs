//! Grounds of exemption that say where somebody fled from are shown to those who check exemptions, and to nobody else.

use crate::desk::Desk;
use crate::words;
use guichet_model::{Arg, Coded, Evidence, ExemptionGround, Field, Finding, Language, Message, fold_words};
use guichet_store::Role;
use std::borrow::Cow;
use std::sync::Arc;

/// The least role that sees them.
const LEAST: Role = Role::Check;
/// The list of words of the grounds in the catalogue.
const GROUND: &str = "code-exemption-ground-";
const RESERVED: &str = "code-exemption-ground-reserved";

/// Words that give such a ground away wherever they stand, as folding writes them.
const GIVE_AWAY: [&str; 10] = [
    "refugie",
    "refugee",
    "asile",
    "asylum",
    "ofpra",
    "apatride",
    "protection subsidiaire",
    "subsidiary protection",
    "protection temporaire",
    "temporary protection",
];

/// What somebody's role hides from them.
#[derive(Clone, Copy)]
pub(crate) struct Veil {
    language: Language,
    hides: bool,
}

/// Whether a ground is one of those.
fn is_sensitive(ground: ExemptionGround) -> bool {
    match ground {
        ExemptionGround::Refugee
        | ExemptionGround::SubsidiaryProtection
        | ExemptionGround::AsylumSeeker
        | ExemptionGround::TemporaryProtection => true,
        ExemptionGround::WardOfNation | ExemptionGround::WardOfRepublic => false,
    }
}

/// Whether a field holds a name of a person, a place or a training: it says nothing of anybody's ground.
fn is_name(field: Field) -> bool {
    matches!(
        field,
        Field::BirthName
            | Field::UseName
            | Field::GivenName
            | Field::Email
            | Field::Programme
            | Field::ProgrammeCode
            | Field::Discipline
            | Field::Component
            | Field::Site
            | Field::Institution
            | Field::Units
    )
}

fn gives_away(text: &str) -> bool {
    let folded = fold_words(text);
    GIVE_AWAY.iter().any(|word| folded.contains(word))
}

impl Veil {
    /// The veil of who has a workspace open.
    pub(crate) fn of(desk: &Desk, language: Language) -> Self {
        Self { language, hides: desk.workspace.role() < LEAST }
    }

    /// The language in use.
    pub(crate) fn language(self) -> Language {
        self.language
    }

    /// The words shown instead.
    fn reserved(self) -> String {
        words::word(self.language, RESERVED)
    }

    /// A cell as written, or a value in words. Of a ground, only what is understood as another one is shown.
    pub(crate) fn cell(self, field: Option<Field>, text: String) -> String {
        let shown = match field {
            _ if !self.hides || text.is_empty() => true,
            Some(field @ Field::ExemptionGround) => {
                field.code(&text).and_then(ExemptionGround::from_name).is_some_and(|ground| !is_sensitive(ground))
            }
            Some(field) if is_name(field) => true,
            _ => !gives_away(&text),
        };
        if shown { text } else { self.reserved() }
    }

    /// Free words, such as a document's.
    pub(crate) fn text(self, text: String) -> String {
        self.cell(None, text)
    }

    /// A sentence, its values hidden where they give a ground away.
    pub(crate) fn message<'a>(self, message: &'a Message) -> Cow<'a, Message> {
        if self.hides { Cow::Owned(hidden(message, &[])) } else { Cow::Borrowed(message) }
    }

    /// A finding, with nothing in it that gives a ground away.
    pub(crate) fn finding<'a>(self, finding: &'a Finding) -> Cow<'a, Finding> {
        let mut shown = Cow::Borrowed(finding);
        if self.hides {
            self.draw(shown.to_mut());
        }
        shown
    }

    /// Takes out of a finding what gives a ground away.
    pub(crate) fn draw(self, finding: &mut Finding) {
        if !self.hides {
            return;
        }
        // What is written of a ground and not understood may be told in the sentences too.
        let hidden_text = |raw: &&String| self.cell(Some(Field::ExemptionGround), (*raw).clone()) != **raw;
        let grounds = finding.evidence.iter().filter(|evidence| evidence.field == Field::ExemptionGround);
        let written: Vec<String> =
            grounds.filter_map(|evidence| evidence.raw.as_ref()).filter(hidden_text).cloned().collect();
        for message in [&mut finding.message, &mut finding.why, &mut finding.remedy] {
            *message = hidden(message, &written);
        }
        for evidence in &mut finding.evidence {
            self.hide_evidence(evidence);
        }
        // The entry that decided is named after the ground that it decides of.
        let is_named = |key: &str, ground: ExemptionGround| is_sensitive(ground) && key.ends_with(ground.as_str());
        let named = |key: &str| ExemptionGround::ALL.iter().any(|ground| is_named(key, *ground));
        for authority in finding.authorities.iter_mut().filter(|authority| named(&authority.key)) {
            let authority = Arc::make_mut(authority);
            authority.key = authority.key.rsplit_once('.').map_or_else(String::new, |(list, _)| format!("{list}.…"));
            authority.quote = self.reserved();
            authority.note = None;
        }
    }

    fn hide_evidence(self, evidence: &mut Evidence) {
        let field = evidence.field;
        evidence.raw = evidence.raw.take().map(|raw| self.cell(Some(field), raw));
        let ground = evidence.value.as_deref().filter(|_| field == Field::ExemptionGround);
        if ground.and_then(ExemptionGround::from_name).is_some_and(is_sensitive) {
            evidence.value = Some("reserved".to_owned());
        } else if field != Field::ExemptionGround {
            evidence.value = evidence.value.take().map(|value| self.cell(Some(field), value));
        }
    }
}

/// A sentence without what gives a ground away: its name, words that tell it, and the texts written of it.
fn hidden(message: &Message, written: &[String]) -> Message {
    let ground = message.id.strip_prefix(GROUND).map(|name| name.replace('-', "_"));
    if ground.and_then(|name| ExemptionGround::from_name(&name)).is_some_and(is_sensitive) {
        return Message::new(RESERVED);
    }
    let args = message.args.iter().map(|(name, value)| (name.clone(), hidden_value(value, written)));
    Message { id: message.id.clone(), args: Arc::new(args.collect()) }
}

fn hidden_value(value: &Arg, written: &[String]) -> Arg {
    match value {
        Arg::Text(text) if written.contains(text) || gives_away(text) => Message::new(RESERVED).into(),
        Arg::Note(note) if gives_away(&note.fr) || gives_away(&note.en) => Message::new(RESERVED).into(),
        Arg::Message(message) => hidden(message, written).into(),
        Arg::List(values) => Arg::List(values.iter().map(|value| hidden_value(value, written)).collect()),
        other => other.clone(),
    }
}
