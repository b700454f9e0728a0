# What the command line says.

cli-check-summary = {$rulebook}, as of {$as_of}: {$files ->
    [one] {$files} file
   *[other] {$files} files
} — {$blocked} blocked, {$to_check} to check, {$ready} ready, {$cancelled} cancelled.
cli-no-such-rule = No rule has the code {$code}. The command "rules" lists them.
cli-rulebook-valid = {$id}: well-formed rulebook, {$entries ->
    [one] {$entries} entry
   *[other] {$entries} entries
}, {$unset ->
    [0] no value unset.
    [one] one value unset:
   *[other] {$unset} values unset:
}
cli-demo-next = To check them: guichet-cli check {$folder}/* --rulebook {$rulebook} --as-of {$as_of}
cli-import-counts = {$file} · {$kind}: {$rows} rows — {$new} new, {$changed} changed, {$same} the same, {$gone} gone from the file, {$ambiguous} ambiguous, {$skipped} left out
cli-import-change = { $place } · { $who } · { $field }: { $old } → { $new }
cli-import-changes-more = { $count ->
    [one] … and { $count } other changed value.
   *[other] … and { $count } other changed values.
}
cli-import-no-value = (empty)
cli-import-refused = Nothing was imported: with --strict everything must be understood without reserve, and { $count ->
    [one] { $count } point is not (see above).
   *[other] { $count } points are not (see above).
} Correct the file, or import it without --strict: what is not understood will be left out.
cli-import-asks-first = ? { $place }: { $question } (nothing of it is imported without an answer; in a --map file)
cli-import-asks = ? { $place }: { $question } (in a --map file)
cli-import-created = The workspace { $folder } was just created, without a passphrase: whoever can copy this folder can read it. To protect it: guichet-cli protect.
cli-import-done = Import recorded, operation {$operation}.
cli-import-nothing = Nothing was recorded.
cli-recognised = {$file} › {$sheet}: {$kind}, {$rows ->
    [one] {$rows} row
   *[other] {$rows} rows
}
cli-simulate-summary = {$rulebook}, as of {$as_of}: {$differences ->
    [0] nothing would change
    [one] one file would change
   *[other] {$differences} files would change
}, out of {$files}. Nothing was kept.
cli-rulebook-unread = {$count ->
    [one] One key is read by no rule:
   *[other] {$count} keys are read by no rule:
}
cli-inspect-sheet = “{ $sheet }”: { $kind }, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
}
cli-inspect-unknown = content not recognised
cli-history-line = No { $operation } · { $at } · { $who } · { $what } · seal { $seal }
cli-history-undoable = To undo it: guichet-cli undo { $operation } --db WORKSPACE
cli-history-undone = Undone by operation { $by }.
cli-history-not-undoable = Cannot be undone. { $why }
cli-undo-done = { $count ->
    [one] Operation undone
   *[other] { $count } operations undone
}: { $label }. The files were judged again. To take this back as long as nothing follows it, undo operation { $operation }.
cli-protect-code-void = The workspace was not protected: the recovery code just written opens nothing. Destroy it, then start again.
cli-purge-record-unwritten = The purge is done, but its record could not be written in the file asked for. It is given here, on standard output: keep it.
cli-protect-done = The workspace is protected. The recovery code is written in { $path }: print it, keep it away from this computer, then delete this file.
cli-unprotect-done = The workspace is not protected any more: whoever can copy its folder can read it.
cli-account-added = Account “{ $name }” added.
cli-account-removed = Account “{ $name }” removed. The key of the workspace stays the same.

## What was entered at the desk
cli-entries-none = Nothing was entered at the desk.
cli-entries-line = { $number } · { $file } · { $said } · { $came }
cli-withdraw-done = Operation no. { $operation }: the entry { $number } is withdrawn.
entry-said-derogation = Derogation { $level }: { $state }, { $by }{ $on }{ $reference }
entry-said-on = , on { $on }
entry-said-reason = {" "}({ $reason })
entry-said-reference = {" "}({ $reference })
entry-said-document = Document “{ $piece }”: { $state }{ $reason }{ $until }
entry-said-until = , valid until { $until }
entry-said-note = Note: { $text }
entry-came = entered by { $who } on { $at }
