# What the use cases say themselves.

app-demo-name = Fictitious office
app-progress-reading = Reading {$file} ({$index}/{$count})
app-journal-create = Workspace “{$label}” created
app-journal-import = Import of {$label}
app-journal-undo = Import of { $label } undone
app-journal-setting = Setting changed: {$label}
app-report-file = validation-report-{$day}.xlsx
app-setting-rulebook = rulebook
app-setting-as-of = as-of date
app-yes = yes
app-no = no

## Requests as things of their own

dossier-request-kind-unknown = Request not understood
dossier-request-state-unknown = Unknown
dossier-request-state-mixed = In part
dossier-unattached-kind = What the request asks for is not understood: it belongs to no file.
dossier-unattached-level = The level asked for is not understood: the request belongs to no file.
dossier-unattached-no-registration = The person has no registration in the roster.
dossier-unattached-other-year = The person has no registration for the year of the request.
dossier-unattached-other-level = The person has no registration at the level asked for.
dossier-clock-awaiting-proposal = No proposal was received yet.
dossier-clock-running = The proposal may be contested until {$until} included.
dossier-clock-contested = The proposal was contested in time, until {$until} included.
dossier-clock-contested-late = The proposal was contested after {$until}: it is deemed accepted.
dossier-clock-deemed-accepted = The proposal was not contested by {$until}: it is deemed accepted.
dossier-clock-of-right = The request was received by {$until}, before the academic year began: the refund is of right.
dossier-clock-by-decision = The request was received after {$until}, the academic year having begun: a decision is needed.
dossier-clock-in-time = The request was received in time, until {$until} included.
dossier-clock-late = The request was received after {$until}, too late.
dossier-clock-not-set = The rulebook sets no time.
dossier-clock-unknown = A date is missing or not understood: the time allowed cannot be judged.
dossier-piece-held = Deposited
dossier-piece-missing = Missing
dossier-piece-unknown = Undecided

## Why a row of an import is about whom it is said to be about

app-plan-same = Already known word for word: nothing changes
app-plan-by-number = Recognised by the student number
app-plan-by-ine = Recognised by the INE
app-plan-by-name = Recognised by birth name, given name and birth date
app-plan-new-person = Not known until now: a new person is made
app-plan-control = Control result of a certificate
app-plan-ambiguous = May be about several persons: to be confirmed
app-plan-skipped = The row names nobody: left out
app-plan-gone = Registration absent from the new file: kept
app-plan-left-out = Left out by your choice
app-plan-chosen = Person named by your choice
app-candidate-because = { $because }
app-candidate-against = But: { $against }
app-candidate-both = { $because }; but: { $against }
app-candidate-row = { $file }, { $sheet }, row { $row }

## The import wizard

app-import-already = already imported on { $at }
app-progress-importing = Importing
app-corrections-file = to-correct-{ $day }.xlsx
app-setting-mappings = templates of files
app-type-text = text
app-type-date = date
app-type-instant = date and time
app-type-amount = amount
app-type-flag = yes or no
app-type-level = level
app-type-year = academic year
app-type-code = value of a list
app-value-nothing = says nothing
app-constant-needed = No column says it: give it for all rows, or name a column.
app-constant-optional = No column says it: you may give it for all rows.

## What was done to the workspace

app-journal-file = journal-{ $day }.jsonl
app-history-undone = Undone by operation { $by }
app-history-counts = { $rows } rows read: { $new } new, { $changed } changed, { $same } the same, { $ambiguous } to confirm
