// Generated from src-tauri/crates/app/src/wire. Do not edit.

export type Theme = "system" | "light" | "dark" | "contrast";

export type Density = "compact" | "standard" | "airy";

export type Settings = { 
/**
 * Language of every text.
 */
language: "fr" | "en", 
/**
 * Light, dark, of high contrast or as the system.
 */
theme: Theme, 
/**
 * The height of rows and controls.
 */
density: Density, 
/**
 * Whether texts are in the system's font, the one its user reads best.
 */
system_font: boolean, 
/**
 * The size of everything, in percent: 100 to 400.
 */
zoom: number, 
/**
 * Whether a letter alone is a command where nothing is typed.
 */
letters: boolean, 
/**
 * The workspace folder that was open last.
 */
last_workspace: string | null, };

export type StartState = { 
/**
 * Version of the application.
 */
version: string, 
/**
 * Preferences.
 */
settings: Settings, 
/**
 * The open workspace, if one is.
 */
workspace: WorkspaceInfo | null, 
/**
 * The workspace that waits for a passphrase, if one does.
 */
locked: LockView | null, 
/**
 * Whether the last workspace does not open and waits for rescue.
 */
rescue: boolean, 
/**
 * Why the last workspace could not be opened again, in one sentence.
 */
notice: string | null, };

export type WorkspaceInfo = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its folder.
 */
folder: string, 
/**
 * Whether it holds fictitious data only.
 */
demo: boolean, 
/**
 * Whether a passphrase protects it.
 */
protected: boolean, 
/**
 * Who has it open; nobody in particular without a passphrase.
 */
account: string | null, 
/**
 * What they may do.
 */
role: "read" | "enter" | "check" | "administer", 
/**
 * Minutes without anybody after which it locks, when it is protected.
 */
lock_after: number, 
/**
 * Why the last backup could not be made or copied.
 */
backup_failure: string | null, 
/**
 * When the newest backup was made: its hour when that was today, else its day too; nothing without any.
 */
last_backup: string | null, 
/**
 * That an earlier purge could not remove every older copy yet, in one sentence.
 */
purge_unfinished: string | null, 
/**
 * Whether the findings shown are those of before, because judging the files was stopped.
 */
outdated: boolean, 
/**
 * The rulebook in force.
 */
rulebook: RulebookLine, 
/**
 * The instant at which files are judged, `yyyy-mm-ddThh:mm:ss`, civil time of Paris.
 */
as_of: string, 
/**
 * Whether that instant was set by hand (otherwise it is now).
 */
as_of_fixed: boolean, };

export type HelpLine = { 
/**
 * What it is asked by: the name of a screen, or the code of a rule.
 */
name: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Whether it is the page of a rule.
 */
rule: boolean, 
/**
 * Where the words stand in it; nothing when they are in the title, or none were given.
 */
extract: string | null, };

export type AboutView = { 
/**
 * The folder for this user's data on this computer.
 */
data_folder: string, 
/**
 * The licence of Guichet itself, as an SPDX expression.
 */
licence: string, };

export type LicenceLine = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its version; nothing for what comes inside another part.
 */
version: string | null, 
/**
 * Its licence, as an SPDX expression.
 */
licence: string, };

export type RulebookLine = { 
/**
 * Its stable id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The academic year it is for, such as `2024-2025`.
 */
academic_year: string | null, };

export type Count = { 
/**
 * The value counted (canonical name).
 */
value: string, 
/**
 * What a clerk reads.
 */
label: string, 
/**
 * How many.
 */
count: number, };

export type RuleCount = { 
/**
 * The rule.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its usual weight.
 */
severity: "error" | "warning" | "info", 
/**
 * Files flagged.
 */
flagged: number, 
/**
 * Files about which it cannot tell.
 */
undecided: number, };

export type AccountLine = { 
/**
 * The name.
 */
name: string, 
/**
 * The role.
 */
role: "read" | "enter" | "check" | "administer", 
/**
 * The role in words.
 */
role_label: string, 
/**
 * Whether it is the one that has the workspace open.
 */
own: boolean, };

export type LockView = { 
/**
 * Whether several accounts open it: the account's name is then asked for.
 */
several: boolean, 
/**
 * Whether a recovery code opens it.
 */
recoverable: boolean, 
/**
 * Whether an import was under way when it locked, and was given up.
 */
dropped_import: boolean, 
/**
 * Seconds to wait before the next try; 0 when one can be made.
 */
wait: number, };

export type PassphraseView = { 
/**
 * Whether it will do.
 */
accepted: boolean, 
/**
 * How hard it is to guess, or why it will not do.
 */
label: string, };

export type ProtectionView = { 
/**
 * Whether a passphrase protects it.
 */
protected: boolean, 
/**
 * Whether a recovery code opens it.
 */
recoverable: boolean, 
/**
 * Who may open it.
 */
accounts: Array<AccountLine>, 
/**
 * Minutes without anybody after which it locks.
 */
lock_after: number, 
/**
 * The least minutes one can choose.
 */
lock_least: number, 
/**
 * The most.
 */
lock_most: number, };

export type RecoverySheet = { 
/**
 * The code, in groups.
 */
code: string, 
/**
 * How the workspace is protected now.
 */
protection: ProtectionView, };

export type Summary = { 
/**
 * The open workspace.
 */
workspace: WorkspaceInfo, 
/**
 * Student files in all.
 */
files: number, 
/**
 * Files by state, every state named.
 */
states: Array<Count>, 
/**
 * Rules that flag or cannot tell, the gravest and most frequent first.
 */
rules: Array<RuleCount>, 
/**
 * The sheets imported.
 */
inputs: Array<InputLine>, };

export type InputLine = { 
/**
 * File name.
 */
file: string, 
/**
 * SHA-256 of the file.
 */
sha256: string, 
/**
 * Sheet name.
 */
sheet: string, 
/**
 * Canonical kind.
 */
kind: string, 
/**
 * The kind in words.
 */
kind_label: string, 
/**
 * Rows read.
 */
rows: number, };

export type DeskView = { 
/**
 * What waits for somebody; only what there is.
 */
tasks: Array<DeskTask>, 
/**
 * Six weeks from the Monday of the week judged.
 */
days: Array<AgendaDay>, 
/**
 * The next close of a window, at or after the instant judged.
 */
next_close: NextClose | null, 
/**
 * How far the files are.
 */
funnel: Funnel, 
/**
 * The states of the files by programme, the most numerous first; the last without a value stands for all the others.
 */
programmes: Array<ProgrammeStates>, };

export type DeskTask = { 
/**
 * What.
 */
task: DeskTaskName, 
/**
 * How many.
 */
count: number, 
/**
 * By how many more or fewer than before, when that is known.
 */
change: number | null, 
/**
 * Since when, in words.
 */
since: string | null, 
/**
 * Rules whose findings these are.
 */
codes: Array<string>, };

export type DeskTaskName = "blocked" | "certificates" | "waivers" | "requests" | "import";

export type AgendaDay = { 
/**
 * `yyyy-mm-dd`.
 */
day: string, 
/**
 * The day of the month.
 */
number: number, 
/**
 * The date in the language's form.
 */
label: string, 
/**
 * Whether it is the day judged.
 */
today: boolean, 
/**
 * Whether the office is closed.
 */
closed: boolean, 
/**
 * Windows that can be used.
 */
open: number, 
/**
 * What happens.
 */
marks: Array<AgendaMark>, };

export type AgendaMark = { 
/**
 * What.
 */
kind: AgendaMarkKind, 
/**
 * At what hours; empty for whole days.
 */
times: string, 
/**
 * Whom the windows are for.
 */
windows: Array<string>, 
/**
 * Their levels; none when they are for the levels without a window of their own.
 */
levels: Array<string>, 
/**
 * The closes, as a filter of findings wants them.
 */
deadlines: Array<string>, 
/**
 * Findings that name one of them.
 */
findings: number, };

