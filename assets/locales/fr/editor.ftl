# L’éditeur de règlement : chargé avec l’écran Règlement.

ui-editor-text = Un règlement se prépare à partir d’un autre, entrée par entrée, chacune avec sa source. Publié, il devient une édition qui ne change plus.
ui-editor-drafts = En préparation
ui-editor-drafts-none = Aucun règlement en préparation. « Préparer » en commence un à partir d’une édition.
ui-editor-editions = Éditions
ui-editor-title = Règlement
ui-editor-year = Année
ui-editor-published = Publié
ui-editor-shipped = fourni avec Guichet
ui-editor-in-force = appliqué
ui-editor-acts = Actions
ui-editor-clone = Préparer…
ui-editor-clone-of = Préparer un règlement à partir de { $title }
ui-editor-save = Enregistrer dans un fichier…
ui-editor-save-of = Enregistrer dans un fichier… { $title }
ui-editor-shelf = Règlements de l’espace
ui-editor-saved = Édition enregistrée. Une autre scolarité peut l’ouvrir dans Guichet.
ui-editor-apply = Appliquer
ui-editor-apply-of = Appliquer { $title }
ui-editor-open-file = Ouvrir un fichier…
ui-editor-go-on = Continuer
ui-editor-go-on-with = Continuer { $title }
ui-editor-discard = Effacer…
ui-editor-discard-of = Effacer… { $title }
ui-editor-discard-title = Effacer la préparation ?
ui-editor-discard-text = « { $title } », en préparation, sera effacé avec ses modifications. Les éditions publiées ne changent pas.
ui-editor-discard-confirm = Effacer la préparation
ui-editor-discard-keep = La garder
ui-editor-from = à partir de { $base }
ui-editor-kept = Modifié : { $kept }
ui-editor-changed =
    { $count ->
        [0] aucune entrée modifiée
        [one] une entrée modifiée
       *[other] { $count } entrées modifiées
    }
ui-editor-open =
    { $count ->
        [0] aucune non fixée
        [one] une non fixée
       *[other] { $count } non fixées
    }
ui-editor-to-confirm =
    { $count ->
        [0] aucune à confirmer
        [one] une à confirmer
       *[other] { $count } à confirmer
    }
ui-editor-clone-text = Le nouveau règlement dit d’abord la même chose que « { $title } ».
ui-editor-clone-for = Pour
ui-editor-clone-same = une nouvelle édition, pour la même année
ui-editor-clone-other = une autre année universitaire
ui-editor-clone-year = Année universitaire
ui-editor-clone-year-note = Par exemple { $example }. Les dates ne sont pas reprises : elles restent « non fixées » jusqu’à ce qu’une source les donne.
ui-editor-clone-confirm = Commencer
ui-editor-back = Tous les règlements
ui-editor-will-be = Sera publié comme édition { $edition }, sous l’identifiant { $id }.
ui-editor-rename = Titre
ui-editor-title-fr = Titre en français
ui-editor-title-en = Titre en anglais
ui-editor-keep-title = Garder le titre
ui-editor-show-every = Montrer toutes les entrées
ui-editor-search = Chercher une entrée
ui-editor-show = Entrées montrées
ui-editor-show-all = Toutes
ui-editor-show-todo = À compléter
ui-editor-show-changed = Modifiées
ui-editor-count =
    { $count ->
        [0] aucune entrée
        [one] une entrée
       *[other] { $count } entrées
    }
