//! The minutes at which windows open and close, transcribed from the pages and tried on both sides.
//!
//! The table is a second reading of the pages: it is not made from the rulebooks. Where a page gives no hour, the whole
//! day counts; where it gives no opening, the window opens on the first day of acceptance of its cohort, or has no
//! opening where it depends on the results of a session.

use crate::dates::{AMU_ALLSH, AMU_DESU_GOL, AMU_IUT, Population};
use guichet_model::{Finding, Instant, Outcome, instant_text, parse_instant};
use guichet_rules::rulebook::SHIPPED;
use guichet_rules::{FileVerdict, Rulebook, evaluate, scene};
use std::collections::BTreeSet;
use time::Duration;

/// Where a minute lies among the windows of a population.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Before,
    /// Inside one that closes then.
    Inside(Instant),
    Between,
    /// After the last close, and within a later one under a condition that the file does not tell.
    Perhaps,
    After,
}

/// The rulebook entries and quotes that findings rested on.
#[derive(Default)]
struct Reached {
    keys: BTreeSet<(String, String)>,
    quotes: BTreeSet<String>,
}

impl Reached {
    fn note(&mut self, findings: &[&Finding]) {
        for authority in findings.iter().flat_map(|finding| &finding.authorities) {
            self.keys.insert((authority.rulebook.clone(), authority.key.clone()));
            self.quotes.insert(authority.quote.clone());
        }
    }
}

fn calendars() -> impl Iterator<Item = (&'static str, &'static Population)> {
    let of = |id, populations: &'static [Population]| populations.iter().map(move |population| (id, population));
    of("amu-allsh-2024-2025", AMU_ALLSH)
        .chain(of("amu-iut-2021-2022", AMU_IUT))
        .chain(of("amu-desu-gol-2023-2024", AMU_DESU_GOL))
}

#[test]
fn windows_open_and_close_at_the_minute_the_pages_say() {
    let (mut faults, mut reached) = (Vec::new(), Reached::default());
    for (rulebook, population) in calendars() {
        for accepted in population.accepted() {
            let trial = Trial { rulebook, population, accepted };
            faults.extend(trial.registered(&mut reached));
            faults.extend(trial.not_registered(&mut reached));
        }
    }
    faults.extend(unreached(&reached));
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Windows and later closes of the shipped rulebooks that no line of the table has tried.
fn unreached(reached: &Reached) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, _) in SHIPPED {
        let book = Rulebook::shipped(id).expect("a shipped rulebook");
        let windows = book.windows().map(|(layer, window)| (layer, &window.key));
        let later = book.extensions().map(|(layer, extension)| (layer, &extension.key));
        for (layer, key) in windows.chain(later) {
            if !reached.keys.contains(&(layer.id.clone(), key.clone())) {
                faults.push(format!("{}: no line of the table tries {key}", layer.id));
            }
        }
        for (layer, window) in book.other_windows() {
            if !reached.quotes.iter().any(|quote| quote.contains(&window.cite.quote)) {
                faults.push(format!("{}: no finding quotes {}", layer.id, window.key));
            }
        }
    }
    faults
}

/// A population whose members accepted an offer on the same day.
struct Trial {
    rulebook: &'static str,
    population: &'static Population,
    accepted: &'static str,
}

impl Trial {
    /// Registrations made in each of the minutes.
    fn registered(&self, reached: &mut Reached) -> Vec<String> {
        let minutes = self.population.minutes();
        let scene = scene(&self.office(&minutes.iter().map(|minute| instant_text(*minute)).collect::<Vec<_>>()));
        let scene = scene.expect("an office of registered students");
        let verdicts = evaluate(&scene.office, &scene.book, scene.as_of);
        let answers = verdicts.chunks(self.population.levels.len());
        assert_eq!(answers.len(), minutes.len(), "one answer a minute");
        let faults = minutes.iter().zip(answers).filter_map(|(minute, verdicts)| {
            let expected: &[&str] = match self.population.place(*minute) {
                None | Some(Place::Perhaps) => &["CAL004"],
                Some(Place::Before) => &["CAL001"],
                Some(Place::Inside(_)) => &[],
                Some(Place::Between) => &["CAL003"],
                Some(Place::After) => &["CAL002"],
            };
            self.fault("registered at", *minute, expected, verdicts, reached)
        });
        faults.collect()
    }

