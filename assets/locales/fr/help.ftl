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
ui-help-decide = Dans la liste ou sur un constat : lever, dérogation, pièce, note
ui-key-waivers = L, Suppr
ui-help-waivers = Dans les levées : renouveler, retirer
