# Concordances : règles CNC

CNC001-title = Niveaux de diplôme non équivalents
CNC001-message = Concordance demandée en {$level} pour des acquis d’un niveau qui n’est pas équivalent : {$origins}.
CNC001-why = Niveau des acquis : {$origins}. Niveau demandé : {$level}. L’année d’études ou le cycle diffère, et les niveaux de diplôme doivent être équivalents.
CNC001-remedy = Vérifier le niveau des acquis ; s’il est exact, refuser la demande et le dire à l’étudiant.
CNC001-unlisted-message = L’équivalence entre {$origins} et {$level} n’est pas établie.
CNC001-unlisted-why = Niveau des acquis : {$origins}. Niveau demandé : {$level}. C’est la même année d’un autre diplôme ; la page ne donne que des exemples ({$examples}), et celui-ci n’y figure pas.
CNC001-unlisted-remedy = Faire trancher l’équivalence par le responsable de la formation, puis noter sa décision.
CNC001-origin-message = Le niveau des acquis à valider en {$level} n’est pas connu.
CNC001-origin-why = La demande ne donne pas le niveau des unités, ou il n’est pas compris, et l’historique ne suffit pas à le connaître.
CNC001-origin-remedy = Renseigner le niveau des unités dans la demande, ou importer l’historique de l’étudiant.
CNC001-asked-message = Le niveau pour lequel la concordance est demandée n’est pas connu.
CNC001-asked-why = L’inscription n’a pas de niveau compris : la demande ne peut pas lui être comparée.
CNC001-asked-remedy = Renseigner le niveau de l’inscription, puis importer de nouveau.

CNC002-title = Concordance demandée par une personne déjà diplômée
CNC002-message = Concordance demandée en {$level} alors que la personne détient déjà un diplôme.
CNC002-why = La demande indique : diplôme déjà obtenu. Une personne déjà diplômée demande une dispense, non une concordance.
CNC002-remedy = Inviter la personne à demander une dispense dans eCandidat, et refuser la concordance.
CNC002-past-message = Concordance demandée en {$level} alors que l’historique montre un diplôme : {$past}.
CNC002-past-why = Historique : {$past}. Une année qui donne un diplôme y est réussie, ou la personne a été inscrite à un niveau que seul un diplômé atteint. Une personne déjà diplômée demande une dispense, non une concordance.
CNC002-past-remedy = Vérifier le diplôme ; s’il est acquis, inviter la personne à demander une dispense dans eCandidat.
CNC002-result-message = Impossible de dire si la personne détient déjà un diplôme : le résultat de {$past} n’est pas connu.
CNC002-result-why = Historique : {$past}. Cette année donne un diplôme si elle est réussie, et ni l’historique ni la demande ne le disent.
CNC002-result-remedy = Renseigner le résultat de cette année, ou dire dans la demande si un diplôme est déjà obtenu.
CNC002-level-message = Impossible de dire si la personne détient déjà un diplôme : le niveau de {$past} n’est pas connu.
CNC002-level-why = Historique : {$past}. Cette année donne un diplôme si elle est à un niveau final et réussie ; l’historique n’écrit pas son niveau.
CNC002-level-remedy = Renseigner le niveau de cette année, ou dire dans la demande si un diplôme est déjà obtenu.
CNC002-unknown-message = Impossible de dire si la personne détient déjà un diplôme.
CNC002-unknown-why = La demande ne le dit pas sans qu’un historique ait été fourni, ou sa réponse n’est pas comprise.
CNC002-unknown-remedy = Renseigner dans la demande si un diplôme est déjà obtenu, ou importer l’historique.

CNC003-title = Seconde demande de concordance dans l’année
CNC003-message = {$total} demandes de concordance dans l’année universitaire ; le règlement en admet {$most}.
CNC003-why = Demandes trouvées : {$requests}. {$total} > {$most}. Seule exception : une réorientation obtenue entre les deux semestres de L1, que le dossier n’indique pas ou qui est déjà comptée.
CNC003-remedy = Rejeter la demande supplémentaire, ou indiquer la réorientation entre les deux semestres de L1 si elle a été obtenue.
CNC003-semesters-message = Impossible de dire si la seconde demande de concordance suit une réorientation entre les deux semestres de L1.
CNC003-semesters-why = Demandes trouvées : {$requests}, pour deux semestres différents. Le règlement en admet {$most}, sauf réorientation, et rien ne dit s’il y en a une.
CNC003-semesters-remedy = Ajouter la colonne « Réorientation entre semestres » à la liste des demandes, puis importer de nouveau.
CNC003-undated-message = Impossible de compter les demandes de concordance de l’année : une date de réception manque.
CNC003-undated-why = Demandes trouvées : {$requests}. Sans date, ces lignes sont peut-être une seule demande, peut-être plusieurs ; le règlement en admet {$most}.
CNC003-undated-remedy = Renseigner la date de réception de chaque demande, puis importer de nouveau.
concordance-request = {$level} du {$day}
concordance-request-undated = {$level} sans date

