# What the command line says.

cli-check-summary = {$rulebook}, situation au {$as_of} : {$files ->
    [one] {$files} dossier
   *[other] {$files} dossiers
} — {$blocked} bloqués, {$to_check} à vérifier, {$ready} prêts, {$cancelled} annulés.
cli-no-such-rule = Aucune règle n’a le code {$code}. La commande « rules » donne la liste.
cli-rulebook-valid = {$id} : règlement bien formé, {$entries ->
    [one] {$entries} entrée
   *[other] {$entries} entrées
}, {$unset ->
    [0] aucune valeur non fixée.
    [one] une valeur non fixée :
   *[other] {$unset} valeurs non fixées :
}
cli-demo-next = Pour les contrôler : guichet-cli check {$folder}/* --rulebook {$rulebook} --as-of {$as_of}
cli-import-counts = {$file} · {$kind} : {$rows} lignes — {$new} nouvelles, {$changed} modifiées, {$same} identiques, {$gone} absentes du fichier, {$ambiguous} ambiguës, {$skipped} écartées
cli-import-change = { $place } · { $who } · { $field } : { $old } → { $new }
cli-import-changes-more = { $count ->
    [one] … et { $count } autre valeur modifiée.
   *[other] … et { $count } autres valeurs modifiées.
}
cli-import-no-value = (vide)
cli-import-refused = Rien n’a été importé : avec --strict, tout doit être compris sans réserve, et { $count ->
    [one] { $count } point ne l’est pas (voir ci-dessus).
   *[other] { $count } points ne le sont pas (voir ci-dessus).
} Corrigez le fichier, ou importez-le sans --strict : ce qui n’est pas compris sera laissé de côté.
cli-import-asks-first = ? { $place } : { $question } (sans réponse, rien n’en est importé ; dans un fichier --map)
cli-import-asks = ? { $place } : { $question } (dans un fichier --map)
cli-import-created = L’espace de travail { $folder } vient d’être créé, sans phrase secrète : qui peut copier ce dossier peut le lire. Pour le protéger : guichet-cli protect.
cli-import-done = Import enregistré, opération {$operation}.
cli-import-nothing = Rien n’a été enregistré.
cli-recognised = {$file} › {$sheet} : {$kind}, {$rows ->
    [one] {$rows} ligne
   *[other] {$rows} lignes
}
cli-simulate-summary = {$rulebook}, situation au {$as_of} : {$differences ->
    [0] rien ne changerait
    [one] un dossier changerait
   *[other] {$differences} dossiers changeraient
}, sur {$files}. Rien n’a été enregistré.
cli-rulebook-unread = {$count ->
    [one] Une clé n’est lue par aucune règle :
   *[other] {$count} clés ne sont lues par aucune règle :
}
cli-inspect-sheet = « { $sheet } » : { $kind }, { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}, { $columns ->
    [one] { $columns } colonne
   *[other] { $columns } colonnes
}
cli-inspect-unknown = contenu non reconnu
cli-history-line = N° { $operation } · { $at } · { $who } · { $what } · sceau { $seal }
cli-history-undoable = Pour l’annuler : guichet-cli undo { $operation } --db ESPACE
cli-history-undone = Annulé par l’opération n° { $by }.
cli-history-not-undoable = Ne peut pas être annulé. { $why }
cli-undo-done = { $count ->
    [one] Opération annulée
   *[other] { $count } opérations annulées
} : { $label }. Les dossiers ont été contrôlés de nouveau. Pour revenir sur cette annulation tant que rien ne l’a suivie, annulez l’opération n° { $operation }.
cli-protect-code-void = L’espace n’a pas été protégé : le code de récupération qui vient d’être écrit n’ouvre rien. Détruisez-le, puis recommencez.
cli-purge-record-unwritten = La purge est faite, mais son procès-verbal n’a pas pu être écrit dans le fichier demandé. Il est donné ici, sur la sortie standard : gardez-le.
cli-protect-done = L’espace est protégé. Le code de récupération est écrit dans { $path } : imprimez-le, gardez-le hors de cet ordinateur, puis effacez ce fichier.
cli-unprotect-done = L’espace n’est plus protégé : quiconque peut copier son dossier peut le lire.
cli-account-added = Compte « { $name } » ajouté.
cli-account-removed = Compte « { $name } » supprimé. La clé de l’espace reste la même.

## Ce qui a été saisi au guichet
cli-entries-none = Rien n’a été saisi au guichet.
cli-entries-line = { $number } · { $file } · { $said } · { $came }
cli-withdraw-done = Opération n° { $operation } : la saisie { $number } est retirée.
entry-said-derogation = Dérogation { $level } : { $state }, { $by }{ $on }{ $reference }
entry-said-on = , le { $on }
entry-said-reason = {" "}({ $reason })
entry-said-reference = {" "}({ $reference })
entry-said-document = Pièce « { $piece } » : { $state }{ $reason }{ $until }
entry-said-until = , valable jusqu’au { $until }
entry-said-note = Note : { $text }
entry-came = saisi par { $who } le { $at }
