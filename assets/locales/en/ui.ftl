# Words of the window: screens, buttons, help.

## Frame

ui-nav = Main navigation
ui-nav-desk = Desk
ui-nav-files = Files
ui-nav-requests = Requests
ui-nav-waivers = Waivers
ui-nav-simulation = Simulation
ui-nav-import = Import
ui-nav-rules = Rules
ui-nav-journal = Journal
ui-workspace-menu = Workspace: { $name }
ui-demo-badge = DEMONSTRATION
ui-as-of = Situation on { $date }
ui-as-of-fixed = Situation fixed on { $date }
ui-as-of-label = Situation on
ui-as-of-format = dd/mm/yyyy hh:mm
ui-as-of-now = Left empty: files are judged at the present time, Paris time.
ui-as-of-invalid = Date not recognised. Write it as dd/mm/yyyy hh:mm, for example 20/09/2024 12:00.
ui-as-of-by-hand = set by hand
ui-as-of-is-now = now
ui-rulebook = Rulebook
ui-rule = Rule
ui-language = Language
ui-theme = Appearance
ui-theme-system = As the system
ui-theme-light = Light
ui-theme-dark = Dark
ui-theme-contrast = High contrast
ui-palette = Commands
ui-palette-search = Search for a command
ui-palette-none = No command matches.
ui-palette-help = Help: { $title }
ui-key-control = Ctrl
ui-key-escape = Escape
ui-saved = Saved
ui-busy = Task under way
ui-offline = Offline: nothing leaves this computer
ui-unprotected = Encrypted, without a passphrase
ui-files =
    { $count ->
        [0] No file
        [one] { $count } file
       *[other] { $count } files
    }
ui-progress = { $done } of { $total }
ui-percent = { $percent }%
ui-share = { $share }%
ui-loading = Loading…
ui-unknown = unknown
ui-close = Close
ui-cancel = Cancel
ui-search-clear = Clear the search
ui-task-stop = Stop
ui-task-stopping = Stopping…
ui-task-whole = cannot be stopped
ui-outdated = The findings shown are those of before: checking the files was stopped.
ui-judge-again = Check again
ui-change = Change…
ui-retry = Try again
ui-dismiss = Dismiss this message
ui-messages =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
ui-error-no-answer = The application did not answer. Nothing was changed. Try again; if it happens again, close and reopen Guichet.

## Commands

ui-action-import = Import files…
ui-action-export = Export the report…
ui-action-export-findings = Export the list of findings…
ui-action-export-files = Export the list of files…
ui-action-export-reminders = Export the reminders (mail merge)…
ui-action-export-cvec-to-verify = Export the CVEC numbers to verify…
ui-action-export-all = Export everything…
ui-action-messages = See the messages again
ui-exports-menu = All exports
ui-action-search = Search for a file
ui-action-campaign = Choose the rulebook and the situation date…
ui-action-demo = Try with fictitious data
ui-action-create = Create a workspace…
ui-action-open = Open a workspace…
ui-action-close = Close the workspace
ui-action-theme-system = Appearance: as the system
ui-action-theme-light = Appearance: light
ui-action-theme-dark = Appearance: dark
ui-action-theme-contrast = Appearance: high contrast
ui-action-zoom-in = Zoom in
ui-action-zoom-out = Zoom out
ui-action-zoom-none = Show at 100%
ui-action-french = Switch to French
ui-action-english = Switch to English
ui-action-help = Help and shortcuts

## Tasks

ui-task-demo = Preparing the fictitious data…
ui-task-creating = Creating the workspace…
ui-task-opening = Opening the workspace…
ui-task-closing = Closing the workspace…
ui-task-evaluating = Examining the files…
ui-task-exporting = Writing the report…
ui-task-list = Writing the list…
ui-task-reading = Reading the files…
ui-task-applying = Importing…

## First start

ui-start-title = Welcome to Guichet
ui-start-what = Guichet reads the spreadsheets of your schooling office, checks every student file and explains every finding.
ui-start-demo = An invented schooling office, already imported: nothing to prepare.
ui-start-create = An empty workspace, for your own spreadsheets.
ui-start-open = A workspace that exists already, on this computer or a disk.
ui-start-offline = Everything stays on this computer: the application sends nothing and needs no network.
ui-create-title = Create a workspace
ui-create-text = A workspace holds the files of an office. It is kept in a folder of this computer. Its database is encrypted; without a passphrase, the key is kept in that same folder.
ui-create-name = Name of the workspace
ui-create-example = For example: Schooling office 2024-2025
ui-create-missing = Give the workspace a name.
ui-create = Create the workspace

