# What the rules say. Keys: <CODE>-title, <CODE>[-variant]-message, -why, -remedy; reason-* why a rule is not concerned.

## Identity

IDN001-title = INE manquant
IDN001-message = Aucun INE, alors que la personne a déjà étudié en France.
IDN001-why = L’INE est vide, et le dossier dit des études antérieures : {$before}. Qui a déjà étudié en France a un INE.
IDN001-remedy = Demander le relevé du baccalauréat ou le dernier certificat de scolarité, et y reprendre l’INE.
IDN001-certificate-message = Aucun INE sur la liste, alors que la personne a déjà étudié en France.
IDN001-certificate-why = L’INE est vide, et le dossier dit des études antérieures : {$before}. Qui a déjà étudié en France a un INE.
IDN001-certificate-remedy = L’attestation CVEC de la personne porte l’INE {$ine} : le vérifier et le reporter dans le dossier.
IDN001-column-message = L’INE d’une personne qui a déjà étudié en France ne peut pas être lu : la liste n’a pas de colonne INE.
IDN001-column-why = Le dossier dit des études antérieures ({$before}), et la liste n’a pas de colonne INE.
IDN001-column-remedy = Ajouter la colonne INE à l’extraction, puis importer de nouveau.
IDN001-unknown-message = Aucun INE, et impossible de dire si la personne a déjà étudié en France.
IDN001-unknown-why = L’INE est vide, rien ne dit d’études antérieures, et il manque de quoi le savoir : {$missing}.
IDN001-unknown-remedy = Importer ou compléter ce qui manque ({$missing}), puis importer de nouveau.
studied-years = inscription en {$years}
studied-route = voie d’accès {$route}
studied-result = résultat précédent {$result}
IDN002-title = INE mal formé
IDN002-message = L’INE {$ine} n’a aucune des formes connues.
IDN002-why = {$ine} a {$length} caractères ; les formes connues en ont 11 : 10 chiffres et une lettre, 10 caractères et un chiffre, 9 chiffres et 2 lettres, ou la forme des apprentis.
IDN002-remedy = Reprendre l’INE sur le relevé du baccalauréat ou le certificat de scolarité, et vérifier que le tableur n’a pas abîmé la colonne.
IDN002-unknown-message = L’INE ne peut pas être lu : la liste n’a pas de colonne INE.
IDN002-unknown-why = Sans cette colonne, la règle ne peut ni réussir ni échouer.
IDN002-unknown-remedy = Ajouter la colonne INE à l’extraction, puis importer de nouveau.
IDN003-title = Clé de l’INE en désaccord
IDN003-message = La clé de l’INE {$ine} ne correspond pas à ses autres caractères.
IDN003-why = Numéro de la forme {$form} : la clé recalculée diffère du dernier caractère.
IDN003-remedy = Comparer avec la pièce de l’étudiant ; une frappe fausse est la cause la plus courante.
IDN003-unknown-message = L’INE ne peut pas être lu : la liste n’a pas de colonne INE.
IDN003-unknown-why = Sans cette colonne, la règle ne peut ni réussir ni échouer.
IDN003-unknown-remedy = Ajouter la colonne INE à l’extraction, puis importer de nouveau.
IDN004-title = INE partagé
IDN004-message = L’INE {$ine} est aussi celui de : {$others}.
IDN004-why = {$count ->
    [one] Un autre numéro étudiant porte
   *[other] {$count} autres numéros étudiants portent
} le même INE, alors qu’un INE ne désigne qu’une personne.
IDN004-remedy = Vérifier les identités côte à côte : une personne inscrite sous deux numéros, ou un INE recopié sur la mauvaise ligne.
IDN004-unknown-message = L’INE ne peut pas être lu : la liste n’a pas de colonne INE.
IDN004-unknown-why = Sans cette colonne, la règle ne peut ni réussir ni échouer.
IDN004-unknown-remedy = Ajouter la colonne INE à l’extraction, puis importer de nouveau.
IDN005-title = Personne probablement en double
IDN005-message = Probablement la même personne sous un autre numéro étudiant : {$others}.
IDN005-why = {$count ->
    [one] Un autre numéro étudiant porte
   *[other] {$count} autres numéros étudiants portent
} les mêmes nom de naissance, premier prénom et date de naissance, sans tenir compte de la casse, des accents ni de la ponctuation : {$others}.
IDN005-remedy = Comparer les pièces d’identité. Si c’est une seule personne, faire fusionner ses numéros étudiants ; si ce sont des homonymes, lever l’anomalie avec ce motif.
IDN005-unknown-message = Impossible de chercher si la personne existe sous un autre numéro étudiant.
IDN005-unknown-why = Il faut le nom de naissance, le premier prénom et la date de naissance ; une de ces colonnes manque, ou la date n’est pas comprise.
IDN005-unknown-remedy = Ajouter ces colonnes à l’extraction ou corriger la date, puis importer de nouveau.
IDN006-title = Date de naissance invraisemblable
IDN006-message = Date de naissance invraisemblable : {$birth}, soit {$age} ans au {$day}.
IDN006-why = Naissance le {$birth} : {$age} ans au {$day}, hors de l’intervalle de {$least} à {$most} ans.
IDN006-remedy = Comparer avec la pièce d’identité ; le jour et le mois inversés ou une année à deux chiffres sont les causes courantes.
IDN006-missing-message = La date de naissance manque.
IDN006-missing-why = La cellule est vide, et la date de naissance sert à reconnaître la personne d’un fichier à l’autre.
IDN006-missing-remedy = Reprendre la date sur la pièce d’identité, puis importer de nouveau.
IDN006-future-message = La date de naissance est dans l’avenir : {$birth}.
IDN006-future-why = Naissance le {$birth}, après le {$today}.
IDN006-future-remedy = Comparer avec la pièce d’identité ; le siècle d’une année à deux chiffres est la cause courante.
IDN006-column-message = La date de naissance ne peut pas être lue : la liste n’a pas de colonne pour elle.
IDN006-column-why = Sans cette colonne, la règle ne peut ni réussir ni échouer.
IDN006-column-remedy = Ajouter la date de naissance à l’extraction, puis importer de nouveau.
IDN006-unknown-message = La date de naissance n’est pas comprise : « {$raw} ».
IDN006-unknown-why = « {$raw} » n’est pas une date lisible.
IDN006-unknown-remedy = Corriger la date (jour, mois, année), puis importer de nouveau.
ine-form-bea = BEA (10 chiffres et une lettre)
ine-form-nne = NNE (10 caractères et un chiffre)

