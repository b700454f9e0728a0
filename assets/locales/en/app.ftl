# What the use cases say themselves.

app-demo-name = Fictitious office
app-progress-reading = Reading {$file} ({$index}/{$count})
app-journal-create = Workspace “{$label}” created
app-journal-import = Import: {$label}
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

app-plan-same = Says nothing that is not known: nothing changes
app-plan-by-number = Recognised by the student number
app-plan-by-ine = Recognised by the INE
app-plan-by-name = Recognised by birth name, given name and birth date
app-plan-new-person = Not known until now: a new person is made
app-plan-control = Control result of a certificate
app-plan-ambiguous = May be about several persons: to be confirmed
app-plan-skipped = The row names nobody: left out
app-plan-unplaced = It could be about several facts of the person: left out
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
app-progress-judging = Checking the files
app-progress-writing = Writing the file
app-progress-backup = Backing the workspace up
app-progress-verify = Reading the whole backup
app-progress-compare = Comparing with the backup
app-progress-restore = Restoring: copying the present state, replacing it, checking
app-progress-salvage = Reading what can still be read
app-corrections-file = to-correct-{ $day }.xlsx
app-setting-mappings = templates of files
app-setting-files-list = columns and views of the list of files
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
app-export-all-folder = guichet-export-{ $day }
app-history-undone = Undone by operation { $by }
app-history-counts = { $kind }: { $rows ->
        [one] { $rows } row read
       *[other] { $rows } rows read
    }{ $new ->
        [0] {""}
       *[other] , { $new } new
    }{ $changed ->
        [0] {""}
       *[other] , { $changed } changed
    }{ $same ->
        [0] {""}
       *[other] , { $same } identical
    }{ $ambiguous ->
        [0] {""}
       *[other] , { $ambiguous } to confirm
    }

## Who may open a workspace

app-role-read = reading
app-role-enter = entering
app-role-check = checking
app-role-administer = administering
app-passphrase-short = Too short: at least { $characters } characters, or { $words } words.
app-passphrase-long = Too long: at most { $most } characters.
app-passphrase-common = Too easy to guess: choose several words that have nothing to do with each other.
app-passphrase-named = It repeats the name of the workspace or of the account: choose another.
app-passphrase-enough = It will do. One more word would make it better.
app-passphrase-good = Good.
app-passphrase-very-good = Very good.
app-setting-lock-after = automatic lock
app-setting-protection-set = passphrase chosen, protection set
app-setting-protection-removed = protection removed
app-setting-account-added = account added
app-setting-account-removed = account removed
app-setting-account-role = role of an account
app-setting-account-passphrase = passphrase of an account
app-setting-recovery-code = new recovery code
app-setting-recovered = workspace opened with the recovery code
app-recovery-title = Recovery code of the workspace “{ $name }”
app-recovery-what = This code, made on { $at }, opens the workspace when the passphrase is lost: in Guichet, lock screen, “Passphrase lost”. Hyphens and capitals do not matter.
app-recovery-keep = Print this sheet, keep it locked away from this computer, then delete this file: whoever has this code and the folder of the workspace can read the files. Without passphrase or code, nobody can open them again.
app-recovery-file = recovery-code.txt
