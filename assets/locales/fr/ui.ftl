# Words of the window: screens, buttons, help.

## Frame

ui-nav = Navigation principale
ui-nav-desk = Bureau
ui-nav-files = Dossiers
ui-nav-requests = Demandes
ui-nav-waivers = Levées
ui-nav-simulation = Simulation
ui-nav-import = Import
ui-nav-rules = Règlement
ui-nav-journal = Journal
ui-workspace-menu = Espace : { $name }
ui-demo-badge = DÉMONSTRATION
ui-as-of = Situation au { $date }
ui-as-of-fixed = Situation fixée au { $date }
ui-as-of-label = Situation au
ui-as-of-format = jj/mm/aaaa hh:mm
ui-as-of-now = Champ vide : les dossiers sont jugés à l’heure actuelle, heure de Paris.
ui-as-of-invalid = Date non reconnue. Écrivez-la sous la forme jj/mm/aaaa hh:mm, par exemple 20/09/2024 12:00.
ui-as-of-by-hand = fixée à la main
ui-as-of-is-now = maintenant
ui-rulebook = Règlement
ui-rule = Règle
ui-language = Langue
ui-theme = Apparence
ui-theme-system = Comme le système
ui-theme-light = Claire
ui-theme-dark = Sombre
ui-theme-contrast = Contraste élevé
ui-palette = Commandes
ui-palette-search = Chercher une commande
ui-palette-none = Aucune commande ne correspond.
ui-palette-help = Aide : { $title }
ui-key-control = Ctrl
ui-key-escape = Échap
ui-saved = Enregistré
ui-busy = Tâche en cours
ui-offline = Hors ligne : rien ne quitte cet ordinateur
ui-unprotected = Base chiffrée, sans phrase secrète
ui-files =
    { $count ->
        [0] Aucun dossier
        [one] { $count } dossier
       *[other] { $count } dossiers
    }
ui-progress = { $done } sur { $total }
ui-percent = { $percent } %
ui-share = { $share } %
ui-loading = Chargement…
ui-unknown = inconnu
ui-close = Fermer
ui-cancel = Annuler
ui-search-clear = Effacer la recherche
ui-task-stop = Interrompre
ui-task-stopping = Interruption…
ui-task-whole = ne peut pas être interrompu
ui-outdated = Les anomalies affichées sont celles d’avant : la vérification des dossiers a été interrompue.
ui-judge-again = Vérifier de nouveau
ui-change = Modifier…
ui-retry = Réessayer
ui-dismiss = Masquer ce message
ui-messages =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
ui-error-no-answer = L’application n’a pas répondu. Rien n’a été modifié. Réessayez ; si cela se répète, fermez puis rouvrez Guichet.

## Commands

ui-action-import = Importer des fichiers…
ui-action-export = Exporter le rapport…
ui-action-export-findings = Exporter la liste des anomalies…
ui-action-export-files = Exporter la liste des dossiers…
ui-action-export-reminders = Exporter les relances (publipostage)…
ui-action-export-cvec-to-verify = Exporter les numéros CVEC à vérifier…
ui-action-export-all = Tout exporter…
ui-action-messages = Revoir les messages
ui-exports-menu = Tous les exports
ui-action-search = Rechercher un dossier
ui-action-campaign = Choisir le règlement et la date de situation…
ui-action-demo = Essayer avec des données fictives
ui-action-create = Créer un espace…
ui-action-open = Ouvrir un espace…
ui-action-close = Fermer l’espace
ui-action-theme-system = Apparence : comme le système
ui-action-theme-light = Apparence : claire
ui-action-theme-dark = Apparence : sombre
ui-action-theme-contrast = Apparence : contraste élevé
ui-action-zoom-in = Agrandir l’affichage
ui-action-zoom-out = Réduire l’affichage
ui-action-zoom-none = Afficher à 100 %
ui-action-french = Passer en français
ui-action-english = Passer en anglais
ui-action-help = Aide et raccourcis

## Tasks

ui-task-demo = Préparation des données fictives…
ui-task-creating = Création de l’espace…
ui-task-opening = Ouverture de l’espace…
ui-task-closing = Fermeture de l’espace…
ui-task-evaluating = Examen des dossiers…
ui-task-exporting = Écriture du rapport…
ui-task-list = Écriture de la liste…
ui-task-reading = Lecture des fichiers…
ui-task-applying = Import en cours…

## First start

