//! An office of any size, of fictitious people: written as extracts, imported by the command line as anybody would.

use crate::Failed;
use guichet_app::{App, Host, ReaderCommand};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

const FAMILY: [&str; 24] = [
    "Dupré",
    "Martin",
    "Exemple",
    "Durand",
    "Petit",
    "Moreau",
    "Œuvrard",
    "N’Diaye",
    "García-Pérez",
    "de La Tour",
    "Kołodziej",
    "Nguyễn",
    "Weiß",
    "Saint-Exemple",
    "Bernard",
    "Robert",
    "Richard",
    "Simon",
    "Laurent",
    "Lefèvre",
    "Leroy",
    "Girard",
    "Fontaine",
    "Rousseau",
];
const GIVEN: [&str; 10] =
    ["Zoé", "Paul", "Anne", "Jean-Pierre", "Lætitia", "Marie Anne", "Éric", "Aïcha", "Isabelle", "Thị Hường"];
const PROGRAMMES: [(&str, &str); 6] = [
    ("HIS", "Histoire"),
    ("PSY", "Psychologie"),
    ("LEA", "Langues étrangères appliquées"),
    ("LLCE", "Langues, littératures et civilisations"),
    ("PHI", "Philosophie"),
    ("GEO", "Géographie et aménagement"),
];
const LEVELS: [&str; 5] = ["L1", "L2", "L3", "M1", "M2"];
const ROSTER: &str = "N° étudiant;INE;Nom de naissance;Nom d'usage;Prénom;Date de naissance;Courriel;Année universitaire;\
    Niveau;Code étape;Formation;Composante;Date d'inscription";

/// Rows of one file: readers refuse larger ones.
const MOST_ROWS: usize = 100_000;
/// By what the files are judged.
const CAMPAIGN: (&str, &str) = ("amu-allsh-2024-2025", "2024-09-25T09:00:00");

/// Makes a workspace of so many files in a folder, with the application's settings that open it, unless it is there.
pub(crate) fn make(home: &Path, files: usize) -> Result<(), Failed> {
    let data = home.join("data");
    if data.is_dir() {
        return Ok(());
    }
    std::fs::create_dir_all(home)?;
    // The campaign is chosen while there is one file only: choosing it judges them all.
    import(home, "roster", 1)?;
    std::fs::create_dir_all(&data)?;
    let settings = json!({ "language": "fr", "last_workspace": home.join("espace") });
    std::fs::write(data.join("settings.json"), settings.to_string())?;
    let campaign = json!({ "rulebook": CAMPAIGN.0, "as_of": CAMPAIGN.1 });
    open(home).call("campaign_set", campaign).map_err(|failure| failure.message)?;
    let made = ["roster", "certificates", "history"].into_iter().try_for_each(|kind| import(home, kind, files));
    // What is half made is made again.
    made.inspect_err(|_| drop(std::fs::remove_dir_all(home)))
}

/// The application on the workspace of a folder.
pub(crate) fn open(home: &Path) -> App {
    App::new(Arc::new(Alone { data: home.join("data") }))
}

/// Writes the extracts of a kind and imports them together.
fn import(home: &Path, kind: &'static str, files: usize) -> Result<(), Failed> {
    let mut names = Vec::new();
    for from in (0..files).step_by(MOST_ROWS) {
        let name = format!("{kind}-{from}.csv");
        let mut sheet = BufWriter::new(File::create(home.join(&name))?);
        write(&mut sheet, kind, from..files.min(from + MOST_ROWS))?;
        sheet.flush()?;
        names.push(name);
    }
    let program = std::env::current_exe()?.with_file_name(format!("guichet-cli{}", std::env::consts::EXE_SUFFIX));
    let mut import = Command::new(program);
    import.arg("import").args(&names).args(["--kind", kind, "--db", "espace"]).current_dir(home);
    let output = import.env("GUICHET_HOME", home.join("maison")).output()?;
    if !output.status.success() {
        return Err(format!("{kind}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    names.iter().try_for_each(|name| std::fs::remove_file(home.join(name)))?;
    Ok(())
}

fn write(sheet: &mut impl Write, kind: &str, ranks: Range<usize>) -> std::io::Result<()> {
    match kind {
        "roster" => writeln!(sheet, "{ROSTER}")?,
        "certificates" => writeln!(sheet, "N° étudiant;N° de l'attestation;Année CVEC;Date de naissance")?,
        _ => writeln!(sheet, "N° étudiant;Année universitaire;Niveau;Établissement;État")?,
    }
    for rank in ranks {
        match kind {
            "roster" => student(sheet, rank)?,
            // One in four has not brought it; a fifth, that of another year.
            "certificates" if rank % 4 > 0 => certificate(sheet, rank)?,
            "history" if rank % 3 == 0 => past(sheet, rank)?,
            _ => {}
        }
    }
    Ok(())
}

fn number(rank: usize) -> usize {
    20_000_000 + rank
}

fn birth(rank: usize) -> String {
    format!("{:02}/{:02}/{}", rank * 7 % 28 + 1, rank / 28 % 12 + 1, 1996 + rank % 9)
}

fn student(sheet: &mut impl Write, rank: usize) -> std::io::Result<()> {
    let family = [FAMILY[rank * 7 % 24], FAMILY[rank / 24 % 24]].join(" ");
    let used = if rank.is_multiple_of(9) { FAMILY[rank / 9 % 24] } else { "" };
    let given = GIVEN[rank / 576 % 10];
    let (code, programme) = PROGRAMMES[rank * 5 % 6];
    let level = LEVELS[rank / 3 % 5];
    let day = rank % 60;
    let month = 7 + day / 30;
    writeln!(
        sheet,
        "{number};{rank:09}JH;{family};{used};{given};{birth};etu{rank}@exemple.fr;2024-2025;{level};{code}{level};\
         {level} {programme};ALLSH;{day:02}/{month:02}/2024 {hour:02}:{minute:02}",
        number = number(rank),
        birth = birth(rank),
        day = day % 30 + 1,
        hour = 8 + rank % 10,
        minute = rank % 60,
    )
}

fn certificate(sheet: &mut impl Write, rank: usize) -> std::io::Result<()> {
    let year = if rank.is_multiple_of(5) { "2023-2024" } else { "2024-2025" };
    let letter = |of: usize| char::from(b"BCDFGHJKLM"[of % 10]);
    let letters: String = (0..6).map(|at| letter(rank / 10_usize.pow(at))).collect();
    writeln!(sheet, "{};MAR4 {letters} {:02};{year};{}", number(rank), rank % 100, birth(rank))
}

fn past(sheet: &mut impl Write, rank: usize) -> std::io::Result<()> {
    let state = if rank.is_multiple_of(2) { "validée" } else { "annulée" };
    writeln!(sheet, "{};2023-2024;{};Université d'Exemple;{state}", number(rank), LEVELS[rank / 3 % 5])
}

/// A desktop without anybody.
struct Alone {
    data: PathBuf,
}

impl Host for Alone {
    fn pick_files(&self) -> Option<Vec<PathBuf>> {
        None
    }
    fn pick_workspace(&self) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn pick_toml(&self) -> Option<PathBuf> {
        None
    }
    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }
    fn show_folder(&self, _: &Path) -> std::io::Result<()> {
        Ok(())
    }
    fn reader(&self) -> ReaderCommand {
        ReaderCommand::new(PathBuf::new())
    }
    fn data_folder(&self) -> PathBuf {
        self.data.clone()
    }
    fn emit(&self, _: &str, _: Value) {}
}
