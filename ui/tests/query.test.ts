import { describe, expect, it } from 'vitest';
import { groupProblems } from '../src/state/problems';
import { chipsOf, cleared, EVERY_FILE, sortedBy, stepBack, toggled } from '../src/state/query';

describe('the query of the list', () => {
  it('keeps several values of a facet and lets each go', () => {
    const both = toggled(toggled(EVERY_FILE, 'states', 'blocked'), 'states', 'ready');
    expect(both.states).toEqual(['blocked', 'ready']);
    expect(toggled(both, 'states', 'blocked').states).toEqual(['ready']);
    expect(EVERY_FILE.states).toEqual([]);
  });

  it('reverses the column in use and starts any other upwards', () => {
    const down = sortedBy(EVERY_FILE, 'name');
    expect(down.descending).toBe(true);
    expect(sortedBy(down, 'state')).toMatchObject({ sort: 'state', descending: false });
  });

  it('clears filters and words but not the order', () => {
    const query = { ...toggled(sortedBy(EVERY_FILE, 'level'), 'codes', 'CVC001'), search: 'dup' };
    expect(cleared(query)).toEqual({ ...EVERY_FILE, sort: 'level' });
  });

  it('steps back by the words first, then by the last filter, then no more', () => {
    const query = { ...toggled(toggled(EVERY_FILE, 'states', 'blocked'), 'codes', 'CVC001'), search: 'dup' };
    const one = stepBack(query);
    expect(one).toMatchObject({ search: '', states: ['blocked'], codes: ['CVC001'] });
    const two = stepBack(one);
    expect(chipsOf(two)).toEqual([{ facet: 'states', value: 'blocked' }]);
    expect(stepBack(EVERY_FILE)).toBe(EVERY_FILE);
  });
});

describe('the problems of a preview', () => {
  it('are together by kind, those that stop the reading first', () => {
    const problem = (code: string, fails: boolean, cell: string) => ({ file: 'a.csv', sheet: null, cell, code, fails, message: code });
    const groups = groupProblems([problem('x', false, 'A1'), problem('y', true, 'A2'), problem('x', false, 'A3')]);
    expect(groups.map(({ fails, problems }) => [fails, problems.map(({ cell }) => cell)])).toEqual([
      [true, ['A2']],
      [false, ['A1', 'A3']],
    ]);
  });
});
