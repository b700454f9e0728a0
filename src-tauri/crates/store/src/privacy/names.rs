//! By what words somebody who goes is named in a text about somebody else.

use crate::error::Result;
use guichet_model::{bare_family_name, fold, fold_words, phone_forms, without_zeros};
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};

/// The fewest letters of a family name that is looked for without a given name: « Le » is in most sentences.
const LEAST_LETTERS: usize = 4;
/// The fewest letters and digits of an identifier that is looked for: « 101 » is also a room.
const LEAST_OF_IDENTIFIER: usize = 5;
/// The most words that are taken together for one name or identifier.
const MOST_TOGETHER: usize = 8;

/// The names and identifiers of the persons who go.
#[derive(Default)]
pub(super) struct Names {
    /// Identifiers and family names in one piece: words of a text that follow each other are compared with them.
    pieces: HashSet<String>,
    /// Names of several words, all of which a text must hold, by their longest word.
    words: HashMap<String, Vec<Vec<String>>>,
}

impl Names {
    /// Of the persons chosen in the table `going` of this connection. A family name that somebody who stays bears too is
    /// looked for together with the given name.
    pub(super) fn of_going(connection: &Connection) -> Result<Self> {
        let staying = family_names(connection)?;
        let mut names = Self::default();
        let mut known = connection.prepare(
            "SELECT student_number, ine, email, given_name, birth_name, use_name FROM person
             WHERE id IN (SELECT id FROM going WHERE of = 'person')
             UNION SELECT student_number, ine, email, given_name, birth_name, use_name FROM certificate
             WHERE person IN (SELECT id FROM going WHERE of = 'person')
             UNION SELECT NULL, ine, NULL, NULL, NULL, NULL FROM person_ine
             WHERE person IN (SELECT id FROM going WHERE of = 'person')
             UNION SELECT NULL, number, NULL, NULL, NULL, NULL FROM certificate
             WHERE person IN (SELECT id FROM going WHERE of = 'person')
             UNION SELECT NULL, cvec_number, NULL, NULL, NULL, NULL FROM registration
             WHERE person IN (SELECT id FROM going WHERE of = 'person')",
        )?;
        let mut rows = known.query([])?;
        while let Some(row) = rows.next()? {
            for at in 0..3 {
                names.learn_identifier(row.get::<_, Option<String>>(at)?);
            }
            let given: Option<String> = row.get(3)?;
            for at in 4..6 {
                let Some(family) = row.get::<_, Option<String>>(at)? else { continue };
                names.learn_name(&family, given.as_deref(), &staying);
            }
        }
        drop(rows);
        drop(known);
        names.learn_phones(connection)?;
        Ok(names)
    }

    fn learn_phones(&mut self, connection: &Connection) -> Result<()> {
        let mut known = connection.prepare(
            "SELECT phone FROM person WHERE id IN (SELECT id FROM going WHERE of = 'person') AND phone IS NOT NULL
             UNION SELECT phone FROM certificate
             WHERE person IN (SELECT id FROM going WHERE of = 'person') AND phone IS NOT NULL",
        )?;
        let mut rows = known.query([])?;
        while let Some(row) = rows.next()? {
            self.pieces.extend(phone_forms(row.get_ref(0)?.as_str().unwrap_or_default()));
        }
        Ok(())
    }

    fn learn_identifier(&mut self, identifier: Option<String>) {
        let folded = identifier.map(|identifier| fold(&identifier)).unwrap_or_default();
        if folded.chars().count() >= LEAST_OF_IDENTIFIER {
            self.pieces.insert(folded);
        }
    }

    fn learn_name(&mut self, family: &str, given: Option<&str>, staying: &HashSet<String>) {
        let piece = fold(family);
        let mut words: Vec<String> = fold_words(family).split_whitespace().map(str::to_owned).collect();
        if piece.chars().count() < LEAST_LETTERS || staying.contains(&piece) {
            // Further given names are rarely written.
            let given = given.map(fold_words).and_then(|given| given.split_whitespace().next().map(str::to_owned));
            let Some(given) = given.filter(|_| !words.is_empty()) else { return };
            words.push(given);
        } else {
            self.pieces.insert(piece);
            self.pieces.extend(bare_family_name(family).filter(|bare| !staying.contains(bare)));
        }
        if words.len() < 2 {
            return;
        }
        let longest = words.iter().max_by_key(|word| word.len()).cloned().unwrap_or_default();
        let alike = self.words.entry(longest).or_default();
        if !alike.contains(&words) {
            alike.push(words);
        }
    }

    /// Whether a text names one of them, whatever its case, accents and spaces.
    pub(super) fn are_in(&self, text: &str) -> bool {
        let folded = fold_words(text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let is_piece = |from: usize| {
            let mut together = (1..=MOST_TOGETHER).map_while(|count| words_at(&words, from, count));
            together.any(|piece| self.pieces.contains(&piece) || self.pieces.contains(without_zeros(&piece)))
        };
        if (0..words.len()).any(is_piece) {
            return true;
        }
        let held: HashSet<&str> = words.iter().copied().collect();
        held.iter()
            .filter_map(|word| self.words.get(*word))
            .flatten()
            .any(|name| name.iter().all(|word| held.contains(word.as_str())))
    }
}

/// So many words in one piece, when there are so many.
fn words_at(words: &[&str], from: usize, count: usize) -> Option<String> {
    words.get(from..from + count).map(<[&str]>::concat)
}

/// The family names of those who stay, in one piece.
fn family_names(connection: &Connection) -> Result<HashSet<String>> {
    let mut statement = connection.prepare(
        "SELECT birth_name FROM person WHERE id NOT IN (SELECT id FROM going WHERE of = 'person')
         UNION SELECT use_name FROM person WHERE id NOT IN (SELECT id FROM going WHERE of = 'person')",
    )?;
    let mut rows = statement.query([])?;
    let mut names = HashSet::new();
    while let Some(row) = rows.next()? {
        let Some(name) = row.get::<_, Option<String>>(0)? else { continue };
        names.extend(bare_family_name(&name));
        names.insert(fold(&name));
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::Names;
    use guichet_model::phone_forms;
    use std::collections::HashSet;

    #[test]
    fn a_name_is_known_however_it_is_written_and_not_by_half() {
        let mut names = Names::default();
        let staying = HashSet::from(["martin".to_owned()]);
        names.learn_name("De La Tour", Some("Zoé Anne"), &staying);
        names.learn_name("Martin", Some("Léa"), &staying);
        names.learn_name("Le", Some("Minh"), &staying);
        names.learn_name("Ng", None, &staying);
        names.learn_identifier(Some("22400001".to_owned()));
        names.learn_identifier(Some("101".to_owned()));
        names.learn_name("D’ŒUVRESTIN", None, &staying);
        names.pieces.extend(phone_forms("0699887766"));
        for text in [
            "sœur de Mme DE-LA-TOUR",
            "DelaTour, à rappeler",
            "Tour (de la)",
            "voir Léa, de la famille MARTIN",
            "dossier de Minh Le",
            "remplace le n° 2240 0001.",
            "n° 0022400001",
            "photo de Mme Œuvrestin",
            "tél. +33 6 99 88 77 66",
        ] {
            assert!(names.are_in(text), "{text}");
        }
        for text in ["le tour de salle 101", "M. Martin", "Léa", "Ng", "224000011", ""] {
            assert!(!names.are_in(text), "{text}");
        }
    }
}
