use crate::{Identity, Ine, Likeness, Match, PersonId, PersonIndex, PersonKey, SheetKind};
use time::Date;
use time::macros::format_description;

/// An identity from `field=value; ...`.
pub(crate) fn identity(text: &str) -> Identity {
    let mut identity = Identity::default();
    for (field, value) in text.split(';').filter_map(|part| part.split_once('=')) {
        let value = unescaped(value.trim());
        match field.trim() {
            "number" => identity.student_number = Some(value),
            "ine" => identity.ine = Ine::new(&value),
            "name" => identity.birth_name = Some(value),
            "use" => identity.use_name = Some(value),
            "given" => identity.given_name = Some(value),
            "born" => {
                let date = Date::parse(&value, format_description!("[year]-[month]-[day]"));
                identity.birth_date = Some(date.expect("a date"));
            }
            other => panic!("{other}"),
        }
    }
    identity
}

/// `\u{...}` as the character it stands for.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("closed");
        let code = u32::from_str_radix(code, 16).expect("hexadecimal");
        plain.push(char::from_u32(code).expect("a character"));
        plain.push_str(rest);
    }
    plain
}

/// Whom one row of a sheet is about, when one person is known.
fn recognise(known: &str, row: &str, kind: SheetKind) -> Match {
    let mut index = PersonIndex::default();
    index.add(PersonId(1), &identity(known));
    index.recognise(kind, &[identity(row)], |_| PersonId(2)).matches.remove(0)
}

fn verdict(found: &Match) -> String {
    match found {
        Match::One(PersonId(1), PersonKey::StudentNumber) => "one: student number".into(),
        Match::One(PersonId(1), PersonKey::Ine) => "one: ine".into(),
        Match::One(PersonId(1), PersonKey::NameAndBirthDate) => "one: name and birth date".into(),
        Match::New(PersonId(2)) => "two persons".into(),
        Match::Doubtful(candidates) => {
            let reasons: Vec<&str> = candidates.iter().flat_map(|one| &one.because).map(|one| one.as_str()).collect();
            format!("to confirm: {}", reasons.join(", "))
        }
        other => format!("{other:?}"),
    }
}

