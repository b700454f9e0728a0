# The desk, the findings and the rulebook as the window shows them.

## Findings

app-no-programme = Without a programme
app-no-deadline = Without a deadline
app-no-source = Without a source file
app-evidence-no-column = { $place } › no column “{ $field }”
app-evidence-empty = { $place } (empty)
ui-nav-findings = Findings
ui-findings-search = Search the findings
ui-findings-search-hint = Name, number, INE or programme
ui-findings-grid = Findings, in groups
ui-findings-count =
    { $total ->
        [0] No finding
        [one] { $total } finding
       *[other] { $total } findings
    } of { $all } · { $files ->
        [0] no file
        [one] { $files } file
       *[other] { $files } files
    }
ui-findings-by = Group by
ui-findings-by-rule = rule
ui-findings-by-programme = programme
ui-findings-by-deadline = deadline
ui-findings-by-source = source file
ui-findings-fold = Collapse all
ui-findings-unfold = Expand all
ui-findings-in-group =
    { $count ->
        [0] finding
        [one] finding
       *[other] findings
    }
ui-findings-undecided =
    { $count ->
        [0] none undecided
        [one] of which { $count } undecided
       *[other] of which { $count } undecided
    }
ui-findings-facet-severities = Severity
ui-findings-facet-outcomes = Outcome
ui-findings-facet-codes = Rule
ui-findings-facet-programmes = Programme
ui-findings-facet-deadlines = Deadline
ui-findings-facet-sources = File
ui-findings-none = No finding
ui-findings-none-text = The rules found nothing in the imported files, or all they found was waived.
ui-findings-no-match = No finding matches
ui-column-finding = What
ui-column-deadline = Deadline
ui-column-evidence = Evidence
ui-finding = Finding
ui-finding-content = Explanation of the finding
ui-finding-previous = Previous finding
ui-finding-next = Next finding
ui-finding-close = Close the explanation
ui-finding-file = Open the file
ui-finding-rule = The rule in words
ui-finding-gone = This finding is no longer in the file.
