//! The architecture, held by ordinary tests: who may know whom, what may live where.

mod dependencies;
mod tree;
