# The rulebook editor: fetched with the screen of the rulebook.

ui-editor-text = A rulebook is written from another one, entry by entry, each with its source. Once published it is an edition that does not change any more.
ui-editor-drafts = Being written
ui-editor-drafts-none = No rulebook is being written. “Start from it” begins one from an edition.
ui-editor-editions = Editions
ui-editor-title = Rulebook
ui-editor-year = Year
ui-editor-published = Published
ui-editor-shipped = comes with Guichet
ui-editor-in-force = in force
ui-editor-acts = Actions
ui-editor-clone = Start from it…
ui-editor-clone-of = Start from it: a rulebook made from { $title }
ui-editor-save = Save in a file…
ui-editor-save-of = Save in a file… { $title }
ui-editor-shelf = Rulebooks of the workspace
ui-editor-saved = Edition saved. Another office can open it in Guichet.
ui-editor-apply = Put in force
ui-editor-apply-of = Put in force: { $title }
ui-editor-open-file = Open a file…
ui-editor-go-on = Go on
ui-editor-go-on-with = Go on with { $title }
ui-editor-discard = Erase…
ui-editor-discard-of = Erase… { $title }
ui-editor-discard-title = Erase what is being written?
ui-editor-discard-text = “{ $title }”, being written, will be erased with its changes. Published editions do not change.
ui-editor-discard-confirm = Erase what is being written
ui-editor-discard-keep = Keep it
ui-editor-from = from { $base }
ui-editor-kept = Changed: { $kept }
ui-editor-changed =
    { $count ->
        [0] no entry changed
        [one] one entry changed
       *[other] { $count } entries changed
    }
ui-editor-open =
    { $count ->
        [0] none left open
        [one] one left open
       *[other] { $count } left open
    }
ui-editor-to-confirm =
    { $count ->
        [0] none to confirm
        [one] one to confirm
       *[other] { $count } to confirm
    }
ui-editor-clone-text = The new rulebook says at first what “{ $title }” says.
ui-editor-clone-for = For
ui-editor-clone-same = a new edition, for the same year
ui-editor-clone-other = another academic year
ui-editor-clone-year = Academic year
ui-editor-clone-year-note = For instance { $example }. Dates are not taken over: they stay “not set” until a source gives them.
ui-editor-clone-confirm = Begin
ui-editor-back = All rulebooks
ui-editor-will-be = Will be published as edition { $edition }, under the identifier { $id }.
ui-editor-rename = Title
ui-editor-title-fr = Title in French
ui-editor-title-en = Title in English
ui-editor-keep-title = Keep the title
ui-editor-show-every = Show every entry
ui-editor-search = Search an entry
ui-editor-show = Entries shown
ui-editor-show-all = All
ui-editor-show-todo = To complete
ui-editor-show-changed = Changed
ui-editor-count =
    { $count ->
        [0] no entry
        [one] one entry
       *[other] { $count } entries
    }
