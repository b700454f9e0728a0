//! What lists of many files cost: `bench FOLDER FILES...` makes a workspace of each size in FOLDER, unless it is there
//! already, asks the application what the window asks, and prints the medians as a table. `cargo xtask bench` runs it.
#![allow(clippy::print_stdout, reason = "a tool of the terminal speaks in the terminal")]

mod measure;
mod office;
mod spent;

use std::path::PathBuf;

type Failed = Box<dyn std::error::Error + Send + Sync>;

fn main() -> Result<(), Failed> {
    let mut words = std::env::args().skip(1);
    let folder = PathBuf::from(words.next().ok_or("usage: bench FOLDER FILES...")?);
    let sizes = words.map(|word| word.parse()).collect::<Result<Vec<usize>, _>>()?;
    let mut columns = Vec::new();
    for files in &sizes {
        let home = folder.join(files.to_string());
        office::make(&home, *files)?;
        columns.push(measure::measure(&home)?);
    }
    let names = columns.first().map(|first| first.iter().map(|line| line.name).collect::<Vec<_>>()).unwrap_or_default();
    let head: String = sizes.iter().map(|files| format!(" {files} files |")).collect();
    println!("| |{head}\n|---|{}", "--:|".repeat(sizes.len()));
    for (at, name) in names.iter().enumerate() {
        let values: Vec<f64> = columns.iter().map(|column| column[at].value).collect();
        let cells: String = values.iter().map(|value| format!(" {value:.1} |")).collect();
        println!("| {name} |{cells}");
    }
    Ok(())
}
