# The validation report (xlsx).

report-title = Registration validation report
report-subtitle = As of { $as_of } · rulebook { $rulebook }
report-page = Page { $page } of { $pages }
report-conclusion =
    { $files ->
        [0] No file.
        [one] { $files } file: { $blocked } blocked, { $to_check } to check, { $ready } ready, { $cancelled } cancelled.
       *[other] { $files } files: { $blocked } blocked, { $to_check } to check, { $ready } ready, { $cancelled } cancelled.
    }

## Sheets

report-sheet-summary = Summary
report-sheet-files = Files
report-sheet-flags = Findings
report-sheet-undecided = Undecided
report-sheet-problems = Import problems
report-sheet-rules = Rules
report-sheet-decisions = Decisions

report-empty-files = No file.
report-empty-flags = No finding.
report-empty-undecided = Nothing undecided.
report-empty-problems = No import problem.
report-empty-rules = No rule.
report-empty-decisions = No decision was entered.
report-empty-inputs = No source file.

## Parts of the summary

report-basis = Basis of the report
report-layers = Layers of the rulebook
report-rulebook-fingerprint = Fingerprint of the rulebook (SHA-256)
report-as-of = Evaluation date (Paris time)
report-version = Version of Guichet
report-journal = Journal of the workspace
report-journal-head = operation no. { $operation }, seal { $seal }
report-by-state = Files by state
report-by-level = Files by level
report-by-component = Files by component
report-by-programme = Files by programme
report-by-code = Findings by rule
report-waived = Waived findings (not counted above)
report-agreement = Agreement of the totals
report-inputs = Source files
report-input = { $file } › { $sheet }
report-total = Total
report-unsaid = (not stated)
report-agrees = agrees
report-differs = differs: to be examined
report-chart-levels = State of files by level
report-chart-components = State of files by component

## Columns

report-column-state = State
report-column-files = Files
report-column-share = Share
report-column-ready-share = % ready
report-column-code = Code
report-column-rule = Rule
report-column-severity = Severity
report-column-flags = Findings
report-column-undecided = Undecided
report-column-files-concerned = Files concerned
report-column-list = Sheet of the report
report-column-counted = Counted
report-column-written = Written
report-column-agrees = Result
report-column-input = File and sheet
report-column-kind = Kind
report-column-rows = Rows read
report-column-fingerprint = SHA-256
report-column-findings = Findings in words
report-column-file-state = State of the file
report-column-message = Finding
report-column-why = Why
report-column-remedy = What to do
report-column-source-file = File
report-column-sheet = Sheet
report-column-cell = Cell
report-column-header = Header
report-column-raw = Text read
report-column-further = Other values read
report-column-rulebook = Rulebook
report-column-key = Rulebook key
report-column-document = Reference text
report-column-quote = Quotation
report-column-waived = Waived by, why
report-column-status = Reliability
report-column-notes = Notes and other references
report-column-effect = Effect
report-column-sentence = Explanation
report-column-meaning = Meaning
report-column-authority = Reference texts
report-column-slug = Technical name
report-column-decided = Decision or state
report-column-note = Note
report-column-entered-by = Entered by
report-column-entered-at = Entered on

## Cells

report-raw-empty = (empty cell)
report-no-column = (no column “{ $field }”)
report-further = { $field }: “{ $raw }” ({ $place })
report-further-empty = { $field }: empty cell ({ $place })
report-further-absent = { $field }: no column ({ $place })
report-quote = “{ $quote }”
report-citation = { $rulebook } › { $key }: { $document } ({ $status })
report-effect-fails = To correct
report-effect-told = For information
report-decision-derogation = Derogation
report-decision-document = Document
report-decision-note = Note

## Lists to work on elsewhere

list-title-findings = Findings
list-title-files = Files
list-title-reminders = Reminders
list-title-numbers = CVEC numbers to verify
list-sheet-reminders = Reminders
list-sheet-numbers = CVEC to verify
list-empty-reminders = Nobody is to be reminded.
list-empty-numbers = No number to verify.
list-outcome-flag = Finding
list-outcome-undecided = Undecided
list-column-outcome = Nature
list-column-missing = What is missing
list-column-until = To be done by
list-column-codes = Rules
list-column-letters = Start of the name
list-file-findings = findings-{ $day }.xlsx
list-file-files = files-{ $day }.xlsx
list-file-reminders = reminders-{ $day }.xlsx
list-file-cvec-to-verify = cvec-to-verify-{ $day }.xlsx

## Why a report could not be made

report-error-temporary-file = The report could not be prepared: the temporary folder { $folder } refuses to be written ({ $cause }). Free some space on the disk or check the rights of that folder, then try again.
report-error-workbook = The report could not be assembled ({ $cause }). Try again; if it happens again, pass this message on to support.

## What is to be corrected in the files of an import, as a workbook that can be imported again

corrections-title = Rows to correct
corrections-subject = Rows to correct, made on { $at }
corrections-sheet-problems = Import problems
corrections-empty-problems = No problem: nothing is to be corrected.
corrections-column-problem = What is wrong
corrections-column-remedy = To correct
corrections-column-origin = Original row
corrections-origin = { $file }, { $sheet }, row { $row }
corrections-unreadable = { $header }: “{ $value }” cannot be read as “{ $field }”. Correct the cell.
corrections-unmapped = { $header }: “{ $value }” is not a known value of “{ $field }”. Write a known value.
corrections-ambiguous = { $count ->
    [0] Person to confirm. Complete the student number or the INE.
    [one] Person to confirm: one known person is like it ({ $reasons }). Complete the student number or the INE.
   *[other] Person to confirm: { $count } known persons are like it ({ $reasons }). Complete the student number or the INE.
}
corrections-skipped = The row names nobody. Write a student number, an INE, or birth name, given name and birth date.
corrections-unplaced = The row could be about several known facts of the person. Add the column that tells them apart (year, level, programme code, date of the request…).
corrections-unmatched = Person absent from the roster. Check the student number or the INE.
corrections-remedy-cells = Correct the marked cells of the sheets that follow, then import this workbook.
corrections-remedy-rows = Complete the rows of the sheets that follow, then import this workbook.
corrections-remedy-source = Correct the original file and import it again: what could not be read is not in this workbook.
corrections-remedy-none = Nothing is to be corrected if this is what is expected.
