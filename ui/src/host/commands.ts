import type {
  CellPlace,
  Corrections,
  Exported,
  Failure,
  FileDetail,
  FileRow,
  FilesQuery,
  FilesView,
  HistoryLine,
  ImportAnswer,
  ImportDone,
  ImportView,
  MappingLine,
  PlanRow,
  Progress,
  RawRow,
  RuleLine,
  RulePage,
  RulebookLine,
  RequestsQuery,
  RequestsView,
  Saved,
  Settings,
  SheetExtract,
  SimulationView,
  StartState,
  Summary,
  TabName,
  UndoDone,
} from './wire';

type Nothing = Record<string, never>;

/** Every command of the application: its arguments and its result. */
export type Commands = {
  start: [Nothing, StartState];
  settings_set: [{ settings: Settings }, Settings];
  workspace_demo: [Nothing, Summary];
  workspace_create: [{ name: string }, Summary];
  workspace_open: [Nothing, Summary | null];
  workspace_close: [Nothing, null];
  rulebooks: [Nothing, RulebookLine[]];
  campaign_set: [{ rulebook: string; as_of: string | null }, Summary];
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
  import_cancel: [Nothing, null];
  files_open: [{ query: FilesQuery }, FilesView];
  files_rows: [{ view: number; offset: number; limit: number }, FileRow[]];
  file_detail: [{ id: number }, FileDetail];
  requests: [{ query: RequestsQuery }, RequestsView];
  extract: [{ place: CellPlace }, SheetExtract];
  rules: [Nothing, RuleLine[]];
  rule_page: [{ code: string }, RulePage];
  report_export: [Nothing, Exported | null];
  history: [Nothing, HistoryLine[]];
  journal_export: [Nothing, Saved | null];
  undo: [{ operation: number; with_dependents?: boolean }, UndoDone];
};

/** What the application says by itself: `dropped` when files dropped on the window begin to be read. */
export type Events = {
  progress: Progress;
  dropped: null;
  import: ImportView;
  failure: Failure;
};

export type CommandName = keyof Commands;
export type EventName = keyof Events;
