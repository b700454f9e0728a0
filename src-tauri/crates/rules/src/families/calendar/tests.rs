use crate::example::{Expected, scene};
use guichet_model::{Catalogue, CitationStatus, Finding, Language};

fn finding(code: &str, text: &str) -> Finding {
    let scene = scene(text).expect("reads");
    let (answer, finding) = scene.answer(code).expect("a file");
    assert_eq!(answer, Expected::Flag, "{text}");
    finding.expect("a finding")
}

/// The page's calendar by day of acceptance decides; where its other calendar says otherwise, both are quoted.
#[test]
fn a_page_that_contradicts_itself_is_quoted_twice() {
    let late = "rulebook: amu-iut-2021-2022
                as-of: 2021-09-20T09:00
                roster: student_number=1; level=BUT1; route=Parcoursup; offer_accepted_at=2021-07-09; registered_at=";
    let contradicted = finding("CAL002", &format!("{late}2021-07-20T10:00"));
    let authority = &contradicted.authorities[0];
    assert_eq!((authority.key.as_str(), authority.status), ("window.but1.parcoursup.1", CitationStatus::ToConfirm));
    assert!(authority.quote.contains("July 16, 2021 at 12:00 p.m.") && authority.quote.contains("September 17, 2021"));
    assert!(authority.note.is_some());
    let why = Catalogue::shared().render(Language::Fr, &contradicted.why);
    assert!(why.contains("dans une période") && why.contains("23/07/2021 12:00"), "{why}");

    let agreed = finding("CAL002", &format!("{late}2021-09-18T00:00"));
    assert_eq!(agreed.authorities[0].status, CitationStatus::Verified, "both calendars are over: nothing to confirm");

    let unregistered = finding("CAL007", &late.replace("2021-09-20T09:00", "2021-07-17T09:00"));
    assert_eq!(unregistered.authorities[0].status, CitationStatus::ToConfirm);
}

#[test]
fn a_route_does_not_matter_where_every_route_has_the_same_windows() {
    let text = "rulebook: amu-desu-gol-2023-2024
                as-of: 2023-10-01T09:00
                roster: student_number=1; level=DESU; registered_at=2023-07-21T12:01";
    finding("CAL003", text);
}