## Cvec

CVC001-title = Attestation CVEC absente
CVC001-message = Aucun numéro d’attestation CVEC, alors qu’un numéro est attendu.
CVC001-why = Régime : {$regime}. Une attestation est attendue, par paiement ({$amount}) ou par exonération, et ni la liste ni les attestations n’en portent.
CVC001-remedy = Demander l’attestation à l’étudiant ; même exonéré, il la télécharge sur le portail national.
CVC001-unknown-message = La présence d’une attestation ne peut pas être vérifiée.
CVC001-unknown-why = Un numéro est attendu, mais la liste n’a pas de colonne pour lui et aucune liste d’attestations n’a été donnée.
CVC001-unknown-remedy = Importer la liste des attestations, ou une liste d’inscrits avec la colonne N° CVEC.
CVC002-title = Numéro CVEC mal formé
CVC002-message = Numéro d’attestation mal formé : {$numbers}.
CVC002-why = {$numbers} n’a pas la forme AAA9 XXXXXX 99 (3 lettres, 1 chiffre, 6 lettres ou chiffres, 2 chiffres).
CVC002-remedy = Relire l’attestation ; confusions courantes : O et 0, I et 1, B et 8, S et 5.
CVC003-title = Attestation d’une autre année
CVC003-message = L’attestation est d’une autre année universitaire : {$years}.
CVC003-why = Campagne {$campaign} ; années portées par les attestations : {$years}. La contribution est due chaque année.
CVC003-remedy = Demander l’attestation de l’année {$campaign}.
CVC003-hint-message = Le numéro semble être celui d’une autre année : {$numbers}.
CVC003-hint-why = Aucune année n’est écrite ; le quatrième caractère devrait être {$digit} pour {$campaign}. Ce n’est qu’un indice : {$numbers}.
CVC003-hint-remedy = Vérifier l’année sur l’attestation elle-même.
CVC004-title = Numéro CVEC partagé
CVC004-message = Le numéro {$numbers} est aussi porté par : {$others}.
CVC004-why = {$count ->
    [one] Une autre personne porte
   *[other] {$count} autres personnes portent
} ce numéro ; une attestation est nominative.
CVC004-remedy = Comparer les attestations : l’une des personnes n’a pas fourni la sienne.
CVC005-title = Attestation au nom d’une autre personne
CVC005-message = L’attestation ne correspond pas au dossier : {$fields}.
CVC005-why = Comparés sans tenir compte de la casse, des accents ni de la ponctuation, ces éléments diffèrent : {$fields}.
CVC005-remedy = Vérifier que l’attestation est bien celle de l’étudiant ; un nom d’usage saisi à la place du nom de naissance se corrige sur la liste.
CVC005-unknown-message = L’identité portée par l’attestation ne peut pas être comparée : {$fields}.
CVC005-unknown-why = La comparaison demande ces éléments des deux côtés ; la liste des inscrits ou celle des attestations ne les a pas, ou ils ne sont pas lisibles : {$fields}.
CVC005-unknown-remedy = Importer une liste qui porte le nom et la date de naissance, ou comparer l’attestation à la main.
CVC005-ine-message = Seul l’INE diffère entre l’attestation et le dossier.
CVC005-ine-why = Le nom et la date de naissance ne se contredisent pas ; une personne peut avoir plusieurs INE, dont un provisoire.
CVC005-ine-remedy = Confirmer qu’il s’agit de la même personne.
CVC006-title = Attestation sans objet
CVC006-message = Une attestation est présente ({$numbers}) alors que l’étudiant n’est pas concerné.
CVC006-why = Non concerné : {$reason}.
CVC006-remedy = Rien à exiger. Vérifier le régime ou l’échange si l’attestation a été payée.
CVC007-title = Motif d’exonération refusé
CVC007-message = L’attestation est par exonération, mais ce motif n’exonère pas : {$ground}.
CVC007-why = {$ground} : ce motif est cité parmi ceux qui n’exonèrent pas de la CVEC.
CVC007-remedy = Demander le justificatif du motif d’exonération, ou le paiement de la contribution.
CVC007-absent-message = Le motif de l’exonération n’est pas connu : la liste n’a pas de colonne pour la bourse.
CVC007-absent-why = L’attestation est par exonération, et une bourse d’un gouvernement étranger ou d’une fondation privée n’exonère pas.
CVC007-absent-remedy = Importer une liste d’inscrits avec la colonne de la bourse.
CVC007-mode-message = Rien ne dit si l’attestation est par exonération : {$ground}.
CVC007-mode-why = {$ground} : ce motif n’exonère pas de la CVEC ; la liste des attestations ne dit pas si celle-ci est par paiement ou par exonération.
CVC007-mode-remedy = Importer une liste d’attestations avec leur mode (paiement ou exonération), ou lire l’attestation.
CVC007-unknown-message = Le motif de l’exonération n’est pas compris : {$raw}.
CVC007-unknown-why = L’attestation est par exonération et la bourse « {$raw} » n’est pas une valeur connue.
CVC007-unknown-remedy = Corriger la bourse sur la liste, ou dire à quelle valeur elle correspond.
CVC010-title = Assujettissement inconnu
CVC010-message = Impossible de dire si la CVEC est due : {$reason}.
CVC010-why = Le régime et le programme d’échange décident de l’assujettissement ; ici, {$reason}.
CVC010-remedy = Compléter ou corriger le régime (ou l’échange) sur la liste, puis importer de nouveau.
word-amount = {$amount}
word-not-set = montant non fixé
word-unknown = inconnu

