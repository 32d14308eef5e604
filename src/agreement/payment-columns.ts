import { plainWords } from '#calls/dauphin-columns.ts'

/** What a line of payments holds: the heading we write and those of Chorus and Hélios exports that we also read. */
export const PAYMENT_COLUMNS = [
  {
    key: 'obligation',
    header: 'N° EJ',
    also: [
      'ej',
      'numero ej',
      'n d ej',
      'numero d ej',
      'engagement juridique',
      'n engagement juridique',
      'numero d engagement juridique',
      'n engagement',
      'numero d engagement',
      'n d engagement',
      'engagement',
    ],
  },
  {
    key: 'number',
    header: 'N° DP ou mandat',
    also: [
      'n dp',
      'numero dp',
      'dp',
      'demande de paiement',
      'n demande de paiement',
      'numero de demande de paiement',
      'n mandat',
      'n de mandat',
      'numero de mandat',
      'numero mandat',
      'mandat',
      'n de paiement',
      'numero de paiement',
    ],
  },
  {
    key: 'amount',
    header: 'Montant',
    also: [
      'montant paye',
      'montant du paiement',
      'montant paiement',
      'montant dp',
      'montant du mandat',
      'montant mandat',
      'montant ttc',
      'montant net',
      'montant en euros',
    ],
  },
  {
    key: 'day',
    header: 'Date de paiement',
    also: [
      'date paiement',
      'date du paiement',
      'date de mise en paiement',
      'date de reglement',
      'date de virement',
      'date du virement',
      'paye le',
    ],
  },
  {
    key: 'siret',
    header: 'SIRET',
    also: [
      'n siret',
      'numero siret',
      'siret du tiers',
      'siret tiers',
      'siret du beneficiaire',
      'siret beneficiaire',
      'identifiant du tiers',
    ],
  },
  {
    key: 'name',
    header: 'Tiers',
    also: [
      'nom du tiers',
      'libelle tiers',
      'libelle du tiers',
      'raison sociale',
      'beneficiaire',
      'nom du beneficiaire',
      'fournisseur',
      'nom du fournisseur',
      'titulaire',
    ],
  },
] as const

export type PaymentColumn = (typeof PAYMENT_COLUMNS)[number]['key']
export type PaymentPositions = ReadonlyMap<PaymentColumn, number>

/** How far down the heading may be: exports begin with a title and their filters. */
export const DEEPEST_HEADING = 20

export interface SheetLine {
  line: number
  cells: readonly string[]
}

export type Headed = { ok: true; positions: PaymentPositions; body: readonly SheetLine[] } | { ok: false; missing: string[] }

/** Where each column is and the lines below it; or the columns that the best heading lacks. */
export function readPaymentHeading(lines: readonly SheetLine[]): Headed {
  const tried = lines.slice(0, DEEPEST_HEADING).map(({ cells }, index) => ({ index, positions: positionsOf(cells) }))
  const best = tried.reduce<(typeof tried)[number] | undefined>(
    (top, one) => (one.positions.size > (top?.positions.size ?? 0) ? one : top),
    undefined,
  )
  const missing = missingOf(best?.positions ?? new Map())
  if (!best || missing.length > 0) return { ok: false, missing }
  return { ok: true, positions: best.positions, body: lines.slice(best.index + 1) }
}

function positionsOf(cells: readonly string[]): Map<PaymentColumn, number> {
  const positions = new Map<PaymentColumn, number>()
  for (const [position, cell] of cells.entries()) {
    const words = plainWords(cell)
    const column = PAYMENT_COLUMNS.find(({ header, also }) => plainWords(header) === words || also.some((other) => other === words))
    if (column && !positions.has(column.key)) positions.set(column.key, position)
  }
  return positions
}

/** The third party is known by its SIRET or by its name. */
function missingOf(positions: PaymentPositions): string[] {
  const missing: string[] = PAYMENT_COLUMNS.filter(({ key }) => key !== 'siret' && key !== 'name' && !positions.has(key)).map(
    ({ header }) => header,
  )
  if (!positions.has('siret') && !positions.has('name')) missing.push('SIRET ou Tiers')
  return missing
}
