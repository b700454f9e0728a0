use super::{ClockState, DossierState, Unattached, dossiers};
use crate::example::{Scene, scene};
use guichet_model::RequestState;

fn office(requests: &[&str]) -> Scene {
    let mut text = "roster: student_number = 1; level = L2\nroster: student_number = 1; level = L3\n".to_owned();
    requests.iter().for_each(|request| text.push_str(&format!("requests: student_number = 1; {request}\n")));
    scene(&text).unwrap()
}

/// The states of the clocks of these requests, with the last day.
fn clocks(requests: &[&str]) -> Vec<String> {
    let scene = office(requests);
    let clocks = dossiers(&scene.office, &scene.book, scene.as_of).into_iter().filter_map(|dossier| dossier.clock);
    clocks
        .map(|clock| {
            assert!(clock.authority.is_some());
            let until = clock.until.map(|until| until.date().to_string()).unwrap_or_default();
            format!("{} {until}", clock.state.as_str()).trim().to_owned()
        })
        .collect()
}

#[test]
fn rows_that_name_units_are_one_request_and_rows_that_do_not_are_several() {
    let row = "request_kind = concordance; request_level = L2; requested_at = 2024-09-10";
    let unit = |unit: &str, state: &str| format!("{row}; units = {unit}; request_state = {state}");
    let (one, two) = (unit("UE1", "accordée"), unit("UE1 | UE2", "accordée"));
    let scene = office(&[&one, &two]);
    let found = dossiers(&scene.office, &scene.book, scene.as_of);
    assert_eq!((found.len(), found[0].rows.len(), &found[0].units[..]), (1, 2, &["UE1", "UE2"][..]));
    assert_eq!(found[0].state, DossierState::All(RequestState::Granted));
    assert_eq!(found[0].attached, Ok(vec![scene.office.registrations[0].id]));
    let refused = unit("UE3", "refusée");
    let scene = office(&[&one, &refused]);
    assert_eq!(dossiers(&scene.office, &scene.book, scene.as_of)[0].state, DossierState::Mixed);
    let plain = "request_kind = dérogation; request_level = L2; requested_at = 2024-09-10";
    let scene = office(&[plain, plain]);
    assert_eq!(dossiers(&scene.office, &scene.book, scene.as_of).len(), 2, "the same words twice are two requests");
}

#[test]
fn a_request_says_to_which_files_it_belongs_or_why_to_none() {
    let attached = |request: &str| {
        let scene = office(&[request]);
        let found = dossiers(&scene.office, &scene.book, scene.as_of);
        found[0].attached.clone().map(|files| files.len())
    };
    assert_eq!(attached("request_kind = dérogation"), Ok(2));
    assert_eq!(attached("request_kind = dérogation; request_level = L3; academic_year = 2024"), Ok(1));
    assert_eq!(attached("request_kind = dérogation; request_level = M1"), Err(Unattached::OtherLevel));
    assert_eq!(attached("request_kind = dérogation; academic_year = 2022"), Err(Unattached::OtherYear));
    assert_eq!(attached("request_kind = dérogation; request_level = prépa"), Err(Unattached::Level));
    assert_eq!(attached("request_kind = mystère"), Err(Unattached::Kind));
    let alone = scene("requests: student_number = 9; request_kind = dérogation").unwrap();
    let found = dossiers(&alone.office, &alone.book, alone.as_of);
    assert_eq!(found[0].attached, Err(Unattached::NoRegistration));
    assert!(found[0].pieces.is_empty());
}

#[test]
fn a_proposal_may_be_contested_until_its_fifteenth_day_then_is_deemed_accepted() {
    let contest = |rest: &str| clocks(&[&format!("request_kind = concordance; request_level = L2; {rest}")]);
    assert_eq!(contest("proposal_received_at = 2024-09-10; contested_at ="), ["running 2024-09-25"]);
    assert_eq!(contest("proposal_received_at = 2024-09-09; contested_at ="), ["deemed-accepted 2024-09-24"]);
    assert_eq!(contest("proposal_received_at = 2024-09-09"), ["unknown 2024-09-24"], "no column says it");
    assert_eq!(contest("proposal_received_at = 2024-09-01; contested_at = 2024-09-16"), ["contested 2024-09-16"]);
    assert_eq!(contest("proposal_received_at = 2024-09-01; contested_at = 2024-09-17"), ["contested-late 2024-09-16"]);
    assert_eq!(contest("proposal_received_at ="), ["awaiting-proposal"]);
    assert_eq!(contest("units = UE1"), ["unknown"]);
    assert!(contest("request_state = refusée; proposal_received_at =").is_empty());
}

#[test]
fn a_refund_is_of_right_before_the_year_and_derogations_have_no_deadline_yet() {
    let refund = |rest: &str| clocks(&[&format!("request_kind = remboursement; {rest}")]);
    assert_eq!(refund("requested_at = 2024-08-31T23:59"), ["of-right 2024-08-31"]);
    assert_eq!(refund("requested_at = 2024-09-01"), ["by-decision 2024-08-31"]);
    assert_eq!(refund("academic_year = 2025; requested_at = 2025-08-01"), ["of-right 2025-08-31"]);
    assert_eq!(refund("requested_at ="), ["unknown 2024-08-31"]);
    assert_eq!(clocks(&["request_kind = dérogation; requested_at = 2024-09-01"]), ["not-set"]);
    assert!(clocks(&["request_kind = exonération"]).is_empty());
    assert_eq!(ClockState::InTime.as_str(), "in-time");
}

#[test]
fn required_pieces_come_with_their_documents() {
    let text = "
        roster: student_number = 1; level = L2
        history: student_number = 1; academic_year = 2023; level = L2
        requests: student_number = 1; request_kind = dérogation; request_level = L2
        documents: student_number = 1; document_kind = Formulaire; document_state = validée
        documents: student_number = 1; document_kind = Lettre de motivation; document_state = rejetée
    ";
    let scene = scene(text).unwrap();
    let found = dossiers(&scene.office, &scene.book, scene.as_of);
    let pieces: Vec<(&str, &str, usize)> =
        found[0].pieces.iter().map(|piece| (piece.piece.key.as_str(), piece.as_str(), piece.documents.len())).collect();
    assert_eq!(
        pieces,
        [
            ("piece.derogation.licence.form", "held", 1),
            ("piece.derogation.licence.letter", "missing", 1),
            ("piece.derogation.licence.transcripts", "missing", 0),
        ]
    );
    assert_eq!(found[0].pieces[2].year.map(|year| year.to_string()).as_deref(), Some("2023-2024"));
}
