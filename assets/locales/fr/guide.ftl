# Words of the paths through the fictitious workspace.

ui-guide = Découvrir Guichet
ui-guide-text = Trois parcours de deux minutes, sur des données fictives : essayez tout, rien n’est vrai.
ui-guide-start-blocked = Un dossier bloqué, et pourquoi
ui-guide-start-roster = Importer une liste mal tenue
ui-guide-start-date = Simuler une autre date
ui-guide-place = { $title } : étape { $step } sur { $steps }
ui-guide-back = Précédent
ui-guide-next = Suivant
ui-guide-end = Terminer
ui-guide-leave = Quitter le parcours
ui-guide-hide = Masquer
ui-guide-remove = Retirer la démonstration
ui-guide-blocked-list = Voici les dossiers bloqués. Chaque ligne dit l’état du dossier et ce qui le bloque. « Suivant » ouvre le premier.
ui-guide-blocked-file = À droite, le dossier. Chaque anomalie dit pourquoi, quelle règle elle applique, et ce qu’il faut faire. F8 va de l’une à l’autre.
ui-guide-blocked-proof = « Preuves » ouvre l’extrait du tableau : la cellule en cause y est encadrée, et les mots de la page qui fonde la règle sont cités.
ui-guide-blocked-decide = « Lever » écarte une anomalie avec un motif et votre nom. Essayez, puis annulez par Ctrl+Z.
ui-guide-roster-read = Une liste de secrétariat : des titres au-dessus des en-têtes, une colonne inconnue, un total en bas. Guichet a trouvé la table et reconnu ses colonnes. Il ne demande que ce qu’il ne sait pas : ici, ce que veut dire « ZZ ».
ui-guide-roster-columns = Chaque colonne, ses exemples et le champ reconnu. Celle des observations n’est pas connue : elle est gardée telle quelle. Vos réponses servent de nouveau au prochain fichier de même forme.
ui-guide-roster-check = Le plan : ce qui serait nouveau, modifié, laissé de côté. Rien n’est encore écrit. « Appliquer » fait exactement cela ; l’import s’annule ensuite par son nom.
ui-guide-date-choose = Écrivez une date et une heure, ou un autre règlement. Rien de ce qui suit n’est enregistré. « Suivant » essaie le 1er décembre 2024.
ui-guide-date-result = Les dossiers qui changeraient, avec leurs anomalies en plus et en moins. Le bandeau rayé rappelle qu’il s’agit d’une simulation.
ui-guide-date-back = « Suivant » quitte la simulation : les dossiers sont tels qu’avant.
ui-task-demo-removing = Retrait de la démonstration…
