//! Time that does not depend on what else the computer does.

/// What this thread has used of a processor; where the system does not say it, what a clock says.
pub(crate) struct Spent {
    processor: Option<f64>,
    begun: std::time::Instant,
}

impl Spent {
    pub(crate) fn now() -> Self {
        Self { processor: processor(), begun: std::time::Instant::now() }
    }

    /// Seconds since.
    pub(crate) fn elapsed(&self) -> f64 {
        match (self.processor, processor()) {
            (Some(before), Some(after)) => after - before,
            _ => self.begun.elapsed().as_secs_f64(),
        }
    }
}

fn processor() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}
