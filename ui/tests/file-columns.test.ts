import { describe, expect, it } from 'vitest';
import { arranged, fileColumns, furtherOf } from '../src/state/file-columns';
import type { FileLine } from '../src/state/file-page';

const line = (student_number: string): FileLine => ({
  id: 1,
  student_number,
  birth_name: 'Exemple',
  given_name: 'Une',
  ine: '',
  birth_date: '',
  level: 'L1',
  programme: '',
  registered_at: '',
  state: 'ready',
  codes: [],
  selected: false,
  further: {},
});

describe('the columns of the list', () => {
  it('stand where they usually do as long as nobody has moved them', () => {
    const usual = arranged([]);
    expect(usual[0]?.key).toBe('student_number');
    expect(usual.find(({ key }) => key === 'email')?.shown).toBe(false);
    const moved = arranged([{ key: 'state', shown: true, width: null }, { key: 'student_number', shown: false, width: 12 }, { key: 'gone', shown: true, width: null }]);
    expect(moved.map(({ key }) => key).slice(0, 3)).toEqual(['state', 'student_number', 'birth_name']);
    expect(moved).toHaveLength(usual.length);
  });

  it('are as wide as somebody wants, but never narrower than an identifier', () => {
    const kept = [{ key: 'student_number', shown: true, width: 4 }, { key: 'birth_name', shown: true, width: 5 }, { key: 'ine', shown: false, width: null }];
    const columns = fileColumns([line('21234567890123')], kept);
    expect(columns[0]).toMatchObject({ key: 'student_number', characters: 14, whole: true });
    expect(columns[1]).toMatchObject({ key: 'birth_name', characters: 5 });
    expect(columns.some(({ key }) => key === 'ine')).toBe(false);
    expect(columns[0]?.from).toBe(0);
  });

  it('make room in a narrow window, but for those that somebody added or gave a width', () => {
    const kept = [{ key: 'email', shown: true, width: null }, { key: 'ine', shown: true, width: null }, { key: 'birth_date', shown: true, width: 9 }];
    const from = Object.fromEntries(fileColumns([], kept).map((column) => [column.key, column.from]));
    expect(from).toMatchObject({ email: 0, birth_date: 0, state: 0 });
    expect(from['ine']).toBeGreaterThan(0);
  });

  it('that are not always sent are asked for when they are shown', () => {
    expect(furtherOf([])).toEqual([]);
    expect(furtherOf([{ key: 'email', shown: true, width: null }, { key: 'component', shown: false, width: null }, { key: 'ine', shown: true, width: null }])).toEqual(['email']);
  });
});
