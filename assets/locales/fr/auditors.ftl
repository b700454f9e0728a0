# Auditeurs libres : règles AUD

AUD001-title = Trop d’unités dans un semestre
AUD001-message = Plus de {$most} unités demandées dans un même semestre : {$semesters}.
AUD001-why = {$semesters}. Un auditeur libre suit au plus {$most} unités par semestre ; les demandes refusées ne sont pas comptées.
AUD001-remedy = Demander à la personne quelles unités elle garde, puis retirer ou refuser les autres.
AUD001-reminder = Unités à choisir, pas plus de {$most} par semestre : {$semesters}.
AUD001-unknown-message = Impossible de dire si un semestre a trop d’unités : le semestre manque pour certaines.
AUD001-unknown-why = {$count} unités demandées en tout ({$units}), {$most} au plus par semestre, et aucun semestre connu ne dépasse à lui seul.
AUD001-unknown-remedy = Renseigner le semestre de chaque unité, puis importer de nouveau.
AUD001-unlisted-message = Impossible de compter les unités demandées : la liste des demandes n’a pas de colonne UE.
AUD001-unlisted-why = Un auditeur libre suit au plus {$most} unités par semestre, et une demande ne dit pas lesquelles.
AUD001-unlisted-remedy = Ajouter la colonne UE à la liste des demandes, puis importer de nouveau.
auditor-semester-first = premier semestre
auditor-semester-second = second semestre
auditor-semester-named = semestre « {$text} »
auditor-semester-units = {$semester} : {$count} unités ({$units})

AUD002-title = UE hors licence et master 1
AUD002-message = {$count ->
    [one] Une unité demandée n’est pas ouverte
   *[other] {$count} unités demandées ne sont pas ouvertes
} aux auditeurs libres : {$units}.
AUD002-why = Niveau lu : {$levels} ({$units}). Niveaux ouverts aux auditeurs libres : {$open}.
AUD002-remedy = Vérifier le niveau de l’unité ; s’il est juste, en faire choisir une autre ou refuser la demande.
AUD002-unknown-message = Impossible de dire si l’unité est ouverte aux auditeurs libres : {$units}.
AUD002-unknown-why = Le niveau de l’unité n’est pas renseigné ou n’est pas compris. Niveaux ouverts aux auditeurs libres : {$open}.
AUD002-unknown-remedy = Renseigner le niveau de l’unité dans la liste des demandes, puis importer de nouveau.

AUD003-title = Accord de l’enseignant absent
AUD003-message = {$count ->
    [one] Une unité n’a pas
   *[other] {$count} unités n’ont pas
} l’accord du responsable de l’enseignement : {$units}.
AUD003-why = Accord attendu pour chaque unité ; « non » ou une cellule vide pour : {$units}.
AUD003-remedy = Inviter la personne à obtenir l’accord du responsable de l’unité, ou refuser la demande.
AUD003-reminder = Accord du responsable de l’unité à obtenir : {$units}.
AUD003-unknown-message = L’accord du responsable de l’enseignement n’est pas connu : {$units}.
AUD003-unknown-why = La liste des demandes n’a pas de colonne pour l’accord, ou sa valeur n’est pas comprise ({$units}).
AUD003-unknown-remedy = Ajouter ou corriger l’accord de l’enseignant, puis importer de nouveau.

AUD004-title = Capacité d’accueil d’une UE dépassée
AUD004-message = Plus d’auditeurs libres autorisés que de places : {$units}.
AUD004-why = Personnes dont la demande est accordée, comparées à la capacité de l’unité : {$units}.
AUD004-remedy = Vérifier la capacité et les désistements ; sinon, faire décider par le responsable de l’unité qui est maintenu.
AUD004-unknown-message = Impossible de dire s’il reste des places : {$doubts}.
AUD004-unknown-why = Les personnes autorisées se comparent à la capacité de l’unité ; ici, {$doubts}.
AUD004-unknown-remedy = Compléter ou corriger la capacité de l’unité et les décisions dans la liste des demandes, puis importer de nouveau.
auditor-capacity-over = {$unit} ({$count} > {$capacity})
auditor-capacity-none = aucune demande ne dit la capacité de {$unit}
auditor-capacity-differs = les demandes ne s’accordent pas sur la capacité de {$unit}, ou ce n’est pas un nombre
auditor-capacity-undecided = la décision sur une demande pour {$unit} n’a pas de colonne ou n’est pas comprise

