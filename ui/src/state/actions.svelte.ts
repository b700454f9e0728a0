import { LISTS, type ListName, type Role } from '../host';
import { t, type PlainKey } from '../text/index.svelte';
import { backups } from './backups.svelte';
import { display } from './display.svelte';
import { history } from './history.svelte';
import { importing } from './importing.svelte';
import { lockNow } from './lock.svelte';
import { manual } from './manual.svelte';
import { session, type Screen } from './session.svelte';
import { tasks } from './tasks.svelte';

/** Something one can do from the palette, and by its shortcut when it has one. */
export interface Action {
  id: string;
  key: PlainKey;
  /** Letter or function key; a letter goes with Ctrl (the command key on a Mac). */
  shortcut: string | null;
  /** Whether a workspace must be open. */
  workspace: boolean;
  /** Whether it must wait for the end of the task under way. */
  exclusive: boolean;
  /** The least role that may, in the open workspace. */
  role?: Role;
  run: () => void;
}

const screenAction = (screen: Screen, key: PlainKey): Action => ({
  id: `go-${screen}`,
  key,
  shortcut: null,
  workspace: true,
  exclusive: false,
  run: () => session.go(screen),
});

const plain = (id: string, key: PlainKey, shortcut: string | null, run: () => void): Action => ({
  id,
  key,
  shortcut,
  workspace: false,
  exclusive: false,
  run,
});

/** Puts the focus in the search of the files, whatever the screen. */
export function searchFiles(): void {
  if (session.screen !== 'files') session.go('files');
  setTimeout(() => document.querySelector<HTMLInputElement>('[data-search]')?.select());
}

/** Writes one of the lists to work on elsewhere. */
const listAction = (what: ListName): Action => ({
  ...plain(`export-${what}`, `ui-action-export-${what}`, null, () => void session.exportList(what)),
  workspace: true,
  exclusive: true,
});

/** Everything the window can do, in the order of the palette. */
export const ACTIONS: readonly Action[] = [
  { ...plain('import', 'ui-action-import', 'I', () => void importing.choose()), workspace: true, exclusive: true, role: 'enter' },
  { ...plain('export', 'ui-action-export', 'E', () => void session.exportReport()), workspace: true, exclusive: true },
  { ...plain('export-pseudonymised', 'ui-action-export-pseudonymised', null, () => void session.exportReport(true)), workspace: true, exclusive: true },
  ...LISTS.map(listAction),
  { ...plain('export-all', 'ui-action-export-all', null, () => void session.exportAll()), workspace: true, exclusive: true },
  { ...plain('undo', 'ui-action-undo', 'Z', () => void history.ask()), workspace: true, exclusive: true, role: 'enter' },
  { ...plain('search', 'ui-action-search', 'F', searchFiles), workspace: true },
  { ...plain('goto', 'ui-action-goto', 'G', () => (session.dialog = 'goto')), workspace: true },
  { ...plain('columns', 'ui-columns', null, () => (session.dialog = 'columns')), workspace: true },
  { ...plain('views', 'ui-views-manage', null, () => (session.dialog = 'views')), workspace: true },
  { ...plain('messages', 'ui-action-messages', null, () => (session.dialog = 'messages')), workspace: true },
  screenAction('desk', 'ui-nav-desk'),
  screenAction('files', 'ui-nav-files'),
  screenAction('findings', 'ui-nav-findings'),
  screenAction('requests', 'ui-nav-requests'),
  screenAction('waivers', 'ui-nav-waivers'),
  screenAction('simulation', 'ui-nav-simulation'),
  { ...screenAction('import', 'ui-nav-import'), role: 'enter' },
  screenAction('rules', 'ui-nav-rules'),
  { ...plain('editions', 'ui-action-editions', null, () => manual.show('editions')), workspace: true },
  screenAction('journal', 'ui-nav-journal'),
  screenAction('backups', 'ui-nav-backups'),
  { ...plain('backup', 'ui-action-backup', null, () => void backups.make()), workspace: true, exclusive: true },
  { ...screenAction('settings', 'ui-nav-settings'), shortcut: ',' },
  { ...plain('lock', 'ui-action-lock', 'L', () => void lockNow()), workspace: true },
  { ...plain('campaign', 'ui-action-campaign', null, () => (session.dialog = 'campaign')), workspace: true, exclusive: true, role: 'check' },
  { ...plain('demo', 'ui-action-demo', null, () => void session.demo()), exclusive: true },
  { ...plain('create', 'ui-action-create', null, () => (session.dialog = 'create')), exclusive: true },
  { ...plain('open', 'ui-action-open', null, () => void session.openOther()), exclusive: true },
  { ...plain('close', 'ui-action-close', null, () => void session.close()), workspace: true, exclusive: true },
  plain('theme-system', 'ui-action-theme-system', null, () => void session.change({ theme: 'system' })),
  plain('theme-light', 'ui-action-theme-light', null, () => void session.change({ theme: 'light' })),
  plain('theme-dark', 'ui-action-theme-dark', null, () => void session.change({ theme: 'dark' })),
  plain('theme-contrast', 'ui-action-theme-contrast', null, () => void session.change({ theme: 'contrast' })),
  plain('zoom-in', 'ui-action-zoom-in', '+', () => display.zoom(1)),
  plain('zoom-out', 'ui-action-zoom-out', '-', () => display.zoom(-1)),
  plain('zoom-none', 'ui-action-zoom-none', '0', () => display.zoom(0)),
  plain('french', 'ui-action-french', null, () => void session.setLanguage('fr')),
  plain('english', 'ui-action-english', null, () => void session.setLanguage('en')),
  plain('help', 'ui-action-help', 'F1', () => session.help()),
];

/** Whether an action can be done now. */
export function possible(action: Action): boolean {
  if (/^export/.test(action.id) && session.summary?.files === 0) return false;
  if (action.id === 'lock' && !session.summary?.workspace.protected) return false;
  if (action.role && session.summary && !session.may(action.role)) return false;
  return (!action.workspace || session.summary !== null) && (!action.exclusive || !tasks.busy);
}

/** Whether the action of this name can be done now. */
export function possibleNow(id: string): boolean {
  return ACTIONS.some((action) => action.id === id && possible(action));
}

/** Does an action if it can be done now. */
export function perform(id: string): void {
  const action = ACTIONS.find((candidate) => candidate.id === id);
  if (action && possible(action)) action.run();
}

const MAC = navigator.platform.startsWith('Mac');

/** How a shortcut is written, such as `Ctrl+I` or `⌘I`. */
export function shortcutText(shortcut: string): string {
  if (shortcut.length > 1) return shortcut;
  return MAC ? `⌘${shortcut}` : `${t('ui-key-control')}+${shortcut}`;
}

/** The shortcut as assistive technology reads it. */
export function shortcutNames(shortcut: string): string {
  if (shortcut.length > 1) return shortcut;
  return `${MAC ? 'Meta' : 'Control'}+${shortcut}`;
}
