use crate::{
    Certificate, ControlResult, Document, Identity, Match, Office, OfficeFacts, PastRegistration, Person, PersonId,
    PersonIndex, Problem, ProblemCode, Registration, RegistrationId, Request, SheetKind, SourceRow, TypedRow,
};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

impl Office {
    /// Assembles an office from the typed rows of its sheets, in memory, by the matching order of [`PersonIndex`].
    ///
    /// Rows that say of nobody in particular, or could be about several persons, are left out and told.
    #[must_use]
    pub fn assemble(rows: &[TypedRow], kinds: BTreeSet<SheetKind>) -> (Self, Vec<Problem>) {
        let mut assembly = Assembly { facts: OfficeFacts { kinds, ..OfficeFacts::default() }, ..Assembly::default() };
        for kind in SheetKind::ALL {
            for row in rows.iter().filter(|row| row.source.sheet.kind == *kind) {
                assembly.take(*kind, row);
            }
        }
        let told = assembly.told.iter().map(|(code, source)| (*code, source.sheet.as_ref(), source.row));
        let problems = Problem::group_rows(told);
        (Self::new(assembly.facts), problems)
    }
}

/// An office being assembled from rows.
#[derive(Default)]
struct Assembly {
    facts: OfficeFacts,
    index: PersonIndex,
    /// The rows already met of each person, by kind of sheet.
    met: HashMap<(PersonId, SheetKind), Vec<Met>>,
    /// Rows left out, or about somebody who is not in the roster.
    told: Vec<(ProblemCode, Arc<SourceRow>)>,
}

/// A row already met.
struct Met {
    source: Arc<SourceRow>,
    /// Whether it became a fact; otherwise another row had already said it.
    is_fact: bool,
}

impl Assembly {
    fn take(&mut self, kind: SheetKind, row: &TypedRow) {
        let identity = Identity::from_row(row);
        let found = self.index.find(&identity);
        if kind == SheetKind::Roster {
            return self.take_roster_row(row, identity, found);
        }
        // A control result names a certificate, not a person.
        if kind == SheetKind::CvecStates {
            return self.facts.controls.push(ControlResult::from_row(row));
        }
        let person = match found {
            Match::One(id, _) => id,
            Match::Doubtful(_) => return self.tell(row, ProblemCode::RowAmbiguous),
            Match::Nobody if !identity.has_key() => return self.tell(row, ProblemCode::RowWithoutKey),
            Match::Nobody => {
                self.tell(row, ProblemCode::RowUnmatched);
                self.new_person(row, identity)
            }
        };
        if self.is_known(kind, person, &row.source) {
            return;
        }
        match kind {
            SheetKind::History => self.facts.history.push(PastRegistration::from_row(person, row)),
            SheetKind::Certificates => self.facts.certificates.push(Certificate::from_row(person, row)),
            SheetKind::Documents => self.facts.documents.push(Document::from_row(person, row)),
            SheetKind::Requests => self.facts.requests.push(Request::from_row(person, row)),
            SheetKind::Roster | SheetKind::CvecStates => {}
        }
    }

    fn take_roster_row(&mut self, row: &TypedRow, identity: Identity, found: Match) {
        let person = match found {
            Match::One(id, _) => id,
            // Another student number is another person, whatever else agrees: a rule will say so.
            Match::Doubtful(_) if identity.student_number.is_some() => self.new_person(row, identity),
            Match::Doubtful(_) => return self.tell(row, ProblemCode::RowAmbiguous),
            Match::Nobody if !identity.has_key() => return self.tell(row, ProblemCode::RowWithoutKey),
            Match::Nobody => self.new_person(row, identity),
        };
        let id = RegistrationId(rank(self.facts.registrations.len()));
        if !self.is_known(SheetKind::Roster, person, &row.source) {
            self.facts.registrations.push(Registration::from_row(id, person, row));
        }
    }

    /// Whether a row says what another of the person already said: the same sheet given twice, or in two formats, is one
    /// sheet. One sheet with two rows for a request has two requests, as many as the sheet that repeats it most.
    fn is_known(&mut self, kind: SheetKind, person: PersonId, source: &Arc<SourceRow>) -> bool {
        let met = self.met.entry((person, kind)).or_default();
        let same: Vec<&Met> = met.iter().filter(|met| met.source.says_the_same(source)).collect();
        let facts = same.iter().filter(|met| met.is_fact).count();
        let before = match kind {
            SheetKind::Requests => same.iter().filter(|met| Arc::ptr_eq(&met.source.sheet, &source.sheet)).count(),
            _ => 0,
        };
        let is_known = before < facts;
        if kind == SheetKind::Requests || !is_known {
            met.push(Met { source: Arc::clone(source), is_fact: !is_known });
        }
        is_known
    }

    fn new_person(&mut self, row: &TypedRow, identity: Identity) -> PersonId {
        let id = PersonId(rank(self.facts.persons.len()));
        self.index.add(id, &identity);
        self.facts.persons.push(Person { id, identity, source: Arc::clone(&row.source) });
        id
    }

    fn tell(&mut self, row: &TypedRow, code: ProblemCode) {
        self.told.push((code, Arc::clone(&row.source)));
    }
}

fn rank(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
