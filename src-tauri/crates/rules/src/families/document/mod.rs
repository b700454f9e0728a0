//! Supporting documents and their states.
