# What the use cases say themselves.

app-demo-name = Fictitious office
app-progress-reading = Reading {$file} ({$index}/{$count})
app-journal-create = Workspace “{$label}” created
app-journal-import = Import of {$label}
app-journal-setting = Setting changed: {$label}
app-report-file = validation-report-{$day}.xlsx
app-setting-rulebook = rulebook
app-setting-as-of = as-of date
app-yes = yes
app-no = no
