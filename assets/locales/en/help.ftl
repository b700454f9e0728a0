# Words of the help and its table of keys. The pages are in assets/help/screens.

ui-help-search = Search the help and the rules
ui-help-pages = Pages of help
ui-help-none = No page has these words.
ui-help-found =
    { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }
ui-help-to-rules = Read this rule in the rulebook

## Pictures of the screens: what one sees

ui-help-enlarge = Enlarge the picture
ui-help-picture-start = The start: three choices, trying with fictitious data, creating a workspace or opening one.
ui-help-picture-desk = The desk: how many files are blocked, to check or ready, what is left to do, the progress and the calendar of deadlines.
ui-help-picture-files = The list of blocked files and, on the right, the panel of one file with its finding, the reason and the evidence.
ui-help-picture-findings = The findings gathered by rule and, on the right, one of them with the rule in words, the reason and the evidence.
ui-help-picture-requests = The list of requests and, on the right, a derogation with its time limit, the page it rests on and the decision.
ui-help-picture-waivers = A waiver: the file, the reason and, in a table, the facts when it was waived and those of today.
ui-help-picture-simulation = A simulation as of 1 December: the banner that says nothing is saved and the files that would change.
ui-help-picture-import = The import at the step of the columns: an unknown column, its examples and the list of the fields it may hold.
ui-help-picture-rules = The rulebook: the list of rules by family and, on the right, one rule in words.
ui-help-picture-journal = The journal: each operation with its date, its seal and the button that undoes it.
ui-help-picture-backups = The backups: the list of copies, with the buttons that verify and restore, then what is kept and for how long.
ui-help-picture-settings = The settings of the display: appearance, density, zoom, font and single-letter keys.
ui-help-picture-exports = A report has just been exported: a message says how many files and findings it holds and where it is.

## Keys

ui-help-shortcuts = Keyboard shortcuts
ui-help-key = Key
ui-help-act = Effect
ui-key-enter = Enter
ui-help-open = Open the file of the row
ui-key-space = Space
ui-help-peek = In the requests, show the request of the row
ui-help-close = Close the file; in the search, remove the last filter
ui-key-arrows = Arrows, Home, End, Page
ui-help-walk = Walk through the list of files
ui-key-next-finding = F8, Shift+F8
ui-help-next-finding = Next, previous finding
ui-key-regions = F6, Shift+F6
ui-help-regions = Next, previous region of the window
ui-help-back = In an import: back to the previous step
ui-key-select = Space, Shift+arrows, Ctrl+A
ui-help-select = In the files, select the row, extend, select all
ui-key-decide = L, D, P, N
ui-help-decide = In the list or on a finding: waive, derogation, document, note
ui-key-waivers = L, Delete
ui-help-waivers = In the waivers: renew, take away

## What was said since the workspace was opened

ui-messages-title = Messages
ui-messages-text = All that was said since the workspace was opened, the latest first. The list is forgotten when it is closed or locked.
ui-messages-none = No message
ui-messages-none-text = What is announced at the top of the screen stays here, also once dismissed.
