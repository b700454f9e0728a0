## Backups and rescue, in the window

ui-nav-backups = Backups
ui-action-backup = Back up now
ui-task-backing-up = Backing up
ui-task-verifying = Verifying
ui-task-comparing = Comparing
ui-task-restoring = Restoring
ui-task-salvaging = Salvaging

ui-backups-text = Guichet backs the workspace up by itself: when it is opened, every thirty minutes of work, before each import, undo or restore, and when it is closed. Each backup is read again before it counts.
ui-backups-complete = Everything done is backed up.
ui-backups-behind = Operations were done since the last backup.
ui-backups-none = No backup
ui-backups-none-text = The first one will be made before the next import.
ui-backups-at = Made
ui-backups-why = Why
ui-backups-files = Files
ui-backups-size = Size
ui-backups-state = State
ui-backups-acts = Actions
ui-backups-megabytes = { $count } MB
ui-backups-sound = Sound
ui-backups-not-read = Checked when it was made
ui-backups-unsound = Unusable
ui-backups-verify = Verify
ui-backups-verify-of = Verify the backup of { $at }
ui-backups-restore = Restore…
ui-backups-restore-of = Restore the backup of { $at }…
ui-backups-done = Backup made and verified.
ui-backups-failed = The last automatic backup could not be made or copied.
ui-backups-failed-short = Backup failed
ui-backups-keeping = What is kept
ui-backups-rule = Kept are: all those of 48 hours, then one a day for 7 days, one a week for 5 weeks, one a month for 12 months, within the room chosen. The last good one is never removed.
ui-backups-quota = Room at most, in MB
ui-backups-quota-keep = Save
ui-backups-quota-kept = The limit is saved.
ui-backups-place = Second place
ui-backups-place-none = None. An external disk or a network share also protects against a failure of this computer.
ui-backups-place-choose = Choose a folder…
ui-backups-place-forget = Copy there no more
ui-backups-place-unprotected = A passphrase is needed first: without one, a copy put elsewhere could be read by whoever finds it.

ui-restore-title = Restore a backup
ui-restore-what = Backup of { $at }, { $reason }
ui-restore-same = It holds the same data as the workspace: restoring would change nothing in them.
ui-restore-lost = { $count ->
        [one] One operation done since would be taken back:
       *[other] { $count } operations done since would be taken back:
    }
ui-restore-regained = { $count ->
        [one] One operation would come back:
       *[other] { $count } operations would come back:
    }
ui-restore-kept = The present state is first kept in a backup: this restore can be undone the same way.
ui-restore-keep = Change nothing
ui-restore-confirm = Restore
ui-restore-administer = Restoring also takes back what others decided: it takes the role “administering”. Ask an administrator of the workspace.
ui-restored = Backup restored. The state of before is kept among the backups.

ui-rescue-title = This workspace does not open
ui-rescue-untouched = Here is what you can do.
ui-rescue-restore = Restore the last sound backup
ui-rescue-restore-text = Backup of { $at }, { $reason }. The damaged files are kept aside.
ui-rescue-restore-none = No sound backup was found in this workspace.
ui-rescue-unsound = { $count ->
        [one] One more recent backup cannot be used.
       *[other] { $count } more recent backups cannot be used.
    }
ui-rescue-salvage = Salvage what can be read
ui-rescue-salvage-text = The data that can be read are copied into a new workspace. The damaged one is not touched.
ui-rescue-folder = Open the folder
ui-rescue-folder-text = To show it to the person in charge of the computer, or to keep a copy of it.
ui-rescue-leave = Go on without it
ui-rescue-leave-text = Back to the choice of a workspace. The damaged one stays as it is.
ui-rescue-restored = Workspace restored.
ui-rescue-salvaged = Workspace salvaged.

## Purge and last backup

ui-task-purge-preview = Looking for what would be erased…
ui-task-purging = Purging…
ui-task-record = Writing the record…
ui-record-saved = The record was written.
ui-purge-person = Purge this person…
ui-last-backup = Last backup { $at }
ui-purge-unfinished-short = Purge to finish
