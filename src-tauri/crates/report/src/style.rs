use guichet_model::{FileState, Language, Severity};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const TEXT: u32 = 0x001B_1F2A;
const MUTED: u32 = 0x004F_5769;
const HEAD: u32 = 0x00ED_EFF4;
const LINE: u32 = 0x00D5_DAE4;

/// Text colour, tint and name of what a colour stands for; every use of one also has a mark and a word.
#[derive(Clone, Copy)]
pub(crate) struct Tint {
    /// Of the words, and of a chart's ink.
    pub(crate) ink: u32,
    /// Behind the words.
    pub(crate) paper: u32,
}

const BLOCKED: Tint = Tint { ink: 0x00A3_261B, paper: 0x00FB_E9E7 };
const TO_CHECK: Tint = Tint { ink: 0x007A_4B00, paper: 0x00FF_F3D6 };
const READY: Tint = Tint { ink: 0x001C_6B3A, paper: 0x00E3_F4E8 };
const INFORMATION: Tint = Tint { ink: 0x001D_5FA8, paper: 0x00E4_EEFA };
const CANCELLED: Tint = Tint { ink: MUTED, paper: HEAD };

pub(crate) fn state_tint(state: FileState) -> Tint {
    match state {
        FileState::Blocked => BLOCKED,
        FileState::ToCheck => TO_CHECK,
        FileState::Ready => READY,
        FileState::Cancelled => CANCELLED,
    }
}

fn severity_tint(severity: Severity) -> Tint {
    match severity {
        Severity::Error => BLOCKED,
        Severity::Warning => TO_CHECK,
        Severity::Info => INFORMATION,
    }
}

/// A cell format, and the same for a text that a program could take for a formula.
pub(crate) struct TextStyle {
    pub(crate) plain: Format,
    pub(crate) quoted: Format,
}

impl TextStyle {
    fn new(plain: Format) -> Self {
        Self { quoted: plain.clone().set_quote_prefix(), plain }
    }
}

/// Every cell format of the workbook.
pub(crate) struct Styles {
    pub(crate) title: Format,
    pub(crate) subtitle: TextStyle,
    pub(crate) heading: Format,
    pub(crate) header: Format,
    pub(crate) header_right: Format,
    pub(crate) text: TextStyle,
    pub(crate) identifier: TextStyle,
    pub(crate) wrapped: TextStyle,
    /// A cell to correct.
    pub(crate) doubtful: TextStyle,
    pub(crate) small: TextStyle,
    pub(crate) note: TextStyle,
    pub(crate) number: Format,
    pub(crate) share: Format,
    pub(crate) date: Format,
    pub(crate) instant: Format,
    pub(crate) total: Format,
    pub(crate) total_number: Format,
    pub(crate) total_share: Format,
    states: [Format; 4],
    severities: [Format; 3],
}

impl Styles {
    pub(crate) fn new(language: Language) -> Self {
        let (date, instant, percent) = match language {
            Language::Fr => ("dd/mm/yyyy", "dd/mm/yyyy hh:mm", "0 %"),
            Language::En => ("yyyy-mm-dd", "yyyy-mm-dd hh:mm", "0%"),
        };
        let bare = Format::new().set_font_color(Color::RGB(TEXT)).set_align(FormatAlign::Top);
        let ruled = bare.clone().set_border_bottom(FormatBorder::Hair).set_border_bottom_color(Color::RGB(LINE));
        let header = ruled
            .clone()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_background_color(Color::RGB(HEAD))
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(Color::RGB(MUTED));
        // The indent keeps a count from touching the words of the next column.
        let right = |format: &Format| format.clone().set_align(FormatAlign::Right).set_indent(1);
        let number = right(&ruled).set_num_format("#,##0");
        let share = right(&ruled).set_num_format(percent);
        let total = ruled.clone().set_bold().set_border_top(FormatBorder::Thin).set_border_top_color(Color::RGB(MUTED));
        let tinted = |tint: Tint| {
            ruled.clone().set_bold().set_font_color(Color::RGB(tint.ink)).set_background_color(Color::RGB(tint.paper))
        };
        Self {
            title: bare.clone().set_bold().set_font_size(18),
            subtitle: TextStyle::new(bare.clone().set_font_size(12).set_font_color(Color::RGB(MUTED))),
            heading: bare.clone().set_bold().set_font_size(13),
            header_right: right(&header),
            header,
            text: TextStyle::new(ruled.clone()),
            identifier: TextStyle::new(ruled.clone().set_num_format("@")),
            wrapped: TextStyle::new(ruled.clone().set_text_wrap()),
            doubtful: TextStyle::new(tinted(TO_CHECK).set_num_format("@").set_border(FormatBorder::Thin)),
            small: TextStyle::new(bare.clone().set_font_size(9).set_font_color(Color::RGB(MUTED))),
            note: TextStyle::new(bare.clone().set_font_color(Color::RGB(MUTED))),
            date: ruled.clone().set_num_format(date).set_align(FormatAlign::Left),
            instant: ruled.clone().set_num_format(instant).set_align(FormatAlign::Left),
            total_number: right(&total).set_num_format("#,##0"),
            total_share: right(&total).set_num_format(percent),
            number,
            share,
            total,
            states: [tinted(BLOCKED), tinted(TO_CHECK), tinted(READY), tinted(CANCELLED)],
            severities: [Severity::Error, Severity::Warning, Severity::Info]
                .map(|severity| tinted(severity_tint(severity))),
        }
    }

    pub(crate) fn state(&self, state: FileState) -> &Format {
        match state {
            FileState::Blocked => &self.states[0],
            FileState::ToCheck => &self.states[1],
            FileState::Ready => &self.states[2],
            FileState::Cancelled => &self.states[3],
        }
    }

    pub(crate) fn severity(&self, severity: Severity) -> &Format {
        match severity {
            Severity::Error => &self.severities[0],
            Severity::Warning => &self.severities[1],
            Severity::Info => &self.severities[2],
        }
    }
}