## Rulebook and date

ui-campaign-title = Rulebook and situation date
ui-campaign-text = Files are examined again with the rulebook and at the date chosen.
ui-campaign-apply = Examine the files

## Desk

ui-desk-empty = No file yet
ui-desk-empty-text = Import your office’s list of registered students: each row becomes a checked file.
ui-desk-see-files =
    { $count ->
        [0] See the list
        [one] See the file
       *[other] See the files
    }
ui-desk-rules = Rules that flag most
ui-desk-no-rule = No rule flags anything.
ui-desk-flagged = Flagged
ui-desk-undecided = Undecided
ui-desk-applied = Rules applied
ui-desk-inputs = Imported sheets
ui-desk-sheet = File and sheet
ui-desk-kind = Content
ui-desk-rows = Rows
ui-show-all = Show all ({ $count })
ui-chart-as-table = See as a table
ui-chart-count = Files
ui-chart-share = Share

## Files

ui-files-grid = List of files
ui-files-count =
    { $total ->
        [0] No file of { $all }
        [one] { $total } file of { $all }
       *[other] { $total } files of { $all }
    }
ui-files-search = Search the files
ui-files-search-hint = Name, number, INE or e-mail
ui-files-none = No file in this workspace
ui-files-no-match = No file matches
ui-files-no-match-text = Remove a filter or change the search.
ui-filters-clear = Clear the filters
ui-filters-in-use = Filters in use
ui-filter-remove = Remove the filter { $facet }: { $value }
ui-facet-states = State
ui-facet-levels = Level
ui-facet-components = Component
ui-facet-programmes = Programme
ui-facet-codes = Finding
ui-facet-search = Search: { $facet }
ui-facet-none = No value.
ui-column-student-number = Student no.
ui-column-name = Name
ui-column-given-name = Given name
ui-column-ine = INE
ui-column-birth-date = Born on
ui-column-level = Level
ui-column-programme = Programme
ui-column-registered-at = Registered on
ui-column-findings = Findings
ui-column-state = State

## Drawer

ui-drawer = Open file
ui-drawer-content = Content of the file
ui-drawer-previous = Previous file
ui-drawer-next = Next file
ui-drawer-place = { $place } / { $total }
ui-drawer-close = Close the file
ui-findings =
    { $count ->
        [0] Findings
        [one] { $count } finding
       *[other] { $count } findings
    }
ui-no-finding = No finding: every rule that applies is respected.
ui-why = Why?
ui-request-back = Back to the request
ui-remedy = What to do?
ui-source = Source:
ui-source-note = Ambiguity noted:
ui-evidence =
    { $count ->
        [one] Evidence
       *[other] Evidence ({ $count })
    }
ui-evidence-fact = Fact
ui-evidence-understood = Understood as {$value}
ui-evidence-not-understood = Not understood
ui-evidence-raw = Text in the file
ui-evidence-place = Cell
ui-no-column = no such column
ui-empty-cell = empty cell
ui-empty-value = (empty)
ui-extract = Extract of { $file } › { $sheet }, cell { $cell }
ui-extract-show = See the extract: { $place }
ui-extract-row = Row
ui-extract-marked = Cell { $cell }, framed: { $text }
ui-facts = Identity and registration
ui-history = Past registrations
ui-history-none = No past registration known.
ui-certificates = CVEC certificates
ui-certificates-none = No certificate known.
ui-requests = Requests
ui-fees = Registration fees
ui-documents = Supporting documents
ui-quiet = Rules respected ({ $passed }) and not concerned ({ $others })
ui-quiet-passed = respected
ui-quiet-not-concerned = does not concern this file

## Requests

ui-requests-grid = List of requests
ui-requests-count =
    { $total ->
        [0] No request out of { $all }
        [one] { $total } request out of { $all }
       *[other] { $total } requests out of { $all }
    }
ui-requests-search = Search the requests
ui-requests-search-hint = Name or number
ui-requests-kinds = Kind of request
ui-requests-every-kind = All
ui-requests-unattached = Without a file
ui-requests-empty = No request in this workspace
ui-requests-empty-text = Import a list of requests: each one will be attached to the student’s file, with its documents and its time limit.
ui-requests-no-match = No request matches
ui-column-received = Received on
ui-column-request = Request
ui-column-year = Year
ui-column-units = Units
ui-column-channel = Channel
ui-column-decision = Decision
ui-column-clock = Time limit
ui-column-pieces = Documents
ui-pieces-missing =
    { $count ->
        [one] { $count } missing of { $total }
       *[other] { $count } missing of { $total }
    }