ui-start-title = Bienvenue dans Guichet
ui-start-what = Guichet lit les tableaux de votre scolarité, contrôle chaque dossier d’étudiant et explique chaque anomalie.
ui-start-demo = Un bureau de scolarité inventé, déjà importé : rien à préparer.
ui-start-create = Un espace vide, pour vos propres tableaux.
ui-start-open = Un espace déjà créé, sur cet ordinateur ou un disque.
ui-start-offline = Tout reste sur cet ordinateur : l’application n’envoie rien et n’a besoin d’aucun réseau.
ui-create-title = Créer un espace
ui-create-text = Un espace contient les dossiers d’un bureau. Il est enregistré dans un dossier de cet ordinateur. Sa base est chiffrée ; sans phrase secrète, la clé est gardée dans ce même dossier.
ui-create-name = Nom de l’espace
ui-create-example = Par exemple : Scolarité Lettres 2024-2025
ui-create-missing = Donnez un nom à l’espace.
ui-create = Créer l’espace

## Rulebook and date

ui-campaign-title = Règlement et date de situation
ui-campaign-text = Les dossiers sont examinés de nouveau avec le règlement et à la date choisis.
ui-campaign-apply = Examiner les dossiers

## Desk

ui-desk-empty = Aucun dossier pour l’instant
ui-desk-empty-text = Importez la liste des inscrits de votre bureau : chaque ligne deviendra un dossier contrôlé.
ui-desk-see-files =
    { $count ->
        [0] Voir la liste
        [one] Voir le dossier
       *[other] Voir les dossiers
    }
ui-desk-rules = Règles qui signalent le plus
ui-desk-no-rule = Aucune règle ne signale d’anomalie.
ui-desk-flagged = Signalés
ui-desk-undecided = Indéterminés
ui-desk-applied = Règles appliquées
ui-desk-inputs = Feuilles importées
ui-desk-sheet = Fichier et feuille
ui-desk-kind = Contenu
ui-desk-rows = Lignes
ui-show-all = Tout afficher ({ $count })
ui-chart-as-table = Voir en tableau
ui-chart-count = Dossiers
ui-chart-share = Part

## Files

ui-files-grid = Liste des dossiers
ui-files-count =
    { $total ->
        [0] Aucun dossier sur { $all }
        [one] { $total } dossier sur { $all }
       *[other] { $total } dossiers sur { $all }
    }
ui-files-search = Rechercher dans les dossiers
ui-files-search-hint = Nom, numéro, INE ou courriel
ui-files-none = Aucun dossier dans cet espace
ui-files-no-match = Aucun dossier ne correspond
ui-files-no-match-text = Retirez un filtre ou modifiez la recherche.
ui-filters-clear = Effacer les filtres
ui-filters-in-use = Filtres appliqués
ui-filter-remove = Retirer le filtre { $facet } : { $value }
ui-facet-states = État
ui-facet-levels = Niveau
ui-facet-components = Composante
ui-facet-programmes = Formation
ui-facet-codes = Anomalie
ui-facet-search = Chercher : { $facet }
ui-facet-none = Aucune valeur.
ui-column-student-number = N° étudiant
ui-column-name = Nom
ui-column-given-name = Prénom
ui-column-ine = INE
ui-column-birth-date = Né(e) le
ui-column-level = Niveau
ui-column-programme = Formation
ui-column-registered-at = Inscrit(e) le
ui-column-findings = Anomalies
ui-column-state = État

## Drawer

ui-drawer = Dossier ouvert
ui-drawer-content = Contenu du dossier
ui-drawer-previous = Dossier précédent
ui-drawer-next = Dossier suivant
ui-drawer-place = { $place } / { $total }
ui-drawer-close = Fermer le dossier
ui-findings =
    { $count ->
        [0] Anomalies
        [one] { $count } anomalie
       *[other] { $count } anomalies
    }
ui-no-finding = Aucune anomalie : toutes les règles applicables sont respectées.
ui-why = Pourquoi ?
ui-request-back = Revenir à la demande
ui-remedy = Que faire ?
ui-source = Source :
ui-source-note = Ambiguïté relevée :
ui-evidence =
    { $count ->
        [one] Preuve
       *[other] Preuves ({ $count })
    }
