# What the use cases say themselves.

app-demo-name = Scolarité fictive
app-progress-reading = Lecture de {$file} ({$index}/{$count})
app-journal-create = Création de l’espace « {$label} »
app-journal-import = Import de {$label}
app-journal-setting = Réglage modifié : {$label}
app-report-file = rapport-de-validation-{$day}.xlsx
app-setting-rulebook = règlement
app-setting-as-of = date de situation
app-yes = oui
app-no = non
