# Ce qu’une personne décide des dossiers : anomalies levées, dérogations et pièces saisies, notes.

## Motifs de levée
code-waiver-reason-proof-seen = Justificatif vu au guichet
code-waiver-reason-decision = Décision du responsable
code-waiver-reason-extract-error = Erreur dans l’extraction
code-waiver-reason-settled-elsewhere = Cas réglé par ailleurs
code-waiver-reason-other = Autre motif

waiver-told = Levée par { $who } le { $at } : { $reason }{ $text }{ $until }
decision-by-nobody = une personne non nommée
waiver-text = {" "}({ $text })
waiver-until = , jusqu’au { $day } inclus.
waiver-no-end = .

waiver-standing-active = active
waiver-standing-unused = sans objet
waiver-standing-to-review = à revoir
waiver-review-basis-changed = à revoir : ce sur quoi elle repose a changé
waiver-review-expired = à revoir : elle est échue

## Dans l’historique
app-journal-waive = Constats levés : { $label }
app-journal-unwaive = Levées retirées : { $label }
app-journal-derogation = Dérogation saisie au guichet (dossiers : { $label })
app-journal-document = Pièce marquée au guichet (dossiers : { $label })
app-journal-withdrawal = Saisie du guichet retirée
app-journal-note = Note écrite (dossiers : { $label })
app-journal-undo-of = Annulation de : { $what }

## Ce qui ne peut pas être décidé ainsi
error-store-nothing-to-decide = Aucun dossier n’est concerné : aucune anomalie de cette règle n’y est ouverte. Rien n’a été changé. Vérifiez la règle et les dossiers choisis.
error-store-file-gone = Un des dossiers n’est plus dans l’espace de travail. Rien n’a été changé. Rouvrez la liste et recommencez.
error-store-words-missing = Avec « Autre motif », le motif doit être écrit. Rien n’a été changé. Complétez le texte.
error-store-words-too-many = Le texte dépasse 500 caractères. Rien n’a été changé. Raccourcissez-le.
error-store-nothing-to-enter = Rien de nouveau n’est à enregistrer : la même chose est déjà saisie, ou aucun dossier n’est concerné. Rien n’a été changé. Vérifiez la saisie et les dossiers choisis.
error-store-entry-gone = Cette saisie n’est plus dans l’espace de travail. Rien n’a été changé. Rouvrez le dossier.
error-store-authority-missing = L’autorité qui a décidé doit être indiquée. Rien n’a été changé. Complétez la saisie.
error-store-piece-missing = La pièce doit être nommée. Rien n’a été changé. Complétez la saisie.
error-store-reason-missing = Une pièce rejetée doit avoir un motif. Rien n’a été changé. Complétez la saisie.
error-no-such-student = Aucun dossier ne porte le numéro étudiant { $number }. Rien n’a été changé. Vérifiez le numéro.

## Ce qui est saisi au guichet
app-entry-file = Saisie au guichet
app-entry-by = Saisi au guichet ({ $who })
app-entry-otherwise = L’extraction { $file } dit : { $said }

## Ligne de commande
cli-decide-done = Opération n° { $operation } : { $entries ->
        [one] { $entries } saisie enregistrée.
       *[other] { $entries } saisies enregistrées.
    }
cli-decide-would = { $entries ->
        [one] { $entries } saisie serait enregistrée.
       *[other] { $entries } saisies seraient enregistrées.
    } Rien n’a été changé.
cli-unwaive-done = Opération n° { $operation }, { $code } : la levée est retirée, le constat compte de nouveau.
cli-unwaive-none = { $code } : aucune levée sur ces dossiers. Rien n’a été changé.
cli-waive-done = Opération n° { $operation }, { $code } : { $findings ->
        [one] { $findings } constat levé
       *[other] { $findings } constats levés
    }{ $untouched ->
        [0] .
        [one] , { $untouched } dossier sans ce constat.
       *[other] , { $untouched } dossiers sans ce constat.
    }
cli-waive-would = { $code } : { $findings ->
        [one] { $findings } constat serait levé
       *[other] { $findings } constats seraient levés
    }{ $untouched ->
        [0] .
        [one] , { $untouched } dossier sans ce constat.
       *[other] , { $untouched } dossiers sans ce constat.
    } Rien n’a été changé.
