# What the use cases say themselves.

app-demo-name = Schooling office 2024-2025 (demonstration)
app-progress-reading = Reading {$file} ({$index}/{$count})
app-journal-create = Workspace “{$label}” created
app-journal-import = Import of {$label}
app-journal-setting = Setting changed: {$label}
app-report-file = validation-report-{$day}.xlsx
