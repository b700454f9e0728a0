//! The screens in a browser, for tests: they are served on this computer's loopback, and what they ask goes to the real
//! [`App`], not to an imitation. `bridge FOLDER` keeps the application's data in FOLDER, writes its port on a line, and
//! ends when its standard input does.
//!
//! - `POST /call/COMMAND` calls the app, 200 with the result or 422 with the failure;
//! - `GET /events` is what the app says by itself, as server-sent events;
//! - `POST /answers` sets what the dialogs answer from then on; `POST /drop` drops files on the window;
//! - anything else is a file of `ui/dist`.

use std::io::{Error, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};

use guichet_app::{App, Host, ReaderCommand};
use serde::Deserialize;
use serde_json::{Value, json};
use tiny_http::{Method, Request, Server};

fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let data = std::env::args_os().nth(1).ok_or("usage: bridge FOLDER")?;
    let host = Arc::new(Loopback {
        data: data.into(),
        reader: std::env::current_exe()?.with_file_name(format!("guichet-cli{}", std::env::consts::EXE_SUFFIX)),
        answers: Mutex::default(),
        listeners: Mutex::default(),
    });
    let bridge = Arc::new(Bridge {
        app: App::new(Arc::clone(&host) as Arc<dyn Host>),
        host,
        screens: project().join("ui/dist").canonicalize()?,
        policy: policy()?,
    });
    let server = Server::http("127.0.0.1:0")?;
    let port = server.server_addr().to_ip().ok_or("no port")?.port();
    writeln!(std::io::stdout(), "{port}")?;
    std::thread::spawn(end_with_input);
    for request in server.incoming_requests() {
        let bridge = Arc::clone(&bridge);
        std::thread::spawn(move || bridge.answer(request));
    }
    Ok(())
}

/// Whoever started the bridge holds its input: when that closes, nobody is left to serve.
fn end_with_input() {
    let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
    std::process::exit(0);
}

fn project() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// The window's own policy, but for the way to the app.
fn policy() -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
    let settings: Value = serde_json::from_slice(&std::fs::read(project().join("tauri.conf.json"))?)?;
    let policy = settings["app"]["security"]["csp"].as_str().ok_or("tauri.conf.json holds no policy")?;
    Ok(policy.replace("connect-src ipc: http://ipc.localhost", "connect-src 'self'"))
}

/// What the dialogs answer; nothing is "given up".
#[derive(Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Answers {
    pick_files: Option<Vec<PathBuf>>,
    pick_workspace: Option<PathBuf>,
    /// The folder to save in, under the name suggested.
    pick_save: Option<PathBuf>,
    pick_toml: Option<PathBuf>,
    pick_folder: Option<PathBuf>,
}

/// A desktop without a screen: its dialogs answer what they were told.
struct Loopback {
    data: PathBuf,
    reader: PathBuf,
    answers: Mutex<Answers>,
    listeners: Mutex<Vec<mpsc::Sender<String>>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Host for Loopback {
    fn pick_files(&self) -> Option<Vec<PathBuf>> {
        lock(&self.answers).pick_files.clone()
    }

    fn pick_workspace(&self) -> Option<PathBuf> {
        lock(&self.answers).pick_workspace.clone()
    }

    fn pick_save(&self, suggested_name: &str) -> Option<PathBuf> {
        lock(&self.answers).pick_save.as_ref().map(|folder| folder.join(suggested_name))
    }

    fn pick_toml(&self) -> Option<PathBuf> {
        lock(&self.answers).pick_toml.clone()
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        lock(&self.answers).pick_folder.clone()
    }

    fn show_folder(&self, _: &Path) -> std::io::Result<()> {
        Ok(())
    }

    fn reader(&self) -> ReaderCommand {
        ReaderCommand::new(self.reader.clone())
    }

    fn data_folder(&self) -> PathBuf {
        self.data.clone()
    }

    fn emit(&self, event: &str, payload: Value) {
        let message = format!("event: {event}\ndata: {payload}\n\n");
        lock(&self.listeners).retain(|listener| listener.send(message.clone()).is_ok());
    }
}

struct Bridge {
    app: App,
    host: Arc<Loopback>,
    screens: PathBuf,
    policy: String,
}

impl Bridge {
    /// A page that went away does not hear its answer, and that is all.
    fn answer(&self, request: Request) {
        let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
        let _ = match (request.method(), path.strip_prefix("/call/")) {
            (Method::Post, Some(command)) => self.call(request, command),
            (Method::Post, None) => self.prepare(request, &path),
            _ if path == "/events" => self.events(request),
            _ => self.file(request, &path),
        };
    }

    fn call(&self, mut request: Request, command: &str) -> Result<(), Error> {
        let arguments = body(&mut request)?;
        match self.app.call(command, arguments) {
            Ok(result) => json(request, "200 OK", &result),
            Err(failure) => json(request, "422 Unprocessable Content", &serde_json::to_value(&failure)?),
        }
    }

    /// What a test arranges behind the window's back.
    fn prepare(&self, mut request: Request, path: &str) -> Result<(), Error> {
        let told = body(&mut request)?;
        match path {
            "/answers" => *lock(&self.host.answers) = serde_json::from_value(told)?,
            "/drop" => self.app.drop_files(serde_json::from_value(told)?),
            _ => return json(request, NOT_FOUND, &Value::Null),
        }
        json(request, "200 OK", &Value::Null)
    }

    /// Written by hand: the server's own responses hold short messages back.
    fn events(&self, request: Request) -> Result<(), Error> {
        let (sender, receiver) = mpsc::channel();
        lock(&self.host.listeners).push(sender);
        let mut stream = request.into_writer();
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\r\n")?;
        stream.flush()?;
        for message in receiver {
            stream.write_all(message.as_bytes())?;
            stream.flush()?;
        }
        Ok(())
    }

    fn file(&self, request: Request, path: &str) -> Result<(), Error> {
        let asked = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
        let file = self.screens.join(asked).canonicalize().ok().filter(|file| file.starts_with(&self.screens));
        let Some(file) = file.filter(|file| file.is_file()) else {
            return json(request, NOT_FOUND, &Value::Null);
        };
        let headers = format!("Content-Type: {}\r\nContent-Security-Policy: {}\r\n", kind(&file), self.policy);
        respond(request, "200 OK", &headers, &std::fs::read(&file)?)
    }
}

fn body(request: &mut Request) -> Result<Value, Error> {
    let mut text = String::new();
    request.as_reader().read_to_string(&mut text)?;
    if text.is_empty() { Ok(json!({})) } else { Ok(serde_json::from_str(&text)?) }
}

const NOT_FOUND: &str = "404 Not Found";

fn json(request: Request, status: &str, value: &Value) -> Result<(), Error> {
    respond(request, status, "Content-Type: application/json\r\n", value.to_string().as_bytes())
}

/// Written by hand, to close each connection: the server has a thread for each, and when a browser opens more of them at once
/// than there are threads waiting, those left over wait for one that ends.
fn respond(request: Request, status: &str, headers: &str, body: &[u8]) -> Result<(), Error> {
    let mut stream = request.into_writer();
    write!(stream, "HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len())?;
    stream.write_all(body)?;
    stream.flush()
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
