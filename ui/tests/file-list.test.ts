import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWith } from './host';

const TOTAL = 450;
const view = (id: number) => ({ view: id, total: TOTAL, all: TOTAL, selection: { selected: 0, outside: 0 }, groups: [] as { value: string; label: string; count: number }[], states: [], levels: [], components: [], programmes: [], codes: [] });
const rows = ({ view: id, offset, limit, further }: { view: number; offset: number; limit: number; further: string[] }) => {
  const places = Array.from({ length: Math.min(limit, TOTAL - offset) }, (_, index) => offset + index);
  const texts = (name: string) => places.map((place) => `${name} ${place}`);
  return {
    id: places.map((place) => id * 1000 + place),
    student_number: texts('n'),
    birth_name: texts('b'),
    given_name: texts('g'),
    ine: texts('i'),
    birth_date: texts('d'),
    level: texts('l'),
    programme: places.map((place) => place % 2),
    programmes: ['Histoire', 'Droit'],
    registered_at: texts('r'),
    state: places.map(() => 'ready'),
    codes: places.map((place) => (place % PAGE === 7 ? ['CVC001'] : [])),
    selected: places.map(() => false),
    further: further.map((name) => texts(name)),
  };
};
const PAGE = 200;

describe('the list of files', () => {
  let called: string[];
  let views: number;

  beforeEach(() => {
    vi.resetModules();
    views = 0;
    called = answerWith({ files_open: () => view(++views), files_rows: rows, file_detail: ({ id }: { id: number }) => ({ row: { id }, findings: [] }) });
  });

  it('asks for each page once, and only for pages in sight', async () => {
    const { fileList } = await import('../src/state/file-list.svelte');
    await fileList.open();
    expect(fileList.total).toBe(TOTAL);
    expect(fileList.rowAt(199)?.id).toBe(1199);
    expect(fileList.rowAt(200)).toBeUndefined();
    await Promise.all([fileList.ensure({ first: 190, last: 210 }), fileList.ensure({ first: 190, last: 230 })]);
    expect(fileList.rowAt(200)?.id).toBe(1200);
    expect(called.filter((call) => call.startsWith('files_rows'))).toHaveLength(2);
    expect(fileList.indexOf(1210)).toBe(210);
  });

  it('forgets the answer to an older question', async () => {
    const { fileList } = await import('../src/state/file-list.svelte');
    const old = fileList.open();
    fileList.query = { ...fileList.query, search: 'dupont' };
    await Promise.all([fileList.open(), old]);
    expect(fileList.view?.view).toBe(views);
    expect(fileList.rowAt(0)?.id).toBe(views * 1000);
  });

  it('asks for what is typed while it waits when the list has come, and only for the last of it', async () => {
    const { fileList } = await import('../src/state/file-list.svelte');
    for (const search of ['d', 'du', 'dup']) fileList.show({ ...fileList.query, search }, true);
    await vi.waitFor(() => expect(fileList.loading).toBe(false));
    await vi.waitFor(() => expect(called.filter((call) => call.startsWith('files_open'))).toHaveLength(2));
    await vi.waitFor(() => expect(fileList.view?.view).toBe(2));
    expect(fileList.query.search).toBe('dup');
  });

  it('asks for the columns that are wanted, and again when another is', async () => {
    const { fileList } = await import('../src/state/file-list.svelte');
    const { listLayout } = await import('../src/state/list-layout.svelte');
    await fileList.open();
    expect(fileList.rowAt(3)).toMatchObject({ programme: 'Droit', further: {} });
    listLayout.use([{ key: 'email', shown: true, width: null }]);
    fileList.complete();
    await vi.waitFor(() => expect(fileList.rowAt(3)?.further).toEqual({ email: 'email 3' }));
    fileList.complete();
    expect(called.filter((call) => call.startsWith('files_open'))).toHaveLength(2);
  });

  it('has a line for each group and the rows of those that are open', async () => {
    answerWith({ files_open: () => ({ ...view(1), groups: [{ value: 'L1', label: 'L1', count: 300 }, { value: '', label: '?', count: 150 }] }), files_rows: rows });
    const { fileList } = await import('../src/state/file-list.svelte');
    await fileList.open();
    expect([fileList.lines, fileList.placeOn(0), fileList.placeOn(1), fileList.placeOn(301), fileList.placeOn(302)]).toEqual([452, null, 0, null, 300]);
    expect([fileList.placesBefore(301), fileList.placesBefore(302), fileList.placesBefore(452)]).toEqual([300, 300, 450]);
    fileList.fold('L1', false);
    expect([fileList.lines, fileList.placeOn(2), fileList.lineFor(300)]).toEqual([152, 300, 2]);
    await fileList.ensureLines({ first: 0, last: 4 });
    expect(fileList.rowAt(300)?.id).toBe(1300);
    expect(fileList.lineFor(7)).toBe(8);
  });

  it('says why it cannot be shown', async () => {
    answerWith({});
    const { fileList } = await import('../src/state/file-list.svelte');
    await fileList.open();
    expect(fileList.failure).toBe('no files_open');
    expect(fileList.loading).toBe(false);
  });

  it('leads from file to file, across pages and past files without a finding', async () => {
    const { fileList } = await import('../src/state/file-list.svelte');
    const { openFile } = await import('../src/state/open-file.svelte');
    await fileList.open();
    expect(await openFile.step(1, true)).toBe(7);
    expect(await openFile.step(1)).toBe(8);
    expect(await openFile.step(1, true)).toBe(207);
    expect(await openFile.step(-1, true)).toBe(7);
    expect(await openFile.step(-1, true)).toBeNull();
    expect(openFile.index).toBe(7);
  });
});
