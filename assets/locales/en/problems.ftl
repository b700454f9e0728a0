# What is wrong with a file, a sheet or a cell. The place (file, sheet, cell) is shown apart.

# Files
problem-unreadable = This file cannot be opened. Check that it still exists, that you may read it and that no other program has it open.
problem-password = This file is protected by a password. Open it in your spreadsheet program, save a copy without password and use that copy.
problem-corrupt = This file is damaged or incomplete. Ask for a new copy, or open it in your spreadsheet program and save it again as xlsx.
problem-too-large = This file passes the reading limits (100 MB, 5 million cells, one minute). Save only the rows you need in a new workbook.
problem-too-large-parts = This file is made of more than { $limit } parts, many more than a workbook has. Open it in your spreadsheet and save only the sheets you need in a new workbook.
problem-too-large-inflated = This file inflates to more than { $limit } MB, or beyond all proportion to its size. Open it in your spreadsheet and save only the rows you need in a new workbook.
problem-too-large-sheets = This file has more than { $limit } sheets. Save only the sheets you need in a new workbook.
problem-too-large-cells = This file has more than { $limit } filled cells. Save only the rows you need in a new workbook.
problem-too-large-grid = This file has more rows or columns ({ $limit }) than a spreadsheet shows. Check its separator, or ask for a smaller extract.
problem-too-large-text = A cell or a line of this file is too long to be data (more than { $limit } MB). Check that it is a table, and ask for a new extract.
problem-old-format = This file is in a format too old to be read. Open it in your spreadsheet program and save it as xlsx.
problem-not-a-spreadsheet = This file is not a table, whatever its name. Choose a workbook (xlsx, xls, xlsb, ods) or a CSV file.
problem-unsupported = This table is saved in a format that is not read (SYLK, Numbers, web page in several files, archive of workbooks or other). Open it in your spreadsheet program and save it as xlsx; extract the files of an archive first.
problem-empty = This file holds no row. Check that the extract is complete.
problem-file-twice = This file was chosen twice (also under the name “{ $other }”). It was taken once; there is nothing to do.
problem-name-misleads = The name of this file does not say what it holds ({ $format }). It was read by its content; nothing is to be done if it is the file you expected.
format-xlsx = xlsx workbook
format-xlsb = xlsb workbook
format-xls = xls workbook
format-ods = ods workbook
format-fods = OpenDocument workbook
format-spreadsheetml = XML workbook of Excel 2003
format-html = web page
format-mhtml = web page in one file
format-zip = archive of CSV files
format-csv = CSV text
encoding-windows-1252 = Windows-1252 (Excel in French)
encoding-macintosh = Mac Roman (old Macs, Excel for Mac)
problem-encoding-mixed = This text mixes two encodings. Each line was read by its own accents, for example: { $samples }. Check these names; if they are wrong, ask for an extract in UTF-8.
problem-encoding-doubtful = The encoding of this text is not certain: { $samples } could also read { $others }. Check these names; if they are wrong, save the file as UTF-8.
problem-code-page-unknown = The code page of this workbook is not known. Its texts were read as those of Windows. Check the accents of a few names; if they are wrong, open the file in your spreadsheet program and save it as xlsx.
problem-letters-restored = { $count ->
    [one] One cell held accents damaged by a conversion (é written as two signs)
   *[other] { $count } cells held accents damaged by a conversion (é written as two signs)
}; they were restored, for example: { $samples }. Check these names, or ask for a new extract.
problem-letters-lost = { $count ->
    [one] A letter was lost in cell { $cells }
   *[other] Letters were lost in { $count } cells (from { $cells })
} before this file came here; they are shown as “?”. Ask for a new extract, or correct these cells.
problem-nul-characters = { $count ->
    [one] One cell held null characters
   *[other] { $count } cells held null characters
}; they were taken out. If the file was copied or sent, check that it is complete.
problem-text-cut = The text of this cell passes { $limit } characters and was cut. Check that it holds one piece of data only.
problem-member-ignored = The file “{ $name }” of this archive is not a CSV file and was not read. If it holds useful data, extract it and choose it by itself.
problem-reader-missing = The program that reads files could not start. Reinstall the application; the file is not at fault.
problem-reading-cancelled = Reading this file was interrupted. Start again to take it into account.
problem-file-changed = This file changed while it was read. Save it, close it and start again.

