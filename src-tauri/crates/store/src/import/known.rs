//! What the workspace knows when an import is planned.

use crate::content::{ContentHash, Layout};
use crate::facts::{Fact, KeptRows, PERSON, StoredPerson, all_kept_rows, persons};
use crate::history::undone;
use crate::pack::{PackedCell, unpack};
use crate::sources::load_sheets;
use crate::statement::{StatedRow, Statement, differences};
use guichet_model::{
    BY_HAND, Certificate, Document, Identity, Ine, PastRegistration, PersonId, PersonIndex, Registration, Request,
    SheetKind, TypedRow,
};
use rusqlite::Connection;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// One stored fact of the kind being planned.
pub(super) struct KnownFact {
    pub(super) id: i64,
    pub(super) person: PersonId,
    pub(super) source: i64,
    /// The operation that wrote it last, when it is known.
    pub(super) operation: Option<i64>,
    /// Whether a row of this plan says the same or replaces it.
    pub(super) met: bool,
}

/// The stored facts of one kind of sheet.
#[derive(Default)]
pub(super) struct KnownFacts {
    pub(super) facts: Vec<KnownFact>,
    pub(super) by_content: HashMap<ContentHash, Vec<usize>>,
    pub(super) by_key: HashMap<(PersonId, String), Vec<usize>>,
    /// Further rows that speak for facts, by fact.
    kept: HashMap<i64, Vec<KeptRow>>,
    /// What each of the newest rows of a fact says, where several came together; and whether a row of this plan says it.
    newest: HashMap<usize, HashMap<ContentHash, bool>>,
}

/// A further row that speaks for a fact.
struct KeptRow {
    row: i64,
    /// Whether it came together with the one before it.
    beside: bool,
    content: ContentHash,
    /// The operation that wrote it.
    operation: Option<i64>,
}

/// The persons of the workspace and how to recognise them.
pub(super) struct KnownPersons {
    pub(super) index: PersonIndex,
    pub(super) persons: HashMap<PersonId, StoredPerson>,
    /// Those whose identity was not read from a roster.
    pub(super) provisional: HashSet<PersonId>,
    /// The operation that wrote each last, when it is known.
    operations: HashMap<PersonId, i64>,
    /// The operations that learned further Ines of a person.
    taught: HashMap<PersonId, Vec<i64>>,
    /// Further rows that speak for identities.
    kept: KeptRows,
}

impl KnownPersons {
    /// The operations to which it is due that a person is known as they are.
    pub(super) fn written_by(&self, person: PersonId) -> impl Iterator<Item = i64> {
        let taught = self.taught.get(&person).into_iter().flatten();
        self.operations.get(&person).into_iter().chain(taught).copied()
    }

    /// What the rows say that a person's identity was read from.
    pub(super) fn statement(&self, person: &StoredPerson, stored: &StoredRows<'_>) -> rusqlite::Result<Statement> {
        let others = self.kept.get(&person.id.0).into_iter().flatten().copied();
        stored.statement(std::iter::once((person.source, false)).chain(others))
    }

    /// What the newest rows of a person's identity say, when several came together.
    pub(super) fn newest(&self, person: &StoredPerson, stored: &StoredRows<'_>) -> rusqlite::Result<Vec<ContentHash>> {
        let others = self.kept.get(&person.id.0).into_iter().flatten().take_while(|(_, beside)| *beside);
        let others: Vec<i64> = others.map(|(row, _)| *row).collect();
        if others.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = stored.connection.prepare_cached("SELECT content FROM source_row WHERE id = ?1")?;
        let rows = std::iter::once(person.source).chain(others);
        rows.map(|row| query.query_row([row], |found| found.get(0))).collect()
    }

