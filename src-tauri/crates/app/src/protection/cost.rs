//! What a try of a passphrase costs on this computer.

use guichet_store::{Cost, Passphrase};
use std::time::Instant;

/// The cost that takes about as long as it should here: measured once, on a first try.
pub(crate) fn measured() -> Cost {
    let start = Instant::now();
    Passphrase::try_cost(Cost::FIRST);
    Cost::aimed(start.elapsed())
}