# Sheets
problem-no-header = No row of this sheet holds enough known headers. Check the header row, or say what the sheet contains.
problem-sheet-unreadable = This sheet is damaged and was not read. Open the file in your spreadsheet program, check the sheet and save again.
problem-sheet-empty = This sheet holds no row below its headers. Nothing was read from it; check that this is what you expected.
problem-sheet-ignored = This sheet is of no known kind and was left aside. If it holds useful data, check its headers.
problem-sheet-without-cells = This sheet is a chart, a dialog or a macro: it holds no cell to read and was left out.
problem-columns-many = { $count } columns of this sheet hold something, more than the { $limit } of an extract. All were read. Check that it is the right file, and keep only the columns you need.
problem-hidden-sheet = This sheet is hidden in the spreadsheet program; it was read like the others. Delete it from the file if it should not count.
problem-hidden-rows = { $count ->
    [one] One row hidden in the spreadsheet program (row { $first }) was read like the others. Delete it from the file if it should not count.
   *[other] { $count } rows hidden in the spreadsheet program (from row { $first }) were read like the others. Delete them from the file if they should not count.
}
problem-hidden-rows-filtered = { $count ->
    [one] A filter is set on this sheet: one hidden row (row { $first }) was read like the others. Delete it from the file if it should not count.
   *[other] A filter is set on this sheet: { $count } hidden rows (from row { $first }) were read like the others. Delete them from the file if they should not count.
}
problem-hidden-columns = { $count ->
    [one] One column hidden in the spreadsheet program (column { $first }) was read like the others. Show it to check it, or delete it from the file.
   *[other] { $count } columns hidden in the spreadsheet program (from column { $first }) were read like the others. Show them to check them, or delete them from the file.
}
problem-merged-cells = { $count ->
    [one] Cells are merged below the headers (from { $first }). Only the first one holds the value; the others are read as empty. Unmerge them and repeat the value on each row.
   *[other] { $count } groups of cells are merged below the headers (from { $first }). Only the first cell of each holds the value; the others are read as empty. Unmerge them and repeat the value on each row.
}
problem-macros-ignored = This file contains macros. They were not run; only the saved values were read.
problem-links-ignored = This file takes data from other files or from a connection. Nothing was looked for elsewhere; the values read are those last saved. Refresh it in your spreadsheet program if needed.
problem-not-to-the-norm = This content is not written as the norm of the xlsx format says. It was read in another way; hidden rows and columns are not told. Open the file in your spreadsheet program and save it again.

# Columns
problem-column-missing = This sheet was recognised as { $kind }, but a column is missing: { $missing }. Add it or correct its header; the sheet was not taken into account.
problem-column-duplicate = Several columns stand for the same field “{ $field }”: { $headers } ({ $cells }). None was chosen. Keep one of them or rename the others.
problem-column-unknown = The column “{ $header }” is not known. Its text is kept as it is and not checked; correct the header if it should be.
problem-column-unnamed = Column { $column } has no header and { $count ->
    [one] one cell
   *[other] { $count } cells
} below it. Its text is kept as it is and not checked; write its header if it should be.
problem-column-dropped = The column “{ $header }” holds data that must not be kept here. It was not read; remove it from your extracts.
problem-column-likely = The column “{ $header }” is not known, but looks like: { $likely }. Its text is kept as it is; say what it is, or correct its header.
problem-column-withheld = Column { $column } holds social-security or bank account numbers, which must not be kept here. It was not read; take it out of your extracts.
problem-value-withheld = { $count ->
    [one] Cell { $cells } holds a social security or bank account number, which must not be kept here. It was replaced by “•••”; remove it from your files.
   *[other] { $count } cells (from { $cells } on) hold social security or bank account numbers, which must not be kept here. These numbers were replaced by “•••”; remove them from your files.
}
problem-several-tables = This sheet holds { $count } tables, whose headers are in rows { $rows }. Each was read by itself.
problem-table-ignored = This table, beside another one on the same sheet, is not of a known kind and was left out. If it holds useful data, check its headers.
problem-rows-left-out = { $count ->
    [one] Row { $rows } is a title, a total or a page footer
   *[other] { $count } rows are titles, totals or page footers (from { $rows } on)
}; nothing of it was kept. Check that no student stands there.
problem-need-person = student number, INE, or birth name with given name and birth date
problem-need-level = level or programme code
problem-kind-roster = a list of registrations
problem-kind-history = a history of registrations
problem-kind-certificates = a list of CVEC certificates
problem-kind-documents = a list of supporting documents
problem-kind-requests = a list of requests
problem-kind-cvec-states = CVEC control results

