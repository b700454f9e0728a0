# Ce qui ne va pas dans un fichier, une feuille ou une cellule. Le lieu (fichier, feuille, cellule) est montré à part.

# Fichiers
problem-unreadable = Ce fichier ne peut pas être ouvert. Vérifiez qu’il existe encore, que vous avez le droit de le lire et qu’il n’est pas ouvert dans un autre logiciel.
problem-password = Ce fichier est protégé par un mot de passe. Ouvrez-le dans votre tableur, enregistrez-en une copie sans mot de passe et reprenez cette copie.
problem-corrupt = Ce fichier est endommagé ou incomplet. Demandez-en une nouvelle copie, ou ouvrez-le dans votre tableur et enregistrez-le de nouveau au format xlsx.
problem-too-large = Ce fichier dépasse les limites de lecture (100 Mo, 5 millions de cellules, une minute). Enregistrez les seules lignes utiles dans un nouveau classeur.
problem-too-large-parts = Ce fichier est fait de plus de { $limit } parties, bien plus qu’un classeur n’en a. Ouvrez-le dans votre tableur et enregistrez les seules feuilles utiles dans un nouveau classeur.
problem-too-large-inflated = Ce fichier se déploie en plus de { $limit } Mo, ou démesurément au regard de sa taille. Ouvrez-le dans votre tableur et enregistrez les seules lignes utiles dans un nouveau classeur.
problem-too-large-sheets = Ce fichier a plus de { $limit } feuilles. Enregistrez les seules feuilles utiles dans un nouveau classeur.
problem-too-large-cells = Ce fichier a plus de { $limit } cellules remplies. Enregistrez les seules lignes utiles dans un nouveau classeur.
problem-too-large-grid = Ce fichier a plus de lignes ou de colonnes ({ $limit }) qu’un tableur n’en montre. Vérifiez son séparateur, ou demandez une extraction plus petite.
problem-too-large-text = Une cellule ou une ligne de ce fichier est trop longue pour être une donnée (plus de { $limit } Mo). Vérifiez que c’est bien un tableau, et demandez une nouvelle extraction.
problem-old-format = Ce fichier est d’un format trop ancien pour être lu. Ouvrez-le dans votre tableur et enregistrez-le au format xlsx.
problem-not-a-spreadsheet = Ce fichier n’est pas un tableau, quel que soit son nom. Choisissez un classeur (xlsx, xls, xlsb, ods) ou un fichier CSV.
problem-unsupported = Ce tableau est enregistré dans un format qui n’est pas lu (SYLK, Numbers, page web en plusieurs fichiers, archive de classeurs ou autre). Ouvrez-le dans votre tableur et enregistrez-le au format xlsx ; d’une archive, extrayez d’abord les fichiers.
problem-empty = Ce fichier ne contient aucune ligne. Vérifiez que l’extraction est complète.
problem-file-twice = Ce fichier a été choisi deux fois (aussi sous le nom « { $other } »). Il n’a été pris qu’une fois ; rien n’est à faire.
problem-name-misleads = Le nom de ce fichier ne dit pas ce qu’il contient ({ $format }). Il a été lu selon son contenu ; rien n’est à faire si c’est bien le fichier attendu.
format-xlsx = classeur xlsx
format-xlsb = classeur xlsb
format-xls = classeur xls
format-ods = classeur ods
format-fods = classeur OpenDocument
format-spreadsheetml = classeur XML d’Excel 2003
format-html = page web
format-mhtml = page web en un seul fichier
format-zip = archive de fichiers CSV
format-csv = texte CSV
encoding-windows-1252 = Windows-1252 (Excel en français)
encoding-macintosh = Mac Roman (anciens Mac, Excel pour Mac)
problem-encoding-mixed = Ce texte mêle deux encodages. Chaque ligne a été lue selon ses propres accents, par exemple : { $samples }. Vérifiez ces noms ; s’ils sont faux, demandez une extraction en UTF-8.
problem-encoding-doubtful = L’encodage de ce texte n’est pas certain : { $samples } pourrait aussi se lire { $others }. Vérifiez ces noms ; s’ils sont faux, enregistrez le fichier en UTF-8.
problem-code-page-unknown = La page de codes de ce classeur n’est pas connue. Ses textes ont été lus comme ceux de Windows. Vérifiez les accents de quelques noms ; s’ils sont faux, ouvrez le fichier dans votre tableur et enregistrez-le en xlsx.
problem-letters-restored = { $count ->
    [one] Une cellule portait des accents abîmés par une conversion (é écrit en deux signes)
   *[other] { $count } cellules portaient des accents abîmés par une conversion (é écrit en deux signes)
} ; ils ont été rétablis, par exemple : { $samples }. Vérifiez ces noms, ou demandez une nouvelle extraction.
problem-letters-lost = { $count ->
    [one] Une lettre a été perdue dans la cellule { $cells }
   *[other] Des lettres ont été perdues dans { $count } cellules (à partir de { $cells })
} avant que ce fichier n’arrive ici ; elles sont montrées par « ? ». Demandez une nouvelle extraction, ou corrigez ces cellules.
problem-nul-characters = { $count ->
    [one] Une cellule portait des caractères nuls
   *[other] { $count } cellules portaient des caractères nuls
} ; ils ont été retirés. Si le fichier a été copié ou transmis, vérifiez qu’il est complet.
problem-text-cut = Le texte de cette cellule dépasse { $limit } caractères et a été coupé. Vérifiez qu’elle contient bien une seule donnée.
problem-member-ignored = Le fichier « { $name } » de cette archive n’est pas un fichier CSV et n’a pas été lu. S’il contient des données utiles, extrayez-le et choisissez-le à part.
problem-reader-missing = Le programme qui lit les fichiers n’a pas pu démarrer. Réinstallez l’application ; le fichier n’est pas en cause.
problem-reading-cancelled = La lecture de ce fichier a été interrompue. Relancez-la pour le prendre en compte.
problem-file-changed = Ce fichier a été modifié pendant sa lecture. Enregistrez-le, fermez-le et relancez la lecture.

