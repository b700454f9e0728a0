# Words of the import wizard, of its history and of undoing.

## Import

ui-import-drop = Drop your spreadsheets anywhere in this window
ui-import-choose = Choose files…
ui-import-preview-first = Nothing is written before you have seen what the import would do. Shortcut: { $shortcut }
ui-import-reading = Reading the files
ui-import-nothing-written = Nothing is written yet.
ui-import-kinds = What Guichet can read
ui-import-kind-roster = One row per registration: identity, level, programme, registration date…
ui-import-kind-history = One row per past registration: year and level.
ui-import-kind-certificates = One row per certificate: number, year, date of issue.
ui-import-kind-requests = One row per request: derogation, concordance, refund…
ui-import-kind-cvec-states = One row per number checked: answer of the national control, date of the control.
ui-import-kind-documents = One row per document: kind, state, reason for refusal, expiry date.
ui-plan = What the import would do
ui-plan-new = New
ui-plan-changed = Changed
ui-plan-same = Same
ui-plan-gone = Not in the file
ui-plan-ambiguous = Ambiguous
ui-plan-skipped = Left out
ui-plan-left_out = Left out
ui-plan-exact = “Apply” does exactly what is shown here, or nothing.
ui-plan-nothing = There is nothing to apply.
ui-plan-fingerprint = Fingerprint { $fingerprint }
ui-plan-apply = Apply
ui-plan-discard = Give up
ui-problems = To know before importing
ui-problems-failing =
    { $failing ->
        [one] { $failing } that could not be read
       *[other] { $failing } that could not be read
    }
ui-problems-others =
    { $others ->
        [one] { $others } for information
       *[other] { $others } for information
    }
ui-problems-more =
    { $count ->
        [one] Show the other one
       *[other] Show the { $count } others
    }
ui-problem-fails = Not read:
ui-sheet-rows =
    { $rows ->
        [0] no row
        [one] { $rows } row
       *[other] { $rows } rows
    }
ui-sheet-header = headers in row { $row }
ui-change-value = Old and new value
ui-change-becomes = becomes
ui-done-title = Import done
ui-done-operation = Operation no. { $operation }
ui-done-files = See the files
ui-done-more = Import other files…
ui-import-formats = Excel (xlsx, xlsm, xlsb, xls), LibreOffice (ods), text (csv, tsv), HTML tables or a zip archive; several files at once.
ui-import-drop-more = More files can be dropped here or chosen.
ui-preview-no-sheet = No sheet was recognised
ui-preview-no-sheet-text = These files hold no table that can be read. The step “Files” says why.

## Steps

ui-steps = Steps of the import
ui-step-files = Files
ui-step-files-text = What was read. Nothing is written yet.
ui-step-sheets = Sheets
ui-step-sheets-text = The tables to import, the row of their headers and their rows of data.
ui-step-columns = Columns
ui-step-columns-text = What each column holds. A column set aside is kept as written, without being interpreted.
ui-step-values = Values
ui-step-values-text = What the coded values of your files mean.
ui-step-check = Check
ui-step-check-text = What the import would do, problems first.
ui-step-apply = Apply
ui-step-apply-text = The plan that was checked is carried out, and nothing else.
ui-step-back = Back
ui-step-next = Continue
ui-step-questions =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
ui-step-nothing = No question
ui-step-ready = Ready
ui-step-open = { $count } unanswered
ui-apply-open =
    { $count ->
        [one] { $count } question without an answer
       *[other] { $count } questions without an answer
    }{ $rows ->
        [0] {""}
        [one] { " " }· { $rows } row will be left out
       *[other] { " " }· { $rows } rows will be left out
    }{ $values ->
        [0] {""}
        [one] { " " }· { $values } value will stay undetermined
       *[other] { " " }· { $values } values will stay undetermined
    }.
ui-apply-answer = Answer:
ui-apply-safe = No file missing from the spreadsheet is deleted. A backup is made first.
ui-done-rows =
    { $new ->
        [one] { $new } row added
       *[other] { $new } rows added
    }{ $changed ->
        [0] {""}
       *[other] , { $changed } changed
    }{ $out ->
        [0] .
        [one] , { $out } left out: it is not in the workspace.
       *[other] , { $out } left out: they are not in the workspace.
    }
ui-done-warnings =
    { $count ->
        [one] { $count } warning, shown before the import.
       *[other] { $count } warnings, shown before the import.
    }
ui-done-gone =
    { $count ->
        [one] { $count } file missing from the spreadsheet, unchanged.
       *[other] { $count } files missing from the spreadsheet, unchanged.
    }
ui-step-waiting = Waiting
ui-step-asks =
    { $count ->
        [one] One question waits for an answer in this step.
       *[other] { $count } questions wait for an answer in this step.
    }
