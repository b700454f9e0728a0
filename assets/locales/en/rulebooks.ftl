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

## What each entry is called. Windows, closures, extensions, limits and documents are called by what they hold.

rulebook-key-academic-year-first-day = First day of the academic year
rulebook-key-auditor-agreement = Free auditor: agreement of the unit’s head
rulebook-key-auditor-attendance = Free auditor: what may be attended
rulebook-key-auditor-capacity = Free auditor: capacity
rulebook-key-auditor-decision = Free auditor: opinion on the request
rulebook-key-auditor-levels = Free auditor: levels open
rulebook-key-auditor-signature = Free auditor: signature
rulebook-key-auditor-student-welfare = Free auditor: student welfare services
rulebook-key-auditor-units-per-semester = Free auditor: number of units
rulebook-key-calendar-acceptance-first = Offer accepted before registration
rulebook-key-calendar-etudes-en-france = Opening for Études en France
rulebook-key-calendar-notice-days = Reminder before a close
rulebook-key-calendar-re-registration = Who re-registers
rulebook-key-calendar-respected = Registration periods respected
rulebook-key-channel-ajac-higher-year = AJAC: where to register in the higher year
rulebook-key-channel-ajre-units = AJRE: where to register for the units allotted
rulebook-key-closure-days = Closures of the office
rulebook-key-closure-summer = Summer closure
rulebook-key-closure-winter = Winter closure
rulebook-key-closure-spring = Spring closure
rulebook-key-closure-autumn = Autumn closure
rulebook-key-concordance-after-dispensation = Concordance after a dispensation
rulebook-key-concordance-channels = Concordance: where to ask
rulebook-key-concordance-contest-days = Concordance: days to contest
rulebook-key-concordance-degree-held = Concordance with a degree held
rulebook-key-concordance-equivalences = Concordance: equivalences admitted
rulebook-key-concordance-m2-language-words = Concordance in M2: words that mean a language
rulebook-key-concordance-m2-natures = Concordance in M2: units admitted
rulebook-key-concordance-professional-experience = Concordance by professional experience
rulebook-key-concordance-requests-per-year = Concordance: number of requests
rulebook-key-concordance-waiver = Concordance: giving one up
rulebook-key-cvec-amount = CVEC: amount { $what }
rulebook-key-cvec-before-registration = CVEC: certificate before registration
rulebook-key-cvec-certificate = CVEC: certificate
rulebook-key-cvec-certificate-identity = CVEC: identity on the certificate
rulebook-key-cvec-certificate-personal = CVEC: personal certificate
rulebook-key-cvec-certificate-year = CVEC: year of the certificate
rulebook-key-cvec-conditional-proofs = CVEC: proofs of exemption
rulebook-key-cvec-conditional-temporary-protection = CVEC: condition of temporary protection
rulebook-key-cvec-control-valid-states = CVEC: valid control states
rulebook-key-cvec-exchange = CVEC, exchange: { $what }
rulebook-key-cvec-ground = CVEC, ground: { $what }
rulebook-key-cvec-liability = CVEC: who owes it
rulebook-key-cvec-number-shape = CVEC: shape of the number
rulebook-key-cvec-number-year-digit = CVEC: place of the year in the number
rulebook-key-cvec-refund-before = CVEC: last day of refund
rulebook-key-cvec-regime = CVEC, regime: { $what }
rulebook-key-cvec-scholarship = CVEC, scholarship: { $what }
rulebook-key-derogation-channels = Derogation: where to ask
rulebook-key-derogation-deadline-licence = Derogation in licence: deadline
rulebook-key-derogation-deadline-master = Derogation in master: deadline
rulebook-key-derogation-needed = Derogation beyond the limits
rulebook-key-derogation-single = Derogation: number of requests
rulebook-key-documents-checked = Documents: who checks them
rulebook-key-documents-checked-first = Documents checked before registration
rulebook-key-documents-deposited = Documents: deposit
rulebook-key-documents-expiry = Documents: end of validity
rulebook-key-documents-false = False document: what follows
rulebook-key-documents-false-words = False document: words that say so
rulebook-key-documents-required = Documents required
rulebook-key-extension-dates = Extensions
rulebook-key-fee-ajac = Fees of an AJAC student
rulebook-key-fee-doctorate-full = Doctorate fees, full rate { $what }
rulebook-key-fee-doctorate-reduced = Doctorate fees, reduced rate { $what }
rulebook-key-fee-due = Fees: when they are paid
rulebook-key-fee-exchange = Fees, exchange: { $what }
rulebook-key-fee-ground = Fees, ground: { $what }
rulebook-key-fee-instalments-first-share = Payment by instalments: first part
rulebook-key-fee-licence-full = Licence fees, full rate { $what }
rulebook-key-fee-licence-reduced = Licence fees, reduced rate { $what }
rulebook-key-fee-master-full = Master fees, full rate { $what }
rulebook-key-fee-master-reduced = Master fees, reduced rate { $what }
rulebook-key-fee-proof = Fees, proofs: { $what }
rulebook-key-fee-regime = Fees, regime: { $what }
rulebook-key-fee-scholarship = Fees, scholarship: { $what }
rulebook-key-fee-second-registration = Fees of a second registration
rulebook-key-fee-university-full = University diploma fees, full rate { $what }
rulebook-key-fee-university-reduced = University diploma fees, reduced rate { $what }
rulebook-key-identity-age-day = Age: day on which it is counted
rulebook-key-identity-age-least = Lowest age
rulebook-key-identity-age-most = Highest age
rulebook-key-identity-ine-forms = INE: shapes admitted
rulebook-key-identity-ine-keys = INE: shapes whose key is checked
rulebook-key-identity-ine-studied-before = INE: routes of those who already have one
rulebook-key-identity-ine-unique = INE: uniqueness
rulebook-key-identity-person-unique = Person: what tells them apart
rulebook-key-limit-levels = Limits on registrations
rulebook-key-piece-concordance-list = Documents of a concordance
rulebook-key-piece-lists = Lists of documents
rulebook-key-refund-cvec = Refund of the CVEC
rulebook-key-refund-retained = Refund: sum retained
rulebook-key-repeats-limited = Limit on repeated registrations
rulebook-key-repeats-nar = Registration of a NAR student
rulebook-key-repeats-online = Online registration beyond the limits
rulebook-key-window-dates = Registration windows

