import { call } from '../host';
import { fileList } from './file-list.svelte';
import { Loader } from './loader.svelte';
import { session, type Screen } from './session.svelte';

/** The file shown in the drawer, and its place in the list of files. */
class OpenFile {
  id = $state<number | null>(null);
  /** The screen beside whose list it was opened. */
  screen = $state<Screen | null>(null);
  /** Rank of the finding in use, for « next finding »; -1 before the first. */
  finding = $state(-1);
  readonly detail = new Loader((id: number) => call('file_detail', { id }));
  /** Whether it is shown on the present screen. */
  here = $derived(this.id !== null && this.screen === session.screen);
  /** Place in the list of files, or nothing when that no longer holds the file. */
  index = $derived(this.id === null ? null : fileList.indexOf(this.id));
  /** Where it stood in the list that no longer holds it: the next file stands there now. */
  stood = $state<number | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Settles when the file shown has come, or has been refused. */
  arrived: Promise<void> = Promise.resolve();

  /** Shows a file on the present screen. While rows are walked through, only the one where the walk stops is asked for. */
  show(id: number, walking = false): void {
    this.screen = session.screen;
    if (id === this.id) return;
    this.id = id;
    this.finding = -1;
    clearTimeout(this.#timer);
    if (walking) this.#timer = setTimeout(() => void this.detail.load(id), 80);
    else this.arrived = this.detail.load(id);
  }

  /** Asks again for the file shown. */
  reload(): void {
    if (this.id !== null) void this.detail.load(this.id);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.id = null;
    this.stood = null;
    this.screen = null;
    this.detail.reset();
  }

  /** Moves to the next or previous finding of the file shown; says whether there was one. */
  turn(by: 1 | -1): boolean {
    const next = this.finding + by;
    if (!this.here || next < 0 || next >= (this.detail.value?.findings.length ?? 0)) return false;
    this.finding = next;
    return true;
  }

  /** Shows the next or previous file of the list. With `flagged`, files without a finding are passed over. */
  async step(by: 1 | -1, flagged = false): Promise<number | null> {
    const before = this.index ?? (this.stood ?? 0) - (by > 0 ? 1 : 0);
    let place = before + by;
    while (place >= 0 && place < fileList.total) {
      await fileList.ensure({ first: place, last: place + 1 });
      const row = fileList.rowAt(place);
      if (!row) return null;
      if (!flagged || row.codes.length > 0) {
        this.show(row.id);
        return place;
      }
      place += by;
    }
    return null;
  }
}

export const openFile = new OpenFile();