# Feuilles
problem-no-header = Aucune ligne de cette feuille ne porte assez d’en-têtes connus. Vérifiez la ligne d’en-têtes, ou indiquez ce que contient la feuille.
problem-sheet-unreadable = Cette feuille est endommagée et n’a pas été lue. Ouvrez le fichier dans votre tableur, vérifiez la feuille et enregistrez de nouveau.
problem-sheet-empty = Cette feuille ne contient aucune ligne sous ses en-têtes. Rien n’en a été lu ; vérifiez que c’est bien ce qui était attendu.
problem-sheet-ignored = Cette feuille n’est pas d’un type connu et a été laissée de côté. Si elle contient des données utiles, vérifiez ses en-têtes.
problem-sheet-without-cells = Cette feuille est un graphique, une boîte de dialogue ou une macro : elle ne contient aucune cellule à lire et a été laissée de côté.
problem-columns-many = { $count } colonnes de cette feuille contiennent quelque chose, plus que les { $limit } d’une extraction. Toutes ont été lues. Vérifiez que c’est le bon fichier, et ne gardez que les colonnes utiles.
problem-hidden-sheet = Cette feuille est masquée dans le tableur ; elle a été lue comme les autres. Supprimez-la du fichier si elle ne doit pas compter.
problem-hidden-rows = { $count ->
    [one] Une ligne masquée dans le tableur (ligne { $first }) a été lue comme les autres. Supprimez-la du fichier si elle ne doit pas compter.
   *[other] { $count } lignes masquées dans le tableur (à partir de la ligne { $first }) ont été lues comme les autres. Supprimez-les du fichier si elles ne doivent pas compter.
}
problem-hidden-rows-filtered = { $count ->
    [one] Un filtre est posé sur cette feuille : une ligne masquée (ligne { $first }) a été lue comme les autres. Supprimez-la du fichier si elle ne doit pas compter.
   *[other] Un filtre est posé sur cette feuille : { $count } lignes masquées (à partir de la ligne { $first }) ont été lues comme les autres. Supprimez-les du fichier si elles ne doivent pas compter.
}
problem-hidden-columns = { $count ->
    [one] Une colonne masquée dans le tableur (colonne { $first }) a été lue comme les autres. Affichez-la pour la vérifier, ou supprimez-la du fichier.
   *[other] { $count } colonnes masquées dans le tableur (à partir de la colonne { $first }) ont été lues comme les autres. Affichez-les pour les vérifier, ou supprimez-les du fichier.
}
problem-merged-cells = { $count ->
    [one] Des cellules sont fusionnées sous les en-têtes (à partir de { $first }). Seule la première porte la valeur ; les autres sont lues comme vides. Défusionnez-les et répétez la valeur sur chaque ligne.
   *[other] { $count } groupes de cellules sont fusionnés sous les en-têtes (à partir de { $first }). Seule la première cellule de chacun porte la valeur ; les autres sont lues comme vides. Défusionnez-les et répétez la valeur sur chaque ligne.
}
problem-macros-ignored = Ce fichier contient des macros. Elles n’ont pas été exécutées ; seules les valeurs enregistrées ont été lues.
problem-links-ignored = Ce fichier reprend des données d’autres fichiers ou d’une connexion. Rien n’a été cherché ailleurs ; les valeurs lues sont celles du dernier enregistrement. Actualisez-le dans votre tableur s’il doit l’être.
problem-not-to-the-norm = Ce contenu n’est pas écrit selon la norme du format xlsx. Il a été lu autrement ; les lignes et colonnes masquées n’y sont pas signalées. Ouvrez le fichier dans votre tableur et enregistrez-le de nouveau.

