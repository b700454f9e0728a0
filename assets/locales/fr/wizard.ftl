# Words of the import wizard, of its history and of undoing.

## Import

ui-import-drop = Déposez vos tableaux n’importe où dans cette fenêtre
ui-import-choose = Choisir des fichiers…
ui-import-preview-first = Rien n’est écrit avant que vous ayez vu ce que l’import ferait. Raccourci : { $shortcut }
ui-import-reading = Lecture des fichiers
ui-import-nothing-written = Rien n’est encore écrit.
ui-import-kinds = Ce que Guichet sait lire
ui-import-kind-roster = Une ligne par inscription : identité, niveau, formation, date d’inscription…
ui-import-kind-history = Une ligne par inscription passée : année et niveau.
ui-import-kind-certificates = Une ligne par attestation : numéro, année, date d’émission.
ui-import-kind-requests = Une ligne par demande : dérogation, concordance, remboursement…
ui-import-kind-cvec-states = Une ligne par numéro contrôlé : réponse du contrôle national, date du contrôle.
ui-import-kind-documents = Une ligne par pièce : nature, état, motif de refus, date d’expiration.
ui-plan = Ce que l’import ferait
ui-plan-new = Nouveaux
ui-plan-changed = Modifiés
ui-plan-same = Identiques
ui-plan-gone = Absents du fichier
ui-plan-ambiguous = Ambigus
ui-plan-skipped = Écartés
ui-plan-left_out = Laissés de côté
ui-plan-exact = « Appliquer » exécute exactement ce qui est montré ici, ou rien.
ui-plan-nothing = Il n’y a rien à appliquer.
ui-plan-fingerprint = Empreinte { $fingerprint }
ui-plan-apply = Appliquer
ui-plan-discard = Abandonner
ui-problems = À savoir avant d’importer
ui-problems-failing =
    { $failing ->
        [one] { $failing } problème de lecture
       *[other] { $failing } problèmes de lecture
    }
ui-problems-others =
    { $others ->
        [one] { $others } information
       *[other] { $others } informations
    }
ui-problems-more =
    { $count ->
        [one] Afficher l’autre
       *[other] Afficher les { $count } autres
    }
ui-problem-fails = Non lu :
ui-sheet-rows =
    { $rows ->
        [0] aucune ligne
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }
ui-sheet-header = en-têtes en ligne { $row }
ui-change-value = Ancienne et nouvelle valeur
ui-change-becomes = devient
ui-done-title = Import terminé
ui-done-operation = Opération n° { $operation }
ui-done-files = Voir les dossiers
ui-done-more = Importer d’autres fichiers…
ui-import-formats = Excel (xlsx, xlsm, xlsb, xls), LibreOffice (ods), texte (csv, tsv), tableaux HTML ou archive zip ; plusieurs fichiers à la fois.
ui-import-drop-more = D’autres fichiers peuvent être déposés ici ou choisis.
ui-preview-no-sheet = Aucune feuille reconnue
ui-preview-no-sheet-text = Ces fichiers ne contiennent aucun tableau lisible. L’étape « Fichiers » en donne la raison.

## Steps

ui-steps = Étapes de l’import
ui-step-files = Fichiers
ui-step-files-text = Ce qui a été lu. Rien n’est encore écrit.
ui-step-sheets = Feuilles
ui-step-sheets-text = Les tableaux à importer, la ligne de leurs en-têtes et leurs lignes de données.
ui-step-columns = Colonnes
ui-step-columns-text = Ce que contient chaque colonne. Une colonne laissée de côté est gardée telle quelle, sans être interprétée.
ui-step-values = Valeurs
ui-step-values-text = Ce que signifient les valeurs codées de vos fichiers.
ui-step-check = Vérification
ui-step-check-text = Ce que l’import ferait, les problèmes d’abord.
ui-step-apply = Appliquer
ui-step-apply-text = Le plan vérifié, et lui seul, est exécuté.
ui-step-back = Revenir
ui-step-next = Continuer
ui-step-questions =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
ui-step-nothing = Sans question
ui-step-ready = Prêt
ui-step-open = { $count } sans réponse
ui-apply-open =
    { $count ->
        [one] { $count } question sans réponse
       *[other] { $count } questions sans réponse
    }{ $rows ->
        [0] {""}
        [one] { " " }· { $rows } ligne sera laissée de côté
       *[other] { " " }· { $rows } lignes seront laissées de côté
    }{ $values ->
        [0] {""}
        [one] { " " }· { $values } valeur restera indéterminée
       *[other] { " " }· { $values } valeurs resteront indéterminées
    }.