# Values
problem-value-unreadable = “{ $value }” could not be read in the column “{ $header }”. { $expected }
problem-value-unreadable-more = { $count ->
    [one] One more cell of the column “{ $header }” could not be read. Correct it like the ones before.
   *[other] { $count } more cells of the column “{ $header }” could not be read. Correct them like the ones before.
}
problem-expected-date = Write a whole date, for example 23/05/2004, and give the cell a date format.
problem-expected-amount = Write an amount in euros, for example 170.00.
problem-expected-flag = Write yes or no.
problem-expected-no-error = The cell holds a spreadsheet error. Correct its formula or type the value.
problem-expected-result = The result of the formula is not saved. Open the file in your spreadsheet program and save it again.
problem-expected-digits = A spreadsheet keeps fifteen digits of a number: the last ones are lost. Ask for an extract in which this column is text, or type it as text.
problem-error-cell = This cell holds a spreadsheet error; it has no value. Correct its formula or type the value.
problem-not-calculated = This formula is not calculated. Open the file in your spreadsheet program and save it again.
problem-quote-unclosed = A quotation mark opened on this line is never closed. The line was read by itself, quotation mark included; correct it in the file.
problem-date-order-mixed = The column “{ $header }” mixes two orders of date: month first in { $month_first }, day first in { $day_first }. None of its dates was read. Put the whole column in day/month/year order.
problem-date-order-doubtful = In the column “{ $header }”, day and month can be read in both orders ({ $cells }), and another column writes the month first. None of these dates was read. Say their order, or give the cells a date format.
problem-date-order-taken = In the column “{ $header }”, some dates can only be read month first ({ $month_first }) and none only day first: those that can be read in both orders (from { $either } on) were read month first too. Check one of them, and say the order if it is wrong.
problem-value-unmapped = { $count ->
    [one] “{ $value }” is not a known value of the column “{ $header }” (cell { $cells }). The check that rests on it cannot tell; correct the value or say what it stands for.
   *[other] “{ $value }” is not a known value of the column “{ $header }” ({ $count } cells, from { $cells }). The checks that rest on it cannot tell; correct these values or say what they stand for.
}
problem-code-contradicted = { $count ->
    [one] In the column “{ $header }”, the code in cell { $cells } says something else than the label beside it. Neither was taken; correct the extract, or say what this code stands for.
   *[other] In the column “{ $header }”, { $count } codes (from { $cells } on) say something else than the labels beside them. Neither was taken; correct the extract, or say what these codes stand for.
}
problem-names-cut = { $count ->
    [one] In the column “{ $header }”, the name in cell { $cells } has more than { $limit } characters: only its beginning was kept. Check that the cell holds a name.
   *[other] In the column “{ $header }”, { $count } names (from { $cells } on) have more than { $limit } characters: only their beginnings were kept. Check that these cells hold names.
}
problem-date-order-assumed = In the column “{ $header }”, { $count } dates can be read in two ways (from { $cells } on), and none tells which. The day was read before the month; if it is the other way round, say so.
problem-birth-date-doubtful = { $count ->
    [one] In the column “{ $header }”, a birth date is implausible (cell { $cells }). It is kept
   *[other] In the column “{ $header }”, { $count } birth dates are implausible (from { $cells } on). They are kept
} as read; compare with the identity document and correct the file.
problem-mapping-unused = Line { $line } of the mapping file: no file has a header “{ $text }”. Check its spelling, or take the line out.
problem-mapping-unused-column = Line { $line } of the mapping file: no file has a header in a column { $text }. Check the letter, or take the line out.
problem-mapping-unused-value = Line { $line } of the mapping file: no cell holds “{ $text }” in a column of this field. Check the value, or take the line out.
problem-ine-damaged = { $count ->
    [one] In the column “{ $header }”, the INE in cell { $cells } is damaged: a spreadsheet probably took it for a number and removed zeros, digits or its key. The cell’s text is kept and nothing is completed; ask for an extract in which this column is text.
   *[other] In the column “{ $header }”, { $count } INE (from { $cells } on) are damaged: a spreadsheet probably took them for numbers and removed zeros, digits or their keys. The cells’ texts are kept and nothing is completed; ask for an extract in which this column is text.
}
problem-zeros-lost = { $count ->
    [one] In the column “{ $header }”, a number ({ $cells }) has fewer digits than the texts that begin with zero there: a spreadsheet probably took its zeros away. It is kept as it is; ask for an extract where this column is text.
   *[other] In the column “{ $header }”, { $count } numbers (from { $cells }) have fewer digits than the texts that begin with zero there: a spreadsheet probably took their zeros away. They are kept as they are; ask for an extract where this column is text.
}
problem-contact-doubtful = { $count ->
    [one] In the column “{ $header }”, the cell { $cells } does not hold one address, or a number as text. It is kept as it is; check it before writing or calling.
   *[other] In the column “{ $header }”, { $count } cells (from { $cells }) do not hold one address, or a number as text. They are kept as they are; check them before writing or calling.
}
problem-scripts-mixed = { $count ->
    [one] In the column “{ $header }”, the name in cell { $cells } is not what it looks like: it mixes two scripts or holds invisible marks. It is matched with no name that resembles it; type it again.
   *[other] In the column “{ $header }”, { $count } names (from { $cells }) are not what they look like: they mix two scripts or hold invisible marks. They are matched with no name that resembles them; type them again.
}

