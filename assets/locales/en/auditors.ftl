# Free auditors: rules AUD

AUD001-title = Too many units in a semester
AUD001-message = More than {$most} units asked for in one semester: {$semesters}.
AUD001-why = {$semesters}. A free auditor follows at most {$most} units in a semester; refused requests are not counted.
AUD001-remedy = Ask the person which units they keep, then remove or refuse the others.
AUD001-reminder = Units to choose, no more than {$most} a semester: {$semesters}.
AUD001-unknown-message = Whether a semester has too many units cannot be told: some have no semester.
AUD001-unknown-why = {$count} units asked for in all ({$units}), at most {$most} in a semester, and no known semester is over by itself.
AUD001-unknown-remedy = Give each unit’s semester, then import again.
AUD001-unlisted-message = The units asked for cannot be counted: the list of requests has no column for units.
AUD001-unlisted-why = A free auditor follows at most {$most} units in a semester, and a request does not say which.
AUD001-unlisted-remedy = Add the column of units to the list of requests, then import it again.
auditor-semester-first = first semester
auditor-semester-second = second semester
auditor-semester-named = semester "{$text}"
auditor-semester-units = {$semester}: {$count} units ({$units})

AUD002-title = Unit outside licence and first-year master
AUD002-message = {$count ->
    [one] One unit asked for is not open
   *[other] {$count} units asked for are not open
} to free auditors: {$units}.
AUD002-why = Level read: {$levels} ({$units}). Levels open to free auditors: {$open}.
AUD002-remedy = Check the unit’s level; if it is right, have another one chosen or refuse the request.
AUD002-unknown-message = Whether the unit is open to free auditors cannot be told: {$units}.
AUD002-unknown-why = The unit’s level is not given or not understood. Levels open to free auditors: {$open}.
AUD002-unknown-remedy = Give the unit’s level in the list of requests, then import it again.

AUD003-title = Teacher’s agreement missing
AUD003-message = {$count ->
    [one] One unit has not
   *[other] {$count} units have not
} the agreement of the teacher in charge: {$units}.
AUD003-why = An agreement is expected for each unit; "no" or an empty cell for: {$units}.
AUD003-remedy = Invite the person to obtain the agreement of the unit’s teacher, or refuse the request.
AUD003-reminder = Agreement of the teacher in charge of the unit to obtain: {$units}.
AUD003-unknown-message = The agreement of the teacher in charge is not known: {$units}.
AUD003-unknown-why = The list of requests has no column for the agreement, or its value is not understood ({$units}).
AUD003-unknown-remedy = Add or correct the teacher’s agreement, then import again.

AUD004-title = Capacity of a unit exceeded
AUD004-message = More authorised free auditors than places: {$units}.
AUD004-why = Persons whose request is granted, compared with the unit’s capacity: {$units}.
AUD004-remedy = Check the capacity and withdrawals; otherwise, have the unit’s teacher decide who stays.
AUD004-unknown-message = Whether places are left cannot be told: {$doubts}.
AUD004-unknown-why = The persons authorised are compared with the unit’s capacity; here, {$doubts}.
AUD004-unknown-remedy = Complete or correct the unit’s capacity and the decisions in the list of requests, then import it again.
auditor-capacity-over = {$unit} ({$count} > {$capacity})
auditor-capacity-none = no request says the capacity of {$unit}
auditor-capacity-differs = the requests disagree on the capacity of {$unit}, or it is not a number
auditor-capacity-undecided = the decision on a request for {$unit} has no column or is not understood

AUD005-title = Site delegate’s signature missing
AUD005-message = The request is not signed by the site’s delegate: {$units}.
AUD005-why = A signature is expected for each unit; "no" or an empty cell for: {$units}.
AUD005-remedy = Have the site’s delegate sign the request, then enter the signature.
AUD005-unknown-message = The signature of the site’s delegate is not known: {$units}.
AUD005-unknown-why = The list of requests has no column for the signature, or its value is not understood ({$units}).
AUD005-unknown-remedy = Add or correct the signature of the site’s delegate, then import again.

AUD006-title = Auditor entered for what is not open to auditors
AUD006-message = Free auditor entered for what is not open to auditors: {$attendance} ({$units}).
AUD006-why = Entered for: {$attendance}. Open to free auditors: {$allowed}.
AUD006-remedy = Remove the auditor from these groups or exam lists; if they want to sit the exams, point them to a registration.
AUD006-unknown-message = What the auditor is entered for cannot be told: {$units}.
AUD006-unknown-why = The list of requests has no column for it, or its value is not understood. Open to free auditors: {$allowed}.
AUD006-unknown-remedy = Add or correct what the auditor is entered for (lectures, tutorials, practicals or exams), then import again.

AUD007-title = Free auditor with a scholarship
AUD007-message = Free auditor with a scholarship: {$scholarship}.
AUD007-why = Regime: free auditor. Scholarship: {$scholarship}. A free auditor has no claim to student welfare services.
AUD007-remedy = Check the regime and the scholarship; one of them is likely to be corrected in the file.
AUD007-unread-message = Cannot tell whether the free auditor has a scholarship: “{$raw}” is not understood.
AUD007-unread-why = Regime: free auditor, who has no claim to student welfare services. The scholarship “{$raw}” is not understood.
AUD007-unread-remedy = Correct the scholarship, or say which value it stands for, then import again.

reason-auditor-no-units = no auditor request lists units
reason-auditor-no-rule = no rule: the rulebook says nothing of this point for free auditors
reason-auditor-units-unknown = the units asked for are not known (see AUD001)
reason-auditor-not-granted = no unit is granted
reason-no-auditor = not a free auditor
reason-auditor-regime = the regime is not known (see CVC010)

AUD008-title = Auditor registered in spite of a refusal
AUD008-message = The auditor’s request is refused, and the registration still stands.
AUD008-why = Every free auditor’s request attached to this registration is refused; how to register is told only when the decision is favourable.
AUD008-remedy = Cancel the registration, or record the new decision.
AUD008-unknown-message = Cannot tell whether the auditor’s request is refused.
AUD008-unknown-why = The decision has no column or is not understood, and no request of this auditor is granted or pending.
AUD008-unknown-remedy = Add or correct the decision in the list of requests, then import again.
reason-not-auditor = the regime is not that of a free auditor
reason-auditor-no-request = no free auditor’s request is attached to the registration
