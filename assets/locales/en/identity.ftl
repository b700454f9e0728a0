# Recognising a person: what brings a row and a file together, and what sets them apart.

person-then-now = { $then } → { $now }
person-and-person = { $one } and { $other }
values-contradiction = { $field } “{ $value }” ({ $cell }) or “{ $other }” ({ $place })
row-beside = other data than row { $row }
person-candidate = { $who }: { $because }
person-candidate-against = { $candidate }, but { $against }
person-label = { $name } ({ $details })

likeness-student-number = same student number
likeness-ine = same INE
likeness-name-and-birth-date = same birth name, given name and birth date
likeness-shortened-number = same student number but for the zeros before it
likeness-shortened-ine = same INE, but one side lacks the key or its last letter
likeness-use-name = one’s name in use is the other’s birth name; same given name, same birth date
likeness-swapped-names = family and given names swapped; same birth date
likeness-given-names = same name, same birth date; several given names on one side, one of them on the other
likeness-shortened-name = family or given name cut (30 or 20 characters); all else is the same
likeness-abbreviated-name = a word of the name is abbreviated or missing (ST for SAINT, particle); all else is the same
likeness-close-birth-date = same names; one digit of the birth date differs, or day and month are swapped
likeness-no-birth-date = same names; one side has no birth date

difference-student-number = different student numbers
difference-ine = different INE
difference-birth-name = different birth names
difference-given-name = different given names
difference-birth-date = different birth dates
