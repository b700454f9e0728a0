//! CNC010: a concordance was not asked for at the office.

use super::undecided;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Coded, Field, Message, Severity};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CNC010",
    slug: "concordance-wrong-channel",
    family: Family::Concordance,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &[KEY],
    reads: &[Field::RequestChannel, Field::RequestKind, Field::RequestLevel, Field::RequestState],
    help: help!("CNC010"),
    examples: &[
        Example {
            title: "sent by e-mail",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; request_channel=courriel",
        },
        Example {
            title: "handed in at the office",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; request_channel=scolarité",
        },
        Example {
            title: "a channel that is not understood",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; request_channel=pigeon",
        },
        Example {
            title: "nobody wrote how it came",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; request_channel=",
        },
    ],
    check,
};

const KEY: &str = "concordance.channels";

fn check(check: &mut Check<'_>) -> Verdict {
    let rows = match undecided(check) {
        Ok(rows) => rows,
        Err(answer) => return answer,
    };
    let allowed = check.words(KEY);
    if allowed.is_empty() {
        return not_concerned("reason-concordance-no-rule");
    }
    let (mut wrong, mut unread, mut right) = (BTreeSet::new(), BTreeSet::new(), false);
    for row in rows {
        match check.read(&row.source, Field::RequestChannel, &row.channel) {
            Fact::Known(channel) if allowed.contains(&channel.as_str()) => right = true,
            Fact::Known(channel) => {
                wrong.insert(channel.as_str());
            }
            Fact::NotUnderstood(raw) => {
                unread.insert(raw);
            }
            Fact::Empty | Fact::NoColumn => {}
        }
    }
    let says = Says::new(RULE.code).with("allowed", words(allowed));
    match (wrong.is_empty(), unread.pop_first()) {
        (false, _) => Verdict::Flag(says.with("channels", words(wrong))),
        (true, Some(raw)) => Verdict::CannotTell(says.variant("unread").with("raw", raw)),
        (true, None) if right => Verdict::Pass,
        (true, None) => not_concerned("reason-concordance-no-channel"),
    }
}

fn words<'a>(channels: impl IntoIterator<Item = &'a str>) -> Arg {
    let word = |name: &str| Message::new(format!("code-request-channel-{}", name.replace('_', "-"))).into();
    Arg::List(channels.into_iter().map(word).collect())
}
