# Ce qui est détenu sur une personne, et les rapports sans nom.

held-title = Données détenues sur une personne
held-subject = Données détenues sur une personne, établies le { $at }
held-empty = Rien n’est détenu ici.
held-sheet-facts = Données
held-sheet-findings = Anomalies
held-sheet-rows = Lignes des fichiers
held-sheet-former = Valeurs remplacées
held-sheet-journal = Journal
held-column-about = Sujet
held-column-field = Rubrique
held-column-value = Valeur
held-column-file = Dossier
held-column-finding = Anomalie
held-column-read = Compris comme
held-column-operation = Opération
held-column-former = Valeur d’avant
held-column-when = Date
held-column-who = Par
held-column-what = Ce qui a été fait
held-table-person = Identité
held-table-person-ine = Autre INE connu
held-table-registration = Inscription
held-table-certificate = Attestation CVEC
held-table-past-registration = Inscription passée
held-table-request = Demande
held-table-document = Pièce
held-table-control-result = Résultat de contrôle
held-table-file-state = État du dossier
held-table-source-file = Fichier lu
held-table-source-sheet = Feuille lue
held-table-source-row = Ligne lue
held-day-only = Jour seul connu
held-cells = Cellules
held-source-sha256 = Empreinte
held-source-name = Nom
held-source-kind = Nature
held-source-header-row = Ligne des en-têtes
held-source-columns = Colonnes
held-source-rows = Nombre de lignes
held-source-row = Ligne
held-source-content = Empreinte du contenu
app-person-file = donnees-detenues.{ $ending }
error-no-such-person = Personne n’a l’identifiant « { $identifier } » dans cet espace. Vérifier le numéro étudiant ou l’INE, puis recommencer.
error-several-persons = { $count } personnes ont l’identifiant « { $identifier } » : rien n’a été écrit. Donner l’autre identifiant de la personne (numéro étudiant ou INE), ou ouvrir son dossier dans la fenêtre.

## Rapports pseudonymisés
report-pseudonymised = Rapport pseudonymisé : noms, identifiants et numéros remplacés par des codes tirés pour ce seul rapport, dates de naissance retirées, effectifs inférieurs à { $least } masqués.
report-notes-left-out = Les notes sur les dossiers sont laissées de côté : elles peuvent nommer des personnes.
report-small-count = < { $least }
app-report-file-pseudonymised = rapport-pseudonymise-{ $day }.xlsx

## Purge
undo-not-purged = Une purge a effacé ce qui avait été gardé pour l’annuler : il contenait des données purgées. Pour revenir en arrière, importez de nouveau les fichiers.
error-store-nothing-to-purge = Rien de ce qui devait être purgé n’est dans cet espace. Rien n’a été changé.
error-not-a-year = « { $value } » n’est pas une année universitaire. Donner l’année civile où elle commence, par exemple 2024.
backup-reason-after-purge = après une purge
app-journal-import-forgotten = Import (noms des fichiers effacés par une purge)
app-journal-undo-forgotten = Annulation d’un import (noms des fichiers effacés par une purge)
app-journal-purge-campaign = Purge de la campagne { $label }
app-journal-purge-persons = Purge de personnes choisies ({ $label })
purge-campaign = la campagne { $year }
purge-campaign-undated = la campagne { $year }, dossiers sans année compris
purge-persons = { $count ->
        [one] une personne
       *[other] { $count } personnes
    }
purge-would = Purger { $what } effacerait ce qui suit. Rien n’a été effacé : ajouter --yes pour le faire. Une purge ne s’annule pas.
purge-done = Procès-verbal de purge. Espace « { $workspace } » : { $what }, le { $at }, par { $who }. Opération n° { $operation } du journal, sceau { $seal }.
purge-count = { $table } : { $going } à effacer ou effacées, { $staying } gardées
purge-table-person = Personnes
purge-table-registration = Inscriptions
purge-table-certificate = Attestations CVEC
purge-table-past-registration = Inscriptions passées
purge-table-request = Demandes
purge-table-document = Pièces
purge-table-control-result = Résultats de contrôle
purge-table-source-row = Lignes des fichiers lus
purge-backups = Sauvegardes d’avant à effacer ou effacées : { $count }. Une nouvelle sauvegarde les remplace.
purge-undo = Ce qui était gardé pour annuler les imports, et les noms des fichiers purgés dans le journal, sont effacés aussi.
purge-second-place = Des copies se trouvent aussi dans { $place } : les détruire à la main.
purge-unfinished = Les sauvegardes d’avant n’ont pas toutes pu être effacées. Libérer de la place sur le disque, puis rouvrir l’espace : Guichet reprendra.
purge-mentions-found = { $count ->
        [one] Un texte libre qui est gardé nomme une personne à purger. Sans autre demande, la purge le laisse tel quel.
       *[other] { $count } textes libres qui sont gardés nomment une personne à purger. Sans autre demande, la purge les laisse tels quels.
    }
purge-mentions-kept = { $count ->
        [one] Un texte libre gardé nomme encore une personne purgée : à relire, et à effacer à la main s’il le faut.
       *[other] { $count } textes libres gardés nomment encore une personne purgée : à relire, et à effacer à la main s’il le faut.
    }
purge-mentions-blanked = { $count ->
        [one] Un texte libre qui nommait une personne purgée a été effacé.
       *[other] { $count } textes libres qui nommaient une personne purgée ont été effacés.
    }
purge-mentions-option = Pour effacer aussi les textes qui suivent, ajouter --blank-mentions.
purge-mention = { $place } : « { $text } »
purge-mention-note = Note du dossier de { $who }
purge-mention-waiver = Anomalie { $heading } levée, dossier de { $who }
purge-mention-cell = Colonne « { $heading } », dossier de { $who }
purge-mention-file-name = Nom d’un fichier lu ou d’une feuille
purge-mention-setting = Réglage ({ $heading })
purge-mention-journal = Journal, opération n° { $heading }
error-not-confirmed = Rien n’a été purgé : pour confirmer, taper exactement « { $words } ».
error-year-not-finished = L’année { $year } n’est pas terminée : une purge ne porte que sur une année finie. Rien n’a été changé.
app-purge-file = proces-verbal-purge-{ $day }.txt
app-progress-purge = Purge : copie, effacement, vérification, nouvelle sauvegarde
app-progress-purge-preview = Recherche de ce qui serait supprimé
app-journal-setting-forgotten = Réglage (mots effacés par une purge)
