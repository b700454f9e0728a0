//! How far a long work is, told to the window, and whether it is to be stopped.

use crate::failure::AppError;
use crate::host::Host;
use crate::wire::Progress;
use crate::words;
use guichet_model::Language;
use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How often the window is told how far it is.
const TOLD_EVERY: Duration = Duration::from_millis(100);
/// How long something lasts before the time left is estimated.
const ENOUGH_TO_TELL: Duration = Duration::from_secs(1);

/// What is never stopped.
pub(crate) static NEVER: AtomicBool = AtomicBool::new(false);
/// What is left for later before it is begun.
static AT_ONCE: AtomicBool = AtomicBool::new(true);

/// Looks at one long work, step after step.
pub(crate) struct Watch<'a> {
    cancel: &'a AtomicBool,
    window: Option<(&'a dyn Host, Language)>,
    label: Cell<&'static str>,
    begun: Cell<Instant>,
    told: Cell<Option<Instant>>,
}

impl Watch<'static> {
    /// Nobody looks, and nothing is stopped.
    pub(crate) fn nobody() -> Self {
        Self::new(&NEVER, None)
    }

    /// What takes long is not begun: somebody will ask for it.
    pub(crate) fn later() -> Self {
        Self::new(&AT_ONCE, None)
    }
}

impl<'a> Watch<'a> {
    /// The window looks, and may stop it.
    pub(crate) fn window(host: &'a dyn Host, language: Language, cancel: &'a AtomicBool) -> Self {
        Self::new(cancel, Some((host, language)))
    }

    fn new(cancel: &'a AtomicBool, window: Option<(&'a dyn Host, Language)>) -> Self {
        Self { cancel, window, label: Cell::new(""), begun: Cell::new(Instant::now()), told: Cell::new(None) }
    }

    /// Says what is done from now on, by its key in the catalogue.
    pub(crate) fn begin(&self, label: &'static str) {
        self.label.set(label);
        self.begun.set(Instant::now());
        self.told.set(None);
        self.emit(0, None, None);
    }

    /// Says how far it is.
    pub(crate) fn tell(&self, done: usize, total: usize) {
        if self.told.get().is_some_and(|told| told.elapsed() < TOLD_EVERY) {
            return;
        }
        self.told.set(Some(Instant::now()));
        self.emit(done, Some(total), seconds_left(self.begun.get().elapsed(), done, total));
    }

    fn emit(&self, done: usize, total: Option<usize>, seconds_left: Option<u32>) {
        let Some((host, language)) = self.window else { return };
        let label = words::word(language, self.label.get());
        let progress = Progress { label, done: done as u64, total: total.map(|total| total as u64), seconds_left };
        host.emit("progress", serde_json::to_value(progress).unwrap_or_default());
    }

    /// Says how far it is, unless it is to be stopped.
    ///
    /// # Errors
    /// [`AppError::Cancelled`].
    pub(crate) fn step(&self, done: usize, total: usize) -> Result<(), AppError> {
        self.check()?;
        self.tell(done, total);
        Ok(())
    }

    /// Refuses to go on once it is to be stopped.
    ///
    /// # Errors
    /// [`AppError::Cancelled`].
    pub(crate) fn check(&self) -> Result<(), AppError> {
        if self.cancel.load(Ordering::Relaxed) { Err(AppError::Cancelled) } else { Ok(()) }
    }

    /// What stops it, for whoever looks at that alone.
    pub(crate) fn cancel(&self) -> &'a AtomicBool {
        self.cancel
    }
}

/// A rough estimate: what is left takes as long as what was done.
fn seconds_left(elapsed: Duration, done: usize, total: usize) -> Option<u32> {
    let (done, left) = (u32::try_from(done).ok()?, u32::try_from(total.saturating_sub(done)).ok()?);
    if elapsed < ENOUGH_TO_TELL || done == 0 {
        return None;
    }
    u32::try_from((elapsed.as_secs_f64() * f64::from(left) / f64::from(done)).ceil() as u64).ok()
}

#[cfg(test)]
mod tests {
    use super::seconds_left;
    use std::time::Duration;

    #[test]
    fn the_time_left_is_told_once_enough_was_done() {
        assert_eq!(seconds_left(Duration::from_millis(900), 100, 1_000), None);
        assert_eq!(seconds_left(Duration::from_secs(2), 0, 1_000), None);
        assert_eq!(seconds_left(Duration::from_secs(2), 100, 1_000), Some(18));
        assert_eq!(seconds_left(Duration::from_secs(2), 1_000, 1_000), Some(0));
    }
}
