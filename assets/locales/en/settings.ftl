# Words of the settings: display, language, data, about.

ui-settings-display = Display
ui-settings-theme = Appearance
ui-settings-density = Density
ui-settings-density-compact = Compact
ui-settings-density-standard = Standard
ui-settings-density-airy = Airy
ui-settings-density-text = Height of rows, buttons and fields: 28, 32 or 40 pixels.
ui-settings-font = Readable font
ui-settings-font-text = Uses the system’s font in the place of Guichet’s: the one you may have set already to read better.
ui-settings-letters = Single-letter keys
ui-settings-letters-text = In a list or on a finding, a letter alone acts (L waives, D enters a derogation). Turn them off if you dictate or often press a key by mistake.
ui-settings-zoom = Zoom
ui-settings-zoom-less = Smaller
ui-settings-zoom-more = Larger
ui-settings-zoom-none = Back to 100%
ui-settings-zoom-text = From 100 to 400%. Also by Ctrl and +, Ctrl and −, Ctrl and 0, or Ctrl and the wheel.
ui-settings-language-text = Changes at once, without a restart. The data do not change.
ui-settings-backups = Backups
ui-settings-backups-text = When they are made, where they are copied, the room they take, and how to put one back.
ui-settings-backups-open = Open the backups
ui-settings-data = Data
ui-settings-data-folder = Folder of this workspace
ui-settings-data-show = Open this folder
ui-settings-data-own = Folder of the application
ui-settings-data-export-text = Writes the report, each list as a workbook and a copy of the journal into a new folder. These files are not encrypted.
ui-settings-about = About
ui-settings-about-version = Guichet { $version }, licence { $licence }
ui-settings-sends = What this application sends: nothing
ui-settings-sends-text = Guichet opens no connection and holds no network client. It looks for no update, does not measure its use and writes no trace file. Nothing leaves this computer unless you carry it away yourself.
ui-settings-accessibility = Accessibility
ui-settings-accessibility-aim = Guichet aims at conformance with WCAG 2.2, levels A and AA. No third party has audited it yet: this statement is a self-assessment.
ui-settings-accessibility-done = Every screen is tried by keyboard alone, checked by the tool axe in light, dark and high contrast, and read at 400%; the contrasts of colours are computed.
ui-settings-accessibility-readers = Known limit: screen readers (NVDA, JAWS, VoiceOver, Orca) have not yet been tried by people who use them.
ui-settings-accessibility-grid = Known limit: at 400%, a long list keeps its columns and scrolls sideways.
ui-settings-accessibility-files = Known limit: exported workbooks depend on the spreadsheet program that opens them.
ui-settings-parts = Software used and its licences
ui-settings-parts-count =
    { $count ->
        [one] { $count } part
       *[other] { $count } parts
    }
ui-settings-parts-list = The list
ui-settings-parts-search = Search for a part, a licence or words of its text
ui-settings-parts-text = Text of the licence of { $name }
ui-settings-parts-name = Name
ui-settings-parts-version = Version
ui-settings-parts-licence = Licence
ui-settings-parts-inside = inside another part

## Purge

ui-purge = End of retention
ui-purge-text = When the files of a finished year are no longer to be kept, a purge erases them from the workspace and from all its backups. What would be erased is shown first.
ui-purge-none = No finished year has a file here.
ui-purge-year = Finished year
ui-purge-files = Files
ui-purge-persons = Persons
ui-purge-ask = Purge…
ui-purge-ask-of = Purge the year { $year }…
ui-purge-undated = { $count ->
        [one] With the file that does not say its year
       *[other] With the { $count } files that do not say their year
    }
ui-purge-person-text = To erase one person only, open their file, then “Purge this person…”.
ui-purge-title = Purge
ui-purge-what = To erase: { $what }
ui-purge-kind = What
ui-purge-going = To erase
ui-purge-staying = Kept
ui-purge-backups = { $count ->
        [0] There is no backup of before to erase. A new one is made after the purge.
        [one] The backup of before is erased with the rest. A new one takes its place.
       *[other] The { $count } backups of before are erased with the rest. A new one takes their place.
    }
ui-purge-second-place = Copies are also in { $place }: Guichet does not erase them, destroy them by hand.
ui-purge-mentions = { $count ->
        [one] A text kept about another file names a person to purge:
       *[other] { $count } texts that are kept name a person to purge:
    }
ui-purge-mentions-left = { $count ->
        [one] A text that is kept still names a purged person. Read it again; this list will not be shown any more.
       *[other] { $count } texts that are kept still name a purged person. Read them again; this list will not be shown any more.
    }
ui-purge-blank = Blank these texts too
ui-purge-final = A purge cannot be undone, and no import of before can be undone after it.
ui-purge-confirm-label = To confirm, type “{ $words }”
ui-purge-keep = Erase nothing
ui-purge-go = Purge
ui-purge-done = Purge done: record
ui-purge-save = Save the record…
