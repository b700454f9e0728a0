# Refunds: rules REF

REF001-title = Refund that is not of right
REF001-message = Refund asked for on {$day}, once the academic year has begun: a decision is needed.
REF001-why = First day of the academic year: {$first_day}. Request of {$day}. A refund is of right before that day only, and no decision is recorded.
REF001-remedy = Have the institution decide the request, then record the decision with its authority, reference or date.
REF001-untraced-message = Refund asked for on {$day}, once the academic year has begun: the decision has neither authority, reference nor date.
REF001-untraced-why = First day of the academic year: {$first_day}. Request of {$day}. Decision: {$state}, with nothing that says who took it, when, or under which reference.
REF001-untraced-remedy = Complete the authority, the reference or the date of the decision.
REF001-unknown-message = The date of the refund request is not known.
REF001-unknown-why = A refund is of right before the academic year begins; the date of the request is missing or not understood.
REF001-unknown-remedy = Give the date of the request, then import it again.
REF001-year-message = Cannot tell whether the refund is of right: the academic year is not known.
REF001-year-why = Neither the request, nor the registration, nor the rulebook says the year.
REF001-year-remedy = Give the academic year of the request or of the registration.
REF001-unset-message = Cannot tell whether the refund is of right: the first day of the academic year is not set.
REF001-unset-why = The rulebook does not give the first day of the academic year.
REF001-unset-remedy = Set that day in the rulebook (month and day, such as 09-01).
REF001-state-message = The decision on the refund asked for on {$day} is not understood.
REF001-state-why = First day of the academic year: {$first_day}. Request of {$day}, so a decision is needed; the file holds "{$raw}".
REF001-state-remedy = Correct the decision, or say which value it is.
REF002-title = Amount of the refund
REF002-message = Refund of {$amount}, where {$expected} is expected.
REF002-why = {$paid} paid − {$retained} kept: {$expected} expected; {$amount} given back. The institution never gives back the CVEC.
REF002-remedy = Correct the amount, or check the fee paid (the CVEC does not count).
REF002-refused-message = A refund of {$amount} is written, although the request was refused.
REF002-refused-why = Decision: refused, so no refund is expected; {$amount} given back.
REF002-refused-remedy = Correct the amount or the decision.
REF002-paid-message = Cannot check the refund of {$amount}: the fee paid is not known.
REF002-paid-why = The amount expected starts from the fee paid, which is missing or not understood.
REF002-paid-remedy = Give the fee paid on the roster, then import it again.
REF002-unset-message = Cannot check the refund of {$amount}: the sum kept is not set.
REF002-unset-why = The rulebook does not give the sum kept from a refund.
REF002-unset-remedy = Set the sum kept in the rulebook.
REF002-unknown-message = The refund cannot be checked: {$reason}.
REF002-unknown-why = An amount is expected as soon as the refund is granted; {$reason}.
REF002-unknown-remedy = Give the amount of the refund, then import it again.
refund-decision-unknown = the decision has no column or is not understood
refund-amount-empty = the cell is empty
refund-amount-no-column = the list of requests has no column for it
refund-amount-unread = "{$raw}" is not an amount
REF003-title = Documents of the refund or exemption missing
REF003-message = {$count ->
    [one] Document missing from the refund or exemption request
   *[other] Documents missing from the refund or exemption request
}: {$pieces}.
REF003-why = Looked for in the student’s list of documents, and neither deposited nor valid: {$pieces}.
REF003-remedy = Ask the student for these documents before examining the request.
REF003-reminder = Documents to provide for the refund or exemption request: {$pieces}.
REF003-absent-message = Cannot tell whether the request is complete: no list of documents was given.
REF003-absent-why = Documents asked for: {$pieces}.
REF003-absent-remedy = Import the list of supporting documents.
REF003-unknown-message = Cannot tell whether these documents of the request are deposited: {$pieces}.
REF003-unknown-why = The state of the document is missing or not understood: {$pieces}.
REF003-unknown-remedy = Correct the state of the document, then import it again.
reason-no-refund = no refund request
reason-no-refund-request = neither a refund nor an exemption request
reason-refund-without-amount = no amount is expected: the request was not granted
