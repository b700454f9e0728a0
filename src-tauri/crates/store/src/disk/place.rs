//! Where a folder lies: a database that is written must be on a disk of the computer itself.

use crate::error::{Result, StoreError};
use guichet_model::Message;
use std::path::{Component, Path, Prefix};

/// Why a live workspace cannot be in a folder. A backup can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// A network share: locks and syncs are not those of a disk.
    Network {
        /// The kind of share, as the system names it.
        kind: String,
    },
    /// A folder that a program copies to other computers while it is written.
    Synchronised {
        /// The program.
        program: String,
    },
}

impl Elsewhere {
    /// The reason in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Network { kind } => Message::new("elsewhere-network").with("kind", kind.as_str()),
            Self::Synchronised { program } => Message::new("elsewhere-synchronised").with("program", program.as_str()),
        }
    }
}

/// The kinds of mounted file systems that are shares. Whatever a program of the user mounts counts as one.
const SHARES: [&str; 15] = [
    "cifs",
    "smb2",
    "smb3",
    "smbfs",
    "nfs",
    "nfs4",
    "ncpfs",
    "ncp",
    "afs",
    "davfs",
    "fuse",
    "9p",
    "ceph",
    "glusterfs",
    "vboxsf",
];

/// Folders by whose name a synchronising program is known: alone, or followed by the organisation's name.
const SYNCHRONISED: [(&str, &str); 23] = [
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("mon drive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("icloud drive", "iCloud Drive"),
    ("mobile documents", "iCloud Drive"),
    ("kdrive", "kDrive"),
    ("seafile", "Seafile"),
    ("seadrive", "Seafile"),
    ("seadrive_root", "Seafile"),
    ("box", "Box"),
    ("mega", "MEGA"),
    ("megasync", "MEGA"),
    ("pcloud", "pCloud"),
    ("pcloud drive", "pCloud"),
    ("pclouddrive", "pCloud"),
    ("synologydrive", "Synology Drive"),
    ("synology drive", "Synology Drive"),
    ("proton drive", "Proton Drive"),
];

/// Files that these programs leave at the top of their folder, whatever its name.
const MARKERS: [(&str, &str); 10] = [
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".owncloudsync.log", "Nextcloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".stfolder", "Syncthing"),
    (".synologyworkingdirectory", "Synology Drive"),
    (".sync/ID", "Resilio Sync"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
];

/// Refuses a folder that is no place for a live workspace.
pub(crate) fn refuse_elsewhere(folder: &Path) -> Result<()> {
    match elsewhere(folder) {
        Some(elsewhere) => Err(StoreError::NotHere { folder: folder.to_owned(), elsewhere }),
        None => Ok(()),
    }
}

/// Why a folder is no place for a live workspace; nothing when it is one. The folder need not be there yet.
pub(crate) fn elsewhere(folder: &Path) -> Option<Elsewhere> {
    let known = folder.ancestors().find_map(|above| std::fs::canonicalize(above).ok());
    let place = known.as_deref().unwrap_or(folder);
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    share_by_path(place)
        .or_else(|| share_by_mount(place, &mounts))
        .or_else(|| synchronised_by_name(folder))
        .or_else(|| synchronised_by_name(place))
        .or_else(|| synchronised_by_marker(place))
}

/// `\\server\share`, also behind a drive letter that was resolved.
fn share_by_path(place: &Path) -> Option<Elsewhere> {
    match place.components().next() {
        Some(Component::Prefix(prefix)) if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)) => {
            Some(Elsewhere::Network { kind: "UNC".to_owned() })
        }
        _ => None,
    }
}

