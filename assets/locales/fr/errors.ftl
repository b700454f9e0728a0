# errors

error-store-not-a-workspace = { $path } n’est pas un espace de travail Guichet : le fichier workspace.guichet y manque, ou sa base vient d’une autre application. Choisissez le dossier qui contient workspace.guichet, ou créez un espace de travail.
error-store-folder-not-empty = Le dossier { $path } n’est pas vide : aucun espace de travail n’y a été créé. Choisissez un dossier vide ou un nouveau nom.
error-store-descriptor-damaged = Le fichier { $path } manque ou est incompréhensible : il a été effacé, modifié ou tronqué. Rien n’a été changé. Remettez-y le fichier workspace.guichet d’une sauvegarde, dans le dossier backups à côté de lui.
error-store-protection-unknown = La clé de cet espace de travail est protégée d’une façon que cette version ne connaît pas ({ $wrapping }). Rien n’a été changé. Ouvrez-le avec une version plus récente de Guichet.
error-store-passphrase-needed = Cet espace de travail est protégé par une phrase secrète. Saisissez-la pour l’ouvrir.
error-store-account-needed = Plusieurs comptes ouvrent cet espace de travail. Indiquez le nom du compte en plus de la phrase secrète.
error-store-passphrase-wrong = Le compte ou la phrase secrète ne convient pas. Vérifiez le clavier et les majuscules, puis réessayez ; le code de récupération imprimé ouvre aussi l’espace.
error-store-accounts-altered = La liste des comptes de cet espace de travail a été modifiée en dehors de Guichet : aucun rôle n’y est sûr, l’espace n’a pas été ouvert. Remettez le fichier workspace.guichet d’une sauvegarde, ou ouvrez l’espace avec le code de récupération : seul le compte nommé sera gardé.
error-store-recovery-none = Cet espace de travail n’a pas de code de récupération. Ouvrez-le avec la phrase secrète d’un compte.
error-store-recovery-wrong = Ce code de récupération est bien écrit, mais il n’ouvre pas cet espace de travail : c’est celui d’un autre espace, ou un ancien code. Cherchez la dernière feuille imprimée.
error-store-memory-short = L’ordinateur n’a pas assez de mémoire libre pour vérifier la phrase secrète. Rien n’a été changé. Fermez d’autres applications, puis réessayez.
error-store-account-there = Un compte porte déjà le nom « { $name } ». Choisissez un autre nom.
error-store-account-gone = Aucun compte ne porte ce nom. Vérifiez la liste des comptes.
error-store-account-name = Ce nom de compte ne convient pas : il faut de 1 à 60 caractères, dont une lettre ou un chiffre au moins.
error-store-account-in-use = Ce compte est celui qui a ouvert l’espace : il ne peut ni se supprimer ni changer son propre rôle. Demandez-le à un autre administrateur.
error-store-last-administrator = Il faut garder au moins un compte administrateur. Donnez d’abord ce rôle à un autre compte.
error-store-not-protected = Cet espace de travail n’a pas de compte. Choisissez d’abord une phrase secrète.
error-store-newer = Cet espace de travail a été écrit par une version plus récente de Guichet (format { $found } ; cette version connaît jusqu’à { $known }). Rien n’a été changé. Installez la version plus récente sur ce poste.
error-store-database-missing = La base { $path } est absente. Aucune base vide n’a été mise à sa place. Restaurez une sauvegarde.
error-store-key-refused = La base { $path } ne s’ouvre pas avec la clé de son espace de travail : elle vient d’un autre espace, ou elle est entièrement abîmée. Rien n’a été changé. Restaurez une sauvegarde, ou remettez data.db et workspace.guichet d’un même dossier.
error-store-damaged = La base { $path } est abîmée. Rien n’a été changé. Restaurez une sauvegarde : les fichiers abîmés sont alors gardés à part. Détail technique : { $detail }.
error-store-journal-altered = Le journal de { $path } n’est plus celui que Guichet a écrit, à partir de l’opération n° { $operation } : une entrée a été modifiée, retirée ou ajoutée de l’extérieur. Rien n’a été changé. Prévenez la personne responsable, puis restaurez une sauvegarde : les fichiers altérés sont alors gardés à part.
error-store-locked = Cet espace de travail est déjà ouvert{ $knows-user ->
        [yes] { " " }par { $user }
       *[no] { "" }
    }{ $knows-host ->
        [yes] { " " }sur le poste { $host }
       *[no] { " " }par une autre fenêtre ou sur un autre poste
    }{ $knows-since ->
        [yes] , depuis le { $since }
       *[no] { "" }
    }. Fermez-le là-bas, puis réessayez.
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
error-rulebook-not-cited = la source manque : il faut un document, l’endroit où lire, et la phrase citée ou une remarque
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
error-out-in-workspace = { $path } est dans le dossier d’un espace de travail : y écrire pourrait détruire cet espace. Rien n’a été fait. Choisir un autre emplacement.
error-out-is-read = { $path } est l’un des fichiers qui sont lus : y écrire le ferait perdre. Rien n’a été fait. Choisir un autre emplacement.
error-no-workspace = Aucun espace n’est ouvert. En ouvrir un, ou en créer un.
error-gone = Cet élément n’est plus disponible. Revenir à la liste, puis recommencer.
error-cancelled = Opération interrompue. Rien n’a été changé.
error-not-a-command = Commande ou arguments non compris : {$detail}.
error-not-an-instant = « {$value} » n’est pas un instant. Écrire par exemple 2024-09-21T12:00.
error-not-a-list-file = Le nom « { $path } » ne dit pas le format de la liste. Il doit se terminer par .xlsx ou par .csv.
error-name-missing = Donner un nom à l’espace.
error-no-entropy = L’ordinateur n’a pas fourni de nombre aléatoire pour la clé ({$detail}). L’espace n’a pas été créé.
error-mapping = Le fichier de correspondances {$path} n’est pas compris, ligne {$line} : {$detail}. Rien n’a été lu.
error-answer-not-a-value = Cette donnée ne peut pas prendre cette valeur. Choisissez-en une autre, ou laissez-la vide.
error-answer-sensitive = Cette colonne porte une donnée qui ne doit pas être conservée ici : elle ne peut servir à rien d’autre.
error-answer-no-such-place = Cette ligne, cette colonne ou ce tableau n’existe pas dans le fichier. Vérifiez le numéro.
error-busy = Une autre tâche est en cours. Attendez qu’elle se termine, ou arrêtez-la.