ui-apply-answer = Répondre :
ui-apply-safe = Aucun dossier absent du fichier n’est supprimé. Une sauvegarde est faite avant.
ui-done-rows =
    { $new ->
        [one] { $new } ligne ajoutée
       *[other] { $new } lignes ajoutées
    }{ $changed ->
        [0] {""}
        [one] , { $changed } modifiée
       *[other] , { $changed } modifiées
    }{ $out ->
        [0] .
        [one] , { $out } laissée de côté : elle n’est pas dans l’espace.
       *[other] , { $out } laissées de côté : elles ne sont pas dans l’espace.
    }
ui-done-warnings =
    { $count ->
        [one] { $count } avertissement, montré avant l’import.
       *[other] { $count } avertissements, montrés avant l’import.
    }
ui-done-gone =
    { $count ->
        [one] { $count } dossier absent du fichier, inchangé.
       *[other] { $count } dossiers absents du fichier, inchangés.
    }
ui-step-waiting = En attente
ui-step-asks =
    { $count ->
        [one] Une question attend une réponse à cette étape.
       *[other] { $count } questions attendent une réponse à cette étape.
    }
ui-step-asks-elsewhere =
    { $count ->
        [one] Aucune question à cette étape ; une question à une autre étape.
       *[other] Aucune question à cette étape ; { $count } questions à d’autres étapes.
    }
ui-step-asks-nothing = Aucune question en attente. Entrée pour continuer.

## Files

ui-file-sheets =
    { $tables ->
        [one] { $tables } tableau
       *[other] { $tables } tableaux
    }, { $rows ->
        [one] { $rows } ligne de données.
       *[other] { $rows } lignes de données.
    }
ui-encoding-question = Comment lire les lettres de { $file } ?
ui-encoding-text = Choisissez la lecture dont les noms sont justes.
ui-encoding-confirm = Lire ainsi

## Sheets

ui-sheets = Tableaux des fichiers
ui-sheet-table-of = { $sheet } (tableau { $table })
ui-sheet-left-out = laissé de côté
ui-sheet-hidden = feuille masquée dans le fichier
ui-sheet-source = reconnu : { $source }
ui-sheet-hidden-read = Lire ces lignes
ui-sheet-hidden-leave = Ne pas les lire
ui-sheet-leave = Laisser de côté
ui-sheet-kept = Importer ce tableau
ui-sheet-read-hidden = Lire aussi ce que le fichier masque (lignes : { $rows }, colonnes : { $columns })
ui-sheet-out-text = Ce tableau est laissé de côté : aucune de ses lignes n’est importée.
ui-sheet-kind = Contenu
ui-sheet-kind-of = Contenu du tableau { $sheet }
ui-sheet-kind-choose = Choisir ce que sont les lignes
ui-sheet-first-row = Première ligne
ui-sheet-last-row = Dernière ligne
ui-raw-help = Flèches haut et bas pour parcourir les lignes, Entrée pour prendre la ligne comme en-têtes.
ui-raw-table = Premières lignes de { $sheet }, telles qu’elles sont écrites
ui-raw-row = Ligne
ui-raw-pick = Prendre comme en-têtes la ligne
ui-raw-header = en-têtes
ui-raw-range = Lignes { $first } à { $last } sur { $end }
ui-page-previous = Précédentes
ui-page-next = Suivantes
ui-page-of = { $first } à { $last } sur { $total }

## Columns

ui-choice-likely = Probables
ui-choice-others = Toutes les possibilités
ui-choice-none = Rien ne correspond à cette recherche.
ui-columns-none = Aucune colonne à comprendre
ui-columns-none-text = Choisissez d’abord la ligne des en-têtes à l’étape « Feuilles ».
ui-columns-remembered = Utiliser les réponses enregistrées sous le nom « { $name } »
ui-columns-asked = Colonnes de { $table } sur lesquelles une question est posée
ui-columns-others = Colonnes comprises de { $table }
ui-columns-understood =
    { $unknown ->
        [0] Tout est compris
       *[other] Sans question
    } ({ $count ->
        [one] { $count } colonne
       *[other] { $count } colonnes
    }{ $unknown ->
        [0] {""}
        [one] , dont une inconnue, gardée telle quelle
       *[other] , dont { $unknown } inconnues, gardées telles quelles
    })
