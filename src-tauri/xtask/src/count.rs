//! How many tests passed and failed, read from what the test runners write.

use std::ops::AddAssign;

/// A number of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed.
    pub(crate) failed: u64,
}

impl Count {
    /// One test, by its outcome.
    pub(crate) const fn one(passed: bool) -> Self {
        if passed { Self { passed: 1, failed: 0 } } else { Self { passed: 0, failed: 1 } }
    }

    /// A runner that failed without a failed test (it crashed, or something did not compile) is a failed test, and so
    /// is one that says it succeeded and ran nothing.
    pub(crate) const fn or_crash(self, success: bool) -> Self {
        let silent = if success { self.passed + self.failed == 0 } else { self.failed == 0 };
        Self { passed: self.passed, failed: if silent { self.failed + 1 } else { self.failed } }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The sum of cargo's `test result: ok. 12 passed; 0 failed; ...` lines.
pub(crate) fn of_cargo(text: &str) -> Count {
    let mut sum = Count::default();
    for line in text.lines().filter_map(|line| line.split_once("test result: ")) {
        sum += Count { passed: before(line.1, " passed;"), failed: before(line.1, " failed;") };
    }
    sum
}

/// The last `N passed, N failed` line.
pub(crate) fn of_last_line(text: &str) -> Count {
    let line = text.lines().rev().find(|line| line.contains(" passed, ") && line.trim_end().ends_with(" failed"));
    let line = line.map(|line| format!("{};", line.trim_end())).unwrap_or_default();
    Count { passed: before(&line, " passed,"), failed: before(&line, " failed;") }
}

/// What vitest's JSON reporter counted. A file that could not be loaded counts as failed.
pub(crate) fn of_vitest(json: &str) -> Count {
    let Ok(report) = serde_json::from_str::<serde_json::Value>(json) else { return Count::default() };
    let number = |name: &str| report.get(name).and_then(serde_json::Value::as_u64).unwrap_or_default();
    Count {
        passed: number("numPassedTests"),
        failed: number("numFailedTests").max(number("numFailedTestSuites").min(1)),
    }
}

/// The number that stands just before the words.
fn before(text: &str, words: &str) -> u64 {
    let head = text.split(words).next().filter(|head| head.len() < text.len()).unwrap_or_default();
    let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    head[head.len() - digits..].parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_results_are_summed() {
        let text = "test a ... ok\ntest result: ok. 12 passed; 0 failed; 1 ignored; 0 measured\n\
                    test result: FAILED. 3 passed; 2 failed; 0 ignored\n";
        assert_eq!(of_cargo(text), Count { passed: 15, failed: 2 });
        assert_eq!(of_cargo("error: could not compile"), Count::default());
    }

    #[test]
    fn the_last_summary_counts() {
        assert_eq!(of_last_line("1 passed, 0 failed\nmore\n41 passed, 7 failed\n"), Count { passed: 41, failed: 7 });
        assert_eq!(of_last_line("nothing ran"), Count::default());
    }

    #[test]
    fn vitest_reports_are_read() {
        let json = r#"{"numPassedTests": 9, "numFailedTests": 0, "numFailedTestSuites": 0}"#;
        assert_eq!(of_vitest(json), Count { passed: 9, failed: 0 });
        let unloaded = r#"{"numPassedTests": 9, "numFailedTests": 0, "numFailedTestSuites": 2}"#;
        assert_eq!(of_vitest(unloaded), Count { passed: 9, failed: 1 });
    }

    #[test]
    fn a_crash_is_a_failure() {
        assert_eq!(Count { passed: 5, failed: 0 }.or_crash(false), Count { passed: 5, failed: 1 });
        assert_eq!(Count { passed: 5, failed: 2 }.or_crash(false), Count { passed: 5, failed: 2 });
        assert_eq!(Count { passed: 5, failed: 0 }.or_crash(true), Count { passed: 5, failed: 0 });
        assert_eq!(Count::default().or_crash(true), Count { passed: 0, failed: 1 });
    }
}
