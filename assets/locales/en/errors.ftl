# errors

error-store-not-a-workspace = { $path } is not a Guichet workspace: its file workspace.guichet is missing, or its database is another application’s. Choose the folder that holds workspace.guichet, or create a workspace.
error-store-folder-not-empty = The folder { $path } is not empty: no workspace was created in it. Choose an empty folder or a new name.
error-store-descriptor-damaged = The file { $path } is missing or cannot be understood: it was removed, altered or cut short. Nothing was changed. Put back a copy of this file from a backup of the folder.
error-store-protection-unknown = The key of this workspace is protected in a way this version does not know ({ $wrapping }). Nothing was changed. Open it with a newer version of Guichet.
error-store-passphrase-needed = This workspace is protected by a passphrase. Type it to open the workspace.
error-store-account-needed = Several accounts open this workspace. Give the name of the account besides the passphrase.
error-store-passphrase-wrong = The account or the passphrase is not right. Check the keyboard and the capitals, then try again; the printed recovery code opens the workspace too.
error-store-accounts-altered = The list of accounts of this workspace was changed outside Guichet: no role in it is safe, and the workspace was not opened. Put back the file workspace.guichet of a backup, or open the workspace with the recovery code: only the account you name will be kept.
error-store-recovery-none = This workspace has no recovery code. Open it with the passphrase of an account.
error-store-recovery-wrong = This recovery code is well typed, but it does not open this workspace: it is that of another workspace, or a former one. Look for the sheet printed last.
error-store-memory-short = The computer has not enough free memory to check the passphrase. Nothing was changed. Close other applications, then try again.
error-store-account-there = An account already has the name “{ $name }”. Choose another name.
error-store-account-gone = No account has this name. Check the list of accounts.
error-store-account-name = This account name will not do: it takes 1 to 60 characters, with at least one letter or digit.
error-store-account-in-use = This account has the workspace open: it can neither be removed by itself nor change its own role. Ask another administrator.
error-store-last-administrator = At least one administrator account must stay. Give that role to another account first.
error-store-not-protected = This workspace has no accounts. Choose a passphrase first.
error-store-newer = This workspace was written by a newer version of Guichet (format { $found }; this version knows up to { $known }). Nothing was changed. Install the newer version on this computer.
error-store-database-missing = The database { $path } is missing. No empty one was put in its place. Restore a backup.
error-store-key-refused = The database { $path } does not open with the key of its workspace: it comes from another workspace, or is wholly damaged. Nothing was changed. Restore a backup, or put back data.db and workspace.guichet of one same folder.
error-store-damaged = The database { $path } is damaged. Nothing was changed. Restore a backup: the damaged files are then kept aside. Technical detail: { $detail }.
error-store-journal-altered = The journal of { $path } is not as Guichet wrote it, from operation no. { $operation } on: an entry was changed, removed or added from outside. Nothing was changed. Tell the person in charge, then restore a backup: the altered files are then kept aside.
error-store-locked = This workspace is already open{ $knows-user ->
        [yes] { " " }by { $user }
       *[no] { "" }
    }{ $knows-host ->
        [yes] { " " }on the computer { $host }
       *[no] { " " }in another window or on another computer
    }{ $knows-since ->
        [yes] , since { $since }
       *[no] { "" }
    }. Close it there, then try again.
error-store-plan-outdated = The workspace changed since this preview was shown: nothing was imported. Start the import again to see an up-to-date preview.
error-store-file = { $path } could not be read or written: { $cause }. Check that the disk has room and that you may write there, then try again.
error-store-database = The database refused the operation: { $cause }. Nothing of it was kept. Try again; if it happens again, keep the folder and ask for support.

## Rulebooks

