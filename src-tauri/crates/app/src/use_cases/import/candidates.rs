//! The persons a row could be about, side by side with what the row says.

use super::Session;
use super::rows::name_of;
use super::session::{Decided, Decision};
use crate::wire::{Candidate, CandidateFact, PersonChoice, RowPlace};
use crate::words;
use guichet_model::{Arg, Field, Identity, Language, Message, Office, PersonId, TypedRow, fold};
use guichet_store::{Choice, RowCandidate, RowPlan};

/// Puts candidates into words.
pub(super) struct Confirming<'a> {
    pub(super) language: Language,
    pub(super) session: &'a Session,
    pub(super) office: &'a Office,
}

impl Confirming<'_> {
    /// Whom a row could be about.
    pub(super) fn candidates(&self, place: RowPlace, decision: &RowPlan, row: &TypedRow) -> Vec<Candidate> {
        let theirs = Identity::from_row(row);
        let decided = self.decided(place);
        let of = decided.map_or(decision.candidates.as_slice(), |decided| decided.candidates.as_slice());
        of.iter().filter_map(|candidate| self.candidate(candidate, &theirs, decided)).collect()
    }

    /// What was chosen for a row, by its name.
    pub(super) fn choice(&self, place: RowPlace) -> Option<String> {
        let name = match self.decided(place)?.decision {
            Decision::Person(_) | Decision::SameAs(_) => "person",
            Decision::New => "new",
            Decision::LeaveOut => "leave_out",
        };
        Some(name.to_owned())
    }

    fn decided(&self, place: RowPlace) -> Option<&Decided> {
        self.session.decided.get(&self.session.key_of(place)?)
    }

    fn candidate(&self, candidate: &RowCandidate, theirs: &Identity, decided: Option<&Decided>) -> Option<Candidate> {
        let (choice, decision, ours, more) = match candidate.choice {
            Choice::Person(id) => {
                let person = self.office.person(id)?;
                (PersonChoice::Person(id.0), Decision::Person(id), person.identity.clone(), self.registrations(id))
            }
            Choice::SameAs(at) => {
                let place = on_the_wire(at);
                let (_, row) = self.session.row_at(place)?;
                let decision = Decision::SameAs(self.session.key_of(place)?);
                (PersonChoice::SameAs(place), decision, Identity::from_row(row), self.place(row))
            }
            Choice::New | Choice::LeaveOut => return None,
        };
        Some(Candidate {
            choice,
            chosen: decided.is_some_and(|decided| decided.decision == decision),
            label: [name_of(&ours), more].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            reason: self.reason(candidate),
            facts: self.facts(theirs, &ours),
        })
    }

    fn reason(&self, candidate: &RowCandidate) -> String {
        let because: Vec<Arg> = candidate.because.iter().map(|likeness| likeness.message().into()).collect();
        let against: Vec<Arg> = candidate.against.iter().map(|difference| difference.message().into()).collect();
        let id = match (because.is_empty(), against.is_empty()) {
            (false, false) => "app-candidate-both",
            (true, false) => "app-candidate-against",
            _ => "app-candidate-because",
        };
        let message = Message::new(id).with("because", Arg::List(because)).with("against", Arg::List(against));
        words::say(self.language, &message)
    }

    /// The registrations known of a person: `L2 2024-2025`.
    fn registrations(&self, id: PersonId) -> String {
        let own = self.office.registrations.iter().filter(|registration| registration.person == id);
        let words = own.map(|registration| {
            let level = registration.level.map(|level| level.as_str().to_owned());
            let year = registration.academic_year.map(|year| year.to_string());
            [level, year].into_iter().flatten().collect::<Vec<_>>().join(" ")
        });
        words.collect::<Vec<_>>().join(", ")
    }

    /// Where a row stands.
    fn place(&self, row: &TypedRow) -> String {
        let message = Message::new("app-candidate-row")
            .with("file", row.source.sheet.file.as_str())
            .with("sheet", row.source.sheet.name.as_str())
            .with("row", i64::from(row.source.row) + 1);
        words::say(self.language, &message)
    }

    fn facts(&self, theirs: &Identity, ours: &Identity) -> Vec<CandidateFact> {
        let text = |one: &Option<String>| one.clone().unwrap_or_default();
        let ine = |identity: &Identity| identity.ine.as_ref().map(ToString::to_string).unwrap_or_default();
        let date = |identity: &Identity| words::date(self.language, identity.birth_date);
        let pairs = [
            (Field::StudentNumber, text(&theirs.student_number), text(&ours.student_number)),
            (Field::Ine, ine(theirs), ine(ours)),
            (Field::BirthName, text(&theirs.birth_name), text(&ours.birth_name)),
            (Field::UseName, text(&theirs.use_name), text(&ours.use_name)),
            (Field::GivenName, text(&theirs.given_name), text(&ours.given_name)),
            (Field::BirthDate, date(theirs), date(ours)),
            (Field::Email, text(&theirs.email), text(&ours.email)),
            (Field::Phone, text(&theirs.phone), text(&ours.phone)),
            (Field::Nationality, text(&theirs.nationality), text(&ours.nationality)),
        ];
        let said = pairs.into_iter().filter(|(_, theirs, ours)| !theirs.is_empty() || !ours.is_empty());
        said.map(|(field, theirs, ours)| CandidateFact {
            label: words::field(self.language, field),
            same: !theirs.is_empty() && fold(&theirs) == fold(&ours),
            theirs,
            ours,
        })
        .collect()
    }
}

/// A row's place as the window echoes it.
pub(super) fn on_the_wire(at: guichet_store::RowPlace) -> RowPlace {
    RowPlace { file: words::whole(at.file), sheet: words::whole(at.sheet), row: words::whole(at.row) }
}
