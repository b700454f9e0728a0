//! CVC009: the national control says that the certificate is not valid.

use super::certificates::speaking_numbers;
use super::unless_expected;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Catalogue, ControlResult, CvecNumber, Field, Message, Severity};
use std::collections::BTreeSet;
use time::Date;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CVC009",
    slug: "certificate-state-invalid",
    family: Family::Cvec,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["cvec.control.valid_states"],
    reads: &[Field::ControlState, Field::CvecNumber, Field::ControlledAt],
    help: help!("CVC009"),
    examples: &[
        Example {
            title: "a state that is not among the valid ones",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12
                   cvec-states: cvec_number=mar4abcdef12; control_state=60",
        },
        Example {
            title: "paid, as a spreadsheet writes a number",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12
                   cvec-states: cvec_number=MAR4 ABCDEF 12; control_state=75.0",
        },
        Example {
            title: "refunded since, and valid all the same",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12
                   cvec-states: cvec_number=MAR4 ABCDEF 12; control_state=98",
        },
        Example {
            title: "invalid first, valid at the latest control",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12
                   cvec-states: cvec_number=MAR4 ABCDEF 12; control_state=60; controlled_at=2024-09-01
                   cvec-states: cvec_number=MAR4 ABCDEF 12; control_state=75; controlled_at=2024-09-12",
        },
        Example {
            title: "two answers without a date that disagree",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12
                   cvec-states: cvec_number=MAR4 ABCDEF 12; control_state=60
                   cvec-states: cvec_number=MAR4 ABCDEF 12; control_state=75",
        },
        Example {
            title: "the control answered nothing",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12
                   cvec-states: cvec_number=MAR4 ABCDEF 12; control_state=",
        },
        Example {
            title: "this certificate was not controlled",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12
                   cvec-states: cvec_number=MAR4 ZZZZZZ 99; control_state=60",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    // Read first: what decides is cited before what makes a number expected.
    let valid_states = check.words("cvec.control.valid_states");
    if let Some(verdict) = unless_expected(check) {
        return verdict;
    }
    let numbers: BTreeSet<CvecNumber> = speaking_numbers(check).into_iter().map(|carried| carried.number).collect();
    if valid_states.is_empty() {
        return not_concerned("reason-no-valid-states");
    }
    let (mut valid, mut invalid, mut unknown) = (false, Vec::new(), Vec::new());
    for number in &numbers {
        match control(check, number, &valid_states) {
            Control::None => {}
            Control::Valid => valid = true,
            Control::Invalid(states) => {
                let states = Arg::List(states.into_iter().map(|state| worded(&state)).collect());
                let says = Message::new("control-of-number").with("number", number.to_string());
                invalid.push(says.with("states", states).into());
            }
            Control::Unknown => unknown.push(Arg::Text(number.to_string())),
        }
    }
    if valid {
        return Verdict::Pass;
    }
    let says = Says::new(RULE.code);
    if !invalid.is_empty() {
        let valid_states = valid_states.into_iter().map(worded).collect();
        return Verdict::Flag(says.with("controls", Arg::List(invalid)).with("valid", Arg::List(valid_states)));
    }
    if unknown.is_empty() {
        return not_concerned("reason-no-control");
    }
    Verdict::CannotTell(says.variant("unknown").with("numbers", Arg::List(unknown)))
}

/// What the control says of one number.
pub(super) enum Control {
    /// It was not controlled.
    None,
    Valid,
    /// The states, each once, in order.
    Invalid(BTreeSet<String>),
    /// No state that can be read, or answers that disagree and no date to choose.
    Unknown,
}

/// The latest dated answer speaks, together with those that have no date and may be later.
pub(super) fn control(check: &mut Check<'_>, number: &CvecNumber, valid_states: &[&str]) -> Control {
    let office = check.office;
    let mut answers: Vec<(&ControlResult, Option<Date>)> = Vec::new();
    for answer in office.controls_of(number) {
        answers.push((answer, check.read(&answer.source, Field::ControlledAt, &answer.at).known()));
    }
    let latest = answers.iter().filter_map(|(_, at)| *at).max();
    let mut states = BTreeSet::new();
    for (answer, _) in answers.iter().filter(|(_, at)| at.is_none() || *at == latest) {
        check.read(&answer.source, Field::CvecNumber, &answer.number);
        let written = check.read(&answer.source, Field::ControlState, &answer.state);
        states.insert(if let Fact::Known(text) = written { state(&text) } else { None });
    }
    let of_states = states.iter().flatten();
    match of_states.clone().filter(|state| valid_states.contains(&state.as_str())).count() {
        _ if answers.is_empty() => Control::None,
        _ if states.contains(&None) => Control::Unknown,
        0 => Control::Invalid(of_states.cloned().collect()),
        valid if valid == states.len() => Control::Valid,
        _ => Control::Unknown,
    }
}

/// The digits of a state: `75`, `75.0` or `75 - valide, payé`; nothing when there are none or several numbers.
fn state(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_suffix(".0").unwrap_or(text);
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let only = numbers.next().filter(|_| numbers.next().is_none())?;
    let significant = only.trim_start_matches('0');
    Some(if significant.is_empty() { "0" } else { significant }.to_owned())
}

/// A state with what it means, when that is known.
pub(super) fn worded(state: &str) -> Arg {
    let key = format!("control-state-{state}");
    if Catalogue::shared().has(&key) { Message::new(key).into() } else { state.into() }
}
