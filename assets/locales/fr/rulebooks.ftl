app-rulebook-edition = { $title } · édition { $edition }
app-rulebook-by = { $at }, { $who }
app-journal-publish = Règlement publié et appliqué : { $label }
app-family-other = Autres entrées

rulebook-note-open = Non fixé pour { $year } : l’entrée vient du règlement de { $former }, sa source est à chercher.
rulebook-word-office = à la scolarité
rulebook-word-online = en ligne
rulebook-word-owed = due
rulebook-word-not-concerned = non concerné
rulebook-word-exempt = exonéré
rulebook-word-none = aucun
rulebook-word-due = dus
rulebook-word-by-decision = sur décision
rulebook-word-other-tariff = autre tarif
rulebook-word-reduced-licence = tarif réduit de licence
rulebook-word-required = exigé
rulebook-word-registered-last-year = inscrits de l’année précédente
rulebook-word-opens-without-close = ouvre sans date de fermeture
rulebook-word-limited = limité
rulebook-word-not-allowed = non permis
rulebook-word-granted = accordée
rulebook-word-one = une seule
rulebook-word-written-before-exams = par écrit, avant les examens
rulebook-word-favourable = favorable
rulebook-word-limiting = limitative
rulebook-word-campaign = l’année de la campagne
rulebook-word-same-person = la même personne
rulebook-word-one-person = une seule personne
rulebook-word-by-regime-and-exchange = selon le régime et l’échange
rulebook-word-by-the-office = par la scolarité
rulebook-word-last-day-included = dernier jour compris
rulebook-word-cancelled = annulée
rulebook-word-never = jamais
rulebook-word-not-authorised = non autorisé
rulebook-word-at-registration = à l’inscription
rulebook-word-reduced = tarif réduit
rulebook-word-higher-year-only = année supérieure seulement
rulebook-word-lectures = cours magistraux
rulebook-word-tele-request = télé-demande
rulebook-word-re-registration = réinscription
rulebook-word-parcoursup-reorientation = réorientation Parcoursup
rulebook-word-common-core = tronc commun
rulebook-word-language = langue
rulebook-word-transfer = transfert
rulebook-word-social = bourse sur critères sociaux
rulebook-word-birth-name = nom de naissance
rulebook-word-given-name = prénom
rulebook-word-birth-date = date de naissance

error-rulebook-not-a-key = une clé s’écrit avec des lettres sans accent, des chiffres, des points et des tirets
error-rulebook-typed = L’entrée { $key } n’a pas été modifiée : { $fault }.
error-rulebook-without-year = Le règlement { $id } ne dit pas pour quelle année universitaire il vaut : aucun dossier ne peut être jugé d’après lui.
error-rulebook-there = Le règlement { $id } est déjà là, au mot près : il n’y a rien à ouvrir.
error-store-edition-there = Une édition porte déjà cet identifiant. Rien n’a été publié : revenez à la liste des règlements, puis recommencez.
error-store-draft-gone = Ce règlement en préparation n’est plus là. Rien n’a été publié.

cli-rulebook-published = Règlement { $id } publié et appliqué. { $changed ->
    [0] Aucun dossier ne change
    [one] Un dossier change
   *[other] { $changed } dossiers changent
} sur { $files }.
