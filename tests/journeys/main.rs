//! A clerk's ways through the application, without a window: the same commands that the window sends.

mod desk;
mod first_day;
