import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWith } from './host';

const TOTAL = 450;
const view = (id: number) => ({ view: id, total: TOTAL, all: TOTAL, selection: { selected: 0, outside: 0 }, states: [], levels: [], components: [], programmes: [], codes: [] });
const rows = ({ view: id, offset, limit }: { view: number; offset: number; limit: number }) =>
  Array.from({ length: Math.min(limit, TOTAL - offset) }, (_, index) => ({ id: id * 1000 + offset + index, codes: index === 7 ? ['CVC001'] : [] }));

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
