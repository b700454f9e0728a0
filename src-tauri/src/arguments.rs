//! What the window can be started with.

use std::path::PathBuf;

/// The arguments of the process.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// Whether to open the fictitious workspace when none was open last.
    pub(crate) demo: bool,
    /// A file that answers the dialogs in their place. Only a build with debug assertions looks at it.
    pub(crate) answers: Option<PathBuf>,
}

impl Arguments {
    pub(crate) fn of_process() -> Self {
        Self::read(std::env::args_os().skip(1).map(PathBuf::from))
    }

    /// Others are left aside: desktops add their own.
    fn read(mut words: impl Iterator<Item = PathBuf>) -> Self {
        let mut arguments = Self::default();
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--demo") => arguments.demo = true,
                Some("--answers") if cfg!(debug_assertions) => arguments.answers = words.next(),
                _ => {}
            }
        }
        arguments
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_arguments_are_read_and_others_left_aside() {
        let words = ["--enable-features=x", "--demo", "--answers", "a.json"].map(PathBuf::from);
        let read = Arguments::read(words.into_iter());
        assert_eq!(read, Arguments { demo: true, answers: Some("a.json".into()) });
        assert_eq!(Arguments::read(std::iter::empty()), Arguments::default());
    }
}