export type AgendaMarkKind = "opens" | "closes" | "tomorrow" | "in_three_days";

export type NextClose = { 
/**
 * When, in the language's form.
 */
at: string, 
/**
 * Whole days left; 0 on the day itself.
 */
days: number, };

export type Funnel = { 
/**
 * Files imported.
 */
imported: number, 
/**
 * Files that lack neither a document nor a fact.
 */
complete: number, 
/**
 * Files against whose validation nothing stands.
 */
ready: number, };

export type ProgrammeStates = { 
/**
 * The programme as a filter wants it; empty for files without one, nothing for all the others together.
 */
value: string | null, 
/**
 * The same in words.
 */
label: string, 
/**
 * Files in each state, in the order of states.
 */
counts: Array<number>, };

export type ImportView = { 
/**
 * Names this import.
 */
session: number, 
/**
 * The files, in the order chosen.
 */
files: Array<ImportFile>, 
/**
 * The steps, each with how many questions it still asks.
 */
steps: Array<ImportStep>, 
/**
 * What importing would do; nothing while a question is open without whose answer nothing can be imported.
 */
plan: ImportPlan | null, };

export type ImportStep = { 
/**
 * Which step.
 */
step: StepName, 
/**
 * How many questions it still asks.
 */
asks: number, };

export type StepName = "files" | "sheets" | "columns" | "values" | "check";

export type ImportFile = { 
/**
 * File name.
 */
file: string, 
/**
 * SHA-256 of the file; empty when it could not be read.
 */
sha256: string, 
/**
 * Its format in words; empty when it could not be told.
 */
format_label: string, 
/**
 * When the workspace already took this very file, in words.
 */
already: string | null, 
/**
 * What could not be read or was left aside.
 */
problems: Array<ProblemLine>, 
/**
 * How its text may be read; empty unless several readings are possible.
 */
encodings: Array<EncodingChoice>, 
/**
 * Its sheets, and the tables of each, also those left out.
 */
sheets: Array<ImportSheet>, };

export type EncodingChoice = { 
/**
 * Its name, as an answer states it.
 */
encoding: string, 
/**
 * Its name in words.
 */
label: string, 
/**
 * Up to three texts as this encoding reads them.
 */
samples: Array<string>, 
/**
 * Whether the file is read so today.
 */
chosen: boolean, };

export type ImportSheet = { 
/**
 * Rank of the sheet in its file.
 */
sheet: number, 
/**
 * Rank of the table in its sheet.
 */
table: number, 
/**
 * Sheet name.
 */
name: string, 
/**
 * Whether the spreadsheet program hides it.
 */
hidden: boolean, 
/**
 * Whether nothing of it is imported.
 */
left_out: boolean, 
/**
 * Why it is left out, or cannot be imported yet.
 */
why: string | null, 
/**
 * Canonical kind, when it is known.
 */
kind: string | null, 
/**
 * The kind in words.
 */
kind_label: string | null, 
/**
 * Whether the kind is asked.
 */
kind_asked: boolean, 
/**
 * The kinds one may choose among.
 */
kinds: Array<FieldChoice>, 
/**
 * Row of the headers, when it is known.
 */
header_row: number | null, 
/**
 * First row of data.
 */
first_row: number | null, 
/**
 * Last row of data.
 */
last_row: number | null, 
/**
 * Last row of the sheet that holds something.
 */
end_row: number, 
/**
 * How many rows of data are read.
 */
rows: number, 
/**
 * The source its headers are those of: `Apogée, INS_ADM_ETP`, or the name of a remembered mapping.
 */
source_label: string | null, 
/**
 * Whether answers remembered from an earlier file of this shape are in use.
 */
remembered: boolean, 
/**
 * The name of remembered answers that fit, in use or not.
 */
offered: string | null, 
/**
 * How many rows that hold something are hidden.
 */
hidden_rows: number, 
/**
 * How many columns that hold something are hidden.
 */
hidden_columns: number, 
/**
 * Whether what is hidden is read.
 */
read_hidden: boolean, 
/**
 * How many questions it asks, persons apart.
 */
asks: number, 
/**
 * Those questions, in the order in which they are best answered.
 */
questions: Array<SheetQuestion>, 
/**
 * Columns, from left to right.
 */
columns: Array<ImportColumn>, 
/**
 * Facts the sheet does not say and that may be given once for all its rows.
 */
constants: Array<ImportConstant>, 
/**
 * What its rows would do, once there is a plan.
 */
counts: PlanCounts | null, };

export type SheetQuestion = { 
/**
 * What is asked: `kind`, `header_row`, `hidden_rows`, `hidden_sheet`, `column`, `duplicate`, `missing`, `date_order` or
 * `value`.
 */
asked: string, 
/**
 * At which step.
 */
step: StepName, 
/**
 * The question in words.
 */
text: string, 
/**
 * Whether nothing of the table is imported before it is answered.
 */
required: boolean, 
/**
 * The columns concerned, `A` being 1.
 */
columns: Array<number>, 
/**
 * The field concerned, by its canonical name.
 */
field: string | null, };

export type ImportConstant = { 
/**
 * Canonical field.
 */
field: string, 
/**
 * The field in words.
 */
field_label: string, 
/**
 * The value given.
 */
value: string | null, 
/**
 * Whether nothing can be imported without it or another way to know it.
 */
asked: boolean, 
/**
 * Why it is asked, or what it would serve for.
 */
why: string, 
/**
 * The values one may choose among; empty when it is a text.
 */
choices: Array<FieldChoice>, };

export type ImportColumn = { 
/**
 * Its number, `A` being 1.
 */
column: number, 
/**
 * Address of the header, such as `D2`.
 */
cell: string, 
/**
 * Header as written.
 */
header: string, 
/**
 * Up to three different values as written; none of a column that is dropped.
 */
examples: Array<string>, 
/**
 * Canonical field, or nothing for a column kept as written.
 */
field: string | null, 
/**
 * The field in words.
 */
field_label: string | null, 
/**
 * How sure that is.
 */
confidence: ColumnConfidence, 
/**
 * The question, when one is asked of it.
 */
asks: string | null, 
/**
 * The fields it may hold, the likely ones first.
 */
choices: Array<FieldChoice>, 
/**
 * How its values are read, in words.
 */
type_label: string | null, 
/**
 * In which order days and months are read, when the column holds dates.
 */
date_order: DateOrderName | null, 
/**
 * Whether that order is asked.
 */
asks_date_order: boolean, 
/**
 * Of a column of dates, three of them as each order reads them.
 */
date_samples: Array<DateSample>, 
/**
 * Of a coded column, its different values.
 */
values: Array<ImportValue>, };

export type ColumnConfidence = "answered" | "known" | "likely" | "unknown" | "set_aside" | "dropped";

export type DateOrderName = "day_first" | "month_first";

export type DateSample = { 
/**
 * As written.
 */
text: string, 
/**
 * Read with the day first, in words.
 */
day_first: string | null, 
/**
 * Read with the month first, in words.
 */
month_first: string | null, };

export type FieldChoice = { 
/**
 * Its canonical name, as an answer states it.
 */
field: string, 
/**
 * Its name in words.
 */
label: string, 
/**
 * Whether the content makes it likely.
 */
likely: boolean, };

export type ImportValue = { 
/**
 * As written.
 */
text: string, 
/**
 * In how many cells.
 */
count: number, 
/**
 * What it means, by its canonical name.
 */
meaning: string | null, 
/**
 * What it means, in words.
 */
meaning_label: string | null, 
/**
 * Whether its meaning is asked.
 */
asked: boolean, 
/**
 * The meanings one may choose.
 */
choices: Array<FieldChoice>, };

export type RawRow = { 
/**
 * Its number.
 */
row: number, 
/**
 * The texts of its cells from column `A` to the last that holds something.
 */
cells: Array<string>, };

