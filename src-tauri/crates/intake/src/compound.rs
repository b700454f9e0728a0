//! The chains of sectors of a compound file, walked once with a count before any reader follows them: a chain that
//! comes back to itself would be read for ever.

use guichet_model::ProblemCode;

const HEADER_BYTES: usize = 512;
const ENTRY_BYTES: usize = 128;
/// Sectors that the header names as parts of the sector table.
const HEADER_TABLE_SECTORS: usize = 109;
/// Numbers from here on are no sectors: end of chain, free, tables.
const FIRST_MARK: u32 = 0xffff_fffa;
const END_OF_CHAIN: u32 = 0xffff_fffe;
const STREAM: u8 = 2;
const ROOT: u8 = 5;

/// Refuses a file one of whose chains loops, leaves the file, or is shared beyond reason.
pub(crate) fn check(bytes: &[u8]) -> Result<(), ProblemCode> {
    let file = Sectors::of(bytes).ok_or(ProblemCode::Corrupt)?;
    file.check().ok_or(ProblemCode::Corrupt)
}

struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
    /// Sectors the file has room for, the last perhaps cut.
    count: usize,
    /// For each sector, the one after it.
    table: Vec<u32>,
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

impl<'a> Sectors<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let shift = u16::from_le_bytes(bytes.get(30..32)?.try_into().ok()?);
        let size = match shift {
            9 | 12 => 1usize << shift,
            _ => return None,
        };
        if bytes.len() < HEADER_BYTES {
            return None;
        }
        let count = bytes.len().saturating_sub(size).div_ceil(size);
        let mut file = Self { bytes, size, count, table: Vec::new() };
        file.table = file.read_table()?;
        Some(file)
    }

    /// A sector's bytes, of which the file's last may lack some.
    fn sector(&self, index: u32) -> Option<&'a [u8]> {
        let start = (index as usize).checked_add(1)?.checked_mul(self.size)?;
        self.bytes.get(start..self.bytes.len().min(start + self.size)).filter(|sector| !sector.is_empty())
    }

    /// The sector table, from the sectors that the header and its continuations name.
    fn read_table(&self) -> Option<Vec<u32>> {
        let header = (0..HEADER_TABLE_SECTORS).map_while(|index| number(self.bytes, 76 + index * 4));
        let mut named: Vec<u32> = header.collect();
        let (mut next, mut steps) = (number(self.bytes, 68)?, 0);
        while next < FIRST_MARK {
            steps += 1;
            if steps > self.count {
                return None;
            }
            let numbers: Vec<u32> = self.sector(next)?.chunks_exact(4).filter_map(|chunk| number(chunk, 0)).collect();
            let (after, own) = numbers.split_last()?;
            named.extend(own);
            next = *after;
        }
        named.retain(|index| *index < FIRST_MARK);
        if named.len() > self.count {
            return None;
        }
        let mut table = Vec::with_capacity(named.len() * self.size / 4);
        for index in named {
            table.extend(self.sector(index)?.chunks_exact(4).filter_map(|chunk| number(chunk, 0)));
        }
        Some(table)
    }

    /// The sectors of a chain, at most `limit` of them.
    fn chain(&self, start: u32, limit: usize) -> Option<Vec<u32>> {
        walk(&self.table, start, limit)
    }

    fn check(&self) -> Option<()> {
        let directory = self.chain(number(self.bytes, 48)?, self.count)?;
        let small_cutoff = number(self.bytes, 56)?;
        let mut small_table = Vec::new();
        for index in self.chain(number(self.bytes, 60)?, self.count)? {
            small_table.extend(self.sector(index)?.chunks_exact(4).filter_map(|chunk| number(chunk, 0)));
        }
        // A sector belongs to one chain; files in which a few are shared still open.
        let mut budget = 4 * (self.count + small_table.len()) + 64;
        for index in directory {
            for entry in self.sector(index)?.chunks_exact(ENTRY_BYTES) {
                let (start, size) = (number(entry, 116)?, number(entry, 120)?);
                let kind = entry[66];
                if !matches!(kind, STREAM | ROOT) || size == 0 {
                    continue;
                }
                if size as usize > self.bytes.len() {
                    return None;
                }
                let length = if kind == STREAM && size < small_cutoff {
                    walk(&small_table, start, budget.min(small_table.len()))?.len()
                } else {
                    self.chain(start, budget.min(self.count))?.len()
                };
                budget = budget.checked_sub(length)?;
            }
        }
        Some(())
    }
}

fn walk(table: &[u32], start: u32, limit: usize) -> Option<Vec<u32>> {
    let (mut chain, mut next) = (Vec::new(), start);
    while next != END_OF_CHAIN {
        // A chain of nothing may begin with any mark.
        if next >= FIRST_MARK && chain.is_empty() {
            break;
        }
        if chain.len() >= limit {
            return None;
        }
        chain.push(next);
        next = *table.get(next as usize)?;
    }
    Some(chain)
}

#[cfg(test)]
mod tests {
    use super::check;
    use guichet_model::ProblemCode;
    use std::io::{Cursor, Write};

    fn compound(length: usize) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a compound file");
        file.create_stream("Workbook").expect("a stream").write_all(&vec![1; length]).expect("its bytes");
        file.flush().expect("flushed");
        file.into_inner().into_inner()
    }

    /// Writes a number of the sector table, which the first named sector holds.
    fn link(bytes: &mut [u8], from: usize, to: u32) {
        let shift = u16::from_le_bytes([bytes[30], bytes[31]]);
        let table = u32::from_le_bytes(bytes[76..80].try_into().expect("four bytes")) as usize;
        let at = ((table + 1) << shift) + from * 4;
        bytes[at..at + 4].copy_from_slice(&to.to_le_bytes());
    }

    #[test]
    fn sound_files_pass_and_cut_ones_do_not() {
        for length in [0, 100, 5_000, 100_000] {
            assert_eq!(check(&compound(length)), Ok(()), "{length}");
        }
        assert_eq!(check(&compound(100_000)[..6_000]), Err(ProblemCode::Corrupt));
        assert_eq!(check(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Err(ProblemCode::Corrupt));
    }

    #[test]
    fn chains_that_come_back_are_refused_at_once() {
        let started = std::time::Instant::now();
        for length in [5_000, 100_000] {
            let sound = compound(length);
            let shift = u16::from_le_bytes([sound[30], sound[31]]);
            for sector in 0..(sound.len() >> shift) - 1 {
                for target in [0, sector] {
                    let mut bytes = sound.clone();
                    link(&mut bytes, sector, u32::try_from(target).expect("a sector"));
                    // Whatever the answer, it comes; a loop in a chain that is used is refused.
                    let _ = check(&bytes);
                }
            }
        }
        let mut looping = compound(100_000);
        let directory = u32::from_le_bytes(looping[48..52].try_into().expect("four bytes"));
        link(&mut looping, directory as usize, directory);
        assert_eq!(check(&looping), Err(ProblemCode::Corrupt));
        let mut looping = compound(100);
        looping[68..72].copy_from_slice(&1u32.to_le_bytes());
        assert_eq!(check(&looping), Err(ProblemCode::Corrupt));
        // Not a measure: what does not come to an end must not stop every other test.
        assert!(started.elapsed().as_secs() < 60);
    }
}
