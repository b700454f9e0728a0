## Sauvegardes : ce que le programme en dit

error-store-no-room = Il n’y a pas assez de place sur le disque de { $path } : il faut { $needed } Mo, il en reste { $free }. Rien n’a été écrit. Libérez de la place, puis réessayez.
error-store-no-such-backup = Cet espace de travail n’a pas de sauvegarde nommée « { $name } ». Choisissez-en une dans la liste des sauvegardes.
error-store-backup-unsound = La sauvegarde « { $name } » n’est pas utilisable : { $flaw } Rien n’a été changé. Choisissez une autre sauvegarde.

backup-flaw-record = son fichier backup.json manque ou a été modifié.
backup-flaw-altered = son fichier { $file } manque ou n’est plus celui qui a été écrit.
backup-flaw-key = sa base ne s’ouvre pas avec la clé de l’espace de travail.
backup-flaw-differs = sa base ne contient pas ce qui a été copié ({ $detail }).
backup-flaw-damaged = sa base est abîmée ({ $detail }).
backup-flaw-before-purge = elle date d’avant une purge et contient ce qui a été effacé depuis. Détruisez-la.

backup-line = { $name } ({ $at }, { $reason } ; { $files } dossiers, { $entries } opérations)
backup-line-unreadable = { $name } (illisible)

backup-reason-opening = à l’ouverture
backup-reason-work = en cours de travail
backup-reason-before-import = avant un import
backup-reason-before-undo = avant une annulation
backup-reason-before-migration = avant une mise à jour de la base
backup-reason-before-restore = avant une restauration
backup-reason-closing = à la fermeture
backup-reason-asked = à la demande

cli-backup-done = Sauvegarde faite et vérifiée : { $backup }, dans { $folder }.
cli-verify-workspace = L’espace de travail est sain : { $entries } opérations au journal, dernière empreinte { $head }.
cli-verify-older = Sa base est d’un format plus ancien (n° { $schema }). Elle n’a pas été changée ; elle sera mise à jour, une sauvegarde faite, la prochaine fois que l’espace sera ouvert.
cli-verify-sound = Sauvegarde saine : { $backup }.
cli-verify-unsound = Sauvegarde inutilisable : { $backup } ; { $why }
cli-backup-failed = Aucune sauvegarde n’a pu être faite avant cette opération : { $why }

error-store-behind = La base { $path } s’arrête à l’opération n° { $reached }, alors que l’opération n° { $known } avait été faite : la fin de son journal d’écriture est perdue ou abîmée, ou une copie plus ancienne a pris sa place. Rien n’a été changé. Remettez une sauvegarde, ou récupérez ce qui peut être lu.
error-store-cut-back = La base { $path } ne contient pas tout ce que contient la sauvegarde « { $backup } » du même espace de travail : son journal va jusqu’à l’opération n° { $reached }, celui de la sauvegarde jusqu’à l’opération n° { $known }, et il ne le continue pas. Une copie plus ancienne a pris la place de la base. Rien n’a été changé. Remettez la sauvegarde, ou récupérez ce qui peut être lu.
error-store-not-here = Un espace de travail ne peut pas être ouvert dans { $path } : { $elsewhere } Deux postes pourraient y écrire en même temps et abîmer la base. Mettez-le sur un disque de ce poste ; des sauvegardes peuvent aller à cet endroit.
error-store-backup-of-another = La sauvegarde « { $name } » est celle d’un autre espace de travail. Rien n’a été changé. Choisissez-en une autre.
error-store-nothing-readable = Rien ne peut être lu de la base { $path } : sa première page ou sa clé est perdue. Les fichiers n’ont pas été touchés. Remettez une sauvegarde.
error-store-second-place-unprotected = Sans phrase secrète, une copie placée ailleurs contiendrait sa propre clé : quiconque la trouverait pourrait la lire. Rien n’y a été copié. Protégez d’abord l’espace de travail par une phrase secrète.

elsewhere-network = c’est un dossier du réseau ({ $kind }).
elsewhere-synchronised = c’est un dossier que { $program } copie vers d’autres postes.

app-journal-restore = Restauration de la sauvegarde { $label }
app-journal-salvage = Récupération de l’espace « { $label } », dont la base était abîmée

error-needs-rescue = Cet espace de travail ne s’ouvre pas. Rien n’a été changé : voyez ce qui peut être fait.

restore-counts = { $what } : { $now } à présent, { $then } dans la sauvegarde
restore-table-person = Personnes
restore-table-registration = Dossiers
restore-table-certificate = Attestations CVEC
restore-table-past-registration = Inscriptions passées
restore-table-request = Demandes
restore-table-document = Pièces
restore-table-source-file = Fichiers importés
restore-drafts = Règlements en cours d’écriture : ils reviendraient à ce qu’ils sont dans la sauvegarde

backup-tested-sound = Essai du { $at } : la sauvegarde du { $made } a été restaurée à l’essai et contient bien ce qui avait été copié.
backup-tested-unsound = Essai du { $at } : la sauvegarde du { $made } n’a pas pu être remise. Faites une nouvelle sauvegarde et vérifiez le disque.

rescue-lacks = { $count ->
        [0] Rien n’y manque : elle contient tout ce qui avait été fait.
        [one] Il y manque une opération faite depuis.
       *[other] Il y manque { $count } opérations faites depuis.
    }

salvage-name = { $name } (récupéré)
salvage-kept = Récupérés : { $persons } personnes et { $files } dossiers.
salvage-lost = { $gaps ->
        [0] Tout a pu être lu
        [one] Un passage de la base n’a pas pu être lu
       *[other] { $gaps } passages de la base n’ont pas pu être lus
    }{ $astray ->
        [0] .
        [one] { " " }; une ligne dépendait de données perdues et a été laissée.
       *[other] { " " }; { $astray } lignes dépendaient de données perdues et ont été laissées.
    } Importez de nouveau les derniers fichiers pour compléter.
salvage-journal = { $entries ->
        [0] Le journal est perdu
        [one] Une opération du journal est gardée
       *[other] { $entries } opérations du journal sont gardées
    } ; les imports d’avant ne peuvent plus être annulés.

cli-restore-same = La sauvegarde contient les mêmes données que l’espace de travail.
cli-restore-lost = Serait repris : n° { $operation }, { $at }, { $what }
cli-restore-regained = Reviendrait : n° { $operation }, { $at }, { $what }
cli-restore-nothing = Rien n’a été changé. La sauvegarde « { $backup } » est saine et peut être remise.
cli-restore-done = Sauvegarde « { $backup } » remise. L’état d’avant est gardé dans la sauvegarde « { $kept } ».
cli-restore-rescued = Sauvegarde « { $backup } » remise. Les fichiers abîmés sont gardés dans le dossier { $aside } de l’espace de travail.
cli-restore-ask = Remettre cette sauvegarde (o/n) ?
cli-restore-yes = o

backup-today = { $hour }
backup-before = { $at }
