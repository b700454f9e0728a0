# Reconnaître une personne : ce qui rapproche une ligne d’un dossier, et ce qui les sépare.

person-then-now = { $then } → { $now }
person-and-person = { $one } et { $other }
values-contradiction = { $field } « { $value } » ({ $cell }) ou « { $other } » ({ $place })
row-beside = données différentes de la ligne { $row }
person-candidate = { $who } : { $because }
person-candidate-against = { $candidate }, mais { $against }
person-label = { $name } ({ $details })

likeness-student-number = même numéro étudiant
likeness-ine = même INE
likeness-name-and-birth-date = mêmes nom de naissance, prénom et date de naissance
likeness-shortened-number = même numéro étudiant aux zéros de tête près
likeness-shortened-ine = même INE, mais la clé ou sa dernière lettre manque d’un côté
likeness-use-name = le nom d’usage de l’un est le nom de naissance de l’autre ; même prénom, même date de naissance
likeness-swapped-names = nom et prénom inversés ; même date de naissance
likeness-given-names = même nom, même date de naissance ; plusieurs prénoms d’un côté, l’un d’eux de l’autre
likeness-shortened-name = nom ou prénom coupé (30 ou 20 caractères) ; le reste est identique
likeness-abbreviated-name = un mot du nom est abrégé ou manque (ST pour SAINT, particule) ; le reste est identique
likeness-close-birth-date = mêmes nom et prénom ; un chiffre de la date de naissance diffère, ou le jour et le mois sont inversés
likeness-no-birth-date = mêmes nom et prénom ; la date de naissance manque d’un côté

difference-student-number = numéros étudiants différents
difference-ine = INE différents
difference-birth-name = noms de naissance différents
difference-given-name = prénoms différents
difference-birth-date = dates de naissance différentes
