/**
 * Makes the export of 300 lines that the user guide imports, dauphin-300.csv: `node db/seeds/samples/dauphin-300.ts`. Everything in it is
 * fictitious. It is the second session of 2027 (call « dauphin-2027-2 » of the demonstration). Six of its lines are broken on purpose.
 */
import { writeFileSync } from 'node:fs'
import { type DauphinSheetLine, dauphinCsv, dauphinLines } from '../programme/dauphin-sheet.ts'
import { drawSession } from '../programme/second-session.ts'

const LINES = 300
const BROKEN = 6

function linesOfSession(): DauphinSheetLine[] {
  const files = drawSession()
  return files.flatMap((file, rank) =>
    dauphinLines(file, {
      number: `DA6227${String(3_001 + rank)}`,
      startsOn: '01/06/2027',
      endsOn: '31/12/2027',
      status: (funder) => ({
        label: rank % 11 === 3 ? 'En attente d’instruction' : 'Recevable',
        comment: funder === 'state' && rank % 4 === 0 ? 'Avis du délégué du préfet à venir' : '',
      }),
    }),
  )
}

function brokenOf(lines: readonly DauphinSheetLine[]): DauphinSheetLine[] {
  const [first = {}, second = {}] = lines
  return [
    { ...first, 'N° de dossier': 'DA62279001', SIRET: '6,30659E+10', Intitulé: 'SIRET arrondi par un tableur' },
    { ...first, 'N° de dossier': 'DA62279002', SIRET: '63065900014', Intitulé: 'SIRET sans ses zéros' },
    { ...first, 'N° de dossier': 'DA62279003', QPV: 'QP062098', Intitulé: 'Quartier de 2015' },
    { ...second, 'N° de dossier': 'DA62279004', 'Montant demandé': 'cinq mille', Intitulé: 'Montant en lettres' },
    { ...second, 'N° de dossier': 'DA62279005', 'Date de début': '31/12/2027', 'Date de fin': '01/06/2027', Intitulé: 'Dates à l’envers' },
    { ...first, Commentaire: 'La même ligne une seconde fois' },
  ]
}

/** The last file is cut where the sheet is full: its other funders are asked elsewhere. */
const good = linesOfSession().slice(0, LINES - BROKEN)
writeFileSync(new URL('dauphin-300.csv', import.meta.url), dauphinCsv([...good, ...brokenOf(good)]))
