# Remboursements : règles REF

REF001-title = Remboursement qui n’est pas de droit
REF001-message = Remboursement demandé le {$day}, une fois l’année universitaire commencée : une décision est nécessaire.
REF001-why = Premier jour de l’année universitaire : {$first_day}. Demande du {$day}. Le remboursement n’est de droit qu’avant ce jour, et aucune décision n’est enregistrée.
REF001-remedy = Faire décider la demande par l’établissement, puis enregistrer la décision avec son autorité, sa référence ou sa date.
REF001-untraced-message = Remboursement demandé le {$day}, une fois l’année universitaire commencée : la décision n’a ni autorité, ni référence, ni date.
REF001-untraced-why = Premier jour de l’année universitaire : {$first_day}. Demande du {$day}. Décision : {$state}, sans rien qui dise qui l’a prise, quand, ni sous quelle référence.
REF001-untraced-remedy = Compléter l’autorité, la référence ou la date de la décision.
REF001-unknown-message = La date de la demande de remboursement n’est pas connue.
REF001-unknown-why = Le remboursement est de droit avant le début de l’année universitaire ; la date de la demande manque ou n’est pas comprise.
REF001-unknown-remedy = Renseigner la date de la demande, puis importer de nouveau.
REF001-year-message = Impossible de dire si le remboursement est de droit : l’année universitaire n’est pas connue.
REF001-year-why = Ni la demande, ni l’inscription, ni le règlement ne disent l’année.
REF001-year-remedy = Renseigner l’année universitaire de la demande ou de l’inscription.
REF001-unset-message = Impossible de dire si le remboursement est de droit : le premier jour de l’année universitaire n’est pas fixé.
REF001-unset-why = Le règlement ne donne pas le premier jour de l’année universitaire.
REF001-unset-remedy = Fixer ce jour dans le règlement (mois et jour, par exemple 09-01).
REF001-state-message = La décision sur le remboursement demandé le {$day} n’est pas comprise.
REF001-state-why = Premier jour de l’année universitaire : {$first_day}. Demande du {$day}, donc une décision est nécessaire ; le fichier porte « {$raw} ».
REF001-state-remedy = Corriger la décision, ou dire à quelle valeur elle correspond.
REF002-title = Montant du remboursement
REF002-message = Remboursement de {$amount}, alors que {$expected} sont attendus.
REF002-why = {$paid} payés − {$retained} retenus : {$expected} attendus ; {$amount} remboursés. La CVEC n’est jamais remboursée par l’établissement.
REF002-remedy = Corriger le montant, ou vérifier les droits payés (la CVEC ne compte pas).
REF002-refused-message = Un remboursement de {$amount} est écrit, alors que la demande est refusée.
REF002-refused-why = Décision : refusée, donc aucun remboursement n’est attendu ; {$amount} remboursés.
REF002-refused-remedy = Corriger le montant ou la décision.
REF002-paid-message = Impossible de vérifier le remboursement de {$amount} : les droits payés ne sont pas connus.
REF002-paid-why = Le montant attendu part des droits payés, qui manquent ou ne sont pas compris.
REF002-paid-remedy = Renseigner les droits payés sur la liste, puis importer de nouveau.
REF002-unset-message = Impossible de vérifier le remboursement de {$amount} : la somme retenue n’est pas fixée.
REF002-unset-why = Le règlement ne donne pas la somme retenue sur un remboursement.
REF002-unset-remedy = Fixer la somme retenue dans le règlement.
REF002-unknown-message = Le remboursement ne peut pas être vérifié : {$reason}.
REF002-unknown-why = Un montant est attendu dès que le remboursement est accordé ; {$reason}.
REF002-unknown-remedy = Renseigner le montant remboursé, puis importer de nouveau.
refund-decision-unknown = la décision n’a pas de colonne ou n’est pas comprise
refund-amount-empty = la cellule est vide
refund-amount-no-column = la liste des demandes n’a pas de colonne « Montant remboursé »
refund-amount-unread = « {$raw} » n’est pas un montant
REF003-title = Pièces du remboursement ou de l’exonération manquantes
REF003-message = {$count ->
    [one] Pièce manquante à la demande de remboursement ou d’exonération
   *[other] Pièces manquantes à la demande de remboursement ou d’exonération
} : {$pieces}.
REF003-why = Cherchées dans la liste des pièces de l’étudiant, et ni déposées ni validées : {$pieces}.
REF003-remedy = Demander ces pièces à l’étudiant avant d’instruire la demande.
REF003-reminder = Pièces à fournir pour la demande de remboursement ou d’exonération : {$pieces}.
REF003-absent-message = Impossible de dire si la demande est complète : aucune liste de pièces n’a été donnée.
REF003-absent-why = Pièces demandées : {$pieces}.
REF003-absent-remedy = Importer la liste des pièces justificatives.
REF003-unknown-message = Impossible de dire si ces pièces de la demande sont déposées : {$pieces}.
REF003-unknown-why = L’état de la pièce manque ou n’est pas compris : {$pieces}.
REF003-unknown-remedy = Corriger l’état de la pièce, puis importer de nouveau.
reason-no-refund = aucune demande de remboursement
reason-no-refund-request = aucune demande de remboursement ni d’exonération
reason-refund-without-amount = aucun montant n’est attendu : la demande n’est pas accordée