ui-pieces-unknown =
    { $count ->
        [one] { $count } undetermined of { $total }
       *[other] { $count } undetermined of { $total }
    }
ui-pieces-complete = Complete ({ $total })
ui-clock-running =
    { $days ->
        [0] Can be contested until { $until }, last day
        [one] Can be contested until { $until }, { $days } day
       *[other] Can be contested until { $until }, { $days } days
    }
ui-clock-contested = Contested in time
ui-clock-contested-late = Contested too late, deemed accepted
ui-clock-deemed-accepted = Deemed accepted since { $since }
ui-clock-awaiting-proposal = Proposal awaited
ui-clock-of-right = Of right
ui-clock-by-decision = Decision needed
ui-clock-in-time = Received in time
ui-clock-late = Received after { $until }, too late
ui-clock-not-set = No time limit set
ui-clock-unknown = Time limit undetermined
ui-request = Open request
ui-request-content = Content of the request
ui-request-previous = Previous request
ui-request-next = Next request
ui-request-close = Close the request
ui-request-file = File
ui-request-file-open = Open the file
ui-request-no-file = Without a file
ui-request-received = Received on { $at }
ui-request-clock = Time limit
ui-source-of-clock = Source of the time limit
ui-request-decision = Decision
ui-request-units = Units asked for ({ $count })
ui-request-pieces = Documents to provide
ui-request-pieces-none = The rulebook asks for no document for this request.
ui-request-rows =
    { $count ->
        [one] Row of the sheet
       *[other] Rows of the sheet ({ $count })
    }
ui-document-reason = Reason: { $reason }
ui-document-expiry = Valid until { $day }

## Simulation

ui-simulation-text = Guichet examines the files with another rulebook or at another date, and shows what would change. Nothing is saved.
ui-simulation-run = Simulate
ui-simulation-running = Examining the files…
ui-simulation-banner = SIMULATION as of { $date } — nothing is saved
ui-simulation-back = Return to today
ui-simulation-leave = Leave the simulation
ui-simulation-count =
    { $total ->
        [0] No file would change out of { $files }
        [one] { $total } file would change out of { $files }
       *[other] { $total } files would change out of { $files }
    }
ui-simulation-same = Nothing would change
ui-simulation-same-text = With this rulebook and at this date, each file keeps its state and its findings.
ui-simulation-start = Choose a rulebook or a date
ui-simulation-start-text = The list of files that would change will appear here: their state, the findings added and removed.
ui-simulation-by-file = By file
ui-simulation-by-rule = By rule
ui-simulation-views = Presentation of the result
ui-simulation-grid = Files that would change
ui-simulation-rules = Rules that would change
ui-simulation-first = Only the first { $shown } files are shown.
ui-simulation-becomes = would become
ui-simulation-no-state = Not judged
ui-simulation-unchanged = same state
ui-simulation-file = What the simulation would change
ui-simulation-stored = Below, the file as it is recorded, as of { $date }: a decision made here holds at that date, not in the simulation.
ui-simulation-would-appear = Would appear
ui-simulation-would-disappear = Would disappear
ui-column-change = State
ui-column-appearing = Findings added
ui-column-disappearing = Findings removed

## Rules, journal, report

ui-rules-search = Search for a rule
ui-rules-count =
    { $count ->
        [0] No rule
        [one] { $count } rule
       *[other] { $count } rules
    }
ui-rules-head-files = Files
ui-rules-applied = applied: { $title }
ui-rules-page = Page of the rule
ui-rules-table = Table
ui-rules-none = Choose a rule
ui-rules-none-text = Each page says what the rule checks, why, from which text, and what to do.
ui-journal-text = Everything that changed in this workspace, the last operation first. An operation that changes no data of the files, such as a setting, has nothing to undo.
ui-journal-none = No operation
ui-journal-none-text = The first import will appear here.
ui-journal-number = No.
ui-journal-at = When
ui-journal-what = Operation
ui-list-exported = List exported.
ui-exported =
    Report exported: { $files ->
        [one] { $files } file
       *[other] { $files } files
    }, { $findings ->
        [one] { $findings } finding
       *[other] { $findings } findings
    }.

## Help

ui-help-title = Help

## Who may open the workspace

