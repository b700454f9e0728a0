use std::time::Duration;

/// What one try of a passphrase costs: Argon2id, version 1.3, one lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
}

/// Beyond this, a try is not costly but impossible, on a computer of a few gigabytes.
const MOST_MEMORY_KIB: u32 = 256 * 1024;
const MOST_PASSES: u32 = 64;

impl Cost {
    /// Where the calibration starts: the second choice of RFC 9106, with one lane.
    pub const FIRST: Self = Self { memory_kib: 64 * 1024, passes: 3 };
    /// The least a passphrase is protected with (OWASP).
    pub const LEAST: Self = Self { memory_kib: 19 * 1024, passes: 2 };
    /// How long a try should take.
    pub const AIM: Duration = Duration::from_millis(700);

    /// A cost by its two figures; `None` for one that no computer should be asked to bear.
    #[must_use]
    pub fn new(memory_kib: u32, passes: u32) -> Option<Self> {
        let bearable = (8..=MOST_MEMORY_KIB).contains(&memory_kib) && (1..=MOST_PASSES).contains(&passes);
        bearable.then_some(Self { memory_kib, passes })
    }

    /// The cost that takes about [`Self::AIM`], when [`Self::FIRST`] took so long: more memory first, up to the cap, then
    /// more passes; on a slow computer less memory, down to the floor.
    #[must_use]
    pub fn aimed(first_took: Duration) -> Self {
        let aim = Self::AIM.as_millis();
        let took = first_took.as_millis().max(1);
        // What one pass over the first memory takes gives what may be spent, in passes of a KiB.
        let budget = u128::from(Self::FIRST.memory_kib) * u128::from(Self::FIRST.passes) * aim / took;
        let fits = |passes: u32| u32::try_from(budget / u128::from(passes)).unwrap_or(u32::MAX);
        let memory = fits(Self::FIRST.passes);
        if memory > MOST_MEMORY_KIB {
            return Self { memory_kib: MOST_MEMORY_KIB, passes: fits(MOST_MEMORY_KIB).min(MOST_PASSES) };
        }
        if memory < Self::LEAST.memory_kib {
            let memory_kib = fits(Self::LEAST.passes).max(Self::LEAST.memory_kib);
            return Self { memory_kib, passes: Self::LEAST.passes };
        }
        Self { memory_kib: memory, passes: Self::FIRST.passes }
    }

    /// Memory, in KiB.
    #[must_use]
    pub fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// Passes over that memory.
    #[must_use]
    pub fn passes(self) -> u32 {
        self.passes
    }
}

#[cfg(test)]
mod tests {
    use super::Cost;
    use std::time::Duration;

    #[test]
    fn a_cost_is_aimed_between_its_floor_and_its_cap() {
        let aimed = |milliseconds| Cost::aimed(Duration::from_millis(milliseconds));
        assert_eq!(aimed(700), Cost::FIRST);
        assert_eq!(aimed(350), Cost { memory_kib: 128 * 1024, passes: 3 });
        assert_eq!(aimed(70), Cost { memory_kib: 256 * 1024, passes: 7 });
        assert_eq!(aimed(0), Cost { memory_kib: 256 * 1024, passes: 64 });
        assert_eq!(aimed(1400), Cost { memory_kib: 32 * 1024, passes: 3 });
        assert_eq!(aimed(3000), Cost { memory_kib: 22_937, passes: 2 });
        assert_eq!(aimed(60_000), Cost::LEAST);
    }

    #[test]
    fn an_unbearable_cost_is_refused() {
        assert_eq!(Cost::new(19 * 1024, 2), Some(Cost::LEAST));
        for (memory, passes) in [(0, 1), (7, 1), (u32::MAX, 1), (256 * 1024 + 1, 1), (64, 0), (64, 65)] {
            assert_eq!(Cost::new(memory, passes), None, "{memory} {passes}");
        }
    }
}
