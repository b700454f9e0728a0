//! Reports without names: what identifies a person is replaced by a code made with a key that is drawn for one report and
//! forgotten with it, so that nobody can turn it back or follow a person from one report to the next.

use crate::failure::AppError;
use crate::protection::secrets;
use guichet_model::{
    Arg, Evidence, Field, FileKey, Finding, Identity, Message, Office, Person, Problem, SourceRow, SourceSheet,
    bare_family_name, date_forms, fold, fold_words, phone_forms, without_zeros,
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use time::Date;
use zeroize::Zeroizing;

/// Counts below this are masked.
pub(crate) const LEAST: u64 = 5;
/// The shortest name that is looked for inside a text: a letter alone is in most of them.
const SHORTEST: usize = 2;
/// The most words of a name or a number that are looked for at once.
const MOST_WORDS: usize = 8;
/// The fewest, as somebody is known: a telephone number is written in as many.
const FEWEST_WORDS: usize = 7;

/// The pseudonyms of one report.
pub(crate) struct Pseudonyms {
    key: Zeroizing<[u8; 64]>,
    /// Names, identifiers and addresses of everybody known, folded with and without spaces.
    known: HashSet<String>,
    /// How many words the longest of them has.
    longest: usize,
    /// What the office itself is made of: a faculty named after somebody names no student.
    plain: HashSet<String>,
    births: BTreeSet<Date>,
}

/// Whether a field tells who somebody is.
fn identifies(field: Field) -> bool {
    matches!(
        field,
        Field::StudentNumber
            | Field::Ine
            | Field::IneKey
            | Field::PersonCode
            | Field::BirthName
            | Field::UseName
            | Field::GivenName
            | Field::BirthDate
            | Field::Email
            | Field::Phone
            | Field::CvecNumber
            | Field::DecidedBy
    )
}

/// Whether a field tells of what the office is made.
fn is_plain(field: Field) -> bool {
    matches!(
        field,
        Field::Programme
            | Field::ProgrammeCode
            | Field::Discipline
            | Field::Component
            | Field::Site
            | Field::Institution
            | Field::Level
            | Field::AcademicYear
    )
}

impl Pseudonyms {
    /// The pseudonyms of a report on an office, with a new key.
    pub(crate) fn draw(office: &Office) -> Result<Self, AppError> {
        let mut pseudonyms = Self::with_key(secrets::report_key()?);
        for person in &office.persons {
            pseudonyms.learn_person(&person.identity);
            pseudonyms.learn_row(&person.source);
        }
        for certificate in &office.certificates {
            pseudonyms.learn_person(&certificate.identity);
            pseudonyms.learn_row(&certificate.source);
        }
        let rows = office.registrations.iter().map(|fact| &fact.source);
        let rows = rows.chain(office.history.iter().map(|fact| &fact.source));
        let rows = rows.chain(office.requests.iter().map(|fact| &fact.source));
        let rows = rows.chain(office.documents.iter().map(|fact| &fact.source));
        for row in rows.chain(office.controls.iter().map(|fact| &fact.source)) {
            pseudonyms.learn_row(row);
        }
        Ok(pseudonyms)
    }

    fn with_key(key: [u8; 32]) -> Self {
        // A shorter key than the hash's block of 64 bytes is filled up with zeros.
        let mut block = Zeroizing::new([0; 64]);
        block[..key.len()].copy_from_slice(&key);
        Self {
            key: block,
            known: HashSet::new(),
            longest: FEWEST_WORDS,
            plain: HashSet::new(),
            births: BTreeSet::new(),
        }
    }

    fn learn_person(&mut self, identity: &Identity) {
        let ine = identity.ine.as_ref().map(|ine| ine.as_str().to_owned());
        let texts = [&identity.student_number, &ine, &identity.birth_name, &identity.use_name, &identity.given_name];
        for text in texts.into_iter().chain([&identity.email]).flatten() {
            self.learn(text);
        }
        [&identity.birth_name, &identity.use_name].into_iter().flatten().for_each(|name| self.learn_family(name));
        identity.phone.iter().for_each(|phone| self.learn_phone(phone));
        self.births.extend(identity.birth_date);
        self.known.extend(identity.birth_date.into_iter().flat_map(date_forms));
    }

    /// What is written of a person may say more than what was understood: all given names, an identifier refused.
    fn learn_row(&mut self, row: &SourceRow) {
        for column in &row.sheet.columns {
            let (Some(field), Some(cell)) = (column.field, row.cell(column.column)) else { continue };
            if identifies(field) {
                self.learn(&cell.raw);
                match field {
                    Field::GivenName => cell.raw.split([',', ';', '/']).for_each(|name| self.learn(name)),
                    Field::BirthName | Field::UseName => self.learn_family(&cell.raw),
                    Field::Phone => self.learn_phone(&cell.raw),
                    _ => {}
                }
            } else if is_plain(field) {
                self.plain.insert(fold_words(&cell.raw));
            }
        }
    }

    fn learn_family(&mut self, name: &str) {
        self.known.extend(bare_family_name(name));
    }

    fn learn_phone(&mut self, phone: &str) {
        self.learn(phone);
        self.known.extend(phone_forms(phone));
    }

    fn learn(&mut self, text: &str) {
        let words = fold_words(text);
        if words.chars().count() < SHORTEST {
            return;
        }
        self.longest = self.longest.max(words.split(' ').count()).min(MOST_WORDS);
        self.known.insert(fold(text));
        self.known.insert(words);
    }

    /// Twelve digits that stand for a text, whatever its case, accents and spaces.
    fn code(&self, purpose: &str, text: &str) -> String {
        let mut code = Hmac::<Sha256>::new(&(*self.key).into());
        code.update(purpose.as_bytes());
        code.update(&[0]);
        code.update(fold(text).as_bytes());
        code.finalize().into_bytes().iter().take(6).fold(String::new(), |mut digits, byte| {
            // Writing to a text cannot fail.
            let _ = write!(digits, "{byte:02X}");
            digits
        })
    }

    fn number(&self, text: &str) -> String {
        self.code("number", text)
    }

    /// How a file is named: a code for the person and one for each identifier; the birth date is left out.
    pub(crate) fn file_key(&self, person: &Person) -> FileKey {
        FileKey {
            student_number: person.identity.student_number.as_deref().map(|number| self.number(number)),
            ine: person.identity.ine.as_ref().map(|ine| self.number(ine.as_str())),
            birth_name: Some(self.code("person", &person.id.0.to_string())),
            given_name: None,
            birth_date: None,
        }
    }

    /// Whether a text names somebody: some of its words in a row are a known name or identifier.
    fn tells(&self, text: &str) -> bool {
        let folded = fold_words(text);
        if self.plain.contains(&folded) {
            return false;
        }
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        (0..words.len()).any(|from| {
            let rest = &words[from..words.len().min(from + self.longest)];
            (1..=rest.len()).any(|count| {
                let piece = rest[..count].concat();
                self.known.contains(&rest[..count].join(" "))
                    || self.known.contains(&piece)
                    || self.known.contains(without_zeros(&piece))
            })
        })
    }

    /// A text, replaced whole by a code when it names somebody.
    pub(crate) fn text(&self, text: &str) -> String {
        if self.tells(text) { self.number(text) } else { text.to_owned() }
    }

    /// The name of a file or sheet, replaced by a code and its ending when it names somebody.
    pub(crate) fn file_name(&self, name: &str) -> String {
        if !self.tells(name) {
            return name.to_owned();
        }
        let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy()).filter(|end| !self.tells(end));
        ending.map_or_else(|| self.code("file", name), |ending| format!("{}.{ending}", self.code("file", name)))
    }

    fn sheet(&self, sheet: &Arc<SourceSheet>) -> Arc<SourceSheet> {
        // What was entered at the desk is named after who entered it.
        let named = if sheet.is_by_hand() { &sheet.file } else { &sheet.name };
        let (file, name) = (self.file_name(&sheet.file), self.file_name(named));
        if file == sheet.file && name == sheet.name {
            return Arc::clone(sheet);
        }
        Arc::new(SourceSheet { file, name, ..(**sheet).clone() })
    }

    /// Takes out of a finding what tells who it is about.
    pub(crate) fn hide(&self, finding: &mut Finding) {
        for message in [&mut finding.message, &mut finding.why, &mut finding.remedy] {
            *message = self.message(message);
        }
        for evidence in &mut finding.evidence {
            self.hide_evidence(evidence);
        }
    }

    fn hide_evidence(&self, evidence: &mut Evidence) {
        evidence.sheet = self.sheet(&evidence.sheet);
        let hidden = |text: String| match evidence.field {
            _ if text.is_empty() => text,
            Field::BirthDate => "…".to_owned(),
            field if identifies(field) => self.number(&text),
            _ => self.text(&text),
        };
        evidence.raw = evidence.raw.take().map(hidden);
        evidence.value = evidence.value.take().map(hidden);
    }

    /// The same problem, naming nobody.
    pub(crate) fn problem(&self, problem: &Problem) -> Problem {
        Problem {
            file: self.file_name(&problem.file),
            sheet: problem.sheet.as_deref().map(|sheet| self.file_name(sheet)),
            cell: problem.cell.clone(),
            code: problem.code,
            message: self.message(&problem.message),
        }
    }

    fn message(&self, message: &Message) -> Message {
        let args = message.args.iter().map(|(name, value)| (name.clone(), self.value(value)));
        Message { id: message.id.clone(), args: Arc::new(args.collect()) }
    }

    fn value(&self, value: &Arg) -> Arg {
        match value {
            Arg::Text(text) => Arg::Text(self.text(text)),
            Arg::Date(date) if self.births.contains(date) => Arg::Text("…".to_owned()),
            Arg::Message(message) => self.message(message).into(),
            Arg::List(values) => Arg::List(values.iter().map(|value| self.value(value)).collect()),
            other => other.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pseudonyms;
    use guichet_model::{Identity, Ine, Message, SheetKind, SourceSheet};
    use std::sync::Arc;
    use time::macros::date;

    fn pseudonyms(key: u8) -> Pseudonyms {
        let mut pseudonyms = Pseudonyms::with_key([key; 32]);
        pseudonyms.learn_person(&Identity {
            student_number: Some("22400001".into()),
            ine: Ine::new("1409002949V"),
            birth_name: Some("De La Tour".into()),
            given_name: Some("Zoé".into()),
            use_name: Some("D’ŒUVRESTIN".into()),
            phone: Some("0699887766".into()),
            birth_date: Some(date!(2004 - 05 - 06)),
            ..Identity::default()
        });
        pseudonyms.plain.insert("faculte zoe".into());
        pseudonyms
    }

    #[test]
    fn a_text_that_names_somebody_is_replaced_however_it_is_written() {
        let pseudonyms = pseudonyms(1);
        let told = [
            "ZOE",
            "dossier de-la-tour",
            "DelaTour",
            "1409 002949 V",
            "n° 22400001",
            "n° 0022400001",
            "Zoé, Anne",
            "photo de Mme Œuvrestin",
            "appeler le 06.99.88.77.66",
            "tél. +33 6 99 88 77 66",
            "née le 6 mai 2004",
            "2004-05-06",
        ];
        for text in told {
            let shown = pseudonyms.text(text);
            assert_eq!(shown.len(), 12, "{text}");
            assert_eq!(shown, pseudonyms.text(&text.to_uppercase()), "the same person has one code");
        }
        for text in ["Tourisme", "2240000", "Faculté Zoé", "L1", "", "le 6 mai 2024", "0699887767"] {
            assert_eq!(pseudonyms.text(text), text);
        }
        assert_ne!(pseudonyms.text("Zoé"), self::pseudonyms(2).text("Zoé"), "another report, another code");
    }

    #[test]
    fn what_was_entered_at_the_desk_does_not_say_by_whom() {
        let sheet = |sha256: &str| {
            let (file, name) = ("Saisie au guichet".to_owned(), "Une Personne, 22/11/2026".to_owned());
            Arc::new(SourceSheet {
                file,
                sha256: sha256.into(),
                name,
                kind: SheetKind::Documents,
                header_row: 0,
                columns: Vec::new(),
            })
        };
        assert_eq!(pseudonyms(1).sheet(&sheet("hand:1")).name, "Saisie au guichet");
        assert_eq!(
            pseudonyms(1).sheet(&sheet("1")).name,
            "Une Personne, 22/11/2026",
            "a file's own sheet keeps its name"
        );
    }

    #[test]
    fn sentences_lose_names_and_birth_dates_and_files_keep_their_ending() {
        let pseudonyms = pseudonyms(1);
        let label = Message::new("person-label").with("name", "De La Tour Zoé").with("details", date!(2004 - 05 - 06));
        let hidden = format!(
            "{:?}",
            pseudonyms.message(&Message::new("x").with("who", label).with("day", date!(2024 - 09 - 01)))
        );
        assert!(!hidden.contains("Tour") && !hidden.contains("2004") && hidden.contains("2024"), "{hidden}");
        assert_eq!(pseudonyms.file_name("inscriptions.xlsx"), "inscriptions.xlsx");
        let name = pseudonyms.file_name("dossier Zoé.xlsx");
        assert!(name.ends_with(".xlsx") && name.len() == 17, "{name}");
    }
}
