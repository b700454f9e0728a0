# What the rules say. Keys: <CODE>-title, <CODE>[-variant]-message, -why, -remedy; reason-* why a rule is not concerned.

## Identity

IDN002-title = Malformed INE
IDN002-message = The INE {$ine} has none of the known forms.
IDN002-why = {$ine} has {$length} characters; the known forms have 11: 10 digits and a letter, 10 characters and a digit, 9 digits and 2 letters, or the apprentices' form.
IDN002-remedy = Copy the INE from the baccalaureate transcript or a registration certificate, and check that the spreadsheet has not damaged the column.
IDN002-unknown-message = The INE cannot be read: the roster has no INE column.
IDN002-unknown-why = Without that column the rule can neither pass nor fail.
IDN002-unknown-remedy = Add the INE column to the extract, then import it again.
IDN003-title = INE key does not agree
IDN003-message = The key of the INE {$ine} does not agree with its other characters.
IDN003-why = A number of the form {$form}: the computed key differs from the last character.
IDN003-remedy = Compare with the student's document; a typing mistake is the most common cause.
IDN003-unknown-message = The INE cannot be read: the roster has no INE column.
IDN003-unknown-why = Without that column the rule can neither pass nor fail.
IDN003-unknown-remedy = Add the INE column to the extract, then import it again.
IDN004-title = Shared INE
IDN004-message = The INE {$ine} is also that of: {$others}.
IDN004-why = {$count ->
    [one] One other student number carries
   *[other] {$count} other student numbers carry
} the same INE, and an INE names one person only.
IDN004-remedy = Check the identities side by side: one person under two numbers, or an INE copied onto the wrong row.
IDN004-unknown-message = The INE cannot be read: the roster has no INE column.
IDN004-unknown-why = Without that column the rule can neither pass nor fail.
IDN004-unknown-remedy = Add the INE column to the extract, then import it again.
ine-form-bea = BEA (10 digits and a letter)
ine-form-nne = NNE (10 characters and a digit)

## Cvec

CVC001-title = CVEC certificate missing
CVC001-message = No CVEC certificate number, and one is expected.
CVC001-why = Regime: {$regime}. A certificate is expected, by payment ({$amount}) or by exemption, and neither the roster nor the certificates carry one.
CVC001-remedy = Ask the student for the certificate; even an exempt student downloads it from the national portal.
CVC001-unknown-message = Whether there is a certificate cannot be checked.
CVC001-unknown-why = A number is expected, but the roster has no column for it and no certificate list was given.
CVC001-unknown-remedy = Import the certificate list, or a roster with the CVEC number column.
CVC002-title = Malformed CVEC number
CVC002-message = Malformed certificate number: {$numbers}.
CVC002-why = {$numbers} has not the shape AAA9 XXXXXX 99 (3 letters, 1 digit, 6 letters or digits, 2 digits).
CVC002-remedy = Read the certificate again; common confusions: O and 0, I and 1, B and 8, S and 5.
CVC003-title = Certificate of another year
CVC003-message = The certificate is of another academic year: {$years}.
CVC003-why = Campaign {$campaign}; years on the certificates: {$years}. The contribution is due every year.
CVC003-remedy = Ask for the certificate of {$campaign}.
CVC003-hint-message = The number looks like another year's: {$numbers}.
CVC003-hint-why = No year is written; the fourth character should be {$digit} for {$campaign}. It is only a hint: {$numbers}.
CVC003-hint-remedy = Check the year on the certificate itself.
CVC004-title = Shared CVEC number
CVC004-message = The number {$numbers} is also carried by: {$others}.
CVC004-why = {$count ->
    [one] One other person carries
   *[other] {$count} other persons carry
} this number; a certificate is personal.
CVC004-remedy = Compare the certificates: one of the persons has not given their own.
CVC005-title = Certificate in another name
CVC005-message = The certificate does not match the file: {$fields}.
CVC005-why = Compared without case, accents or punctuation, these differ: {$fields}.
CVC005-remedy = Check that the certificate is the student's own; a name in use typed for the birth name is corrected on the roster.
CVC005-ine-message = Only the INE differs between the certificate and the file.
CVC005-ine-why = Name and birth date do not contradict each other; a person may have several INE, one of them provisional.
CVC005-ine-remedy = Confirm that it is the same person.
CVC006-title = Certificate not needed
CVC006-message = A certificate is present ({$numbers}) although the student is not concerned.
CVC006-why = Not concerned: {$reason}.
CVC006-remedy = Nothing to require. Check the regime or the exchange if the certificate was paid for.
CVC007-title = Ground of exemption refused
CVC007-message = The certificate is by exemption, but this ground does not exempt: {$ground}.
CVC007-why = {$ground}: listed among those that do not exempt from the CVEC.
CVC007-remedy = Ask for proof of the ground of exemption, or for the contribution to be paid.
CVC007-unknown-message = The ground of the exemption is not understood: {$raw}.
CVC007-unknown-why = The certificate is by exemption and the scholarship "{$raw}" is not a known value.
CVC007-unknown-remedy = Correct the scholarship on the roster, or say which value it stands for.
CVC010-title = Liability unknown
CVC010-message = Cannot tell whether the CVEC is due: {$reason}.
CVC010-why = The regime and the exchange programme decide the liability; here, {$reason}.
CVC010-remedy = Complete or correct the regime (or the exchange) on the roster, then import it again.
word-amount = {$amount}
word-not-set = amount not set
word-unknown = unknown