## Calendar

CAL001-title = Inscription avant l’ouverture
CAL001-message = Inscription du {$at}, avant l’ouverture de la première période.
CAL001-why = {$population} : {$windows}. Inscription du {$at}.
CAL001-remedy = Faire décider d’une inscription tardive, ou annuler l’inscription.
CAL001-office-message = Inscription du {$at}, avant l’ouverture de la première période (faite à la scolarité).
CAL001-office-why = {$population} : {$windows}. Inscription du {$at}. Les périodes valent aussi pour les inscriptions faites à la scolarité.
CAL001-office-remedy = L’inscription a été faite à la scolarité : enregistrer l’autorisation d’inscription hors délai (qui, quand, référence).
CAL001-day-message = L’heure de l’inscription n’est pas connue, et elle décide : {$day}.
CAL001-day-why = {$population} : {$windows}. Une période ouvre ou ferme le {$day}, et le fichier ne dit que le jour.
CAL001-day-remedy = Extraire la date d’inscription avec son heure, puis importer de nouveau.
CAL001-unknown-message = La date d’inscription ne peut pas être lue.
CAL001-unknown-why = Texte du fichier : « {$raw} ».
CAL001-unknown-remedy = Ajouter ou corriger la date d’inscription (jour, mois, année et heure), puis importer de nouveau.
CAL001-absent-message = La date d’inscription ne peut pas être lue.
CAL001-absent-why = La liste n’a pas de colonne pour elle.
CAL001-absent-remedy = Ajouter ou corriger la date d’inscription (jour, mois, année et heure), puis importer de nouveau.
CAL002-title = Inscription après la fermeture
CAL002-message = Inscription du {$at}, après la fermeture de la dernière période.
CAL002-why = {$population} : {$windows}. Inscription du {$at}.
CAL002-remedy = Faire décider d’une inscription tardive, ou annuler l’inscription.
CAL002-office-message = Inscription du {$at}, après la fermeture de la dernière période (faite à la scolarité).
CAL002-office-why = {$population} : {$windows}. Inscription du {$at}. Les périodes valent aussi pour les inscriptions faites à la scolarité.
CAL002-office-remedy = L’inscription a été faite à la scolarité : enregistrer l’autorisation d’inscription hors délai (qui, quand, référence).
CAL002-day-message = L’heure de l’inscription n’est pas connue, et elle décide : {$day}.
CAL002-day-why = {$population} : {$windows}. Une période ouvre ou ferme le {$day}, et le fichier ne dit que le jour.
CAL002-day-remedy = Extraire la date d’inscription avec son heure, puis importer de nouveau.
CAL002-unknown-message = La date d’inscription ne peut pas être lue.
CAL002-unknown-why = Texte du fichier : « {$raw} ».
CAL002-unknown-remedy = Ajouter ou corriger la date d’inscription (jour, mois, année et heure), puis importer de nouveau.
CAL002-absent-message = La date d’inscription ne peut pas être lue.
CAL002-absent-why = La liste n’a pas de colonne pour elle.
CAL002-absent-remedy = Ajouter ou corriger la date d’inscription (jour, mois, année et heure), puis importer de nouveau.
CAL003-title = Inscription entre deux périodes
CAL003-message = Inscription du {$at}, entre deux périodes{$closure}.
CAL003-why = {$population} : {$windows}. Inscription du {$at} ; la période suivante ouvre le {$reopens}.
CAL003-remedy = Faire décider d’une inscription tardive, ou annuler l’inscription.
CAL003-office-message = Inscription du {$at}, entre deux périodes{$closure} (faite à la scolarité).
CAL003-office-why = {$population} : {$windows}. Inscription du {$at} ; la période suivante ouvre le {$reopens}. Les périodes valent aussi pour les inscriptions faites à la scolarité.
CAL003-office-remedy = L’inscription a été faite à la scolarité : enregistrer l’autorisation d’inscription hors délai (qui, quand, référence).
CAL003-day-message = L’heure de l’inscription n’est pas connue, et elle décide : {$day}.
CAL003-day-why = {$population} : {$windows}. Une période ouvre ou ferme le {$day}, et le fichier ne dit que le jour.
CAL003-day-remedy = Extraire la date d’inscription avec son heure, puis importer de nouveau.
CAL003-unknown-message = La date d’inscription ne peut pas être lue.
CAL003-unknown-why = Texte du fichier : « {$raw} ».
CAL003-unknown-remedy = Ajouter ou corriger la date d’inscription (jour, mois, année et heure), puis importer de nouveau.
CAL003-absent-message = La date d’inscription ne peut pas être lue.
CAL003-absent-why = La liste n’a pas de colonne pour elle.
CAL003-absent-remedy = Ajouter ou corriger la date d’inscription (jour, mois, année et heure), puis importer de nouveau.
closure-during = , pendant la fermeture de la scolarité du {$from} au {$to}
closure-none = {""}
CAL004-title = Aucune période définie
CAL004-message = Impossible de dire si l’inscription est dans les délais : {$reason}.
CAL004-why = Le règlement n’a pas de période datée pour ce dossier : {$reason}.
CAL004-remedy = Corriger le niveau, la voie d’accès ou la date d’acceptation si elle est fausse ; sinon, faire préciser le délai par l’établissement.
CAL005-title = Date d’acceptation manquante
CAL005-message = La période dépend de la date d’acceptation de la proposition, et {$reason}.
CAL005-why = Plusieurs périodes existent pour ce niveau et cette voie, selon la date d’acceptation définitive ; {$reason}.
CAL005-remedy = Reporter la date de réponse depuis l’export de la plateforme d’admission.
acceptance-missing = elle n’est pas renseignée
acceptance-unreadable = « {$raw} » n’est pas une date
CAL006-title = Fermeture proche
CAL006-message = Pas encore inscrit, et la période ferme le {$closes}.
CAL006-why = Reste {$days} j {$hours} h avant la fermeture ; le préavis du règlement est de {$notice} jours.
CAL006-remedy = Relancer l’étudiant.
CAL006-notice-message = Le préavis de fermeture n’est pas fixé.
CAL006-notice-why = La période est ouverte, mais le règlement ne dit pas combien de jours avant la fermeture prévenir.
CAL006-notice-remedy = Fixer le préavis dans le règlement.
CAL006-unknown-message = La date d’inscription ne peut pas être lue.
CAL006-unknown-why = Texte du fichier : « {$raw} ».
CAL006-unknown-remedy = Ajouter ou corriger la date d’inscription (jour, mois, année et heure), puis importer de nouveau.
CAL006-absent-message = La date d’inscription ne peut pas être lue.
CAL006-absent-why = La liste n’a pas de colonne pour elle.
CAL006-absent-remedy = Ajouter ou corriger la date d’inscription (jour, mois, année et heure), puis importer de nouveau.
CAL007-title = Non inscrit dans les délais
CAL007-message = Pas d’inscription, et la dernière période est fermée.
CAL007-why = {$population} : {$windows}. Situation examinée au {$as_of}.
CAL007-remedy = Vérifier si l’étudiant renonce ; sinon, une autorisation d’inscription hors délai est nécessaire.
CAL007-unknown-message = La date d’inscription ne peut pas être lue.
CAL007-unknown-why = Texte du fichier : « {$raw} ».
CAL007-unknown-remedy = Ajouter ou corriger la date d’inscription (jour, mois, année et heure), puis importer de nouveau.
CAL007-absent-message = La date d’inscription ne peut pas être lue.
CAL007-absent-why = La liste n’a pas de colonne pour elle.
CAL007-absent-remedy = Ajouter ou corriger la date d’inscription (jour, mois, année et heure), puis importer de nouveau.
why-and-remark = {$why} {$remark}
other-calendar = La même page donne ailleurs un autre calendrier ({$windows}), selon lequel ce moment se trouve {$place} : à confirmer.
place-before = avant la première période
place-inside = dans une période
place-between = entre deux périodes
place-after = après la dernière période
window-between = du {$opens} au {$closes}
window-until = jusqu’au {$closes}
population-level = Périodes de {$level}
population-route = Périodes de {$level}, {$route}
no-window-result-unknown = le résultat précédent n’est pas connu, et l’ouverture en dépend
no-window-other-year = l’inscription est de {$own}, le règlement est de {$book}
no-window-level-unmapped = le niveau « {$raw} » n’est pas compris
no-window-level-missing = le niveau n’est pas renseigné
no-window-route-unmapped = en {$level} la période dépend de la voie d’accès, et « {$raw} » n’est pas comprise
no-window-route-missing = en {$level} la période dépend de la voie d’accès, qui n’est pas renseignée
no-window-no-date = proposition acceptée le {$accepted} : la page renvoie aux délais fixés par le chef d’établissement
no-window-cohort = proposition acceptée le {$accepted}, avant toutes les périodes d’acceptation de la page
no-window-route = aucune période n’est donnée en {$level} pour la voie {$route}
no-window-level = aucune période n’est donnée en {$level}
no-window-extension = après la fermeture ordinaire, une période plus longue existe en cas de financement tardif, et le dossier ne dit rien du financement

