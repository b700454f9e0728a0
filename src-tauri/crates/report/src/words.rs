use guichet_model::{Catalogue, CitationStatus, Field, FileState, Language, Message, Severity, SheetKind};

/// The words of the report in its language.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    pub(crate) language: Language,
    catalogue: &'static Catalogue,
}

impl Words {
    pub(crate) fn new(language: Language) -> Self {
        Self { language, catalogue: Catalogue::shared() }
    }

    pub(crate) fn say(self, id: &str) -> String {
        self.catalogue.say(self.language, id)
    }

    pub(crate) fn render(self, message: &Message) -> String {
        self.catalogue.render(self.language, message)
    }

    /// The state after a mark of its own, so that it reads without colour.
    pub(crate) fn state(self, state: FileState) -> String {
        let mark = match state {
            FileState::Blocked => "■",
            FileState::ToCheck => "▲",
            FileState::Ready => "✔",
            FileState::Cancelled => "○",
        };
        format!("{mark} {}", self.state_word(state))
    }

    /// The state alone, where something else marks it.
    pub(crate) fn state_word(self, state: FileState) -> String {
        self.say(&format!("state-{}", state.as_str()))
    }

    /// The severity after a mark of its own.
    pub(crate) fn severity(self, severity: Severity) -> String {
        format!("{} {}", severity_mark(severity), self.say(&format!("severity-{}", severity.as_str())))
    }

    pub(crate) fn kind(self, kind: SheetKind) -> String {
        self.say(&format!("kind-{}", kind.as_str()))
    }

    pub(crate) fn field(self, field: Field) -> String {
        self.say(&format!("field-{}", kebab(field.as_str())))
    }

    pub(crate) fn citation(self, status: CitationStatus) -> String {
        self.say(&format!("status-{}", kebab(status.as_str())))
    }
}

/// The mark that stands for a severity without colour.
pub(crate) fn severity_mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "■",
        Severity::Warning => "▲",
        Severity::Info => "●",
    }
}

fn kebab(name: &str) -> String {
    name.replace('_', "-")
}