/// The lines of the table of what differs, or of the one under a known student number: what differs, one identity, the
/// other, the verdict.
fn table(under_number: bool) -> Vec<[&'static str; 4]> {
    let page = include_str!("../../../docs/identity.md");
    let (first, second) = page.split_once("## Under a known student number").expect("both tables");
    let lines = if under_number { second } else { first }.lines().filter(|line| line.starts_with("| "));
    let cells = lines.skip(1).map(|line| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    cells.map(|cells| <[&str; 4]>::try_from(cells).expect("four cells")).collect()
}

#[test]
fn the_table_of_identities_holds() {
    let table = table(false);
    assert!(table.len() > 40);
    for [what, known, row, expected] in table {
        assert_eq!(verdict(&recognise(known, row, SheetKind::Certificates)), expected, "{what}");
    }
}

#[test]
fn every_likeness_stands_in_the_table() {
    for likeness in Likeness::ALL {
        let named = |verdict: &str| verdict.split([':', ',']).any(|word| word.trim() == likeness.as_str());
        let lines = [table(false), table(true)].concat();
        assert!(lines.iter().any(|[.., verdict]| named(verdict)), "{}", likeness.as_str());
    }
}

#[test]
fn the_table_reads_the_same_from_both_sides() {
    // What is known and what is read change places: nothing depends on who came first.
    for [what, known, row, expected] in table(false) {
        assert_eq!(verdict(&recognise(row, known, SheetKind::Certificates)), expected, "{what}");
    }
    for [what, known, row, expected] in table(true).into_iter().filter(|line| !line[2].ends_with("number=1")) {
        assert_eq!(verdict_under_number(row, known), expected, "{what}");
    }
}

/// The verdict on a roster's row, with what is told of it.
fn verdict_under_number(known: &str, row: &str) -> String {
    let mut index = PersonIndex::default();
    index.add(PersonId(1), &identity(known));
    let found = index.recognise(SheetKind::Roster, &[identity(row)], |_| PersonId(2));
    let told = found.remarks.iter().map(|remark| format!(", told: {}", remark.code.as_str()));
    verdict(&found.matches[0]) + &told.collect::<String>()
}

#[test]
fn the_table_under_a_known_number_holds() {
    for [what, known, row, expected] in table(true) {
        assert_eq!(verdict_under_number(known, row), expected, "{what}");
    }
    // Another sheet than a certificate's is asked about too.
    let other = recognise("number=1; name=Dupré; given=Zoé", "number=1; name=Autre; given=Paul", SheetKind::History);
    assert_eq!(verdict(&other), "to confirm: student-number");
}

#[test]
fn a_number_given_twice_on_purpose_names_each_by_the_rest() {
    let mut index = PersonIndex::default();
    let (one, other) =
        ("number=1; name=Dupré; given=Zoé; born=2004-05-06", "number=1; name=Autre; given=Paul; born=1999-01-02");
    index.add(PersonId(1), &identity(one));
    index.add(PersonId(2), &identity(other));
    let third = identity("number=1; name=Tiers; given=Luc; born=2001-02-03");
    let found = index.recognise(SheetKind::Roster, &[identity(other), identity(one), third], |_| PersonId(9));
    let number = |id| Match::One(PersonId(id), PersonKey::StudentNumber);
    assert_eq!(found.matches[..2], [number(2), number(1)]);
    assert!(matches!(&found.matches[2], Match::Doubtful(candidates) if candidates.len() == 2));
}

/// Whom each row is about, as the least rank of the rows about that person, and who is left out.
fn persons_of(kind: SheetKind, rows: &[Identity], order: &[usize]) -> Vec<String> {
    let mut index = PersonIndex::default();
    index.add(PersonId(1), &identity("number=101; ine=1409002949V; name=Dupré; given=Zoé; born=2004-05-06"));
    index.add(PersonId(2), &identity("ine=0AAAAA00018; name=Exemple; use=Autre; given=Anne; born=2003-02-03"));
    let permuted: Vec<Identity> = order.iter().map(|row| rows[*row].clone()).collect();
    let found = index.recognise(kind, &permuted, |row| PersonId(1000 + i64::try_from(row).expect("few rows")));
    let mut least: std::collections::HashMap<i64, usize> = std::collections::HashMap::new();
    for (row, matched) in order.iter().zip(&found.matches) {
        if let Match::One(id, _) | Match::New(id) = matched {
            let least = least.entry(id.0).or_insert(*row);
            *least = (*least).min(*row);
        }
    }
    let mut said = vec![String::new(); rows.len()];
    for (row, matched) in order.iter().zip(&found.matches) {
        said[*row] = match matched {
            Match::One(id, _) | Match::New(id) if id.0 < 1000 => format!("person {}", id.0),
            Match::One(id, _) | Match::New(id) => format!("like row {}", least[&id.0]),
            Match::Doubtful(candidates) => format!("one of {}", candidates.len()),
            Match::WithoutKey => "nobody".to_owned(),
        };
    }
    said
}

/// A plain generator: the same numbers at each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("thirty-one bits") % limit
    }

    fn identity(&mut self) -> Identity {
        const NUMBERS: [&str; 6] = ["", "", "", "101", "102", "0102"];
        const INES: [&str; 6] = ["", "", "1409002949V", "0AAAAA00018", "123456789JH", "123456789J"];
        const NAMES: [&str; 9] = [
            "",
            "name=Dupré; given=Zoé; born=2004-05-06",
            "name=ZOE; given=DUPRE; born=2004-05-06",
            "name=Martin; use=Dupré; given=Zoé; born=2004-05-06",
            "name=Dupré; given=Zoé Marie; born=2004-05-06",
            "name=Dupré; given=Zoé; born=2004-06-05",
            "name=Exemple; given=Anne; born=2003-02-03",
            "name=Exemple; given=Anne",
            "name=Personne",
        ];
        let (number, ine) = (NUMBERS[self.below(NUMBERS.len())], INES[self.below(INES.len())]);
        let mut identity = identity(NAMES[self.below(NAMES.len())]);
        identity.student_number = (!number.is_empty()).then(|| number.to_owned());
        identity.ine = Ine::new(ine);
        identity
    }
}

#[test]
fn no_order_of_rows_changes_whom_they_are_about() {
    for seed in 0..600 {
        let mut numbers = Numbers(seed);
        let count = 2 + numbers.below(7);
        let rows: Vec<Identity> = (0..count).map(|_| numbers.identity()).collect();
        let kind = [SheetKind::Roster, SheetKind::Certificates][numbers.below(2)];
        let mut order: Vec<usize> = (0..count).collect();
        let expected = persons_of(kind, &rows, &order);
        for _ in 0..4 {
            for at in (1..count).rev() {
                order.swap(at, numbers.below(at + 1));
            }
            assert_eq!(persons_of(kind, &rows, &order), expected, "seed {seed}: {rows:#?}");
        }
    }
}

/// Recognises rows of a sheet when nobody is known.
fn together(kind: SheetKind, rows: &[&str]) -> Vec<i64> {
    let rows: Vec<Identity> = rows.iter().map(|row| identity(row)).collect();
    let found = PersonIndex::default().recognise(kind, &rows, |row| PersonId(i64::try_from(row).expect("few rows")));
    let id = |matched: &Match| match matched {
        Match::One(id, _) | Match::New(id) => id.0,
        Match::Doubtful(_) => -1,
        Match::WithoutKey => -2,
    };
    found.matches.iter().map(id).collect()
}

