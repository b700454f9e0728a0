# The desk, the findings and the rulebook as the window shows them.

## Findings

app-no-programme = Without a programme
app-no-deadline = Without a deadline
app-no-source = Without a source file
app-evidence-no-column = { $place } › no column “{ $field }”
app-evidence-empty = { $place } (empty)
ui-nav-findings = Findings
ui-findings-search = Search the findings
ui-findings-search-hint = Name, number, INE or programme
ui-findings-grid = Findings, in groups
ui-findings-count =
    { $total ->
        [0] No finding
        [one] { $total } finding
       *[other] { $total } findings
    } of { $all } · { $files ->
        [0] no file
        [one] { $files } file
       *[other] { $files } files
    }
ui-findings-by = Group by
ui-findings-by-rule = rule
ui-findings-by-programme = programme
ui-findings-by-deadline = deadline
ui-findings-by-source = source file
ui-findings-fold = Collapse all
ui-findings-unfold = Expand all
ui-findings-group =
    { $count ->
        [one] Group “{ $label }”: { $count } finding
       *[other] Group “{ $label }”: { $count } findings
    }
ui-findings-in-group =
    { $count ->
        [0] finding
        [one] finding
       *[other] findings
    }
ui-findings-undecided =
    { $count ->
        [0] none undecided
        [one] of which { $count } undecided
       *[other] of which { $count } undecided
    }
ui-findings-facet-severities = Severity
ui-findings-facet-outcomes = Outcome
ui-findings-facet-codes = Rule
ui-findings-facet-programmes = Programme
ui-findings-facet-deadlines = Deadline
ui-findings-facet-sources = File
ui-findings-none = No finding
ui-findings-none-text = The rules found nothing in the imported files, or all they found was waived.
ui-findings-no-match = No finding matches
ui-column-finding = What
ui-column-deadline = Deadline
ui-column-evidence = Evidence
ui-finding = Finding
ui-finding-content = Explanation of the finding
ui-finding-previous = Previous finding
ui-finding-next = Next finding
ui-finding-close = Close the explanation
ui-finding-file = Open the file
ui-finding-rule = The rule in words
ui-finding-gone = This finding is no longer in the file.

## The desk

app-file-complete = Complete
app-file-incomplete = Incomplete
app-group-none = Not given
app-since-day = since { $day }
app-since-import = since the import of { $day }
app-other-programmes =
    { $count ->
        [0] No other programme
        [one] { $count } other programme
       *[other] { $count } other programmes
    }
app-cohort-between = offer accepted from { $from } to { $to }
app-cohort-from = offer accepted from { $from }
app-cohort-to = offer accepted up to { $to }
app-window-other = other levels
ui-facet-completeness = Documents and data
ui-tasks-today = To do today
ui-tasks-none = Nothing waits today.
ui-tasks-blocked =
    { $count ->
        [0] blocked file
        [one] blocked file
       *[other] blocked files
    }
ui-tasks-certificates =
    { $count ->
        [0] CVEC certificate to confirm
        [one] CVEC certificate to confirm
       *[other] CVEC certificates to confirm
    }
ui-tasks-waivers =
    { $count ->
        [0] waiver to review
        [one] waiver to review: its facts changed
       *[other] waivers to review: their facts changed
    }
ui-tasks-requests =
    { $count ->
        [0] request whose time ends within seven days
        [one] request whose time ends within seven days
       *[other] requests whose time ends within seven days
    }
ui-tasks-import =
    { $count ->
        [0] import to finish
        [one] import to finish
       *[other] imports to finish
    }
ui-tasks-change = { $change } { $since }
ui-agenda = Deadlines
ui-agenda-text =
    { $days ->
        [0] Next close today: { $at }.
        [one] Next close tomorrow: { $at }.
       *[other] Next close in { $days } days: { $at }.
    }
ui-agenda-none = No registration window closes any more.

ui-agenda-open =
    { $count ->
        [0] No open window
        [one] { $count } open window
       *[other] { $count } open windows
    }
ui-agenda-closed = Office closed
ui-agenda-legend-open = At least one open window
ui-agenda-legend-opens = Opens, with the hour
ui-agenda-legend-closes = Closes, with the hour
ui-agenda-legend-soon = Three days before a close, and the day before
ui-agenda-opens = Opens { $times }
ui-agenda-closes = Closes { $times }
ui-agenda-tomorrow = The day before a close
ui-agenda-three-days = Three days before a close
ui-agenda-short-opens = Opens
ui-agenda-short-closes = Closes
ui-agenda-short-tomorrow = D-1
ui-agenda-short-three-days = D-3
ui-agenda-mark =
    { $findings ->
        [0] { $day }: { $what } — { $windows }
        [one] { $day }: { $what } — { $windows } — { $findings } finding with this deadline
       *[other] { $day }: { $what } — { $windows } — { $findings } findings with this deadline
    }
ui-agenda-day = Day
ui-agenda-what = What
ui-agenda-who = For whom
ui-funnel = Progress
ui-funnel-text =
    { $imported ->
        [0] No file imported.
        [one] { $imported } file imported: { $complete } complete, { $ready } ready.
       *[other] Of { $imported } imported files, { $complete } lack nothing and { $ready } are ready.
    }
ui-funnel-imported = Imported
ui-funnel-complete = Complete
ui-funnel-ready = Ready
ui-funnel-step = { $step }: { $count }, { $share }% of the files
ui-funnel-step-name = Step
ui-programmes = By programme
ui-programmes-text = Most concerned: { $programme }, { $blocked } blocked of { $files }.
ui-programmes-none-blocked = No blocked file.
ui-programmes-part = { $programme } — { $state }: { $count }
ui-resume = Resume
ui-resume-file = Last file opened
ui-resume-list = Last list of files
ui-resume-import = Import to finish