rulebook-name-window-number = { $who }, window { $number }
rulebook-name-window-other = { $who }, other calendar
rulebook-name-closure = Closure of the office ({ $key })
rulebook-name-extension = Extension { $who }
rulebook-name-limit = Limit on registrations { $who }
rulebook-name-limit-field = Limit on registrations { $who }, field { $field }
rulebook-name-piece = Document: { $title }
rulebook-name-piece-of = { $of }, document: { $title }
rulebook-name-piece-of-levels = { $of } in { $who }, document: { $title }
rulebook-new-window = Registration window, { $who }
rulebook-new-window-other = Registration window, other levels
rulebook-new-closure = Another closure of the office
rulebook-new-extension = Extension, { $who }
rulebook-new-limit = Limit on registrations, { $who }
rulebook-new-piece = Another document of the file

## Numbers under keys that count something.

rulebook-count-auditor-units-per-semester =
    { $count ->
        [one] { $count } unit a semester
       *[other] { $count } units a semester
    }
rulebook-count-calendar-notice-days =
    { $count ->
        [one] { $count } day before
       *[other] { $count } days before
    }
rulebook-count-concordance-contest-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
rulebook-count-concordance-requests-per-year =
    { $count ->
        [one] { $count } request a year
       *[other] { $count } requests a year
    }
rulebook-count-cvec-number-year-digit = character no. { $count }
rulebook-count-identity-age-least =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
rulebook-count-identity-age-most =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
