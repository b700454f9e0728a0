//! A page driven as a person would, by the W3C protocol of WebKitWebDriver.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};

use crate::http::ask;
use crate::process::{Running, free_port, until};

/// The name under which the protocol hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How often a person would press Tab before giving up.
const MOST_TABS: usize = 80;

/// Keys without a letter, as the protocol names them.
pub(crate) mod key {
    /// Tab.
    pub(crate) const TAB: char = '\u{e004}';
    /// Enter.
    pub(crate) const ENTER: char = '\u{e007}';
    /// Control.
    pub(crate) const CONTROL: char = '\u{e009}';
}

/// How long a page may take to show what it is expected to.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program with one web page, and the driver that holds it.
pub(crate) struct Page {
    port: u16,
    session: String,
    _driver: Running,
}

/// An element of the page.
#[derive(Clone)]
pub(crate) struct Element(String);

impl Page {
    /// Starts the driver in this environment, and the program through it.
    pub(crate) fn open(program: &Path, arguments: &[&str], environment: &[(&str, &str)], log: &Path) -> Self {
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).args(["--host=127.0.0.1"]).envs(environment.iter().copied());
        let driver = Running::start(&mut command, log);
        let ready = || ask(port, "GET", "/status", None, Duration::from_secs(2)).ok();
        until(Duration::from_secs(20), ready).expect("WebKitWebDriver (package webkit2gtk-driver) does not answer");
        // No browserName: with one, the driver looks for its own browser.
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": program, "args": arguments }
        } } });
        // Without TAURI_WEBVIEW_AUTOMATION in the environment this would hang for ever.
        let answer = ask(port, "POST", "/session", Some(&wanted), Duration::from_secs(60));
        let answer = answer.expect("no session in time").json;
        let session = answer["value"]["sessionId"].as_str();
        let session = session.unwrap_or_else(|| panic!("the driver refused a session: {answer}")).to_owned();
        Self { port, session, _driver: driver }
    }

    #[track_caller]
    fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Value> {
        let path = format!("/session/{}{path}", self.session);
        let answer = ask(self.port, method, &path, body, Duration::from_secs(90));
        let mut answer = answer.unwrap_or_else(|e| panic!("{method} {path}: {e}"));
        let value = answer.json["value"].take();
        if answer.success { Ok(value) } else { Err(value) }
    }

    #[track_caller]
    fn must(&self, path: &str, body: &Value) -> Value {
        self.ask("POST", path, Some(body)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// The first element that matches, once there is one that can be seen.
    #[track_caller]
    pub(crate) fn wait_for(&self, selector: &str) -> Element {
        let found = until(PATIENCE, || self.all(selector).into_iter().find(|element| self.is_shown(element)));
        let Some(found) = found else { panic!("nothing on the page matches {selector}:\n{}", self.text()) };
        found
    }

    /// Comes back when the page's script answers something true, with what it answered.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, script: &str) -> Value {
        let truth = |value: &Value| !matches!(value, Value::Null | Value::Bool(false));
        let answer = until(PATIENCE, || Some(self.run(script, &json!([]))).filter(truth));
        let Some(answer) = answer else { panic!("{what} did not happen:\n{}", self.text()) };
        answer
    }

    /// Every element that matches, in the order of the page.
    #[track_caller]
    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.must("/elements", &json!({ "using": "css selector", "value": selector }));
        let found = found.as_array().into_iter().flatten();
        found.filter_map(|element| element[ELEMENT].as_str().map(|id| Element(id.to_owned()))).collect()
    }

    /// Whether it takes room and is not hidden. The driver's own answer calls a cell in a scrolled box hidden.
    fn is_shown(&self, element: &Element) -> bool {
        let script = "const [element] = arguments;
            const { width, height } = element.getBoundingClientRect();
            return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible';";
        let arguments = json!({ "script": script, "args": [{ ELEMENT: element.0 }] });
        // An element that went away meanwhile is not shown.
        self.ask("POST", "/execute/sync", Some(&arguments)).is_ok_and(|shown| shown == json!(true))
    }

    /// Clicks in the middle of it, once nothing that is still moving covers it.
    #[track_caller]
    pub(crate) fn click(&self, element: &Element) {
        let path = format!("/element/{}/click", element.0);
        let click = || match self.ask("POST", &path, Some(&json!({}))) {
            Err(error) if error["error"] == "element click intercepted" => None,
            outcome => Some(outcome),
        };
        until(PATIENCE, click).expect("something covers the element").unwrap_or_else(|e| panic!("no click: {e}"));
    }

    /// Presses keys one after the other, each pressed and let go; those of `held` stay down meanwhile.
    #[track_caller]
    pub(crate) fn press_with(&self, held: &[char], keys: &str) {
        let key = |what: &str, key: char| json!({ "type": what, "value": key.to_string() });
        let down = held.iter().map(|held| key("keyDown", *held));
        let each = keys.chars().flat_map(|pressed| [key("keyDown", pressed), key("keyUp", pressed)]);
        let up = held.iter().rev().map(|held| key("keyUp", *held));
        let actions: Vec<Value> = down.chain(each).chain(up).collect();
        let sequence = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.must("/actions", &sequence);
    }

    /// Presses keys one after the other.
    #[track_caller]
    pub(crate) fn press(&self, keys: &str) {
        self.press_with(&[], keys);
    }

    /// Presses Tab until the focus is on an element that matches.
    #[track_caller]
    pub(crate) fn tab_to(&self, selector: &str) {
        let there = "return document.activeElement?.matches(arguments[0]) ?? false;";
        for _ in 0..MOST_TABS {
            if self.run(there, &json!([selector])) == json!(true) {
                return;
            }
            self.press(&key::TAB.to_string());
        }
        panic!("{selector} is not reached by Tab:\n{}", self.text());
    }

    /// The text a person reads in it.
    #[track_caller]
    pub(crate) fn text_of(&self, element: &Element) -> String {
        let text = self.run("return arguments[0].innerText.trim()", &json!([{ ELEMENT: element.0 }]));
        text.as_str().unwrap_or_default().to_owned()
    }

    /// The text of the whole page.
    pub(crate) fn text(&self) -> String {
        let text = self.run("return document.body.innerText", &json!([]));
        text.as_str().unwrap_or_default().to_owned()
    }

    /// What a function body answers, in the page.
    #[track_caller]
    pub(crate) fn run(&self, script: &str, arguments: &Value) -> Value {
        self.must("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// What a function body hands to its last argument, in the page.
    #[track_caller]
    pub(crate) fn run_async(&self, script: &str, arguments: &Value) -> Value {
        self.must("/execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// A picture of the page as PNG, once its fonts are there and it is drawn.
    pub(crate) fn picture(&self, file: &Path) {
        let drawn = "const [done] = arguments;
            const frame = () => new Promise((next) => requestAnimationFrame(next));
            document.fonts.ready.then(frame).then(frame).then(() => setTimeout(done, 300));";
        self.run_async(drawn, &json!([]));
        let encoded = self.ask("GET", "/screenshot", None).unwrap_or_else(|e| panic!("no picture: {e}"));
        std::fs::write(file, from_base64(encoded.as_str().unwrap_or_default())).unwrap();
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // Ends the program; the driver ends with its field.
        let path = format!("/session/{}", self.session);
        let _ = ask(self.port, "DELETE", &path, None, Duration::from_secs(10));
    }
}

/// The bytes of a base64 text. Other characters, the padding among them, carry nothing.
fn from_base64(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for letter in text.bytes() {
        let Some(six) = ALPHABET.iter().position(|known| *known == letter) else { continue };
        held = (held << 6 | six as u32) & 0xfff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
    }
    bytes
}

#[test]
fn pictures_are_decoded() {
    assert_eq!(from_base64("R3VpY2hldA=="), b"Guichet");
    assert_eq!(from_base64("+/8="), [0xfb, 0xff]);
}
