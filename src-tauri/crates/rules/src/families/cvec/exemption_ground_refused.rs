//! CVC007: the certificate says exemption, and the ground is one that does not exempt.

use super::certificates::speaking;
use super::unless_expected;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Certificate, Coded, CvecMode, Field, Message, Scholarship, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CVC007",
    slug: "exemption-ground-refused",
    family: Family::Cvec,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["cvec.scholarship.", "cvec.ground."],
    reads: &[Field::Scholarship, Field::CvecMode, Field::ExemptionGround],
    help: help!("CVC007"),
    examples: &[
        Example {
            title: "exempt on a foreign government's scholarship",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=foreign_government
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=exonération",
        },
        Example {
            title: "exempt on a private foundation's scholarship",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=private
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=exonération",
        },
        Example {
            title: "exempt on social criteria",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=social
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=exonération",
        },
        Example {
            title: "a refugee with a foundation's scholarship is exempt as a refugee",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=private; exemption_ground=réfugié
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=exonération",
        },
        Example {
            title: "the scholar paid",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=private
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=paiement",
        },
        Example {
            title: "an exemption, and a ground that is not understood",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=code 99
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=exonération",
        },
        Example {
            title: "the certificates' sheet does not say how they were obtained",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=initial; scholarship=private
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "an exemption, and no column for the scholarship",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=initial
                   certificates: student_number=1; cvec_number=MAR4 ABCDEF 12; cvec_mode=exonération",
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
    let registration = check.registration;
    let mode = mode(check, &certificates);
    if mode == Mode::Otherwise {
        return not_concerned("reason-no-exemption");
    }
    let ground = check.fact(Field::ExemptionGround, &registration.exemption_ground).known();
    if ground.is_some_and(|ground| check.word(&format!("cvec.ground.{}", ground.as_str())) == Some("exempt")) {
        return Verdict::Pass;
    }
    match (check.fact(Field::Scholarship, &registration.scholarship), mode) {
        (Fact::Known(scholarship), mode) => judge(check, scholarship, mode),
        (_, Mode::Unknown) => not_concerned("reason-no-exemption"),
        (Fact::NotUnderstood(raw), _) => Verdict::CannotTell(Says::new(RULE.code).variant("unknown").with("raw", raw)),
        (Fact::NoColumn, _) => Verdict::CannotTell(Says::new(RULE.code).variant("absent")),
        (Fact::Empty, _) => not_concerned("reason-no-ground"),
    }
}

/// How the certificates that speak for the person were obtained.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Exemption,
    Otherwise,
    Unknown,
}

fn mode<'a>(check: &mut Check<'a>, certificates: &[&'a Certificate]) -> Mode {
    let mut mode = Mode::Otherwise;
    for certificate in certificates {
        match check.read(&certificate.source, Field::CvecMode, &certificate.mode) {
            Fact::Known(CvecMode::Exemption) => return Mode::Exemption,
            Fact::NoColumn | Fact::NotUnderstood(_) => mode = Mode::Unknown,
            Fact::Known(CvecMode::Payment) | Fact::Empty => {}
        }
    }
    mode
}

fn judge(check: &mut Check<'_>, scholarship: Scholarship, mode: Mode) -> Verdict {
    let word = Message::new(format!("code-scholarship-{}", scholarship.as_str().replace('_', "-")));
    let key = format!("cvec.scholarship.{}", scholarship.as_str());
    let is_refused = check.word(&key) == Some("owed");
    check.decided_by(&key);
    let says = Says::new(RULE.code).with("ground", word);
    match (is_refused, mode) {
        (true, Mode::Exemption) => Verdict::Flag(says),
        (true, _) => Verdict::CannotTell(says.variant("mode")),
        (false, _) => Verdict::Pass,
    }
}
