//! The import wizard: files are read once into a session, every answer makes its plan again, and the plan shown is
//! what is applied.

pub(crate) mod answer;
pub(crate) mod apply;
pub(crate) mod choose;
pub(crate) mod plan_view;
mod reading;
pub(crate) mod rows;
mod session;
mod view;

pub(crate) use reading::{Read, label, planned, read};
pub(crate) use session::Session;
