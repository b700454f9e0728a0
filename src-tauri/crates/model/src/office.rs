use crate::{
    Certificate, CvecNumber, Document, Identity, Ine, Match, PastRegistration, Person, PersonId, PersonIndex, Problem,
    ProblemCode, Registration, RegistrationId, Request, SheetKind, SourceRow, TypedRow,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// How a student file is named to the outside.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FileKey {
    /// Student number.
    pub student_number: Option<String>,
    /// Ine.
    pub ine: Option<String>,
    /// Birth name.
    pub birth_name: Option<String>,
    /// First given name.
    pub given_name: Option<String>,
    /// Birth date, `yyyy-mm-dd`.
    pub birth_date: Option<String>,
}

impl From<&Identity> for FileKey {
    fn from(identity: &Identity) -> Self {
        Self {
            student_number: identity.student_number.clone(),
            ine: identity.ine.as_ref().map(|ine| ine.as_str().to_owned()),
            birth_name: identity.birth_name.clone(),
            given_name: identity.given_name.clone(),
            birth_date: identity.birth_date.map(|date| date.to_string()),
        }
    }
}

/// All that an office knows at one moment: the facts every rule looks at, with indexes across files.
///
/// Files (registrations) keep their input order.
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// Everybody.
    pub persons: Vec<Person>,
    /// Every registration: one student file each.
    pub registrations: Vec<Registration>,
    /// Every Cvec certificate.
    pub certificates: Vec<Certificate>,
    /// Every past registration.
    pub history: Vec<PastRegistration>,
    /// Every request.
    pub requests: Vec<Request>,
    /// Every supporting document.
    pub documents: Vec<Document>,
    /// The kinds of sheet that were given, even empty ones.
    pub kinds: BTreeSet<SheetKind>,
    places: HashMap<PersonId, Places>,
    ine_holders: HashMap<Ine, BTreeSet<PersonId>>,
    number_holders: HashMap<CvecNumber, BTreeSet<PersonId>>,
}

/// Where one person's rows lie in the lists above.
#[derive(Clone, Debug, Default)]
struct Places {
    person: usize,
    registrations: Vec<usize>,
    certificates: Vec<usize>,
    history: Vec<usize>,
    requests: Vec<usize>,
}

impl Office {
    /// Indexes facts loaded from elsewhere. Every entity's person must be in `persons`.
    #[must_use]
    pub fn new(
        persons: Vec<Person>,
        registrations: Vec<Registration>,
        certificates: Vec<Certificate>,
        history: Vec<PastRegistration>,
        requests: Vec<Request>,
        documents: Vec<Document>,
        kinds: BTreeSet<SheetKind>,
    ) -> Self {
        let mut office =
            Self { persons, registrations, certificates, history, requests, documents, kinds, ..Self::default() };
        office.index();
        office
    }

    /// Assembles an office from the typed rows of its sheets, in memory, by the matching order of [`PersonIndex`].
    ///
    /// Rows that say of nobody in particular, or could be about several persons, are left out and told.
    #[must_use]
    pub fn assemble(rows: &[TypedRow], kinds: BTreeSet<SheetKind>) -> (Self, Vec<Problem>) {
        let mut assembly = Assembly { office: Self { kinds, ..Self::default() }, ..Assembly::default() };
        for kind in SheetKind::ALL {
            for row in rows.iter().filter(|row| row.source.sheet.kind == *kind) {
                assembly.take(*kind, row);
            }
        }
        assembly.office.index();
        let told = assembly.told.iter().map(|(code, source)| (*code, source.sheet.as_ref(), source.row));
        let problems = Problem::group_rows(told);
        (assembly.office, problems)
    }

    fn index(&mut self) {
        let mut places: HashMap<PersonId, Places> = HashMap::with_capacity(self.persons.len());
        for (at, person) in self.persons.iter().enumerate() {
            places.entry(person.id).or_default().person = at;
        }
        for (at, entity) in self.registrations.iter().enumerate() {
            let places = places.entry(entity.person).or_default();
            places.registrations.push(at);
            if let Some(number) = &entity.cvec_number {
                self.number_holders.entry(number.clone()).or_default().insert(entity.person);
            }
            // Only the roster's Ine is compared between persons: other sheets may carry an alternative one.
            if let Some(ine) = self.persons.get(places.person).and_then(|person| person.identity.ine.as_ref()) {
                self.ine_holders.entry(ine.clone()).or_default().insert(entity.person);
            }
        }
        for (at, entity) in self.certificates.iter().enumerate() {
            places.entry(entity.person).or_default().certificates.push(at);
            if let Some(number) = &entity.number {
                self.number_holders.entry(number.clone()).or_default().insert(entity.person);
            }
        }
        for (at, entity) in self.history.iter().enumerate() {
            places.entry(entity.person).or_default().history.push(at);
        }
        for (at, entity) in self.requests.iter().enumerate() {
            places.entry(entity.person).or_default().requests.push(at);
        }
        self.places = places;
    }

