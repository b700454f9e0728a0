//! Which backups others make superfluous. A pure function.

use guichet_model::Instant;
use std::collections::BTreeSet;
use time::Duration;

/// Every backup of this long is kept.
const ALL: Duration = Duration::hours(48);
/// One that was made before the data took another shape or another state: kept this long.
const PINNED: Duration = Duration::days(30);
/// How many of those before are kept, one a day, then one a week, then one a month.
const DAYS: usize = 7;
const WEEKS: usize = 5;
const MONTHS: usize = 12;

/// A backup, as far as thinning goes.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) name: String,
    pub(crate) at: Instant,
    pub(crate) bytes: u64,
    /// Whether it is whole, as far as one can see without opening it.
    pub(crate) good: bool,
    /// Whether it was made before a migration or a restore.
    pub(crate) pinned: bool,
}

/// The names of those that can go, of backups given the newest first: those that the rule of 48 hours, days, weeks and
/// months does not keep, then the oldest beyond the quota in bytes. Never the newest good one.
pub(crate) fn superfluous(backups: &[Kept], now: Instant, quota: u64) -> Vec<String> {
    let last_good = backups.iter().position(|backup| backup.good);
    let chosen = by_age(backups, now);
    let mut room = quota;
    let mut full = false;
    let mut going = Vec::new();
    for (at, backup) in backups.iter().enumerate() {
        let fits = !full && backup.bytes <= room;
        if Some(at) == last_good || chosen.contains(&at) && fits {
            room = room.saturating_sub(backup.bytes);
        } else {
            // Once one does not fit, no older one takes its place: what is kept has no holes but those of age.
            full |= chosen.contains(&at);
            going.push(backup.name.clone());
        }
    }
    going
}

/// The places of those that age keeps.
fn by_age(backups: &[Kept], now: Instant) -> BTreeSet<usize> {
    let mut chosen = BTreeSet::new();
    let (mut days, mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (at, backup) in backups.iter().enumerate() {
        let (age, date) = (now - backup.at, backup.at.date());
        let (year, week, _) = date.to_iso_week_date();
        let new = |seen: &mut BTreeSet<(i32, u16)>, key: (i32, u16), most: usize| seen.len() < most && seen.insert(key);
        let keep = age <= ALL
            || new(&mut days, (date.year(), date.ordinal()), DAYS)
            // A day that has its backup, or a week, has one already.
            || !days.contains(&(date.year(), date.ordinal()))
                && (new(&mut weeks, (year, u16::from(week)), WEEKS)
                    || !weeks.contains(&(year, u16::from(week)))
                        && new(&mut months, (date.year(), u16::from(u8::from(date.month()))), MONTHS));
        if keep || backup.pinned && age <= PINNED {
            chosen.insert(at);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::{ALL, Kept, PINNED, superfluous};
    use guichet_model::Instant;
    use proptest::prelude::*;
    use std::collections::BTreeSet;
    use time::Duration;
    use time::macros::datetime;

    const NOW: Instant = datetime!(2024-09-21 12:00);

    fn made(hours_ago: i64) -> Kept {
        let at = NOW - Duration::hours(hours_ago);
        Kept { name: hours_ago.to_string(), at, bytes: 1, good: true, pinned: false }
    }

    fn left(backups: &[Kept], quota: u64) -> Vec<Kept> {
        let going = superfluous(backups, NOW, quota);
        backups.iter().filter(|backup| !going.contains(&backup.name)).cloned().collect()
    }

    #[test]
    fn two_days_then_days_weeks_and_months_are_kept() {
        // One every two hours for three years.
        let backups: Vec<Kept> = (0..3 * 365 * 12).map(|at| made(at * 2)).collect();
        let left = left(&backups, u64::MAX);
        let recent = left.iter().filter(|backup| NOW - backup.at <= ALL).count();
        assert_eq!((recent, left.len()), (25, 25 + 7 + 5 + 12));
        let ages: Vec<i64> = left[25..].iter().map(|backup| (NOW - backup.at).whole_days()).collect();
        assert_eq!(
            ages,
            [2, 2, 3, 4, 5, 6, 7, 8, 12, 19, 26, 33, 40, 51, 82, 112, 143, 173, 204, 233, 264, 295, 325, 356]
        );
        assert!(superfluous(&left, NOW, u64::MAX).is_empty());
    }

    #[test]
    fn the_quota_takes_the_oldest_and_never_the_last_good_one() {
        let backups: Vec<Kept> = (0..10).map(made).collect();
        let names = |kept: Vec<Kept>| kept.into_iter().map(|backup| backup.name).collect::<Vec<_>>();
        assert_eq!(names(left(&backups, 3)), ["0", "1", "2"]);
        assert_eq!(names(left(&backups, 0)), ["0"]);
        let mut broken = backups.clone();
        (broken[0].good, broken[1].good) = (false, false);
        assert!(names(left(&broken, 0)).contains(&"2".to_owned()));
    }

    #[test]
    fn what_was_made_before_a_migration_stays_a_month() {
        let mut backups: Vec<Kept> = (0..400).map(|day| made(day * 12)).collect();
        backups[50].pinned = true;
        backups[399].pinned = true;
        let left: BTreeSet<String> = left(&backups, u64::MAX).into_iter().map(|backup| backup.name).collect();
        assert!(left.contains(&backups[50].name) && NOW - backups[50].at <= PINNED);
        assert!(!left.contains(&backups[51].name) && !left.contains(&backups[399].name));
    }

    proptest! {
        #[test]
        fn whatever_there_is_the_newest_good_one_and_the_last_two_days_stay(
            ages in prop::collection::vec((-50_i64..20_000, any::<bool>(), any::<bool>()), 0..60),
            quota in prop_oneof![Just(u64::MAX), 0_u64..30],
        ) {
            let mut backups: Vec<Kept> = ages
                .iter()
                .enumerate()
                .map(|(at, (age, good, pinned))| Kept { name: at.to_string(), good: *good, pinned: *pinned, ..made(*age) })
                .collect();
            backups.sort_by_key(|backup| std::cmp::Reverse(backup.at));
            let left = left(&backups, quota);
            let names: BTreeSet<&str> = left.iter().map(|backup| backup.name.as_str()).collect();
            if let Some(newest) = backups.iter().find(|backup| backup.good) {
                prop_assert!(names.contains(newest.name.as_str()));
            }
            if quota == u64::MAX {
                let recent = backups.iter().filter(|backup| NOW - backup.at <= ALL);
                prop_assert!(recent.into_iter().all(|backup| names.contains(backup.name.as_str())));
                let old = left.iter().filter(|backup| NOW - backup.at > ALL && !backup.pinned).count();
                prop_assert!(old <= 7 + 5 + 12 + 1);
            } else {
                prop_assert!(left.len() as u64 <= quota + 1);
            }
            // Looking again removes nothing more.
            prop_assert!(superfluous(&left, NOW, quota).is_empty());
        }
    }
}
