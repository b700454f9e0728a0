# The desk, the findings and the rulebook as the window shows them.

## Findings

app-no-programme = Sans formation
app-no-deadline = Sans échéance
app-no-source = Sans fichier d’origine
app-evidence-no-column = { $place } › pas de colonne « { $field } »
app-evidence-empty = { $place } (vide)
ui-nav-findings = Anomalies
ui-findings-search = Rechercher dans les anomalies
ui-findings-search-hint = Nom, numéro, INE ou formation
ui-findings-grid = Anomalies, par groupe
ui-findings-count =
    { $total ->
        [0] Aucune anomalie
        [one] { $total } anomalie
       *[other] { $total } anomalies
    } sur { $all } · { $files ->
        [0] aucun dossier
        [one] { $files } dossier
       *[other] { $files } dossiers
    }
ui-findings-by = Grouper par
ui-findings-by-rule = règle
ui-findings-by-programme = formation
ui-findings-by-deadline = échéance
ui-findings-by-source = fichier d’origine
ui-findings-fold = Tout replier
ui-findings-unfold = Tout déplier
ui-findings-in-group =
    { $count ->
        [0] anomalie
        [one] anomalie
       *[other] anomalies
    }
ui-findings-undecided =
    { $count ->
        [0] aucun indéterminé
        [one] dont { $count } indéterminé
       *[other] dont { $count } indéterminés
    }
ui-findings-facet-severities = Gravité
ui-findings-facet-outcomes = Constat
ui-findings-facet-codes = Règle
ui-findings-facet-programmes = Formation
ui-findings-facet-deadlines = Échéance
ui-findings-facet-sources = Fichier
ui-findings-none = Aucune anomalie
ui-findings-none-text = Les règles n’ont rien relevé dans les dossiers importés, ou tout ce qu’elles ont relevé a été levé.
ui-findings-no-match = Aucune anomalie ne correspond
ui-column-finding = Constat
ui-column-deadline = Échéance
ui-column-evidence = Preuve
ui-finding = Anomalie
ui-finding-content = Explication de l’anomalie
ui-finding-previous = Anomalie précédente
ui-finding-next = Anomalie suivante
ui-finding-close = Fermer l’explication
ui-finding-file = Ouvrir le dossier
ui-finding-rule = La règle en clair
ui-finding-gone = Cette anomalie ne figure plus dans le dossier.
