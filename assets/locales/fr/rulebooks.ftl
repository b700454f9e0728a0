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

## What each entry is called. Windows, closures, extensions, limits and documents are called by what they hold.

rulebook-key-academic-year-first-day = Premier jour de l’année universitaire
rulebook-key-auditor-agreement = Auditeur libre : accord du responsable de l’UE
rulebook-key-auditor-attendance = Auditeur libre : enseignements suivis
rulebook-key-auditor-capacity = Auditeur libre : capacité d’accueil
rulebook-key-auditor-decision = Auditeur libre : avis sur la demande
rulebook-key-auditor-levels = Auditeur libre : niveaux ouverts
rulebook-key-auditor-signature = Auditeur libre : signature
rulebook-key-auditor-student-welfare = Auditeur libre : œuvres universitaires
rulebook-key-auditor-units-per-semester = Auditeur libre : nombre d’UE
rulebook-key-calendar-acceptance-first = Proposition acceptée avant l’inscription
rulebook-key-calendar-etudes-en-france = Ouverture pour Études en France
rulebook-key-calendar-notice-days = Rappel avant une fermeture
rulebook-key-calendar-re-registration = Qui se réinscrit
rulebook-key-calendar-respected = Respect des périodes d’inscription
rulebook-key-channel-ajac-higher-year = AJAC : où s’inscrire dans l’année supérieure
rulebook-key-channel-ajre-units = AJRE : où s’inscrire aux UE attribuées
rulebook-key-closure-days = Fermetures de la scolarité
rulebook-key-closure-summer = Fermeture d’été
rulebook-key-closure-winter = Fermeture d’hiver
rulebook-key-closure-spring = Fermeture de printemps
rulebook-key-closure-autumn = Fermeture d’automne
rulebook-key-concordance-after-dispensation = Concordance après une dispense
rulebook-key-concordance-channels = Concordance : où la demander
rulebook-key-concordance-contest-days = Concordance : délai de contestation
rulebook-key-concordance-degree-held = Concordance avec un diplôme obtenu
rulebook-key-concordance-equivalences = Concordance : équivalences admises
rulebook-key-concordance-m2-language-words = Concordance en M2 : mots qui disent une langue
rulebook-key-concordance-m2-natures = Concordance en M2 : enseignements admis
rulebook-key-concordance-professional-experience = Concordance par expérience professionnelle
rulebook-key-concordance-requests-per-year = Concordance : nombre de demandes
rulebook-key-concordance-waiver = Concordance : renonciation
rulebook-key-cvec-amount = CVEC : montant { $what }
rulebook-key-cvec-before-registration = CVEC : attestation avant l’inscription
rulebook-key-cvec-certificate = CVEC : attestation
rulebook-key-cvec-certificate-identity = CVEC : identité sur l’attestation
rulebook-key-cvec-certificate-personal = CVEC : attestation personnelle
rulebook-key-cvec-certificate-year = CVEC : année de l’attestation
rulebook-key-cvec-conditional-proofs = CVEC : justificatifs d’exonération
rulebook-key-cvec-conditional-temporary-protection = CVEC : condition de la protection temporaire
rulebook-key-cvec-control-valid-states = CVEC : états de contrôle valables
rulebook-key-cvec-exchange = CVEC, échange : { $what }
rulebook-key-cvec-ground = CVEC, motif : { $what }
rulebook-key-cvec-liability = CVEC : qui la doit
rulebook-key-cvec-number-shape = CVEC : forme du numéro
rulebook-key-cvec-number-year-digit = CVEC : place de l’année dans le numéro
rulebook-key-cvec-refund-before = CVEC : dernier jour du remboursement
rulebook-key-cvec-regime = CVEC, régime : { $what }
rulebook-key-cvec-scholarship = CVEC, bourse : { $what }
rulebook-key-derogation-channels = Dérogation : où la demander
rulebook-key-derogation-deadline-licence = Dérogation en licence : date limite
rulebook-key-derogation-deadline-master = Dérogation en master : date limite
rulebook-key-derogation-needed = Dérogation au-delà des limites
rulebook-key-derogation-single = Dérogation : nombre de demandes
rulebook-key-documents-checked = Pièces : qui les vérifie
rulebook-key-documents-checked-first = Pièces vérifiées avant l’inscription
rulebook-key-documents-deposited = Pièces : dépôt
rulebook-key-documents-expiry = Pièces : fin de validité
rulebook-key-documents-false = Pièce fausse : suite donnée
rulebook-key-documents-false-words = Pièce fausse : mots qui la disent
rulebook-key-documents-required = Pièces exigées
rulebook-key-extension-dates = Prolongations
rulebook-key-fee-ajac = Droits d’un AJAC
rulebook-key-fee-doctorate-full = Droits de doctorat, taux plein { $what }
rulebook-key-fee-doctorate-reduced = Droits de doctorat, taux réduit { $what }
rulebook-key-fee-due = Droits : moment du paiement
rulebook-key-fee-exchange = Droits, échange : { $what }
rulebook-key-fee-ground = Droits, motif : { $what }
rulebook-key-fee-instalments-first-share = Paiement en plusieurs fois : première part
rulebook-key-fee-licence-full = Droits de licence, taux plein { $what }
rulebook-key-fee-licence-reduced = Droits de licence, taux réduit { $what }
rulebook-key-fee-master-full = Droits de master, taux plein { $what }
rulebook-key-fee-master-reduced = Droits de master, taux réduit { $what }
rulebook-key-fee-proof = Droits, justificatifs : { $what }
rulebook-key-fee-regime = Droits, régime : { $what }
rulebook-key-fee-scholarship = Droits, bourse : { $what }
rulebook-key-fee-second-registration = Droits d’une seconde inscription
rulebook-key-fee-university-full = Droits de diplôme d’université, taux plein { $what }
rulebook-key-fee-university-reduced = Droits de diplôme d’université, taux réduit { $what }
rulebook-key-identity-age-day = Âge : jour où il est compté
rulebook-key-identity-age-least = Âge le plus bas
rulebook-key-identity-age-most = Âge le plus élevé
rulebook-key-identity-ine-forms = INE : formes admises
rulebook-key-identity-ine-keys = INE : formes dont la clé est vérifiée
rulebook-key-identity-ine-studied-before = INE : voies de ceux qui en ont déjà un
rulebook-key-identity-ine-unique = INE : unicité
rulebook-key-identity-person-unique = Personne : ce qui la distingue
rulebook-key-limit-levels = Limites d’inscriptions
rulebook-key-piece-concordance-list = Pièces d’une concordance
rulebook-key-piece-lists = Listes de pièces
rulebook-key-refund-cvec = Remboursement de la CVEC
rulebook-key-refund-retained = Remboursement : somme retenue
rulebook-key-repeats-limited = Limite des inscriptions répétées
rulebook-key-repeats-nar = Inscription d’un NAR
rulebook-key-repeats-online = Inscription en ligne au-delà des limites
rulebook-key-window-dates = Périodes d’inscription