ui-evidence-fact = Donnée
ui-evidence-understood = Compris : {$value}
ui-evidence-not-understood = Non compris
ui-evidence-raw = Texte du fichier
ui-evidence-place = Cellule
ui-no-column = colonne absente
ui-empty-cell = cellule vide
ui-empty-value = (vide)
ui-extract = Extrait de { $file } › { $sheet }, cellule { $cell }
ui-extract-show = Voir l’extrait : { $place }
ui-extract-row = Ligne
ui-extract-marked = Cellule { $cell }, encadrée : { $text }
ui-facts = Identité et inscription
ui-history = Parcours
ui-history-none = Aucune inscription antérieure connue.
ui-certificates = Attestations CVEC
ui-certificates-none = Aucune attestation connue.
ui-requests = Demandes
ui-fees = Droits d’inscription
ui-documents = Pièces justificatives
ui-quiet = Règles respectées ({ $passed }) et non concernées ({ $others })
ui-quiet-passed = respectée
ui-quiet-not-concerned = ne concerne pas ce dossier

## Requests

ui-requests-grid = Liste des demandes
ui-requests-count =
    { $total ->
        [0] Aucune demande sur { $all }
        [one] { $total } demande sur { $all }
       *[other] { $total } demandes sur { $all }
    }
ui-requests-search = Rechercher dans les demandes
ui-requests-search-hint = Nom ou numéro
ui-requests-kinds = Objet de la demande
ui-requests-every-kind = Toutes
ui-requests-unattached = Sans dossier
ui-requests-empty = Aucune demande dans cet espace
ui-requests-empty-text = Importez une liste de demandes : chacune sera rattachée au dossier de l’étudiant, avec ses pièces et son délai.
ui-requests-no-match = Aucune demande ne correspond
ui-column-received = Reçue le
ui-column-request = Demande
ui-column-year = Année
ui-column-units = UE
ui-column-channel = Canal
ui-column-decision = Décision
ui-column-clock = Délai
ui-column-pieces = Pièces
ui-pieces-missing =
    { $count ->
        [one] { $count } manquante sur { $total }
       *[other] { $count } manquantes sur { $total }
    }
ui-pieces-unknown =
    { $count ->
        [one] { $count } indéterminée sur { $total }
       *[other] { $count } indéterminées sur { $total }
    }
ui-pieces-complete = Complètes ({ $total })
ui-clock-running =
    { $days ->
        [0] Contestable jusqu’au { $until }, dernier jour
        [one] Contestable jusqu’au { $until }, { $days } jour
       *[other] Contestable jusqu’au { $until }, { $days } jours
    }
ui-clock-contested = Contestée dans le délai
ui-clock-contested-late = Contestée trop tard, réputée acceptée
ui-clock-deemed-accepted = Réputée acceptée depuis le { $since }
ui-clock-awaiting-proposal = Proposition attendue
ui-clock-of-right = De droit
ui-clock-by-decision = Décision nécessaire
ui-clock-in-time = Reçue dans le délai
ui-clock-late = Reçue après le { $until }, hors délai
ui-clock-not-set = Échéance non fixée
ui-clock-unknown = Délai indéterminé
ui-request = Demande ouverte
ui-request-content = Contenu de la demande
ui-request-previous = Demande précédente
ui-request-next = Demande suivante
ui-request-close = Fermer la demande
ui-request-file = Dossier
ui-request-file-open = Ouvrir le dossier
ui-request-no-file = Sans dossier
ui-request-received = Reçue le { $at }
ui-request-clock = Délai
ui-source-of-clock = Source du délai
ui-request-decision = Décision
ui-request-units = UE demandées ({ $count })
ui-request-pieces = Pièces à fournir
ui-request-pieces-none = Le règlement ne demande aucune pièce pour cette demande.
ui-request-rows =
    { $count ->
        [one] Ligne du fichier
       *[other] Lignes du fichier ({ $count })
    }
ui-document-reason = Motif : { $reason }
ui-document-expiry = Valable jusqu’au { $day }

## Simulation

ui-simulation-text = Guichet examine les dossiers avec un autre règlement ou à une autre date, et montre ce qui changerait. Rien n’est enregistré.
ui-simulation-run = Simuler
ui-simulation-running = Examen des dossiers…
ui-simulation-banner = SIMULATION au { $date } — rien n’est enregistré
ui-simulation-back = Revenir à aujourd’hui
ui-simulation-leave = Quitter la simulation
ui-simulation-count =
    { $total ->
        [0] Aucun dossier ne changerait sur { $files }
        [one] { $total } dossier changerait sur { $files }
       *[other] { $total } dossiers changeraient sur { $files }
    }
