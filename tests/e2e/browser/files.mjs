// Spreadsheets as offices have them, of fictitious people.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a file of lines, its fields parted by semicolons; its path. */
export function write(folder, name, lines) {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Titles above the headers, a column nobody else calls so, a code of the house, remarks. */
export const messy = (folder) =>
  write(folder, 'effectifs.csv', [
    'Université fictive – Scolarité;;;;;;;',
    'Liste éditée le 20/09/2024;;;;;;;',
    ';;;;;;;',
    'Numéro étudiant;Nom de naissance;Prénom;Né(e) le;Cursus local;Année universitaire;Régime;Observations du secrétariat',
    '21001001;EXEMPLE;Une;23/04/2001;L2;2024-2025;Formation initiale;RAS',
    '21001002;FICTIF;Deux;25/11/2002;L3;2024-2025;ZZ;',
    '21001003;INVENTÉ;Trois;01/02/2003;M1;2024-2025;Formation initiale;à rappeler',
  ]);

const HEADERS = 'Nom de naissance;Prénom;Né(e) le;Niveau;Code étape;Année universitaire;Régime';

/** Two persons of one name born the same day. */
export const namesakes = (folder) =>
  write(folder, 'homonymes.csv', [
    `Numéro étudiant;${HEADERS}`,
    '21001011;EXEMPLE;Isabelle;23/04/2001;L2;LDROIT2;2024-2025;Formation initiale',
    '21001012;EXEMPLE;Isabelle;23/04/2001;L2;LDROIT2;2024-2025;Formation initiale',
  ]);

/** Rows that could be about either of them. */
export const doubtful = (folder) =>
  write(folder, 'douteux.csv', [HEADERS, 'EXEMPLE;Isabelle;23/04/2001;L3;LDROIT3;2025-2026;Formation initiale', 'EXEMPLE;Isabelle;23/04/2001;L3;LGESTION3;2025-2026;Formation initiale']);

/** Enough rows for an import that one has the time to stop. */
export const long = (folder, rows = 40_000) =>
  write(folder, 'longue-liste.csv', [
    `Numéro étudiant;${HEADERS}`,
    ...Array.from({ length: rows }, (_, row) => `${22_000_000 + row};EXEMPLE${row};Une;23/04/2001;L2;LDROIT2;2024-2025;Formation initiale`),
  ]);
