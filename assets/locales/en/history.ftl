# What was done in a workspace, and what of it can be undone.

error-store-cancelled = The import was stopped. Nothing of it was kept: the workspace is as before.
error-store-undo-refused = Operation { $operation } ({ $label }) was not undone: { $count ->
        [one] a later operation rests on it and must be undone first
       *[other] { $count } later operations rest on it and must be undone first
    }, in this order: { $depends }. Nothing was changed.
error-store-not-undoable = Operation { $operation } cannot be undone. { $reason } Nothing was changed.

undo-not-unknown = No operation of the history has this number.
undo-not-an-import = It changes no data of the files: there is nothing to undo.
undo-not-restored = It put a backup back. To undo that, put back the backup made just before it, whose name ends with “-before-restore”: on the Backups screen, or by “guichet-cli restore NAME --db FOLDER”.
undo-not-twice = It is undone already, by operation { $by }.
undo-not-kept = It was made by a version of Guichet that kept nothing to undo it with. To go back, import a corrected file or put back a backup.
undo-not-sealed = The workspace changed its format since: what was kept to undo it does not fit any more. To go back, import a corrected file or put back a backup.
undo-not-followed = Other operations followed it. Do again what was undone: import the files again, or take the decision again.
undo-not-altered = The data it wrote are not those it wrote any more. Put back a backup, or ask for support.

# An operation that rests on the one to undo.
undo-dependent = To be undone first: operation { $operation } ({ $label }){ $rows ->
        [0] , which reads the same files again.
        [one] , one row or decision of which says again, replaces or completes what this one brought.
       *[other] , { $rows } rows or decisions of which say again, replace or complete what this one brought.
    }

## A copy of the journal
journal-copy-whole =
    { $operations ->
        [one] This copy is the one the workspace gave: { $operations } operation, unchanged.
       *[other] This copy is the one the workspace gave: { $operations } operations, unchanged.
    } { $since ->
        [0] Nothing was done since.
        [one] { $since } operation followed.
       *[other] { $since } operations followed.
    }
restore-took-back = { $count ->
    [one] Operation no. { $last } (seal { $seal }), by { $who }, was taken back by this restoration or an earlier one.
   *[other] Operations no. { $first } to { $last } (seal { $seal }), by { $who }, were taken back by this restoration or an earlier one.
}
journal-copy-taken-back = { $count ->
    [one] This copy is the one the workspace gave. Operation no. { $last } was taken back since by a restoration, operation no. { $by } of the present journal.
   *[other] This copy is the one the workspace gave. Operations no. { $first } to { $last } were taken back since by a restoration, operation no. { $by } of the present journal.
}
journal-copy-entry = This copy is not the one the workspace gave: operation no. { $operation } is missing from it or was changed. Ask the workspace for a copy again.
journal-copy-end = This copy is not the one the workspace gave: its end is missing or was changed, so that operations may have been cut off. Ask the workspace for a copy again.
journal-copy-foreign = No line of this file comes from this workspace’s journal. Check that it is the right file and the right workspace.
