# The desk, the findings and the rulebook as the window shows them.

## Findings

app-no-programme = Sans formation
app-no-deadline = Sans échéance
app-no-source = Sans fichier d’origine
app-evidence-no-column = { $place } › pas de colonne « { $field } »
app-evidence-empty = { $place } (vide)
ui-nav-findings = Anomalies
ui-findings-search = Rechercher dans les anomalies
ui-findings-search-hint = Nom, numéro, INE ou formation
ui-findings-grid = Anomalies, par groupe
ui-findings-count =
    { $total ->
        [0] Aucune anomalie
        [one] { $total } anomalie
       *[other] { $total } anomalies
    } sur { $all } · { $files ->
        [0] aucun dossier
        [one] { $files } dossier
       *[other] { $files } dossiers
    }
ui-findings-by = Grouper par
ui-findings-by-rule = règle
ui-findings-by-programme = formation
ui-findings-by-deadline = échéance
ui-findings-by-source = fichier d’origine
ui-findings-fold = Tout replier
ui-findings-unfold = Tout déplier
ui-findings-group =
    { $count ->
        [one] Groupe « { $label } » : { $count } anomalie
       *[other] Groupe « { $label } » : { $count } anomalies
    }
ui-findings-in-group =
    { $count ->
        [0] anomalie
        [one] anomalie
       *[other] anomalies
    }
ui-findings-undecided =
    { $count ->
        [0] aucune indéterminée
        [one] dont { $count } indéterminée
       *[other] dont { $count } indéterminées
    }
ui-findings-facet-severities = Gravité
ui-findings-facet-outcomes = Nature
ui-findings-facet-codes = Règle
ui-findings-facet-programmes = Formation
ui-findings-facet-deadlines = Échéance
ui-findings-facet-sources = Fichier
ui-findings-none = Aucune anomalie
ui-findings-none-text = Les règles n’ont rien relevé dans les dossiers importés, ou tout ce qu’elles ont relevé a été levé.
ui-findings-no-match = Aucune anomalie ne correspond
ui-column-finding = Anomalie
ui-column-deadline = Échéance
ui-column-evidence = Preuve
ui-finding = Anomalie
ui-finding-content = Explication de l’anomalie
ui-finding-previous = Anomalie précédente
ui-finding-next = Anomalie suivante
ui-finding-close = Fermer l’explication
ui-finding-file = Ouvrir le dossier
ui-finding-rule = La règle en clair
ui-finding-gone = Cette anomalie ne figure plus dans le dossier.

## The desk

app-file-complete = Complet
app-file-incomplete = Incomplet
app-group-none = Non renseigné
app-since-day = depuis le { $day }
app-since-import = depuis l’import du { $day }
app-other-programmes =
    { $count ->
        [0] Aucune autre formation
        [one] { $count } autre formation
       *[other] { $count } autres formations
    }
app-cohort-between = proposition acceptée du { $from } au { $to }
app-cohort-from = proposition acceptée à partir du { $from }
app-cohort-to = proposition acceptée jusqu’au { $to }
app-window-other = autres niveaux
ui-facet-completeness = Pièces et données
ui-tasks-today = À faire aujourd’hui
ui-tasks-none = Rien n’attend aujourd’hui.
ui-tasks-blocked =
    { $count ->
        [0] dossier bloqué
        [one] dossier bloqué
       *[other] dossiers bloqués
    }
ui-tasks-certificates =
    { $count ->
        [0] attestation CVEC à confirmer
        [one] attestation CVEC à confirmer
       *[other] attestations CVEC à confirmer
    }
ui-tasks-waivers =
    { $count ->
        [0] levée à revoir
        [one] levée à revoir : les faits ont changé
       *[other] levées à revoir : les faits ont changé
    }
ui-tasks-requests =
    { $count ->
        [0] demande dont le délai s’achève sous sept jours
        [one] demande dont le délai s’achève sous sept jours
       *[other] demandes dont le délai s’achève sous sept jours
    }
ui-tasks-import =
    { $count ->
        [0] import à terminer
        [one] import à terminer
       *[other] imports à terminer
    }
ui-tasks-change = { $change } { $since }
ui-agenda = Échéances
ui-agenda-text =
    { $days ->
        [0] Prochaine fermeture aujourd’hui : { $at }.
        [one] Prochaine fermeture demain : { $at }.
       *[other] Prochaine fermeture dans { $days } jours : { $at }.
    }
