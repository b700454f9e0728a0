//! `guichet-cli`, built for the tests beside them.

fn main() -> std::process::ExitCode {
    guichet_cli::run()
}
