use super::{ReviewCause, Standing, basis, weigh};
use crate::engine::{FileVerdict, evaluate_file};
use crate::example::{Scene, scene};
use guichet_model::{FileState, Outcome, RegistrationId, Waiver, WaiverReason, parse_instant};
use time::macros::{date, datetime};

/// A file without its certificate, and nothing else against it but that.
const OFFICE: &str = "roster: student_number=1; birth_name=Exemple; given_name=Anne; birth_date=2004-05-06; ine=1409002949V;\
    level=L1; regime=10; route=Parcoursup; registered_at=2024-07-10T10:00; channel=en ligne; cvec_number=; scholarship=non";

fn verdict(scene: &Scene) -> FileVerdict {
    evaluate_file(&scene.office, &scene.book, scene.as_of, &scene.office.registrations[0])
}

fn waiver(scene: &Scene, code: &str) -> Waiver {
    let verdict = verdict(scene);
    let finding = verdict.findings.iter().find(|finding| finding.code == code).unwrap();
    Waiver {
        seen: Vec::new(),
        registration: verdict.registration,
        code: code.to_owned(),
        basis: basis(finding, &scene.book),
        reason: WaiverReason::ProofSeen,
        text: None,
        until: None,
        who: "Une Personne".to_owned(),
        at: datetime!(2024-09-25 09:00),
    }
}

fn of(verdict: &FileVerdict, scene: &Scene, waivers: &[Waiver], code: &str) -> Option<(bool, Option<ReviewCause>)> {
    let weighed = weigh(verdict, waivers, &scene.book, scene.as_of);
    let at = verdict.findings.iter().position(|finding| finding.code == code)?;
    Some(match weighed.standings[at] {
        Standing::Open => (true, None),
        Standing::Waived(_) => (false, None),
        Standing::ToReview(_, cause) => (true, Some(cause)),
    })
}

#[test]
fn a_waived_finding_counts_no_more() {
    let scene = scene(OFFICE).unwrap();
    let found = verdict(&scene);
    let waivers = [waiver(&scene, "CVC001")];
    assert_eq!(found.state, FileState::Blocked);
    assert_eq!(of(&found, &scene, &[], "CVC001"), Some((true, None)));
    assert_eq!(of(&found, &scene, &waivers, "CVC001"), Some((false, None)));
    let weighed = weigh(&found, &waivers, &scene.book, scene.as_of);
    assert!(weighed.unused.is_empty() && weighed.state != FileState::Blocked, "{weighed:?}");
    let left = found.clone().without_waived(&waivers, &scene.book, scene.as_of);
    assert_eq!((left.state, left.findings.len()), (weighed.state, found.findings.len() - 1));
    let stranger = Waiver { registration: RegistrationId(99), ..waivers[0].clone() };
    let weighed = weigh(&found, std::slice::from_ref(&stranger), &scene.book, scene.as_of);
    assert!(weighed.state == FileState::Blocked && weighed.unused.is_empty(), "of another file");
}

#[test]
fn another_value_reopens_it() {
    let before = scene(OFFICE).unwrap();
    let waivers = [waiver(&before, "CVC001")];
    let after = scene(&OFFICE.replace("regime=10", "regime=12")).unwrap();
    assert_eq!(of(&verdict(&after), &after, &waivers, "CVC001"), Some((true, Some(ReviewCause::BasisChanged))));
    let spelled = scene(&OFFICE.replace("regime=10", "regime=formation initiale")).unwrap();
    assert_eq!(
        of(&verdict(&spelled), &spelled, &waivers, "CVC001"),
        Some((false, None)),
        "the same, spelled otherwise"
    );
    let fixed = scene(&OFFICE.replace("cvec_number=", "cvec_number=MAR4 ABCDEF 12")).unwrap();
    let found = verdict(&fixed);
    let unused = weigh(&found, &waivers, &fixed.book, fixed.as_of).unused;
    assert_eq!(unused.iter().map(|waiver| waiver.code.as_str()).collect::<Vec<_>>(), ["CVC001"]);
}

#[test]
fn its_last_day_is_inside() {
    let mut scene = scene(OFFICE).unwrap();
    let waivers = [Waiver { until: Some(date!(2024 - 09 - 25)), ..waiver(&scene, "CVC001") }];
    scene.as_of = datetime!(2024-09-25 23:59);
    assert_eq!(of(&verdict(&scene), &scene, &waivers, "CVC001"), Some((false, None)));
    scene.as_of = datetime!(2024-09-26 00:00);
    assert_eq!(of(&verdict(&scene), &scene, &waivers, "CVC001"), Some((true, Some(ReviewCause::Expired))));
}

#[test]
fn another_rulebook_value_reopens_it_and_another_day_of_a_countdown_does_not() {
    let office =
        "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-06-10; registered_at=; channel=";
    let at = |as_of: &str| {
        let mut scene = scene(office).unwrap();
        scene.as_of = parse_instant(as_of).unwrap().0;
        scene
    };
    let said = |scene: &Scene| verdict(scene).findings.into_iter().find(|finding| finding.code == "CAL006");
    let days: Vec<Scene> = (1..31).map(|day| at(&format!("2024-07-{day:02}T09:00"))).collect();
    let bases: Vec<String> = days.iter().filter_map(|scene| Some(basis(&said(scene)?, &scene.book))).collect();
    assert!(bases.len() > 1, "the countdown runs for days");
    assert!(bases.windows(2).all(|pair| pair[0] == pair[1]), "{bases:?}");
    let scene = days.iter().find(|scene| said(scene).is_some()).unwrap();
    let finding = said(scene).unwrap();
    let other = crate::Rulebook::shipped("template").unwrap();
    assert_ne!(basis(&finding, &scene.book), basis(&finding, &other), "entries that say nothing there");
    let mut undecided = finding.clone();
    undecided.outcome = Outcome::CannotTell;
    assert_ne!(basis(&finding, &scene.book), basis(&undecided, &scene.book));
}

#[test]
fn the_same_words_of_another_file_rest_on_the_same() {
    let scene = scene(OFFICE).unwrap();
    let finding = verdict(&scene).findings.remove(0);
    let mut moved = finding.clone();
    for evidence in &mut moved.evidence {
        let mut sheet = evidence.sheet.as_ref().clone();
        (sheet.file, sheet.sha256, sheet.header_row) = ("autre.csv".to_owned(), "f".repeat(64), 7);
        evidence.sheet = std::sync::Arc::new(sheet);
        evidence.address =
            evidence.address.map(|at| guichet_model::CellAddress { row: at.row + 9, column: at.column + 1 });
    }
    assert_eq!(basis(&finding, &scene.book), basis(&moved, &scene.book));
}