CNC004-title = Concordance ajoutée à une dispense
CNC004-message = Une concordance est demandée en plus d’une dispense déjà accordée par la commission pédagogique.
CNC004-why = La demande indique : dispense accordée. Aucune concordance ne s’y ajoute.
CNC004-remedy = Vérifier la décision de la commission ; si la dispense est accordée, refuser la concordance.
CNC004-unknown-message = Impossible de dire si une dispense a déjà été accordée.
CNC004-unknown-why = La liste des demandes n’a pas de colonne pour la dispense, ou sa valeur n’est pas comprise.
CNC004-unknown-remedy = Ajouter ou corriger la colonne « Dispense accordée » (oui, non ou vide), puis importer de nouveau.

CNC005-title = Acquis professionnels demandés en concordance
CNC005-message = La concordance est demandée pour des acquis professionnels.
CNC005-why = La demande indique : acquis professionnels. Aucun acquis professionnel ne se valide par concordance.
CNC005-remedy = Refuser cette part de la demande, et orienter la personne vers la validation des acquis.
CNC005-unknown-message = Impossible de dire si des acquis professionnels sont demandés.
CNC005-unknown-why = La liste des demandes n’a pas de colonne pour les acquis professionnels, ou sa valeur n’est pas comprise.
CNC005-unknown-remedy = Ajouter ou corriger la colonne « Acquis professionnels » (oui, non ou vide), puis importer de nouveau.

CNC006-title = Concordance impossible en master 2
CNC006-message = En M2, ces unités ne peuvent pas être accordées par concordance : {$units}.
CNC006-why = {$units}. En M2, seules s’accordent les unités de tronc commun entre masters, de langue vivante pour un titulaire d’un master 1 ou 2 de langue, ou en cas de transfert.
CNC006-remedy = Vérifier la nature de chaque unité ; si elle est exacte, refuser la concordance pour cette unité.
CNC006-unknown-message = Impossible de dire si ces unités de M2 peuvent être accordées par concordance : {$units}.
CNC006-unknown-why = {$units}. En M2, la nature de l’unité décide.
CNC006-unknown-remedy = Renseigner la nature de chaque unité (tronc commun, langue vivante, transfert, autre) et, pour une langue, si la personne a un master de langue.
concordance-unit-other = {$unit} (autre nature)
concordance-unit-language = {$unit} (langue vivante, sans master de langue)
concordance-unit-nature-unknown = {$unit} (nature inconnue)
concordance-unit-language-unknown = {$unit} (langue vivante, master de langue inconnu)
concordance-unit-unnamed = unité non précisée

CNC007-title = Délai de contestation d’une concordance
CNC007-message = Contestation hors délai, le {$contested} : la proposition de concordance est réputée acceptée.
CNC007-why = Proposition reçue le {$received} + {$days} jours = {$last}, dernier jour. Contestée le {$contested}, soit {$late ->
    [one] {$late} jour
   *[other] {$late} jours
} trop tard.
CNC007-remedy = Répondre que la proposition est réputée acceptée depuis le {$last}.
CNC007-running-message = {$left ->
    [0] Dernier jour pour contester la proposition de concordance : aujourd’hui, le {$last}.
    [one] Il reste {$left} jour pour contester la proposition de concordance : jusqu’au {$last}.
   *[other] Il reste {$left} jours pour contester la proposition de concordance : jusqu’au {$last}.
}
CNC007-running-why = Proposition reçue le {$received} + {$days} jours = {$last}, dernier jour. Aucune contestation n’est enregistrée.
CNC007-running-remedy = Attendre la fin du délai avant de tenir la proposition pour acceptée.
CNC007-proposal-message = Impossible de dire si le délai de contestation de la concordance court.
CNC007-proposal-why = La date de réception de la proposition manque ou n’est pas comprise ; le délai est de {$days} jours après elle.
CNC007-proposal-remedy = Ajouter ou corriger la colonne « Date de réception de la proposition », vide tant qu’aucune proposition n’a été reçue.
CNC007-contest-message = Impossible de dire si la proposition de concordance a été contestée à temps.
CNC007-contest-why = Proposition reçue le {$received} + {$days} jours = {$last}, dernier jour. La date de contestation manque ou n’est pas comprise.
CNC007-contest-remedy = Ajouter ou corriger la colonne « Date de contestation », vide si la proposition n’a pas été contestée.

