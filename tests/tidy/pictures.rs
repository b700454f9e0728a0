//! The pictures that the help and the README show: each is there, light, of the size the window keeps for it, and shown.

use acceptance::project;
use std::collections::BTreeSet;
use std::path::Path;

/// The most that a picture of the help, and that all of them, may weigh, in bytes.
const MOST: usize = 60_000;
const MOST_OF_ALL: usize = 2_500_000;

/// The names of the files of a folder that end so, the end left out.
fn names(folder: &Path, end: &str) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let names = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"));
    names
        .map(|name| name.strip_suffix(end).unwrap_or_else(|| panic!("{name} does not end in {end}")).to_owned())
        .collect()
}

/// The width and height of a WebP picture as a browser writes it: 24 bits each, less one, in its extended header.
fn size(picture: &[u8]) -> (u32, u32) {
    assert!(picture.starts_with(b"RIFF") && picture.get(8..16) == Some(b"WEBPVP8X"), "a WebP picture with its header");
    let at = |place: usize| u32::from_le_bytes([picture[place], picture[place + 1], picture[place + 2], 0]) + 1;
    (at(24), at(27))
}

#[test]
fn every_page_of_the_help_has_its_picture_and_every_picture_its_page() {
    let help = project().join("assets/help");
    let pages: BTreeSet<String> = names(&help.join("screens"), ".md");
    let pictures = names(&help.join("pictures"), ".webp");
    let wanted: BTreeSet<String> = pages
        .iter()
        .filter_map(|page| page.split_once('.'))
        .flat_map(|(name, language)| ["light", "dark"].map(|theme| format!("{name}.{theme}.{language}")))
        .collect();
    assert_eq!(pictures, wanted);

    let code = std::fs::read_to_string(project().join("ui/src/text/pictures.ts")).expect("read");
    let list = code.split_once("PICTURED = [").and_then(|(_, rest)| rest.split_once(']')).expect("the list").0;
    let shown: BTreeSet<&str> = list.split('\'').skip(1).step_by(2).collect();
    assert_eq!(shown, pages.iter().filter_map(|page| page.split('.').next()).collect(), "the pages that show theirs");

    let mut all = 0;
    for name in pictures {
        let picture = std::fs::read(help.join("pictures").join(format!("{name}.webp"))).expect("read");
        let (width, height) = size(&picture);
        assert!(
            code.contains(&format!("PICTURE = {{ width: {width}, height: {height} }}")),
            "{name} is {width} x {height}"
        );
        assert!(picture.len() <= MOST, "{name} weighs {} bytes", picture.len());
        all += picture.len();
    }
    assert!(all <= MOST_OF_ALL, "the pictures weigh {all} bytes");
}

#[test]
fn the_readme_shows_every_picture_kept_for_it() {
    let text = std::fs::read_to_string(project().join("README.md")).expect("read");
    let parts = text.split("](assets/pictures/").skip(1);
    let shown: BTreeSet<String> =
        parts.filter_map(|rest| rest.split_once(".webp)")).map(|(name, _)| name.to_owned()).collect();
    assert_eq!(shown, names(&project().join("assets/pictures"), ".webp"));
}
