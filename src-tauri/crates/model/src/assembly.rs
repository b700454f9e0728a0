use crate::likeness::NAMED_CANDIDATES;
use crate::{
    Arg, Certificate, ControlResult, Document, Identity, JoinRow, Match, Office, OfficeFacts, PastRegistration, Person,
    PersonId, PersonIndex, Problem, ProblemCode, Registration, RegistrationId, Request, SheetKind, SourceRow, TypedRow,
    join_rows,
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
            let of_kind: Vec<&TypedRow> = rows.iter().filter(|row| row.source.sheet.kind == *kind).collect();
            assembly.take_kind(*kind, &of_kind);
            if *kind == SheetKind::Roster {
                let others = rows.iter().filter(|row| row.source.sheet.kind != SheetKind::Roster);
                let others: Vec<Identity> = others.map(Identity::from_row).collect();
                assembly.index.teach(&others);
            }
        }
        let told = assembly.told.iter();
        let told = told.map(|(code, source, like)| (*code, source.sheet.as_ref(), source.row, like.clone()));
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
    /// Rows left out, about somebody who is not in the roster, or remarkable; and whom they are like.
    told: Vec<(ProblemCode, Arc<SourceRow>, Vec<Arg>)>,
}

/// A row already met.
struct Met {
    source: Arc<SourceRow>,
    /// Whether it became a fact; otherwise another row had already said it.
    is_fact: bool,
}

impl Assembly {
    fn take_kind(&mut self, kind: SheetKind, rows: &[&TypedRow]) {
        if kind == SheetKind::CvecStates {
            // A control result names a certificate, not a person.
            return self.facts.controls.extend(rows.iter().map(|row| ControlResult::from_row(row)));
        }
        let identities: Vec<Identity> = rows.iter().map(|row| Identity::from_row(row)).collect();
        let persons = &mut self.facts.persons;
        let recognition = self.index.recognise(kind, &identities, |at| {
            let id = PersonId(rank(persons.len()));
            persons.push(Person { id, identity: identities[at].clone(), source: Arc::clone(&rows[at].source) });
            id
        });
        let told = recognition.told();
        for (person, own) in &recognition.several {
            self.identify(*person, own, rows, &told);
        }
        for remark in &recognition.remarks {
            if !remark.code.is_ruled_on() {
                let like = self.label(remark.other);
                let like = like.map(|who| remark.described(who, &identities[remark.row])).into_iter().collect();
                self.tell(rows[remark.row], remark.code, like);
            }
        }
        let mut placed = Vec::with_capacity(rows.len());
        for (row, found) in rows.iter().zip(recognition.matches) {
            let person = match found {
                Match::Doubtful(candidates) => {
                    let named = candidates.iter().take(NAMED_CANDIDATES);
                    let like = named.filter_map(|one| Some(one.described(self.label(one.person)?))).collect();
                    self.tell(row, ProblemCode::RowAmbiguous, like);
                    continue;
                }
                Match::WithoutKey => {
                    self.tell(row, ProblemCode::RowWithoutKey, Vec::new());
                    continue;
                }
                Match::One(person, _) => person,
                Match::New(person) => {
                    if kind != SheetKind::Roster {
                        self.tell(row, ProblemCode::RowUnmatched, Vec::new());
                    }
                    person
                }
            };
            match self.is_known(kind, person, &row.source) {
                Some(true) => self.tell(row, ProblemCode::RowRepeated, Vec::new()),
                Some(false) => {}
                None => placed.push(JoinRow { person, row, fact: None }),
            }
        }
        self.attach(kind, &placed);
    }

