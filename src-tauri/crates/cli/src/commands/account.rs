use crate::NOTHING_BLOCKS;
use crate::arguments::{AccountArguments, AccountCommand, AnswerFormat};
use crate::output::{deliver, deliver_json, say};
use guichet_app::{AppError, access};
use guichet_model::Message;
use serde_json::json;

/// `account`: who may open a workspace.
pub(crate) fn run(arguments: &AccountArguments) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let said = match &arguments.command {
        AccountCommand::List { workspace, format } => {
            let accounts = access::accounts(&workspace.access()?)?;
            if matches!(format, AnswerFormat::Json) {
                let line = |of: &access::Account| json!({ "name": of.name, "role": of.role.as_str() });
                let accounts: Vec<_> = accounts.iter().map(line).collect();
                deliver_json(None, &json!({ "accounts": accounts }))?;
                return Ok(NOTHING_BLOCKS);
            }
            let line = |of: &access::Account| {
                let role = Message::new(format!("app-role-{}", of.role.as_str()));
                format!("{} · {}\n", of.name, say(language, &role))
            };
            accounts.iter().map(line).collect()
        }
        AccountCommand::Add { name, workspace, role, new_passphrase_file } => {
            access::add_account(&workspace.access()?, name, *role, new_passphrase_file)?;
            format!("{}\n", say(language, &Message::new("cli-account-added").with("name", name.as_str())))
        }
        AccountCommand::Remove { name, workspace } => {
            access::remove_account(&workspace.access()?, name)?;
            format!("{}\n", say(language, &Message::new("cli-account-removed").with("name", name.as_str())))
        }
    };
    deliver(None, said.as_bytes())?;
    Ok(NOTHING_BLOCKS)
}
