## Sauvegardes : ce que le programme en dit

error-store-no-room = Il n’y a pas assez de place sur le disque de { $path } : il faut { $needed } Mo, il en reste { $free }. Rien n’a été écrit. Libérez de la place, puis réessayez.
error-store-no-such-backup = Cet espace de travail n’a pas de sauvegarde nommée « { $name } ». Choisissez-en une dans la liste des sauvegardes.
error-store-backup-unsound = La sauvegarde « { $name } » n’est pas utilisable : { $flaw } Rien n’a été changé. Choisissez une autre sauvegarde.

backup-flaw-record = son fichier backup.json manque ou a été modifié.
backup-flaw-altered = son fichier { $file } manque ou n’est plus celui qui a été écrit.
backup-flaw-key = sa base ne s’ouvre pas avec la clé de l’espace de travail.
backup-flaw-differs = sa base ne contient pas ce qui a été copié ({ $detail }).
backup-flaw-damaged = sa base est abîmée ({ $detail }).

backup-line = { $name } ({ $at }, { $reason } ; { $files } dossiers, { $entries } opérations)
backup-line-unreadable = { $name } (illisible)

backup-reason-opening = à l’ouverture
backup-reason-work = en cours de travail
backup-reason-before-import = avant un import
backup-reason-before-undo = avant une annulation
backup-reason-before-migration = avant une mise à jour de la base
backup-reason-before-restore = avant une restauration
backup-reason-closing = à la fermeture
backup-reason-asked = à la demande

cli-backup-done = Sauvegarde faite et vérifiée : { $backup }, dans { $folder }.
cli-verify-workspace = L’espace de travail est sain : { $entries } opérations au journal, dernière empreinte { $head }.
cli-verify-sound = Sauvegarde saine : { $backup }.
cli-verify-unsound = Sauvegarde inutilisable : { $backup } ; { $why }
cli-backup-failed = Aucune sauvegarde n’a pu être faite avant cette opération : { $why }