    /// Reads a new person's identity from all the rows about them.
    fn identify(&mut self, person: PersonId, own: &[usize], rows: &[&TypedRow], told: &BTreeSet<usize>) {
        let own_rows: Vec<&TypedRow> = own.iter().map(|at| rows[*at]).collect();
        let Some(merged) = Identity::merged(&own_rows) else { return };
        for contradiction in &merged.contradictions {
            let (row, other) = (own_rows[contradiction.row], own_rows[contradiction.other]);
            if row.source.sheet.kind == SheetKind::Roster && !told.contains(&own[contradiction.row]) {
                let described = contradiction.described(&row.source, &other.source);
                self.tell(row, ProblemCode::PersonContradicted, vec![described]);
            }
        }
        let known = usize::try_from(person.0).ok().and_then(|rank| self.facts.persons.get_mut(rank));
        if let Some(known) = known {
            known.identity = merged.identity;
            known.source = merged.source;
        }
    }

    /// Adds what rows say of their persons: rows about one thing are one fact, those of one sheet when they say the same.
    fn attach(&mut self, kind: SheetKind, placed: &[JoinRow<'_>]) {
        let joined = join_rows(kind, placed);
        for fact in &joined.facts {
            if let [at] = fact[..] {
                self.add(kind, placed[at].person, placed[at].row);
                continue;
            }
            let rows: Vec<&TypedRow> = fact.iter().map(|at| placed[*at].row).collect();
            let Some(merged) = TypedRow::merged(&rows) else { continue };
            for contradiction in &merged.contradictions {
                let (row, other) = (rows[contradiction.row], rows[contradiction.other]);
                let described = contradiction.described(&row.source, &other.source);
                self.tell(row, ProblemCode::ValuesContradict, vec![described]);
            }
            self.add(kind, placed[fact[0]].person, &merged.row);
        }
        for twice in &joined.twice {
            let (row, other) = (placed[twice.row].row, placed[twice.other].row);
            self.tell(row, ProblemCode::RegistrationTwice, vec![twice.described(&row.source, &other.source)]);
        }
        for at in joined.repeated {
            self.tell(placed[at].row, ProblemCode::RowRepeated, Vec::new());
        }
        for at in joined.unplaced {
            self.tell(placed[at].row, ProblemCode::RowUnplaced, Vec::new());
        }
    }

    fn add(&mut self, kind: SheetKind, person: PersonId, row: &TypedRow) {
        match kind {
            SheetKind::Roster => {
                let id = RegistrationId(rank(self.facts.registrations.len()));
                self.facts.registrations.push(Registration::from_row(id, person, row));
            }
            SheetKind::History => self.facts.history.push(PastRegistration::from_row(person, row)),
            SheetKind::Certificates => self.facts.certificates.push(Certificate::from_row(person, row)),
            SheetKind::Documents => self.facts.documents.push(Document::from_row(person, row)),
            SheetKind::Requests => self.facts.requests.push(Request::from_row(person, row)),
            SheetKind::CvecStates => {}
        }
    }

    /// Whether a row says what another of the person already said, and whether that one stands in its own sheet: the same
    /// sheet given twice, or in two formats, is one sheet. One sheet with two rows for a request has two requests, as many
    /// as the sheet that repeats it most.
    fn is_known(&mut self, kind: SheetKind, person: PersonId, source: &Arc<SourceRow>) -> Option<bool> {
        let met = self.met.entry((person, kind)).or_default();
        let same: Vec<&Met> = met.iter().filter(|met| met.source.says_the_same(source)).collect();
        let facts = same.iter().filter(|met| met.is_fact).count();
        let in_sheet = same.iter().filter(|met| Arc::ptr_eq(&met.source.sheet, &source.sheet)).count();
        let before = if kind == SheetKind::Requests { in_sheet } else { 0 };
        let is_known = before < facts;
        if kind == SheetKind::Requests || !is_known {
            met.push(Met { source: Arc::clone(source), is_fact: !is_known });
        }
        is_known.then_some(in_sheet > 0)
    }

    fn tell(&mut self, row: &TypedRow, code: ProblemCode, like: Vec<Arg>) {
        self.told.push((code, Arc::clone(&row.source), like));
    }

    /// How a person is named in a sentence.
    fn label(&self, person: PersonId) -> Option<Arg> {
        let rank = usize::try_from(person.0).ok()?;
        Some(self.facts.persons.get(rank)?.identity.label())
    }
}

fn rank(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