    pub(super) fn load(connection: &Connection) -> rusqlite::Result<Self> {
        let mut index = PersonIndex::default();
        let mut by_id = HashMap::new();
        for person in persons(connection, None)? {
            index.add(person.id, &person.identity);
            by_id.insert(person.id, person);
        }
        let mut taught: HashMap<PersonId, Vec<i64>> = HashMap::new();
        let mut statement = connection.prepare("SELECT person, ine, operation FROM person_ine ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (person, ine): (i64, String) = (row.get(0)?, row.get(1)?);
            let person = PersonId(person);
            index.add(person, &Identity { ine: Ine::new(&ine), ..Identity::default() });
            if let Some(operation) = row.get(2)? {
                taught.entry(person).or_default().push(operation);
            }
        }
        let (mut provisional, mut operations) = (HashSet::new(), HashMap::new());
        let mut statement = connection.prepare(
            "SELECT p.id, s.kind <> 'roster', r.operation, EXISTS (SELECT 1 FROM registration WHERE person = p.id)
             FROM person p JOIN source_row r ON r.id = p.source_row JOIN source_sheet s ON s.id = r.sheet",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let person = PersonId(row.get(0)?);
            if row.get(1)? {
                provisional.insert(person);
                if !row.get::<_, bool>(3)? {
                    index.mark_unnamed(person);
                }
            }
            operations.extend(row.get::<_, Option<i64>>(2)?.map(|operation| (person, operation)));
        }
        let kept = all_kept_rows(connection)?.remove(PERSON).unwrap_or_default();
        Ok(Self { index, persons: by_id, provisional, operations, taught, kept })
    }
}

impl KnownFacts {
    pub(super) fn load(stored: &StoredRows<'_>, kind: SheetKind) -> rusqlite::Result<Self> {
        match kind {
            SheetKind::Roster => Self::of::<Registration>(stored),
            SheetKind::History => Self::of::<PastRegistration>(stored),
            SheetKind::Certificates => Self::of::<Certificate>(stored),
            SheetKind::Documents => Self::of::<Document>(stored),
            SheetKind::Requests => Self::of::<Request>(stored),
            SheetKind::CvecStates => Self::of_control_results(stored.connection),
        }
    }

    fn of<F: Fact>(stored: &StoredRows<'_>) -> rusqlite::Result<Self> {
        let (table, key) = (F::TABLE, F::KEY);
        let mut known = Self::read(
            stored.connection,
            &format!(
                "SELECT f.id, f.person, f.source_row, r.content,
                 CASE WHEN r.sheet IN (SELECT s.id FROM source_sheet s JOIN source_file o ON o.id = s.file
                     WHERE o.sha256 LIKE '{BY_HAND}%') THEN '{BY_HAND}' ELSE '' END || {key}, r.operation FROM
                 (SELECT *, id AS fact FROM {table}) f JOIN source_row r ON r.id = f.source_row ORDER BY f.fact"
            ),
        )?;
        known.find_merged(table, stored)?;
        Ok(known)
    }

    /// Control results name certificates, not persons, and are known word for word only: a later control of the same
    /// certificate is one more result.
    fn of_control_results(connection: &Connection) -> rusqlite::Result<Self> {
        Self::read(
            connection,
            "SELECT c.id, 0, c.source_row, r.content, '', r.operation FROM control_result c
             JOIN source_row r ON r.id = c.source_row ORDER BY c.id",
        )
    }

