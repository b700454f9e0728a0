## Backups: what the program says of them

error-store-no-room = There is not enough room on the disk of { $path }: { $needed } MB are needed, { $free } are left. Nothing was written. Free some room, then try again.
error-store-no-such-backup = This workspace has no backup named “{ $name }”. Choose one from the list of backups.
error-store-backup-unsound = The backup “{ $name }” cannot be used: { $flaw } Nothing was changed. Choose another backup.

backup-flaw-record = its file backup.json is missing or was altered.
backup-flaw-altered = its file { $file } is missing or is not the one that was written.
backup-flaw-key = its database does not open with the workspace’s key.
backup-flaw-differs = its database does not hold what was copied ({ $detail }).
backup-flaw-damaged = its database is damaged ({ $detail }).
backup-flaw-before-purge = it is older than a purge and holds what was erased since. Destroy it.

backup-line = { $name } ({ $at }, { $reason }; { $files } files, { $entries } operations)
backup-line-unreadable = { $name } (unreadable)

backup-reason-opening = at opening
backup-reason-work = during work
backup-reason-before-import = before an import
backup-reason-before-undo = before an undo
backup-reason-before-migration = before an update of the database
backup-reason-before-restore = before a restore
backup-reason-closing = at closing
backup-reason-asked = on request

cli-backup-done = Backup made and verified: { $backup }, in { $folder }.
cli-verify-workspace = The workspace is sound: { $entries } operations in the journal, last hash { $head }.
cli-verify-older = Its database is of an older format (no. { $schema }). It was not changed; it will be brought up to date, a backup being made, the next time the workspace is opened.
cli-verify-sound = Sound backup: { $backup }.
cli-verify-unsound = Unusable backup: { $backup }; { $why }
cli-backup-failed = No backup could be made before this operation: { $why }

error-store-behind = The database { $path } stops at operation { $reached }, though operation { $known } had been done: the end of its write-ahead log is lost or damaged, or an older copy took its place. Nothing was changed. Restore a backup, or salvage what can be read.
error-store-cut-back = The database { $path } does not hold all that the backup “{ $backup }” of the same workspace holds: its journal goes as far as operation no. { $reached }, the backup’s as far as operation no. { $known }, and it does not continue it. An older copy took the place of the database. Nothing was changed. Put the backup back, or save what can be read.
error-store-not-here = A workspace cannot be opened in { $path }: { $elsewhere } Two computers could write there at once and damage the database. Put it on a disk of this computer; backups can go to that place.
error-store-backup-of-another = The backup “{ $name }” is another workspace’s. Nothing was changed. Choose another one.
error-store-nothing-readable = Nothing can be read of the database { $path }: its first page or its key is lost. The files were not touched. Restore a backup.
error-store-second-place-unprotected = Without a passphrase, a copy put elsewhere would hold its own key: whoever found it could read it. Nothing was copied there. Protect the workspace by a passphrase first.

elsewhere-network = it is a network folder ({ $kind }).
elsewhere-synchronised = it is a folder that { $program } copies to other computers.

app-journal-restore = Backup { $label } restored
app-journal-salvage = Workspace “{ $label }” salvaged: its database was damaged

error-needs-rescue = This workspace does not open. Nothing was changed: see what can be done.

restore-counts = { $what }: { $now } now, { $then } in the backup
restore-table-person = Persons
restore-table-registration = Files
restore-table-certificate = CVEC certificates
restore-table-past-registration = Past registrations
restore-table-request = Requests
restore-table-document = Documents
restore-table-source-file = Imported files
restore-drafts = Rulebooks being written: they would go back to what they are in the backup

backup-tested-sound = Test of { $at }: the backup of { $made } was restored apart and holds what had been copied.
backup-tested-unsound = Test of { $at }: the backup of { $made } could not be restored. Make a new backup and check the disk.

rescue-lacks = { $count ->
        [0] It lacks nothing: it holds all that had been done.
        [one] It lacks one operation done since.
       *[other] It lacks { $count } operations done since.
    }

salvage-name = { $name } (salvaged)
salvage-kept = Saved: { $persons } persons and { $files } files.
salvage-lost = { $gaps ->
        [0] Everything could be read
        [one] One stretch of the database could not be read
       *[other] { $gaps } stretches of the database could not be read
    }{ $astray ->
        [0] .
        [one] { " " }; one row depended on lost data and was left out.
       *[other] { " " }; { $astray } rows depended on lost data and were left out.
    } Import the last files again to complete it.
salvage-journal = { $entries ->
        [0] The journal is lost
        [one] One operation of the journal is kept
       *[other] { $entries } operations of the journal are kept
    }; the imports of before can no longer be undone.

cli-restore-same = The backup holds the same data as the workspace.
cli-restore-lost = Would be taken back: { $operation }, { $at }, { $what }
cli-restore-regained = Would come back: { $operation }, { $at }, { $what }
cli-restore-nothing = Nothing was changed. The backup “{ $backup }” is sound and can be restored.
cli-restore-done = Backup “{ $backup }” restored. The state of before is kept in the backup “{ $kept }”.
cli-restore-rescued = Backup “{ $backup }” restored. The damaged files are kept in the folder { $aside } of the workspace.
cli-restore-ask = Restore this backup (y/n)?
cli-restore-yes = y

backup-today = { $hour }
backup-before = { $at }
