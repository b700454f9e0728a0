//! What the system may write of this program's memory.

/// Has no copy of the memory written when the program ends badly: it would hold keys and names. What refuses keeps its
/// own rules: nothing else depends on it.
#[cfg(unix)]
pub fn forbid_core_dumps() {
    let _ = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0);
}

/// Other systems are told by their administrator.
#[cfg(not(unix))]
pub fn forbid_core_dumps() {}
