//! Whether work costs what it may, told without a clock's absolute time.

use std::time::{Duration, Instant};

/// Does some work, which must not take more than so many times what a fixed sum takes on the same machine at the same time:
/// a busy machine slows both.
pub(crate) fn at_most<T>(times: u32, work: impl FnOnce() -> T) -> T {
    let before = fixed_sum();
    let started = Instant::now();
    let done = work();
    let taken = started.elapsed();
    let unit = before.max(fixed_sum());
    assert!(taken < unit * times, "{taken:?}, {times} times {unit:?} were allowed");
    done
}

/// How long a sum of fixed length takes now: a tenth of a second on an idle machine.
fn fixed_sum() -> Duration {
    let started = Instant::now();
    let mut state: u64 = 42;
    for step in 0..50_000_000_u64 {
        state = std::hint::black_box(state ^ step).rotate_left(7).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    assert_ne!(state, 0);
    started.elapsed()
}
