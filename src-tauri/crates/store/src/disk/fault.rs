use std::io;
use std::sync::atomic::{AtomicU32, Ordering};

/// Which operation fails, for a test: state before, or state after, whatever breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The number of the operation, from 1 on; 0 lets all pass, and counts them.
    pub at: u32,
    /// Whether every later one fails too.
    pub for_ever: bool,
    /// What the system says: no space left, input/output error, permission denied...
    pub kind: io::ErrorKind,
}

impl Default for Fault {
    fn default() -> Self {
        Self { at: 0, for_ever: false, kind: io::ErrorKind::StorageFull }
    }
}

#[derive(Debug)]
pub(super) struct Plan {
    fault: Fault,
    count: AtomicU32,
}

impl Plan {
    pub(super) fn new(fault: Fault) -> Self {
        Self { fault, count: AtomicU32::new(0) }
    }

    pub(super) fn count(&self) -> u32 {
        self.count.load(Ordering::SeqCst)
    }

    /// Counts an operation; an error when it is one to fail.
    pub(super) fn step(&self) -> io::Result<()> {
        let number = self.count.fetch_add(1, Ordering::SeqCst) + 1;
        let Fault { at, for_ever, kind } = self.fault;
        let fails = at > 0 && (number == at || for_ever && number > at);
        if fails { Err(kind.into()) } else { Ok(()) }
    }
}