CNC008-title = Renonciation irrégulière à une concordance
CNC008-message = La renonciation à la concordance ne peut pas être retenue telle quelle : {$faults}.
CNC008-why = Constaté : {$faults}. On renonce par écrit, avant les examens, et c’est définitif.
CNC008-remedy = Non écrite : la demander par écrit si les examens n’ont pas commencé. Trop tardive : maintenir la concordance. Retirée : maintenir la renonciation, qui est définitive.
CNC008-unknown-message = Impossible de dire si la renonciation à la concordance est régulière : {$doubts}.
CNC008-unknown-why = Ce qui manque : {$doubts}. On renonce par écrit, avant les examens, et c’est définitif.
CNC008-unknown-remedy = Ajouter ou corriger ces informations dans la liste des demandes (vides s’il n’y a pas de renonciation), puis importer de nouveau.
concordance-waiver-oral = elle n’est pas écrite
concordance-waiver-late = elle est du {$at}, et les examens commencent le {$exams}
concordance-waiver-withdrawn = elle a été retirée, alors qu’elle est définitive
concordance-waiver-doubt-at = la date de renonciation n’est pas connue
concordance-waiver-doubt-written = on ne sait pas si elle est écrite
concordance-waiver-doubt-withdrawn = on ne sait pas si elle a été retirée
concordance-waiver-doubt-exams = la date de début des examens n’est pas connue

CNC009-title = Dossier de concordance incomplet
CNC009-message = Il manque au dossier de concordance : {$pieces}.
CNC009-why = Pièces exigées et non déposées, ou rejetées : {$pieces}.
CNC009-remedy = Demander ces pièces à l’étudiant ; sans elles, le dossier n’est pas complet.
CNC009-reminder = Pièces à fournir pour la demande de concordance : {$pieces}.
CNC009-no-sheet-message = Impossible de dire si le dossier de concordance est complet : aucune liste de pièces n’a été fournie.
CNC009-no-sheet-why = Pièces exigées : {$pieces}. Aucune liste de pièces justificatives n’a été importée.
CNC009-no-sheet-remedy = Importer la liste des pièces justificatives.
CNC009-unknown-message = Impossible de dire si ces pièces du dossier de concordance sont déposées : {$pieces}.
CNC009-unknown-why = L’état de ces pièces est vide, ou n’est pas compris : {$pieces}.
CNC009-unknown-remedy = Renseigner l’état de chaque pièce, puis importer de nouveau.

CNC010-title = Concordance demandée par une autre voie que la scolarité
CNC010-message = Concordance demandée par une autre voie que celle prévue : {$channels}.
CNC010-why = Canal de la demande : {$channels}. Prévu : {$allowed}.
CNC010-remedy = Demander à l’étudiant de remettre un dossier complet à son bureau d’inscription, ou corriger le canal.
CNC010-reminder = Dossier de concordance complet à remettre au bureau d’inscription.
CNC010-unread-message = Impossible de dire par où la concordance a été demandée : « {$raw} » n’est pas compris.
CNC010-unread-why = Canal de la demande : « {$raw} ». Prévu : {$allowed}.
CNC010-unread-remedy = Corriger le canal de la demande, puis importer de nouveau.

reason-no-concordance = aucune demande de concordance pour ce dossier
reason-concordance-level = le niveau de l’inscription n’est pas connu (voir CNC001)
reason-concordance-m2 = en master 2, la nature des unités décide (voir CNC006)
reason-concordance-no-proposal = aucune proposition de concordance n’a encore été reçue
reason-concordance-no-rule = aucune règle : le règlement n’en dit rien pour les concordances
reason-concordance-not-m2 = la concordance n’est pas demandée en master 2
reason-concordance-refused = la demande de concordance est déjà refusée
reason-concordance-no-channel = rien ne dit par où la concordance a été demandée
