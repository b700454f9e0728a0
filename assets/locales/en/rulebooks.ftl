app-rulebook-edition = { $title } · edition { $edition }
app-rulebook-by = { $at }, { $who }
app-journal-publish = Rulebook published and put in force: { $label }
app-family-other = Other entries

rulebook-note-open = Not set for { $year }: the entry comes from the rulebook of { $former }, its source is still to be found.
rulebook-word-office = at the office
rulebook-word-online = online
rulebook-word-owed = owed
rulebook-word-not-concerned = not concerned
rulebook-word-exempt = exempt
rulebook-word-none = none
rulebook-word-due = due
rulebook-word-by-decision = by decision
rulebook-word-other-tariff = another tariff
rulebook-word-reduced-licence = reduced licence tariff

error-rulebook-not-a-key = a key is written with plain letters, digits, dots and hyphens
error-rulebook-typed = The entry { $key } was not changed: { $fault }.
error-rulebook-without-year = The rulebook { $id } does not say for which academic year it holds: no file can be judged by it.
error-rulebook-there = The rulebook { $id } is there already, to the letter: there is nothing to open.
error-store-edition-there = An edition has this identifier already. Nothing was published: go back to the list of rulebooks, then start again.
error-store-draft-gone = This rulebook being written is not there any more. Nothing was published.

cli-rulebook-published = Rulebook { $id } published and put in force. { $changed ->
    [0] No file changes
    [one] One file changes
   *[other] { $changed } files change
} out of { $files }.
