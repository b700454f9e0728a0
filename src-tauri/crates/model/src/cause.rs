use crate::Message;
use std::io::{Error, ErrorKind};

/// The number by which every Unix says that a device failed.
const DEVICE_FAILED: i32 = 5;

/// Why the system refused a file, in words; the system's own where none are known.
#[must_use]
pub fn cause_of(error: &Error) -> Message {
    let known = match error.kind() {
        ErrorKind::StorageFull => "disk-full",
        ErrorKind::QuotaExceeded => "quota",
        ErrorKind::PermissionDenied => "refused",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::NotFound => "not-found",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "in-use",
        _ if cfg!(unix) && error.raw_os_error() == Some(DEVICE_FAILED) => "disk-failed",
        _ => return Message::new("cause-other").with("detail", error.to_string()),
    };
    Message::new(format!("cause-{known}"))
}

#[cfg(test)]
mod tests {
    use super::cause_of;
    use crate::{Catalogue, Language};
    use std::io::{Error, ErrorKind};

    #[test]
    fn the_system_s_reasons_are_told_in_both_languages() {
        let say = |language, error: &Error| Catalogue::shared().render(language, &cause_of(error));
        let full = Error::from(ErrorKind::StorageFull);
        assert_eq!(say(Language::Fr, &full), "il n’y a plus de place sur le disque");
        assert_eq!(say(Language::En, &full), "there is no room left on the disk");
        assert_eq!(say(Language::En, &Error::other("a strange thing")), "a strange thing");
        if cfg!(unix) {
            assert_eq!(say(Language::En, &Error::from_raw_os_error(5)), "the disk failed (input/output error)");
        }
    }
}
