//! Wrong passphrases make the next try wait: one second, then two, then four, up to a minute.

use super::lock::Tick;
use std::time::Duration;

const LONGEST: Duration = Duration::from_secs(60);

/// The wrong tries of this session.
#[derive(Default)]
pub(crate) struct Tries {
    wrong: u32,
    last: Option<Tick>,
}

impl Tries {
    /// How long is still to wait; nothing when a try may be made.
    pub(crate) fn wait(&self, now: Tick) -> Option<Duration> {
        let wait = 1_u64.checked_shl(self.wrong.checked_sub(1)?).map_or(LONGEST, Duration::from_secs).min(LONGEST);
        let left = wait.checked_sub(now.steady_since(self.last?))?;
        (!left.is_zero()).then_some(left)
    }

    /// Counts a wrong try.
    pub(crate) fn count(&mut self, now: Tick) {
        self.wrong = self.wrong.saturating_add(1);
        self.last = Some(now);
    }
}

#[cfg(test)]
mod tests {
    use super::{Tick, Tries};
    use std::time::Duration;

    #[test]
    fn each_wrong_try_waits_twice_as_long_up_to_a_minute() {
        let mut tries = Tries::default();
        let mut now = Tick::at(1000);
        assert_eq!(tries.wait(now), None);
        for seconds in [1, 2, 4, 8, 16, 32, 60, 60].into_iter().chain([60; 70]) {
            tries.count(now);
            assert_eq!(tries.wait(now), Some(Duration::from_secs(seconds)));
            assert_eq!(tries.wait(now.later(seconds - 1)), Some(Duration::from_secs(1)));
            now = now.later(seconds);
            assert_eq!(tries.wait(now), None);
        }
    }
}