ui-columns-of-file = Colonne du fichier
ui-columns-examples = Exemples
ui-columns-field = Champ
ui-columns-confidence = Confiance
ui-columns-type = Type lu
ui-columns-not-shown = non montrés
ui-columns-dropped = Donnée sensible : rien n’en est gardé.
ui-column-nameless = Colonne sans en-tête ({ $cell })
ui-column-field-of = Champ de la colonne { $header }
ui-column-set-aside = Laisser de côté
ui-column-choose = Choisir un champ
ui-column-yes = Oui
ui-column-yes-of = Oui, « { $header } » porte « { $field } »
ui-column-other = Autre champ…
ui-confidence-answered = Répondu
ui-confidence-known = Reconnue
ui-confidence-likely = À confirmer
ui-confidence-unknown = Inconnue
ui-confidence-set_aside = De côté
ui-confidence-dropped = Non gardée
ui-date-order-of = Ordre du jour et du mois dans { $header }
ui-date-order-question = Ces dates se lisent de deux façons. Laquelle est la bonne ?
ui-date-day_first = Jour d’abord
ui-date-month_first = Mois d’abord
ui-date-impossible = impossible
ui-constants-others = Préciser autre chose pour toutes les lignes
ui-constant-of = { $field }, pour toutes les lignes
ui-constant-none = Ne pas préciser
ui-constant-choose = Choisir une valeur
ui-mapping = Modèle d’import
ui-mapping-table = Tableau concerné
ui-mapping-keep = Enregistrer ce modèle…
ui-mapping-save = Exporter le modèle…
ui-mapping-open = Ouvrir un modèle…
ui-mapping-text = Vos réponses seront proposées d’elles-mêmes au prochain fichier de même forme. Aucune donnée de personne n’y est gardée.
ui-mapping-name = Nom du modèle
ui-mapping-example = Par exemple : Export Apogée des inscrits
ui-mapping-missing = Donnez un nom au modèle.
ui-mapping-confirm = Enregistrer
ui-mapping-kept = Modèle « { $name } » enregistré dans cet espace.
ui-mapping-list = Modèles enregistrés…
ui-mapping-list-title = Modèles enregistrés dans cet espace
ui-mapping-list-none = Aucun modèle n’est enregistré.
ui-mapping-kept-at = enregistré le { $date }
ui-mapping-forget = Oublier
ui-mapping-forget-one = Oublier le modèle { $name }
ui-mapping-saved = Modèle exporté.
ui-task-mapping = Modèle d’import…

## Values

ui-values-none = Aucune valeur codée
ui-values-none-text = Aucune colonne comprise ne contient de code à traduire.
ui-values-of = { $field } — colonne « { $header } »
ui-values-written = Valeur du fichier
ui-values-count = Cellules
ui-values-meaning = Signification
ui-values-understood =
    { $count ->
        [one] { $count } valeur comprise
       *[other] { $count } valeurs comprises
    }
ui-value-meaning-of = Signification de { $text }
ui-value-none = Sans signification
ui-value-choose = Choisir une signification
ui-value-asked = À préciser
ui-value-understood = Comprise

## Check

