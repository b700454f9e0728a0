# Words of the settings: display, language, data, about.

ui-settings-display = Affichage
ui-settings-theme = Apparence
ui-settings-density = Densité
ui-settings-density-compact = Compacte
ui-settings-density-standard = Standard
ui-settings-density-airy = Aérée
ui-settings-density-text = Hauteur des lignes, des boutons et des champs : 28, 32 ou 40 pixels.
ui-settings-font = Police lisible
ui-settings-font-text = Emploie la police du système à la place de celle de Guichet : celle que vous avez peut-être déjà réglée pour mieux lire.
ui-settings-letters = Touches d’une seule lettre
ui-settings-letters-text = Dans une liste ou sur une anomalie, une lettre seule agit (L lève, D saisit une dérogation). Désactivez-les si vous dictez ou si vous frappez souvent une touche par erreur.
ui-settings-zoom = Zoom
ui-settings-zoom-less = Réduire
ui-settings-zoom-more = Agrandir
ui-settings-zoom-none = Revenir à 100 %
ui-settings-zoom-text = De 100 à 400 %. Aussi par Ctrl et +, Ctrl et −, Ctrl et 0, ou Ctrl et la molette.
ui-settings-language-text = Change à l’instant, sans redémarrer. Les données ne changent pas.
ui-settings-backups = Sauvegardes
ui-settings-backups-text = Quand elles sont faites, où elles sont copiées, la place qu’elles prennent, et comment en restaurer une.
ui-settings-backups-open = Ouvrir les sauvegardes
ui-settings-data = Données
ui-settings-data-folder = Dossier de cet espace
ui-settings-data-show = Ouvrir ce dossier
ui-settings-data-own = Dossier de l’application
ui-settings-data-export-text = Écrit dans un nouveau dossier le rapport, chaque liste en classeur et une copie du journal. Ces fichiers ne sont pas chiffrés.
ui-settings-about = À propos
ui-settings-about-version = Guichet { $version }, licence { $licence }
ui-settings-sends = Ce que l’application envoie : rien
ui-settings-sends-text = Guichet n’ouvre aucune connexion et ne contient aucun client de réseau. Il ne cherche pas de mise à jour, ne mesure pas son usage et n’écrit pas de fichier de traces. Rien ne quitte cet ordinateur si vous ne l’emportez vous-même.
ui-settings-accessibility = Accessibilité
ui-settings-accessibility-aim = Guichet vise la conformité aux règles WCAG 2.2, niveaux A et AA. Aucun audit par un tiers n’a encore eu lieu : cette déclaration vaut auto-évaluation.
ui-settings-accessibility-done = Chaque écran est essayé au clavier seul, contrôlé par l’outil axe en clair, en sombre et en contraste élevé, et relu à 400 % ; les contrastes des couleurs sont calculés.
ui-settings-accessibility-readers = Limite connue : les lecteurs d’écran (NVDA, JAWS, VoiceOver, Orca) n’ont pas encore été essayés par des personnes qui s’en servent.
ui-settings-accessibility-grid = Limite connue : à 400 %, une longue liste garde ses colonnes et défile de côté.
ui-settings-accessibility-files = Limite connue : les classeurs exportés dépendent du tableur qui les ouvre.
ui-settings-parts = Logiciels employés et leurs licences
ui-settings-parts-count =
    { $count ->
        [0] Aucun logiciel
        [one] { $count } logiciel
       *[other] { $count } logiciels
    }
ui-settings-parts-list = Liste des logiciels
ui-settings-parts-search = Chercher un logiciel, une licence ou des mots de son texte
ui-settings-parts-text = Texte de la licence de { $name }
ui-settings-parts-name = Nom
ui-settings-parts-version = Version
ui-settings-parts-licence = Licence
ui-settings-parts-inside = compris dans un autre

## Purge

ui-purge = Fin de conservation
ui-purge-text = Quand les dossiers d’une année terminée ne doivent plus être gardés, une purge les efface de l’espace de travail et de toutes ses sauvegardes. Ce qui serait effacé est d’abord montré.
ui-purge-none = Aucune année terminée n’a de dossier ici.
ui-purge-year = Année terminée
ui-purge-files = Dossiers
ui-purge-persons = Personnes
ui-purge-ask = Purger…
ui-purge-ask-of = Purger l’année { $year }…
ui-purge-undated = { $count ->
        [one] Avec le dossier qui ne dit pas son année
       *[other] Avec les { $count } dossiers qui ne disent pas leur année
    }
ui-purge-person-text = Pour effacer une seule personne, ouvrez son dossier, puis « Purger cette personne… ».
ui-purge-title = Purger
ui-purge-what = À effacer : { $what }
ui-purge-kind = Quoi
ui-purge-going = À effacer
ui-purge-staying = Gardé
ui-purge-backups = { $count ->
        [0] Il n’y a pas de sauvegarde d’avant à effacer. Une nouvelle est faite après la purge.
        [one] La sauvegarde d’avant est effacée avec le reste. Une nouvelle la remplace.
       *[other] Les { $count } sauvegardes d’avant sont effacées avec le reste. Une nouvelle les remplace.
    }
ui-purge-second-place = Des copies se trouvent aussi dans { $place } : Guichet ne les efface pas, détruisez-les à la main.
ui-purge-mentions = { $count ->
        [one] Un texte gardé sur un autre dossier nomme une personne à purger :
       *[other] { $count } textes gardés nomment une personne à purger :
    }
ui-purge-mentions-left = { $count ->
        [one] Un texte gardé nomme encore une personne purgée. Relisez-le ; cette liste ne sera plus montrée.
       *[other] { $count } textes gardés nomment encore une personne purgée. Relisez-les ; cette liste ne sera plus montrée.
    }
ui-purge-blank = Effacer aussi ces textes
ui-purge-final = Une purge ne s’annule pas, et les imports antérieurs ne pourront plus être annulés.
ui-purge-confirm-label = Pour confirmer, tapez « { $words } »
ui-purge-keep = Ne rien effacer
ui-purge-go = Purger
ui-purge-done = Purge faite : procès-verbal
ui-purge-save = Enregistrer le procès-verbal…
