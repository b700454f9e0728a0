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
