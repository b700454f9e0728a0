# Concordances: rules CNC

CNC001-title = Diploma levels are not equivalent
CNC001-message = Concordance requested in {$level} for units passed at a level that is not equivalent: {$origins}.
CNC001-why = Level of the units passed: {$origins}. Level requested: {$level}. The year of study or the cycle differs, and diploma levels must be equivalent.
CNC001-remedy = Check the level of the units passed; if it is right, refuse the request and tell the student.
CNC001-unlisted-message = Whether {$origins} is equivalent to {$level} is not settled.
CNC001-unlisted-why = Level of the units passed: {$origins}. Level requested: {$level}. It is the same year of another diploma; the page gives examples only ({$examples}), and this is not one of them.
CNC001-unlisted-remedy = Have the head of the programme decide on the equivalence, then record the decision.
CNC001-origin-message = The level of the units to recognise in {$level} is not known.
CNC001-origin-why = The request does not give the level of the units, or it is not understood, and the history is not enough to know it.
CNC001-origin-remedy = Fill in the level of the units in the request, or import the student’s history.
CNC001-asked-message = The level for which the concordance is requested is not known.
CNC001-asked-why = The registration has no level that is understood: the request cannot be compared with it.
CNC001-asked-remedy = Fill in the registration’s level, then import again.

CNC002-title = Concordance requested by somebody who holds a degree
CNC002-message = Concordance requested in {$level} although the person already holds a degree.
CNC002-why = The request says: degree already held. Somebody who holds a degree asks for a dispensation, not for a concordance.
CNC002-remedy = Invite the person to ask for a dispensation in eCandidat, and refuse the concordance.
CNC002-past-message = Concordance requested in {$level} although the history shows a degree: {$past}.
CNC002-past-why = History: {$past}. A year that gives a degree was passed, or the person was registered at a level that only a graduate reaches. Somebody who holds a degree asks for a dispensation, not for a concordance.
CNC002-past-remedy = Check the degree; if it is held, invite the person to ask for a dispensation in eCandidat.
CNC002-result-message = Whether the person already holds a degree cannot be told: the result of {$past} is not known.
CNC002-result-why = History: {$past}. That year gives a degree when it is passed, and neither the history nor the request says so.
CNC002-result-remedy = Fill in that year’s result, or say in the request whether a degree is already held.
CNC002-level-message = Cannot tell whether the person already holds a degree: the level of {$past} is not known.
CNC002-level-why = History: {$past}. That year gives a degree if it is a final one and was passed; the history does not write its level.
CNC002-level-remedy = Write that year’s level, or say in the request whether a degree is already held.
CNC002-unknown-message = Whether the person already holds a degree cannot be told.
CNC002-unknown-why = The request does not say so and no history was given, or its answer is not understood.
CNC002-unknown-remedy = Say in the request whether a degree is already held, or import the history.

CNC003-title = Second concordance request in the year
CNC003-message = {$total} concordance requests in the academic year; the rulebook admits {$most}.
CNC003-why = Requests found: {$requests}. {$total} > {$most}. Only exception: a reorientation between the two semesters of L1, which the file does not mention or which is already counted.
CNC003-remedy = Reject the request in excess, or record the reorientation between the two semesters of L1 if it was obtained.
CNC003-semesters-message = Whether the second concordance request follows a reorientation between the two semesters of L1 cannot be told.
CNC003-semesters-why = Requests found: {$requests}, for two different semesters. The rulebook admits {$most}, except after a reorientation, and nothing says whether there is one.
CNC003-semesters-remedy = Add the column “Réorientation entre semestres” to the list of requests, then import again.
CNC003-undated-message = The concordance requests of the year cannot be counted: a date of receipt is missing.
CNC003-undated-why = Requests found: {$requests}. Without a date, these rows may be one request or several; the rulebook admits {$most}.
CNC003-undated-remedy = Fill in the date of receipt of each request, then import again.
concordance-request = {$level} of {$day}
concordance-request-undated = {$level} without a date

CNC004-title = Concordance on top of a dispensation
CNC004-message = A concordance is requested on top of a dispensation that the teaching commission already granted.
CNC004-why = The request says: dispensation granted. No concordance is added to it.
CNC004-remedy = Check the commission’s decision; if the dispensation is granted, refuse the concordance.
CNC004-unknown-message = Whether a dispensation was already granted cannot be told.
CNC004-unknown-why = The list of requests has no column for the dispensation, or its value is not understood.
CNC004-unknown-remedy = Add or correct the column “Dispense accordée” (yes, no or empty), then import again.

CNC005-title = Professional experience claimed for a concordance
CNC005-message = The concordance is requested for professional experience.
CNC005-why = The request says: professional experience. None is recognised by concordance.
CNC005-remedy = Refuse that part of the request, and point the person to the validation of experience.
CNC005-unknown-message = Whether professional experience is claimed cannot be told.
CNC005-unknown-why = The list of requests has no column for professional experience, or its value is not understood.
CNC005-unknown-remedy = Add or correct the column “Acquis professionnels” (yes, no or empty), then import again.

