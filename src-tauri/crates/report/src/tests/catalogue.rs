use guichet_model::{
    Attendance, Catalogue, Channel, CitationStatus, Coded, CvecMode, DocumentState, Exchange, ExemptionGround, Field,
    FileState, Outcome, PreviousResult, Regime, RegistrationState, RequestChannel, RequestKind, RequestState, Route,
    Scholarship, Severity, SheetKind, UnitNature,
};

fn kebab(name: &str) -> String {
    name.replace('_', "-")
}

fn coded<T: Coded>(name: &str, keys: &mut Vec<String>) {
    keys.extend(T::ALL.iter().map(|value| format!("code-{name}-{}", kebab(value.as_str()))));
}

#[test]
fn every_coded_value_has_its_word_in_both_languages() {
    let mut keys = Vec::new();
    coded::<Regime>("regime", &mut keys);
    coded::<Exchange>("exchange", &mut keys);
    coded::<Route>("route", &mut keys);
    coded::<Channel>("channel", &mut keys);
    coded::<PreviousResult>("previous-result", &mut keys);
    coded::<Scholarship>("scholarship", &mut keys);
    coded::<ExemptionGround>("exemption-ground", &mut keys);
    coded::<RegistrationState>("registration-state", &mut keys);
    coded::<CvecMode>("cvec-mode", &mut keys);
    coded::<RequestKind>("request-kind", &mut keys);
    coded::<RequestState>("request-state", &mut keys);
    coded::<RequestChannel>("request-channel", &mut keys);
    coded::<DocumentState>("document-state", &mut keys);
    coded::<UnitNature>("unit-nature", &mut keys);
    coded::<Attendance>("attendance", &mut keys);
    keys.extend(Field::ALL.iter().map(|field| format!("field-{}", kebab(field.as_str()))));
    keys.extend(SheetKind::ALL.iter().map(|kind| format!("kind-{}", kind.as_str())));
    keys.extend(FileState::ALL.iter().map(|state| format!("state-{}", state.as_str())));
    let severities = [Severity::Error, Severity::Warning, Severity::Info];
    keys.extend(severities.map(|severity| format!("severity-{}", severity.as_str())));
    keys.extend([Outcome::Flag, Outcome::CannotTell].map(|outcome| format!("outcome-{}", kebab(outcome.as_str()))));
    let statuses = [CitationStatus::Verified, CitationStatus::SingleSource, CitationStatus::ToConfirm];
    keys.extend(statuses.map(|status| format!("status-{}", kebab(status.as_str()))));
    let missing: Vec<String> = keys.into_iter().filter(|key| !Catalogue::shared().has(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
