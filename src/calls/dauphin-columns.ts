/** What one line of our Dauphin sheet holds, with the heading we write and those we also read. Described in docs/dauphin-import.md. */
export const DAUPHIN_COLUMNS = [
  { key: 'number', header: 'N° de dossier', also: ['numero de dossier', 'reference administrative', 'numero dauphin'], required: true },
  { key: 'year', header: 'Exercice', also: ['exercice budgetaire', 'annee'], required: true },
  { key: 'theme', header: 'Thématique', also: ['theme', 'thematiques'], required: false },
  { key: 'frequency', header: 'Fréquence', also: ['frequence de la demande'], required: false },
  { key: 'siret', header: 'SIRET', also: ['numero siret', 'n siret', 'siret du demandeur'], required: true },
  { key: 'rna', header: 'RNA', also: ['numero rna', 'n rna'], required: false },
  { key: 'organisationName', header: 'Raison sociale', also: ['raison sociale longue', 'denomination', 'demandeur'], required: true },
  { key: 'thirdPartyKind', header: 'Type de tiers', also: ['nature juridique', 'type de demandeur'], required: true },
  { key: 'title', header: 'Intitulé', also: ['intitule de l action', 'libelle de l action', 'titre'], required: true },
  { key: 'summary', header: 'Description', also: ['description de l action', 'resume'], required: false },
  { key: 'startsOn', header: 'Date de début', also: ['date debut', 'debut'], required: false },
  { key: 'endsOn', header: 'Date de fin', also: ['date fin', 'fin'], required: false },
  { key: 'qpvs', header: 'QPV', also: ['quartiers', 'quartiers prioritaires', 'qpv concernes'], required: false },
  { key: 'women', header: 'Femmes', also: ['nombre de femmes', 'nb femmes'], required: false },
  { key: 'men', header: 'Hommes', also: ['nombre d hommes', 'nb hommes'], required: false },
  { key: 'totalCost', header: 'Coût total', also: ['cout total de l action', 'budget total', 'total des charges'], required: false },
  { key: 'funder', header: 'Financeur', also: ['ligne de financement', 'financeur sollicite'], required: true },
  { key: 'asked', header: 'Montant demandé', also: ['montant sollicite', 'mt demande'], required: true },
  { key: 'status', header: 'Statut', also: ['statut de la demande', 'etat'], required: false },
  { key: 'voted', header: 'Montant voté', also: ['montant accorde', 'mt vote'], required: false },
  { key: 'decidedOn', header: 'Date de décision', also: ['date decision'], required: false },
  { key: 'comment', header: 'Commentaire', also: ['commentaires', 'observation'], required: false },
] as const

export type DauphinColumn = (typeof DAUPHIN_COLUMNS)[number]['key']

export function columnHeader(key: DauphinColumn): string {
  return DAUPHIN_COLUMNS.find((column) => column.key === key)?.header ?? key
}

/** Without case, accents nor signs: « N° de dossier » and « n de dossier » are the same. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

export interface DauphinHeader {
  positions: ReadonlyMap<DauphinColumn, number>
  /** Headings that we do not know: kept with each line, shown in the report. */
  unknown: { position: number; header: string }[]
  missing: DauphinColumn[]
}

/** Where each column is. The first of two equal headings counts; the other is kept as unknown. */
export function readHeader(cells: readonly string[]): DauphinHeader {
  const positions = new Map<DauphinColumn, number>()
  const unknown: DauphinHeader['unknown'] = []
  cells.forEach((cell, position) => {
    const key = keyOf(plainWords(cell))
    if (key && !positions.has(key)) positions.set(key, position)
    else if (cell.trim() !== '') unknown.push({ position, header: cell.trim() })
  })
  const missing = DAUPHIN_COLUMNS.filter(({ key, required }) => required && !positions.has(key)).map(({ key }) => key)
  return { positions, unknown, missing }
}

function keyOf(words: string): DauphinColumn | undefined {
  return DAUPHIN_COLUMNS.find(({ header, also }) => plainWords(header) === words || also.some((other) => other === words))?.key
}