ui-nav-settings = Settings
ui-action-lock = Lock
ui-lock-busy = A task is under way: the workspace locks when it ends, or stop it first.
ui-lock-title = Workspace locked
ui-lock-text = Nothing of what it holds is shown. Type the passphrase to come back where you were.
ui-lock-open = Unlock
ui-lock-lost = Passphrase lost
ui-lock-leave = Leave this workspace shut and go back to the start
ui-lock-dropped-import = The import begun was given up when the workspace locked: nothing of it was kept. Choose the files again after unlocking.
ui-lock-refused = The passphrase is not right. Check the keyboard and the capitals, then try again.
ui-lock-refused-code = The passphrase is not right. Check the keyboard and the capitals, then try again; the printed recovery code opens the workspace too.
ui-lock-recover = Passphrase lost
ui-lock-recover-text = The printed recovery code opens the workspace and lets you choose a new passphrase.
ui-lock-recover-confirm = Open with the code
ui-lock-with-secret = Open with the passphrase
ui-lock-after = Lock without activity after
ui-lock-after-text = Locking cannot be switched off.
ui-lock-minutes = { $minutes } minutes
ui-task-unlocking = Opening the workspace…
ui-task-protecting = Protecting the workspace…
ui-account = Account: { $name } ({ $role })
ui-role-read = reading
ui-role-enter = entering
ui-role-check = checking
ui-role-administer = administering
ui-role-read-text = Looks at files and exports reports, without the reserved grounds of exemption.
ui-role-enter-text = Besides reading: imports files and undoes imports.
ui-role-check-text = Besides entering: sees the reserved grounds of exemption, chooses the rulebook and the date.
ui-role-administer-text = Besides checking: decides on accounts, roles and locking.
ui-secret = Passphrase
ui-secret-show = Show the passphrase
ui-secret-current = Your present passphrase
ui-secret-new = New passphrase
ui-secret-again = The same, a second time
ui-secret-rule = At least 12 characters, or 4 words. A few words that have nothing to do with each other are easy to remember.
ui-secret-differs = The two are different. Type the same passphrase twice.
ui-account-name = Account name
ui-account-missing = Give the account a name: the journal will say that name.
ui-account-role = Role
ui-account-may = What this role allows
ui-account-acts = Actions
ui-account-own = (you)
ui-account-role-of = Role of { $name }
ui-account-reset = New passphrase…
ui-account-reset-of = Give { $name } a new passphrase
ui-account-remove = Remove…
ui-account-remove-of = Remove the account { $name }
ui-accounts-title = Accounts
ui-protection-title = Security
ui-protection-none = This workspace has no passphrase.
ui-protection-none-text = Its database is encrypted, but the key is kept in its folder: whoever can copy that folder can read the files. A passphrase protects the key, and each person can have their own.
ui-protection-choose = Choose a passphrase…
ui-protection-set = This workspace is protected. A backup opens with the same passphrases.
ui-protection-change-mine = Change my passphrase…
ui-protection-remove = Remove the protection…
ui-protection-add-more = Add an account…
ui-protection-protect = Protect the workspace
ui-protection-protect-text = This first account is an administrator’s: it can add others. Without the passphrase or the recovery code that will be shown, nobody can open the workspace again.
ui-protection-protect-confirm = Protect
ui-protection-change = Change my passphrase
ui-protection-change-text = The former one will no longer open this workspace, nor its backups kept in its folder.
ui-protection-change-confirm = Change
ui-protection-add = Add an account
ui-protection-add-text = The journal will say this name with each operation. The person can change their passphrase themselves.
ui-protection-add-confirm = Add
ui-protection-reset = New passphrase
ui-protection-reset-text = For the account { $name }, whose passphrase is lost: the person can change it themselves.
ui-protection-reset-confirm = Change
ui-protection-remove-title = Remove an account
ui-protection-remove-text = The account { $name } will no longer open this workspace. The key stays the same: who kept a copy of the folder and the passphrase can still read that copy.
ui-protection-remove-confirm = Remove the account
ui-protection-unprotect = Remove the protection
ui-protection-unprotect-text = Every account will be removed: whoever can copy the folder can read the files.
ui-protection-unprotect-confirm = Remove the protection
ui-protection-done-protect = The workspace is protected. Now keep the recovery code.
ui-protection-done-change = The passphrase is changed.
ui-protection-done-add = The account is added.
ui-protection-done-reset = The passphrase of the account is changed.
ui-protection-done-remove = The account is removed.
ui-protection-done-unprotect = The workspace is not protected any more.
ui-recovery-title = Recovery code
ui-recovery-text = It opens the workspace when the passphrase is lost. It will not be shown again: print it or copy it, and keep it locked away from this computer.
ui-recovery-save = Save the sheet to print…
ui-recovery-done = Done, hide the code
ui-recovery-saved = The sheet is written. Print it, then delete this file.
ui-recovery-renew = New recovery code
ui-recovery-code = Recovery code
ui-recovery-help = Seven groups of four letters or digits. Hyphens and capitals do not matter.