CNC006-title = Concordance not possible in the second year of master
CNC006-message = In M2, these units may not be had by concordance: {$units}.
CNC006-why = {$units}. In M2, only units common to several masters, a living language for a holder of a first or second year of language master, or a transfer may be had.
CNC006-remedy = Check the nature of each unit; if it is right, refuse the concordance for that unit.
CNC006-unknown-message = Whether these M2 units may be had by concordance cannot be told: {$units}.
CNC006-unknown-why = {$units}. In M2, the nature of the unit decides.
CNC006-unknown-remedy = Fill in the nature of each unit (common core, living language, transfer, other) and, for a language, whether the person has a language master.
concordance-unit-other = {$unit} (another nature)
concordance-unit-language = {$unit} (living language, no language master)
concordance-unit-nature-unknown = {$unit} (nature unknown)
concordance-unit-language-unknown = {$unit} (living language, language master unknown)
concordance-unit-unnamed = unnamed unit

CNC007-title = Days to contest a concordance
CNC007-message = Contested too late, on {$contested}: the proposed concordance stands as accepted.
CNC007-why = Proposal received on {$received} + {$days} days = {$last}, the last day. Contested on {$contested}, {$late ->
    [one] {$late} day
   *[other] {$late} days
} too late.
CNC007-remedy = Answer that the proposal stands as accepted since {$last}.
CNC007-running-message = {$left ->
    [0] Last day to contest the proposed concordance: today, {$last}.
    [one] {$left} day left to contest the proposed concordance: until {$last}.
   *[other] {$left} days left to contest the proposed concordance: until {$last}.
}
CNC007-running-why = Proposal received on {$received} + {$days} days = {$last}, the last day. No contest is recorded.
CNC007-running-remedy = Wait until the days are over before taking the proposal for accepted.
CNC007-proposal-message = Whether the days to contest the concordance are running cannot be told.
CNC007-proposal-why = The date on which the proposal was received is missing or not understood; the days are {$days} after it.
CNC007-proposal-remedy = Add or correct the column “Date de réception de la proposition”, empty as long as no proposal was received.
CNC007-contest-message = Whether the proposed concordance was contested in time cannot be told.
CNC007-contest-why = Proposal received on {$received} + {$days} days = {$last}, the last day. The date of the contest is missing or not understood.
CNC007-contest-remedy = Add or correct the column “Date de contestation”, empty when the proposal was not contested.

CNC008-title = Irregular waiver of a concordance
CNC008-message = The waiver of the concordance cannot be taken as it is: {$faults}.
CNC008-why = Found: {$faults}. A concordance is given up in writing, before the exams, and for good.
CNC008-remedy = Not in writing: ask for it in writing if the exams have not begun. Too late: keep the concordance. Taken back: keep the waiver, which is final.
CNC008-unknown-message = Whether the waiver of the concordance is regular cannot be told: {$doubts}.
CNC008-unknown-why = What is missing: {$doubts}. A concordance is given up in writing, before the exams, and for good.
CNC008-unknown-remedy = Add or correct these facts in the list of requests (empty when nothing was given up), then import again.
concordance-waiver-oral = it is not in writing
concordance-waiver-late = it is of {$at}, and the exams begin on {$exams}
concordance-waiver-withdrawn = it was taken back, although it is final
concordance-waiver-doubt-at = the date of the waiver is not known
concordance-waiver-doubt-written = nobody knows whether it is in writing
concordance-waiver-doubt-withdrawn = nobody knows whether it was taken back
concordance-waiver-doubt-exams = the first day of the exams is not known

CNC009-title = Incomplete concordance file
CNC009-message = Missing from the concordance file: {$pieces}.
CNC009-why = Pieces required and not deposited, or rejected: {$pieces}.
CNC009-remedy = Ask the student for these pieces; without them the file is not complete.
CNC009-reminder = Documents to provide for the recognition request: {$pieces}.
CNC009-no-sheet-message = Whether the concordance file is complete cannot be told: no list of documents was given.
CNC009-no-sheet-why = Pieces required: {$pieces}. No list of supporting documents was imported.
CNC009-no-sheet-remedy = Import the list of supporting documents.
CNC009-unknown-message = Whether these pieces of the concordance file are deposited cannot be told: {$pieces}.
CNC009-unknown-why = The state of these pieces is empty or not understood: {$pieces}.
CNC009-unknown-remedy = Fill in the state of each piece, then import again.

CNC010-title = Concordance requested elsewhere than at the office
CNC010-message = Concordance requested by another way than the one expected: {$channels}.
CNC010-why = Channel of the request: {$channels}. Expected: {$allowed}.
CNC010-remedy = Ask the student to hand in a complete file at the registration office, or correct the channel.
CNC010-reminder = Complete recognition file to hand in at the registration office.
CNC010-unread-message = Cannot tell how the concordance was requested: “{$raw}” is not understood.
CNC010-unread-why = Channel of the request: “{$raw}”. Expected: {$allowed}.
CNC010-unread-remedy = Correct the channel of the request, then import again.

reason-no-concordance = no concordance request for this file
reason-concordance-level = the registration’s level is not known (see CNC001)
reason-concordance-m2 = in the second year of master the nature of the units decides (see CNC006)
reason-concordance-no-proposal = no proposed concordance was received yet
reason-concordance-no-rule = no rule: the rulebook says nothing of it for concordances
reason-concordance-not-m2 = the concordance is not requested in the second year of master
reason-concordance-refused = the concordance request was refused already
reason-concordance-no-channel = nothing says how the concordance was requested
