use crate::style::state_tint;
use crate::words::Words;
use guichet_model::FileState;
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartPatternFill,
    ChartPatternFillType, ChartSolidFill, ChartType, Color,
};

/// The most bars one chart can show legibly.
pub(crate) const MAX_BARS: usize = 24;
/// Width of a chart in pixels.
const WIDTH: u32 = 620;

/// Where a breakdown lies in its sheet: labels in the first column, then one column per state.
pub(crate) struct Place<'a> {
    pub(crate) sheet: &'a str,
    /// The first and the last row of the lines.
    pub(crate) first: u32,
    pub(crate) last: u32,
}

impl Place<'_> {
    fn bars(&self) -> u32 {
        self.last - self.first + 1
    }

    /// Height of its chart in pixels.
    pub(crate) fn chart_height(&self) -> u32 {
        110 + 30 * self.bars()
    }
}

/// One bar per line, stacked by state. Each state has a pattern of its own and its counts are written on the bars.
pub(crate) fn states_by_line(place: &Place<'_>, words: Words, title: &str, alternative: &str) -> Chart {
    let mut chart = Chart::new(ChartType::BarStacked);
    for (column, state) in (1_u16..).zip(FileState::ALL) {
        let mut label = ChartDataLabel::new();
        label
            .show_value()
            .set_num_format("#,##0;;")
            .set_font(ChartFont::new().set_size(9).set_bold())
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::White)));
        chart
            .add_series()
            .set_name(words.state_word(*state).as_str())
            .set_categories((place.sheet, place.first, 0, place.last, 0))
            .set_values((place.sheet, place.first, column, place.last, column))
            .set_format(&mut bar_format(*state))
            .set_data_label(&label)
            .set_gap(45);
    }
    chart.title().set_name(title).set_font(ChartFont::new().set_size(12).set_bold());
    chart.legend().set_position(ChartLegendPosition::Bottom);
    // In a bar chart the vertical axis holds the lines: the first one of the table is the top bar.
    chart.y_axis().set_reverse();
    // The counts stand on the bars, so the axis of counts says nothing more.
    chart.x_axis().set_hidden(true).set_major_gridlines(false);
    chart.set_width(WIDTH).set_height(place.chart_height()).set_alt_text(alternative);
    chart
}

fn bar_format(state: FileState) -> ChartFormat {
    let tint = state_tint(state);
    let ink = Color::RGB(tint.ink);
    let mut format = ChartFormat::new();
    format.set_border(ChartLine::new().set_color(ink).set_width(1));
    let solid = |color| ChartSolidFill::new().set_color(color).clone();
    let pattern = match state {
        FileState::Blocked => {
            format.set_solid_fill(&solid(ink));
            return format;
        }
        FileState::Ready => {
            format.set_solid_fill(&solid(Color::RGB(tint.paper)));
            return format;
        }
        FileState::ToCheck => ChartPatternFillType::DiagonalStripesWideUpwards,
        FileState::Cancelled => ChartPatternFillType::LargeGrid,
    };
    let fill = ChartPatternFill::new()
        .set_pattern(pattern)
        .set_foreground_color(ink)
        .set_background_color(Color::RGB(tint.paper))
        .clone();
    format.set_pattern_fill(&fill);
    format
}