cli-waive-move = { $files ->
        [one] { $files } dossier
       *[other] { $files } dossiers
    } : { $from } → { $to }
cli-waivers-none = Aucun constat n’est levé.
cli-waivers-line = [{ $standing }] { $code } · { $file } · { $level } · { $told }

## Dans la fenêtre
app-note-by = Écrit par { $who } le { $at }
ui-waive = Lever…
ui-waive-title = Lever { $code }
ui-waive-title-many = { $files ->
        [one] Lever une anomalie
       *[other] Lever une anomalie sur { $files } dossiers
    }
ui-waive-rule = Règle
ui-waive-choose-rule = Choisissez une règle
ui-waive-rule-of = { $files ->
        [one] { $rule } ({ $files } dossier)
       *[other] { $rule } ({ $files } dossiers)
    }
ui-waive-findings = { $findings ->
        [one] { $findings } anomalie sera levée
       *[other] { $findings } anomalies seront levées
    }{ $untouched ->
        [0] .
        [one] { " " }; { $untouched } dossier n’a pas cette anomalie et ne change pas.
       *[other] { " " }; { $untouched } dossiers n’ont pas cette anomalie et ne changent pas.
    }
ui-waive-no-moves = Les anomalies ne compteront plus ; l’état des dossiers ne change pas.
ui-waive-reason = Motif
ui-waive-choose = Choisissez un motif
ui-waive-text = Précision (facultative)
ui-waive-text-needed = Motif (à écrire)
ui-words-caution = 500 caractères au plus. N’écrivez aucune donnée de santé ni de situation sociale.
ui-waive-until = Jusqu’au (facultatif)
ui-waive-until-text = Sans date, la levée vaut tant que les données sur lesquelles l’anomalie repose ne changent pas.
ui-waive-move = { $files ->
        [one] Le dossier passera de « { $from } » à « { $to } ».
       *[other] { $files } dossiers passeront de « { $from } » à « { $to } ».
    }
ui-waive-no-move = L’anomalie ne comptera plus ; l’état du dossier ne change pas.
ui-waive-nothing = Cette anomalie ne compte déjà plus.
ui-waive-confirm = { $count ->
        [one] Lever l’anomalie
       *[other] Lever { $count } anomalies
    }
ui-waived = { $count ->
        [one] Anomalie { $code } levée. La levée peut être annulée dans le Journal.
       *[other] Anomalie { $code } levée sur { $count } dossiers. La levée peut être annulée dans le Journal.
    }
ui-unwaived = Levée retirée : l’anomalie { $code } compte de nouveau.
ui-unwaive = Retirer la levée
ui-unwaive-unused = Retirer la levée
ui-waiver-active = Levée
ui-note = Note
ui-note-keep = Garder la note
ui-task-deciding = Enregistrement de la décision

## Ce qui est saisi au guichet, dans la fenêtre
ui-derogation = Dérogation…
ui-document-mark = Marquer une pièce…
ui-document-mark-one = Marquer la pièce { $piece }
ui-note-add = Note…
ui-requests-none-here = Aucune demande connue.
ui-documents-none-here = Aucune pièce connue.
ui-entry-derogation = Saisir une dérogation
ui-entry-derogation-text = { $files ->
        [one] Elle vaut pour le niveau et l’année du dossier. Elle l’emporte sur ce que disent les fichiers importés, jusqu’à ce qu’elle soit retirée.
       *[other] Elle vaut pour le niveau et l’année de chacun des { $files } dossiers. Elle l’emporte sur ce que disent les fichiers importés, jusqu’à ce qu’elle soit retirée.
    }
ui-entry-document = Marquer une pièce
ui-entry-document-text = { $files ->
        [one] Ce qui est saisi l’emporte sur ce que disent les fichiers importés de la même pièce, jusqu’à ce que la saisie soit retirée.
       *[other] Concerne { $files } dossiers. Ce qui est saisi l’emporte sur ce que disent les fichiers importés de la même pièce, jusqu’à ce que la saisie soit retirée.
    }
