//! CVC008: the exemption rests on a condition that is not proven yet.

use super::certificates::speaking;
use super::unless_expected;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::families::pieces::year_in;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{
    Arg, Coded, CvecMode, Document, DocumentState, ExemptionGround, Field, Message, Scholarship, Severity, fold_words,
};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CVC008",
    slug: "exemption-conditional",
    family: Family::Cvec,
    severity: Severity::Warning,
    undecided_by_nature: false,
    keys: &["cvec.conditional.", "cvec.scholarship."],
    reads: &[
        Field::ExemptionGround,
        Field::Scholarship,
        Field::CvecMode,
        Field::DocumentKind,
        Field::DocumentState,
    ],
    help: help!("CVC008"),
    examples: &[
        Example {
            title: "temporary protection, exempt, and nothing that proves the scholarship",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=non; exemption_ground=protection temporaire
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=exonération",
        },
        Example {
            title: "the notice was deposited and awaits its check",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial; exemption_ground=protection temporaire
                   documents: student_number=1; document_kind=Notification de bourse; document_state=en attente",
        },
        Example {
            title: "the conditional notice was checked",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial; exemption_ground=protection temporaire
                   documents: student_number=1; document_kind=Notification conditionnelle de bourse 2024-2025; document_state=validée",
        },
        Example {
            title: "a scholarship on social criteria is known",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=O; exemption_ground=protection temporaire",
        },
        Example {
            title: "the contribution was paid",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=initial; exemption_ground=protection temporaire
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=paiement",
        },
        Example {
            title: "a refugee's exemption has no condition",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=initial; exemption_ground=réfugié",
        },
        Example {
            title: "exempt, no scholarship, and no column for the ground",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=non
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=exonération",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    cite_conditions(check);
    if let Some(verdict) = unless_expected(check) {
        return verdict;
    }
    let modes = modes(check);
    let is_exempt = modes.contains(&CvecMode::Exemption);
    let registration = check.registration;
    let ground = match check.fact(Field::ExemptionGround, &registration.exemption_ground) {
        Fact::Known(ground) => ground,
        Fact::NotUnderstood(raw) if is_exempt => {
            return Verdict::CannotTell(Says::new(RULE.code).variant("unknown").with("raw", raw));
        }
        Fact::NoColumn if is_exempt && !scholarship_exempts(check) => {
            return Verdict::CannotTell(Says::new(RULE.code).variant("column"));
        }
        Fact::Empty | Fact::NoColumn | Fact::NotUnderstood(_) => return not_concerned("reason-no-ground"),
    };
    let fulfilling = check.words(&key(ground));
    if fulfilling.is_empty() {
        return not_concerned("reason-ground-without-condition");
    }
    if modes.contains(&CvecMode::Payment) {
        return not_concerned("reason-no-exemption");
    }
    let scholarship = check.fact(Field::Scholarship, &registration.scholarship).known();
    if scholarship.is_some_and(|scholarship| fulfilling.contains(&scholarship.as_str())) || is_proven(check) {
        return Verdict::Pass;
    }
    let wanted = fulfilling.iter().map(|name| word("scholarship", name)).collect();
    Verdict::Flag(
        Says::new(RULE.code)
            .with("ground", word("exemption-ground", ground.as_str()))
            .with("wanted", Arg::List(wanted))
            .with("scholarship", scholarship.map_or_else(unknown, |known| word("scholarship", known.as_str()))),
    )
}

fn key(ground: ExemptionGround) -> String {
    format!("cvec.conditional.{}", ground.as_str())
}

fn word(list: &str, name: &str) -> Arg {
    Message::new(format!("code-{list}-{}", name.replace('_', "-"))).into()
}

fn unknown() -> Arg {
    Message::new("word-unknown").into()
}

/// How the certificates that speak for the person were obtained.
fn modes(check: &mut Check<'_>) -> Vec<CvecMode> {
    let mut modes = Vec::new();
    for certificate in speaking(check) {
        modes.extend(check.read(&certificate.source, Field::CvecMode, &certificate.mode).known());
    }
    modes
}

/// Cites every ground whose exemption has a condition, before what makes a number expected: the file's may be one of them.
fn cite_conditions(check: &mut Check<'_>) {
    for ground in ExemptionGround::ALL {
        check.words(&key(*ground));
    }
}

fn scholarship_exempts(check: &mut Check<'_>) -> bool {
    let registration = check.registration;
    let scholarship: Option<Scholarship> = check.fact(Field::Scholarship, &registration.scholarship).known();
    scholarship.is_some_and(|known| check.word(&format!("cvec.scholarship.{}", known.as_str())) == Some("exempt"))
}

/// Whether a notice of this year's scholarship was checked, or accepted by force.
fn is_proven(check: &mut Check<'_>) -> bool {
    let names: Vec<String> = check.words("cvec.conditional.proofs").iter().map(|name| fold_words(name)).collect();
    let (office, campaign) = (check.office, check.campaign());
    let mut proven = false;
    for document in office.documents_of(check.person.id) {
        let year = document.academic_year.or_else(|| document.kind.as_deref().and_then(year_in));
        if is_named(document, &names) && year.is_none_or(|year| Some(year) == campaign) {
            check.read(&document.source, Field::DocumentKind, &document.kind);
            let state = check.read(&document.source, Field::DocumentState, &document.state);
            proven |= matches!(state, Fact::Known(DocumentState::Valid | DocumentState::Forced));
        }
    }
    proven
}

/// Whether the words of a name follow each other in a document's kind.
fn is_named(document: &Document, names: &[String]) -> bool {
    let Some(kind) = &document.kind else { return false };
    let kind = format!(" {} ", fold_words(kind));
    names.iter().any(|name| kind.contains(&format!(" {name} ")))
}
