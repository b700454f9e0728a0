//! The certificate numbers that are to be put to the national control: nothing offline proves one valid.

use super::certificate_identity_differs;
use super::certificate_state_invalid::{Control, control, worded};
use super::certificates::speaking_numbers;
use super::liability::{Liability, liability};
use crate::context::Check;
use crate::rulebook::Rulebook;
use crate::verdict::Verdict;
use guichet_model::{
    AcademicYear, Arg, CvecNumber, Instant, Message, Office, Person, PersonId, Registration, fold_words,
};
use std::collections::BTreeSet;
use time::Date;

/// How many letters of the name the control asks for beside the number.
const NAME_LETTERS: usize = 5;

/// One number to be verified.
#[derive(Clone, Debug)]
pub struct NumberToVerify<'a> {
    /// The number.
    pub number: CvecNumber,
    /// Who gave it; the first, when several did.
    pub person: &'a Person,
    /// A file of theirs for which it is expected.
    pub registration: &'a Registration,
    /// The academic year it is to be valid for.
    pub year: Option<AcademicYear>,
    /// Why, in words.
    pub reasons: Vec<Message>,
    /// The day of the latest control, when one has a date.
    pub controlled_at: Option<Date>,
}

impl NumberToVerify<'_> {
    /// What the control asks for beside the number: the first letters of the birth name, without accents.
    #[must_use]
    pub fn name_letters(&self) -> Option<String> {
        let name = fold_words(self.person.identity.birth_name.as_deref()?);
        let letters: String = name.chars().filter(|c| c.is_alphabetic()).take(NAME_LETTERS).collect();
        (!letters.is_empty()).then(|| letters.to_uppercase())
    }
}

/// The numbers to be verified of an office, each once, in the order of its files.
///
/// Those are the well-formed numbers of the campaign, of people to whom the contribution applies or may apply, that no
/// control finds valid, that several people gave, or whose certificate names somebody else.
#[must_use]
pub fn numbers_to_verify<'a>(office: &'a Office, book: &'a Rulebook, as_of: Instant) -> Vec<NumberToVerify<'a>> {
    let mut found: Vec<NumberToVerify<'a>> = Vec::new();
    let mut known: BTreeSet<CvecNumber> = BTreeSet::new();
    for registration in office.registrations.iter().filter(|registration| registration.stands()) {
        let Some(person) = office.person(registration.person) else { continue };
        let mut check = Check::new(office, book, as_of, person, registration);
        for number in numbers(&mut check) {
            // Whoever else gave it is named among the reasons.
            if known.contains(&number) {
                continue;
            }
            let reasons = reasons(&mut check, &number);
            if !reasons.is_empty() {
                known.insert(number.clone());
                let controlled_at = office.controls_of(&number).filter_map(|answer| answer.at).max();
                let year = check.campaign();
                found.push(NumberToVerify { number, person, registration, year, reasons, controlled_at });
            }
        }
    }
    found
}

/// The numbers of a file that can be put to the control: it knows the current campaign alone.
fn numbers(check: &mut Check<'_>) -> BTreeSet<CvecNumber> {
    if matches!(liability(check), Liability::NotConcerned(_)) {
        return BTreeSet::new();
    }
    let campaign = check.campaign();
    let carried: BTreeSet<CvecNumber> = speaking_numbers(check).into_iter().map(|carried| carried.number).collect();
    let (office, person) = (check.office, check.person.id);
    let is_of_campaign = |number: &CvecNumber| {
        let mut years = office
            .certificates_of(person)
            .filter(|certificate| certificate.number.as_ref() == Some(number))
            .map(|certificate| certificate.year)
            .peekable();
        years.peek().is_none() || years.any(|year| year.is_none() || year == campaign)
    };
    carried.into_iter().filter(|number| number.is_well_formed() && is_of_campaign(number)).collect()
}