export type MappingLine = { 
/**
 * Its name.
 */
name: string, 
/**
 * When it was kept, in words.
 */
kept: string, 
/**
 * The headers by which it is recognised.
 */
headers: Array<string>, };

export type ImportDone = { 
/**
 * The operation in the journal.
 */
operation: number, 
/**
 * The name under which it can be undone.
 */
label: string, 
/**
 * What it did, in rows.
 */
counts: PlanCounts, 
/**
 * The office after it.
 */
summary: Summary, };

export type ImportPlan = { 
/**
 * Names the plan.
 */
fingerprint: string, 
/**
 * What it does, in rows.
 */
counts: PlanCounts, 
/**
 * Whether there is anything to apply.
 */
applicable: boolean, 
/**
 * The lists of its rows, problems first; empty ones too.
 */
tabs: Array<PlanTab>, };

export type PlanCounts = { 
/**
 * Rows read.
 */
rows: number, 
/**
 * Rows that add something.
 */
new: number, 
/**
 * Rows that change something.
 */
changed: number, 
/**
 * Rows that change nothing.
 */
same: number, 
/**
 * What the workspace holds of the same year and kind and the file does not: kept.
 */
gone: number, 
/**
 * Rows that could be about several persons: left out.
 */
ambiguous: number, 
/**
 * Rows about nobody in particular: left out.
 */
skipped: number, 
/**
 * Rows that a person decided not to import.
 */
left_out: number, };

export type PlanTab = { 
/**
 * Which list.
 */
tab: TabName, 
/**
 * How many lines it has.
 */
count: number, };

export type TabName = "errors" | "warnings" | "ambiguous" | "new" | "changed" | "same" | "gone";

export type PlanRow = { 
/**
 * File name.
 */
file: string, 
/**
 * Sheet name; empty when the whole file is concerned.
 */
sheet: string, 
/**
 * Row; 0 when no row is concerned.
 */
row: number, 
/**
 * Cell, when one is concerned.
 */
cell: string | null, 
/**
 * Stable code of a problem.
 */
code: string | null, 
/**
 * Whom it is about.
 */
who: string, 
/**
 * What it is about: `L2 · 2024-2025`.
 */
what: string, 
/**
 * By what the person was recognised, or what the problem is.
 */
reason: string, 
/**
 * What it changes, field by field.
 */
changes: Array<PlanChange>, 
/**
 * Where it lies in the plan, to be echoed back with an answer.
 */
place: RowPlace | null, 
/**
 * The persons it may be about.
 */
candidates: Array<Candidate>, 
/**
 * What was chosen: `person` (the candidate that is marked), `new` or `leave_out`.
 */
choice: string | null, };

export type PlanChange = { 
/**
 * The field in words, or the header of a column that is none.
 */
field_label: string, 
/**
 * The value kept today.
 */
old: string, 
/**
 * The value after.
 */
new: string, 
/**
 * Cell of the new value, such as `D17`.
 */
cell: string, };

export type RowPlace = { 
/**
 * Rank of its file.
 */
file: number, 
/**
 * Rank of its sheet among those read.
 */
sheet: number, 
/**
 * Rank of the row among those read.
 */
row: number, };

export type Candidate = { 
/**
 * The choice that takes this person, to be echoed back with an answer.
 */
choice: PersonChoice, 
/**
 * Whether it was chosen.
 */
chosen: boolean, 
/**
 * The person in words.
 */
label: string, 
/**
 * What makes it likely, and what speaks against it.
 */
reason: string, 
/**
 * What the row and the workspace say, side by side.
 */
facts: Array<CandidateFact>, };

export type CandidateFact = { 
/**
 * The fact in words.
 */
label: string, 
/**
 * As the row says it; empty when it does not.
 */
theirs: string, 
/**
 * As the workspace keeps it; empty when it does not.
 */
ours: string, 
/**
 * Whether they agree.
 */
same: boolean, };

export type ProblemLine = { 
/**
 * File name.
 */
file: string, 
/**
 * Sheet name.
 */
sheet: string | null, 
/**
 * Cell, row or column.
 */
cell: string | null, 
/**
 * Stable code.
 */
code: string, 
/**
 * Whether something could not be read (otherwise it is only said).
 */
fails: boolean, 
/**
 * What, and what to do.
 */
message: string, };

export type ImportAnswer = { "what": "encoding", 
/**
 * Which file.
 */
file: number, 
/**
 * The encoding's name.
 */
encoding: string, } | { "what": "kind", 
/**
 * The kind's canonical name; nothing tells it from the headers again.
 */
kind: string | null, 
/**
 * Rank of the file.
 */
file: number, 
/**
 * Rank of the sheet in its file.
 */
sheet: number, 
/**
 * Rank of the table in its sheet.
 */
table: number, } | { "what": "header_row", 
/**
 * Their row; nothing looks for them again.
 */
row: number | null, 
/**
 * Rank of the file.
 */
file: number, 
/**
 * Rank of the sheet in its file.
 */
sheet: number, 
/**
 * Rank of the table in its sheet.
 */
table: number, } | { "what": "rows", 
/**
 * The first; nothing for the one after the headers.
 */
first: number | null, 
/**
 * The last; nothing for the last that holds something.
 */
last: number | null, 
/**
 * Rank of the file.
 */
file: number, 
/**
 * Rank of the sheet in its file.
 */
sheet: number, 
/**
 * Rank of the table in its sheet.
 */
table: number, } | { "what": "leave_out", 
/**
 * Whether it is.
 */
leave_out: boolean, 
/**
 * Rank of the file.
 */
file: number, 
/**
 * Rank of the sheet in its file.
 */
sheet: number, 
/**
 * Rank of the table in its sheet.
 */
table: number, } | { "what": "hidden", 
/**
 * Whether they are.
 */
read: boolean, 
/**
 * Rank of the file.
 */
file: number, 
/**
 * Rank of the sheet in its file.
 */
sheet: number, 
/**
 * Rank of the table in its sheet.
 */
table: number, } | { "what": "column", 
/**
 * The column.
 */
column: number, 
/**
 * The field's canonical name; nothing sets the column aside: it is kept as written.
 */
field: string | null, 
/**
 * Rank of the file.
 */
file: number, 
/**
 * Rank of the sheet in its file.
 */
sheet: number, 
/**
 * Rank of the table in its sheet.
 */
table: number, } | { "what": "date_order", 
/**
 * The column.
 */
column: number, 
/**
 * The order; nothing takes the answer back.
 */
order: DateOrderName | null, 
/**
 * Rank of the file.
 */
file: number, 
/**
 * Rank of the sheet in its file.
 */
sheet: number, 
/**
 * Rank of the table in its sheet.
 */
table: number, } | { "what": "value", 
/**
 * The field's canonical name.
 */
field: string, 
/**
 * The value as written.
 */
text: string, 
/**
 * The meaning's canonical name, empty when the text says nothing; nothing takes the answer back.
 */
meaning: string | null, 
/**
 * Rank of the file.
 */
file: number, 
/**
 * Rank of the sheet in its file.
 */
sheet: number, 
/**
 * Rank of the table in its sheet.
 */
table: number, } | { "what": "constant", 
/**
 * The field's canonical name.
 */
field: string, 
/**
 * Its value; nothing takes it back.
 */
value: string | null, 
/**
 * Rank of the file.
 */
file: number, 
/**
 * Rank of the sheet in its file.
 */
sheet: number, 
/**
 * Rank of the table in its sheet.
 */
table: number, } | { "what": "remembered", 
/**
 * Whether they are.
 */
used: boolean, 
/**
 * Rank of the file.
 */
file: number, 
/**
 * Rank of the sheet in its file.
 */
sheet: number, 
/**
 * Rank of the table in its sheet.
 */
table: number, } | { "what": "person", 
/**
 * The row's place in the plan.
 */
place: RowPlace, 
/**
 * Whom; nothing takes the choice back.
 */
choice: PersonChoice | null, };