AUD005-title = Signature du délégué de site absente
AUD005-message = La demande n’est pas signée par le délégué de site : {$units}.
AUD005-why = Signature attendue pour chaque unité ; « non » ou une cellule vide pour : {$units}.
AUD005-remedy = Faire signer la demande par le délégué de site, puis saisir la signature.
AUD005-unknown-message = La signature du délégué de site n’est pas connue : {$units}.
AUD005-unknown-why = La liste des demandes n’a pas de colonne pour la signature, ou sa valeur n’est pas comprise ({$units}).
AUD005-unknown-remedy = Ajouter ou corriger la signature du délégué de site, puis importer de nouveau.

AUD006-title = Auditeur inscrit à ce qui ne lui est pas ouvert
AUD006-message = Auditeur libre inscrit à ce qui ne lui est pas ouvert : {$attendance} ({$units}).
AUD006-why = Inscrit : {$attendance}. Ouvert aux auditeurs libres : {$allowed}.
AUD006-remedy = Retirer l’auditeur de ces groupes ou de ces listes d’examen ; s’il veut passer les examens, lui indiquer la voie de l’inscription.
AUD006-unknown-message = Impossible de dire à quoi l’auditeur est inscrit : {$units}.
AUD006-unknown-why = La liste des demandes n’a pas de colonne Participation, ou sa valeur n’est pas comprise. Ouvert aux auditeurs libres : {$allowed}.
AUD006-unknown-remedy = Ajouter ou corriger la participation (cours, TD, TP ou examens), puis importer de nouveau.

AUD007-title = Auditeur libre boursier
AUD007-message = Auditeur libre avec une bourse : {$scholarship}.
AUD007-why = Régime : auditeur libre. Bourse : {$scholarship}. Un auditeur libre ne peut pas prétendre aux œuvres universitaires.
AUD007-remedy = Vérifier le régime et la bourse ; l’un des deux est sans doute à corriger dans le dossier.
AUD007-unread-message = Impossible de dire si l’auditeur libre a une bourse : « {$raw} » n’est pas compris.
AUD007-unread-why = Régime : auditeur libre, qui ne peut pas prétendre aux œuvres universitaires. La bourse « {$raw} » n’est pas comprise.
AUD007-unread-remedy = Corriger la bourse, ou dire à quelle valeur elle correspond, puis importer de nouveau.

reason-auditor-no-units = aucune demande d’auditeur libre ne nomme d’unité
reason-auditor-no-rule = aucune règle : le règlement ne dit rien de ce point pour les auditeurs libres
reason-auditor-units-unknown = les unités demandées ne sont pas connues (voir AUD001)
reason-auditor-not-granted = aucune unité n’est accordée
reason-no-auditor = pas un auditeur libre
reason-auditor-regime = le régime n’est pas connu (voir CVC010)

AUD008-title = Auditeur inscrit malgré un refus
AUD008-message = La demande d’auditeur libre est refusée, et l’inscription tient toujours.
AUD008-why = Toutes les demandes d’auditeur libre rattachées à cette inscription sont refusées ; les indications d’inscription ne sont données qu’en cas d’avis favorable.
AUD008-remedy = Annuler l’inscription, ou enregistrer la nouvelle décision.
AUD008-unknown-message = Impossible de dire si la demande d’auditeur libre est refusée.
AUD008-unknown-why = La décision n’a pas de colonne ou n’est pas comprise, et aucune demande de cet auditeur n’est accordée ni en attente.
AUD008-unknown-remedy = Ajouter ou corriger la décision dans la liste des demandes, puis importer de nouveau.
reason-not-auditor = le régime n’est pas celui d’un auditeur libre
reason-auditor-no-request = aucune demande d’auditeur libre n’est rattachée à l’inscription
