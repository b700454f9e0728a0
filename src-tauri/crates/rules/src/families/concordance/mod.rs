//! Concordances: units already passed that are recognised in a new course.
