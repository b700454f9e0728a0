//! Writing what is to be corrected in an import as a workbook.

use super::choose::SessionArguments;
use super::workbook;
use crate::app::App;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::whole_file::write_whole;
use crate::wire::Corrections;
use crate::words;
use guichet_model::Message;

/// Writes the problems of an import and the rows to correct where the person chooses; nothing when they gave up.
pub(crate) fn export(app: &App, args: SessionArguments) -> Result<Option<Corrections>, AppError> {
    let suggested = {
        let mut state = app.state();
        state.session(args.session)?;
        let day = now_in_paris().date().to_string();
        words::say(state.language(), &Message::new("app-corrections-file").with("day", day))
    };
    let Some(path) = app.pick_save(&suggested)? else { return Ok(None) };
    let mut state = app.state();
    let language = state.language();
    let session = state.session(args.session)?;
    let problems = session.problems();
    let files: Vec<_> = session.files.iter().map(|file| &file.read).collect();
    let (bytes, rows) = workbook(&files, session.plan.as_deref(), &problems, language)?;
    write_whole(&path, &bytes)?;
    Ok(Some(Corrections {
        path: path.display().to_string(),
        problems: words::whole(problems.len()),
        rows: words::whole(rows),
    }))
}