export type TablePlace = { 
/**
 * Rank of the file.
 */
file: number, 
/**
 * Rank of the sheet in its file.
 */
sheet: number, 
/**
 * Rank of the table in its sheet.
 */
table: number, };

export type PersonChoice = { "person": number } | { "same_as": RowPlace } | "new" | "leave_out";

export type HistoryLine = { 
/**
 * Its number.
 */
operation: number, 
/**
 * When, in the language's form.
 */
at: string, 
/**
 * The beginning of the journal's seal at this operation, as reports print it.
 */
seal: string, 
/**
 * Who.
 */
who: string, 
/**
 * What kind of operation, by its canonical name.
 */
kind: string, 
/**
 * What was done, in words.
 */
label: string, 
/**
 * How much, in words; empty when there is nothing to count.
 */
detail: string, 
/**
 * Whether it can be undone.
 */
undoable: Undoable, 
/**
 * Why not, or by what it was undone.
 */
why: string | null, 
/**
 * The later operations that rest on it, in words: they are undone first.
 */
depends: Array<string>, };

export type Undoable = "yes" | "no" | "undone";

export type UndoDone = { 
/**
 * What was undone, in words.
 */
label: string, 
/**
 * The office after it.
 */
summary: Summary, };

export type BackupLine = { 
/**
 * Its name.
 */
name: string, 
/**
 * When it was made, in the language's form; its name when that cannot be read.
 */
at: string, 
/**
 * Why it was made, in words.
 */
reason: string, 
/**
 * How many student files it holds.
 */
files: number | null, 
/**
 * Its size in megabytes.
 */
megabytes: number | null, 
/**
 * Whether it was read whole and found sound or not; nothing when it was not read now.
 */
sound: boolean | null, 
/**
 * What is wrong with it.
 */
why: string | null, };

export type BackupsView = { 
/**
 * The backups, the newest first.
 */
backups: Array<BackupLine>, 
/**
 * Whether everything done is in one of them.
 */
complete: boolean, 
/**
 * How much room they may take, in megabytes.
 */
quota: number, 
/**
 * The folder where each is copied too.
 */
second_place: string | null, 
/**
 * What came of the last test of restoring, in words.
 */
tested: string | null, 
/**
 * Whether that test found a backup that does not restore.
 */
test_failed: boolean, 
/**
 * Why the last one could not be made or copied.
 */
failure: string | null, };

export type RestoreView = { 
/**
 * The backup, found sound.
 */
backup: BackupLine, 
/**
 * What was done since and would be taken back, the newest first.
 */
lost: Array<HistoryLine>, 
/**
 * What it holds that the workspace does not, the newest first.
 */
regained: Array<HistoryLine>, 
/**
 * What there is now and what there would be, in words, one sentence a kind.
 */
counts: Array<string>, 
/**
 * Whether both say the same.
 */
same: boolean, };

export type PurgeAsked = { "kind": "year", 
/**
 * The civil year it starts in.
 */
year: number, 
/**
 * Whether files that do not say their year are of it.
 */
undated: boolean, } | { "kind": "person", 
/**
 * One of their files.
 */
id: number, };

export type PurgeChoices = { 
/**
 * The finished years with files, the latest first.
 */
years: Array<PurgeYear>, 
/**
 * Files that do not say their year.
 */
undated: number, 
/**
 * What an earlier purge could not remove yet, in one sentence.
 */
unfinished: string | null, };

export type PurgeYear = { 
/**
 * The civil year it starts in.
 */
year: number, 
/**
 * The year as it is written.
 */
label: string, 
/**
 * Files of it.
 */
files: number, 
/**
 * Persons with a file of it.
 */
persons: number, };

export type PurgeView = { 
/**
 * What is to be purged, in words; nobody is named.
 */
what: string, 
/**
 * What is to be typed to confirm: the year, or the person's name.
 */
confirm: string, 
/**
 * What goes and what stays, by kind.
 */
counts: Array<PurgeCountLine>, 
/**
 * Backups of before that go.
 */
backups: number, 
/**
 * Where copies were put too: those are to be destroyed by hand.
 */
second_place: string | null, 
/**
 * Texts about others that name somebody who goes.
 */
mentions: Array<MentionLine>, };

export type PurgeCountLine = { 
/**
 * Of what.
 */
label: string, 
/**
 * How many go.
 */
going: number, 
/**
 * How many stay.
 */
staying: number, };

export type MentionLine = { 
/**
 * In what, and in whose file.
 */
place: string, 
/**
 * The text.
 */
text: string, };

export type PurgeDone = { 
/**
 * Its record, which names nobody.
 */
record: string, 
/**
 * Texts about others that stay and name somebody who went.
 */
mentions: Array<MentionLine>, 
/**
 * What could not be removed yet, in one sentence.
 */
unfinished: string | null, 
/**
 * The office after it.
 */
summary: Summary, };

export type RescueView = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its folder.
 */
folder: string, 
/**
 * What is wrong with it.
 */
problem: string, 
/**
 * The newest backup that was read whole and found sound.
 */
newest: BackupLine | null, 
/**
 * What was done after it, in words, as far as is known.
 */
lacks: string | null, 
/**
 * How many backups are not sound.
 */
unsound: number, };

export type Salvage = { 
/**
 * The new workspace, which is open.
 */
summary: Summary, 
/**
 * What was kept and what was lost, in words, one sentence a thing.
 */
report: Array<string>, };

export type SortColumn = "student_number" | "name" | "level" | "programme" | "registered_at" | "state" | "findings";

export type FilesQuery = { 
/**
 * Words or number searched, case and accents ignored.
 */
search: string, 
/**
 * States kept; none means every one. The same for the lists below.
 */
states: Array<string>, 
/**
 * Levels kept.
 */
levels: Array<string>, 
/**
 * Components kept.
 */
components: Array<string>, 
/**
 * Programmes (label, or field without one) kept.
 */
programmes: Array<string>, 
/**
 * Rules of which a file must have a finding.
 */
codes: Array<string>, 
/**
 * `complete` (the file lacks neither a document nor a fact), `incomplete`.
 */
completeness: Array<string>, 
/**
 * How they are grouped, if they are.
 */
by: FilesBy | null, 
/**
 * Sort column.
 */
sort: SortColumn, 
/**
 * Whether the order is reversed.
 */
descending: boolean, };

export type FilesBy = "state" | "level" | "component" | "programme";

export type FilesView = { 
/**
 * Names this list.
 */
view: number, 
/**
 * Files in it.
 */
total: number, 
/**
 * Files in the office.
 */
all: number, 
/**
 * Which are selected.
 */
selection: SelectionView, 
/**
 * The groups, in order; none when nothing is grouped.
 */
groups: Array<Count>, 
/**
 * Counts by state, the state filter left out.
 */
states: Array<Count>, 
/**
 * Counts by level, the level filter left out.
 */
levels: Array<Count>, 
/**
 * Counts by component, its filter left out.
 */
components: Array<Count>, 
/**
 * Counts by programme, its filter left out.
 */
programmes: Array<Count>, 
/**
 * Counts by rule, its filter left out.
 */
codes: Array<Count>, 
/**
 * Counts by completeness, its filter left out.
 */
completeness: Array<Count>, };

export type FurtherColumn = "use_name" | "email" | "programme_code" | "component" | "cvec_number";