## Calendar

CAL001-title = Registered before the opening
CAL001-message = Registered at {$at}, before the first window opens.
CAL001-why = {$population}: {$windows}. Registered at {$at}.
CAL001-remedy = Have a late registration decided on, or cancel the registration.
CAL001-office-message = Registered at {$at}, before the first window opens (made at the office).
CAL001-office-why = {$population}: {$windows}. Registered at {$at}. The windows hold for registrations made at the office too.
CAL001-office-remedy = The registration was made at the office: record the late authorisation (who, when, reference).
CAL001-day-message = The hour of the registration is not known, and it decides: {$day}.
CAL001-day-why = {$population}: {$windows}. A window opens or closes on {$day}, and the file says only the day.
CAL001-day-remedy = Extract the registration date with its hour, then import it again.
CAL001-unknown-message = The registration date cannot be read.
CAL001-unknown-why = Text of the file: "{$raw}".
CAL001-unknown-remedy = Add or correct the registration date (day, month, year and hour), then import it again.
CAL001-absent-message = The registration date cannot be read.
CAL001-absent-why = The roster has no column for it.
CAL001-absent-remedy = Add or correct the registration date (day, month, year and hour), then import it again.
CAL002-title = Registered after the close
CAL002-message = Registered at {$at}, after the last window closed.
CAL002-why = {$population}: {$windows}. Registered at {$at}.
CAL002-remedy = Have a late registration decided on, or cancel the registration.
CAL002-office-message = Registered at {$at}, after the last window closed (made at the office).
CAL002-office-why = {$population}: {$windows}. Registered at {$at}. The windows hold for registrations made at the office too.
CAL002-office-remedy = The registration was made at the office: record the late authorisation (who, when, reference).
CAL002-day-message = The hour of the registration is not known, and it decides: {$day}.
CAL002-day-why = {$population}: {$windows}. A window opens or closes on {$day}, and the file says only the day.
CAL002-day-remedy = Extract the registration date with its hour, then import it again.
CAL002-unknown-message = The registration date cannot be read.
CAL002-unknown-why = Text of the file: "{$raw}".
CAL002-unknown-remedy = Add or correct the registration date (day, month, year and hour), then import it again.
CAL002-absent-message = The registration date cannot be read.
CAL002-absent-why = The roster has no column for it.
CAL002-absent-remedy = Add or correct the registration date (day, month, year and hour), then import it again.
CAL003-title = Registered between two windows
CAL003-message = Registered at {$at}, between two windows{$closure}.
CAL003-why = {$population}: {$windows}. Registered at {$at}; the next window opens at {$reopens}.
CAL003-remedy = Have a late registration decided on, or cancel the registration.
CAL003-office-message = Registered at {$at}, between two windows{$closure} (made at the office).
CAL003-office-why = {$population}: {$windows}. Registered at {$at}; the next window opens at {$reopens}. The windows hold for registrations made at the office too.
CAL003-office-remedy = The registration was made at the office: record the late authorisation (who, when, reference).
CAL003-day-message = The hour of the registration is not known, and it decides: {$day}.
CAL003-day-why = {$population}: {$windows}. A window opens or closes on {$day}, and the file says only the day.
CAL003-day-remedy = Extract the registration date with its hour, then import it again.
CAL003-unknown-message = The registration date cannot be read.
CAL003-unknown-why = Text of the file: "{$raw}".
CAL003-unknown-remedy = Add or correct the registration date (day, month, year and hour), then import it again.
CAL003-absent-message = The registration date cannot be read.
CAL003-absent-why = The roster has no column for it.
CAL003-absent-remedy = Add or correct the registration date (day, month, year and hour), then import it again.
closure-during = , during the office's closure from {$from} to {$to}
closure-none = {""}
CAL004-title = No window defined
CAL004-message = Cannot tell whether the registration is in time: {$reason}.
CAL004-why = The rulebook has no dated window for this file: {$reason}.
CAL004-remedy = Correct the level, the route or the acceptance date if wrong; otherwise have the institution state the deadline.
CAL005-title = Acceptance date missing
CAL005-message = The window depends on when the offer was accepted, and {$reason}.
CAL005-why = Several windows exist for this level and route, by the day of final acceptance; {$reason}.
CAL005-remedy = Copy the answer date from the admission platform's export.
acceptance-missing = it is not given
acceptance-unreadable = "{$raw}" is not a date
CAL006-title = Closing soon
CAL006-message = Not registered yet, and the window closes at {$closes}.
CAL006-why = {$days} d {$hours} h left before the close; the rulebook's notice is {$notice} days.
CAL006-remedy = Remind the student.
CAL006-notice-message = The notice before a close is not set.
CAL006-notice-why = The window is open, but the rulebook does not say how many days before the close to warn.
CAL006-notice-remedy = Set the notice in the rulebook.
CAL006-unknown-message = The registration date cannot be read.
CAL006-unknown-why = Text of the file: "{$raw}".
CAL006-unknown-remedy = Add or correct the registration date (day, month, year and hour), then import it again.
CAL006-absent-message = The registration date cannot be read.
CAL006-absent-why = The roster has no column for it.
CAL006-absent-remedy = Add or correct the registration date (day, month, year and hour), then import it again.
CAL007-title = Not registered in time
CAL007-message = Not registered, and the last window has closed.
CAL007-why = {$population}: {$windows}. Judged as of {$as_of}.
CAL007-remedy = Check whether the student gives up; otherwise a late authorisation is needed.
CAL007-unknown-message = The registration date cannot be read.
CAL007-unknown-why = Text of the file: "{$raw}".
CAL007-unknown-remedy = Add or correct the registration date (day, month, year and hour), then import it again.
CAL007-absent-message = The registration date cannot be read.
CAL007-absent-why = The roster has no column for it.
CAL007-absent-remedy = Add or correct the registration date (day, month, year and hour), then import it again.
why-and-remark = {$why} {$remark}
other-calendar = Elsewhere the same page gives another calendar ({$windows}), by which that moment lies {$place}: to be confirmed.
place-before = before the first window
place-inside = inside a window
place-between = between two windows
place-after = after the last window
window-between = from {$opens} to {$closes}
window-until = until {$closes}
population-level = Windows of {$level}
population-route = Windows of {$level}, {$route}
no-window-other-year = the registration is for {$own}, the rulebook for {$book}
no-window-level-unmapped = the level "{$raw}" is not understood
no-window-level-missing = the level is not given
no-window-route-unmapped = in {$level} the window depends on the route, and "{$raw}" is not understood
no-window-route-missing = in {$level} the window depends on the route, which is not given
no-window-no-date = offer accepted on {$accepted}: the page refers to deadlines set by the head of the institution
no-window-cohort = offer accepted on {$accepted}, before every acceptance span of the page
no-window-route = no window is given in {$level} for the route {$route}
no-window-level = no window is given in {$level}
no-window-extension = after the ordinary close a longer window exists for late funding, and the file says nothing of the funding