ui-editor-change-same = Unchanged
ui-editor-change-changed = Changed
ui-editor-change-added = Added
ui-editor-change-removed = Left out
ui-editor-change-below = National layer
ui-editor-mark-unset = Not set
ui-editor-unset = not set
ui-editor-unread = No rule of Guichet reads this key: it will change no file.
ui-editor-new = Add…
ui-editor-new-title = Add an entry
ui-editor-new-kind = Kind of entry
ui-editor-new-name = Entry
ui-editor-new-nothing = This rulebook already has every entry of this kind that Guichet knows.
ui-editor-new-free = Write the key oneself
ui-editor-new-key = Key (left empty: the entry chosen)
ui-editor-new-key-note = A key is written like those of the other entries, for instance { $example }.
ui-editor-new-confirm = Go on
ui-editor-kind-value = Value
ui-editor-kind-window = Registration window
ui-editor-kind-closure = Closure
ui-editor-kind-extension = Extension
ui-editor-kind-limit = Limit on registrations
ui-editor-kind-piece = Required document
ui-editor-choose = Choose an entry
ui-editor-choose-text = You change what it says and the source where you read it. What is not set shows, and stays so as long as no source gives it.
ui-editor-says = What the entry says
ui-editor-now = Now, in this rulebook
ui-editor-former = In the rulebook it comes from
ui-editor-former-none = absent
ui-editor-not-here = This entry comes from a rulebook below: it is read here, and changed in that one.
ui-editor-left-out = This entry is left out of the rulebook being written.
ui-editor-not-set = Not set: no source gives this value
ui-editor-value = Value
ui-editor-value-amount = Amount in euros
ui-editor-value-number = Whole number
ui-editor-value-words = One word a line
ui-editor-value-day = Day of the year (dd/mm)
ui-editor-value-moment = Date, and hour if there is one
ui-editor-value-share = Share (1/3)
ui-editor-value-choose = Choose a value
ui-editor-moment-format = dd/mm/yyyy hh:mm
ui-editor-moment-unread = Neither a date nor an instant: write for instance 20/09/2024 12:00.
ui-editor-day-unread = Not a day of the year: write for instance 01/09.
ui-editor-who = For whom
ui-editor-everybody = everybody
ui-editor-levels = Levels
ui-editor-routes = Routes
ui-editor-results = Results of the year before
ui-editor-regimes = Regimes
ui-editor-scholarships = Scholarships
ui-editor-grounds = Grounds of exemption
ui-editor-accepted-from = Offer accepted from
ui-editor-accepted-to = Offer accepted until
ui-editor-spans = Windows
ui-editor-span = Window { $number }
ui-editor-opens = Opens
ui-editor-closes = Closes
ui-editor-span-add = Add a window
ui-editor-span-remove = Remove window { $number }
ui-editor-no-date = Not set: no source gives a date. The files concerned will be said to be “undecided”.
ui-editor-decides = Judge the files by this window (otherwise it is only quoted where it differs)
ui-editor-closed-from = First day
ui-editor-closed-to = Last day
ui-editor-extension-closes = Last minute
ui-editor-most = Registrations without derogation
ui-editor-discipline = Field concerned (empty: all)
ui-editor-piece-fr = Name of the document in French
ui-editor-piece-en = Name of the document in English
ui-editor-names = Names by which it is recognised, one a line
ui-editor-exact = Names that count only whole, one a line
ui-editor-unless = Words that make it another document, one a line
ui-editor-source = Source
ui-editor-document = Document
ui-editor-heading = Where in the document
ui-editor-quote = Sentence quoted
ui-editor-status = How sure
ui-editor-status-verified = verified
ui-editor-status-single-source = one source only
ui-editor-status-to-confirm = to be confirmed
ui-editor-note-fr = Remark in French
ui-editor-note-en = Remark in English
ui-editor-keep = Keep the entry
ui-editor-kept-entry = Entry kept: { $name }
ui-editor-typed = Typed, not kept
ui-editor-publish-typed =
    { $count ->
        [one] What was typed in one entry is not kept and will not be published: { $names }.
       *[other] What was typed in { $count } entries is not kept and will not be published: { $names }.
    }
ui-editor-reset = Back to the rulebook it comes from
ui-editor-put-back = Put the entry back
ui-editor-take-away = Take the addition away
ui-editor-remove = Leave the entry out
ui-editor-publish = Check and publish
ui-editor-publish-title = Publish this rulebook?
ui-editor-publish-text = “{ $title }” becomes an edition that does not change any more, and the files are judged by it. Ctrl+Z, or choosing the former edition, goes back.
ui-editor-publish-running = The files are being judged by this rulebook…
ui-editor-publish-files =
    { $total ->
        [0] No file changes out of { $files }.
        [one] One file changes out of { $files }.
       *[other] { $total } files change out of { $files }.
    }
ui-editor-publish-open =
    { $count ->
        [one] One entry is not set: the files it concerns will be said to be “undecided”.
       *[other] { $count } entries are not set: the files they concern will be said to be “undecided”.
    }
ui-editor-publish-list = Files that change
ui-editor-publish-first = { $shown } of { $total } shown.
ui-editor-publish-file = File
ui-editor-publish-level = Level
ui-editor-publish-state = State
ui-editor-publish-said = Findings
ui-editor-publish-confirm = Publish and put in force
ui-editor-done = Rulebook published and put in force: { $title }
ui-editor-task = Writing the rulebook
ui-editor-task-publishing = Publishing the rulebook
