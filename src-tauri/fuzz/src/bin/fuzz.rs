//! libFuzzer over one target, named by the environment: `cargo xtask fuzz` builds and runs this.
#![no_main]

use guichet_fuzz::{Target, target};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

/// The environment's word for the target.
const NAME: &str = "GUICHET_FUZZ_TARGET";
/// Bytes that one target may map beyond what it has at its start: those of the child reader, and libFuzzer's own.
#[cfg(target_os = "linux")]
const MEMORY_BYTES: u64 = 3 << 30;

static TARGET: OnceLock<&'static Target> = OnceLock::new();

fuzz_target!(
    init: {
        let name = std::env::var(NAME).unwrap_or_default();
        let Some(found) = target(&name) else {
            panic!("{NAME} names no target: {name:?}");
        };
        let _ = TARGET.set(found);
        limit_memory();
    },
    |bytes: &[u8]| {
        if let Some(target) = TARGET.get() {
            (target.run)(bytes);
        }
    }
);

/// An input that asks for hundreds of gigabytes fails at once, instead of being lent them.
#[cfg(target_os = "linux")]
fn limit_memory() {
    let _ = rlimit::Resource::AS.set(MEMORY_BYTES, MEMORY_BYTES);
}

#[cfg(not(target_os = "linux"))]
fn limit_memory() {}
