//! Pictures of the screens: `cargo xtask screenshots`, every one from the browser and from the real window, to be looked at;
//! `cargo xtask pictures`, those that the help and the README show.

use std::path::Path;
use std::process::ExitCode;

use crate::browser;
use crate::command::{cargo, must};
use crate::display::without_display;
use crate::packages::Purpose;
use crate::place::Place;
use crate::set_up::set_up;

/// Writes the pictures into the folder.
pub(crate) fn take(place: &Place, folder: &Path) -> Result<ExitCode, String> {
    set_up(place, Purpose::Test)?;
    let folder = std::path::absolute(folder).map_err(|e| format!("{} is no folder: {e}", folder.display()))?;
    std::fs::create_dir_all(&folder).map_err(|e| format!("{} cannot be created: {e}", folder.display()))?;
    must(&mut cargo(place, &["build", "--workspace", "--bins"]))?;
    must(&mut browser::script(place, "screenshots.mjs", &folder)?)?;
    let mut window = cargo(place, &["test", "--workspace", "--test", "window"]);
    must(without_display(window.env("GUICHET_PICTURES", &folder)))?;
    println!("The pictures are in {}", folder.display());
    Ok(ExitCode::SUCCESS)
}

/// Writes the pictures that are kept, in `assets/help/pictures` and `assets/pictures`, then the screens that show them.
pub(crate) fn keep(place: &Place) -> Result<ExitCode, String> {
    set_up(place, Purpose::Test)?;
    must(&mut cargo(place, &["build", "--workspace", "--bins"]))?;
    must(&mut browser::script(place, "pictures.mjs", &place.root.join("assets"))?)?;
    set_up(place, Purpose::Test)?;
    println!("The pictures are in assets/help/pictures and assets/pictures: look at each before you keep it");
    Ok(ExitCode::SUCCESS)
}
