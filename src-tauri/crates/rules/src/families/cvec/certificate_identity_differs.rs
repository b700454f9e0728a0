//! CVC005: the certificate is in somebody else's name.

use super::certificates::speaking;
use super::unless_expected;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Certificate, Field, Ine, Message, Severity, fold};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CVC005",
    slug: "certificate-identity-differs",
    family: Family::Cvec,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["cvec.certificate.identity"],
    reads: &[Field::BirthName, Field::BirthDate, Field::Ine, Field::IneKey],
    help: help!("CVC005"),
    examples: &[
        Example {
            title: "another birth name",
            expected: Expected::Flag,
            text: "roster: student_number=1; birth_name=EXEMPLE; birth_date=2004-05-06; level=L2; regime=initial
                   certificates: student_number=1; birth_name=AUTRE; birth_date=2004-05-06; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "another birth date",
            expected: Expected::Flag,
            text: "roster: student_number=1; birth_name=EXEMPLE; birth_date=2004-05-06; level=L2; regime=initial
                   certificates: student_number=1; birth_name=EXEMPLE; birth_date=2004-06-05; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "only the Ine differs: a person may have several",
            expected: Expected::Flag,
            text: "roster: student_number=1; birth_name=EXEMPLE; ine=1409002949V; level=L2; regime=initial
                   certificates: student_number=1; birth_name=EXEMPLE; ine=123456789JH; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "accents, ligatures and hyphens do not make another name; an empty Ine differs from nothing",
            expected: Expected::Pass,
            text: "roster: student_number=1; birth_name=Œuf-Léa; birth_date=2004-05-06; ine=1409002949V; level=L2; regime=initial
                   certificates: student_number=1; birth_name=OEUF LEA; birth_date=2004-05-06; ine=; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "no certificate to compare",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; birth_name=EXEMPLE; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "the certificates' sheet has no birth date",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=initial; birth_name=Martin; birth_date=2004-05-06
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; birth_name=Martin",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = unless_expected(check) {
        return verdict;
    }
    let certificates = speaking(check);
    if certificates.is_empty() {
        return not_concerned("reason-no-certificate");
    }
    check.word("cvec.certificate.identity");
    check.decided_by("cvec.certificate.identity");
    let mut fields = BTreeSet::new();
    let (mut unknown, mut ine) = (BTreeSet::new(), false);
    for certificate in certificates {
        for (field, answer) in [
            ("field-birth-name", birth_name_differs(check, certificate)),
            ("field-birth-date", birth_date_differs(check, certificate)),
        ] {
            match answer {
                Some(true) => fields.insert(field),
                Some(false) => false,
                None => unknown.insert(field),
            };
        }
        ine |= ine_differs(check, certificate);
    }
    let words = |fields: BTreeSet<&str>| Arg::List(fields.into_iter().rev().map(|f| Message::new(f).into()).collect());
    if !fields.is_empty() {
        return Verdict::Flag(Says::new(RULE.code).with("fields", words(fields)));
    }
    if ine {
        return Verdict::Flag(Says::new(RULE.code).variant("ine").weighing(Severity::Warning));
    }
    if unknown.is_empty() {
        return Verdict::Pass;
    }
    Verdict::CannotTell(Says::new(RULE.code).variant("unknown").with("fields", words(unknown)))
}

/// Whether two facts differ; nothing when one of them cannot be had. An empty one differs from nothing.
fn differs<T>(own: Fact<T>, other: Fact<T>, are_same: fn(&T, &T) -> bool) -> Option<bool> {
    if own.is_out_of_reach() || other.is_out_of_reach() {
        return None;
    }
    match (own, other) {
        (Fact::Known(own), Fact::Known(other)) => Some(!are_same(&own, &other)),
        _ => Some(false),
    }
}

fn birth_name_differs<'a>(check: &mut Check<'a>, certificate: &'a Certificate) -> Option<bool> {
    let person = check.person;
    let own = check.read(&person.source, Field::BirthName, &person.identity.birth_name);
    let other = check.read(&certificate.source, Field::BirthName, &certificate.identity.birth_name);
    differs(own, other, |own, other| fold(own) == fold(other))
}

fn birth_date_differs<'a>(check: &mut Check<'a>, certificate: &'a Certificate) -> Option<bool> {
    let person = check.person;
    let own = check.read(&person.source, Field::BirthDate, &person.identity.birth_date);
    let other = check.read(&certificate.source, Field::BirthDate, &certificate.identity.birth_date);
    differs(own, other, |own, other| own == other)
}

/// Several Ines are legitimate, so one that is not given is no doubt.
fn ine_differs<'a>(check: &mut Check<'a>, certificate: &'a Certificate) -> bool {
    let person = check.person;
    let own: Option<Ine> = check.read(&person.source, Field::Ine, &person.identity.ine).known();
    let other = check.read(&certificate.source, Field::Ine, &certificate.identity.ine).known();
    matches!((own, other), (Some(own), Some(other)) if own != other)
}
