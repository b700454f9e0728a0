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
rulebook-word-required = required
rulebook-word-registered-last-year = registered the year before
rulebook-word-opens-without-close = opens, with no closing date
rulebook-word-limited = limited
rulebook-word-not-allowed = not allowed
rulebook-word-granted = granted
rulebook-word-one = a single one
rulebook-word-written-before-exams = in writing, before the exams
rulebook-word-favourable = favourable
rulebook-word-limiting = limiting
rulebook-word-campaign = the year of the campaign
rulebook-word-same-person = the same person
rulebook-word-one-person = one person only
rulebook-word-by-regime-and-exchange = by regime and exchange
rulebook-word-by-the-office = by the office
rulebook-word-last-day-included = last day included
rulebook-word-cancelled = cancelled
rulebook-word-never = never
rulebook-word-not-authorised = not authorised
rulebook-word-at-registration = at registration
rulebook-word-reduced = reduced tariff
rulebook-word-higher-year-only = higher year only
rulebook-word-lectures = lectures
rulebook-word-tele-request = tele-request
rulebook-word-re-registration = re-registration
rulebook-word-parcoursup-reorientation = Parcoursup reorientation
rulebook-word-common-core = common core
rulebook-word-language = language
rulebook-word-transfer = transfer
rulebook-word-social = needs-based scholarship
rulebook-word-birth-name = birth name
rulebook-word-given-name = given name
rulebook-word-birth-date = birth date

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