export type FilesPage = { 
/**
 * The registrations.
 */
id: number[], 
/**
 * Student numbers.
 */
student_number: Array<string>, 
/**
 * Birth names.
 */
birth_name: Array<string>, 
/**
 * First given names.
 */
given_name: Array<string>, 
/**
 * Ines.
 */
ine: Array<string>, 
/**
 * Birth dates in the language's form.
 */
birth_date: Array<string>, 
/**
 * Levels.
 */
level: Array<string>, 
/**
 * Programmes, by their place among the labels.
 */
programme: Array<number>, 
/**
 * Labels of programmes, each once.
 */
programmes: Array<string>, 
/**
 * When the students registered.
 */
registered_at: Array<string>, 
/**
 * States.
 */
state: FileRow["state"][], 
/**
 * Codes with a finding, the gravest first.
 */
codes: Array<Array<string>>, 
/**
 * Whether they are selected.
 */
selected: Array<boolean>, 
/**
 * The further columns, in the order in which they were asked for.
 */
further: Array<Array<string>>, };

export type ListColumn = { 
/**
 * Its name.
 */
key: string, 
/**
 * Whether it is shown.
 */
shown: boolean, 
/**
 * Least width, in digits; nothing for as much as it needs.
 */
width: number | null, };

export type SavedView = { 
/**
 * Its name.
 */
name: string, 
/**
 * Filters, groups and order.
 */
query: FilesQuery, 
/**
 * Its columns, in order.
 */
columns: Array<ListColumn>, };

export type ListSettings = { 
/**
 * The columns, in order; those it does not name stand where they usually do.
 */
columns: Array<ListColumn>, 
/**
 * Whether it is an ordinary table of a hundred rows a page.
 */
paged: boolean, 
/**
 * The views kept under a name, in the order of names.
 */
views: Array<SavedView>, };

export type FileRow = { 
/**
 * The registration.
 */
id: number, 
/**
 * Student number.
 */
student_number: string, 
/**
 * Birth name.
 */
birth_name: string, 
/**
 * First given name.
 */
given_name: string, 
/**
 * Ine.
 */
ine: string, 
/**
 * Birth date in the language's form.
 */
birth_date: string, 
/**
 * Level.
 */
level: string, 
/**
 * Programme label, code or field.
 */
programme: string, 
/**
 * When the student registered, in the language's form; empty when not registered.
 */
registered_at: string, 
/**
 * State.
 */
state: "blocked" | "to-check" | "ready" | "cancelled", 
/**
 * Codes with a finding, the gravest first.
 */
codes: Array<string>, 
/**
 * Whether it is selected.
 */
selected: boolean, };

export type FindingsBy = "rule" | "programme" | "deadline" | "source";

export type FindingsQuery = { 
/**
 * Words or number searched, case and accents ignored.
 */
search: string, 
/**
 * How they are grouped.
 */
by: FindingsBy, 
/**
 * Weights kept (`error`, `warning`, `info`).
 */
severities: Array<string>, 
/**
 * `flag`, `cannot_tell`.
 */
outcomes: Array<string>, 
/**
 * Rules kept.
 */
codes: Array<string>, 
/**
 * Programmes kept.
 */
programmes: Array<string>, 
/**
 * Deadlines kept, `yyyy-mm-ddThh:mm:ss`.
 */
deadlines: Array<string>, 
/**
 * Imported files kept, by name.
 */
sources: Array<string>, };

export type FindingsView = { 
/**
 * Names this list.
 */
view: number, 
/**
 * Findings in it.
 */
total: number, 
/**
 * Findings in the office.
 */
all: number, 
/**
 * Files they speak of.
 */
files: number, 
/**
 * The groups, in order.
 */
groups: Array<FindingGroup>, 
/**
 * Counts by weight, its filter left out. The same for the lists below.
 */
severities: Array<Count>, 
/**
 * Counts by outcome.
 */
outcomes: Array<Count>, 
/**
 * Counts by rule.
 */
codes: Array<Count>, 
/**
 * Counts by programme.
 */
programmes: Array<Count>, 
/**
 * Counts by deadline.
 */
deadlines: Array<Count>, 
/**
 * Counts by imported file.
 */
sources: Array<Count>, };

export type FindingGroup = { 
/**
 * What they share, as a filter wants it; empty for those that have none.
 */
value: string, 
/**
 * The same in words.
 */
label: string, 
/**
 * How many findings.
 */
count: number, 
/**
 * How many files they speak of.
 */
files: number, 
/**
 * How many of them cannot tell.
 */
undecided: number, 
/**
 * The gravest weight among them.
 */
severity: "error" | "warning" | "info", };

export type FindingRow = { 
/**
 * The registration.
 */
file: number, 
/**
 * The rule; it speaks once of a file.
 */
code: string, 
/**
 * Weight.
 */
severity: "error" | "warning" | "info", 
/**
 * Flag or cannot tell.
 */
outcome: "flag" | "cannot_tell", 
/**
 * Student number.
 */
student_number: string, 
/**
 * Birth name.
 */
birth_name: string, 
/**
 * First given name.
 */
given_name: string, 
/**
 * Level.
 */
level: string, 
/**
 * Programme label or code.
 */
programme: string, 
/**
 * The last minute that the finding names, in the language's form; empty without one.
 */
deadline: string, 
/**
 * What is wrong, in one sentence.
 */
message: string, 
/**
 * Where the deciding fact was read.
 */
evidence: string, };

export type FactLine = { 
/**
 * What it is.
 */
label: string, 
/**
 * Its value; empty when unknown.
 */
value: string, 
/**
 * Where it was read.
 */
place: CellPlace | null, };

export type CellPlace = { 
/**
 * SHA-256 of the file.
 */
sha256: string, 
/**
 * File name.
 */
file: string, 
/**
 * Sheet name.
 */
sheet: string, 
/**
 * Row, the first being 0.
 */
row: number, 
/**
 * Column, `A` being 0.
 */
column: number, 
/**
 * The address as shown, such as `D17`.
 */
cell: string, };

export type EvidenceLine = { 
/**
 * The fact in words.
 */
label: string, 
/**
 * File name.
 */
file: string, 
/**
 * Sheet name.
 */
sheet: string, 
/**
 * Cell address; nothing when the sheet has no such column.
 */
cell: string | null, 
/**
 * Header as written.
 */
header: string | null, 
/**
 * Text as written; empty for an empty cell.
 */
raw: string | null, 
/**
 * What it was read as.
 */
value: string | null, 
/**
 * The cell, to open its extract.
 */
place: CellPlace | null, };

export type AuthorityLine = { 
/**
 * Rulebook.
 */
rulebook: string, 
/**
 * Key in the rulebook.
 */
key: string, 
/**
 * Document.
 */
document: string, 
/**
 * Heading.
 */
heading: string, 
/**
 * Words quoted.
 */
quote: string, 
/**
 * How sure.
 */
status: "verified" | "single_source" | "to_confirm", 
/**
 * How sure, in words.
 */
status_label: string, 
/**
 * Ambiguity noted.
 */
note: string | null, };

export type FindingDetail = { 
/**
 * Rule.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Weight.
 */
severity: "error" | "warning" | "info", 
/**
 * Flag or cannot tell.
 */
outcome: "flag" | "cannot_tell", 
/**
 * What.
 */
message: string, 
/**
 * Why: the arithmetic or comparison.
 */
why: string, 
/**
 * What to do.
 */
remedy: string, 
/**
 * Values read.
 */
evidence: Array<EvidenceLine>, 
/**
 * Words it rests on.
 */
authorities: Array<AuthorityLine>, };

export type QuietRule = { 
/**
 * Rule.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Whether it passed; otherwise it does not concern the file.
 */
passed: boolean, 
/**
 * Why it does not concern the file.
 */
reason: string | null, };

export type RecordLine = { 
/**
 * What it says.
 */
facts: Array<FactLine>, };

export type FilesSelection = { 
/**
 * The registrations named.
 */
ids: number[], 
/**
 * Whether it is about the files selected in the list.
 */
selected: boolean, 
/**
 * The findings it is about: of a decision on one rule, those of this rule alone.
 */
findings: FindingsRange | null, };

