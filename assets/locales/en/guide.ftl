# Words of the paths through the fictitious workspace.

ui-guide = Get to know Guichet
ui-guide-text = Three paths of two minutes, on fictitious data: try anything, nothing is true.
ui-guide-start-blocked = A blocked file, and why
ui-guide-start-roster = Import an untidy list
ui-guide-start-date = Simulate another date
ui-guide-place = { $title }: step { $step } of { $steps }
ui-guide-back = Back
ui-guide-next = Next
ui-guide-end = Finish
ui-guide-leave = Leave the path
ui-guide-hide = Hide
ui-guide-remove = Remove the demonstration
ui-guide-blocked-list = These are the blocked files. Each row says the state of the file and what blocks it. “Next” opens the first.
ui-guide-blocked-file = To the right, the file. Each finding says why, which rule it applies, and what to do. F8 goes from one to the next.
ui-guide-blocked-proof = “Evidence” opens the extract of the sheet: the cell in question is framed, and the words of the page that the rule rests on are quoted.
ui-guide-blocked-decide = “Waive” sets a finding aside with a reason and your name. Try it, then undo by Ctrl+Z.
ui-guide-roster-read = A secretary’s list: titles above the headers, an unknown column, a total below. Guichet found the table and recognised its columns. It only asks what it does not know: here, what “ZZ” means.
ui-guide-roster-columns = Each column, its examples and the field recognised. That of the remarks is not known: it is kept as it is. Your answers serve again for the next file of the same shape.
ui-guide-roster-check = The plan: what would be new, changed, left out. Nothing is written yet. “Apply” does exactly that; the import is undone by its name afterwards.
ui-guide-date-choose = Write a date and an hour, or another rulebook. Nothing of what follows is kept. “Next” tries 1 December 2024.
ui-guide-date-result = The files that would change, with findings more and less. The striped banner reminds that this is a simulation.
ui-guide-date-back = “Next” leaves the simulation: the files are as before.
ui-task-demo-removing = Removing the demonstration…