    /// Nobody registered, and the files are looked at in each of the minutes.
    fn not_registered(&self, reached: &mut Reached) -> Vec<String> {
        let scene = scene(&self.office(&[String::new()])).expect("an office of students who have not registered");
        let minutes = self.population.minutes().into_iter();
        let faults = minutes.filter_map(|minute| {
            let expected: &[&str] = match self.population.place(minute) {
                None | Some(Place::Perhaps) => &["CAL004"],
                // Seven days are the default notice.
                Some(Place::Inside(closes)) if closes - minute <= Duration::days(7) => &["CAL006"],
                Some(Place::Before | Place::Inside(_) | Place::Between) => &[],
                Some(Place::After) => &["CAL007"],
            };
            let verdicts = evaluate(&scene.office, &scene.book, minute);
            self.fault("not registered, looked at", minute, expected, &verdicts, reached)
        });
        faults.collect()
    }

    /// For each date of registration, one student of each level.
    fn office(&self, registered: &[String]) -> String {
        let Population { levels, route, result, .. } = self.population;
        let accepted = self.accepted;
        let mut text = format!("rulebook: {}\nas-of: 2026-01-01T00:00\n", self.rulebook);
        let mut number = 0;
        for registered in registered {
            for level in *levels {
                number += 1;
                text.push_str(&format!(
                    "roster: student_number={number}; level={level}; route={route}; previous_result={result}; \
                     offer_accepted_at={accepted}; registered_at={registered}\n"
                ));
            }
        }
        text
    }

    /// What the calendar's rules say otherwise than expected, of any level of the population.
    fn fault(
        &self,
        what: &str,
        minute: Instant,
        expected: &[&str],
        verdicts: &[FileVerdict],
        reached: &mut Reached,
    ) -> Option<String> {
        let mut faults = Vec::new();
        for (level, verdict) in self.population.levels.iter().zip(verdicts) {
            // A channel, or a day before the acceptance, is the affair of another rule than the windows'.
            let is_other = |code: &str| ["CAL008", "CAL009"].contains(&code);
            let is_dated = |finding: &&Finding| finding.code.starts_with("CAL") && !is_other(&finding.code);
            let findings: Vec<&Finding> = verdict.findings.iter().filter(is_dated).collect();
            reached.note(&findings);
            let found: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
            let tells = |finding: &&Finding| (finding.code != "CAL004") == (finding.outcome == Outcome::Flag);
            if found != expected || !findings.iter().all(tells) {
                faults.push(format!("{level} expected {expected:?}, found {found:?}"));
            }
        }
        let Population { route, result, .. } = self.population;
        let who = format!("{}, {route} {result} {}", self.rulebook, self.accepted);
        (!faults.is_empty()).then(|| format!("{who}: {what} {minute}: {}", faults.join("; ")))
    }
}

impl Population {
    /// The days of acceptance to try; one empty day where they do not matter.
    fn accepted(&self) -> impl Iterator<Item = &'static str> {
        let none: &[&str] = &[""];
        if self.accepted.is_empty() { none } else { self.accepted }.iter().copied()
    }

    /// Each opening and closing minute, with the one before and the one after.
    fn minutes(&self) -> Vec<Instant> {
        let ends = self.spans.iter().flat_map(|(opens, closes)| [*opens, *closes]);
        let ends = ends.chain([self.perhaps_until]).filter(|end| !end.is_empty()).map(instant);
        let mut minutes: Vec<Instant> =
            ends.flat_map(|end| [end - Duration::MINUTE, end, end + Duration::MINUTE]).collect();
        if minutes.is_empty() {
            minutes.push(instant("2021-07-20T10:00"));
        }
        minutes
    }

    /// Where a minute lies; nothing when the page gives no dates.
    fn place(&self, minute: Instant) -> Option<Place> {
        if self.spans.is_empty() {
            return None;
        }
        for (at, (opens, closes)) in self.spans.iter().enumerate() {
            let closes = instant(closes);
            if !opens.is_empty() && minute < instant(opens) {
                return Some(if at == 0 { Place::Before } else { Place::Between });
            }
            if minute <= closes {
                return Some(Place::Inside(closes));
            }
        }
        let perhaps = !self.perhaps_until.is_empty() && minute <= instant(self.perhaps_until);
        Some(if perhaps { Place::Perhaps } else { Place::After })
    }
}

fn instant(text: &str) -> Instant {
    parse_instant(text).map(|(instant, _)| instant).unwrap_or_else(|| panic!("{text} is not an instant"))
}
