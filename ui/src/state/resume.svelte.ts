import type { FilesQuery } from '../host';
import { fileList } from './file-list.svelte';
import { openFile } from './open-file.svelte';
import { chipsOf } from './query';

/** Where one was in this workspace, for as long as it is open: nothing of it is kept on the disk. */
class Resume {
  file = $state.raw<{ id: number; name: string } | null>(null);
  query = $state.raw<FilesQuery | null>(null);

  /** Notes the file shown and the list that was narrowed down; called whenever they change. */
  note(): void {
    const row = openFile.detail.value?.row;
    if (row && row.id === openFile.id) this.file = { id: row.id, name: [`${row.birth_name} ${row.given_name}`.trim(), row.student_number].filter(Boolean).join(' · ') };
    const query = fileList.query;
    if (query.search !== '' || chipsOf(query).length > 0) this.query = query;
  }

  reset(): void {
    this.file = null;
    this.query = null;
  }
}

export const resume = new Resume();