## Repeats

CAL008-title = Inscription en ligne au lieu de la scolarité
CAL008-message = Inscription en ligne en {$level}, qui se fait à la scolarité ({$result}).
CAL008-why = Résultat précédent : {$result}. {$level} est l’année supérieure{$than} ; en ligne, seule l’année redoublée s’inscrit.
CAL008-remedy = Faire venir l’étudiant à la scolarité pour cette inscription ; l’année redoublée reste inscrite en ligne.
CAL008-channel-message = Le canal de l’inscription en {$level} n’est pas connu, et il décide ({$result}).
CAL008-channel-why = Résultat précédent : {$result}. L’année supérieure s’inscrit à la scolarité, et le fichier ne dit pas si cette inscription a été faite en ligne.
CAL008-channel-remedy = Ajouter ou corriger la colonne du canal (en ligne ou scolarité), puis importer de nouveau.
CAL008-year-message = Rien ne dit si {$level} est l’année redoublée ou l’année supérieure ({$result}).
CAL008-year-why = Résultat précédent : {$result}, inscription en ligne. Ni une autre inscription de l’année ni l’historique de l’année précédente ne disent quelle année est redoublée.
CAL008-year-remedy = Importer l’historique de l’année précédente, ou vérifier le relevé de la session.
CAL008-unknown-message = Le résultat précédent ne peut pas être lu : l’inscription devait peut-être se faire à la scolarité.
CAL008-unknown-why = Un étudiant AJAC s’inscrit à la scolarité pour l’année supérieure, un étudiant AJRE pour les unités attribuées par le jury ; l’inscription en {$level} n’est pas connue comme faite à la scolarité.
CAL008-unknown-remedy = Ajouter ou corriger la colonne du résultat précédent, puis importer de nouveau.
than-level = {" "}(l’année redoublée : {$level})
than-nothing = {""}
reason-not-ajac = le résultat précédent n’est ni AJAC ni AJRE
reason-no-channel-rule = aucune règle : le règlement ne dit pas où s’inscrire
reason-first-year = une première année n’est pas une année supérieure
RPT001-title = Limite d’inscriptions dépassée
RPT001-message = Limite d’inscriptions dépassée en {$levels}, sans dérogation accordée.
RPT001-why = {$counts}. L’inscription demandée est comptée, quels que soient la filière et l’établissement.
RPT001-remedy = Une demande de dérogation pour une inscription supplémentaire est nécessaire ; sans elle, l’inscription ne peut pas être validée.
RPT001-unknown-message = Les limites d’inscription ne peuvent pas être comptées.
RPT001-unknown-why = Le niveau demandé n’est pas compris, donc aucune limite ne peut être comptée.
RPT001-unknown-remedy = Corriger le niveau sur la liste, puis importer de nouveau.
RPT002-title = Dernière inscription permise
RPT002-message = Dernière inscription permise sans dérogation en {$levels}.
RPT002-why = {$counts}. Une inscription de plus demanderait une dérogation.
RPT002-remedy = Rien à faire cette année ; prévenir l’étudiant.
RPT003-title = Redoublement non autorisé
RPT003-message = Résultat NAR : l’étudiant n’est pas autorisé à redoubler en {$level}.
RPT003-why = Le résultat précédent est NAR, et l’historique ne montre pas que l’année dernière était à un autre niveau que {$level}.
RPT003-remedy = Vérifier la décision du jury ; sans elle, l’inscription ne peut pas être validée.
RPT003-unknown-message = Le résultat de l’année précédente ne peut pas être lu.
RPT003-unknown-why = La colonne manque, ou sa valeur n’est pas dans la liste des résultats connus.
RPT003-unknown-remedy = Ajouter ou corriger le résultat précédent, puis importer de nouveau.
RPT004-title = Historique incomplet
RPT004-message = La limite en {$levels} serait dépassée si les années sans niveau comptaient.
RPT004-why = {$counts} ; {$years ->
    [one] une année passée n’a
   *[other] {$years} années passées n’ont
} pas de niveau lisible et {$years ->
    [one] pourrait
   *[other] pourraient
} compter en plus.
RPT004-remedy = Compléter le niveau de ces années dans l’historique.
RPT004-none-message = Aucun historique n’a été importé : les limites ne peuvent pas être vérifiées.
RPT004-none-why = Comptées sans historique : {$counts}.
RPT004-none-remedy = Importer la liste des inscriptions passées.
RPT004-field-message = La limite propre à la psychologie ne peut pas être vérifiée : ni mention ni formation.
RPT004-field-why = {$counts} ; cette limite ne concerne que les étudiants de psychologie.
RPT004-field-remedy = Renseigner la mention ou la formation sur la liste.
RPT005-title = Inscription en ligne au-delà de la limite
RPT005-message = Inscrit en ligne le {$at}, alors que la limite est dépassée.
RPT005-why = {$counts}. Dans ce cas, la réinscription en ligne n’est pas ouverte.
RPT005-remedy = Suspendre l’inscription jusqu’à la décision sur la dérogation.
RPT005-unknown-message = Impossible de dire si l’inscription a été faite en ligne.
RPT005-unknown-why = La limite est dépassée, mais la date ou le canal d’inscription manque ou n’est pas compris.
RPT005-unknown-remedy = Ajouter ou corriger la date et le canal d’inscription, puis importer de nouveau.
limit-count = {$levels} : {$total ->
    [one] {$total} inscription comptée
   *[other] {$total} inscriptions comptées
} pour {$most} sans dérogation ({$counted})

