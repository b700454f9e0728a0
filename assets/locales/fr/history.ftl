# Ce qui a été fait dans un espace de travail, et ce qui peut en être annulé.

error-store-cancelled = L’import a été arrêté. Rien n’en a été gardé : l’espace de travail est comme avant.
error-store-undo-refused = L’opération n° { $operation } ({ $label }) n’a pas été annulée : { $count ->
        [one] une opération plus récente s’appuie sur elle et doit être annulée d’abord
       *[other] { $count } opérations plus récentes s’appuient sur elle et doivent être annulées d’abord
    }, dans cet ordre : { $depends }. Rien n’a été changé.
error-store-not-undoable = L’opération n° { $operation } ne peut pas être annulée. { $reason } Rien n’a été changé.

undo-not-unknown = Aucune opération de l’historique ne porte ce numéro.
undo-not-an-import = Elle ne change aucune donnée des dossiers : il n’y a rien à annuler.
undo-not-restored = Elle a remis une sauvegarde. Pour la défaire, remettez la sauvegarde faite juste avant elle, dont le nom finit par « -before-restore » : à l’écran Sauvegardes, ou par « guichet-cli restore NOM --db DOSSIER ».
undo-not-twice = Elle est déjà annulée, par l’opération n° { $by }.
undo-not-kept = Elle a été faite par une version de Guichet qui ne gardait pas de quoi annuler. Pour revenir en arrière, importez un fichier corrigé ou remettez une sauvegarde.
undo-not-sealed = L’espace de travail a changé de format depuis : ce qui avait été gardé pour l’annuler ne s’y applique plus. Pour revenir en arrière, importez un fichier corrigé ou remettez une sauvegarde.
undo-not-followed = D’autres opérations l’ont suivie. Refaites ce qui avait été annulé : importez de nouveau les fichiers, ou reprenez la décision.
undo-not-altered = Les données qu’elle a écrites ne sont plus celles qu’elle avait écrites. Remettez une sauvegarde, ou demandez de l’aide.

# Une opération qui s’appuie sur celle qu’on veut annuler.
undo-dependent = À annuler d’abord : l’opération n° { $operation } ({ $label }){ $rows ->
        [0] , qui relit les mêmes fichiers.
        [one] , dont une ligne ou une décision redit, remplace ou complète ce que celle-ci a apporté.
       *[other] , dont { $rows } lignes ou décisions redisent, remplacent ou complètent ce que celle-ci a apporté.
    }

## A copy of the journal
journal-copy-whole =
    { $operations ->
        [one] Cette copie est celle que l’espace a donnée : { $operations } opération, inchangée.
       *[other] Cette copie est celle que l’espace a donnée : { $operations } opérations, inchangées.
    } { $since ->
        [0] Rien n’a été fait depuis.
        [one] { $since } opération a suivi.
       *[other] { $since } opérations ont suivi.
    }
restore-took-back = { $count ->
    [one] L’opération n° { $last } (sceau { $seal }), de { $who }, a été reprise par cette restauration ou une précédente.
   *[other] Les opérations n° { $first } à { $last } (sceau { $seal }), de { $who }, ont été reprises par cette restauration ou une précédente.
}
journal-copy-taken-back = { $count ->
    [one] Cette copie est celle que l’espace a donnée. L’opération n° { $last } a été reprise depuis par une restauration, l’opération n° { $by } du journal présent.
   *[other] Cette copie est celle que l’espace a donnée. Les opérations n° { $first } à { $last } ont été reprises depuis par une restauration, l’opération n° { $by } du journal présent.
}
journal-copy-entry = Cette copie n’est pas celle que l’espace a donnée : l’opération n° { $operation } y manque ou y a été modifiée. Redemandez une copie à partir de l’espace.
journal-copy-end = Cette copie n’est pas celle que l’espace a donnée : sa fin manque ou a été modifiée, des opérations ont pu en être retirées. Redemandez une copie à partir de l’espace.
journal-copy-foreign = Aucune ligne de ce fichier ne vient du journal de cet espace. Vérifiez que c’est le bon fichier et le bon espace.
