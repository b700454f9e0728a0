//! The child reader alone, for the tests of the process boundary: `reader PATH`.

fn main() {
    let code = match std::env::args_os().nth(1) {
        Some(path) => guichet_intake::run_child_reader(std::path::Path::new(&path)),
        None => 2,
    };
    std::process::exit(code);
}
