import type {
  AboutView,
  BackupsView,
  CellPlace,
  CiteForm,
  Count,
  Corrections,
  DeskEffect,
  DeskEntry,
  DeskView,
  DraftView,
  EntryDifference,
  EntryForm,
  EntryView,
  Exported,
  Failure,
  FileDetail,
  FilesPage,
  FilesQuery,
  FilesSelection,
  FilesView,
  FindingRow,
  FindingsQuery,
  FindingsView,
  FurtherColumn,
  HelpLine,
  HistoryLine,
  ImportAnswer,
  ImportDone,
  ImportView,
  ListSettings,
  LicenceLine,
  LockView,
  MappingLine,
  NoteLine,
  PageBlock,
  PassphraseView,
  PlanRow,
  Progress,
  ProtectionView,
  PublishPreview,
  RawRow,
  RuleLine,
  RulePage,
  RulebookLine,
  RulebookShelf,
  RulebookWindows,
  PurgeAsked,
  PurgeChoices,
  PurgeDone,
  PurgeView,
  RecoverySheet,
  RequestsQuery,
  RequestsView,
  RescueView,
  RestoreView,
  Salvage,
  Saved,
  SelectionChange,
  SelectionView,
  Settings,
  SheetExtract,
  SimulationView,
  StartState,
  Summary,
  TabName,
  UndoDone,
  WaiverEffect,
  WaiverGrounds,
  WaiverLine,
  WorkspaceInfo,
} from './wire';

/** What an account may do, the least first. */
export const ROLES = ['read', 'enter', 'check', 'administer'] as const satisfies readonly Role[];
export type Role = WorkspaceInfo['role'];

/** The lists to work on elsewhere, in the order of menus. */
export const LISTS = ['findings', 'files', 'reminders', 'cvec-to-verify'] as const;
export type ListName = (typeof LISTS)[number];

type Nothing = Record<string, never>;

