# What somebody decides of files: findings waived, derogations and documents entered, notes.

## Why findings are waived
code-waiver-reason-proof-seen = Proof seen at the desk
code-waiver-reason-decision = Decision of the person in charge
code-waiver-reason-extract-error = Error in the extract
code-waiver-reason-settled-elsewhere = Case settled elsewhere
code-waiver-reason-other = Other reason

waiver-told = Waived by { $who } on { $at }: { $reason }{ $text }{ $until }
decision-by-nobody = somebody not named
waiver-text = {" "}({ $text })
waiver-until = , until { $day } included.
waiver-no-end = .

waiver-standing-active = active
waiver-standing-unused = unused
waiver-standing-to-review = to review
waiver-review-basis-changed = to review: what it rests on has changed
waiver-review-expired = to review: it has expired

## In the history
app-journal-waive = Findings waived: { $label }
app-journal-unwaive = Waivers taken away: { $label }
app-journal-derogation = Derogation entered at the desk (files: { $label })
app-journal-document = Document marked at the desk (files: { $label })
app-journal-withdrawal = Desk entry withdrawn
app-journal-note = Note written (files: { $label })
app-journal-undo-of = Undone: { $what }

## What cannot be decided so
error-store-nothing-to-decide = No file is concerned: none of them has an open finding of this rule. Nothing was changed. Check the rule and the files chosen.
error-store-file-gone = One of the files is not in the workspace any more. Nothing was changed. Open the list again and start over.
error-store-words-missing = With “Other reason”, the reason must be written. Nothing was changed. Complete the text.
error-store-words-too-many = The text is longer than 500 characters. Nothing was changed. Shorten it.
error-store-nothing-to-enter = There is nothing new to keep: the same is entered already, or no file is concerned. Nothing was changed. Check the entry and the files chosen.
error-store-entry-gone = This entry is not in the workspace any more. Nothing was changed. Open the file again.
error-store-authority-missing = The authority that decided must be given. Nothing was changed. Complete the entry.
error-store-piece-missing = The document must be named. Nothing was changed. Complete the entry.
error-store-reason-missing = A rejected document must have a reason. Nothing was changed. Complete the entry.
error-no-such-student = No file has the student number { $number }. Nothing was changed. Check the number.

## What is entered at the desk
app-entry-file = Entered at the desk
app-entry-by = Entered at the desk ({ $who })
app-entry-otherwise = The extract { $file } says: { $said }

## Command line
cli-decide-done = Operation { $operation }: { $entries ->
        [one] { $entries } entry kept.
       *[other] { $entries } entries kept.
    }
cli-decide-would = { $entries ->
        [one] { $entries } entry would be kept.
       *[other] { $entries } entries would be kept.
    } Nothing was changed.
cli-unwaive-done = Operation { $operation }, { $code }: the waiver is taken away, the finding counts again.
cli-unwaive-none = { $code }: no waiver on these files. Nothing was changed.
cli-waive-done = Operation { $operation }, { $code }: { $findings ->
        [one] { $findings } finding waived
       *[other] { $findings } findings waived
    }{ $untouched ->
        [0] .
        [one] , { $untouched } file without this finding.
       *[other] , { $untouched } files without this finding.
    }
cli-waive-would = { $code }: { $findings ->
        [one] { $findings } finding would be waived
       *[other] { $findings } findings would be waived
    }{ $untouched ->
        [0] .
        [one] , { $untouched } file without this finding.
       *[other] , { $untouched } files without this finding.
    } Nothing was changed.
cli-waive-move = { $files ->
        [one] { $files } file
       *[other] { $files } files
    }: { $from } → { $to }
cli-waivers-none = No finding is waived.
cli-waivers-line = [{ $standing }] { $code } · { $file } · { $level } · { $told }

## In the window
app-note-by = Written by { $who } on { $at }
ui-waive = Waive…
ui-waive-title = Waive { $code }
ui-waive-title-many = { $files ->
        [one] Waive a finding
       *[other] Waive a finding on { $files } files
    }
ui-waive-rule = Rule
ui-waive-choose-rule = Choose a rule
ui-waive-rule-of = { $files ->
        [one] { $rule } ({ $files } file)
       *[other] { $rule } ({ $files } files)
    }
ui-waive-findings = { $findings ->
        [one] { $findings } finding will be waived
       *[other] { $findings } findings will be waived
    }{ $untouched ->
        [0] .
        [one] ; { $untouched } file has no such finding and does not change.
       *[other] ; { $untouched } files have no such finding and do not change.
    }
ui-waive-no-moves = The findings will not count any more; the files’ states do not change.
ui-waive-reason = Reason
ui-waive-choose = Choose a reason
ui-waive-text = Details (optional)
ui-waive-text-needed = Reason (to be written)
ui-words-caution = At most 500 characters. Write no health or social data.
ui-waive-until = Until (optional)
ui-waive-until-text = Without a date, the waiver holds as long as the data the finding rests on do not change.
ui-waive-move = { $files ->
        [one] The file will go from “{ $from }” to “{ $to }”.
       *[other] { $files } files will go from “{ $from }” to “{ $to }”.
    }