/// By the mount that lies nearest above, in the words of Linux (`proc_pid_mountinfo(5)`).
fn share_by_mount(place: &Path, mounts: &str) -> Option<Elsewhere> {
    let mount = |line: &str| -> Option<(usize, String)> {
        let (left, right) = line.split_once(" - ")?;
        let point = unescape(left.split(' ').nth(4)?);
        let kind = right.split(' ').next()?.to_owned();
        place.starts_with(&point).then_some((point.len(), kind))
    };
    // Of two mounts on one place the later covers the earlier.
    let (_, kind) = mounts.lines().filter_map(mount).max_by_key(|(length, _)| *length)?;
    let share = SHARES.contains(&kind.as_str()) || kind.starts_with("fuse.");
    share.then_some(Elsewhere::Network { kind })
}

/// Spaces and the like are written in octal.
fn unescape(text: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(text.to_owned(), |text, (written, meant)| text.replace(written, meant))
}

fn synchronised_by_name(place: &Path) -> Option<Elsewhere> {
    let names = place.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().to_lowercase()),
        _ => None,
    });
    let program = |name: String| {
        let is =
            |known: &str| name.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-']));
        SYNCHRONISED.iter().find(|(known, _)| is(known)).map(|(_, program)| (*program).to_owned())
    };
    names.into_iter().find_map(program).map(|program| Elsewhere::Synchronised { program })
}

fn synchronised_by_marker(place: &Path) -> Option<Elsewhere> {
    let marked =
        |above: &Path| MARKERS.iter().find(|(marker, _)| above.join(marker).exists()).map(|(_, program)| *program);
    place.ancestors().find_map(marked).map(|program| Elsewhere::Synchronised { program: program.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::{Elsewhere, elsewhere, share_by_mount, synchronised_by_name};
    use std::path::Path;

    const MOUNTS: &str = "\
        22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n\
        40 22 0:40 / /mnt/scolarite rw,relatime shared:3 - cifs //serveur/partage rw\n\
        41 22 0:41 / /mnt/mes\\040pages rw - fuse.sshfs moi@serveur: rw\n\
        42 22 8:17 / /media/cle rw - fuseblk /dev/sdb1 rw\n\
        43 40 8:2 / /mnt/scolarite/local rw - ext4 /dev/sda2 rw\n\
        44 22 0:44 / /home rw shared:9 master:1 - nfs4 serveur:/home rw\n";

    #[test]
    fn a_share_is_known_by_the_mount_nearest_above() {
        let kind = |path: &str| match share_by_mount(Path::new(path), MOUNTS) {
            Some(Elsewhere::Network { kind }) => Some(kind),
            _ => None,
        };
        for (path, expected) in [
            ("/var/lib/guichet", None),
            ("/mnt/scolarite/espace", Some("cifs")),
            ("/mnt/scolarite2/espace", None),
            ("/mnt/scolarite/local/espace", None),
            ("/mnt/mes pages/espace", Some("fuse.sshfs")),
            ("/media/cle/espace", None),
            ("/home/agent/.local/share/guichet", Some("nfs4")),
        ] {
            assert_eq!(kind(path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn a_synchronised_folder_is_known_by_its_name_or_its_marker() {
        let program = |found: Option<Elsewhere>| match found {
            Some(Elsewhere::Synchronised { program }) => Some(program),
            _ => None,
        };
        for (path, expected) in [
            ("/home/agent/OneDrive/espace", Some("OneDrive")),
            ("/home/agent/OneDrive - Université d’Exemple/espace", Some("OneDrive")),
            ("/Users/agent/Library/CloudStorage/OneDrive-Exemple/espace", Some("OneDrive")),
            ("/home/agent/Nextcloud/espace", Some("Nextcloud")),
            ("/home/agent/Google Drive/espace", Some("Google Drive")),
            ("/home/agent/dropboxes/espace", None),
            ("/home/agent/espace", None),
        ] {
            assert_eq!(program(synchronised_by_name(Path::new(path))).as_deref(), expected, "{path}");
        }
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("documents");
        assert_eq!(elsewhere(&inner.join("espace")), None);
        std::fs::create_dir_all(&inner).unwrap();
        std::fs::write(folder.path().join(".dropbox"), "").unwrap();
        assert_eq!(program(elsewhere(&inner.join("espace"))).as_deref(), Some("Dropbox"));
    }
}