/** Every command of the application: its arguments and its result. */
export type Commands = {
  start: [Nothing, StartState];
  settings_set: [{ settings: Settings }, Settings];
  about: [Nothing, AboutView];
  licences: [{ words: string }, LicenceLine[]];
  licence_text: [{ name: string; version: string | null }, string];
  workspace_demo: [Nothing, Summary];
  demo_roster: [Nothing, ImportView];
  demo_remove: [Nothing, null];
  workspace_create: [{ name: string }, Summary];
  workspace_open: [Nothing, Summary | null];
  workspace_close: [Nothing, null];
  workspace_folder: [Nothing, null];
  rulebooks: [Nothing, RulebookLine[]];
  campaign_set: [{ rulebook: string; as_of: string | null }, Summary];
  judge: [Nothing, Summary];
  simulate: [{ rulebook: string; as_of: string | null }, SimulationView];
  summary: [Nothing, Summary];
  import_choose: [Nothing, ImportView | null];
  import_view: [Nothing, ImportView | null];
  import_add: [{ session: number }, ImportView];
  import_sheet: [{ session: number; file: number; sheet: number; first: number; count: number }, RawRow[]];
  import_export: [{ session: number }, Corrections | null];
  import_mapping_keep: [{ session: number; file: number; sheet: number; table: number; name: string }, ImportView];
  import_mapping_save: [{ session: number; file: number; sheet: number; table: number }, Saved | null];
  import_mapping_open: [{ session: number }, ImportView | null];
  mappings: [Nothing, MappingLine[]];
  mapping_forget: [{ name: string }, MappingLine[]];
  import_answer: [{ session: number; answer: ImportAnswer }, ImportView];
  import_rows: [{ session: number; tab: TabName; offset: number; limit: number }, PlanRow[]];
  import_apply: [{ session: number; fingerprint: string }, ImportDone];
  import_discard: [{ session: number }, null];
  task_cancel: [Nothing, null];
  files_open: [{ query: FilesQuery }, FilesView];
  files_rows: [{ view: number; offset: number; limit: number; further: FurtherColumn[] }, FilesPage];
  list_settings: [Nothing, ListSettings];
  list_settings_set: [{ settings: ListSettings }, ListSettings];
  desk: [Nothing, DeskView];
  findings_open: [{ query: FindingsQuery }, FindingsView];
  findings_rows: [{ view: number; offset: number; limit: number }, FindingRow[]];
  file_detail: [{ id: number }, FileDetail];
  file_history: [{ id: number }, HistoryLine[]];
  requests: [{ query: RequestsQuery }, RequestsView];
  extract: [{ place: CellPlace }, SheetExtract];
  rules: [Nothing, RuleLine[]];
  help_search: [{ words: string }, HelpLine[]];
  help_page: [{ name: string }, PageBlock[]];
  rule_page: [{ code: string }, RulePage];
  rulebook_windows: [Nothing, RulebookWindows];
  rulebooks_compare: [{ one: string; other: string }, EntryDifference[]];
  rulebook_shelf: [Nothing, RulebookShelf];
  rulebook_save: [{ id: string }, Saved | null];
  rulebook_clone: [{ id: string; academic_year: string | null }, DraftView];
  rulebook_open: [Nothing, DraftView | null];
  rulebook_draft: [{ draft: number }, DraftView];
  rulebook_title: [{ draft: number; title_fr: string; title_en: string }, DraftView];
  rulebook_discard: [{ draft: number }, RulebookShelf];
  rulebook_entry: [{ draft: number; key: string; new?: EntryForm['kind'] }, EntryView];
  rulebook_entry_set: [{ draft: number; key: string; form: EntryForm; cite: CiteForm }, DraftView];
  rulebook_entry_reset: [{ draft: number; key: string }, DraftView];
  rulebook_entry_remove: [{ draft: number; key: string }, DraftView];
  rulebook_preview: [{ draft: number }, PublishPreview];
  rulebook_publish: [{ draft: number; fingerprint: string }, Summary];
  report_export: [{ pseudonymise: boolean }, Exported | null];
  list_export: [{ what: ListName }, Saved | null];
  export_all: [Nothing, Saved | null];
  person_export: [{ id: number; format: 'xlsx' | 'json' }, Saved | null];
  history: [Nothing, HistoryLine[]];
  journal_export: [Nothing, Saved | null];
  waive_preview: [{ selection: FilesSelection; code: string; grounds: WaiverGrounds }, WaiverEffect];
  waive: [{ selection: FilesSelection; code: string; grounds: WaiverGrounds; fingerprint: string }, Summary];
  unwaive: [{ id: number; code: string }, Summary];
  waivers: [Nothing, WaiverLine[]];
  decide_preview: [{ selection: FilesSelection; entry: DeskEntry }, DeskEffect];
  decide: [{ selection: FilesSelection; entry: DeskEntry; fingerprint: string }, Summary];
  withdraw: [{ sha256: string; row: number }, Summary];
  selection_change: [{ view: number; change: SelectionChange }, SelectionView];
  selection_codes: [{ selection: FilesSelection }, Count[]];
  note_set: [{ id: number; text: string }, NoteLine | null];
  activity: [Nothing, null];
  lock: [Nothing, LockView | null];
  unlock: [{ account?: string; passphrase: string }, Summary];
  recover: [{ code: string; account?: string; passphrase: string }, Summary];
  passphrase_check: [{ passphrase: string; name?: string }, PassphraseView];
  passphrase_change: [{ current: string; passphrase: string }, ProtectionView];
  protection: [Nothing, ProtectionView];
  protect: [{ name: string; passphrase: string }, RecoverySheet];
  unprotect: [{ passphrase: string }, ProtectionView];
  recovery_renew: [Nothing, RecoverySheet];
  recovery_save: [{ code: string }, Saved | null];
  lock_after_set: [{ minutes: number }, ProtectionView];
  account_add: [{ name: string; role: Role; passphrase: string }, ProtectionView];
  account_remove: [{ name: string }, ProtectionView];
  account_role: [{ name: string; role: Role }, ProtectionView];
  account_passphrase: [{ name: string; passphrase: string }, ProtectionView];
  backups: [Nothing, BackupsView];
  backup_now: [Nothing, BackupsView];
  backup_verify: [{ name: string }, BackupsView];
  backups_quota: [{ quota: number }, BackupsView];
  backups_place: [Nothing, BackupsView];
  backups_place_forget: [Nothing, BackupsView];
  restore_preview: [{ name: string }, RestoreView];
  restore: [{ name: string }, Summary];
  purge_choices: [Nothing, PurgeChoices];
  purge_preview: [{ what: PurgeAsked }, PurgeView];
  purge: [{ what: PurgeAsked; confirm: string; blank_mentions: boolean }, PurgeDone];
  purge_record_save: [{ record: string }, Saved | null];
  rescue: [Nothing, RescueView];
  rescue_restore: [{ name: string }, Summary];
  rescue_salvage: [Nothing, Salvage];
  rescue_folder: [Nothing, null];
  rescue_leave: [Nothing, null];
  undo: [{ operation: number; with_dependents?: boolean }, UndoDone];
};

/** What the application says by itself: `locked` when nobody was there for long; `backup` when one was made or could not be; `dropped` when files dropped on the window begin to be read. */
export type Events = {
  progress: Progress;
  dropped: null;
  import: ImportView;
  failure: Failure;
  locked: null;
  backup: { last_backup: string | null; backup_failure: string | null };
};

export type CommandName = keyof Commands;
export type EventName = keyof Events;