#[test]
fn rows_of_one_person_under_different_keys_are_one_person() {
    let by_number = "number=101; ine=1409002949V";
    let by_both = "ine=1409002949V; name=Dupré; given=Zoé; born=2004-05-06";
    let by_name = "ine=123456789JH; name=DUPRE; given=Zoé; born=2004-05-06";
    let by_other_ine = "ine=123456789JH";
    let rows = [by_number, by_both, by_name, by_other_ine];
    for kind in [SheetKind::Roster, SheetKind::Certificates] {
        assert_eq!(together(kind, &rows), [0; 4]);
        assert_eq!(together(kind, &[by_other_ine, by_name, by_both, by_number]), [0; 4], "whatever the order");
    }
}

#[test]
fn homonyms_with_numbers_are_two_and_a_row_with_their_name_alone_is_asked() {
    let (one, two) =
        ("number=1; name=Dupré; given=Zoé; born=2004-05-06", "number=2; name=Dupré; given=Zoé; born=2004-05-06");
    assert_eq!(together(SheetKind::Roster, &[one, two, "name=Dupré; given=Zoé; born=2004-05-06"]), [0, 1, -1]);
}

#[test]
fn one_ine_under_two_names_of_a_roster_is_two_persons() {
    let (one, two) = (
        "ine=1409002949V; name=Dupré; given=Zoé; born=2004-05-06",
        "ine=1409002949V; name=Autre; given=Paul; born=1999-01-02",
    );
    assert_eq!(together(SheetKind::Roster, &[one, two, "ine=1409002949V"]), [0, 1, -1], "the Ine alone names neither");
}

#[test]
fn the_row_with_the_number_says_who_the_person_is() {
    let rows = [identity("ine=1409002949V"), identity("number=101; ine=1409002949V")];
    let found = PersonIndex::default().recognise(SheetKind::Roster, &rows, |_| PersonId(5));
    assert_eq!(found.several, [(PersonId(5), vec![0, 1])]);
}

#[test]
fn an_ine_that_a_certificate_teaches_is_known_from_then_on() {
    let mut index = PersonIndex::default();
    index.add(PersonId(1), &identity("number=101; ine=1409002949V; name=Dupré; given=Zoé; born=2004-05-06"));
    index.add(PersonId(2), &identity("number=102; name=Autre; given=Paul; born=1999-01-02"));
    let rows = [
        identity("number=101; ine=123456789JH; name=Dupré; given=Zoé; born=2004-05-06"),
        identity("number=102; ine=0AAAAA00018; name=Dupré; given=Zoé; born=2004-05-06"),
    ];
    index.recognise(SheetKind::Certificates, &rows, |_| PersonId(9));
    let learned: Vec<(i64, String)> =
        index.take_learned().into_iter().map(|(person, ine)| (person.0, ine.as_str().to_owned())).collect();
    assert_eq!(learned, [(1, "123456789JH".to_owned())], "a certificate in another name teaches nothing");
    let later = index.recognise(SheetKind::Documents, &[identity("ine=123456789JH")], |_| PersonId(9));
    assert_eq!(later.matches, [Match::One(PersonId(1), PersonKey::Ine)]);
}

/// What is told of the last of these rows of a roster.
fn told(rows: &[&str]) -> Vec<&'static str> {
    let rows: Vec<Identity> = rows.iter().map(|row| identity(row)).collect();
    let mut index = PersonIndex::default();
    let found = index.recognise(SheetKind::Roster, &rows, |row| PersonId(i64::try_from(row).expect("few rows")));
    let last = found.remarks.iter().filter(|remark| remark.row + 1 == rows.len());
    last.map(|remark| remark.code.as_str()).collect()
}

#[test]
fn each_kind_of_duplicate_is_told_apart() {
    let one = "number=1; ine=1409002949V; name=Martin; use=Durand; given=Paul; born=2004-05-06";
    for (other, code) in [
        ("number=2; ine=1409002949V; name=Autre; given=Anne; born=2003-02-03", "person-same-ine"),
        ("number=2; ine=0AAAAA00018; name=MARTIN; given=Paul; born=2004-05-06", "person-same-name"),
        ("number=2; name=Paul; given=Martin; born=2004-05-06", "person-swapped-names"),
        ("number=2; name=Durand; given=Paul; born=2004-05-06", "person-use-name"),
        ("number=2; name=Martin; given=Paul; born=2004-06-05", "person-alike"),
        ("ine=0AAAAA00018; name=Martin; given=Paul; born=2004-05-06", "person-other-ine"),
        ("number=1; name=Autre; given=Anne; born=1999-01-02", "number-reused"),
        ("ine=1409002949V; name=Exemple; given=Paul; born=2004-05-06", "person-other-name"),
    ] {
        assert_eq!(told(&[one, other]), [code], "{other}");
    }
    assert_eq!(told(&[one, "number=1; name=Durand; given=Paul; born=2004-05-06"]), [""; 0], "a name taken by marriage");
    assert_eq!(told(&[one, "number=2; name=Martin; given=Anne; born=2004-05-06"]), [""; 0], "twins");
}
