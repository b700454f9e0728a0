# Why a table of a file is not used
layout-empty = Rien n’y est écrit.
layout-damaged = Elle est endommagée et n’a pas pu être lue.
layout-no-header = Ses en-têtes ne sont pas connus.
layout-incomplete = Une colonne indispensable y manque, ou s’y trouve deux fois.
layout-only-persons = Elle dit seulement qui sont les personnes des autres feuilles.
layout-answered = Vous l’avez laissée de côté.
layout-no-cells = Elle contient un graphique ou des macros, et aucune cellule à lire.

# What a person is asked about a table
question-header-row = Quelle ligne porte les en-têtes de cette feuille ? Indiquez-la, ou laissez la feuille de côté.
question-header-row-likely = Aucune ligne de cette feuille ne porte d’en-têtes connus ; celle-ci y ressemble. Est-ce la bonne ? Indiquez la ligne des en-têtes, ou laissez la feuille de côté.
question-kind = Cette feuille est-elle la liste des inscriptions de l’année, ou un historique ? Rien ne le dit ; elle est lue comme une liste d’inscriptions.
question-hidden-sheet = Cette feuille est masquée dans le tableur. Faut-il en tenir compte ?
question-hidden-rows = { $count ->
    [one] Une ligne de cette feuille est masquée dans le tableur. Faut-il en tenir compte ?
   *[other] { $count } lignes de cette feuille sont masquées dans le tableur. Faut-il en tenir compte ?
}
question-column = La colonne « { $header } » porte-t-elle « { $field } » ?
question-missing = Cette feuille est lue comme { $kind }, mais rien n’y donne : { $missing }. Désignez la colonne qui le porte, ou donnez une valeur pour toutes les lignes.
question-duplicate = Laquelle de ces colonnes porte « { $field } » : { $headers } ?
question-date-order = Dans la colonne « { $header } », le jour est-il écrit avant le mois, ou après ? Rien ne permet d’en être sûr.
question-value = { $count ->
    [one] Que signifie « { $value } » dans la colonne « { $header } » (une cellule) ?
   *[other] Que signifie « { $value } » dans la colonne « { $header } » ({ $count } cellules) ?
}
