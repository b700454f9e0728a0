//! Recognising persons stays quick, however many there are and however alike.

use crate::{Identity, Ine, Match, PersonId, PersonIndex, SheetKind};
use time::{Date, Duration, macros::date};

const FAMILY: [&str; 40] = [
    "Dupré",
    "Martin",
    "Exemple",
    "Durand",
    "Petit",
    "Moreau",
    "Œuvrard",
    "N’Diaye",
    "García-Pérez",
    "de La Tour",
    "Kołodziej",
    "Nguyễn",
    "Weiß",
    "Yıldırım",
    "Saint-Exemple",
    "Bernard",
    "Robert",
    "Richard",
    "Simon",
    "Laurent",
    "Michel",
    "Lefèvre",
    "Leroy",
    "Roux",
    "David",
    "Bertrand",
    "Morel",
    "Fournier",
    "Girard",
    "Bonnet",
    "Dupont",
    "Lambert",
    "Fontaine",
    "Rousseau",
    "Vincent",
    "Muller",
    "Faure",
    "André",
    "Mercier",
    "Blanc",
];
const GIVEN: [&str; 10] =
    ["Zoé", "Paul", "Anne", "Jean-Pierre", "Lætitia", "Marie Anne", "Éric", "Aïcha", "İpek", "Thị Hường"];

/// A student of this rank: names that repeat, birth dates of eight years, a number and, for most, an Ine.
fn student(rank: usize) -> Identity {
    let days = i64::try_from(rank * 7919 % 2900).expect("few days");
    let family = format!("{} {}", FAMILY[rank % 40], FAMILY[rank / 40 % 40]);
    Identity {
        student_number: Some(format!("{:08}", 22_000_000 + rank)),
        ine: (!rank.is_multiple_of(20)).then(|| Ine::new(&format!("{rank:09}JH"))).flatten(),
        birth_name: Some(family),
        given_name: Some(GIVEN[rank / 1600 % 10].to_owned()),
        birth_date: Some(date!(1998 - 01 - 01) + Duration::days(days)),
        ..Identity::default()
    }
}

fn ids(row: usize) -> PersonId {
    PersonId(i64::try_from(row).expect("few rows"))
}

/// A roster read at once, then a row for each student that says only swapped names or a birth date a digit off.
fn office(count: usize) -> usize {
    let roster: Vec<Identity> = (0..count).map(student).collect();
    let mut index = PersonIndex::default();
    let found = index.recognise(SheetKind::Roster, &roster, ids);
    assert!(found.matches.iter().all(|one| matches!(one, Match::New(_))));
    let alike: Vec<Identity> = roster
        .iter()
        .enumerate()
        .map(|(rank, known)| {
            let swapped = rank.is_multiple_of(2);
            let (birth_name, given_name) = (known.birth_name.clone(), known.given_name.clone());
            let other = known.birth_date.and_then(|born| born.replace_year(born.year() + 1).ok());
            Identity {
                birth_name: if swapped { given_name.clone() } else { birth_name.clone() },
                given_name: if swapped { birth_name } else { given_name },
                birth_date: if swapped { known.birth_date } else { other },
                ..Identity::default()
            }
        })
        .collect();
    let found = index.recognise(SheetKind::Certificates, &alike, |row| ids(count + row));
    found.matches.iter().filter(|one| matches!(one, Match::Doubtful(_))).count()
}

#[test]
fn each_row_that_is_like_somebody_is_asked() {
    assert!(office(2_000) > 1_800);
}

/// Run with `--release -- --ignored`, under `time`.
#[test]
#[ignore = "a measure, not a test: eighty thousand students, each with a row to confirm"]
fn eighty_thousand_students() {
    assert!(office(80_000) > 72_000);
}

#[test]
fn thousands_of_persons_who_share_a_key_do_not_slow_each_other_down() {
    let born = |day: Date| Some(day);
    let row = |rank: usize, name: String, date: Option<Date>| Identity {
        student_number: Some(format!("{rank}")),
        birth_name: Some(name),
        given_name: Some("Zoé".to_owned()),
        birth_date: date,
        ..Identity::default()
    };
    // One birth date and given name put where none is known; one name without a birth date.
    let mut rows: Vec<Identity> =
        (0..10_000).map(|rank| row(rank, format!("Nom {rank}"), born(date!(1900 - 01 - 01)))).collect();
    rows.extend((10_000..20_000).map(|rank| row(rank, "Exemple".to_owned(), None)));
    let mut index = PersonIndex::default();
    let found = index.recognise(SheetKind::Roster, &rows, ids);
    assert!(found.remarks.is_empty(), "what so many share tells nothing of any");
}