rulebook-name-window-number = { $who }, période { $number }
rulebook-name-window-other = { $who }, autre calendrier
rulebook-name-closure = Fermeture de la scolarité ({ $key })
rulebook-name-extension = Prolongation { $who }
rulebook-name-limit = Limite d’inscriptions { $who }
rulebook-name-limit-field = Limite d’inscriptions { $who }, mention { $field }
rulebook-name-piece = Pièce : { $title }
rulebook-name-piece-of = { $of }, pièce : { $title }
rulebook-name-piece-of-levels = { $of } en { $who }, pièce : { $title }
rulebook-new-window = Période d’inscription, { $who }
rulebook-new-window-other = Période d’inscription, autres niveaux
rulebook-new-closure = Autre fermeture de la scolarité
rulebook-new-extension = Prolongation, { $who }
rulebook-new-limit = Limite d’inscriptions, { $who }
rulebook-new-piece = Autre pièce du dossier

## Numbers under keys that count something.

rulebook-count-auditor-units-per-semester = { $count } UE par semestre
rulebook-count-calendar-notice-days =
    { $count ->
        [0] 0 jour avant
        [one] { $count } jour avant
       *[other] { $count } jours avant
    }
rulebook-count-concordance-contest-days =
    { $count ->
        [0] 0 jour
        [one] { $count } jour
       *[other] { $count } jours
    }
rulebook-count-concordance-requests-per-year =
    { $count ->
        [0] 0 demande par an
        [one] { $count } demande par an
       *[other] { $count } demandes par an
    }
rulebook-count-cvec-number-year-digit = caractère n° { $count }
rulebook-count-identity-age-least =
    { $count ->
        [0] 0 an
        [one] { $count } an
       *[other] { $count } ans
    }
rulebook-count-identity-age-most =
    { $count ->
        [0] 0 an
        [one] { $count } an
       *[other] { $count } ans
    }