ui-simulation-same = Rien ne changerait
ui-simulation-same-text = Avec ce règlement et à cette date, chaque dossier garde son état et ses anomalies.
ui-simulation-start = Choisissez un règlement ou une date
ui-simulation-start-text = La liste des dossiers qui changeraient apparaîtra ici : leur état, les anomalies en plus et en moins.
ui-simulation-by-file = Par dossier
ui-simulation-by-rule = Par règle
ui-simulation-views = Présentation du résultat
ui-simulation-grid = Dossiers qui changeraient
ui-simulation-rules = Règles qui changeraient
ui-simulation-first = Seuls les { $shown } premiers dossiers sont montrés.
ui-simulation-becomes = deviendrait
ui-simulation-no-state = Non jugé
ui-simulation-unchanged = état inchangé
ui-simulation-file = Ce que la simulation changerait
ui-simulation-stored = Ci-dessous, le dossier tel qu’il est enregistré, au { $date } : une décision prise ici vaut à cette date, et non dans la simulation.
ui-simulation-would-appear = Apparaîtrait
ui-simulation-would-disappear = Disparaîtrait
ui-column-change = État
ui-column-appearing = Anomalies en plus
ui-column-disappearing = Anomalies en moins

## Rules, journal, report

ui-rules-search = Chercher une règle
ui-rules-count =
    { $count ->
        [0] Aucune règle
        [one] { $count } règle
       *[other] { $count } règles
    }
ui-rules-head-files = Dossiers
ui-rules-applied = appliqué : { $title }
ui-rules-page = Page de la règle
ui-rules-table = Tableau
ui-rules-none = Choisissez une règle
ui-rules-none-text = Chaque page dit ce que la règle vérifie, pourquoi, d’après quel texte et que faire.
ui-journal-text = Tout ce qui a changé dans cet espace, la dernière opération en premier. Une opération qui ne change aucune donnée des dossiers, comme un réglage, n’a rien à annuler.
ui-journal-none = Aucune opération
ui-journal-none-text = Le premier import apparaîtra ici.
ui-journal-number = N°
ui-journal-at = Quand
ui-journal-what = Opération
ui-list-exported = Liste exportée.
ui-exported =
    Rapport exporté : { $files ->
        [one] { $files } dossier
       *[other] { $files } dossiers
    }, { $findings ->
        [one] { $findings } anomalie
       *[other] { $findings } anomalies
    }.

## Help

ui-help-title = Aide

## Who may open the workspace

