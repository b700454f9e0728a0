## Backups: what the program says of them

error-store-no-room = There is not enough room on the disk of { $path }: { $needed } MB are needed, { $free } are left. Nothing was written. Free some room, then try again.
error-store-no-such-backup = This workspace has no backup named “{ $name }”. Choose one from the list of backups.
error-store-backup-unsound = The backup “{ $name }” cannot be used: { $flaw } Nothing was changed. Choose another backup.

backup-flaw-record = its file backup.json is missing or was altered.
backup-flaw-altered = its file { $file } is missing or is not the one that was written.
backup-flaw-key = its database does not open with the workspace’s key.
backup-flaw-differs = its database does not hold what was copied ({ $detail }).
backup-flaw-damaged = its database is damaged ({ $detail }).

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
cli-verify-sound = Sound backup: { $backup }.
cli-verify-unsound = Unusable backup: { $backup }; { $why }
cli-backup-failed = No backup could be made before this operation: { $why }
