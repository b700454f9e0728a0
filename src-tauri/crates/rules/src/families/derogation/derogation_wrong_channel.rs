//! DRG001: a derogation asked for otherwise than through the tele-request.

use super::asked;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::{cancelled, not_concerned};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Coded, Field, Message, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "DRG001",
    slug: "derogation-wrong-channel",
    family: Family::Derogation,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["derogation.channels"],
    reads: &[Field::RequestChannel, Field::RequestKind, Field::RequestLevel, Field::Level],
    help: help!("DRG001"),
    examples: &[
        Example {
            title: "sent by e-mail",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=dérogation; request_level=L2; request_channel=courriel",
        },
        Example {
            title: "through the tele-request",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=dérogation; request_level=L2; request_channel=télé-demande",
        },
        Example {
            title: "for another level",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=dérogation; request_level=L3; request_channel=courriel",
        },
        Example {
            title: "the file's level is not understood, so nobody can say whether the request is for it",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L9
                   requests: student_number=1; request_kind=dérogation; request_level=L2; request_channel=courriel",
        },
        Example {
            title: "nobody wrote how it came",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=dérogation; request_level=L2; request_channel=",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = cancelled(check) {
        return verdict;
    }
    let registration = check.registration;
    let requests = match asked(check) {
        Ok(requests) => requests,
        Err(verdict) => return verdict,
    };
    let Fact::Known(level) = check.fact(Field::Level, &registration.level) else {
        check.words("derogation.channels");
        return Verdict::CannotTell(Says::new(RULE.code).variant("level"));
    };
    let allowed = check.words("derogation.channels");
    if allowed.is_empty() {
        return not_concerned("reason-no-channel-rule");
    }
    let mut unknown = false;
    for request in requests {
        match check.read(&request.source, Field::RequestChannel, &request.channel) {
            Fact::Known(channel) if allowed.contains(&channel.as_str()) => {}
            Fact::Known(channel) => {
                let word = Message::new(format!("code-request-channel-{}", channel.as_str().replace('_', "-")));
                return Verdict::Flag(Says::new(RULE.code).with("channel", word).with("level", level.as_str()));
            }
            Fact::Empty | Fact::NoColumn | Fact::NotUnderstood(_) => unknown = true,
        }
    }
    if unknown {
        Verdict::CannotTell(Says::new(RULE.code).variant("unknown").with("level", level.as_str()))
    } else {
        Verdict::Pass
    }
}
