/**
 * Makes our sample of a Dauphin sheet, dauphin-2027.csv, since no real export is public: `node db/seeds/samples/dauphin-2027.ts`.
 * Everything in it is fictitious; the neighbourhoods are those of the demonstration. Five of its lines are broken on purpose.
 */
import { writeFileSync } from 'node:fs'
import { FILES, STATE } from './dauphin-2027.data.ts'
import { DAUPHIN_HEADINGS, type DauphinSheetLine } from './dauphin-headings.ts'

function linesOf(
  [number, siretOf, name, kind, title, text, theme, qpvs, women, men, cost, asked]: (typeof FILES)[number],
  rank: number,
): DauphinSheetLine[] {
  return Object.entries(asked).map(([funder, amount]) => ({
    'N° de dossier': number,
    Exercice: '2027',
    Thématique: theme,
    Fréquence: rank % 3 === 0 ? 'Première demande' : 'Renouvellement',
    SIRET: siretOf,
    RNA: kind === 'Association' ? `W62${String(1_000_000 + rank).slice(1)}0` : '',
    'Raison sociale': name,
    'Type de tiers': kind,
    Intitulé: title,
    Description: text,
    'Date de début': '01/01/2027',
    'Date de fin': '31/12/2027',
    QPV: qpvs,
    Femmes: String(women),
    Hommes: String(men),
    'Coût total': String(cost),
    Financeur: funder,
    'Montant demandé': String(amount),
    Statut: rank === 9 ? 'En attente d’instruction' : 'Recevable',
    Commentaire: funder === STATE ? 'Avis du délégué du préfet à venir' : '',
    'Pôle instructeur': 'Lens',
  }))
}

const first: DauphinSheetLine = linesOf(FILES[0] ?? never(), 0)[0] ?? {}
const BROKEN: readonly DauphinSheetLine[] = [
  { ...first, 'N° de dossier': 'DA62270012', SIRET: '2,13502E+13', Intitulé: 'SIRET arrondi par un tableur' },
  { ...first, 'N° de dossier': 'DA62270013', SIRET: '1010000', Intitulé: 'SIRET sans ses zéros' },
  { ...first, 'N° de dossier': 'DA62270014', QPV: 'QP062098', Intitulé: 'Quartier de 2015' },
  { ...first, 'N° de dossier': 'DA62270015', 'Montant demandé': 'cinq mille', Intitulé: 'Montant en lettres' },
  { ...first, Commentaire: 'La même ligne une seconde fois' },
]

function never(): never {
  throw new Error('the lists of this file are not empty')
}

function quoted(cell: string): string {
  return /[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const lines = [...FILES.flatMap(linesOf), ...BROKEN]
const table = [DAUPHIN_HEADINGS.map(String), ...lines.map((line) => DAUPHIN_HEADINGS.map((heading) => line[heading] ?? ''))]
const text = `\uFEFF${table.map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`
writeFileSync(new URL('dauphin-2027.csv', import.meta.url), text)
