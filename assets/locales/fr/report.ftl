# The validation report (xlsx).

report-title = Rapport de validation des inscriptions
report-subtitle = Situation au { $as_of } · règlement { $rulebook }
report-page = Page { $page } sur { $pages }
report-conclusion =
    { $files ->
        [0] Aucun dossier.
        [one] { $files } dossier : { $blocked } bloqué, { $to_check } à vérifier, { $ready } prêt, { $cancelled } annulé.
       *[other] { $files } dossiers : { $blocked } { $blocked ->
            [one] bloqué
           *[other] bloqués
        }, { $to_check } à vérifier, { $ready } { $ready ->
            [one] prêt
           *[other] prêts
        }, { $cancelled } { $cancelled ->
            [one] annulé
           *[other] annulés
        }.
    }

## Sheets

report-sheet-summary = Synthèse
report-sheet-files = Dossiers
report-sheet-flags = Anomalies
report-sheet-undecided = Indéterminés
report-sheet-problems = Problèmes d'import
report-sheet-rules = Règles
report-sheet-decisions = Décisions

report-empty-files = Aucun dossier.
report-empty-flags = Aucune anomalie.
report-empty-undecided = Rien d’indéterminé.
report-empty-problems = Aucun problème d’import.
report-empty-rules = Aucune règle.
report-empty-decisions = Aucune décision n’a été saisie.
report-empty-inputs = Aucun fichier source.

## Parts of the summary

report-basis = Base du rapport
report-layers = Couches du règlement
report-rulebook-fingerprint = Empreinte du règlement (SHA-256)
report-as-of = Date d’examen (heure de Paris)
report-version = Version de Guichet
report-journal = Journal de l’espace
report-journal-head = opération n° { $operation }, sceau { $seal }
report-by-state = Dossiers par état
report-by-level = Dossiers par niveau
report-by-component = Dossiers par composante
report-by-programme = Dossiers par formation
report-by-code = Constats par règle
report-waived = Constats levés (non comptés ci-dessus)
report-agreement = Contrôle des totaux
report-inputs = Fichiers sources
report-input = { $file } › { $sheet }
report-total = Total
report-unsaid = (non renseigné)
report-agrees = concordant
report-differs = écart à examiner
report-chart-levels = État des dossiers par niveau
report-chart-components = État des dossiers par composante

## Columns

report-column-state = État
report-column-files = Dossiers
report-column-share = Part
report-column-ready-share = % prêts
report-column-code = Code
report-column-rule = Règle
report-column-severity = Gravité
report-column-flags = Anomalies
report-column-undecided = Indéterminés
report-column-files-concerned = Dossiers concernés
report-column-list = Feuille du rapport
report-column-counted = Compté
report-column-written = Écrit
report-column-agrees = Résultat
report-column-input = Fichier et feuille
report-column-kind = Nature
report-column-rows = Lignes lues
report-column-fingerprint = SHA-256
report-column-findings = Constats
report-column-file-state = État du dossier
report-column-message = Constat
report-column-why = Pourquoi
report-column-remedy = Que faire
report-column-source-file = Fichier
report-column-sheet = Feuille
report-column-cell = Cellule
report-column-header = En-tête
report-column-raw = Texte lu
report-column-further = Autres valeurs lues
report-column-rulebook = Règlement
report-column-key = Clé du règlement
report-column-document = Texte de référence
report-column-quote = Citation
report-column-waived = Levé par, motif
report-column-status = Fiabilité
report-column-notes = Remarques et autres références
report-column-effect = Effet
report-column-sentence = Explication
report-column-meaning = Signification
report-column-authority = Textes de référence
report-column-slug = Nom technique
report-column-decided = Décision ou état
report-column-note = Note
report-column-entered-by = Saisi par
report-column-entered-at = Saisi le

## Cells

report-raw-empty = (cellule vide)
report-no-column = (pas de colonne « { $field } »)
report-further = { $field } : « { $raw } » ({ $place })
report-further-empty = { $field } : cellule vide ({ $place })
report-further-absent = { $field } : pas de colonne ({ $place })
report-quote = « { $quote } »
report-citation = { $rulebook } › { $key } : { $document } ({ $status })
report-effect-fails = À corriger
report-effect-told = Pour information
report-decision-derogation = Dérogation
report-decision-document = Pièce
report-decision-note = Note

## Lists to work on elsewhere

list-title-findings = Anomalies et indéterminés
list-title-files = Dossiers
list-title-reminders = Relances
list-title-numbers = Numéros CVEC à vérifier
list-sheet-reminders = Relances
list-sheet-numbers = CVEC à vérifier
list-empty-reminders = Personne n’est à relancer.
list-empty-numbers = Aucun numéro à vérifier.
list-outcome-flag = Anomalie
list-outcome-undecided = Indéterminé
list-column-outcome = Nature
list-column-missing = Ce qui manque
list-column-until = À faire avant
list-column-codes = Règles
list-column-letters = Début du nom
list-file-findings = anomalies-{ $day }.xlsx
list-file-files = dossiers-{ $day }.xlsx
list-file-reminders = relances-{ $day }.xlsx
list-file-cvec-to-verify = cvec-a-verifier-{ $day }.xlsx

## Why a report could not be made

report-error-temporary-file = Le rapport n’a pas pu être préparé : le dossier temporaire { $folder } refuse l’écriture ({ $cause }). Libérez de l’espace sur le disque ou vérifiez les droits de ce dossier, puis recommencez.
report-error-workbook = Le rapport n’a pas pu être assemblé ({ $cause }). Recommencez ; si cela persiste, transmettez ce message au support.

## What is to be corrected in the files of an import, as a workbook that can be imported again

corrections-title = Lignes à corriger
corrections-subject = Lignes à corriger, établies le { $at }
corrections-sheet-problems = Problèmes d’import
corrections-empty-problems = Aucun problème : rien n’est à corriger.
corrections-column-problem = Ce qui ne va pas
corrections-column-remedy = À corriger
corrections-column-origin = Ligne d’origine
corrections-origin = { $file }, { $sheet }, ligne { $row }
corrections-unreadable = { $header } : « { $value } » ne se lit pas comme « { $field } ». Corrigez la cellule.
corrections-unmapped = { $header } : « { $value } » n’est pas une valeur connue de « { $field } ». Écrivez une valeur connue.
corrections-ambiguous = { $count ->
    [0] Personne à confirmer. Complétez le numéro étudiant ou l’INE.
    [one] Personne à confirmer : une personne connue lui ressemble ({ $reasons }). Complétez le numéro étudiant ou l’INE.
   *[other] Personne à confirmer : { $count } personnes connues lui ressemblent ({ $reasons }). Complétez le numéro étudiant ou l’INE.
}
corrections-skipped = La ligne ne désigne personne. Écrivez un numéro étudiant, un INE, ou le nom de naissance, le prénom et la date de naissance.
corrections-unplaced = La ligne peut concerner plusieurs données connues de la personne. Ajoutez la colonne qui les distingue (année, niveau, code étape, date de la demande…).
corrections-unmatched = Personne absente de la liste d’inscrits. Vérifiez le numéro étudiant ou l’INE.
corrections-remedy-cells = Corrigez les cellules marquées des feuilles suivantes, puis importez ce classeur.
corrections-remedy-rows = Complétez les lignes des feuilles suivantes, puis importez ce classeur.
corrections-remedy-source = Corrigez le fichier d’origine et importez-le de nouveau : ce qui n’a pas pu être lu n’est pas dans ce classeur.
corrections-remedy-none = Rien n’est à corriger si c’est bien ce qui est attendu.