ui-agenda-none = Plus aucune période d’inscription ne se ferme.

ui-agenda-open =
    { $count ->
        [0] Aucune période ouverte
        [one] { $count } période ouverte
       *[other] { $count } périodes ouvertes
    }
ui-agenda-closed = Scolarité fermée
ui-agenda-legend-open = Au moins une période ouverte
ui-agenda-legend-opens = Ouverture, avec son heure
ui-agenda-legend-closes = Fermeture, avec son heure
ui-agenda-legend-soon = Trois jours avant une fermeture, et la veille
ui-agenda-opens = Ouverture { $times }
ui-agenda-closes = Fermeture { $times }
ui-agenda-tomorrow = Veille d’une fermeture
ui-agenda-three-days = Trois jours avant une fermeture
ui-agenda-short-opens = Ouvre
ui-agenda-short-closes = Ferme
ui-agenda-short-tomorrow = J-1
ui-agenda-short-three-days = J-3
ui-agenda-mark =
    { $findings ->
        [0] { $day } : { $what } — { $windows }
        [one] { $day } : { $what } — { $windows } — { $findings } anomalie à cette échéance
       *[other] { $day } : { $what } — { $windows } — { $findings } anomalies à cette échéance
    }
ui-agenda-day = Jour
ui-agenda-what = Quoi
ui-agenda-who = Pour qui
ui-funnel = Avancement
ui-funnel-text =
    { $imported ->
        [0] Aucun dossier importé.
        [one] { $imported } dossier importé : { $complete } complet, { $ready } prêt.
       *[other] Sur { $imported } dossiers importés, { $complete } ne manquent de rien et { $ready } sont prêts.
    }
ui-funnel-imported = Importés
ui-funnel-complete = Complets
ui-funnel-ready = Prêts
ui-funnel-step = { $step } : { $count }, soit { $share } % des dossiers
ui-funnel-step-name = Étape
ui-programmes = Par formation
ui-programmes-text = La plus touchée : { $programme }, { $blocked } bloqués sur { $files }.
ui-programmes-none-blocked = Aucun dossier bloqué.
ui-programmes-part = { $programme } — { $state } : { $count }
ui-resume = Reprendre
ui-resume-file = Dernier dossier ouvert
ui-resume-list = Dernière liste de dossiers
ui-resume-import = Import à terminer

## The rulebook

app-family-identity = Identité
app-family-cvec = CVEC
app-family-calendar = Calendrier
app-family-repeats = Redoublements
app-family-derogation = Dérogations
app-family-concordance = Concordances
app-family-auditor = Auditeurs libres
app-family-fee = Droits d’inscription
app-family-document = Pièces
app-family-refund = Remboursements
app-interval-between = du { $from } au { $to }
app-interval-until = jusqu’au { $to }
app-interval-none = aucune date donnée
app-entry-none = aucune valeur
app-entry-unset = non fixé
ui-rules-views = Présentation du règlement
ui-rules-view-rules = Règles
ui-rules-view-windows = Périodes
ui-rules-view-compare = Comparaison
ui-rules-view-editions = Éditions
ui-rules-files =
    { $count ->
        [0] Aucun dossier
        [one] { $count } dossier
       *[other] { $count } dossiers
    }
ui-rules-findings = Voir les anomalies
ui-rules-parameters = Ce que dit le règlement appliqué
ui-rules-parameter-key = Entrée
ui-rules-parameter-said = Valeur
ui-rules-parameter-source = Source
ui-rules-unset = non fixé
ui-windows = Périodes d’inscription — { $rulebook }
ui-windows-text =
    { $open ->
        [0] Au { $at }, aucune des { $count } périodes n’est ouverte.
        [one] Au { $at }, une période sur { $count } est ouverte.
       *[other] Au { $at }, { $open } périodes sur { $count } sont ouvertes.
    }
ui-windows-none = Ce règlement ne fixe aucune période d’inscription.
ui-windows-line = { $who } : { $when }
ui-windows-other = (autre calendrier, cité s’il diffère)
ui-windows-no-date = aucune date donnée
ui-windows-past = Fermée
ui-windows-open = Ouverte
ui-windows-coming = À venir
ui-windows-now = Situation au { $at }
ui-windows-when = Dates
ui-windows-state = État
ui-windows-source = Source de la période
ui-compare-one = Règlement de départ
ui-compare-other = Règlement comparé
ui-compare-key = Entrée
ui-compare-absent = absent
ui-compare-same = Ces deux règlements disent la même chose.
ui-compare-source = même valeur, autre source
ui-compare-sources =
    { $count ->
        [0] aucune valeur identique d’une autre source
        [one] une valeur identique, d’une autre source
       *[other] { $count } valeurs identiques, d’une autre source
    }
