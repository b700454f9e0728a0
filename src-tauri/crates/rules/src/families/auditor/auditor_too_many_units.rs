//! AUD001: more units in one semester than an auditor may follow.

use super::{asked, names, no_rule, units_of};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Field, Message, Request, Severity, fold, fold_words};
use std::collections::BTreeMap;

/// The rule.
pub static RULE: Rule = Rule {
    code: "AUD001",
    slug: "auditor-too-many-units",
    family: Family::Auditor,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["auditor.units_per_semester"],
    reads: &[Field::Units, Field::Semester, Field::RequestState, Field::RequestLevel],
    help: help!("AUD001"),
    examples: &[
        Example {
            title: "five units in the first semester, some of second-year level",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101 ; semester=S1
                   requests: student_number=1; request_kind=auditeur libre; units=HIS102 ; semester=1er semestre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS301,HIS302,HIS303; semester=S3",
        },
        Example {
            title: "four units in each semester",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101,HIS102,HIS103,HIS104; semester=S1
                   requests: student_number=1; request_kind=auditeur libre; units=HIS201,HIS202,HIS203,HIS204; semester=S2",
        },
        Example {
            title: "the same unit asked for twice is one unit",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101,HIS102,HIS103,HIS104; semester=S1
                   requests: student_number=1; request_kind=auditeur libre; units=his 101; semester=Semestre 1",
        },
        Example {
            title: "a refused unit does not count",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101,HIS102,HIS103,HIS104; semester=S1; request_state=
                   requests: student_number=1; request_kind=auditeur libre; units=HIS105; semester=S1; request_state=refusée",
        },
        Example {
            title: "five units, and no semester",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101,HIS102,HIS103,HIS104,HIS105",
        },
        Example {
            title: "a request without a column for units",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre",
        },
        Example {
            title: "a request that names no unit",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=",
        },
    ],
    check,
};

/// A semester of the academic year.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Semester {
    /// The one of odd numbers.
    First,
    /// The one of even numbers.
    Second,
    /// Written without a number, folded.
    Named(String),
}

fn check(check: &mut Check<'_>) -> Verdict {
    let asked = match asked(check) {
        Ok(asked) => asked,
        Err(verdict) => return verdict,
    };
    let Some(most) = check.number("auditor.units_per_semester") else { return no_rule() };
    let is_over = |count: usize| i64::try_from(count).is_ok_and(|count| count > most);
    let (by_semester, without) = by_semester(check, &asked.rows);
    let over: Vec<Arg> = by_semester
        .iter()
        .map(|(semester, rows)| (semester, units_of(rows.iter().copied())))
        .filter(|(_, units)| is_over(units.len()))
        .map(|(semester, units)| counted(semester, &units).into())
        .collect();
    if !over.is_empty() {
        return Verdict::Flag(Says::new(RULE.code).with("semesters", Arg::List(over)).with("most", most));
    }
    if asked.unlisted {
        return Verdict::CannotTell(Says::new(RULE.code).variant("unlisted").with("most", most));
    }
    let all = units_of(asked.rows.iter().copied());
    if without && is_over(all.len()) {
        let says = Says::new(RULE.code).variant("unknown");
        return Verdict::CannotTell(says.with("count", all.len()).with("units", names(&all)).with("most", most));
    }
    Verdict::Pass
}

/// The rows of each semester, and whether some row does not say its own.
fn by_semester<'a>(check: &mut Check<'a>, rows: &[&'a Request]) -> (BTreeMap<Semester, Vec<&'a Request>>, bool) {
    let (mut by_semester, mut without): (BTreeMap<Semester, Vec<&Request>>, bool) = (BTreeMap::new(), false);
    for row in rows {
        let written = check.read(&row.source, Field::Semester, &row.semester);
        let semester = if let Fact::Known(text) = written { semester(&text) } else { None };
        match semester {
            Some(semester) => by_semester.entry(semester).or_default().push(row),
            None => without = true,
        }
    }
    (by_semester, without)
}

fn counted(semester: &Semester, units: &BTreeMap<String, &str>) -> Message {
    let name = match semester {
        Semester::First => Message::new("auditor-semester-first"),
        Semester::Second => Message::new("auditor-semester-second"),
        Semester::Named(text) => Message::new("auditor-semester-named").with("text", text.as_str()),
    };
    Message::new("auditor-semester-units").with("semester", name).with("count", units.len()).with("units", names(units))
}

/// Which semester a text names; nothing when it has neither letter nor digit.
fn semester(text: &str) -> Option<Semester> {
    match number(text) {
        Some(number) if number % 2 == 1 => Some(Semester::First),
        Some(_) => Some(Semester::Second),
        None => Some(fold(text)).filter(|text| !text.is_empty()).map(Semester::Named),
    }
}

/// The number of a semester: the one beside the word (`L2 S3`, `semestre 1`), else the first short one (`1er semestre`).
fn number(text: &str) -> Option<u32> {
    const WORDS: [&str; 4] = ["s", "sem", "semestre", "semester"];
    let folded = fold_words(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let beside = words.iter().enumerate().find_map(|(at, word)| {
        let stem = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let before = at.checked_sub(1).and_then(|before| words.get(before)).copied().unwrap_or_default();
        let is_beside = WORDS.contains(&if stem.is_empty() { before } else { stem });
        word.get(stem.len()..).filter(|digits| is_beside && !digits.is_empty())
    });
    let short = || words.iter().find_map(|word| short_number(word));
    beside.or_else(short)?.parse().ok().filter(|number| *number > 0)
}

/// The one or two digits of a word, such as the `1` of `1er` and not the four of a year.
fn short_number(word: &str) -> Option<&str> {
    let from_digit = word.trim_start_matches(|c: char| !c.is_ascii_digit());
    let length = from_digit.bytes().take_while(u8::is_ascii_digit).count();
    from_digit.get(..length).filter(|digits| (1..=2).contains(&digits.len()))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn the_number_of_a_semester_is_read_however_it_is_written() {
        for text in ["S1", "s 1", "1", "01", "Semestre 1", "1er semestre", "Sem.1", "2024-2025 S1", "L2 S1"] {
            assert_eq!(number(text), Some(1), "{text}");
        }
        assert_eq!(number("L1 - semestre 2"), Some(2));
        for text in ["", "automne", "2024-2025", "0", "–"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
