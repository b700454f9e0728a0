//! Markdown of the manual to blocks of text: the window builds elements from them, and never HTML from text.

use crate::wire::PageBlock;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The blocks of a page. Emphasis is kept as plain words; HTML in a page would be shown as text.
pub(crate) fn blocks(markdown: &str) -> Vec<PageBlock> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<PageBlock>,
    text: String,
    quoting: bool,
    items: Option<Vec<String>>,
    rows: Vec<Vec<String>>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::BlockQuote(_) => self.quoting = true,
            Tag::List(_) => self.items = Some(Vec::new()),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                let text = self.text();
                self.blocks.push(PageBlock::Heading { level: rank(level), text });
            }
            TagEnd::Paragraph if self.items.is_none() => {
                let text = self.text();
                self.blocks.push(if self.quoting { PageBlock::Quote { text } } else { PageBlock::Paragraph { text } });
            }
            TagEnd::Paragraph => self.text.push(' '),
            TagEnd::BlockQuote(_) => self.quoting = false,
            TagEnd::Item => {
                let text = self.text();
                self.items.get_or_insert_default().push(text);
            }
            TagEnd::List(_) => {
                let items = self.items.take().unwrap_or_default();
                self.blocks.push(PageBlock::List { items });
            }
            TagEnd::TableCell => {
                let text = self.text();
                if let Some(row) = self.rows.last_mut() {
                    row.push(text);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.blocks.push(PageBlock::Table { rows });
            }
            _ => {}
        }
    }

    /// The words gathered since the last block.
    fn text(&mut self) -> String {
        std::mem::take(&mut self.text).trim().to_owned()
    }
}

fn rank(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::blocks;
    use crate::wire::PageBlock;

    #[test]
    fn a_page_becomes_blocks_and_never_markup() {
        let page = "# T\n\nUn *mot*\nfort.\n\n> cité <b>\n\n- un\n- deux\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        let text = |text: &str| text.to_owned();
        assert_eq!(
            blocks(page),
            [
                PageBlock::Heading { level: 1, text: text("T") },
                PageBlock::Paragraph { text: text("Un mot fort.") },
                PageBlock::Quote { text: text("cité <b>") },
                PageBlock::List { items: vec![text("un"), text("deux")] },
                PageBlock::Table { rows: vec![vec![text("a"), text("b")], vec![text("1"), text("2")]] },
            ]
        );
    }

    #[test]
    fn every_page_of_the_manual_has_its_headings_and_its_words() {
        for rule in guichet_rules::RULES {
            let blocks = blocks(rule.help.fr);
            let headings = blocks.iter().filter(|block| matches!(block, PageBlock::Heading { level: 2, .. })).count();
            assert_eq!(headings, 6, "{}", rule.code);
        }
    }
}
