//! The records of a workbook's stream, and the pieces in which a long one goes on.

use crate::binary::u16_at;

pub(crate) const BEGINNING: u16 = 0x0809;
pub(crate) const END: u16 = 0x000a;
const CONTINUED: u16 = 0x003c;

/// One record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record<'a> {
    pub(crate) kind: u16,
    pub(crate) body: &'a [u8],
}

/// The records from one place of the stream on; they end where one is cut.
#[derive(Clone, Debug)]
pub(crate) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(crate) fn new(stream: &'a [u8], at: usize) -> Self {
        Self { rest: stream.get(at..).unwrap_or_default() }
    }

    fn peek(&self) -> Option<(Record<'a>, &'a [u8])> {
        let (kind, length) = (u16_at(self.rest, 0)?, usize::from(u16_at(self.rest, 2)?));
        let (body, rest) = self.rest.get(4..)?.split_at_checked(length)?;
        Some((Record { kind, body }, rest))
    }

    /// The pieces of a record: its own, and those of the records that continue it.
    pub(crate) fn pieces(&mut self, record: Record<'a>) -> Pieces<'a> {
        let mut pieces = vec![record.body];
        while let Some((more, rest)) = self.peek().filter(|(more, _)| more.kind == CONTINUED) {
            pieces.push(more.body);
            self.rest = rest;
        }
        pieces.reverse();
        Pieces { open: pieces.pop().unwrap_or_default(), later: pieces }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (record, rest) = self.peek()?;
        self.rest = rest;
        Some(record)
    }
}

/// What is left of a record that may go on in others.
pub(crate) struct Pieces<'a> {
    open: &'a [u8],
    /// From the last to the next.
    later: Vec<&'a [u8]>,
}

impl<'a> Pieces<'a> {
    /// Bytes that lie in one piece.
    pub(crate) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        while self.open.is_empty() && count > 0 {
            self.open = self.later.pop()?;
        }
        let (taken, rest) = self.open.split_at_checked(count)?;
        self.open = rest;
        Some(taken)
    }

    /// As many bytes as the open piece still has, at most `count`; none when it is at its end.
    pub(crate) fn take_some(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.open.split_at(count.min(self.open.len()));
        self.open = rest;
        taken
    }

    /// Goes on to the next piece.
    pub(crate) fn turn(&mut self) -> Option<()> {
        self.open = self.later.pop()?;
        Some(())
    }

    /// Passes over bytes, whatever pieces they lie in.
    pub(crate) fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let passed = self.take_some(count).len();
            count -= passed;
            if count > 0 {
                self.turn()?;
            }
        }
        Some(())
    }

    /// Whether nothing is left.
    pub(crate) fn is_empty(&self) -> bool {
        self.open.is_empty() && self.later.iter().all(|piece| piece.is_empty())
    }
}
