# What the use cases say themselves.

app-demo-name = Scolarité fictive
app-progress-reading = Lecture de {$file} ({$index}/{$count})
app-journal-create = Création de l’espace « {$label} »
app-journal-import = Import : {$label}
app-journal-undo = Annulation de l’import de { $label }
app-journal-setting = Réglage modifié : {$label}
app-report-file = rapport-de-validation-{$day}.xlsx
app-setting-rulebook = règlement
app-setting-as-of = date de situation
app-yes = oui
app-no = non

## Requests as things of their own

dossier-request-kind-unknown = Demande non comprise
dossier-request-state-unknown = Inconnue
dossier-request-state-mixed = En partie
dossier-unattached-kind = L’objet de la demande n’est pas compris : elle n’est rattachée à aucun dossier.
dossier-unattached-level = Le niveau demandé n’est pas compris : elle n’est rattachée à aucun dossier.
dossier-unattached-no-registration = La personne n’a aucune inscription dans la liste d’inscrits.
dossier-unattached-other-year = La personne n’a aucune inscription pour l’année de la demande.
dossier-unattached-other-level = La personne n’a aucune inscription au niveau demandé.
dossier-clock-awaiting-proposal = Aucune proposition n’a encore été reçue.
dossier-clock-running = La proposition peut être contestée jusqu’au {$until} inclus.
dossier-clock-contested = La proposition a été contestée dans le délai, qui court jusqu’au {$until} inclus.
dossier-clock-contested-late = La proposition a été contestée après le {$until} : elle est réputée acceptée.
dossier-clock-deemed-accepted = La proposition n’a pas été contestée au {$until} : elle est réputée acceptée.
dossier-clock-of-right = La demande a été reçue au plus tard le {$until}, avant le début de l’année universitaire : le remboursement est de droit.
dossier-clock-by-decision = La demande a été reçue après le {$until}, l’année universitaire étant commencée : une décision est nécessaire.
dossier-clock-in-time = La demande a été reçue dans le délai, jusqu’au {$until} inclus.
dossier-clock-late = La demande a été reçue après le {$until}, hors délai.
dossier-clock-not-set = Le règlement ne fixe pas de délai.
dossier-clock-unknown = Une date manque ou n’est pas comprise : le délai ne peut pas être apprécié.
dossier-piece-held = Déposée
dossier-piece-missing = Manquante
dossier-piece-unknown = Indéterminée

## Why a row of an import is about whom it is said to be about

app-plan-same = Ne dit rien qui ne soit déjà connu : rien ne change
app-plan-by-number = Reconnue par le numéro d’étudiant
app-plan-by-ine = Reconnue par l’INE
app-plan-by-name = Reconnue par le nom de naissance, le prénom et la date de naissance
app-plan-new-person = Personne inconnue jusqu’ici : une fiche est créée
app-plan-control = Résultat de contrôle d’un certificat
app-plan-ambiguous = Plusieurs personnes possibles : à confirmer
app-plan-skipped = La ligne ne désigne personne : laissée de côté
app-plan-unplaced = Plusieurs données de la personne peuvent être concernées : laissée de côté
app-plan-gone = Inscription absente du nouveau fichier : conservée
app-plan-left-out = Laissée de côté par votre choix
app-plan-chosen = Personne désignée par votre choix
app-candidate-because = { $because }
app-candidate-against = Mais : { $against }
app-candidate-both = { $because } ; mais : { $against }
app-candidate-row = { $file }, { $sheet }, ligne { $row }

## The import wizard

app-import-already = déjà importé le { $at }
app-progress-importing = Importation en cours
app-progress-judging = Vérification des dossiers
app-progress-writing = Écriture du fichier
app-progress-backup = Sauvegarde de l’espace de travail
app-progress-verify = Lecture complète de la sauvegarde
app-progress-compare = Comparaison avec la sauvegarde
app-progress-restore = Restauration : copie de l’état actuel, remplacement, vérification
app-progress-salvage = Lecture de ce qui peut encore l’être
app-corrections-file = a-corriger-{ $day }.xlsx
app-setting-mappings = modèles de fichiers
app-setting-files-list = colonnes et vues de la liste des dossiers
app-type-text = texte
app-type-date = date
app-type-instant = date et heure
app-type-amount = montant
app-type-flag = oui ou non
app-type-level = niveau
app-type-year = année universitaire
app-type-code = valeur d’une liste
app-value-nothing = ne dit rien
app-constant-needed = Aucune colonne ne le donne : indiquez-le pour toutes les lignes, ou désignez une colonne.
app-constant-optional = Aucune colonne ne le donne : vous pouvez l’indiquer pour toutes les lignes.

## What was done to the workspace

app-journal-file = journal-{ $day }.jsonl
app-export-all-folder = export-guichet-{ $day }
app-history-undone = Annulé par l’opération n° { $by }
app-history-counts = { $kind } : { $rows ->
        [one] { $rows } ligne lue
       *[other] { $rows } lignes lues
    }{ $new ->
        [0] {""}
        [one] , { $new } nouvelle
       *[other] , { $new } nouvelles
    }{ $changed ->
        [0] {""}
        [one] , { $changed } modifiée
       *[other] , { $changed } modifiées
    }{ $same ->
        [0] {""}
        [one] , { $same } identique
       *[other] , { $same } identiques
    }{ $ambiguous ->
        [0] {""}
       *[other] , { $ambiguous } à confirmer
    }

## Who may open a workspace

app-role-read = lecture
app-role-enter = saisie
app-role-check = contrôle
app-role-administer = administration
app-passphrase-short = Trop courte : { $characters } caractères au moins, ou { $words } mots.
app-passphrase-long = Trop longue : { $most } caractères au plus.
app-passphrase-common = Trop facile à deviner : choisissez plusieurs mots sans rapport entre eux.
app-passphrase-named = Elle reprend le nom de l’espace ou du compte : choisissez-en une autre.
app-passphrase-enough = Suffisante. Un mot de plus la rendrait meilleure.
app-passphrase-good = Bonne.
app-passphrase-very-good = Très bonne.
app-setting-lock-after = verrouillage automatique
app-setting-protection-set = phrase secrète choisie, protection activée
app-setting-protection-removed = protection retirée
app-setting-account-added = compte ajouté
app-setting-account-removed = compte supprimé
app-setting-account-role = rôle d’un compte
app-setting-account-passphrase = phrase secrète d’un compte
app-setting-recovery-code = nouveau code de récupération
app-setting-recovered = espace ouvert avec le code de récupération
app-recovery-title = Code de récupération de l’espace « { $name } »
app-recovery-what = Ce code, créé le { $at }, ouvre l’espace de travail si la phrase secrète est perdue : dans Guichet, écran de verrouillage, « Phrase secrète perdue ». Les tirets et les majuscules ne comptent pas.
app-recovery-keep = Imprimez cette feuille, gardez-la sous clé hors de cet ordinateur, puis effacez ce fichier : quiconque a ce code et le dossier de l’espace peut lire les dossiers. Sans phrase secrète ni code, personne ne peut les rouvrir.
app-recovery-file = code-de-recuperation.txt
