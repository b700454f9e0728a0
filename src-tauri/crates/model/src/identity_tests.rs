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

/// The table's lines: what differs, one identity, the other, the verdict.
fn table() -> Vec<[&'static str; 4]> {
    let lines = include_str!("../../../docs/identity.md").lines().filter(|line| line.starts_with("| "));
    let cells = lines.skip(1).map(|line| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    cells.map(|cells| <[&str; 4]>::try_from(cells).expect("four cells")).collect()
}

#[test]
fn the_table_of_identities_holds() {
    let table = table();
    assert!(table.len() > 40);
    for [what, known, row, expected] in table {
        assert_eq!(verdict(&recognise(known, row, SheetKind::Certificates)), expected, "{what}");
    }
}

#[test]
fn every_likeness_stands_in_the_table() {
    for likeness in Likeness::ALL {
        let named = |verdict: &str| verdict.split([':', ',']).any(|word| word.trim() == likeness.as_str());
        assert!(table().iter().any(|[.., verdict]| named(verdict)), "{}", likeness.as_str());
    }
}

#[test]
fn the_table_reads_the_same_from_both_sides() {
    // What is known and what is read change places: nothing depends on who came first.
    for [what, known, row, expected] in table() {
        assert_eq!(verdict(&recognise(row, known, SheetKind::Certificates)), expected, "{what}");
    }
}