    fn read(connection: &Connection, query: &str) -> rusqlite::Result<Self> {
        let mut known = Self::default();
        let mut statement = connection.prepare(query)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let at = known.facts.len();
            let person = PersonId(row.get(1)?);
            let (id, source, operation) = (row.get(0)?, row.get(2)?, row.get(5)?);
            known.facts.push(KnownFact { id, person, source, operation, met: false });
            known.by_content.entry(row.get(3)?).or_default().push(at);
            known.by_key.entry((person, row.get(4)?)).or_default().push(at);
        }
        Ok(known)
    }

    /// Facts that several rows say are known by what these say together, too.
    fn find_merged(&mut self, table: &str, stored: &StoredRows<'_>) -> rusqlite::Result<()> {
        let mut query = stored.connection.prepare(
            "SELECT k.fact, k.source_row, k.beside, r.content, r.operation FROM kept_row k
             JOIN source_row r ON r.id = k.source_row WHERE k.of = ?1 ORDER BY k.fact, k.rank",
        )?;
        let mut rows = query.query([table])?;
        while let Some(row) = rows.next()? {
            let kept = KeptRow { row: row.get(1)?, beside: row.get(2)?, content: row.get(3)?, operation: row.get(4)? };
            self.kept.entry(row.get(0)?).or_default().push(kept);
        }
        if self.kept.is_empty() {
            return Ok(());
        }
        let mut first: Vec<(usize, ContentHash)> =
            self.by_content.iter().flat_map(|(content, facts)| facts.iter().map(|at| (*at, *content))).collect();
        first.retain(|(at, _)| self.is_merged(*at));
        for (at, content) in first {
            let kept = self.kept.get(&self.facts[at].id).into_iter().flatten().take_while(|row| row.beside);
            let beside: Vec<ContentHash> = kept.map(|row| row.content).collect();
            // What they contradict each other about, one of them settles when it comes again.
            if !beside.is_empty() && self.statement(at, stored)?.hash().is_some() {
                let said = std::iter::once(content).chain(beside.iter().copied()).map(|content| (content, false));
                self.newest.insert(at, said.collect());
            }
            for content in beside.into_iter().filter(|_| self.newest.contains_key(&at)) {
                let same = self.by_content.entry(content).or_default();
                if !same.contains(&at) {
                    same.push(at);
                }
            }
        }
        let merged: Vec<usize> = (0..self.facts.len()).filter(|at| self.is_merged(*at)).collect();
        for at in merged {
            let Some(content) = self.statement(at, stored)?.hash() else { continue };
            let same = self.by_content.entry(content).or_default();
            if !same.contains(&at) {
                same.push(at);
            }
        }
        Ok(())
    }

    /// Whether several rows say a fact.
    pub(super) fn is_merged(&self, at: usize) -> bool {
        self.kept.contains_key(&self.facts[at].id)
    }

    /// Gives facts of some persons to others; answers which.
    pub(super) fn give(&mut self, with: &HashMap<PersonId, PersonId>) -> Vec<usize> {
        let mut given = Vec::new();
        for (at, fact) in self.facts.iter_mut().enumerate() {
            if let Some(other) = with.get(&fact.person) {
                fact.person = *other;
                given.push(at);
            }
        }
        let theirs: Vec<_> = self.by_key.keys().filter(|(person, _)| with.contains_key(person)).cloned().collect();
        for (person, key) in theirs {
            let facts = self.by_key.remove(&(person, key.clone())).unwrap_or_default();
            self.by_key.entry((with[&person], key)).or_default().extend(facts);
        }
        given
    }

    /// What the rows of a fact say.
    pub(super) fn statement(&self, at: usize, stored: &StoredRows<'_>) -> rusqlite::Result<Statement> {
        let fact = &self.facts[at];
        let others = self.kept.get(&fact.id).into_iter().flatten().map(|kept| (kept.row, kept.beside));
        stored.statement(std::iter::once((fact.source, false)).chain(others))
    }

    /// The operations that wrote the rows of a fact, when they are known.
    pub(super) fn written_by(&self, at: usize) -> impl Iterator<Item = i64> {
        let fact = &self.facts[at];
        let older = self.kept.get(&fact.id).into_iter().flatten().filter_map(|kept| kept.operation);
        fact.operation.into_iter().chain(older)
    }

    /// The fact that a row says word for word, if no other row has met it.
    pub(super) fn meet_content(
        &mut self,
        content: &ContentHash,
        row: &TypedRow,
        stored: &StoredRows<'_>,
    ) -> rusqlite::Result<Option<usize>> {
        for at in self.by_content.get(content).into_iter().flatten().copied() {
            if let Some(said) = self.newest.get_mut(&at).and_then(|newest| newest.get_mut(content))
                && !std::mem::replace(said, true)
            {
                self.facts[at].met = true;
                return Ok(Some(at));
            }
            // Words of one row are not all that is known of a fact that several say.
            let says_all = || -> rusqlite::Result<bool> {
                Ok(differences(&self.statement(at, stored)?, &Statement::of_row(row)?).is_empty())
            };
            if !self.facts[at].met && (!self.is_merged(at) || says_all()?) {
                self.facts[at].met = true;
                return Ok(Some(at));
            }
        }
        Ok(None)
    }

    /// Whether some of the newest rows of a fact, which came together, were not met though others were.
    pub(super) fn is_partly_met(&self, at: usize) -> bool {
        self.newest.get(&at).is_some_and(|newest| newest.values().any(|met| !met))
    }

    /// The facts with a key that no row has met.
    pub(super) fn unmet_with_key(&self, person: PersonId, key: &str) -> Vec<usize> {
        let all = self.by_key.get(&(person, key.to_owned())).into_iter().flatten().copied();
        all.filter(|at| !self.facts[*at].met).collect()
    }

    /// The facts of some persons with their keys, in the order in which they came.
    pub(super) fn of_persons(&self, persons: &HashSet<PersonId>) -> HashMap<PersonId, Vec<(&str, usize)>> {
        let mut facts: HashMap<PersonId, Vec<(&str, usize)>> = HashMap::new();
        for ((person, key), all) in self.by_key.iter().filter(|((person, _), _)| persons.contains(person)) {
            facts.entry(*person).or_default().extend(all.iter().map(|at| (key.as_str(), *at)));
        }
        facts.values_mut().for_each(|facts| facts.sort_unstable_by_key(|(_, at)| *at));
        facts
    }
}

