use guichet_model::{Arg, Message, Severity};
use std::sync::Arc;

/// What a rule answers for one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing to say.
    Pass,
    /// The rule does not concern the file, and why.
    NotConcerned(Message),
    /// The rule's condition holds.
    Flag(Says),
    /// It cannot be decided.
    CannotTell(Says),
}

/// The sentences of a finding: what, why and what to do share their values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Says {
    code: &'static str,
    variant: Option<&'static str>,
    severity: Option<Severity>,
    message: Message,
    remark: Option<Message>,
}

impl Says {
    /// The sentences `<code>-message`, `<code>-why` and `<code>-remedy`.
    #[must_use]
    pub fn new(code: &'static str) -> Self {
        Self { code, variant: None, severity: None, message: Message::new(""), remark: None }
    }

    /// Other sentences of the same rule: `<code>-<variant>-message` and so on.
    #[must_use]
    pub fn variant(mut self, variant: &'static str) -> Self {
        self.variant = Some(variant);
        self
    }

    /// Another weight than the rule's usual one.
    #[must_use]
    pub fn weighing(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// One value of the sentences.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.message = self.message.with(name, value);
        self
    }

    /// A sentence to follow the reason why.
    #[must_use]
    pub fn also(mut self, remark: Message) -> Self {
        self.remark = Some(remark);
        self
    }

    /// The weight asked for.
    pub(crate) fn severity(&self) -> Option<Severity> {
        self.severity
    }

    /// One of the three sentences.
    pub(crate) fn sentence(&self, part: &str) -> Message {
        let id = match self.variant {
            Some(variant) => format!("{}-{variant}-{part}", self.code),
            None => format!("{}-{part}", self.code),
        };
        let sentence = Message { id, args: Arc::clone(&self.message.args) };
        match &self.remark {
            Some(remark) if part == "why" => {
                Message::new("why-and-remark").with("why", sentence).with("remark", remark.clone())
            }
            _ => sentence,
        }
    }
}
