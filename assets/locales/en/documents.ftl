# Supporting documents: rules DOC

piece-of-year = {$piece} (year {$year})
document-unnamed = document without a name
document-with-reason = {$piece} (reason: {$reason})
document-without-reason = {$piece} (no reason is written)
document-until = {$piece} (valid until {$day})
document-marked-expired = {$piece} (state: expired)
document-marked-false = {$piece} (state: false)

DOC001-title = Document not deposited
DOC001-message = {$count ->
    [one] Document not deposited
   *[other] Documents not deposited
}: {$pieces}.
DOC001-why = {$count ->
    [one] This document is required, and no row of the list of documents says that it was deposited
   *[other] These documents are required, and no row of the list of documents says that they were deposited
}: {$pieces}.
DOC001-remedy = Ask the student for the document, or correct its state if it was received, then import the list of documents again.
DOC001-reminder = Documents to provide: {$pieces}.
DOC001-unknown-message = Cannot tell whether these documents are deposited: {$pieces}.
DOC001-unknown-why = {$count ->
    [one] The state or the year of this document is missing or not understood
   *[other] The state or the year of these documents is missing or not understood
}: {$pieces}.
DOC001-unknown-remedy = Complete or correct the state (and the year) of the document in the list of documents, then import it again.
DOC001-absent-message = Cannot tell whether the required documents are deposited: no list of documents was given.
DOC001-absent-why = The rulebook asks for, in this file: {$pieces}.
DOC001-absent-remedy = Import the list of supporting documents.
DOC002-title = Document rejected
DOC002-message = {$count ->
    [one] Document rejected
   *[other] Documents rejected
}: {$pieces}.
DOC002-why = {$count ->
    [one] No other document of the same name is valid for this year
   *[other] For each, no other document of the same name is valid for this year
}: {$pieces}.
DOC002-remedy = Tell the student why the document was rejected and ask for another one.
DOC002-reminder = Documents refused, to replace: {$pieces}.
DOC003-title = Document expired
DOC003-message = {$count ->
    [one] Document expired
   *[other] Documents expired
}: {$pieces}.
DOC003-why = As of {$today}: {$pieces}. A document still holds on its last day; no other one of the same name is valid and not expired.
DOC003-remedy = Ask the student for a document that is still valid.
DOC003-reminder = Documents to provide that are still valid: {$pieces}.
DOC003-unknown-message = The expiry date cannot be read: {$pieces}.
DOC003-unknown-why = The cell holds a text that is not a date: {$pieces}.
DOC003-unknown-remedy = Correct the expiry date in the list of documents, then import it again.
DOC003-absent-message = Cannot tell whether these documents are still valid: {$pieces}.
DOC003-absent-why = The list of documents has no column for the expiry date: {$pieces}.
DOC003-absent-remedy = Add the expiry date to the extraction (empty for a document that does not expire), then import it again.
DOC004-title = Document awaiting its check
DOC004-message = {$count ->
    [one] Document deposited and not checked
   *[other] Documents deposited and not checked
}: {$pieces}.
DOC004-why = State: awaiting. The check is the office’s own task: {$pieces}.
DOC004-remedy = Check the document, then accept it or reject it with a reason.
DOC005-title = False document
DOC005-message = {$count ->
    [one] Document marked false
   *[other] Documents marked false
}: {$pieces}.
DOC005-why = Its state, or the reason for its rejection, says that it is false: {$pieces}. Producing false documents leads to the cancellation of the registration.
DOC005-remedy = Keep the document and what proves it false, refer it to the person entitled to decide, and cancel the registration if that is confirmed; otherwise correct the state or the reason.
DOC006-title = Registration validated before its documents were checked
DOC006-message = Registration validated, although documents await their check: {$pieces}.
DOC006-why = State of the registration: validated. Documents awaiting ({$count}): {$pieces}. A registration is settled once they are checked.
DOC006-remedy = Check these documents; if one is refused, look at the validation again.
DOC006-unread-message = Cannot tell whether the registration was validated before its documents were checked: {$pieces}.
DOC006-unread-why = The state of the registration “{$raw}” is not understood. Documents awaiting ({$count}): {$pieces}.
DOC006-unread-remedy = Correct the state of the registration, then import again.
reason-no-document = no document of this file is in the lists given
reason-no-document-list = the rulebook lists no document and no list of documents was given
reason-no-document-sheet = no list of documents was given (see DOC001)
reason-document-year-unknown = the year of the documents is not known (see DOC001)
reason-document-no-order = no rule: the rulebook does not say whether documents are checked before the validation
reason-no-registration-state = the state of the registration is not given
