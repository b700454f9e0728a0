//! What a try of a passphrase costs on this computer.

use guichet_store::{Cost, Passphrase};
use std::time::Instant;

/// The cost that takes about as long as it should here: by the quicker of two tries, for a computer that does something
/// else meanwhile would seem slower than it is.
pub(crate) fn measured() -> Cost {
    let took = || {
        let start = Instant::now();
        Passphrase::try_cost(Cost::FIRST);
        start.elapsed()
    };
    Cost::aimed(took().min(took()))
}
