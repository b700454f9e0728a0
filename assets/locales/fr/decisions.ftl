# Ce qu’une personne décide des dossiers : constats levés, dérogations et pièces saisies, notes.

## Motifs de levée
code-waiver-reason-proof-seen = Justificatif vu au guichet
code-waiver-reason-decision = Décision du responsable
code-waiver-reason-extract-error = Erreur dans l’extraction
code-waiver-reason-settled-elsewhere = Cas réglé par ailleurs
code-waiver-reason-other = Autre motif

waiver-told = Levé par { $who } le { $at } : { $reason }{ $text }{ $until }
waiver-text = {" "}({ $text })
waiver-until = , jusqu’au { $day } inclus.
waiver-no-end = .

waiver-standing-active = active
waiver-standing-unused = sans objet
waiver-standing-to-review = à revoir
waiver-review-basis-changed = à revoir : ce sur quoi elle repose a changé
waiver-review-expired = à revoir : elle est échue

## Dans l’historique
app-journal-waive = Constats levés : { $label }
app-journal-unwaive = Levées retirées : { $label }
app-journal-derogation = Dérogation saisie au guichet (dossiers : { $label })
app-journal-document = Pièce marquée au guichet (dossiers : { $label })
app-journal-note = Note écrite sur un dossier
app-journal-undo-of = Annulation de : { $what }

## Ce qui ne peut pas être décidé ainsi
error-store-nothing-to-decide = Aucun dossier n’est concerné : aucun constat de cette règle n’y est ouvert. Rien n’a été changé. Vérifiez la règle et les dossiers choisis.
error-store-file-gone = Un des dossiers n’est plus dans l’espace de travail. Rien n’a été changé. Rouvrez la liste et recommencez.
error-store-words-missing = Avec « Autre motif », le motif doit être écrit. Rien n’a été changé. Complétez le texte.
error-store-words-too-many = Le texte dépasse 500 caractères. Rien n’a été changé. Raccourcissez-le.
error-no-such-student = Aucun dossier ne porte le numéro étudiant { $number }. Rien n’a été changé. Vérifiez le numéro.

## Ligne de commande
cli-waive-done = Opération n° { $operation }, { $code } : { $findings ->
        [one] { $findings } constat levé
       *[other] { $findings } constats levés
    }{ $untouched ->
        [0] .
        [one] , { $untouched } dossier sans ce constat.
       *[other] , { $untouched } dossiers sans ce constat.
    }
cli-waive-would = { $code } : { $findings ->
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
    } : { $from } → { $to }
cli-waivers-none = Aucun constat n’est levé.
cli-waivers-line = [{ $standing }] { $code } · { $file } · { $level } · { $told }

## Dans la fenêtre
app-note-by = Écrit par { $who } le { $at }
ui-waive = Lever…
ui-waive-title = Lever { $code }
ui-waive-reason = Motif
ui-waive-choose = Choisissez un motif
ui-waive-text = Précision (facultative)
ui-waive-text-needed = Motif (à écrire)
ui-words-caution = 500 caractères au plus. N’écrivez aucune donnée de santé ni de situation sociale.
ui-waive-until = Jusqu’au (facultatif)
ui-waive-until-text = Sans date, la levée vaut tant que les données sur lesquelles le constat repose ne changent pas.
ui-waive-move = { $files ->
        [one] Le dossier passera de « { $from } » à « { $to } ».
       *[other] { $files } dossiers passeront de « { $from } » à « { $to } ».
    }
ui-waive-no-move = Le constat ne comptera plus ; l’état du dossier ne change pas.
ui-waive-nothing = Ce constat ne compte déjà plus.
ui-waive-confirm = Lever le constat
ui-waived = { $code } est levé. La levée peut être annulée dans l’historique.
ui-unwaived = { $code } compte de nouveau.
ui-unwaive = Rétablir
ui-unwaive-unused = Retirer la levée
ui-waiver-active = Levé
ui-note = Note
ui-note-keep = Garder la note
ui-task-deciding = Enregistrement de la décision

## Ce qui est détenu sur une personne
held-table-waiver = Constat levé
held-table-note = Note
field-waiver-reason = Motif de la levée
held-decision-code = Règle
held-decision-basis = Empreinte de ce sur quoi la levée repose
held-decision-text = Texte écrit
held-decision-until = Dernier jour
held-decision-who = Par
held-decision-at = Le