## Who may open a workspace

error-shut = Cet espace de travail est verrouillé. Saisissez la phrase secrète pour l’ouvrir.
error-not-allowed = Votre compte ne permet pas cette action : elle demande le rôle « { $role } ». Rien n’a été changé. Demandez-la à une personne qui l’a, ou à un administrateur de l’espace.
error-too-soon = Après une erreur, il faut attendre avant de réessayer : encore { $seconds ->
    [one] une seconde
   *[other] { $seconds } secondes
}.
error-code-mistyped = Ce code de récupération comporte une faute de frappe. Relisez-le : sept groupes de quatre lettres ou chiffres, sans I, L, O ni U.
error-not-own-passphrase = La phrase secrète actuelle n’est pas la bonne. Rien n’a été changé. Vérifiez le clavier et les majuscules, puis réessayez.
error-passphrase-file = Le fichier { $path } n’a pas de phrase secrète sur sa première ligne. Écrivez-la sur cette ligne, seule.

## Why the system refused: words in the middle of a sentence

cause-disk-full = il n’y a plus de place sur le disque
cause-quota = la place qui vous est accordée sur ce disque est épuisée
cause-refused = le système n’y donne pas accès
cause-read-only = le disque est en lecture seule
cause-not-found = le fichier ou le dossier n’existe pas
cause-in-use = un autre programme l’utilise
cause-disk-failed = le disque a échoué (erreur d’entrée-sortie)
cause-other = { $detail }
error-decided-later = La dérogation est datée du { $on }, après la date de situation ({ $day }). Rien n’a été changé. Corrigez la date.
error-end-past = La levée prendrait fin le { $until }, avant la date de situation ({ $day }) : elle serait déjà échue. Rien n’a été changé. Choisissez une date à venir, ou n’en mettez pas.
error-note-missing = La note est vide. Rien n’a été changé. Écrivez ce qui doit être retenu.
error-no-such-entry = Aucune saisie du guichet ne porte le numéro { $number }. Rien n’a été changé. La commande « decide --list » donne les numéros.
