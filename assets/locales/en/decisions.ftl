# What somebody decides of files: findings waived, derogations and documents entered, notes.

## Why findings are waived
code-waiver-reason-proof-seen = Proof seen at the desk
code-waiver-reason-decision = Decision of the person in charge
code-waiver-reason-extract-error = Error in the extract
code-waiver-reason-settled-elsewhere = Case settled elsewhere
code-waiver-reason-other = Other reason

waiver-told = Waived by { $who } on { $at }: { $reason }{ $text }{ $until }
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
app-journal-note = Note written about a file
app-journal-undo-of = Undone: { $what }

## What cannot be decided so
error-store-nothing-to-decide = No file is concerned: none of them has an open finding of this rule. Nothing was changed. Check the rule and the files chosen.
error-store-file-gone = One of the files is not in the workspace any more. Nothing was changed. Open the list again and start over.
error-store-words-missing = With “Other reason”, the reason must be written. Nothing was changed. Complete the text.
error-store-words-too-many = The text is longer than 500 characters. Nothing was changed. Shorten it.
error-no-such-student = No file has the student number { $number }. Nothing was changed. Check the number.

## Command line
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
ui-waive-confirm = Waive the finding
ui-waived = { $code } is waived. That can be undone in the history.
ui-unwaived = { $code } counts again.
ui-unwaive = Count again
ui-unwaive-unused = Take the waiver away
ui-waiver-active = Waived
ui-note = Note
ui-note-keep = Keep the note
ui-task-deciding = Keeping the decision

## What is held on a person
held-table-waiver = Finding waived
held-table-note = Note
field-waiver-reason = Reason of the waiver
held-decision-code = Rule
held-decision-basis = Fingerprint of what the waiver rests on
held-decision-text = Words written
held-decision-until = Last day
held-decision-who = By
held-decision-at = On