ui-editor-change-same = Inchangée
ui-editor-change-changed = Modifiée
ui-editor-change-added = Ajoutée
ui-editor-change-removed = Retirée
ui-editor-change-below = Cadre national
ui-editor-mark-unset = Non fixée
ui-editor-unset = non fixé
ui-editor-unread = Aucune règle de Guichet ne lit cette clé : elle ne changera aucun dossier.
ui-editor-new = Ajouter…
ui-editor-new-title = Ajouter une entrée
ui-editor-new-kind = Sorte d’entrée
ui-editor-new-name = Entrée
ui-editor-new-nothing = Ce règlement a déjà toutes les entrées de cette sorte que Guichet connaît.
ui-editor-new-free = Écrire la clé soi-même
ui-editor-new-key = Clé (laissée vide : l’entrée choisie)
ui-editor-new-key-note = Une clé s’écrit comme celles des autres entrées, par exemple { $example }.
ui-editor-new-confirm = Continuer
ui-editor-kind-value = Valeur
ui-editor-kind-window = Période d’inscription
ui-editor-kind-closure = Fermeture
ui-editor-kind-extension = Prolongation
ui-editor-kind-limit = Limite d’inscriptions
ui-editor-kind-piece = Pièce demandée
ui-editor-choose = Choisissez une entrée
ui-editor-choose-text = Vous y changez ce qu’elle dit et la source où vous l’avez lu. Ce qui n’est pas fixé se voit, et reste non fixé tant qu’aucune source ne le donne.
ui-editor-says = Ce que dit l’entrée
ui-editor-now = Aujourd’hui dans ce règlement
ui-editor-former = Dans le règlement de départ
ui-editor-former-none = absente
ui-editor-not-here = Cette entrée vient d’un règlement placé dessous : elle se lit ici, et se change dans ce règlement-là.
ui-editor-left-out = Cette entrée est retirée du règlement en préparation.
ui-editor-not-set = Non fixé : aucune source ne donne cette valeur
ui-editor-value = Valeur
ui-editor-value-amount = Montant en euros
ui-editor-value-number = Nombre entier
ui-editor-value-words = Un mot par ligne
ui-editor-value-day = Jour de l’année (jj/mm)
ui-editor-value-moment = Date, et heure s’il y en a une
ui-editor-value-share = Part (1/3)
ui-editor-value-choose = Choisissez une valeur
ui-editor-moment-format = jj/mm/aaaa hh:mm
ui-editor-moment-unread = Ni une date ni un instant : écrivez par exemple 20/09/2024 12:00.
ui-editor-day-unread = Pas un jour de l’année : écrivez par exemple 01/09.
ui-editor-who = Pour qui
ui-editor-everybody = tous
ui-editor-levels = Niveaux
ui-editor-routes = Voies d’accès
ui-editor-results = Résultats de l’année précédente
ui-editor-regimes = Régimes
ui-editor-scholarships = Bourses
ui-editor-grounds = Motifs d’exonération
ui-editor-accepted-from = Proposition acceptée à partir du
ui-editor-accepted-to = Proposition acceptée jusqu’au
ui-editor-spans = Périodes
ui-editor-span = Période { $number }
ui-editor-opens = Ouverture
ui-editor-closes = Fermeture
ui-editor-span-add = Ajouter une période
ui-editor-span-remove = Retirer la période { $number }
ui-editor-no-date = Non fixé : aucune source ne donne de date. Les dossiers concernés seront dits « indéterminés ».
ui-editor-decides = Juger les dossiers d’après cette période (sinon, elle est seulement citée là où elle diffère)
ui-editor-closed-from = Premier jour
ui-editor-closed-to = Dernier jour
ui-editor-extension-closes = Dernière minute
ui-editor-most = Inscriptions sans dérogation
ui-editor-discipline = Mention concernée (vide : toutes)
ui-editor-piece-fr = Nom de la pièce en français
ui-editor-piece-en = Nom de la pièce en anglais
ui-editor-names = Noms auxquels on la reconnaît, un par ligne
ui-editor-exact = Noms qui ne valent qu’entiers, un par ligne
ui-editor-unless = Mots qui en font une autre pièce, un par ligne
ui-editor-source = Source
ui-editor-document = Document
ui-editor-heading = Endroit dans le document
ui-editor-quote = Phrase citée
ui-editor-status = Certitude
ui-editor-status-verified = vérifié
ui-editor-status-single-source = une seule source
ui-editor-status-to-confirm = à confirmer
ui-editor-note-fr = Remarque en français
ui-editor-note-en = Remarque en anglais
ui-editor-keep = Garder l’entrée
ui-editor-kept-entry = Entrée gardée : { $name }
ui-editor-typed = Saisie non gardée
ui-editor-publish-typed =
    { $count ->
        [one] Une saisie n’est pas gardée et ne sera pas publiée : { $names }.
       *[other] { $count } saisies ne sont pas gardées et ne seront pas publiées : { $names }.
    }
ui-editor-reset = Revenir au règlement de départ
ui-editor-put-back = Remettre l’entrée
ui-editor-take-away = Retirer l’ajout
ui-editor-remove = Retirer l’entrée
ui-editor-publish = Vérifier et publier
ui-editor-publish-title = Publier ce règlement ?
ui-editor-publish-text = « { $title } » devient une édition qui ne change plus, et les dossiers sont jugés d’après elle. Ctrl+Z, ou le choix de l’édition précédente, revient en arrière.
ui-editor-publish-running = Les dossiers sont jugés d’après ce règlement…
ui-editor-publish-files =
    { $total ->
        [0] Aucun dossier ne change sur { $files }.
        [one] Un dossier change sur { $files }.
       *[other] { $total } dossiers changent sur { $files }.
    }
ui-editor-publish-open =
    { $count ->
        [one] Une entrée n’est pas fixée : les dossiers qu’elle concerne seront dits « indéterminés ».
       *[other] { $count } entrées ne sont pas fixées : les dossiers qu’elles concernent seront dits « indéterminés ».
    }
ui-editor-publish-list = Dossiers qui changent
ui-editor-publish-first = { $shown } sur { $total } montrés.
ui-editor-publish-file = Dossier
ui-editor-publish-level = Niveau
ui-editor-publish-state = État
ui-editor-publish-said = Anomalies
ui-editor-publish-confirm = Publier et appliquer
ui-editor-done = Règlement publié et appliqué : { $title }
ui-editor-task = Préparation du règlement
ui-editor-task-publishing = Publication du règlement