# Colonnes
problem-column-missing = Cette feuille a été reconnue comme { $kind }, mais il y manque une colonne : { $missing }. Ajoutez-la ou corrigez son en-tête ; la feuille n’a pas été prise en compte.
problem-column-duplicate = Plusieurs colonnes désignent la même donnée « { $field } » : { $headers } ({ $cells }). Aucune n’a été choisie. Gardez-en une seule ou renommez les autres.
problem-column-unknown = La colonne « { $header } » n’est pas connue. Son texte est conservé tel quel, sans être contrôlé ; corrigez l’en-tête si elle doit l’être.
problem-column-unnamed = La colonne { $column } n’a pas d’en-tête et porte { $count ->
    [one] une cellule
   *[other] { $count } cellules
}. Son texte est conservé tel quel, sans être contrôlé ; écrivez son en-tête si elle doit l’être.
problem-column-dropped = La colonne « { $header } » porte une donnée qui ne doit pas être conservée ici. Elle n’a pas été lue ; retirez-la de vos extractions.
problem-column-likely = La colonne « { $header } » n’est pas connue, mais ressemble à : { $likely }. Son texte est conservé tel quel ; dites ce qu’elle est, ou corrigez son en-tête.
problem-column-withheld = La colonne { $column } contient des numéros de sécurité sociale ou de compte bancaire, qui ne doivent pas être conservés ici. Elle n’a pas été lue ; retirez-la de vos extractions.
problem-value-withheld = { $count ->
    [one] La cellule { $cells } contient un numéro de sécurité sociale ou de compte bancaire, qui ne doit pas être conservé ici. Il a été remplacé par « ••• » ; retirez-le de vos fichiers.
   *[other] { $count } cellules (à partir de { $cells }) contiennent un numéro de sécurité sociale ou de compte bancaire, qui ne doit pas être conservé ici. Ces numéros ont été remplacés par « ••• » ; retirez-les de vos fichiers.
}
problem-several-tables = Cette feuille contient { $count } tableaux, dont les en-têtes sont aux lignes { $rows }. Chacun a été lu à part.
problem-table-ignored = Ce tableau, à côté d’un autre sur la même feuille, n’est pas d’un type connu et a été laissé de côté. S’il contient des données utiles, vérifiez ses en-têtes.
problem-rows-left-out = { $count ->
    [one] La ligne { $rows } est un titre, un total ou un pied de page
   *[other] { $count } lignes sont des titres, des totaux ou des pieds de page (à partir de { $rows })
} ; rien n’en a été retenu. Vérifiez qu’aucun étudiant n’y est inscrit.
problem-need-person = numéro étudiant, INE, ou nom de naissance avec prénom et date de naissance
problem-need-level = niveau ou code étape
problem-kind-roster = une liste d’inscriptions
problem-kind-history = un historique d’inscriptions
problem-kind-certificates = une liste d’attestations CVEC
problem-kind-documents = une liste de pièces justificatives
problem-kind-requests = une liste de demandes
problem-kind-cvec-states = des résultats de contrôle CVEC

