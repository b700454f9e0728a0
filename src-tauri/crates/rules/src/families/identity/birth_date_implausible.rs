//! IDN006: the birth date is missing, in the future, or makes an age that is hard to believe.

use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Severity};
use time::{Date, Month};

/// The rule.
pub static RULE: Rule = Rule {
    code: "IDN006",
    slug: "birth-date-implausible",
    family: Family::Identity,
    severity: Severity::Warning,
    undecided_by_nature: false,
    keys: &["identity.age.day", "identity.age.least", "identity.age.most"],
    reads: &[Field::BirthDate],
    help: help!("IDN006"),
    examples: &[
        Example { title: "no date", expected: Expected::Flag, text: "roster: student_number=1; birth_date=; level=L1" },
        Example {
            title: "a date that has not come yet",
            expected: Expected::Flag,
            text: "roster: student_number=1; birth_date=2042-05-06; level=L1",
        },
        Example {
            title: "thirteen years old on the first of September",
            expected: Expected::Flag,
            text: "roster: student_number=1; birth_date=2010-09-02; level=L1",
        },
        Example {
            title: "fourteen on the day itself",
            expected: Expected::Pass,
            text: "roster: student_number=1; birth_date=2010-09-01; level=L1",
        },
        Example {
            title: "ninety-nine for one more day",
            expected: Expected::Pass,
            text: "roster: student_number=1; birth_date=1924-09-02; level=L1",
        },
        Example {
            title: "a hundred",
            expected: Expected::Flag,
            text: "roster: student_number=1; birth_date=1924-09-01; level=L1",
        },
        Example {
            title: "no column for it",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L1",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let Some(plausible) = Plausible::of(check) else { return not_concerned("reason-no-age") };
    let person = check.person;
    let birth = match check.read(&person.source, Field::BirthDate, &person.identity.birth_date) {
        Fact::Known(birth) => birth,
        Fact::Empty => return Verdict::Flag(Says::new(RULE.code).variant("missing")),
        Fact::NoColumn => return Verdict::CannotTell(Says::new(RULE.code).variant("column")),
        Fact::NotUnderstood(raw) => {
            return Verdict::CannotTell(Says::new(RULE.code).variant("unknown").with("raw", raw));
        }
    };
    let today = check.as_of.date();
    if birth > today {
        return Verdict::Flag(Says::new(RULE.code).variant("future").with("birth", birth).with("today", today));
    }
    let Some(campaign) = check.campaign() else { return not_concerned("reason-no-campaign") };
    let Some(day) = plausible.day_of(i32::from(campaign.start())) else { return not_concerned("reason-no-age") };
    let age = age(birth, day);
    if (plausible.least..=plausible.most).contains(&age) {
        return Verdict::Pass;
    }
    Verdict::Flag(
        Says::new(RULE.code)
            .with("birth", birth)
            .with("age", age)
            .with("day", day)
            .with("least", plausible.least)
            .with("most", plausible.most),
    )
}

/// Which ages are plausible on which day of the year, both bounds included.
struct Plausible {
    month: Month,
    day: u8,
    least: i64,
    most: i64,
}

impl Plausible {
    /// What the rulebook says; nothing when it does not.
    fn of(check: &mut Check<'_>) -> Option<Self> {
        let (least, most) = (check.number("identity.age.least")?, check.number("identity.age.most")?);
        let (month, day) = check.word("identity.age.day")?.split_once('-')?;
        let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
        Some(Self { month, day: day.parse().ok()?, least, most })
    }

    fn day_of(&self, year: i32) -> Option<Date> {
        Date::from_calendar_date(year, self.month, self.day).ok()
    }
}

/// Whole years from a birth to a day; below zero when the birth comes after it.
fn age(birth: Date, day: Date) -> i64 {
    let had_birthday = (day.month() as u8, day.day()) >= (birth.month() as u8, birth.day());
    i64::from(day.year()) - i64::from(birth.year()) - i64::from(!had_birthday)
}
