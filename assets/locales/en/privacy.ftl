# What is held on a person, and reports without names.

held-title = Data held on a person
held-subject = Data held on a person, as of { $at }
held-empty = Nothing is held here.
held-sheet-facts = Data
held-sheet-findings = Findings
held-sheet-rows = Rows of files
held-sheet-former = Replaced values
held-sheet-journal = Journal
held-column-about = About
held-column-field = Field
held-column-value = Value
held-column-file = File
held-column-finding = Finding
held-column-read = Read as
held-column-operation = Operation
held-column-former = Value before
held-column-when = When
held-column-who = By
held-column-what = What was done
held-table-person = Identity
held-table-person-ine = Further known INE
held-table-registration = Registration
held-table-certificate = CVEC certificate
held-table-past-registration = Past registration
held-table-request = Request
held-table-document = Document
held-table-control-result = Control result
held-table-file-state = State of the file
held-table-source-file = File read
held-table-source-sheet = Sheet read
held-table-source-row = Row read
held-day-only = Only the day is known
held-cells = Cells
held-source-sha256 = Fingerprint
held-source-name = Name
held-source-kind = Kind
held-source-header-row = Row of the headers
held-source-columns = Columns
held-source-rows = Number of rows
held-source-row = Row
held-source-content = Fingerprint of the content
app-person-file = data-held.{ $ending }
error-no-such-person = Nobody has the identifier “{ $identifier }” in this workspace. Check the student number or the INE, then try again.
error-several-persons = { $count } persons have the identifier “{ $identifier }”: nothing was written. Give the person’s other identifier (student number or INE), or open their file in the window.

## Pseudonymised reports
report-pseudonymised = Pseudonymised report: names, identifiers and numbers replaced by codes drawn for this report alone, birth dates left out, counts below { $least } masked.
report-notes-left-out = Notes on files are left out: they may name persons.
report-small-count = < { $least }
app-report-file-pseudonymised = pseudonymised-report-{ $day }.xlsx

## Purge
undo-not-purged = A purge erased what was kept to undo it: it held purged data. To go back, import the files again.
error-store-nothing-to-purge = Nothing of what was to be purged is in this workspace. Nothing was changed.
error-not-a-year = “{ $value }” is not an academic year. Give the civil year in which it starts, such as 2024.
backup-reason-after-purge = after a purge
app-journal-import-forgotten = Import (file names erased by a purge)
app-journal-undo-forgotten = Undoing of an import (file names erased by a purge)
app-journal-purge-campaign = Purge of campaign { $label }
app-journal-purge-persons = Purge of chosen persons ({ $label })
purge-campaign = campaign { $year }
purge-campaign-undated = campaign { $year }, with files that do not say their year
purge-persons = { $count ->
        [one] one person
       *[other] { $count } persons
    }
purge-would = Purging { $what } would erase the following. Nothing was erased: add --yes to do it. A purge cannot be undone.
purge-done = Record of purge. Workspace “{ $workspace }”: { $what }, on { $at }, by { $who }. Operation no. { $operation } of the journal, seal { $seal }.
purge-count = { $table }: { $going } erased or to erase, { $staying } kept
purge-table-person = Persons
purge-table-registration = Registrations
purge-table-certificate = CVEC certificates
purge-table-past-registration = Past registrations
purge-table-request = Requests
purge-table-document = Documents
purge-table-control-result = Control results
purge-table-source-row = Rows of files read
purge-backups = Backups of before erased or to erase: { $count }. A new backup takes their place.
purge-undo = What was kept to undo imports, and the names of purged files in the journal, are erased too.
purge-second-place = Copies are also in { $place }: destroy them by hand.
purge-unfinished = Not all backups of before could be erased. Make room on the disk, then open the workspace again: Guichet will go on.
purge-mentions-found = { $count ->
        [one] One text in free words that is kept names a person to purge. Unless asked otherwise, the purge leaves it as it is.
       *[other] { $count } texts in free words that are kept name a person to purge. Unless asked otherwise, the purge leaves them as they are.
    }
purge-mentions-kept = { $count ->
        [one] One text in free words that is kept still names a purged person: read it again, and erase it by hand if need be.
       *[other] { $count } texts in free words that are kept still name a purged person: read them again, and erase them by hand if need be.
    }
purge-mentions-blanked = { $count ->
        [one] One text in free words that named a purged person was blanked.
       *[other] { $count } texts in free words that named a purged person were blanked.
    }
purge-mentions-option = To blank the following texts too, add --blank-mentions.
purge-mention = { $place }: “{ $text }”
purge-mention-note = Note of the file of { $who }
purge-mention-waiver = Finding { $heading } waived, file of { $who }
purge-mention-cell = Column “{ $heading }”, file of { $who }
purge-mention-file-name = Name of a file read or of a sheet
purge-mention-setting = Setting ({ $heading })
purge-mention-journal = Journal, operation no. { $heading }
error-not-confirmed = Nothing was purged: to confirm, type exactly “{ $words }”.
error-year-not-finished = The year { $year } is not finished: only a finished year is purged. Nothing was changed.
app-purge-file = purge-record-{ $day }.txt
app-progress-purge = Purge: copying, erasing, checking, making a new backup
app-progress-purge-preview = Looking for what would be removed
app-journal-setting-forgotten = Setting (words erased by a purge)
