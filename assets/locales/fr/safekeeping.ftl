## Sauvegardes et secours, dans la fenêtre

ui-nav-backups = Sauvegardes
ui-action-backup = Sauvegarder maintenant
ui-task-backing-up = Sauvegarde en cours
ui-task-verifying = Vérification en cours
ui-task-comparing = Comparaison en cours
ui-task-restoring = Restauration en cours
ui-task-salvaging = Récupération en cours

ui-backups-text = Guichet sauvegarde l’espace de travail de lui-même : à l’ouverture, toutes les trente minutes de travail, avant chaque import, annulation ou restauration, et à la fermeture. Chaque sauvegarde est relue avant de compter.
ui-backups-complete = Tout ce qui a été fait est sauvegardé.
ui-backups-behind = Des opérations ont été faites depuis la dernière sauvegarde.
ui-backups-none = Aucune sauvegarde
ui-backups-none-text = La première sera faite avant le prochain import.
ui-backups-at = Faite
ui-backups-why = Pourquoi
ui-backups-files = Dossiers
ui-backups-size = Taille
ui-backups-state = État
ui-backups-acts = Actions
ui-backups-megabytes = { $count } Mo
ui-backups-sound = Saine
ui-backups-not-read = Vérifiée à sa création
ui-backups-unsound = Inutilisable
ui-backups-verify = Vérifier
ui-backups-verify-of = Vérifier la sauvegarde du { $at }
ui-backups-restore = Restaurer…
ui-backups-restore-of = Restaurer la sauvegarde du { $at }…
ui-backups-done = Sauvegarde faite et vérifiée.
ui-backups-failed = La dernière sauvegarde automatique n’a pas pu être faite ou copiée.
ui-backups-failed-short = Sauvegarde en échec
ui-backups-keeping = Conservation
ui-backups-rule = Sont gardées : toutes celles de 48 heures, puis une par jour sur 7 jours, une par semaine sur 5 semaines, une par mois sur 12 mois, dans la limite de place choisie. La dernière bonne n’est jamais supprimée.
ui-backups-quota = Place au plus, en Mo
ui-backups-quota-keep = Enregistrer
ui-backups-quota-kept = La limite est enregistrée.
ui-backups-place = Second emplacement
ui-backups-place-none = Aucun. Un disque externe ou un partage réseau protège aussi d’une panne de ce poste.
ui-backups-place-choose = Choisir un dossier…
ui-backups-place-forget = Ne plus y copier
ui-backups-place-unprotected = Il faut d’abord une phrase secrète : sans elle, une copie placée ailleurs pourrait être lue par quiconque la trouve.

ui-restore-title = Restaurer une sauvegarde
ui-restore-what = Sauvegarde du { $at }, { $reason }
ui-restore-same = Elle contient les mêmes données que l’espace de travail : restaurer n’y changerait rien.
ui-restore-lost = { $count ->
        [one] Une opération faite depuis serait reprise :
       *[other] { $count } opérations faites depuis seraient reprises :
    }
ui-restore-regained = { $count ->
        [one] Une opération reviendrait :
       *[other] { $count } opérations reviendraient :
    }
ui-restore-kept = L’état présent est d’abord gardé dans une sauvegarde : cette restauration peut être défaite de la même façon.
ui-restore-keep = Ne rien changer
ui-restore-confirm = Restaurer
ui-restore-administer = Restaurer reprend aussi ce que d’autres ont décidé : il y faut le rôle « administration ». Demandez-le à un administrateur de l’espace.
ui-restored = Sauvegarde restaurée. L’état d’avant est gardé parmi les sauvegardes.

ui-rescue-title = Cet espace de travail ne s’ouvre pas
ui-rescue-untouched = Voici ce que vous pouvez faire.
ui-rescue-restore = Restaurer la dernière sauvegarde saine
ui-rescue-restore-text = Sauvegarde du { $at }, { $reason }. Les fichiers abîmés sont gardés à part.
ui-rescue-restore-none = Aucune sauvegarde saine n’a été trouvée dans cet espace de travail.
ui-rescue-unsound = { $count ->
        [one] Une sauvegarde plus récente n’est pas utilisable.
       *[other] { $count } sauvegardes plus récentes ne sont pas utilisables.
    }
ui-rescue-salvage = Récupérer ce qui peut être lu
ui-rescue-salvage-text = Les données lisibles sont copiées dans un nouvel espace de travail. L’espace abîmé n’est pas touché.
ui-rescue-folder = Ouvrir le dossier
ui-rescue-folder-text = Pour le montrer à la personne qui s’occupe du poste, ou en garder une copie.
ui-rescue-leave = Continuer sans lui
ui-rescue-leave-text = Revenir au choix d’un espace de travail. L’espace abîmé reste tel quel.
ui-rescue-restored = Espace de travail restauré.
ui-rescue-salvaged = Espace de travail récupéré.

## Purge and last backup

ui-task-purge-preview = Recherche de ce qui serait effacé…
ui-task-purging = Purge en cours…
ui-task-record = Écriture du procès-verbal…
ui-record-saved = Le procès-verbal a été écrit.
ui-purge-person = Purger cette personne…
ui-last-backup = Dernière sauvegarde { $at }
ui-purge-unfinished-short = Purge à terminer
