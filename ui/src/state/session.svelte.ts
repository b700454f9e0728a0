import { atStart, call, failureOf, listen, ROLES, type ListName, type LockView, type Role, type Settings, type Summary } from '../host';
import { prepare } from '../text/catalogue';
import { speech, t } from '../text/index.svelte';
import { notices } from './notices.svelte';
import { sentenceOf, STOPPABLE, tasks } from './tasks.svelte';

export const SCREENS = ['desk', 'files', 'findings', 'requests', 'waivers', 'simulation', 'import', 'rules', 'journal', 'backups', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

type Phase = 'starting' | 'failed' | 'closed' | 'locked' | 'rescue' | 'open';

/** The window as a whole: preferences, the open workspace and the screen shown. */
class Session {
  phase = $state<Phase>('starting');
  failure = $state<string | null>(null);
  version = $state('');
  settings = $state.raw<Settings>(atStart ?? { language: 'fr', theme: 'system', density: 'standard', system_font: false, zoom: 100, letters: true, last_workspace: null });
  summary = $state.raw<Summary | null>(null);
  /** The workspace that a passphrase is to open, once the application has said what it asks for. */
  locked = $state.raw<LockView | null>(null);
  screen = $state<Screen>('desk');
  /** Grows each time a screen is asked for, so that its heading takes the focus. */
  visits = $state(0);
  /** The page of the help to show; nothing for that of the screen. */
  helpPage: string | null = null;
  dialog = $state<'create' | 'campaign' | 'palette' | 'help' | 'undo' | 'secret' | 'restore' | 'waive' | 'discard' | 'entry' | 'purge' | 'columns' | 'views' | 'goto' | 'messages' | null>(null);
  #kept = 0;
  /** Called after the data or the language changed: what is shown is asked for again. */
  readonly refreshers = new Set<() => void>();
  /** Called when another workspace, or none, is open: what is kept of the former one is forgotten. */
  readonly forgetters = new Set<() => void>();

  constructor() {
    listen('backup', (backup) => {
      if (this.summary) this.summary = { ...this.summary, workspace: { ...this.summary.workspace, ...backup } };
    });
  }

  async start(): Promise<void> {
    this.phase = 'starting';
    try {
      const state = await call('start');
      await prepare(state.settings.language);
      this.version = state.version;
      this.#use(state.settings);
      if (state.notice && !state.rescue) notices.say('info', 'start', state.notice);
      if (state.rescue) this.phase = 'rescue';
      else if (state.locked) this.#lock(state.locked);
      else if (state.workspace) await this.#begin(state.workspace.outdated);
      else this.phase = 'closed';
    } catch (error) {
      this.failure = sentenceOf(error);
      this.phase = 'failed';
    }
  }

  /** Shows the workspace that was open last, its files judged first: time has passed. That can be stopped. */
  async #begin(outdated: boolean): Promise<void> {
    const judged = outdated ? await tasks.run(t('ui-task-evaluating'), () => call('judge'), STOPPABLE) : undefined;
    this.enter(judged ?? (await call('summary')));
  }

  /** Judges the files whose findings are of before. */
  async judge(): Promise<void> {
    const summary = await tasks.run(t('ui-task-evaluating'), () => call('judge'), STOPPABLE);
    if (summary) this.receive(summary);
  }

  /** Shows a workspace that was just opened. */
  enter(summary: Summary): void {
    for (const forget of this.forgetters) forget();
    notices.forget();
    this.summary = summary;
    this.screen = 'desk';
    this.phase = 'open';
  }

  /** Forgets what is on screen, at once, then asks what opens the workspace. */
  async showLock(): Promise<void> {
    if (this.phase === 'locked' || this.phase === 'starting') return;
    const folder = this.summary?.workspace.folder ?? null;
    this.#lock(null);
    try {
      const state = await call('start');
      await prepare(state.settings.language);
      this.#use(state.settings);
      // Another workspace begins on its desk; the same one comes back where it was.
      if (state.settings.last_workspace !== folder) this.screen = 'desk';
      if (state.locked) this.locked = state.locked;
      else this.phase = 'closed';
    } catch (error) {
      this.failure = sentenceOf(error);
      this.phase = 'failed';
    }
  }

  #lock(view: LockView | null): void {
    for (const forget of this.forgetters) forget();
    notices.clear();
    notices.forget();
    this.dialog = null;
    this.summary = null;
    this.locked = view;
    this.phase = 'locked';
    this.visits++;
  }

  /** Shows the workspace that a passphrase just opened, where it was. */
  comeBack(summary: Summary): void {
    notices.clear();
    this.summary = summary;
    this.locked = null;
    if (!this.may('enter') && this.screen === 'import') this.screen = 'desk';
    this.phase = 'open';
    this.visits++;
  }

  /** Whether who has the workspace open has this role at least. */
  may(least: Role): boolean {
    const role = this.summary?.workspace.role;
    return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(least);
  }

  /** The office changed: its counts are these, and what is on screen is asked for again. */
  receive(summary: Summary): void {
    this.summary = summary;
    for (const refresh of this.refreshers) refresh();
  }

  go(screen: Screen): void {
    this.screen = screen;
    this.visits++;
  }

  /** Shows a page of the help, or that of the screen. */
  help(page: string | null = null): void {
    this.helpPage = page;
    this.dialog = 'help';
  }

  async demo(): Promise<void> {
    await this.#open(t('ui-task-demo'), () => call('workspace_demo'));
  }

  /** Leaves the fictitious workspace, and takes it away. */
  async removeDemo(label: string): Promise<void> {
    const removed = await tasks.run(label, () => call('demo_remove'));
    if (removed !== undefined) this.leave();
  }

  async create(name: string): Promise<void> {
    await this.#open(t('ui-task-creating'), () => call('workspace_create', { name }));
  }

  async openOther(): Promise<void> {
    await this.#open(t('ui-task-opening'), () => call('workspace_open'));
  }

  async #open(label: string, work: () => Promise<Summary | null>): Promise<void> {
    notices.clear();
    const summary = await tasks.run(label, work, { ...STOPPABLE, onfailure: (error) => this.#notOpened(error) });
    if (!summary) return;
    this.enter(summary);
    this.visits++;
  }

  /** A workspace that is damaged leads to its rescue; the one that was open is left. */
  #notOpened(error: unknown): void {
    if (failureOf(error)?.code !== 'damaged') return notices.fail(error);
    this.showRescue();
  }

  /** Shows what can be done about a workspace that does not open. */
  showRescue(): void {
    this.leave();
    this.phase = 'rescue';
  }

  /** No workspace is open any more. */
  leave(): void {
    for (const forget of this.forgetters) forget();
    notices.forget();
    this.summary = null;
    this.locked = null;
    this.screen = 'desk';
    this.phase = 'closed';
    this.visits++;
  }

  async close(): Promise<void> {
    const closed = await tasks.run(t('ui-task-closing'), () => call('workspace_close'));
    if (closed === undefined) return;
    notices.clear();
    this.leave();
  }

  async setCampaign(rulebook: string, asOf: string | null): Promise<boolean> {
    const summary = await tasks.run(t('ui-task-evaluating'), () => call('campaign_set', { rulebook, as_of: asOf }), STOPPABLE);
    if (summary) this.receive(summary);
    return summary !== undefined;
  }

  async exportReport(pseudonymise = false): Promise<void> {
    const exported = await tasks.run(t('ui-task-exporting'), () => call('report_export', { pseudonymise }), STOPPABLE);
    if (!exported) return;
    const { files, findings, path } = exported;
    notices.say('done', 'exported', t('ui-exported', { files, findings }), path);
  }

  /** Writes one list, to work on elsewhere, where somebody chooses. */
  async exportList(what: ListName): Promise<void> {
    const saved = await tasks.run(t('ui-task-list'), () => call('list_export', { what }), STOPPABLE);
    if (saved) notices.say('done', 'list-exported', t('ui-list-exported'), saved.path);
  }

  /** Writes the report, the lists and the journal into a folder that somebody chooses. */
  async exportAll(): Promise<void> {
    const saved = await tasks.run(t('ui-task-list'), () => call('export_all'), STOPPABLE);
    if (saved) notices.say('done', 'all-exported', t('ui-list-exported'), saved.path);
  }

  async setLanguage(language: Settings['language']): Promise<void> {
    await prepare(language);
    await this.#keep({ ...this.settings, language });
    notices.clear();
    if (!this.summary) return;
    try {
      this.receive(await call('summary'));
    } catch (error) {
      notices.fail(error);
    }
  }

  /** Changes how the window looks or hears keys. */
  async change(some: Partial<Omit<Settings, 'language' | 'last_workspace'>>): Promise<void> {
    await this.#keep({ ...this.settings, ...some });
  }

  async #keep(preferences: Settings): Promise<void> {
    const folder = this.summary?.workspace.folder ?? preferences.last_workspace;
    const settings = { ...preferences, last_workspace: folder };
    this.#use(settings);
    const ticket = ++this.#kept;
    try {
      const kept = await call('settings_set', { settings });
      // The answer to an older change would undo a newer one.
      if (ticket === this.#kept) this.#use(kept);
    } catch (error) {
      notices.fail(error);
    }
  }

  #use(settings: Settings): void {
    this.settings = settings;
    speech.language = settings.language;
  }
}

export const session = new Session();
