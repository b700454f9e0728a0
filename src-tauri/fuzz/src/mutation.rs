//! Small blind changes, the same for the same seed: what the tests throw in the seconds they have. The real search, which
//! looks at what code an input reaches, is libFuzzer's, behind `cargo xtask fuzz`.

/// A sequence of numbers that look drawn by chance.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The sequence of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `limit`; 0 when that is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let drawn = (self.0 >> 16) % (limit.max(1) as u64);
        usize::try_from(drawn).unwrap_or_default()
    }
}

/// Bytes at the edges of what fields of one, two and four bytes hold.
const EDGES: [&[u8]; 8] =
    [b"\0", b"\xff", b"\x7f", b"\xff\xff", b"\0\x80", b"\xff\xff\xff\xff", b"\0\0\0\x80", b"\xff\xff\xff\x7f"];

/// Changes an input at one to four places, within its longest length.
pub fn mutate(bytes: &mut Vec<u8>, other: &[u8], longest: usize, chance: &mut Chance) {
    for _ in 0..=chance.below(4) {
        let place = chance.below(bytes.len() + 1);
        match chance.below(7) {
            0 | 1 => {
                if let Some(byte) = bytes.get_mut(place) {
                    *byte ^= 1 << chance.below(8);
                }
            }
            2 => overwrite(bytes, place, EDGES[chance.below(EDGES.len())]),
            3 => {
                let end = bytes.len().min(place + 1 + chance.below(16));
                bytes.drain(place.min(end)..end);
            }
            4 => {
                let end = bytes.len().min(place + 1 + chance.below(64));
                let again = bytes[place.min(end)..end].to_vec();
                insert(bytes, place, &again);
            }
            5 => {
                let start = chance.below(other.len() + 1);
                let end = other.len().min(start + 1 + chance.below(64));
                insert(bytes, place, &other[start.min(end)..end]);
            }
            _ => {
                let byte = u8::try_from(chance.below(256)).unwrap_or_default();
                overwrite(bytes, place, &[byte]);
            }
        }
    }
    bytes.truncate(longest);
}

fn overwrite(bytes: &mut [u8], place: usize, by: &[u8]) {
    for (byte, new) in bytes.iter_mut().skip(place).zip(by) {
        *byte = *new;
    }
}

fn insert(bytes: &mut Vec<u8>, place: usize, more: &[u8]) {
    let place = place.min(bytes.len());
    bytes.splice(place..place, more.iter().copied());
}