fn reasons(check: &mut Check<'_>, number: &CvecNumber) -> Vec<Message> {
    let mut reasons = Vec::new();
    let valid_states = check.words("cvec.control.valid_states");
    match control(check, number, &valid_states) {
        Control::None => reasons.push(Message::new("verify-never")),
        Control::Invalid(states) if !valid_states.is_empty() => {
            let states = states.iter().map(|state| worded(state)).collect();
            reasons.push(Message::new("verify-invalid").with("states", Arg::List(states)));
        }
        Control::Unknown | Control::Invalid(_) => reasons.push(Message::new("verify-unread")),
        Control::Valid => {}
    }
    let others = check.office.holders_of_number(number).filter(|id| *id != check.person.id);
    let label = |id: PersonId| check.office.person(id).map(|person| person.identity.label());
    let others: Vec<Arg> = others.filter_map(label).collect();
    if !others.is_empty() {
        reasons.push(Message::new("verify-shared").with("others", Arg::List(others)));
    }
    let mut certified = check.office.certificates_of(check.person.id);
    let is_certified = certified.any(|certificate| certificate.number.as_ref() == Some(number));
    let mut compared = Check::new(check.office, check.book, check.as_of, check.person, check.registration);
    if is_certified && matches!((certificate_identity_differs::RULE.check)(&mut compared), Verdict::Flag(_)) {
        reasons.push(Message::new("verify-identity"));
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::numbers_to_verify;
    use crate::example::scene;

    /// Each number to be verified, with the names of its reasons.
    fn found(text: &str) -> Vec<String> {
        let scene = scene(text).expect("an office");
        let found = numbers_to_verify(&scene.office, &scene.book, scene.as_of);
        let line = |number: &super::NumberToVerify<'_>| {
            let reasons: Vec<&str> = number.reasons.iter().map(|reason| reason.id.as_str()).collect();
            format!("{} {}", number.number.as_str(), reasons.join("+"))
        };
        found.iter().map(line).collect()
    }

    #[test]
    fn numbers_that_no_control_finds_valid_are_told_with_the_reason() {
        let text = "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12
                    roster: student_number=2; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 34
                    roster: student_number=3; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 56
                    roster: student_number=4; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 78
                    cvec-states: cvec_number=MAR4 ABCDEF 12; control_state=75; controlled_at=2024-09-01
                    cvec-states: cvec_number=MAR4 ABCDEF 34; control_state=60; controlled_at=2024-09-01
                    cvec-states: cvec_number=MAR4 ABCDEF 56; control_state=; controlled_at=2024-09-01";
        assert_eq!(
            found(text),
            ["MAR4ABCDEF34 verify-invalid", "MAR4ABCDEF56 verify-unread", "MAR4ABCDEF78 verify-never"]
        );
    }

    #[test]
    fn a_number_is_told_once_with_everybody_who_gave_it() {
        let text = "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12
                    roster: student_number=1; level=L3; regime=initial; cvec_number=MAR4 ABCDEF 12
                    roster: student_number=2; level=L2; regime=initial; cvec_number=mar4-abcdef-12
                    cvec-states: cvec_number=MAR4 ABCDEF 12; control_state=75";
        assert_eq!(found(text), ["MAR4ABCDEF12 verify-shared"]);
        let other = "roster: student_number=1; level=L2; regime=initial; birth_name=Un
                     certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; birth_name=Deux
                     cvec-states: cvec_number=MAR4 ABCDEF 12; control_state=75";
        assert_eq!(found(other), ["MAR4ABCDEF12 verify-identity"]);
    }

    #[test]
    fn what_the_control_could_not_answer_is_left_out() {
        for text in [
            "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABC",
            "roster: student_number=1; level=L2; regime=auditor; cvec_number=MAR4 ABCDEF 12",
            "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12; registration_state=cancelled",
            "roster: student_number=1; level=L2; regime=initial
             certificates: student_number=1; cvec_number=MAR3 ABCDEF 12; cvec_year=2023-2024",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_control_is_given_the_first_letters_of_the_name() {
        let text =
            "roster: student_number=1; level=L2; regime=initial; birth_name=N’Diàye Œuf; cvec_number=MAR4 ABCDEF 12";
        let scene = scene(text).expect("an office");
        let found = numbers_to_verify(&scene.office, &scene.book, scene.as_of);
        assert_eq!(found[0].name_letters().as_deref(), Some("NDIAY"));
    }
}