    /// The person of this number.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.persons.get(self.places.get(&id)?.person)
    }

    /// The registrations of a person, in input order.
    pub fn registrations_of(&self, id: PersonId) -> impl Iterator<Item = &Registration> {
        pick(&self.registrations, self.places.get(&id).map(|places| places.registrations.as_slice()))
    }

    /// The certificates of a person, in input order.
    pub fn certificates_of(&self, id: PersonId) -> impl Iterator<Item = &Certificate> {
        pick(&self.certificates, self.places.get(&id).map(|places| places.certificates.as_slice()))
    }

    /// The past registrations of a person, in input order.
    pub fn history_of(&self, id: PersonId) -> impl Iterator<Item = &PastRegistration> {
        pick(&self.history, self.places.get(&id).map(|places| places.history.as_slice()))
    }

    /// The requests of a person, in input order.
    pub fn requests_of(&self, id: PersonId) -> impl Iterator<Item = &Request> {
        pick(&self.requests, self.places.get(&id).map(|places| places.requests.as_slice()))
    }

    /// Everybody whose roster row carries this Ine.
    pub fn holders_of_ine(&self, ine: &Ine) -> impl Iterator<Item = PersonId> {
        self.ine_holders.get(ine).into_iter().flatten().copied()
    }

    /// Everybody for whom a roster row or a certificate carries this number.
    pub fn holders_of_number(&self, number: &CvecNumber) -> impl Iterator<Item = PersonId> {
        self.number_holders.get(number).into_iter().flatten().copied()
    }
}

fn pick<'a, T>(all: &'a [T], places: Option<&'a [usize]>) -> impl Iterator<Item = &'a T> {
    places.unwrap_or_default().iter().filter_map(|at| all.get(*at))
}

/// An office being assembled from rows.
#[derive(Default)]
struct Assembly {
    office: Office,
    index: PersonIndex,
    /// Where each person's registrations lie.
    registrations: HashMap<PersonId, Vec<usize>>,
    /// Rows left out, or about somebody who is not in the roster.
    told: Vec<(ProblemCode, Arc<SourceRow>)>,
}

impl Assembly {
    fn take(&mut self, kind: SheetKind, row: &TypedRow) {
        let identity = Identity::from_row(row);
        let found = self.index.find(&identity);
        if kind == SheetKind::Roster {
            return self.take_roster_row(row, identity, found);
        }
        // A control result names a certificate, not a person; it is read by the rules that need it.
        if kind == SheetKind::CvecStates {
            return;
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
        match kind {
            SheetKind::History => self.office.history.push(PastRegistration::from_row(person, row)),
            SheetKind::Certificates => self.office.certificates.push(Certificate::from_row(person, row)),
            SheetKind::Documents => self.office.documents.push(Document::from_row(person, row)),
            SheetKind::Requests => self.office.requests.push(Request::from_row(person, row)),
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
        let id = RegistrationId(rank(self.office.registrations.len()));
        let registration = Registration::from_row(id, person, row);
        // The same roster given twice, or in two formats, is one roster.
        let own = self.registrations.entry(person).or_default();
        let known = own.iter().filter_map(|at| self.office.registrations.get(*at));
        if known.into_iter().any(|known| known.source.says_the_same(&row.source)) {
            return;
        }
        own.push(self.office.registrations.len());
        self.office.registrations.push(registration);
    }

    fn new_person(&mut self, row: &TypedRow, identity: Identity) -> PersonId {
        let id = PersonId(rank(self.office.persons.len()));
        self.index.add(id, &identity);
        self.office.persons.push(Person { id, identity, source: Arc::clone(&row.source) });
        id
    }

    fn tell(&mut self, row: &TypedRow, code: ProblemCode) {
        self.told.push((code, Arc::clone(&row.source)));
    }
}

fn rank(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
