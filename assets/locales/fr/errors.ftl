# errors

error-store-not-a-workspace = { $path } n’est pas un espace de travail Guichet : le fichier workspace.guichet y manque, ou sa base vient d’une autre application. Choisissez le dossier qui contient workspace.guichet, ou créez un espace de travail.
error-store-folder-not-empty = Le dossier { $path } n’est pas vide : aucun espace de travail n’y a été créé. Choisissez un dossier vide ou un nouveau nom.
error-store-descriptor-damaged = Le fichier { $path } est incompréhensible : il a été modifié ou tronqué. Rien n’a été changé. Remettez une copie de ce fichier depuis une sauvegarde du dossier.
error-store-protection-unknown = La clé de cet espace de travail est protégée d’une façon que cette version ne connaît pas ({ $wrapping }). Rien n’a été changé. Ouvrez-le avec une version plus récente de Guichet.
error-store-newer = Cet espace de travail a été écrit par une version plus récente de Guichet (format { $found } ; cette version connaît jusqu’à { $known }). Rien n’a été changé. Installez la version plus récente sur ce poste.
error-store-database-missing = La base { $path } est absente. Aucune base vide n’a été mise à sa place. Remettez le dossier entier depuis une sauvegarde.
error-store-key-refused = La base { $path } ne s’ouvre pas avec la clé de son espace de travail : elle vient d’un autre espace, ou elle est entièrement abîmée. Rien n’a été changé. Remettez le dossier entier depuis une sauvegarde, data.db et workspace.guichet ensemble.
error-store-damaged = La base { $path } est abîmée ({ $detail }). Rien n’a été changé. Gardez le dossier tel quel et remettez une sauvegarde ailleurs.
error-store-journal-altered = Le journal de { $path } n’est plus celui que Guichet a écrit, à partir de l’opération n° { $operation } : une entrée a été modifiée, retirée ou ajoutée de l’extérieur. Rien n’a été changé. Gardez le dossier tel quel, prévenez la personne responsable et remettez une sauvegarde ailleurs.
error-store-locked = Cet espace de travail est déjà ouvert : { $user } sur { $host }, depuis { $since }. Fermez-le là-bas, puis réessayez.
error-store-plan-outdated = L’espace de travail a changé depuis l’affichage de cet aperçu : rien n’a été importé. Relancez l’importation pour voir un aperçu à jour.
error-store-file = { $path } n’a pas pu être lu ou écrit : { $cause }. Vérifiez que le disque a de la place et que vous pouvez y écrire, puis réessayez.
error-store-database = La base a refusé l’opération : { $cause }. Rien n’en a été gardé. Réessayez ; si cela se reproduit, gardez le dossier et demandez de l’aide.

## Rulebooks

error-rulebook-unknown = Aucun règlement n’a l’identifiant {$id}. La commande « rulebook list » donne ceux qui existent.
error-rulebook-circle = Le règlement {$id} repose, de proche en proche, sur lui-même.
error-rulebook-form = Ligne {$line} : le fichier n’est pas un règlement bien formé ({$detail}).
error-rulebook-entry = Ligne {$line}, {$key} : {$fault}.
error-rulebook-duplicate = cette clé figure deux fois
error-rulebook-document = le document cité « {$value} » n’est pas dans la liste des documents
error-rulebook-instant = « {$value} » n’est ni une date ni un instant (2024-07-01 ou 2024-07-01T14:00)
error-rulebook-level = « {$value} » n’est pas un niveau connu
error-rulebook-value = « {$value} » n’est pas une valeur connue de ce champ
error-rulebook-closes-first = une période ferme avant d’ouvrir
error-rulebook-order = les périodes se recouvrent ou ne sont pas dans l’ordre
error-rulebook-no-name = aucun nom auquel reconnaître une pièce
error-rulebook-no-interval = ni période ni « no_date = true », ou les deux
error-rulebook-value-or-unset = il faut soit une valeur, soit « unset = true »
error-rulebook-shape = la valeur {$value} devrait être {$shape}
rulebook-shape-cents = un montant en centimes, sans décimale
rulebook-shape-number = un nombre entier
rulebook-shape-word = un mot
rulebook-shape-one-of = l’un de ces mots ({$words})
rulebook-shape-words = une liste de mots
rulebook-shape-day = un jour de l’année, mois puis jour (09-01)
rulebook-shape-moment = une date ou un instant (2024-07-01 ou 2024-07-01T14:00)
rulebook-shape-share = une part (1/3)

## Use cases

error-rulebook-file = Le fichier {$path} ne peut pas servir de règlement. {$detail}
error-file = Le fichier {$path} n’a pas pu être lu ou écrit ({$detail}). Vérifier qu’il existe, qu’il n’est pas ouvert ailleurs et que le dossier est accessible.
error-no-workspace = Aucun espace n’est ouvert. En ouvrir un, ou en créer un.
error-gone = Cet élément n’est plus disponible. Revenir à la liste, puis recommencer.
error-cancelled = Lecture interrompue. Rien n’a été changé.
error-not-a-command = Commande ou arguments non compris : {$detail}.
error-not-an-instant = « {$value} » n’est pas un instant. Écrire par exemple 2024-09-21T12:00.
error-name-missing = Donner un nom à l’espace.
error-no-entropy = L’ordinateur n’a pas fourni de nombre aléatoire pour la clé ({$detail}). L’espace n’a pas été créé.
error-mapping = Le fichier de correspondances {$path} n’est pas compris, ligne {$line} : {$detail}. Rien n’a été lu.
error-answer-not-a-value = Cette donnée ne peut pas prendre cette valeur. Choisissez-en une autre, ou laissez-la vide.
error-answer-sensitive = Cette colonne porte une donnée qui ne doit pas être conservée ici : elle ne peut servir à rien d’autre.
error-answer-no-such-place = Cette ligne, cette colonne ou ce tableau n’existe pas dans le fichier. Vérifiez le numéro.
error-busy = Une autre tâche est en cours. Attendez qu’elle se termine, ou arrêtez-la.
