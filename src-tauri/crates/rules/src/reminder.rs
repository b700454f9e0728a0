//! What somebody must still do or bring, told to themselves: what a reminder is written from.
//!
//! A finding asks its person for something when the catalogue has a sentence for it beside its others, `<CODE>-reminder` (or
//! `<CODE>-<variant>-reminder`), with the same values.

use crate::context::Check;
use crate::families::{calendar, derogation};
use crate::registry::{Family, rule};
use crate::rulebook::Rulebook;
use guichet_model::{Catalogue, Finding, Instant, Message, Office, Outcome, Registration};
use std::sync::Arc;

/// One thing that a person must do or bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The code of the rule that found it missing.
    pub code: String,
    /// What is missing.
    pub message: Message,
    /// The last minute to do it, civil time of Paris, when the rulebook sets one that is still to come.
    pub until: Option<Instant>,
}

/// What the person of a file must do or bring by these findings of it; nothing when they gave the registration up.
#[must_use]
pub fn reminders(
    office: &Office,
    book: &Rulebook,
    as_of: Instant,
    registration: &Registration,
    findings: &[Finding],
) -> Vec<Reminder> {
    let Some(person) = office.person(registration.person).filter(|_| registration.stands()) else { return Vec::new() };
    let flagged = findings.iter().filter(|finding| finding.outcome == Outcome::Flag);
    let asked = flagged.filter_map(|finding| {
        let mut check = Check::new(office, book, as_of, person, registration);
        Some(Reminder {
            code: finding.code.clone(),
            message: asked_by(finding)?,
            until: until(&mut check, rule(&finding.code)?.family),
        })
    });
    asked.collect()
}

/// What a finding asks its person for.
fn asked_by(finding: &Finding) -> Option<Message> {
    let id = format!("{}-reminder", finding.message.id.strip_suffix("-message")?);
    Catalogue::shared().has(&id).then(|| Message { id, args: Arc::clone(&finding.message.args) })
}

/// What belongs to a registration is due before its window closes, a derogation before its own deadline.
fn until(check: &mut Check<'_>, family: Family) -> Option<Instant> {
    match family {
        Family::Identity | Family::Cvec | Family::Calendar | Family::Fee | Family::Document => {
            calendar::open_until(check)
        }
        Family::Repeats | Family::Derogation => derogation::open_until(check),
        Family::Concordance | Family::Auditor | Family::Refund => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Reminder, reminders};
    use crate::engine::evaluate_file;
    use crate::example::{Expected, scene};
    use crate::registry::RULES;
    use guichet_model::{Catalogue, Language, instant_text};

    fn asked(text: &str) -> Vec<Reminder> {
        let scene = scene(text).expect("an office");
        let file = &scene.office.registrations[0];
        let findings = evaluate_file(&scene.office, &scene.book, scene.as_of, file).findings;
        reminders(&scene.office, &scene.book, scene.as_of, file, &findings)
    }

    #[test]
    fn what_is_missing_is_asked_before_the_window_closes() {
        let text =
            "roster: student_number=1; level=M2; route=Réinscription; regime=initial; registered_at=; cvec_number=";
        let found = asked(text);
        let codes: Vec<&str> = found.iter().map(|reminder| reminder.code.as_str()).collect();
        assert!(codes.contains(&"CVC001") && codes.contains(&"CAL006"), "{codes:?}");
        let until = found.iter().map(|reminder| reminder.until.map(instant_text));
        assert!(until.flatten().all(|until| until == "2024-09-30T12:00:00"), "{found:?}");
        assert!(found.iter().all(|reminder| reminder.until.is_some()));
    }

    #[test]
    fn once_the_window_is_closed_no_date_is_given_and_who_gave_up_is_asked_nothing() {
        let late = "as-of: 2024-12-01T09:00
                    roster: student_number=1; level=M2; route=Réinscription; regime=initial; cvec_number=";
        let found = asked(late);
        assert!(!found.is_empty() && found.iter().all(|reminder| reminder.until.is_none()), "{found:?}");
        let gone = "roster: student_number=1; level=M2; regime=initial; cvec_number=; registration_state=resigned";
        assert_eq!(asked(gone), []);
    }

    #[test]
    fn every_sentence_has_its_values_and_its_file_an_example() {
        let mut worded = 0;
        for rule in RULES {
            for example in rule.examples.iter().filter(|example| example.expected == Expected::Flag) {
                for reminder in asked(example.text).iter().filter(|reminder| reminder.code == rule.code) {
                    worded += 1;
                    for language in Language::ALL {
                        let words = Catalogue::shared().render(*language, &reminder.message);
                        assert!(!words.is_empty() && !words.contains(['⟦', '{', '$']), "{}: {words}", rule.code);
                    }
                }
            }
        }
        assert!(worded >= 20, "{worded} reminders were worded");
    }
}