ui-nav-settings = Réglages
ui-action-lock = Verrouiller
ui-lock-busy = Une tâche est en cours : l’espace se verrouillera quand elle sera finie, ou arrêtez-la d’abord.
ui-lock-title = Espace verrouillé
ui-lock-text = Rien de ce qu’il contient n’est affiché. Saisissez la phrase secrète pour revenir où vous en étiez.
ui-lock-open = Déverrouiller
ui-lock-lost = Phrase secrète perdue
ui-lock-leave = Laisser cet espace fermé et revenir à l’accueil
ui-lock-dropped-import = L’import commencé a été abandonné au verrouillage : rien n’en a été enregistré. Choisissez de nouveau les fichiers après avoir déverrouillé.
ui-lock-refused = La phrase secrète ne convient pas. Vérifiez le clavier et les majuscules, puis réessayez.
ui-lock-refused-code = La phrase secrète ne convient pas. Vérifiez le clavier et les majuscules, puis réessayez ; le code de récupération imprimé ouvre aussi l’espace.
ui-lock-recover = Phrase secrète perdue
ui-lock-recover-text = Le code de récupération imprimé ouvre l’espace et permet de choisir une nouvelle phrase secrète.
ui-lock-recover-confirm = Ouvrir avec le code
ui-lock-with-secret = Ouvrir avec la phrase secrète
ui-lock-after = Verrouillage sans activité après
ui-lock-after-text = Le verrouillage ne peut pas être désactivé.
ui-lock-minutes = { $minutes } minutes
ui-task-unlocking = Ouverture de l’espace…
ui-task-protecting = Protection de l’espace…
ui-account = Compte : { $name } ({ $role })
ui-role-read = lecture
ui-role-enter = saisie
ui-role-check = contrôle
ui-role-administer = administration
ui-role-read-text = Consulte les dossiers et exporte les rapports, sans les motifs d’exonération réservés.
ui-role-enter-text = En plus de la lecture : importe des fichiers et annule des imports.
ui-role-check-text = En plus de la saisie : voit les motifs d’exonération réservés, choisit le règlement et la date de situation.
ui-role-administer-text = Contrôle les dossiers, et décide aussi des comptes, des rôles et du verrouillage.
ui-secret = Phrase secrète
ui-secret-show = Afficher la phrase secrète
ui-secret-current = Votre phrase secrète actuelle
ui-secret-new = Nouvelle phrase secrète
ui-secret-again = La même, une seconde fois
ui-secret-rule = 12 caractères au moins, ou 4 mots. Quelques mots sans rapport entre eux se retiennent bien.
ui-secret-differs = Les deux saisies sont différentes. Saisissez la même phrase secrète deux fois.
ui-account-name = Nom du compte
ui-account-missing = Donnez un nom au compte : le journal dira ce nom.
ui-account-role = Rôle
ui-account-may = Ce que permet ce rôle
ui-account-acts = Actions
ui-account-own = (vous)
ui-account-role-of = Rôle de { $name }
ui-account-reset = Nouvelle phrase…
ui-account-reset-of = Donner une nouvelle phrase secrète à { $name }
ui-account-remove = Supprimer…
ui-account-remove-of = Supprimer le compte { $name }
ui-accounts-title = Comptes
ui-protection-title = Sécurité
ui-protection-none = Cet espace n’a pas de phrase secrète.
ui-protection-none-text = Sa base est chiffrée, mais la clé est gardée dans son dossier : quiconque peut copier ce dossier peut lire les dossiers. Une phrase secrète protège la clé, et chaque personne peut avoir la sienne.
ui-protection-choose = Choisir une phrase secrète…
ui-protection-set = Cet espace est protégé. Une sauvegarde s’ouvre avec les mêmes phrases secrètes.
ui-protection-change-mine = Changer ma phrase secrète…
ui-protection-remove = Retirer la protection…
ui-protection-add-more = Ajouter un compte…
ui-protection-protect = Protéger l’espace
ui-protection-protect-text = Ce premier compte est celui d’un administrateur : il pourra en ajouter d’autres. Sans la phrase secrète ni le code de récupération qui va s’afficher, personne ne pourra rouvrir l’espace.
ui-protection-protect-confirm = Protéger
ui-protection-change = Changer ma phrase secrète
ui-protection-change-text = L’ancienne n’ouvrira plus cet espace, ni ses sauvegardes gardées dans son dossier.
ui-protection-change-confirm = Changer
ui-protection-add = Ajouter un compte
ui-protection-add-text = Le journal indiquera ce nom à chaque opération. La personne pourra changer sa phrase secrète elle-même.
ui-protection-add-confirm = Ajouter
ui-protection-reset = Nouvelle phrase secrète
ui-protection-reset-text = Pour le compte { $name }, dont la phrase secrète est perdue : la personne pourra la changer elle-même.
ui-protection-reset-confirm = Changer
ui-protection-remove-title = Supprimer un compte
ui-protection-remove-text = Le compte { $name } n’ouvrira plus cet espace. La clé reste la même : qui a gardé une copie du dossier et la phrase secrète peut encore lire cette copie.
ui-protection-remove-confirm = Supprimer le compte
ui-protection-unprotect = Retirer la protection
ui-protection-unprotect-text = Tous les comptes seront supprimés : quiconque peut copier le dossier pourra lire les dossiers.
ui-protection-unprotect-confirm = Retirer la protection
ui-protection-done-protect = L’espace est protégé. Gardez maintenant le code de récupération.
ui-protection-done-change = La phrase secrète est changée.
ui-protection-done-add = Le compte est ajouté.
ui-protection-done-reset = La phrase secrète du compte est changée.
ui-protection-done-remove = Le compte est supprimé.
ui-protection-done-unprotect = L’espace n’est plus protégé.
ui-recovery-title = Code de récupération
ui-recovery-text = Il ouvre l’espace si la phrase secrète est perdue. Il ne sera plus affiché : imprimez-le ou recopiez-le, et gardez-le sous clé, hors de cet ordinateur.
ui-recovery-save = Enregistrer la feuille à imprimer…
ui-recovery-done = C’est fait, masquer le code
ui-recovery-saved = La feuille est écrite. Imprimez-la, puis effacez ce fichier.
ui-recovery-renew = Nouveau code de récupération
ui-recovery-code = Code de récupération
ui-recovery-help = Sept groupes de quatre lettres ou chiffres. Les tirets et les majuscules ne comptent pas.