## Derogations

DRG001-title = Dérogation demandée par une autre voie
DRG001-message = La dérogation pour {$level} a été demandée autrement que par télé-demande : {$channel}.
DRG001-why = Voie constatée : {$channel}. Seule la télé-demande est recevable.
DRG001-remedy = Inviter l’étudiant à déposer sa demande par télé-demande.
DRG001-unknown-message = La voie de la demande de dérogation pour {$level} n’est pas connue.
DRG001-unknown-why = Seule la télé-demande est recevable, et le canal manque ou n’est pas compris.
DRG001-unknown-remedy = Renseigner le canal de la demande.
DRG005-title = Dérogation refusée, inscription maintenue
DRG005-message = La dérogation pour {$level} a été refusée, et l’inscription n’est ni abandonnée ni annulée.
DRG005-why = Décision : refusée. L’état de l’inscription n’est ni « démission » ni « annulée ».
DRG005-remedy = Annuler l’inscription, ou enregistrer une nouvelle décision.
DRG005-unknown-message = La décision sur la dérogation n’est pas connue.
DRG005-unknown-why = Une demande existe, et sa décision manque ou n’est pas comprise.
DRG005-unknown-remedy = Renseigner la décision.

## Why a rule does not concern a file

reason-cancelled = l’inscription est annulée
reason-not-standing = l’inscription est abandonnée ou annulée
reason-acceptance-unknown = la date d’acceptation manque (voir CAL005)
reason-cvec-expected = un numéro est attendu
reason-cvec-unknown = l’assujettissement n’est pas connu (voir CVC010)
reason-cvec-not-concerned = non concerné par la CVEC : {$reason}
reason-history-incomplete = l’historique est incomplet (voir RPT004)
reason-ine-key-not-verifiable = la clé de cette forme d’INE ne se vérifie pas hors ligne
reason-ine-malformed = l’INE est mal formé (voir IDN002)
reason-level-unknown = le niveau n’est pas connu
reason-no-campaign = ni le dossier ni le règlement ne disent l’année
reason-no-certificate = aucune attestation à comparer
reason-no-derogation = aucune demande de dérogation pour ce niveau
reason-no-exemption = l’attestation n’est pas par exonération
reason-no-ground = aucun motif d’exonération n’est renseigné
reason-no-ine = aucun INE
reason-no-number = aucun numéro d’attestation
reason-no-previous-result = aucun résultat précédent
reason-no-window = aucune période n’est définie (voir CAL004)
reason-no-year-hint = aucune année n’est écrite, et le numéro mal formé n’en suggère pas
reason-not-registered = pas encore inscrit
reason-over-limit = une limite est dépassée (voir RPT001)
reason-registered = déjà inscrit
reason-within-limits = aucune limite n’est dépassée, ou une dérogation est accordée
reason-identity-incomplete = le numéro étudiant, le nom, le prénom ou la date de naissance n’est pas renseigné
reason-ine-unreadable = l’INE n’est pas lisible (voir IDN002)
reason-no-age = aucune règle : le règlement ne fixe pas d’âge vraisemblable
reason-no-study-before = rien ne dit que la personne a déjà étudié en France
reason-no-limit = aucune règle : les pages ne limitent pas les inscriptions en {$level}
reason-regime-no-column = la liste n’a pas de colonne régime
reason-regime-empty = le régime n’est pas renseigné
reason-regime-unmapped = le régime « {$raw} » n’est pas compris
reason-regime-not-set = le règlement ne tranche pas pour ce régime ({$regime})
reason-exchange-unmapped = le programme d’échange « {$raw} » n’est pas compris
