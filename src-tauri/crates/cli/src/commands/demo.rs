use crate::NOTHING_BLOCKS;
use crate::arguments::Demo;
use crate::output::{deliver, say};
use guichet_app::AppError;
use guichet_model::Message;

/// `demo`: writes the fictitious sample office.
pub(crate) fn run(arguments: &Demo) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let written = guichet_app::demo::write_files(&arguments.folder)?;
    let mut text = String::new();
    for path in &written {
        text.push_str(&path.display().to_string());
        text.push('\n');
    }
    let next = Message::new("cli-demo-next")
        .with("rulebook", guichet_app::demo::RULEBOOK)
        .with("as_of", guichet_app::demo::AS_OF)
        .with("folder", arguments.folder.display().to_string());
    text.push_str(&say(language, &next));
    text.push('\n');
    deliver(None, text.as_bytes())?;
    Ok(NOTHING_BLOCKS)
}
