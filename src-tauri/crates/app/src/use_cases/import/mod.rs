//! The import wizard: files are read once into a session, every answer understands its file again and makes the plan
//! again, and the plan shown is what is applied.

pub(crate) mod answer;
pub(crate) mod apply;
mod candidates;
pub(crate) mod changes;
pub(crate) mod choose;
mod column_view;
mod corrections;
pub(crate) mod export;
pub(crate) mod mappings;
pub(crate) mod plan_view;
mod reading;
pub(crate) mod rows;
mod session;
pub(crate) mod sheet;
mod tables;
mod view;

pub(crate) use corrections::workbook;
pub(crate) use reading::{Read, label, load, planned, read};
pub(crate) use session::{Session, told_twin};
