use crate::by_hand::{settle_derogations, settle_documents};
use crate::{
    Certificate, ControlResult, CvecNumber, Document, Identity, Ine, PastRegistration, Person, PersonId, Registration,
    RegistrationId, Request, RequestKind, SheetKind, fold,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use std::ops::Deref;
use time::Date;

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

/// The facts of an office, in their input order. Every entity's person must be among the persons.
#[derive(Clone, Debug, Default)]
pub struct OfficeFacts {
    /// Everybody.
    pub persons: Vec<Person>,
    /// Every registration: one student file each.
    pub registrations: Vec<Registration>,
    /// Every Cvec certificate.
    pub certificates: Vec<Certificate>,
    /// Every past registration.
    pub history: Vec<PastRegistration>,
    /// Every row of every request.
    pub requests: Vec<Request>,
    /// Every supporting document.
    pub documents: Vec<Document>,
    /// Every control result.
    pub controls: Vec<ControlResult>,
    /// The kinds of sheet that were given, even empty ones.
    pub kinds: BTreeSet<SheetKind>,
}

/// All that an office knows at one moment: the facts every rule looks at, with indexes across files.
#[derive(Clone, Debug, Default)]
pub struct Office {
    facts: OfficeFacts,
    places: HashMap<PersonId, Places>,
    files: HashMap<RegistrationId, usize>,
    ine_holders: HashMap<Ine, BTreeSet<PersonId>>,
    number_holders: HashMap<CvecNumber, BTreeSet<PersonId>>,
    name_holders: HashMap<NameKey, BTreeSet<PersonId>>,
    unit_rows: HashMap<String, Vec<usize>>,
    control_rows: HashMap<CvecNumber, Vec<usize>>,
}

/// Folded birth name, folded first given name and birth date.
type NameKey = (String, String, Date);

/// Where one person's rows lie in the lists of facts.
#[derive(Clone, Debug, Default)]
struct Places {
    person: usize,
    registrations: Vec<usize>,
    certificates: Vec<usize>,
    history: Vec<usize>,
    requests: Vec<usize>,
    documents: Vec<usize>,
}

impl Deref for Office {
    type Target = OfficeFacts;

    fn deref(&self) -> &OfficeFacts {
        &self.facts
    }
}

impl Office {
    /// Indexes facts. What was entered at the desk stands for what extracts say of the same.
    #[must_use]
    pub fn new(facts: OfficeFacts) -> Self {
        let mut facts = facts;
        settle_documents(&mut facts.documents);
        settle_derogations(&mut facts.requests);
        let mut office = Self { facts, ..Self::default() };
        office.index_persons();
        office.index_registrations();
        office.index_certificates();
        office.index_records();
        office
    }

    fn index_persons(&mut self) {
        self.places.reserve(self.facts.persons.len());
        for (at, person) in self.facts.persons.iter().enumerate() {
            self.places.entry(person.id).or_default().person = at;
        }
    }

    /// Only the roster's Ine and names are compared between persons: other sheets may carry alternative ones.
    fn index_registrations(&mut self) {
        for (at, entity) in self.facts.registrations.iter().enumerate() {
            self.files.insert(entity.id, at);
            let places = self.places.entry(entity.person).or_default();
            places.registrations.push(at);
            if let Some(number) = &entity.cvec_number {
                self.number_holders.entry(number.clone()).or_default().insert(entity.person);
            }
            let Some(identity) = self.facts.persons.get(places.person).map(|person| &person.identity) else { continue };
            if let Some(ine) = &identity.ine {
                self.ine_holders.entry(ine.clone()).or_default().insert(entity.person);
            }
            if let Some(key) = identity.name_key() {
                self.name_holders.entry(key).or_default().insert(entity.person);
            }
        }
    }

    fn index_certificates(&mut self) {
        for (at, entity) in self.facts.certificates.iter().enumerate() {
            self.places.entry(entity.person).or_default().certificates.push(at);
            if let Some(number) = &entity.number {
                self.number_holders.entry(number.clone()).or_default().insert(entity.person);
            }
        }
        for (at, entity) in self.facts.controls.iter().enumerate() {
            if let Some(number) = &entity.number {
                self.control_rows.entry(number.clone()).or_default().push(at);
            }
        }
    }

    fn index_records(&mut self) {
        for (at, entity) in self.facts.history.iter().enumerate() {
            self.places.entry(entity.person).or_default().history.push(at);
        }
        for (at, entity) in self.facts.documents.iter().enumerate() {
            self.places.entry(entity.person).or_default().documents.push(at);
        }
        for (at, entity) in self.facts.requests.iter().enumerate() {
            self.places.entry(entity.person).or_default().requests.push(at);
            if entity.kind == Some(RequestKind::FreeAuditor) {
                for unit in entity.unit_names() {
                    self.unit_rows.entry(fold(unit)).or_default().push(at);
                }
            }
        }
    }

    /// The registration of this number.
    #[must_use]
    pub fn registration(&self, id: RegistrationId) -> Option<&Registration> {
        self.facts.registrations.get(*self.files.get(&id)?)
    }

    /// The person of this number.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.facts.persons.get(self.places.get(&id)?.person)
    }

    /// The registrations of a person, in input order.
    pub fn registrations_of(&self, id: PersonId) -> impl Iterator<Item = &Registration> {
        pick(&self.facts.registrations, self.places.get(&id).map(|places| places.registrations.as_slice()))
    }

    /// The certificates of a person, in input order.
    pub fn certificates_of(&self, id: PersonId) -> impl Iterator<Item = &Certificate> {
        pick(&self.facts.certificates, self.places.get(&id).map(|places| places.certificates.as_slice()))
    }

    /// The past registrations of a person, in input order.
    pub fn history_of(&self, id: PersonId) -> impl Iterator<Item = &PastRegistration> {
        pick(&self.facts.history, self.places.get(&id).map(|places| places.history.as_slice()))
    }

    /// The requests of a person, in input order.
    pub fn requests_of(&self, id: PersonId) -> impl Iterator<Item = &Request> {
        pick(&self.facts.requests, self.places.get(&id).map(|places| places.requests.as_slice()))
    }

    /// The supporting documents of a person, in input order.
    pub fn documents_of(&self, id: PersonId) -> impl Iterator<Item = &Document> {
        pick(&self.facts.documents, self.places.get(&id).map(|places| places.documents.as_slice()))
    }

    /// The control results of a number, in input order.
    pub fn controls_of(&self, number: &CvecNumber) -> impl Iterator<Item = &ControlResult> {
        pick(&self.facts.controls, self.control_rows.get(number).map(Vec::as_slice))
    }

    /// The rows of free auditors' requests that name a unit, whatever its case, accents and punctuation.
    pub fn auditor_rows_of(&self, unit: &str) -> impl Iterator<Item = &Request> {
        pick(&self.facts.requests, self.unit_rows.get(&fold(unit)).map(Vec::as_slice))
    }

    /// Everybody whose roster row carries the birth name, first given name and birth date of this identity.
    pub fn holders_of_name(&self, identity: &Identity) -> impl Iterator<Item = PersonId> {
        identity.name_key().and_then(|key| self.name_holders.get(&key)).into_iter().flatten().copied()
    }

    /// Everybody whom a rule across files compares with a person, the person included: by Ine, by certificate number,
    /// by name and birth date, by unit followed as an auditor.
    #[must_use]
    pub fn linked(&self, id: PersonId) -> BTreeSet<PersonId> {
        let mut linked = BTreeSet::from([id]);
        if let Some(person) = self.person(id) {
            linked.extend(person.identity.ine.iter().flat_map(|ine| self.holders_of_ine(ine)));
            linked.extend(self.holders_of_name(&person.identity));
        }
        let carried = self.registrations_of(id).filter_map(|registration| registration.cvec_number.as_ref());
        let certified = self.certificates_of(id).filter_map(|certificate| certificate.number.as_ref());
        linked.extend(carried.chain(certified).flat_map(|number| self.holders_of_number(number)));
        let units = self.requests_of(id).filter(|request| request.kind == Some(RequestKind::FreeAuditor));
        let rows = units.flat_map(|request| request.unit_names()).flat_map(|unit| self.auditor_rows_of(unit));
        linked.extend(rows.map(|request| request.person));
        linked
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