# Valeurs
problem-value-unreadable = « { $value } » n’a pas pu être lu dans la colonne « { $header } ». { $expected }
problem-value-unreadable-more = { $count ->
    [one] Une autre cellule de la colonne « { $header } » n’a pas pu être lue. Corrigez-la comme les précédentes.
   *[other] { $count } autres cellules de la colonne « { $header } » n’ont pas pu être lues. Corrigez-les comme les précédentes.
}
problem-expected-date = Écrivez une date complète, par exemple 23/05/2004, et donnez à la cellule un format de date.
problem-expected-amount = Écrivez un montant en euros, par exemple 170,00.
problem-expected-flag = Écrivez oui ou non.
problem-expected-no-error = La cellule contient une erreur du tableur. Corrigez-y la formule ou saisissez la valeur.
problem-expected-result = Le résultat de la formule n’est pas enregistré. Ouvrez le fichier dans votre tableur et enregistrez-le de nouveau.
problem-expected-digits = Un tableur ne garde que quinze chiffres d’un nombre : les derniers sont perdus. Demandez une extraction où cette colonne est du texte, ou saisissez la valeur en texte.
problem-error-cell = Cette cellule contient une erreur du tableur ; elle n’a pas de valeur. Corrigez-y la formule ou saisissez la valeur.
problem-not-calculated = Cette formule n’est pas calculée. Ouvrez le fichier dans votre tableur et enregistrez-le de nouveau.
problem-quote-unclosed = Un guillemet ouvert sur cette ligne n’est jamais refermé. La ligne a été lue seule, guillemet compris ; corrigez-la dans le fichier.
problem-date-order-mixed = La colonne « { $header } » mélange deux ordres de date : mois d’abord en { $month_first }, jour d’abord en { $day_first }. Aucune de ses dates n’a été lue. Remettez toute la colonne au format jour/mois/année.
problem-date-order-doubtful = Dans la colonne « { $header } », le jour et le mois peuvent se lire dans les deux ordres ({ $cells }), et une autre colonne écrit le mois d’abord. Aucune de ces dates n’a été lue. Dites leur ordre, ou donnez aux cellules un format de date.
problem-date-order-taken = Dans la colonne « { $header } », des dates ne peuvent se lire que mois d’abord ({ $month_first }) et aucune que jour d’abord : celles qui se lisent dans les deux ordres (à partir de { $either }) ont été lues mois d’abord aussi. Vérifiez-en une, et indiquez l’ordre s’il est faux.
problem-value-unmapped = { $count ->
    [one] « { $value } » n’est pas une valeur connue de la colonne « { $header } » (cellule { $cells }). Le contrôle qui en dépend reste indéterminé ; corrigez la valeur ou indiquez à quoi elle correspond.
   *[other] « { $value } » n’est pas une valeur connue de la colonne « { $header } » ({ $count } cellules, à partir de { $cells }). Les contrôles qui en dépendent restent indéterminés ; corrigez ces valeurs ou indiquez à quoi elles correspondent.
}
problem-code-contradicted = { $count ->
    [one] Dans la colonne « { $header } », le code de la cellule { $cells } dit autre chose que le libellé qui l’accompagne. Ni l’un ni l’autre n’a été retenu ; corrigez l’extraction, ou indiquez à quoi ce code correspond.
   *[other] Dans la colonne « { $header } », { $count } codes (à partir de { $cells }) disent autre chose que le libellé qui les accompagne. Ni les uns ni les autres n’ont été retenus ; corrigez l’extraction, ou indiquez à quoi ces codes correspondent.
}
problem-names-cut = { $count ->
    [one] Dans la colonne « { $header } », le nom de la cellule { $cells } dépasse { $limit } caractères : seul son début a été gardé. Vérifiez que la cellule contient bien un nom.
   *[other] Dans la colonne « { $header } », { $count } noms (à partir de { $cells }) dépassent { $limit } caractères : seul leur début a été gardé. Vérifiez que ces cellules contiennent bien un nom.
}
problem-date-order-assumed = Dans la colonne « { $header } », { $count } dates peuvent se lire de deux façons (à partir de { $cells }), et aucune ne dit laquelle. Le jour y a été lu avant le mois ; si c’est l’inverse, dites-le.
problem-birth-date-doubtful = { $count ->
    [one] Dans la colonne « { $header } », une date de naissance est invraisemblable (cellule { $cells }). Elle est gardée
   *[other] Dans la colonne « { $header } », { $count } dates de naissance sont invraisemblables (à partir de { $cells }). Elles sont gardées
} comme elles ont été lues ; comparez avec la pièce d’identité et corrigez le fichier.
problem-mapping-unused = Ligne { $line } du fichier de correspondances : aucun fichier n’a d’en-tête « { $text } ». Vérifiez son orthographe, ou retirez la ligne.
problem-mapping-unused-column = Ligne { $line } du fichier de correspondances : aucun fichier n’a d’en-tête dans une colonne { $text }. Vérifiez la lettre, ou retirez la ligne.
problem-mapping-unused-value = Ligne { $line } du fichier de correspondances : aucune cellule ne porte « { $text } » dans une colonne de ce champ. Vérifiez la valeur, ou retirez la ligne.
problem-ine-damaged = { $count ->
    [one] Dans la colonne « { $header } », l’INE de la cellule { $cells } est abîmé : un tableur l’a sans doute pris pour un nombre et lui a ôté des zéros, des chiffres ou sa clé. Le texte de la cellule est gardé et rien n’y est complété ; demandez une extraction où cette colonne est du texte.
   *[other] Dans la colonne « { $header } », { $count } INE (à partir de { $cells }) sont abîmés : un tableur les a sans doute pris pour des nombres et leur a ôté des zéros, des chiffres ou leur clé. Le texte des cellules est gardé et rien n’y est complété ; demandez une extraction où cette colonne est du texte.
}
problem-zeros-lost = { $count ->
    [one] Dans la colonne « { $header } », un nombre ({ $cells }) a moins de chiffres que les textes qui y commencent par zéro : un tableur lui a sans doute ôté ses zéros. Il est gardé tel quel ; demandez une extraction où cette colonne est du texte.
   *[other] Dans la colonne « { $header } », { $count } nombres (à partir de { $cells }) ont moins de chiffres que les textes qui y commencent par zéro : un tableur leur a sans doute ôté leurs zéros. Ils sont gardés tels quels ; demandez une extraction où cette colonne est du texte.
}
problem-contact-doubtful = { $count ->
    [one] Dans la colonne « { $header } », la cellule { $cells } ne contient pas une adresse ou un numéro en texte. Elle est gardée telle quelle ; vérifiez-la avant d’écrire ou d’appeler.
   *[other] Dans la colonne « { $header } », { $count } cellules (à partir de { $cells }) ne contiennent pas une adresse ou un numéro en texte. Elles sont gardées telles quelles ; vérifiez-les avant d’écrire ou d’appeler.
}
problem-scripts-mixed = { $count ->
    [one] Dans la colonne « { $header } », le nom de la cellule { $cells } n’est pas ce qu’il paraît : il mêle deux écritures ou porte des marques invisibles. Il n’est rapproché d’aucun nom qui lui ressemble ; ressaisissez-le.
   *[other] Dans la colonne « { $header } », { $count } noms (à partir de { $cells }) ne sont pas ce qu’ils paraissent : ils mêlent deux écritures ou portent des marques invisibles. Ils ne sont rapprochés d’aucun nom qui leur ressemble ; ressaisissez-les.
}

