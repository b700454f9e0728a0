# Why a table of a file is not used
layout-empty = Nothing is written in it.
layout-damaged = It is damaged and could not be read.
layout-no-header = Its headers are not known.
layout-incomplete = A column it cannot do without is missing, or stands twice.
layout-only-persons = It only says who the persons of the other sheets are.
layout-answered = You left it out.
layout-no-cells = It holds a chart or macros, and no cell to read.

# What a person is asked about a table
question-header-row = Which row holds the headers of this sheet? Name it, or leave the sheet out.
question-missing = This sheet is read as { $kind }, but nothing in it says: { $missing }. Name the column that holds it, or give one value for all rows.
question-duplicate = Which of these columns is “{ $field }”: { $headers }?
question-date-order = In the column “{ $header }”, is the day written before the month, or after? Its dates contradict each other.
question-value = { $count ->
    [one] What does “{ $value }” mean in the column “{ $header }” (one cell)?
   *[other] What does “{ $value }” mean in the column “{ $header }” ({ $count } cells)?
}