ui-step-asks-elsewhere =
    { $count ->
        [one] Nothing to ask here; one question is left in another step.
       *[other] Nothing to ask here; { $count } questions are left in other steps.
    }
ui-step-asks-nothing = No question is left. Enter to continue.

## Files

ui-file-sheets =
    { $tables ->
        [one] { $tables } table
       *[other] { $tables } tables
    }, { $rows ->
        [one] { $rows } row of data.
       *[other] { $rows } rows of data.
    }
ui-encoding-question = How should the letters of { $file } be read?
ui-encoding-text = Choose the reading in which the names are right.
ui-encoding-confirm = Read it so

## Sheets

ui-sheets = Tables of the files
ui-sheet-table-of = { $sheet } (table { $table })
ui-sheet-left-out = left out
ui-sheet-hidden = sheet hidden in the file
ui-sheet-source = recognised: { $source }
ui-sheet-hidden-read = Read those rows
ui-sheet-hidden-leave = Do not read them
ui-sheet-leave = Leave out
ui-sheet-kept = Import this table
ui-sheet-read-hidden = Also read what the file hides (rows: { $rows }, columns: { $columns })
ui-sheet-out-text = This table is left out: none of its rows is imported.
ui-sheet-kind = Content
ui-sheet-kind-of = Content of the table { $sheet }
ui-sheet-kind-choose = Choose what the rows are
ui-sheet-first-row = First row
ui-sheet-last-row = Last row
ui-raw-help = Up and down arrows to go through the rows, Enter to take the row as the headers.
ui-raw-table = First rows of { $sheet }, as written
ui-raw-row = Row
ui-raw-pick = Take as headers the row
ui-raw-header = headers
ui-raw-range = Rows { $first } to { $last } of { $end }
ui-page-previous = Previous
ui-page-next = Next
ui-page-of = { $first } to { $last } of { $total }

## Columns

ui-choice-likely = Likely
ui-choice-others = All possibilities
ui-choice-none = Nothing matches this search.
ui-columns-none = No column to understand
ui-columns-none-text = First choose the row of the headers in the step “Sheets”.
ui-columns-remembered = Use the answers kept under the name “{ $name }”
ui-columns-asked = Columns of { $table } about which a question is asked
ui-columns-others = Columns of { $table } that are understood
ui-columns-understood =
    { $unknown ->
        [0] Everything is understood
       *[other] Without a question
    } ({ $count ->
        [one] { $count } column
       *[other] { $count } columns
    }{ $unknown ->
        [0] {""}
        [one] , one of them unknown and kept as written
       *[other] , { $unknown } of them unknown and kept as written
    })
ui-columns-of-file = Column of the file
ui-columns-examples = Examples
ui-columns-field = Field
ui-columns-confidence = Confidence
ui-columns-type = Read as
ui-columns-not-shown = not shown
ui-columns-dropped = Sensitive data: nothing of it is kept.
ui-column-nameless = Column without a header ({ $cell })
ui-column-field-of = Field of the column { $header }
ui-column-set-aside = Set aside
ui-column-yes = Yes
ui-column-yes-of = Yes, “{ $header }” holds “{ $field }”
ui-column-other = Other field…
ui-column-choose = Choose a field
ui-confidence-answered = Answered
ui-confidence-known = Recognised
ui-confidence-likely = To confirm
ui-confidence-unknown = Unknown
ui-confidence-set_aside = Set aside
ui-confidence-dropped = Not kept
ui-date-order-of = Order of day and month in { $header }
ui-date-order-question = These dates can be read in two ways. Which one is right?
ui-date-day_first = Day first
ui-date-month_first = Month first
ui-date-impossible = impossible
ui-constants-others = Say something else for all rows
ui-constant-of = { $field }, for all rows
ui-constant-none = Leave unsaid
ui-constant-choose = Choose a value
ui-mapping = Import model
ui-mapping-table = Table concerned
ui-mapping-keep = Keep this model…
ui-mapping-save = Export the model…
ui-mapping-open = Open a model…
ui-mapping-text = Your answers will be offered by themselves for the next file of the same shape. Nothing about persons is kept in it.
ui-mapping-name = Name of the model
ui-mapping-example = For example: Apogée export of the registered
ui-mapping-missing = Give the model a name.
ui-mapping-confirm = Keep
ui-mapping-kept = Model “{ $name }” kept in this workspace.
ui-mapping-list = Kept models…
ui-mapping-list-title = Models kept in this workspace
ui-mapping-list-none = No model is kept.
ui-mapping-kept-at = kept on { $date }
ui-mapping-forget = Forget
ui-mapping-forget-one = Forget the model { $name }
ui-mapping-saved = Model exported.
ui-task-mapping = Import model…

## Values