ui-waive-no-move = The finding will not count any more; the file’s state does not change.
ui-waive-nothing = This finding does not count any more already.
ui-waive-confirm = { $count ->
        [one] Waive the finding
       *[other] Waive { $count } findings
    }
ui-waived = { $count ->
        [one] Finding { $code } waived. That can be undone in the Journal.
       *[other] Finding { $code } waived on { $count } files. That can be undone in the Journal.
    }
ui-unwaived = Waiver taken away: finding { $code } counts again.
ui-unwaive = Take the waiver away
ui-unwaive-unused = Take the waiver away
ui-waiver-active = Waived
ui-note = Note
ui-note-keep = Keep the note
ui-task-deciding = Keeping the decision

## What is entered at the desk, in the window
ui-derogation = Derogation…
ui-document-mark = Mark a document…
ui-document-mark-one = Mark the document { $piece }
ui-note-add = Note…
ui-requests-none-here = No known request.
ui-documents-none-here = No known document.
ui-entry-derogation = Enter a derogation
ui-entry-derogation-text = { $files ->
        [one] It holds for the file’s level and year. It prevails over what extracts say, until it is withdrawn.
       *[other] It holds for the level and year of each of the { $files } files. It prevails over what extracts say, until it is withdrawn.
    }
ui-entry-document = Mark a document
ui-entry-document-text = { $files ->
        [one] What is entered prevails over what extracts say of the same document, until it is withdrawn.
       *[other] For the persons of the { $files } files. What is entered prevails over what extracts say of the same document, until it is withdrawn.
    }
ui-entry-note = Write a note
ui-entry-note-text = { $files ->
        [one] It is added to what is written about the file already.
       *[other] It is added to what is written already about each of the { $files } files.
    }
ui-entry-decision = Decision
ui-entry-by = Authority that decided
ui-entry-on = Date of the decision
ui-entry-reference = Reference (optional)
ui-entry-piece = Document
ui-entry-state = State of the document
ui-entry-reason = Reason (optional)
ui-entry-reason-needed = Reason of the rejection (to be written)
ui-entry-until = Valid until (optional)
ui-day-format = dd/mm/yyyy
ui-day-unread = This date is not understood. Write for example 20/09/2024.
ui-entry-words = Note
ui-entry-notes = { $files ->
        [one] { $files } file gets the note
       *[other] { $files } files get the note
    }{ $added ->
        [0] .
        [one] , { $added } of which has one already: the text is added below.
       *[other] , { $added } of which have one already: the text is added below.
    }
ui-entry-files = { $count ->
        [one] A derogation will be entered for { $count } file.
       *[other] A derogation will be entered for { $count } files.
    }
ui-entry-persons = { $count ->
        [one] The document will be marked for { $count } person.
       *[other] The document will be marked for { $count } persons.
    }
ui-entry-no-move = The files’ states do not change.
ui-entry-confirm = Keep
ui-entry-kept = { $count ->
        [one] The entry is kept. It can be undone in the Journal.
       *[other] { $count } entries are kept. They can be undone together in the Journal.
    }
ui-entry-withdrawn = The entry is withdrawn. The extracts speak again.
ui-withdraw = Withdraw the entry

## The selection
ui-selection = Selection
ui-selection-all = Select all
ui-selection-one = Select { $name }
ui-selection-count = { $selected ->
        [one] { $selected } file selected
       *[other] { $selected } files selected
    }{ $outside ->
        [0] {""}
        [one] , { $outside } of them outside the list
       *[other] , { $outside } of them outside the list
    }
ui-selection-nothing = Select nothing

## Waivers
ui-waivers-text = Findings that somebody decided not to count. A waiver whose data change, or which has expired, is to be reviewed: its finding counts again.
ui-waivers-findings = See the findings
ui-waivers-none = No waiver
ui-waivers-none-text = To waive a finding, open a file and choose “Waive…”, or select several files in the list.
ui-waivers-none-so = No waiver stands so.
ui-waivers-standings = How waivers stand
ui-waivers-all = All ({ $count })
ui-waivers-to-review = To review ({ $count })
ui-waivers-expired = Expired ({ $count })
ui-waivers-unused = Unused ({ $count })
ui-waivers-active = Active ({ $count })
ui-waivers-see = See the file
ui-waivers-renew = Renew…
ui-then-now-fact = Fact
ui-then-now-then = When it was waived
ui-then-now-now = Today
ui-then-now-nothing = empty
ui-then-now-changed = changed
ui-then-now-gone = The rule says nothing of this file any more: the waiver can be taken away.
ui-then-now-none = This finding rests on no fact of the file.
ui-key-letter = Key { $letter }
ui-key-delete = Delete key

## Help

## What is held on a person
held-table-waiver = Finding waived
held-table-note = Note
field-waiver-reason = Reason of the waiver
held-decision-code = Rule
held-decision-basis = Fingerprint of what the waiver rests on
held-decision-seen = Values read when it was waived
held-decision-text = Words written
held-decision-until = Last day
held-decision-who = By
held-decision-at = On