# Rows
problem-cells-beyond-headers = { $count ->
    [one] Row { $rows } has cells right of the last header (column { $column })
   *[other] { $count } rows (from { $rows } on) have cells right of the last header (column { $column })
}. What is beyond is kept as it is, unchecked; make sure that no separator too many has shifted the data there.
problem-row-without-key = { $count ->
    [one] Row { $rows } says of nobody
   *[other] { $count } rows say of nobody (rows { $rows })
}: no student number, no INE, no birth name with given name and birth date. Complete or delete.
problem-persons-missing = This sheet names persons only by the internal code of your program (“{ $header }”). Choose together with it the extract that says who they are, such as INDIVIDU of Apogée; the sheet was not taken into account.
problem-persons-alone = This sheet only says who the persons are, not what they are registered for. Choose together with it the extract of their registrations, such as INS_ADM_ETP of Apogée; the sheet was not taken into account.
problem-persons-joined = { $count ->
    [one] One person of this sheet completes
   *[other] { $count } persons of this sheet complete
} { $files } by the column “{ $header }”.
problem-persons-disagree = { $count ->
    [one] Row { $rows } names by its code a person to whom the other extract gives
   *[other] { $count } rows (rows { $rows }) name by their codes persons to whom the other extract gives
} another student number, another INE or another birth date. Nothing was taken over; check which of the two extracts is right.
problem-ine-key-shortened = { $count ->
    [one] The INE of line { $rows } has nine digits and only one letter of its key
   *[other] { $count } INEs (lines { $rows }) have nine digits and only one letter of their key
}, where this form has two: the extract cut the column. Nothing was completed; ask for a column of two characters, or for the whole INE in one column.
problem-person-code-unknown = { $count ->
    [one] Line { $rows } names a person by an internal code that no file explains
   *[other] { $count } lines (lines { $rows }) name persons by an internal code that no file explains
}. Complete the extract of persons; nothing was taken from them.
problem-row-ambiguous = { $count ->
    [one] Row { $rows } could
   *[other] { $count } rows (rows { $rows }) could
} be about a person already known, and nothing tells which ({ $persons }). Nothing of it was taken into account; confirm the person when importing, or check the student number.
problem-row-unplaced = { $count ->
    [one] Row { $rows } could
   *[other] { $count } rows (rows { $rows }) could
} update several known facts of one person, and the sheet lacks the column that tells them apart. Nothing of it was taken into account; add the missing column to the file (year, level, programme code, date of the request…), then import it again.
problem-row-repeated = { $count ->
    [one] Row { $rows } repeats
   *[other] { $count } rows (rows { $rows }) repeat
} another row of the sheet but for typography (capitals, accents, spaces); it counts once. Check that the extract holds no duplicates.
problem-registration-twice = { $count ->
    [one] Row { $rows } registers
   *[other] { $count } rows (rows { $rows }) register
} one person a second time for the same programme, with other values: { $persons }. Both registrations were kept; if they are one, delete one of the two rows, otherwise add the column that tells them apart (programme code, programme…).
problem-number-reused = { $count ->
    [one] Row { $rows } gives
   *[other] { $count } rows (rows { $rows }) give
} a student number under which there is another person altogether, with another name and birth date: { $persons }. Check whether it was given again or mistyped, then correct the file.
problem-person-contradicted = { $count ->
    [one] Row { $rows } gives
   *[other] { $count } rows (rows { $rows }) give
} a person another identity than another row read at the same time: { $persons }. Nothing tells which is right; that of the other row was kept. Correct one of the two rows.
problem-values-contradict = { $count ->
    [one] Row { $rows } contradicts
   *[other] { $count } rows (rows { $rows }) contradict
} another sheet read at the same time, about the same file: { $persons }. Neither value was taken, and the checks that need it cannot tell. Correct one of the two sheets.
problem-person-corrected = { $count ->
    [one] Row { $rows } gives
   *[other] { $count } rows (rows { $rows }) give
} somebody known by the student number other names or another birth date: { $persons }. The identity is corrected; check that the number was not given to somebody else.
problem-person-other-name = { $count ->
    [one] Row { $rows } names
   *[other] { $count } rows (rows { $rows }) name
} by its INE a person known under another name: { $persons }. The INE was followed; check the identity.
problem-person-other-ine = { $count ->
    [one] Row { $rows } gives
   *[other] { $count } rows (rows { $rows }) give
} another INE to a person already known: { $persons }. Both INE were kept; check that it is the same person.
problem-person-reunited = { $count ->
    [one] Row { $rows } shows that this person, known until now from other files only, is
   *[other] { $count } rows (rows { $rows }) show that these persons, known until now from other files only, are
} the one of the roster: { $persons }. What those files said now belongs to their file; undoing the import separates them again.
problem-person-same-ine = { $count ->
    [one] Row { $rows } gives an INE that is
   *[other] { $count } rows (rows { $rows }) give an INE that is
} also another person’s: { $persons }. They stay apart; check the INE and the student number.
problem-person-same-name = { $count ->
    [one] Row { $rows } adds a person who has
   *[other] { $count } rows (rows { $rows }) add persons who have
} the name, given name and birth date of another: { $persons }. They stay apart; check whether they are homonyms or one person with two files.
problem-person-swapped-names = { $count ->
    [one] Row { $rows } adds a person who has
   *[other] { $count } rows (rows { $rows }) add persons who have
} the family and given names of another, swapped, and the same birth date: { $persons }. They stay apart; check whether one person has two files.
problem-person-use-name = { $count ->
    [one] Row { $rows } adds a person whose birth name or name in use is
   *[other] { $count } rows (rows { $rows }) add persons whose birth name or name in use is
} that of another, born on the same day with the same given name: { $persons }. They stay apart; check whether one person has two files.
problem-person-alike = { $count ->
    [one] Row { $rows } adds a person who is
   *[other] { $count } rows (rows { $rows }) add persons who are
} much like another (name cut or abbreviated, further given name, birth date close or missing): { $persons }. They stay apart; check whether one person has two files.
problem-row-unmatched = { $count ->
    [one] Row { $rows } is about a person who is
   *[other] { $count } rows (rows { $rows }) are about persons who are
} not in the list of registrations. Check who it is, or complete the list.
problem-row-against-entry = { $count ->
    [one] Row { $rows } contradicts
   *[other] { $count } rows (rows { $rows }) contradict
} what was entered at the desk: { $persons }. What was entered stands; check it in the file, and withdraw it if the extract is right.
problem-request-unattached = { $count ->
    [one] The request in row { $rows } is
   *[other] { $count } requests (rows { $rows }) are
} for a level at which the person has no registration. Check the level asked for.
