# Words of the help and its table of keys. The pages are in assets/help/screens.

ui-help-search = Chercher dans l’aide et les règles
ui-help-pages = Pages d’aide
ui-help-none = Aucune page ne contient ces mots.
ui-help-found =
    { $count ->
        [0] Aucune page
        [one] { $count } page
       *[other] { $count } pages
    }
ui-help-to-rules = Lire cette règle dans le règlement

## Pictures of the screens: what one sees

ui-help-enlarge = Agrandir l’image
ui-help-picture-start = L’accueil : trois choix, essayer avec des données fictives, créer un espace ou en ouvrir un.
ui-help-picture-desk = Le bureau : combien de dossiers sont bloqués, à vérifier ou prêts, ce qui reste à faire, l’avancement et le calendrier des échéances.
ui-help-picture-files = La liste des dossiers bloqués et, à droite, le volet d’un dossier avec son anomalie, la raison et les preuves.
ui-help-picture-findings = Les anomalies rassemblées par règle et, à droite, l’une d’elles avec la règle en clair, la raison et les preuves.
ui-help-picture-requests = La liste des demandes et, à droite, une dérogation avec son délai, la page qui la fonde et la décision.
ui-help-picture-waivers = Une levée : le dossier, le motif et, en tableau, les données lors de la levée et celles d’aujourd’hui.
ui-help-picture-simulation = Une simulation au 1er décembre : le bandeau qui dit que rien n’est enregistré et les dossiers qui changeraient.
ui-help-picture-import = L’import à l’étape des colonnes : une colonne inconnue, ses exemples et la liste où choisir le champ qu’elle contient.
ui-help-picture-rules = Le règlement : la liste des règles par famille et, à droite, une règle en clair.
ui-help-picture-journal = Le journal : chaque opération avec sa date, son sceau et le bouton qui l’annule.
ui-help-picture-backups = Les sauvegardes : la liste des copies, avec les boutons pour vérifier et restaurer, puis les réglages de conservation.
ui-help-picture-settings = Les réglages de l’affichage : apparence, densité, zoom, police et touches d’une seule lettre.
ui-help-picture-exports = Un rapport vient d’être exporté : un message dit combien de dossiers et d’anomalies il contient et où il se trouve.

## Keys

ui-help-shortcuts = Raccourcis clavier
ui-help-key = Touche
ui-help-act = Effet
ui-key-enter = Entrée
ui-help-open = Ouvrir le dossier de la ligne
ui-key-space = Espace
ui-help-peek = Dans les demandes, montrer la demande de la ligne
ui-help-close = Fermer le dossier ; dans la recherche, retirer le dernier filtre
ui-key-arrows = Flèches, Début, Fin, Page
ui-help-walk = Parcourir la liste des dossiers
ui-key-next-finding = F8, Maj+F8
ui-help-next-finding = Anomalie suivante, précédente
ui-key-regions = F6, Maj+F6
ui-help-regions = Zone suivante, précédente de la fenêtre
ui-help-back = Dans un import : revenir à l’étape précédente
ui-key-select = Espace, Maj+flèches, Ctrl+A
ui-help-select = Dans les dossiers, sélectionner la ligne, étendre, tout sélectionner
ui-key-decide = L, D, P, N
ui-help-decide = Dans la liste ou sur une anomalie : lever, dérogation, pièce, note
ui-key-waivers = L, Suppr
ui-help-waivers = Dans les levées : renouveler, retirer

## What was said since the workspace was opened

ui-messages-title = Messages
ui-messages-text = Tout ce qui a été dit depuis l’ouverture de l’espace, le plus récent d’abord. La liste est oubliée à la fermeture et au verrouillage.
ui-messages-none = Aucun message
ui-messages-none-text = Ce qui est annoncé en haut de l’écran reste ici, même une fois masqué.
