//! guichet-cli
fn main() {}
