//! When an open workspace shuts: by itself after a while without anybody, or when it is asked.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant, SystemTime};

/// Minutes without anybody after which a protected workspace shuts, when nobody chose.
pub(crate) const USUAL_MINUTES: u32 = 10;
/// The minutes one can choose.
pub(crate) const MINUTES: std::ops::RangeInclusive<u32> = 5..=30;

/// A moment, by a clock that only goes forward and by the computer's, which also counts while it sleeps.
#[derive(Clone, Copy, Debug)]
pub struct Tick {
    steady: Duration,
    civil: Duration,
}

impl Tick {
    /// Now.
    #[must_use]
    pub fn now() -> Self {
        static START: OnceLock<Instant> = OnceLock::new();
        let civil = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        Self { steady: START.get_or_init(Instant::now).elapsed(), civil }
    }

    /// A moment by its seconds, both clocks agreeing: for tests.
    #[must_use]
    pub fn at(seconds: u64) -> Self {
        let (steady, civil) = (Duration::from_secs(seconds), Duration::from_secs(seconds));
        Self { steady, civil }
    }

    /// This moment and so many seconds: for tests.
    #[must_use]
    pub fn later(self, seconds: u64) -> Self {
        let by = Duration::from_secs(seconds);
        Self { steady: self.steady + by, civil: self.civil + by }
    }

    /// How long ago another moment was. A computer that slept had nobody at it; a clock set back is not believed.
    pub(crate) fn since(self, before: Self) -> Duration {
        self.steady_since(before).max(self.civil.saturating_sub(before.civil))
    }

    /// How long ago another moment was, by the clock that nobody sets.
    pub(crate) fn steady_since(self, before: Self) -> Duration {
        self.steady.saturating_sub(before.steady)
    }
}

/// How often it is looked whether the computer slept meanwhile.
pub const LOOK_EVERY: Duration = Duration::from_secs(5);
/// How much later than asked a look may come on a computer that is merely busy.
const LATE: Duration = Duration::from_secs(30);

/// Knows by looks that come much later than asked that the computer slept, or that nobody was in its session.
#[derive(Default)]
pub(crate) struct SleepWatch {
    /// The last look; nothing before the first, so that nothing is watched unless looks are asked for.
    looked: Mutex<Option<Tick>>,
    slept: AtomicBool,
}

impl SleepWatch {
    /// A look that was asked for in time.
    pub(crate) fn look(&self, now: Tick) {
        self.notice(now);
        *self.looked.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
    }

    /// Notices that a look is missing.
    pub(crate) fn notice(&self, now: Tick) {
        let looked = *self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        if looked.is_some_and(|looked| now.since(looked) > LOOK_EVERY + LATE) {
            self.slept.store(true, Ordering::Release);
        }
    }

    /// Whether it slept, as long as that was not dealt with.
    pub(crate) fn has_slept(&self) -> bool {
        self.slept.load(Ordering::Acquire)
    }

    /// The workspace was shut, or needs not be.
    pub(crate) fn is_dealt_with(&self, now: Tick) {
        let mut looked = self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        *looked = looked.map(|_| now);
        self.slept.store(false, Ordering::Release);
    }
}

/// Whether nobody was there for so many minutes.
pub(crate) fn is_due(last: Tick, now: Tick, minutes: u32) -> bool {
    now.since(last) >= Duration::from_secs(60 * u64::from(minutes))
}

#[cfg(test)]
mod tests {
    use super::{Tick, is_due};
    use std::time::Duration;

    #[test]
    fn sleep_counts_and_a_clock_set_back_does_not() {
        let last = Tick::at(10_000);
        assert!(!is_due(last, last.later(599), 10) && is_due(last, last.later(600), 10));
        let slept = Tick { civil: last.civil + Duration::from_secs(600), ..last };
        assert!(is_due(last, slept, 10));
        let set_back = Tick { steady: last.steady + Duration::from_secs(600), civil: Duration::ZERO };
        assert!(is_due(last, set_back, 10));
    }
}