## The rulebook

app-family-identity = Identity
app-family-cvec = CVEC
app-family-calendar = Calendar
app-family-repeats = Repeated years
app-family-derogation = Derogations
app-family-concordance = Concordances
app-family-auditor = Free auditors
app-family-fee = Registration fees
app-family-document = Documents
app-family-refund = Refunds
app-interval-between = from { $from } to { $to }
app-interval-until = until { $to }
app-interval-none = no date given
app-entry-none = no value
app-entry-unset = not set
ui-rules-views = How the rulebook is shown
ui-rules-view-rules = Rules
ui-rules-view-windows = Windows
ui-rules-view-compare = Comparison
ui-rules-view-editions = Editions
ui-rules-files =
    { $count ->
        [0] No file
        [one] { $count } file
       *[other] { $count } files
    }
ui-rules-findings = See the findings
ui-rules-parameters = What the rulebook in force says
ui-rules-parameter-key = Entry
ui-rules-parameter-said = Value
ui-rules-parameter-source = Source
ui-rules-unset = not set
ui-windows = Registration windows — { $rulebook }
ui-windows-text =
    { $open ->
        [0] At { $at }, none of the { $count } windows is open.
        [one] At { $at }, one window of { $count } is open.
       *[other] At { $at }, { $open } windows of { $count } are open.
    }
ui-windows-none = This rulebook sets no registration window.
ui-windows-line = { $who }: { $when }
ui-windows-other = (another calendar, quoted where it differs)
ui-windows-no-date = no date given
ui-windows-past = Closed
ui-windows-open = Open
ui-windows-coming = To come
ui-windows-now = As of { $at }
ui-windows-when = Dates
ui-windows-state = State
ui-windows-source = Source of the window
ui-compare-one = First rulebook
ui-compare-other = Rulebook compared
ui-compare-key = Entry
ui-compare-absent = absent
ui-compare-same = These two rulebooks say the same.
ui-compare-source = same value, another source
ui-compare-sources =
    { $count ->
        [one] { $count } same value from another source
       *[other] { $count } same values from another source
    }
ui-compare-count =
    { $count ->
        [0] No difference
        [one] { $count } difference
       *[other] { $count } differences
    }
ui-windows-choose = Choose a window to read the sentence it comes from.

## The list of files: columns, views, pages
ui-column-use-name = Name in use
ui-column-email = E-mail
ui-column-programme-code = Programme code
ui-column-component = Component
ui-column-cvec = CVEC no.
ui-files-by-none = nothing
ui-files-by-state = by state
ui-files-by-level = by level
ui-files-by-component = by component
ui-files-by-programme = by programme
ui-files-group =
    { $count ->
        [one] { $name }: { $count } file
       *[other] { $name }: { $count } files
    }
ui-columns = Columns…
ui-columns-text = Tick the columns to show. Alt and the up and down arrows move the column you are on. A width is a number of characters; empty, it follows the content. Numbers and dates are never cut.
ui-columns-name = Column
ui-columns-width = Width
ui-columns-order = Order
ui-columns-one-least = Keep one column at least.
ui-columns-usual = Back to the usual columns
ui-columns-apply = Apply
ui-column-width = Width of the column { $name }, in characters
ui-column-width-own = auto
ui-column-up = Move the column { $name } up
ui-column-down = Move the column { $name } down
ui-column-moved = { $name }: place { $place } of { $total }
ui-paged = Table in pages
ui-paged-text = The list becomes an ordinary table of a hundred rows a page, simpler to read with a screen reader.
ui-pages = Pages of the list
ui-views = Views
ui-views-shown = Views: { $name }
ui-views-none = No view is kept. Those that come with Guichet do not change.
ui-views-manage = Save and manage views…
ui-views-kept = Saved views
ui-view-all = All files
ui-view-blocked = Blocked
ui-view-cvec = CVEC to put right
ui-view-to-check = To check
ui-view-derogations = Pending derogations
ui-view-ready = Ready
ui-view-named = View: { $name }
ui-view-save = Save the list shown under the name
ui-view-keep = Save
ui-view-replace = Replace
ui-view-hint = The view keeps the filters, the words searched, the groups, the order and the columns. It serves everybody who opens this workspace.
ui-view-hint-reader = The view keeps the filters, the words searched, the groups, the order and the columns. Your account may read: it serves you only, until the workspace is closed.
ui-view-name-of = Name of the view { $name }
ui-view-name-taken = “{ $name }” cannot be used: the name is empty or taken.
ui-view-renamed = The view is now called “{ $name }”.
ui-view-remove = Delete the view { $name }
ui-view-removed = The view “{ $name }” is deleted.
ui-action-goto = Go to a file…
ui-goto-search = Birth name or name in use, number, INE or e-mail
ui-goto-hint = Type the beginning of a name or of a number: neither accents nor capitals count.
ui-goto-found =
    { $count ->
        [0] No file matches.
        [one] { $count } file
       *[other] { $count } files
    }
ui-goto-more = The first { $shown } of { $total } files
ui-file-journal = History of the file
ui-file-sources =
    { $count ->
        [one] Source: { $count } imported row
       *[other] Sources: { $count } imported rows
    }
ui-source-row = { $file } › { $sheet } › row { $row }

ui-action-editions = Write a rulebook or change its edition
