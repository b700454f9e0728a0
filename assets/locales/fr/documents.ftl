# Pièces justificatives : règles DOC

piece-of-year = {$piece} (année {$year})
document-unnamed = pièce sans nom
document-with-reason = {$piece} (motif : {$reason})
document-without-reason = {$piece} (aucun motif n’est écrit)
document-until = {$piece} (valable jusqu’au {$day})
document-marked-expired = {$piece} (état : expirée)
document-marked-false = {$piece} (état : fausse)

DOC001-title = Pièce non déposée
DOC001-message = {$count ->
    [one] Pièce non déposée
   *[other] Pièces non déposées
} : {$pieces}.
DOC001-why = {$count ->
    [one] Cette pièce est demandée, et aucune ligne de la liste des pièces ne la dit déposée
   *[other] Ces pièces sont demandées, et aucune ligne de la liste des pièces ne les dit déposées
} : {$pieces}.
DOC001-remedy = Demander la pièce à l’étudiant, ou corriger son état si elle a été reçue, puis importer de nouveau la liste des pièces.
DOC001-reminder = Pièces à fournir : {$pieces}.
DOC001-unknown-message = Impossible de dire si ces pièces sont déposées : {$pieces}.
DOC001-unknown-why = {$count ->
    [one] L’état ou l’année de cette pièce manque ou n’est pas compris
   *[other] L’état ou l’année de ces pièces manque ou n’est pas compris
} : {$pieces}.
DOC001-unknown-remedy = Compléter ou corriger l’état (et l’année) de la pièce dans la liste des pièces, puis importer de nouveau.
DOC001-absent-message = Impossible de dire si les pièces demandées sont déposées : aucune liste de pièces n’a été donnée.
DOC001-absent-why = Le règlement demande pour ce dossier : {$pieces}.
DOC001-absent-remedy = Importer la liste des pièces justificatives.
DOC002-title = Pièce rejetée
DOC002-message = {$count ->
    [one] Pièce rejetée
   *[other] Pièces rejetées
} : {$pieces}.
DOC002-why = {$count ->
    [one] Aucune autre pièce du même nom n’est validée pour cette année
   *[other] Pour chacune, aucune autre pièce du même nom n’est validée pour cette année
} : {$pieces}.
DOC002-remedy = Dire à l’étudiant pourquoi la pièce est rejetée et lui en demander une autre.
DOC002-reminder = Pièces refusées, à remplacer : {$pieces}.
DOC003-title = Pièce expirée
DOC003-message = {$count ->
    [one] Pièce expirée
   *[other] Pièces expirées
} : {$pieces}.
DOC003-why = Examinée au {$today} : {$pieces}. Une pièce vaut encore son dernier jour de validité ; aucune autre du même nom n’est validée et en cours de validité.
DOC003-remedy = Demander à l’étudiant une pièce en cours de validité.
DOC003-reminder = Pièces à fournir en cours de validité : {$pieces}.
DOC003-unknown-message = La date d’expiration ne peut pas être lue : {$pieces}.
DOC003-unknown-why = La cellule porte un texte qui n’est pas une date : {$pieces}.
DOC003-unknown-remedy = Corriger la date d’expiration dans la liste des pièces, puis importer de nouveau.
DOC003-absent-message = Impossible de dire si ces pièces sont en cours de validité : {$pieces}.
DOC003-absent-why = La liste des pièces n’a pas de colonne « Date d’expiration » : {$pieces}.
DOC003-absent-remedy = Ajouter la date d’expiration à l’extraction (vide pour une pièce qui n’expire pas), puis importer de nouveau.
DOC004-title = Pièce en attente de vérification
DOC004-message = {$count ->
    [one] Pièce déposée et non vérifiée
   *[other] Pièces déposées et non vérifiées
} : {$pieces}.
DOC004-why = État : en attente. La vérification revient à la scolarité : {$pieces}.
DOC004-remedy = Vérifier la pièce, puis la valider ou la rejeter avec un motif.
DOC005-title = Pièce fausse
DOC005-message = {$count ->
    [one] Pièce signalée comme fausse
   *[other] Pièces signalées comme fausses
} : {$pieces}.
DOC005-why = Son état, ou le motif de son rejet, dit qu’il s’agit d’un faux : {$pieces}. La production de faux documents entraîne l’annulation de l’inscription.
DOC005-remedy = Conserver la pièce et ce qui l’établit, saisir la personne habilitée à décider, et annuler l’inscription si le faux est confirmé ; sinon, corriger l’état ou le motif.
DOC006-title = Inscription validée avant la vérification des pièces
DOC006-message = Inscription validée, alors que des pièces attendent leur vérification : {$pieces}.
DOC006-why = État de l’inscription : validée. Pièces en attente ({$count}) : {$pieces}. L’inscription est finalisée après vérification.
DOC006-remedy = Vérifier ces pièces ; si l’une est refusée, revoir la validation.
DOC006-unread-message = Impossible de dire si l’inscription est validée avant la vérification des pièces : {$pieces}.
DOC006-unread-why = L’état de l’inscription « {$raw} » n’est pas compris. Pièces en attente ({$count}) : {$pieces}.
DOC006-unread-remedy = Corriger l’état de l’inscription, puis importer de nouveau.
reason-no-document = aucune pièce de ce dossier n’est dans les listes données
reason-no-document-list = le règlement ne liste aucune pièce et aucune liste de pièces n’a été donnée
reason-no-document-sheet = aucune liste de pièces n’a été donnée (voir DOC001)
reason-document-year-unknown = l’année des pièces n’est pas connue (voir DOC001)
reason-document-no-order = aucune règle : le règlement ne dit pas si les pièces se vérifient avant la validation
reason-no-registration-state = l’état de l’inscription n’est pas donné