## Repeats

CAL008-title = Registered online instead of at the office
CAL008-message = Registered online in {$level}, which is done at the office ({$result}).
CAL008-why = Previous result: {$result}. {$level} is the higher year{$than}; only the repeated year is registered online.
CAL008-remedy = Have the student come to the office for this registration; the repeated year stays registered online.
CAL008-channel-message = How the registration in {$level} was made is not known, and it decides ({$result}).
CAL008-channel-why = Previous result: {$result}. The higher year is registered at the office, and the file does not say whether this registration was made online.
CAL008-channel-remedy = Add or correct the channel's column (online or office), then import again.
CAL008-year-message = Nothing says whether {$level} is the repeated year or the higher one ({$result}).
CAL008-year-why = Previous result: {$result}, registered online. Neither another registration of the year nor last year's history says which year is repeated.
CAL008-year-remedy = Import last year's history, or look at the session's transcript.
CAL008-unknown-message = The previous result cannot be read: the registration may have had to be made at the office.
CAL008-unknown-why = An AJAC student registers at the office for the higher year, an AJRE student for the units granted by the jury; the registration in {$level} is not known to have been made at the office.
CAL008-unknown-remedy = Add or correct the previous result's column, then import again.
than-level = {" "}(the repeated year: {$level})
than-nothing = {""}
reason-not-ajac = the previous result is neither AJAC nor AJRE
reason-no-channel-rule = no rule: the rulebook does not say where to register
reason-first-year = a first year is not a higher year
RPT001-title = Repeat limit exceeded
RPT001-message = Repeat limit exceeded in {$levels}, with no derogation granted.
RPT001-why = {$counts}. The requested registration is counted, whatever the field and the institution.
RPT001-remedy = A derogation for one more registration is needed; without it the registration cannot be validated.
RPT001-unknown-message = The repeat limits cannot be counted.
RPT001-unknown-why = The requested level is not understood, so no limit can be counted.
RPT001-unknown-remedy = Correct the level on the roster, then import it again.
RPT002-title = Last permitted registration
RPT002-message = Last registration without a derogation in {$levels}.
RPT002-why = {$counts}. One more would need a derogation.
RPT002-remedy = Nothing to do this year; tell the student.
RPT003-title = Repeat not authorised
RPT003-message = Result NAR: the student is not authorised to repeat {$level}.
RPT003-why = The previous result is NAR, and the history does not show that last year was at a level other than {$level}.
RPT003-remedy = Check the jury's decision; without one the registration cannot be validated.
RPT003-unknown-message = Last year's result cannot be read.
RPT003-unknown-why = The column is missing, or its value is not a known result.
RPT003-unknown-remedy = Add or correct the previous result, then import it again.
RPT004-title = Incomplete history
RPT004-message = The limit in {$levels} would be exceeded if the years without a level counted.
RPT004-why = {$counts}; {$years ->
    [one] one past year has
   *[other] {$years} past years have
} no readable level and could count as well.
RPT004-remedy = Complete the level of those years in the history.
RPT004-none-message = No history was imported: the limits cannot be checked.
RPT004-none-why = Counted without any history: {$counts}.
RPT004-none-remedy = Import the list of past registrations.
RPT004-field-message = The limit that concerns psychology only cannot be checked: neither field nor programme.
RPT004-field-why = {$counts}; this limit concerns psychology students only.
RPT004-field-remedy = Give the field or the programme on the roster.
RPT005-title = Registered online over the limit
RPT005-message = Registered online at {$at}, although a limit is exceeded.
RPT005-why = {$counts}. In that case online re-registration is not open.
RPT005-remedy = Hold the registration until the derogation is decided.
RPT005-unknown-message = Cannot tell whether the registration was made online.
RPT005-unknown-why = The limit is exceeded, but the date or the channel of the registration is missing or not understood.
RPT005-unknown-remedy = Add or correct the date and the channel of the registration, then import it again.
limit-count = {$levels}: {$total ->
    [one] {$total} registration counted
   *[other] {$total} registrations counted
} against {$most} without a derogation ({$counted})

