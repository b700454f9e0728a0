use super::{Layer, RulebookError};

macro_rules! shipped {
    ($($id:literal),* $(,)?) => {
        /// The shipped rulebook files by id. A published edition never changes.
        pub const SHIPPED: &[(&str, &str)] =
            &[$(($id, include_str!(concat!("../../../../../assets/rulebooks/", $id, ".toml")))),*];
    };
}

shipped!("national", "amu-iut-2021-2022", "amu-desu-gol-2023-2024", "amu-allsh-2024-2025", "template");

/// The shipped layer of this id.
pub(super) fn layer(id: &str) -> Result<Layer, RulebookError> {
    let text = SHIPPED.iter().find(|(name, _)| *name == id).map(|(_, text)| *text);
    Layer::parse(text.ok_or_else(|| RulebookError::Unknown { id: id.to_owned() })?)
}