ui-plan-none = Le plan ne peut pas encore être établi
ui-plan-none-text = Répondez d’abord aux questions en attente : sans ces réponses, rien ne peut être importé.
ui-plan-tab-errors = Erreurs
ui-plan-tab-errors-text = Ce qui n’a pas pu être lu. Exportez les problèmes, corrigez-les dans le tableur, puis importez le fichier corrigé.
ui-plan-tab-warnings = Avertissements
ui-plan-tab-warnings-text = Ce qui est lu, mais mérite d’être su.
ui-plan-tab-ambiguous = Ambigus
ui-plan-tab-ambiguous-text = Ces lignes peuvent concerner plusieurs personnes, ou une personne mal identifiée. Sans votre choix, elles sont laissées de côté.
ui-plan-tab-new = Nouveaux
ui-plan-tab-new-text = Ce que l’import ajouterait.
ui-plan-tab-changed = Modifiés
ui-plan-tab-changed-text = Ce que l’import remplacerait : ancienne valeur, puis nouvelle.
ui-plan-tab-same = Identiques
ui-plan-tab-same-text = Déjà connu, sans changement.
ui-plan-tab-gone = Absents du fichier
ui-plan-tab-gone-text = Connu dans l’espace pour la même année et absent des fichiers. Rien n’est supprimé.
ui-plan-tab-empty = Rien dans cette liste.
ui-plan-place = Où
ui-plan-row = ligne { $row }
ui-plan-problem = Problème
ui-plan-who = Personne
ui-plan-what = Objet
ui-plan-reason = Rapprochement
ui-problems-export = Exporter les problèmes…
ui-problems-exported =
    Exporté : { $problems ->
        [one] { $problems } problème
       *[other] { $problems } problèmes
    }, { $rows ->
        [one] { $rows } ligne à corriger.
       *[other] { $rows } lignes à corriger.
    } Corrigez dans le tableur, puis importez ce fichier.
ui-task-export-problems = Écriture des problèmes…
ui-person-file = Dans le fichier
ui-person-same = identique
ui-person-different = différent
ui-person-silent = non comparable
ui-person-this = C’est cette personne
ui-person-this-one = C’est cette personne : { $person }
ui-person-new = Nouvelle personne
ui-person-leave = Laisser de côté
ui-person-keys = Au clavier, dans ce cadre : O pour « C’est cette personne » (celle de la colonne où est le clavier, sinon la première), N pour « Nouvelle personne », L pour « Laisser de côté ».

## Undo

ui-done-undo = Annuler cet import…
ui-action-undo = Annuler la dernière opération…
ui-task-undoing = Annulation en cours…
ui-time-left = encore { $seconds } s environ
ui-undo-title = Annuler une opération
ui-undo-title-import = Annuler cet import
ui-undo-text = L’espace retrouve l’état d’avant cette opération. L’opération reste inscrite au journal.
ui-undo-depends = Ces opérations s’appuient sur elle et seraient annulées avec elle :
ui-undo-depends-refused = Ces opérations s’appuient sur elle :
ui-undo-confirm-all = Annuler les { $count } opérations
ui-redo-title = Rétablir un import annulé
ui-redo-text = L’import annulé reprend effet, tel qu’il avait été appliqué.
ui-redo-confirm = Rétablir l’import
ui-undo-keep = Ne rien annuler
ui-undo-confirm = Annuler l’opération
ui-undo-nothing = Aucune opération ne peut être annulée.
ui-undone = Opération annulée : { $label }
ui-journal-who = Par
ui-journal-seal = Sceau
ui-journal-copy = Exporter le journal…
ui-journal-copied = Copie scellée du journal écrite : { $path }
ui-task-copying-journal = Copie du journal…
ui-journal-undo = Annulation
ui-journal-undo-one = Annuler…
ui-journal-redo-one = Rétablir…
ui-journal-redo-of = Rétablir : { $label }
ui-journal-undo-of = Annuler : { $label }
ui-journal-depends =
    { $count ->
        [one] { $count } opération en dépend
       *[other] { $count } opérations en dépendent
    }
ui-journal-no = Rien à annuler
ui-journal-undone = Annulée

## Help


# Vie privée.
ui-held = Tout ce qui est détenu sur cette personne
ui-held-text = Identité, inscriptions, attestations, demandes, pièces, anomalies, lignes des fichiers lus et opérations du journal : à remettre à la personne qui le demande.
ui-held-xlsx = Classeur (xlsx)…
ui-held-json = Données (JSON)…
ui-task-person = Écriture de ce qui est détenu…
ui-person-exported = Tout ce qui est détenu sur la personne a été écrit : { $path }
ui-action-export-pseudonymised = Exporter un rapport pseudonymisé…

## Giving an import up

ui-discard-title = Abandonner cet import ?
ui-discard-text = Rien n’a été enregistré dans l’espace. Les réponses données et qui n’ont pas été gardées comme modèle seront perdues.
ui-discard-keep = Continuer l’import

## What a file may hold
ui-key-back = Alt+Flèche gauche