## Derogations

DRG001-title = Derogation by another channel
DRG001-message = The derogation for {$level} was not requested through the tele-request: {$channel}.
DRG001-why = Channel found: {$channel}. Only the tele-request is admissible.
DRG001-remedy = Ask the student to file the request through the tele-request.
DRG001-unknown-message = The channel of the derogation request for {$level} is not known.
DRG001-unknown-why = Only the tele-request is admissible, and the channel is missing or not understood.
DRG001-unknown-remedy = Give the channel of the request.
DRG005-title = Derogation refused, registration stands
DRG005-message = The derogation for {$level} was refused, and the registration is neither resigned nor cancelled.
DRG005-why = Decision: refused. The registration's state is neither resigned nor cancelled.
DRG005-remedy = Cancel the registration, or record a new decision.
DRG005-unknown-message = The decision on the derogation is not known.
DRG005-unknown-why = A request exists, and its decision is missing or not understood.
DRG005-unknown-remedy = Give the decision.

## Why a rule does not concern a file

reason-cancelled = the registration is cancelled
reason-not-standing = the registration was given up or cancelled
reason-acceptance-unknown = the acceptance date is missing (see CAL005)
reason-cvec-expected = a number is expected
reason-cvec-unknown = the liability is not known (see CVC010)
reason-cvec-not-concerned = not concerned by the CVEC: {$reason}
reason-history-incomplete = the history is incomplete (see RPT004)
reason-ine-key-not-verifiable = the key of this form of INE cannot be verified offline
reason-ine-malformed = the INE is malformed (see IDN002)
reason-level-unknown = the level is not known
reason-no-campaign = neither the file nor the rulebook says the year
reason-no-certificate = no certificate to compare
reason-no-derogation = no derogation request for this level
reason-no-exemption = the certificate is not by exemption
reason-no-ground = no ground of exemption is given
reason-no-ine = no INE
reason-no-number = no certificate number
reason-no-previous-result = no previous result
reason-no-window = no window is defined (see CAL004)
reason-no-year-hint = no year is written, and the malformed number hints at none
reason-not-registered = not registered yet
reason-over-limit = a limit is exceeded (see RPT001)
reason-registered = registered already
reason-within-limits = no limit is exceeded, or a derogation was granted
reason-no-limit = no rule: the pages do not limit registrations in {$level}
reason-regime-no-column = the roster has no regime column
reason-regime-empty = the regime is not given
reason-regime-unmapped = the regime "{$raw}" is not understood
reason-regime-not-set = the rulebook does not settle it for this regime ({$regime})
reason-exchange-unmapped = the exchange programme "{$raw}" is not understood
