//! IDN001: no Ine, and the file says that the person studied in France before.

use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{AcademicYear, Arg, Coded, Field, Message, RegistrationState, Severity, SheetKind};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    code: "IDN001",
    slug: "ine-missing",
    family: Family::Identity,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &["identity.ine.studied_before"],
    reads: &[
        Field::Ine,
        Field::IneKey,
        Field::Route,
        Field::PreviousResult,
        Field::AcademicYear,
        Field::RegistrationState,
    ],
    help: help!("IDN001"),
    examples: &[
        Example {
            title: "no Ine, and a registration two years ago",
            expected: Expected::Flag,
            text: "roster: student_number=1; ine=; level=L2; route=Parcoursup; previous_result=
                   history: student_number=1; academic_year=2022-2023; level=L1",
        },
        Example {
            title: "no Ine, and a re-registration",
            expected: Expected::Flag,
            text: "roster: student_number=1; ine=; level=L2; route=Réinscription",
        },
        Example {
            title: "no Ine, and a result of the year before; the certificate carries one",
            expected: Expected::Flag,
            text: "roster: student_number=1; ine=; level=L2; previous_result=ADM
                   certificates: student_number=1; ine=1409002949V; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "an Ine",
            expected: Expected::Pass,
            text: "roster: student_number=1; ine=1409002949V; level=L2; route=Réinscription",
        },
        Example {
            title: "no Ine: a first registration from abroad",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; ine=; level=M1; route=Études en France; previous_result=
                   history: student_number=2; academic_year=2022-2023; level=L1",
        },
        Example {
            title: "no Ine, and no history to tell whether one is expected",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; ine=; level=M1; route=Études en France; previous_result=",
        },
        Example {
            title: "no column for the Ine of somebody who re-registers",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; route=Réinscription",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let person = check.person;
    if person.source.has(Field::IneKey) {
        check.record(&person.source, Field::IneKey, None);
    }
    let ine = check.read(&person.source, Field::Ine, &person.identity.ine);
    match ine {
        Fact::Known(_) => return Verdict::Pass,
        Fact::NotUnderstood(_) => return not_concerned("reason-ine-unreadable"),
        Fact::Empty | Fact::NoColumn => {}
    }
    let before = studied_before(check);
    if before.says.is_empty() {
        let doubt = ine == Fact::Empty && !before.out_of_reach.is_empty();
        return if doubt { unsure(before.out_of_reach) } else { not_concerned("reason-no-study-before") };
    }
    if ine == Fact::NoColumn {
        return Verdict::CannotTell(Says::new(RULE.code).variant("column").with("before", Arg::List(before.says)));
    }
    let says = Says::new(RULE.code).with("before", Arg::List(before.says));
    let certified = certified(check);
    if certified.is_empty() {
        return Verdict::Flag(says);
    }
    let certified = certified.into_iter().map(Arg::Text).collect();
    Verdict::Flag(says.variant("certificate").with("ine", Arg::List(certified)))
}

fn unsure(out_of_reach: Vec<Arg>) -> Verdict {
    Verdict::CannotTell(Says::new(RULE.code).variant("unknown").with("missing", Arg::List(out_of_reach)))
}

/// What a file says of past studies in France.
struct StudiedBefore {
    /// Each fact that says so, in words.
    says: Vec<Arg>,
    /// Each that could and is not there, in words.
    out_of_reach: Vec<Arg>,
}

fn studied_before(check: &mut Check<'_>) -> StudiedBefore {
    let mut before = StudiedBefore { says: Vec::new(), out_of_reach: Vec::new() };
    let (years, unknown) = past_years(check);
    if !years.is_empty() {
        let years = years.iter().map(|year| Arg::Text(year.to_string())).collect();
        before.says.push(Message::new("studied-years").with("years", Arg::List(years)).into());
    } else if unknown || !check.has_sheet(SheetKind::History) {
        before.out_of_reach.push(Message::new("kind-history").into());
    }
    let routes = check.words("identity.ine.studied_before");
    let registration = check.registration;
    match check.fact(Field::Route, &registration.route) {
        Fact::Known(route) if routes.contains(&route.as_str()) => {
            let word = Message::new(format!("code-route-{}", route.as_str().replace('_', "-")));
            before.says.push(Message::new("studied-route").with("route", word).into());
        }
        Fact::Known(_) | Fact::Empty => {}
        Fact::NoColumn | Fact::NotUnderstood(_) => before.out_of_reach.push(Message::new("field-route").into()),
    }
    match check.fact(Field::PreviousResult, &registration.previous_result) {
        Fact::Known(result) => {
            let word = Message::new(format!("code-previous-result-{}", result.as_str().replace('_', "-")));
            before.says.push(Message::new("studied-result").with("result", word).into());
        }
        Fact::Empty => {}
        Fact::NoColumn | Fact::NotUnderstood(_) => {
            before.out_of_reach.push(Message::new("field-previous-result").into());
        }
    }
    before
}

/// The years before the campaign's in which the person was registered, cancelled registrations left out, and whether a
/// row does not say its year.
fn past_years(check: &mut Check<'_>) -> (BTreeSet<AcademicYear>, bool) {
    let (office, campaign) = (check.office, check.campaign());
    let (mut years, mut unknown) = (BTreeSet::new(), false);
    for past in office.history_of(check.person.id) {
        let year = check.read(&past.source, Field::AcademicYear, &past.academic_year).known();
        let state = check.read(&past.source, Field::RegistrationState, &past.state);
        if state != Fact::Known(RegistrationState::Cancelled) {
            unknown |= year.is_none();
            years.extend(year.filter(|year| campaign.is_none_or(|campaign| *year < campaign)));
        }
    }
    (years, unknown)
}

/// The Ines that the person's certificates carry.
fn certified(check: &mut Check<'_>) -> BTreeSet<String> {
    let office = check.office;
    let mut found = BTreeSet::new();
    for certificate in office.certificates_of(check.person.id) {
        let ine = check.read(&certificate.source, Field::Ine, &certificate.identity.ine).known();
        found.extend(ine.map(|ine| ine.as_str().to_owned()));
    }
    found
}