# Lignes
problem-cells-beyond-headers = { $count ->
    [one] La ligne { $rows } a des cellules à droite du dernier en-tête (colonne { $column })
   *[other] { $count } lignes (à partir de { $rows }) ont des cellules à droite du dernier en-tête (colonne { $column })
}. Ce qui dépasse est gardé tel quel, sans être contrôlé ; vérifiez qu’aucun séparateur de trop n’y a décalé les données.
problem-row-without-key = { $count ->
    [one] La ligne { $rows } ne désigne personne
   *[other] { $count } lignes ne désignent personne (lignes { $rows })
} : ni numéro étudiant, ni INE, ni nom de naissance avec prénom et date de naissance. Complétez ou supprimez.
problem-persons-missing = Cette feuille ne désigne les personnes que par le code interne de votre logiciel (« { $header } »). Choisissez en même temps l’extraction qui dit qui elles sont, par exemple INDIVIDU d’Apogée ; la feuille n’a pas été prise en compte.
problem-persons-alone = Cette feuille dit seulement qui sont les personnes, pas à quoi elles sont inscrites. Choisissez en même temps l’extraction de leurs inscriptions, par exemple INS_ADM_ETP d’Apogée ; la feuille n’a pas été prise en compte.
problem-persons-joined = { $count ->
    [one] Une personne de cette feuille complète
   *[other] { $count } personnes de cette feuille complètent
} { $files } par la colonne « { $header } ».
problem-persons-disagree = { $count ->
    [one] La ligne { $rows } désigne par son code une personne à qui l’autre extraction donne
   *[other] { $count } lignes (lignes { $rows }) désignent par leur code des personnes à qui l’autre extraction donne
} un autre numéro étudiant, un autre INE ou une autre date de naissance. Rien n’en a été repris ; vérifiez laquelle des deux extractions dit vrai.
problem-ine-key-shortened = { $count ->
    [one] L’INE de la ligne { $rows } a neuf chiffres et une seule lettre de clé
   *[other] { $count } INE (lignes { $rows }) ont neuf chiffres et une seule lettre de clé
}, alors que cette forme en a deux : l’extraction a coupé la colonne. Rien n’a été complété ; demandez une colonne de deux caractères, ou l’INE entier dans une seule colonne.
problem-person-code-unknown = { $count ->
    [one] La ligne { $rows } désigne une personne par un code interne qu’aucun fichier n’explique
   *[other] { $count } lignes (lignes { $rows }) désignent des personnes par un code interne qu’aucun fichier n’explique
}. Complétez l’extraction des personnes ; rien n’en a été pris en compte.
problem-row-ambiguous = { $count ->
    [one] La ligne { $rows } pourrait
   *[other] { $count } lignes (lignes { $rows }) pourraient
} concerner une personne déjà connue, sans qu’on puisse dire laquelle ({ $persons }). Rien n’en a été pris en compte ; confirmez la personne à l’importation, ou vérifiez le numéro étudiant.
problem-row-unplaced = { $count ->
    [one] La ligne { $rows } pourrait
   *[other] { $count } lignes (lignes { $rows }) pourraient
} mettre à jour plusieurs données connues de la même personne, et la feuille n’a pas la colonne qui les distingue. Rien n’en a été pris en compte ; ajoutez au fichier la colonne qui manque (année, niveau, code étape, date de la demande…), puis importez-le de nouveau.
problem-row-repeated = { $count ->
    [one] La ligne { $rows } répète
   *[other] { $count } lignes (lignes { $rows }) répètent
} une autre ligne de la feuille, à la typographie près (majuscules, accents, espaces) ; elle ne compte qu’une fois. Vérifiez que l’extraction ne contient pas de doublons.
problem-registration-twice = { $count ->
    [one] La ligne { $rows } inscrit
   *[other] { $count } lignes (lignes { $rows }) inscrivent
} une seconde fois la même personne à la même formation, avec d’autres valeurs : { $persons }. Les deux inscriptions ont été gardées ; si c’est la même, supprimez l’une des deux lignes, sinon ajoutez la colonne qui les distingue (code étape, formation…).
problem-number-reused = { $count ->
    [one] La ligne { $rows } donne
   *[other] { $count } lignes (lignes { $rows }) donnent
} un numéro étudiant sous lequel figure aussi une tout autre personne, de nom et de date de naissance différents : { $persons }. Vérifiez s’il a été réattribué ou mal saisi, puis corrigez le fichier.
problem-person-contradicted = { $count ->
    [one] La ligne { $rows } donne
   *[other] { $count } lignes (lignes { $rows }) donnent
} à une personne une autre identité qu’une autre ligne lue en même temps : { $persons }. Rien ne dit laquelle est la bonne ; celle de l’autre ligne a été gardée. Corrigez l’une des deux lignes.
problem-values-contradict = { $count ->
    [one] La ligne { $rows } contredit
   *[other] { $count } lignes (lignes { $rows }) contredisent
} une autre feuille lue en même temps, au sujet du même dossier : { $persons }. Aucune des deux valeurs n’a été retenue, et les contrôles qui en dépendent ne peuvent pas conclure. Corrigez l’une des deux feuilles.
problem-person-corrected = { $count ->
    [one] La ligne { $rows } donne
   *[other] { $count } lignes (lignes { $rows }) donnent
} à une personne connue par son numéro étudiant d’autres noms ou une autre date de naissance : { $persons }. L’identité est corrigée ; vérifiez que le numéro n’a pas été donné à quelqu’un d’autre.
problem-person-other-name = { $count ->
    [one] La ligne { $rows } désigne
   *[other] { $count } lignes (lignes { $rows }) désignent
} par son INE une personne connue sous un autre nom : { $persons }. L’INE a été suivi ; vérifiez l’identité.
problem-person-other-ine = { $count ->
    [one] La ligne { $rows } donne
   *[other] { $count } lignes (lignes { $rows }) donnent
} un autre INE à une personne déjà connue : { $persons }. Les deux INE ont été gardés ; vérifiez qu’il s’agit bien de la même personne.
problem-person-reunited = { $count ->
    [one] La ligne { $rows } montre que cette personne, connue jusqu’ici par d’autres fichiers seulement, est
   *[other] { $count } lignes (lignes { $rows }) montrent que ces personnes, connues jusqu’ici par d’autres fichiers seulement, sont
} celle de la liste : { $persons }. Ce que ces fichiers en disaient est rattaché à son dossier ; annuler l’importation les sépare de nouveau.
problem-person-same-ine = { $count ->
    [one] La ligne { $rows } donne un INE qui est
   *[other] { $count } lignes (lignes { $rows }) donnent un INE qui est
} aussi celui d’une autre personne : { $persons }. Elles restent distinctes ; vérifiez l’INE et le numéro étudiant.
problem-person-same-name = { $count ->
    [one] La ligne { $rows } ajoute une personne qui a
   *[other] { $count } lignes (lignes { $rows }) ajoutent des personnes qui ont
} le nom, le prénom et la date de naissance d’une autre : { $persons }. Elles restent distinctes ; vérifiez s’il s’agit d’homonymes ou d’un double dossier.
problem-person-swapped-names = { $count ->
    [one] La ligne { $rows } ajoute une personne qui a
   *[other] { $count } lignes (lignes { $rows }) ajoutent des personnes qui ont
} le nom et le prénom d’une autre, inversés, et sa date de naissance : { $persons }. Elles restent distinctes ; vérifiez s’il s’agit d’un double dossier.
problem-person-use-name = { $count ->
    [one] La ligne { $rows } ajoute une personne dont le nom de naissance ou d’usage est
   *[other] { $count } lignes (lignes { $rows }) ajoutent des personnes dont le nom de naissance ou d’usage est
} celui d’une autre, née le même jour et de même prénom : { $persons }. Elles restent distinctes ; vérifiez s’il s’agit d’un double dossier.
problem-person-alike = { $count ->
    [one] La ligne { $rows } ajoute une personne qui ressemble
   *[other] { $count } lignes (lignes { $rows }) ajoutent des personnes qui ressemblent
} beaucoup à une autre (nom coupé ou abrégé, prénom en plus, date de naissance proche ou absente) : { $persons }. Elles restent distinctes ; vérifiez s’il s’agit d’un double dossier.
problem-row-unmatched = { $count ->
    [one] La ligne { $rows } concerne une personne absente
   *[other] { $count } lignes (lignes { $rows }) concernent des personnes absentes
} de la liste des inscriptions. Vérifiez l’identité, ou complétez la liste.
problem-row-against-entry = { $count ->
    [one] La ligne { $rows } contredit
   *[other] { $count } lignes (lignes { $rows }) contredisent
} ce qui a été saisi au guichet : { $persons }. La saisie du guichet reste en vigueur ; vérifiez-la dans le dossier, et retirez-la si l’extraction a raison.
problem-request-unattached = { $count ->
    [one] La demande de la ligne { $rows } porte
   *[other] { $count } demandes (lignes { $rows }) portent
} sur un niveau où la personne n’a pas d’inscription. Vérifiez le niveau demandé.
