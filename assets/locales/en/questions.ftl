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
question-header-row-likely = No row of this sheet holds known headers; this one looks like it. Is it the right one? Name the row of the headers, or leave the sheet out.
question-kind = Is this sheet the year’s list of registrations, or a history? Nothing tells; it is read as a list of registrations.
question-hidden-sheet = The spreadsheet program hides this sheet. Does it count?
question-hidden-rows = { $count ->
    [one] The spreadsheet program hides one row of this sheet. Does it count?
   *[other] The spreadsheet program hides { $count } rows of this sheet. Do they count?
}
question-column = Is the column “{ $header }” the “{ $field }”?
question-missing = This sheet is read as { $kind }, but nothing in it says: { $missing }. Name the column that holds it, or give one value for all rows.
question-duplicate = Which of these columns is “{ $field }”: { $headers }?
question-date-order = In the column “{ $header }”, is the day written before the month, or after? Nothing makes it certain.
question-value = { $count ->
    [one] What does “{ $value }” mean in the column “{ $header }” (one cell)?
   *[other] What does “{ $value }” mean in the column “{ $header }” ({ $count } cells)?
}
