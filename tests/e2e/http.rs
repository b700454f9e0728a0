//! Just enough HTTP to speak to a driver on this computer: the project lets no HTTP client in.

use std::io::{Error, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// An answer.
pub(crate) struct Answer {
    /// Whether its status is one of success.
    pub(crate) success: bool,
    /// Its JSON.
    pub(crate) json: Value,
}

/// Sends a request to a port of this computer and reads the JSON of the answer. No answer in time is an error.
pub(crate) fn ask(port: u16, method: &str, path: &str, body: Option<&Value>, time: Duration) -> Result<Answer, Error> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(time))?;
    stream.set_write_timeout(Some(time))?;
    let body = body.map(Value::to_string).unwrap_or_default();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json; charset=utf-8\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let start = answer.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4);
    let body = start.and_then(|start| answer.get(start..)).unwrap_or_default();
    let json = serde_json::from_slice(body).map_err(|e| Error::other(format!("{method} {path}: {e}")))?;
    Ok(Answer { success: answer.starts_with(b"HTTP/1.1 2"), json })
}
