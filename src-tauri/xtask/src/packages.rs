//! The system packages Guichet needs, in one place, and how they are installed.

use std::process::{Command, Stdio};

use crate::command::{find_program, must};

/// What is needed for what.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Purpose {
    /// To build and to open the window.
    Build,
    /// To run the tests as well.
    Test,
}

/// A package of Debian and Ubuntu: its purpose, its name, and programs that make it superfluous when one is found.
struct Package {
    purpose: Purpose,
    name: &'static str,
    unless: &'static [&'static str],
}

const fn package(purpose: Purpose, name: &'static str) -> Package {
    Package { purpose, name, unless: &[] }
}

/// The browsers in which the screens are tested, by the names their programs have.
pub(crate) const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Debian 12, Ubuntu 22.04 and later.
const DEBIAN: &[Package] = &[
    package(Purpose::Build, "build-essential"),
    package(Purpose::Build, "pkg-config"),
    // The window.
    package(Purpose::Build, "libgtk-3-dev"),
    package(Purpose::Build, "libwebkit2gtk-4.1-dev"),
    package(Purpose::Build, "librsvg2-common"),
    package(Purpose::Build, "libdbus-1-dev"),
    // The cipher of the database.
    package(Purpose::Build, "libssl-dev"),
    // The declarations of what makes a change undoable.
    package(Purpose::Build, "libclang-dev"),
    // The window without a screen, and the pilot that drives it.
    package(Purpose::Test, "webkit2gtk-driver"),
    package(Purpose::Test, "xvfb"),
    // What the programs ask of the system.
    package(Purpose::Test, "strace"),
    // The screens in a browser.
    Package { purpose: Purpose::Test, name: "chromium", unless: BROWSERS },
];

/// Installs what is missing, said before it is done; where that cannot be done, says what is needed.
pub(crate) fn install(purpose: Purpose) -> Result<(), String> {
    if cfg!(windows) {
        println!(
            "Windows: the Microsoft C++ build tools and WebView2 are needed (WebView2 is part of Windows 10 and 11).\n  \
             winget install Microsoft.VisualStudio.2022.BuildTools\n  winget install StrawberryPerl.StrawberryPerl\n  \
             winget install LLVM.LLVM\n(Perl compiles the cipher of the database, LLVM reads its declarations.)"
        );
        return Ok(());
    }
    if cfg!(target_os = "macos") {
        println!("macOS: the command line tools of Xcode are needed.\n  xcode-select --install");
        return Ok(());
    }
    if find_program(&["apt-get"]).is_none() || find_program(&["dpkg-query"]).is_none() {
        println!(
            "This system does not install by apt-get. Needed here, under the names they have in Debian:\n  {}",
            wanted(purpose).map(|package| package.name).collect::<Vec<_>>().join(" ")
        );
        return Ok(());
    }
    let missing: Vec<&str> = wanted(purpose).map(|package| package.name).filter(|name| !installed(name)).collect();
    if missing.is_empty() { Ok(()) } else { apt_get(&missing) }
}

fn wanted(purpose: Purpose) -> impl Iterator<Item = &'static Package> {
    DEBIAN.iter().filter(move |package| package.purpose <= purpose && find_program(package.unless).is_none())
}

fn installed(name: &str) -> bool {
    Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", name])
        .stderr(Stdio::null())
        .output()
        .is_ok_and(|output| output.status.success() && output.stdout == b"installed")
}

fn apt_get(missing: &[&str]) -> Result<(), String> {
    println!("These system packages are missing and will be installed by apt-get: {}", missing.join(" "));
    let by_hand = format!("install them by hand: sudo apt-get install {}", missing.join(" "));
    let root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    if !root && find_program(&["sudo"]).is_none() {
        return Err(format!("this account may not install packages and `sudo` is not there; {by_hand}"));
    }
    let run = |arguments: &[&str]| {
        let mut command = if root { Command::new("apt-get") } else { Command::new("sudo") };
        if !root {
            command.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        }
        must(command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments).stdin(Stdio::null()))
    };
    run(&["update", "--quiet"])
        .and_then(|()| run(&[&["install", "--yes", "--quiet", "--no-install-recommends"], missing].concat()))
        .map_err(|sentence| format!("{sentence}; {by_hand}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn testing_needs_what_building_needs() {
        let build: Vec<&str> = wanted(Purpose::Build).map(|package| package.name).collect();
        let test: Vec<&str> = wanted(Purpose::Test).map(|package| package.name).collect();
        assert!(build.iter().all(|name| test.contains(name)));
        assert!(test.contains(&"xvfb") && !build.contains(&"xvfb"));
    }
}