error-rulebook-unknown = No rulebook has the id {$id}. The command "rulebook list" shows those that exist.
error-rulebook-circle = The rulebook {$id} lies, through others, on itself.
error-rulebook-form = Line {$line}: the file is not a well-formed rulebook ({$detail}).
error-rulebook-entry = Line {$line}, {$key}: {$fault}.
error-rulebook-duplicate = this key stands twice
error-rulebook-document = the document cited "{$value}" is not in the list of documents
error-rulebook-instant = "{$value}" is neither a date nor an instant (2024-07-01 or 2024-07-01T14:00)
error-rulebook-level = "{$value}" is not a known level
error-rulebook-value = "{$value}" is not a known value of this field
error-rulebook-closes-first = a window closes before it opens
error-rulebook-order = the windows overlap or are not in order
error-rulebook-no-name = no name by which a document is recognised
error-rulebook-no-interval = neither an interval nor "no_date = true", or both
error-rulebook-value-or-unset = either a value or "unset = true" is needed
error-rulebook-not-cited = the source is missing: a document, where to read in it, and the sentence quoted or a remark are needed
error-rulebook-shape = the value {$value} should be {$shape}
rulebook-shape-cents = an amount in cents, without decimals
rulebook-shape-number = a whole number
rulebook-shape-word = a word
rulebook-shape-one-of = one of these words ({$words})
rulebook-shape-words = a list of words
rulebook-shape-day = a day of the year, month then day (09-01)
rulebook-shape-moment = a date or an instant (2024-07-01 or 2024-07-01T14:00)
rulebook-shape-share = a part (1/3)

## Use cases

error-rulebook-file = The file {$path} cannot be used as a rulebook. {$detail}
error-file = The file {$path} could not be read or written ({$detail}). Check that it exists, that it is not open elsewhere and that the folder is accessible.
error-out-in-workspace = { $path } is in the folder of a workspace: writing there could destroy that workspace. Nothing was done. Choose another place.
error-out-is-read = { $path } is one of the files being read: writing there would lose it. Nothing was done. Choose another place.
error-no-workspace = No workspace is open. Open one, or create one.
error-gone = This is not available any more. Go back to the list, then try again.
error-cancelled = Stopped. Nothing was changed.
error-not-a-command = Command or arguments not understood: {$detail}.
error-not-an-instant = "{$value}" is not an instant. Write for example 2024-09-21T12:00.
error-not-a-list-file = The name “{ $path }” does not tell the format of the list. It must end in .xlsx or .csv.
error-name-missing = Give the workspace a name.
error-no-entropy = The computer gave no random number for the key ({$detail}). The workspace was not created.
error-mapping = The mapping file {$path} is not understood, line {$line}: {$detail}. Nothing was read.
error-answer-not-a-value = This fact cannot have this value. Choose another, or leave it empty.
error-answer-sensitive = This column holds something that must not be kept here: it can serve for nothing else.
error-answer-no-such-place = There is no such row, column or table in the file. Check the number.
error-busy = Another task is under way. Wait until it ends, or stop it.

## Who may open a workspace

error-shut = This workspace is locked. Type the passphrase to open it.
error-not-allowed = Your account does not allow this: it takes the role “{ $role }”. Nothing was changed. Ask somebody who has it, or an administrator of the workspace.
error-too-soon = After a mistake one has to wait before trying again: { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
} more.
error-code-mistyped = This recovery code holds a typing error. Read it again: seven groups of four letters or digits, without I, L, O or U.
error-not-own-passphrase = The present passphrase is not right. Nothing was changed. Check the keyboard and the capitals, then try again.
error-passphrase-file = The file { $path } has no passphrase on its first line. Write it on that line, alone.

## Why the system refused: words in the middle of a sentence

cause-disk-full = there is no room left on the disk
cause-quota = the room you are allowed on this disk is used up
cause-refused = the system gives no access to it
cause-read-only = the disk can only be read
cause-not-found = the file or folder does not exist
cause-in-use = another program uses it
cause-disk-failed = the disk failed (input/output error)
cause-other = { $detail }
error-decided-later = The derogation is dated { $on }, after the situation date ({ $day }). Nothing was changed. Correct the date.
error-end-past = The waiver would end on { $until }, before the situation date ({ $day }): it would have expired already. Nothing was changed. Choose a date to come, or none.
error-note-missing = The note is empty. Nothing was changed. Write what is to be remembered.
error-no-such-entry = No entry of the desk has the number { $number }. Nothing was changed. The command “decide --list” gives the numbers.