ui-values-none = No coded value
ui-values-none-text = No column that is understood holds a code to translate.
ui-values-of = { $field } — column “{ $header }”
ui-values-written = Value in the file
ui-values-count = Cells
ui-values-meaning = Meaning
ui-values-understood =
    { $count ->
        [one] { $count } value understood
       *[other] { $count } values understood
    }
ui-value-meaning-of = Meaning of { $text }
ui-value-none = Without a meaning
ui-value-choose = Choose a meaning
ui-value-asked = To be said
ui-value-understood = Understood

## Check

ui-plan-none = The plan cannot be made yet
ui-plan-none-text = First answer the questions that are left: without those answers nothing can be imported.
ui-plan-tab-errors = Errors
ui-plan-tab-errors-text = What could not be read. Export the problems, correct them in the spreadsheet, then import the corrected file.
ui-plan-tab-warnings = Warnings
ui-plan-tab-warnings-text = What is read, but is worth knowing.
ui-plan-tab-ambiguous = Ambiguous
ui-plan-tab-ambiguous-text = These rows may be about several persons, or about one who is not well identified. Without your choice they are left out.
ui-plan-tab-new = New
ui-plan-tab-new-text = What the import would add.
ui-plan-tab-changed = Changed
ui-plan-tab-changed-text = What the import would replace: the old value, then the new one.
ui-plan-tab-same = Same
ui-plan-tab-same-text = Already known, without a change.
ui-plan-tab-gone = Gone from the file
ui-plan-tab-gone-text = Known in the workspace for the same year and absent from the files. Nothing is deleted.
ui-plan-tab-empty = Nothing in this list.
ui-plan-place = Where
ui-plan-row = row { $row }
ui-plan-problem = Problem
ui-plan-who = Person
ui-plan-what = About
ui-plan-reason = Match
ui-problems-export = Export the problems…
ui-problems-exported =
    Exported: { $problems ->
        [one] { $problems } problem
       *[other] { $problems } problems
    }, { $rows ->
        [one] { $rows } row to correct.
       *[other] { $rows } rows to correct.
    } Correct them in the spreadsheet, then import that file.
ui-task-export-problems = Writing the problems…
ui-person-file = In the file
ui-person-same = same
ui-person-different = different
ui-person-silent = not comparable
ui-person-this = It is this person
ui-person-this-one = It is this person: { $person }
ui-person-new = New person
ui-person-leave = Leave out
ui-person-keys = By keyboard, within this frame: O for “It is this person” (the one in whose column the keyboard is, else the first), N for “New person”, L for “Leave out”.

## Undo

ui-done-undo = Undo this import…
ui-action-undo = Undo the last operation…
ui-task-undoing = Undoing…
ui-time-left = about { $seconds } s left
ui-undo-title-import = Undo this import
ui-undo-title = Undo an operation
ui-undo-text = The workspace returns to its state before this operation. The operation stays in the journal.
ui-undo-depends = These operations rest on it and would be undone with it:
ui-undo-depends-refused = These operations rest on it:
ui-undo-confirm-all = Undo the { $count } operations
ui-redo-title = Bring back an import that was undone
ui-redo-text = The import that was undone takes effect again, as it was applied.
ui-redo-confirm = Bring the import back
ui-undo-keep = Undo nothing
ui-undo-confirm = Undo the operation
ui-undo-nothing = No operation can be undone.
ui-undone = Operation undone: { $label }
ui-journal-who = By
ui-journal-seal = Seal
ui-journal-copy = Export the journal…
ui-journal-copied = Sealed copy of the journal written: { $path }
ui-task-copying-journal = Copying the journal…
ui-journal-undo = Undoing
ui-journal-undo-one = Undo…
ui-journal-redo-one = Bring back…
ui-journal-redo-of = Bring back: { $label }
ui-journal-undo-of = Undo: { $label }
ui-journal-depends =
    { $count ->
        [one] { $count } operation depends on it
       *[other] { $count } operations depend on it
    }
ui-journal-no = Nothing to undo
ui-journal-undone = Undone

## Help


# Privacy.
ui-held = Everything held on this person
ui-held-text = Identity, registrations, certificates, requests, documents, findings, rows of the files read and operations of the journal: to be handed to the person who asks.
ui-held-xlsx = Workbook (xlsx)…
ui-held-json = Data (JSON)…
ui-task-person = Writing what is held…
ui-person-exported = Everything held on the person was written: { $path }
ui-action-export-pseudonymised = Export a pseudonymised report…

## Giving an import up

ui-discard-title = Give this import up?
ui-discard-text = Nothing was written into the workspace. Answers that were given and not kept as a template will be lost.
ui-discard-keep = Go on with the import

## What a file may hold
ui-key-back = Alt+Left arrow