ui-compare-count =
    { $count ->
        [0] Aucune différence
        [one] { $count } différence
       *[other] { $count } différences
    }
ui-windows-choose = Choisissez une période pour lire la phrase dont elle vient.

## The list of files: columns, views, pages
ui-column-use-name = Nom d’usage
ui-column-email = Courriel
ui-column-programme-code = Code étape
ui-column-component = Composante
ui-column-cvec = N° CVEC
ui-files-by-none = aucun
ui-files-by-state = état
ui-files-by-level = niveau
ui-files-by-component = composante
ui-files-by-programme = formation
ui-files-group =
    { $count ->
        [one] { $name } : { $count } dossier
       *[other] { $name } : { $count } dossiers
    }
ui-columns = Colonnes…
ui-columns-text = Cochez les colonnes à montrer. Alt et les flèches haut et bas déplacent la colonne où vous êtes. La largeur est un nombre de caractères ; vide, elle suit le contenu. Les numéros et les dates ne sont jamais coupés.
ui-columns-name = Colonne
ui-columns-width = Largeur
ui-columns-order = Ordre
ui-columns-one-least = Gardez au moins une colonne.
ui-columns-usual = Revenir aux colonnes par défaut
ui-columns-apply = Appliquer
ui-column-width = Largeur de la colonne { $name }, en caractères
ui-column-width-own = auto
ui-column-up = Monter la colonne { $name }
ui-column-down = Descendre la colonne { $name }
ui-column-moved = { $name } : place { $place } sur { $total }
ui-paged = Affichage paginé
ui-paged-text = La liste devient un tableau ordinaire de cent lignes par page, plus simple à lire avec un lecteur d’écran.
ui-pages = Pages de la liste
ui-views = Vues
ui-views-shown = Vues : { $name }
ui-views-none = Aucune vue enregistrée. Les vues fournies ne se modifient pas.
ui-views-manage = Enregistrer et gérer les vues…
ui-views-kept = Vues enregistrées
ui-view-all = Tous les dossiers
ui-view-blocked = Bloqués
ui-view-cvec = CVEC à régulariser
ui-view-to-check = À vérifier
ui-view-derogations = Dérogations en attente
ui-view-ready = Prêts
ui-view-named = Vue : { $name }
ui-view-save = Enregistrer la liste affichée sous le nom
ui-view-keep = Enregistrer
ui-view-replace = Remplacer
ui-view-hint = La vue garde les filtres, les mots cherchés, les groupes, l’ordre et les colonnes. Elle sert à toutes les personnes qui ouvrent cet espace.
ui-view-hint-reader = La vue garde les filtres, les mots cherchés, les groupes, l’ordre et les colonnes. Votre compte permet de lire : elle ne sert qu’à vous, jusqu’à la fermeture de l’espace.
ui-view-name-of = Nom de la vue { $name }
ui-view-name-taken = « { $name } » ne peut pas servir : le nom est vide ou déjà pris.
ui-view-renamed = La vue s’appelle maintenant « { $name } ».
ui-view-remove = Supprimer la vue { $name }
ui-view-removed = La vue « { $name } » est supprimée.
ui-action-goto = Atteindre un dossier…
ui-goto-search = Nom de naissance ou d’usage, numéro, INE ou courriel
ui-goto-hint = Tapez le début d’un nom ou d’un numéro : ni les accents ni les majuscules ne comptent.
ui-goto-found =
    { $count ->
        [0] Aucun dossier ne correspond.
        [one] { $count } dossier
       *[other] { $count } dossiers
    }
ui-goto-more = { $shown } premiers dossiers sur { $total }
ui-file-journal = Historique du dossier
ui-file-sources =
    { $count ->
        [one] Source : { $count } ligne importée
       *[other] Sources : { $count } lignes importées
    }
ui-source-row = { $file } › { $sheet } › ligne { $row }

ui-action-editions = Écrire un règlement ou changer d’édition