export type FindingsRange = { 
/**
 * The list.
 */
view: number, 
/**
 * The first finding, from zero.
 */
from: number, 
/**
 * The finding after the last.
 */
to: number, };

export type WaiverGrounds = { 
/**
 * Why, by its canonical name in the list of reasons.
 */
reason: string, 
/**
 * Why, in free words; empty without any.
 */
text: string, 
/**
 * The last day it holds, `yyyy-mm-dd`; nothing when it has no end.
 */
until: string | null, };

export type WaiverEffect = { 
/**
 * Findings that would count no more: each is of a file of its own.
 */
findings: number, 
/**
 * Files chosen without such a finding.
 */
untouched: number, 
/**
 * Files that would go from one state to another.
 */
moves: Array<StateMove>, 
/**
 * Names this effect: it is what is done, or nothing.
 */
fingerprint: string, };

export type StateMove = { 
/**
 * The state, in words.
 */
from: string, 
/**
 * The next state, in words.
 */
to: string, 
/**
 * How many.
 */
files: number, };

export type WaiverState = "to-review" | "unused" | "active";

export type WaiverLine = { 
/**
 * The registration.
 */
id: number, 
/**
 * Student number.
 */
student_number: string, 
/**
 * Birth name.
 */
birth_name: string, 
/**
 * First given name.
 */
given_name: string, 
/**
 * Level.
 */
level: string, 
/**
 * Rule.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * How it stands.
 */
state: WaiverState, 
/**
 * How it stands, in words.
 */
state_label: string, 
/**
 * Whether it is to be reviewed because its last day has passed.
 */
expired: boolean, 
/**
 * Who waived it, when, why and until when.
 */
told: string, 
/**
 * Why, by its canonical name.
 */
reason: string, 
/**
 * Why, in free words; empty without any.
 */
text: string, 
/**
 * The last day it holds, `yyyy-mm-dd`.
 */
until: string | null, 
/**
 * The values it was decided on, beside those of now.
 */
facts: Array<ThenNow>, };

export type ThenNow = { 
/**
 * What it is.
 */
label: string, 
/**
 * The values then, as many as there were.
 */
then: Array<string>, 
/**
 * The values now.
 */
now: Array<string>, };

export type NoteLine = { 
/**
 * The words.
 */
text: string, 
/**
 * Who wrote them, and when.
 */
by: string, };

export type SelectionChange = { "kind": "rows", 
/**
 * The first row, from zero.
 */
from: number, 
/**
 * The row after the last.
 */
to: number, 
/**
 * Whether they are selected or not any more.
 */
selected: boolean, } | { "kind": "all" } | { "kind": "nothing" };

export type SelectionView = { 
/**
 * How many.
 */
selected: number, 
/**
 * How many of them are not in the opened list.
 */
outside: number, };

export type DeskEntry = { "kind": "derogation", 
/**
 * Granted; otherwise refused.
 */
granted: boolean, 
/**
 * Who decided.
 */
by: string, 
/**
 * When, `yyyy-mm-dd`.
 */
on: string, 
/**
 * The decision's reference; empty without one.
 */
reference: string, } | { "kind": "document", 
/**
 * What document.
 */
piece: string, 
/**
 * Its state, by its canonical name.
 */
state: string, 
/**
 * Why, when it is rejected; else empty.
 */
reason: string, 
/**
 * The last day it is valid, `yyyy-mm-dd`.
 */
until: string | null, 
/**
 * The programme it is for; empty when it is for each.
 */
programme_code: string, } | { "kind": "note", 
/**
 * The words.
 */
text: string, };

export type DeskEffect = { 
/**
 * How many files it is about; for a document, how many persons.
 */
entries: number, 
/**
 * Of a note, how many of them have words already.
 */
added: number, 
/**
 * Files that would go from one state to another.
 */
moves: Array<StateMove>, 
/**
 * Names this effect: it is what is done, or nothing.
 */
fingerprint: string, };

export type DeskMark = { 
/**
 * The entry's sheet: names it together with its row.
 */
sha256: string, 
/**
 * Row, the first being 0.
 */
row: number, 
/**
 * Who entered it, and when.
 */
by: string, 
/**
 * What an extract says instead, in a sentence.
 */
otherwise: string | null, };

export type FileDetail = { 
/**
 * Its line in the list.
 */
row: FileRow, 
/**
 * Identity and registration.
 */
facts: Array<FactLine>, 
/**
 * Fees.
 */
fees: Array<FactLine>, 
/**
 * Findings, the gravest first; waived or not.
 */
findings: Array<FindingDetail>, 
/**
 * Its waivers, as they stand.
 */
waivers: Array<WaiverLine>, 
/**
 * What is written about it.
 */
note: NoteLine | null, 
/**
 * Rules that passed or are not concerned.
 */
quiet: Array<QuietRule>, 
/**
 * Certificates.
 */
certificates: Array<RecordLine>, 
/**
 * Past registrations.
 */
history: Array<RecordLine>, 
/**
 * The person's requests.
 */
dossiers: Array<RequestLine>, 
/**
 * Documents.
 */
documents: Array<DocumentLine>, };

export type RequestsQuery = { 
/**
 * Words or number searched in the student's number and names, case and accents ignored.
 */
search: string, 
/**
 * Kinds kept (`derogation`..., `unknown`); none means every one.
 */
kinds: Array<string>, 
/**
 * States kept (`pending`, `granted`, `refused`, `mixed`, `unknown`); none means every one.
 */
states: Array<string>, 
/**
 * Only those that belong to a file, or only those that belong to none.
 */
attached: boolean | null, 
/**
 * In what order.
 */
sort: RequestSort, 
/**
 * Whether that order is reversed.
 */
descending: boolean, 
/**
 * Where the page begins.
 */
offset: number, };

export type RequestSort = "received" | "name" | "kind" | "level" | "state" | "clock" | "pieces";

export type RequestsView = { 
/**
 * Requests in all.
 */
all: number, 
/**
 * Requests kept by the query.
 */
total: number, 
/**
 * Counts by kind, the kind filter left out.
 */
kinds: Array<Count>, 
/**
 * Counts by state, the state filter left out.
 */
states: Array<Count>, 
/**
 * How many belong to no file, the attachment filter left out.
 */
unattached: number, 
/**
 * Where the page begins.
 */
offset: number, 
/**
 * How many a page holds.
 */
page: number, 
/**
 * Those of the page, in the order asked for.
 */
requests: Array<RequestLine>, };

export type RequestLine = { 
/**
 * Kind (`derogation`..., `unknown`).
 */
kind: string, 
/**
 * The same in words.
 */
kind_label: string, 
/**
 * State (`pending`, `granted`, `refused`, `mixed`, `unknown`).
 */
state: string, 
/**
 * The same in words.
 */
state_label: string, 
/**
 * Student number.
 */
student_number: string, 
/**
 * Birth name.
 */
birth_name: string, 
/**
 * First given name.
 */
given_name: string, 
/**
 * Academic year it is for.
 */
year: string, 
/**
 * Level it is for; empty when it is for each registration.
 */
level: string, 
/**
 * When it was received, in the language's form.
 */
requested_at: string, 
/**
 * How, in words.
 */
channel: string, 
/**
 * When it was decided, in the language's form.
 */
decided_at: string, 
/**
 * Who decided.
 */
decided_by: string, 
/**
 * The decision's reference.
 */
reference: string, 
/**
 * Units it names, as written.
 */
units: Array<string>, 
/**
 * Files it belongs to.
 */
files: Array<FileRow>, 
/**
 * Why it belongs to none, in words.
 */
unattached: string | null, 
/**
 * Where its time stands.
 */
clock: ClockLine | null, 
/**
 * Pieces it must hold.
 */
pieces: Array<PieceLine>, 
/**
 * Its rows, fact by fact.
 */
records: Array<RecordLine>, 
/**
 * What was entered at the desk, when that decides it.
 */
desk: DeskMark | null, };

