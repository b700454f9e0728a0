// Generated from src-tauri/crates/app/src/wire.rs. Do not edit.

export type Theme = "system" | "light" | "dark";

export type Settings = { language: "fr" | "en", theme: Theme, last_workspace: string | null, };

export type StartState = { version: string, settings: Settings, workspace: WorkspaceInfo | null, notice: string | null, };

export type WorkspaceInfo = { name: string, folder: string, demo: boolean, protected: boolean, rulebook: RulebookLine, as_of: string, as_of_fixed: boolean, };

export type RulebookLine = { id: string, title: string, academic_year: string | null, };

export type Count = { value: string, label: string, count: number, };

export type RuleCount = { code: string, title: string, severity: "error" | "warning" | "info", flagged: number, undecided: number, };

export type Summary = { workspace: WorkspaceInfo, files: number, states: Array<Count>, rules: Array<RuleCount>, inputs: Array<InputLine>, };

export type InputLine = { file: string, sha256: string, sheet: string, kind: string, kind_label: string, rows: number, };

export type ImportPreview = { preview: number, fingerprint: string, files: Array<PreviewFile>, counts: PlanCounts, changes: Array<PlanChange>, applicable: boolean, };

export type PreviewFile = { file: string, sha256: string, sheets: Array<PreviewSheet>, problems: Array<ProblemLine>, };

export type PreviewSheet = { name: string, kind: string, kind_label: string, header_row: number, rows: number, columns: Array<PreviewColumn>, counts: PlanCounts, };

export type PreviewColumn = { cell: string, header: string, field: string | null, field_label: string | null, examples: Array<string>, };

export type PlanCounts = { rows: number, new: number, changed: number, same: number, gone: number, ambiguous: number, skipped: number, };

export type PlanChange = { label: string, field_label: string, old: string, new: string, file: string, cell: string, };

export type ProblemLine = { file: string, sheet: string | null, cell: string | null, code: string, fails: boolean, message: string, };

export type ImportDone = { operation: number, counts: PlanCounts, summary: Summary, };

export type SortColumn = "student_number" | "name" | "level" | "programme" | "registered_at" | "state" | "findings";

export type FilesQuery = { search: string, states: Array<string>, levels: Array<string>, components: Array<string>, programmes: Array<string>, codes: Array<string>, sort: SortColumn, descending: boolean, };

export type FilesView = { view: number, total: number, all: number, states: Array<Count>, levels: Array<Count>, components: Array<Count>, programmes: Array<Count>, codes: Array<Count>, };

export type FileRow = { id: number, student_number: string, birth_name: string, given_name: string, ine: string, birth_date: string, level: string, programme: string, registered_at: string, state: "blocked" | "to-check" | "ready" | "cancelled", codes: Array<string>, };

export type FactLine = { label: string, value: string, place: CellPlace | null, };

export type CellPlace = { sha256: string, file: string, sheet: string, row: number, column: number, cell: string, };

export type EvidenceLine = { label: string, file: string, sheet: string, cell: string | null, header: string | null, raw: string | null, value: string | null, place: CellPlace | null, };

export type AuthorityLine = { rulebook: string, key: string, document: string, heading: string, quote: string, status: "verified" | "single_source" | "to_confirm", status_label: string, note: string | null, };

export type FindingDetail = { code: string, title: string, severity: "error" | "warning" | "info", outcome: "flag" | "cannot_tell", message: string, why: string, remedy: string, evidence: Array<EvidenceLine>, authorities: Array<AuthorityLine>, };

export type QuietRule = { code: string, title: string, passed: boolean, reason: string | null, };

export type RecordLine = { facts: Array<FactLine>, };

export type FileDetail = { row: FileRow, facts: Array<FactLine>, findings: Array<FindingDetail>, quiet: Array<QuietRule>, certificates: Array<RecordLine>, history: Array<RecordLine>, requests: Array<RecordLine>, };

export type SheetExtract = { file: string, sheet: string, columns: Array<ExtractColumn>, rows: Array<ExtractRow>, cell: string, };

export type ExtractColumn = { letters: string, header: string, marked: boolean, };

export type ExtractRow = { number: number, cells: Array<string>, marked: boolean, };

export type RuleLine = { code: string, slug: string, title: string, severity: "error" | "warning" | "info", };

export type RulePage = { rule: RuleLine, blocks: Array<PageBlock>, };

export type PageBlock = { "kind": "heading", level: number, text: string, } | { "kind": "paragraph", text: string, } | { "kind": "quote", text: string, } | { "kind": "list", items: Array<string>, } | { "kind": "table", rows: Array<Array<string>>, };

export type Exported = { path: string, sha256: string, files: number, findings: number, };

export type JournalLine = { operation: number, at: string, label: string, };

export type Progress = { label: string, done: number, total: number | null, };

export type Failure = { code: string, message: string, };