/// Reads stored rows again, to show what changes.
pub(super) struct StoredRows<'c> {
    connection: &'c Connection,
    layouts: HashMap<i64, Arc<Layout>>,
}

impl<'c> StoredRows<'c> {
    pub(super) fn connection(&self) -> &'c Connection {
        self.connection
    }

    pub(super) fn new(connection: &'c Connection) -> rusqlite::Result<Self> {
        let sheets = load_sheets(connection)?;
        let layouts = sheets.into_iter().map(|(id, sheet)| (id, Arc::new(Layout::of(&sheet)))).collect();
        Ok(Self { connection, layouts })
    }

    /// What stored rows say together, the newest first, each with whether it came with the one before it.
    fn statement(&self, rows: impl Iterator<Item = (i64, bool)>) -> rusqlite::Result<Statement> {
        let rows = rows.map(|(id, beside)| {
            let (layout, cells) = self.read(id)?;
            Ok(StatedRow { layout, cells, beside })
        });
        rows.collect::<rusqlite::Result<_>>().map(Statement::of_stored)
    }

    /// A stored row with its sheet's layout.
    fn read(&self, id: i64) -> rusqlite::Result<(Arc<Layout>, Vec<PackedCell>)> {
        let (sheet, packed): (i64, Vec<u8>) = self
            .connection
            .prepare_cached("SELECT sheet, cells FROM source_row WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let layout = self.layouts.get(&sheet).ok_or_else(|| crate::error::unreadable("source_row.sheet"))?;
        Ok((Arc::clone(layout), unpack(&packed)?))
    }
}

/// Rows that could be about several persons when facts last changed.
#[derive(Default)]
pub(crate) struct LeftOut {
    pub(crate) contents: HashSet<ContentHash>,
    /// The operation that left them out.
    pub(crate) operation: Option<i64>,
}

/// The rows left out by the last import on facts that stands. Trying them again on the same facts would take into
/// account persons that came after them in the same files: importing a file twice would then change something.
pub(crate) fn left_out(connection: &Connection) -> rusqlite::Result<LeftOut> {
    let undone = undone(connection)?;
    let operation: Option<i64> = connection
        .prepare("SELECT DISTINCT operation FROM left_out ORDER BY operation DESC")?
        .query_map([], |row| row.get(0))?
        .find(|operation| operation.as_ref().map_or(true, |operation| !undone.contains_key(operation)))
        .transpose()?;
    let contents = connection
        .prepare("SELECT content FROM left_out WHERE operation = ?1 AND content <> x''")?
        .query_map([operation], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(LeftOut { contents, operation })
}

/// The registrations, met or not, with their years.
pub(super) fn registration_years(connection: &Connection) -> rusqlite::Result<HashMap<i64, Option<i64>>> {
    connection
        .prepare("SELECT id, academic_year FROM registration")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// The years that rows are about.
pub(super) type Years = BTreeSet<Option<i64>>;