export type ClockLine = { 
/**
 * Where (`running`, `deemed-accepted`...).
 */
state: string, 
/**
 * The same in a sentence.
 */
label: string, 
/**
 * The last minute of the time allowed, `yyyy-mm-ddThh:mm:ss`.
 */
until: string | null, 
/**
 * The words it rests on.
 */
authority: AuthorityLine | null, };

export type PieceLine = { 
/**
 * Its key in the rulebook.
 */
key: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * The year it proves, when one is asked for each year.
 */
year: string | null, 
/**
 * Whether it is held (`held`, `missing`, `unknown`).
 */
state: string, 
/**
 * The same in words.
 */
state_label: string, 
/**
 * The documents that it names.
 */
documents: Array<DocumentLine>, };

export type DocumentLine = { 
/**
 * What it is, as written.
 */
kind: string, 
/**
 * Where its check stands (`valid`, `rejected`..., `unknown`).
 */
state: string, 
/**
 * The same in words, or as written when it is not understood.
 */
state_label: string, 
/**
 * Why it was rejected.
 */
reason: string, 
/**
 * The last day it is valid, in the language's form.
 */
expiry: string, 
/**
 * The academic year it is for; empty when it is not said.
 */
year: string, 
/**
 * Code of the programme it is for; empty when it is for every one.
 */
programme_code: string, 
/**
 * Where its state was read.
 */
place: CellPlace | null, 
/**
 * What was entered at the desk, when that is what it says.
 */
desk: DeskMark | null, };

export type SheetExtract = { 
/**
 * File name.
 */
file: string, 
/**
 * Sheet name.
 */
sheet: string, 
/**
 * Columns shown.
 */
columns: Array<ExtractColumn>, 
/**
 * Rows shown.
 */
rows: Array<ExtractRow>, 
/**
 * The cell marked, such as `D17`.
 */
cell: string, };

export type ExtractColumn = { 
/**
 * Letters, such as `D`.
 */
letters: string, 
/**
 * Header as written.
 */
header: string, 
/**
 * Whether the marked cell is in it.
 */
marked: boolean, };

export type ExtractRow = { 
/**
 * Row as the spreadsheet shows it.
 */
number: number, 
/**
 * One text per column shown.
 */
cells: Array<string>, 
/**
 * Whether the marked cell is in it.
 */
marked: boolean, };

export type RuleLine = { 
/**
 * Code.
 */
code: string, 
/**
 * Slug.
 */
slug: string, 
/**
 * Title.
 */
title: string, 
/**
 * Usual weight.
 */
severity: "error" | "warning" | "info", 
/**
 * What it is about, in words.
 */
family: string, 
/**
 * Files of which it speaks now.
 */
files: number, };

export type RulePage = { 
/**
 * The rule.
 */
rule: RuleLine, 
/**
 * The page, block by block.
 */
blocks: Array<PageBlock>, 
/**
 * What it reads of the rulebook in force.
 */
parameters: Array<RuleParameter>, };

export type PageBlock = { "kind": "heading", 
/**
 * Level.
 */
level: number, 
/**
 * Text.
 */
text: string, } | { "kind": "paragraph", 
/**
 * Text.
 */
text: string, } | { "kind": "quote", 
/**
 * Text.
 */
text: string, } | { "kind": "list", 
/**
 * Items.
 */
items: Array<string>, } | { "kind": "table", 
/**
 * Header and rows; the first row is the header.
 */
rows: Array<Array<string>>, };

export type RuleParameter = { 
/**
 * The key.
 */
key: string, 
/**
 * What the entry is called.
 */
name: string, 
/**
 * What it says in words; nothing when no source gives it.
 */
said: string | null, 
/**
 * The title of the layer that decides.
 */
layer: string, 
/**
 * The words it rests on.
 */
authority: AuthorityLine, };

export type RulebookWindows = { 
/**
 * Its title.
 */
title: string, 
/**
 * The instant judged, `yyyy-mm-ddThh:mm:ss`.
 */
as_of: string, 
/**
 * The same in the language's form.
 */
as_of_label: string, 
/**
 * The windows that decide, then those of other calendars.
 */
windows: Array<WindowLine>, };

export type WindowLine = { 
/**
 * Its key.
 */
key: string, 
/**
 * Whom it is for.
 */
label: string, 
/**
 * Whether it decides; otherwise it is quoted where it differs.
 */
decides: boolean, 
/**
 * Its spans, in order; none when the source gives no date.
 */
intervals: Array<WindowInterval>, 
/**
 * The words it rests on.
 */
authority: AuthorityLine, };

export type CitedSaying = { 
/**
 * What it says in words.
 */
said: string, 
/**
 * The document.
 */
document: string, };

export type WindowInterval = { 
/**
 * First minute, `yyyy-mm-ddThh:mm:ss`; nothing when the source gives no opening.
 */
opens: string | null, 
/**
 * Last minute.
 */
closes: string, 
/**
 * The span in words.
 */
label: string, 
/**
 * Where it lies against the instant judged.
 */
state: WindowState, };

export type WindowState = "past" | "open" | "coming";

export type EntryDifference = { 
/**
 * The key.
 */
key: string, 
/**
 * What the entry is called.
 */
name: string, 
/**
 * What the first says; nothing when it does not have the key.
 */
before: CitedSaying | null, 
/**
 * What the second says.
 */
after: CitedSaying | null, };

export type RulebookShelf = { 
/**
 * The editions, the shipped ones first.
 */
editions: Array<EditionLine>, 
/**
 * Those being written, the one changed last first.
 */
drafts: Array<DraftLine>, };

export type EditionLine = { 
/**
 * Stable id.
 */
id: string, 
/**
 * Title, with the edition when it is not the first.
 */
title: string, 
/**
 * The academic year it is for.
 */
academic_year: string | null, 
/**
 * The number of its edition.
 */
edition: number, 
/**
 * Whether the files are judged by it.
 */
in_force: boolean, 
/**
 * When and by whom it was published, in words; nothing when Guichet came with it.
 */
published: string | null, };

export type DraftLine = { 
/**
 * Its number.
 */
draft: number, 
/**
 * Title.
 */
title: string, 
/**
 * The title of the rulebook it was made from; its id when that is gone.
 */
base: string, 
/**
 * The academic year it is for.
 */
academic_year: string | null, 
/**
 * The id it will be published under.
 */
id: string, 
/**
 * The number of the edition it will be.
 */
edition: number, 
/**
 * Entries that say something else than the rulebook it was made from.
 */
changed: number, 
/**
 * Entries of its own that are not fixed.
 */
open: number, 
/**
 * Entries of its own whose source is to be confirmed.
 */
to_confirm: number, 
/**
 * When and by whom it was changed last, in words.
 */
kept: string, };

export type DraftView = { 
/**
 * What the list says of it.
 */
line: DraftLine, 
/**
 * Title in French.
 */
title_fr: string, 
/**
 * Title in English.
 */
title_en: string, 
/**
 * Its entries, those of the layers below included, by part then key.
 */
entries: Array<DraftEntry>, 
/**
 * The titles of the documents it cites.
 */
documents: Array<string>, 
/**
 * The entries that may be added, by kind.
 */
addable: Array<AddableEntry>, };

export type DraftEntry = { 
/**
 * Its key.
 */
key: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * The part of the rulebook it is shown in, in words.
 */
part: string, 
/**
 * What it says, in words; nothing when it is not fixed, or left out.
 */
said: string | null, 
/**
 * Against the rulebook the draft was made from.
 */
change: EntryChange, 
/**
 * Whether it is of the draft and says that no source gives it.
 */
open: boolean, 
/**
 * How sure its source is.
 */
status: "verified" | "single_source" | "to_confirm", 
/**
 * The same in words.
 */
status_label: string, 
/**
 * Whether some rule reads it.
 */
read: boolean, };