ui-entry-note = Écrire une note
ui-entry-note-text = { $files ->
        [one] Elle s’ajoute à ce qui est déjà écrit sur le dossier.
       *[other] Elle s’ajoute à ce qui est déjà écrit sur chacun des { $files } dossiers.
    }
ui-entry-decision = Décision
ui-entry-by = Autorité qui a décidé
ui-entry-on = Date de la décision
ui-entry-reference = Référence (facultative)
ui-entry-piece = Pièce
ui-entry-state = État de la pièce
ui-entry-reason = Motif (facultatif)
ui-entry-reason-needed = Motif du rejet (à écrire)
ui-entry-until = Valable jusqu’au (facultatif)
ui-day-format = jj/mm/aaaa
ui-day-unread = Cette date n’est pas comprise. Écrivez par exemple 20/09/2024.
ui-entry-words = Note
ui-entry-notes = { $files ->
        [one] { $files } dossier reçoit la note
       *[other] { $files } dossiers reçoivent la note
    }{ $added ->
        [0] .
        [one] , dont { $added } en a déjà une : le texte est ajouté à la suite.
       *[other] , dont { $added } en ont déjà une : le texte est ajouté à la suite.
    }
ui-entry-files = { $count ->
        [one] Une dérogation sera saisie pour { $count } dossier.
       *[other] Une dérogation sera saisie pour { $count } dossiers.
    }
ui-entry-persons = { $count ->
        [one] La pièce sera marquée pour { $count } personne.
       *[other] La pièce sera marquée pour { $count } personnes.
    }
ui-entry-no-move = L’état des dossiers ne change pas.
ui-entry-confirm = Enregistrer
ui-entry-kept = { $count ->
        [one] La saisie est enregistrée. Elle peut être annulée dans le Journal.
       *[other] { $count } saisies sont enregistrées. Elles peuvent être annulées ensemble dans le Journal.
    }
ui-entry-withdrawn = La saisie est retirée. Les fichiers importés font de nouveau foi.
ui-withdraw = Retirer la saisie

## La sélection
ui-selection = Sélection
ui-selection-all = Tout sélectionner
ui-selection-one = Sélectionner { $name }
ui-selection-count = { $selected ->
        [one] { $selected } dossier sélectionné
       *[other] { $selected } dossiers sélectionnés
    }{ $outside ->
        [0] {""}
        [one] , dont { $outside } hors de la liste
       *[other] , dont { $outside } hors de la liste
    }
ui-selection-nothing = Tout désélectionner

## Les levées
ui-waivers-text = Les anomalies qu’une personne a décidé de ne plus compter. Une levée dont les données changent, ou qui est échue, est à revoir : son anomalie compte de nouveau.
ui-waivers-findings = Voir les anomalies
ui-waivers-none = Aucune levée
ui-waivers-none-text = Pour lever une anomalie, ouvrez un dossier et choisissez « Lever… », ou sélectionnez plusieurs dossiers dans la liste.
ui-waivers-none-so = Aucune levée dans cet état.
ui-waivers-standings = État des levées
ui-waivers-all = Toutes ({ $count })
ui-waivers-to-review = À revoir ({ $count })
ui-waivers-expired = Échues ({ $count })
ui-waivers-unused = Sans objet ({ $count })
ui-waivers-active = Actives ({ $count })
ui-waivers-see = Voir le dossier
ui-waivers-renew = Renouveler…
ui-then-now-fact = Donnée
ui-then-now-then = Lors de la levée
ui-then-now-now = Aujourd’hui
ui-then-now-nothing = vide
ui-then-now-changed = a changé
ui-then-now-gone = La règle ne dit plus rien de ce dossier : la levée peut être retirée.
ui-then-now-none = Cette anomalie ne repose sur aucune donnée du dossier.
ui-key-letter = Touche { $letter }
ui-key-delete = Touche Suppr

## L’aide

## Ce qui est détenu sur une personne
held-table-waiver = Anomalie levée
held-table-note = Note
field-waiver-reason = Motif de la levée
held-decision-code = Règle
held-decision-basis = Empreinte de ce sur quoi la levée repose
held-decision-seen = Données lues lors de la levée
held-decision-text = Texte écrit
held-decision-until = Dernier jour
held-decision-who = Par
held-decision-at = Le
