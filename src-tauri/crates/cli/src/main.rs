//! The command line: `guichet-cli --help` says what it does.

fn main() -> std::process::ExitCode {
    guichet_cli::run()
}