export type AddableEntry = { 
/**
 * Its kind.
 */
kind: EntryForm["kind"], 
/**
 * The key it will have.
 */
key: string, 
/**
 * What it is called.
 */
name: string, };

export type EntryChange = "same" | "changed" | "added" | "removed" | "below";

export type EntryView = { 
/**
 * Its key.
 */
key: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * What it says in words; nothing when it is not fixed, or not there.
 */
said: string | null, 
/**
 * What became of it.
 */
change: EntryChange, 
/**
 * Whether it can be changed here: values always, other entries when they are of the draft.
 */
editable: boolean, 
/**
 * Whether it can be left out.
 */
removable: boolean, 
/**
 * What the rulebook the draft was made from says, in words.
 */
former: string | null, 
/**
 * The words that rests on.
 */
former_authority: AuthorityLine | null, 
/**
 * What it says, to be changed.
 */
form: EntryForm, 
/**
 * Its source, to be changed.
 */
cite: CiteForm, 
/**
 * What the value of its key must be.
 */
shape: ValueShape, 
/**
 * What can be chosen.
 */
choices: EntryChoices, };

export type ValueShape = "amount" | "number" | "word" | "one_of" | "words" | "day" | "moment" | "share";

export type EntryChoices = { 
/**
 * For a value: the words known under its key.
 */
words: Array<CodeChoice>, 
/**
 * Levels.
 */
levels: Array<CodeChoice>, 
/**
 * Routes.
 */
routes: Array<CodeChoice>, 
/**
 * Results of the year before.
 */
results: Array<CodeChoice>, 
/**
 * Regimes.
 */
regimes: Array<CodeChoice>, 
/**
 * Scholarships.
 */
scholarships: Array<CodeChoice>, 
/**
 * Grounds of exemption.
 */
grounds: Array<CodeChoice>, };

export type CodeChoice = { 
/**
 * Its canonical name.
 */
value: string, 
/**
 * The same in words.
 */
label: string, };

export type CiteForm = { 
/**
 * Title of the document.
 */
document: string, 
/**
 * Where in it.
 */
heading: string, 
/**
 * Its words.
 */
quote: string, 
/**
 * How sure.
 */
status: "verified" | "single_source" | "to_confirm", 
/**
 * A remark in French; empty without one.
 */
note_fr: string, 
/**
 * The same in English.
 */
note_en: string, };

export type EntryForm = { "kind": "value" } & ValueForm | { "kind": "window" } & WindowForm | { "kind": "closure" } & ClosureForm | { "kind": "extension" } & ExtensionForm | { "kind": "limit" } & LimitForm | { "kind": "piece" } & PieceForm;

export type ValueForm = { 
/**
 * Whether no source gives it.
 */
unset: boolean, 
/**
 * The value: one text, or one a line.
 */
text: string, };

export type WindowForm = { 
/**
 * Levels; none means that it serves a level and a route without a window of their own.
 */
levels: Array<string>, 
/**
 * Routes; none means every one.
 */
routes: Array<string>, 
/**
 * Results of the year before; none means every one.
 */
results: Array<string>, 
/**
 * The days of acceptance it is for.
 */
accepted: CohortForm | null, 
/**
 * Its spans; none when no source gives a date.
 */
intervals: Array<IntervalForm>, 
/**
 * Whether it has none.
 */
no_date: boolean, 
/**
 * Whether it decides; otherwise it is quoted where it differs.
 */
decides: boolean, };

export type CohortForm = { 
/**
 * First day.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, };

export type IntervalForm = { 
/**
 * First minute; nothing when the source gives no opening.
 */
opens: string | null, 
/**
 * Last minute.
 */
closes: string, };

export type ClosureForm = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, };

export type ExtensionForm = { 
/**
 * Levels.
 */
levels: Array<string>, 
/**
 * Last minute.
 */
closes: string, };

export type LimitForm = { 
/**
 * The levels counted together.
 */
levels: Array<string>, 
/**
 * How many need no derogation.
 */
most: number, 
/**
 * The field it is restricted to.
 */
discipline: string | null, };

export type PieceForm = { 
/**
 * What it belongs to: `registration`, or a kind of request.
 */
of: string, 
/**
 * Levels; none means every one.
 */
levels: Array<string>, 
/**
 * Regimes; none means every one.
 */
regimes: Array<string>, 
/**
 * Routes; none means every one.
 */
routes: Array<string>, 
/**
 * Scholarships; none means every one.
 */
scholarships: Array<string>, 
/**
 * Grounds of exemption; none means every one.
 */
grounds: Array<string>, 
/**
 * For which years: `campaign`, `each_declared`, `requested`; nothing for any.
 */
years: string | null, 
/**
 * What it is called.
 */
title: TitleForm, 
/**
 * The names by which a document is recognised.
 */
names: Array<string>, 
/**
 * Names that count only when they are the whole kind.
 */
exact: Array<string>, 
/**
 * Words that make a document another one.
 */
unless: Array<string>, };

export type TitleForm = { 
/**
 * In French.
 */
fr: string, 
/**
 * In English.
 */
en: string, };

export type PublishPreview = { 
/**
 * Names exactly what would be published.
 */
fingerprint: string, 
/**
 * What the files would be judged.
 */
simulation: SimulationView, };

export type SimulationView = { 
/**
 * The rulebook tried.
 */
rulebook: RulebookLine, 
/**
 * The instant tried, `yyyy-mm-ddThh:mm:ss`, civil time of Paris.
 */
as_of: string, 
/**
 * Files judged.
 */
files: number, 
/**
 * Files of which something else would be said.
 */
total: number, 
/**
 * Rules that would begin or cease to speak, by code.
 */
rules: Array<RuleMove>, 
/**
 * The first of the files that differ, in the office's order.
 */
differences: Array<FileDifference>, };

export type RuleMove = { 
/**
 * The rule.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Files of which it would begin to speak.
 */
appearing: number, 
/**
 * Files of which it would cease to speak.
 */
disappearing: number, };

export type FileDifference = { 
/**
 * The registration.
 */
id: number, 
/**
 * Student number.
 */
student_number: string, 
/**
 * Birth name.
 */
birth_name: string, 
/**
 * First given name.
 */
given_name: string, 
/**
 * Level.
 */
level: string, 
/**
 * Where it stands.
 */
before: "blocked" | "to-check" | "ready" | "cancelled" | null, 
/**
 * The same in words.
 */
before_label: string, 
/**
 * Where it would stand.
 */
after: "blocked" | "to-check" | "ready" | "cancelled" | null, 
/**
 * The same in words.
 */
after_label: string, 
/**
 * What would be said and is not.
 */
appearing: Array<SaidLine>, 
/**
 * What is said and would not be any more.
 */
disappearing: Array<SaidLine>, };

export type SaidLine = { 
/**
 * The rule.
 */
code: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Flag or cannot tell.
 */
outcome: "flag" | "cannot_tell", 
/**
 * The same in words.
 */
outcome_label: string, };

export type Exported = { 
/**
 * Where.
 */
path: string, 
/**
 * SHA-256 of its bytes.
 */
sha256: string, 
/**
 * Files in it.
 */
files: number, 
/**
 * Findings in it.
 */
findings: number, };

export type Corrections = { 
/**
 * Where.
 */
path: string, 
/**
 * Problems told in it.
 */
problems: number, 
/**
 * Rows to correct.
 */
rows: number, };

export type Saved = { 
/**
 * Where.
 */
path: string, };

export type Progress = { 
/**
 * What is being done, in words.
 */
label: string, 
/**
 * Done so far.
 */
done: number, 
/**
 * In all, when known.
 */
total: number | null, 
/**
 * A rough estimate of the seconds left, once enough was done to tell.
 */
seconds_left: number | null, };

export type Failure = { 
/**
 * Stable code.
 */
code: string, 
/**
 * What happened, what was kept, what to do.
 */
message: string, };
