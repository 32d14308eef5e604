import { type Cents, decimalEuros } from '#platform/money.ts'
import { sum } from '../demo-budget.ts'
import { CITY_FUNDERS, type FunderKey } from '../demo-funders.data.ts'
import { DAUPHIN_HEADINGS, type DauphinSheetLine } from '../samples/dauphin-headings.ts'
import type { Carrier } from './carriers.ts'
import { generatedBudget } from './generated-budget.ts'
import { askedOf, type GeneratedFile } from './generated-file.ts'
import { placeWords } from './place-words.ts'

const LINE_NAMES: Readonly<Record<string, string>> = {
  state: '62-ETAT-POLITIQUE-VILLE',
  region: 'REGION HAUTS-DE-FRANCE',
  department: 'DEPARTEMENT DU PAS-DE-CALAIS',
  epci: 'CA DE LENS - LIEVIN AGGLOMERATION',
  caf: 'CAF DU PAS-DE-CALAIS',
  ...Object.fromEntries(CITY_FUNDERS.map(({ key, shortName }) => [key, plainCapitals(`Ville ${placeWords(shortName).of}`)])),
}

const THIRD_PARTIES: Readonly<Partial<Record<Carrier['legalForm'], string>>> = {
  association: 'Association',
  commune: 'Commune',
  ccas: 'CCAS',
  school: 'Établissement scolaire',
  landlord: 'Bailleur social',
  company: 'Coopérative',
}

export interface DauphinSaid {
  number: string
  startsOn: string
  endsOn: string
  /** By funder: the label of the portal and, once voted, the amount and its day. */
  status: (funder: FunderKey) => { label: string; voted?: Cents; decidedOn?: string; comment?: string }
}

/** One line a funder, the file repeated on each: that is how the portal gives it. */
export function dauphinLines(file: GeneratedFile, said: DauphinSaid): DauphinSheetLine[] {
  const { action, asked, year, renewed } = file
  const { carrier } = action
  const people = Object.values(action.people)
  const whole: DauphinSheetLine = {
    'N° de dossier': said.number,
    Exercice: String(year),
    Thématique: action.theme,
    Fréquence: renewed ? 'Renouvellement' : 'Première demande',
    SIRET: carrier.siret,
    RNA: carrier.rna ?? '',
    'Raison sociale': carrier.name,
    'Type de tiers': THIRD_PARTIES[carrier.legalForm] ?? '',
    Intitulé: action.title,
    Description: action.summary,
    'Date de début': said.startsOn,
    'Date de fin': said.endsOn,
    QPV:
      action.shares.length === 1
        ? (action.shares[0]?.[0] ?? '')
        : action.shares.map(([code, percent]) => `${code} (${percent} %)`).join(' ; '),
    Femmes: String(sum(people.map(([women]) => women))),
    Hommes: String(sum(people.map(([, men]) => men))),
    'Coût total': String(sum(Object.values(asked)) + ownProducts(file)),
    'Pôle instructeur': 'Lens',
  }
  return askedOf(file).map(([funder, amount]) => {
    const { label, voted, decidedOn = '', comment = '' } = said.status(funder)
    return {
      ...whole,
      Financeur: LINE_NAMES[funder] ?? funder,
      'Montant demandé': String(amount),
      Statut: label,
      'Montant voté': voted === undefined ? '' : decimalEuros(voted).replace('.', ','),
      'Date de décision': decidedOn,
      Commentaire: comment,
    }
  })
}

/** Charges but account 86: what the action costs in money, less what is asked. */
function ownProducts(file: GeneratedFile): number {
  const products = [...generatedBudget(file)].filter(([account]) => /^(7(0|56|4)|insuf)/.test(account))
  return sum(products.map(([, amount]) => amount))
}

/** The text of the sheet: headings, then the cells of each line. */
export function dauphinTable(lines: readonly DauphinSheetLine[]): string[][] {
  return [[...DAUPHIN_HEADINGS], ...lines.map((line) => DAUPHIN_HEADINGS.map((heading) => line[heading] ?? ''))]
}

/** As the portal writes it: separated by semicolons, with a mark of Unicode at the beginning. */
export function dauphinCsv(lines: readonly DauphinSheetLine[]): string {
  const rows = dauphinTable(lines).map((row) =>
    row.map((cell) => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';'),
  )
  return `\uFEFF${rows.join('\r\n')}\r\n`
}

function plainCapitals(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase()
}
