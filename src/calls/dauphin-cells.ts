import { parseDay } from '#platform/day.ts'
import { isRna, isSiret, normaliseSiret } from '#platform/identifiers.ts'
import { parseEuros } from '#platform/money.ts'
import { type DauphinColumn, plainWords } from './dauphin-columns.ts'
import { type DauphinContext, themeOf } from './dauphin-context.ts'
import { readQpvShares } from './dauphin-qpv-shares.ts'
import type { DauphinRule } from './dauphin-refusals.ts'
import { dauphinStatusOf } from './dauphin-statuses.ts'
import { legalFormOfThirdParty } from './dauphin-third-parties.ts'

/** A cell in its one form (amounts in cents, ISO days, codes), so that two imports compare; or the rule it breaks. */
export type ReadCell = { ok: true; value: string } | { ok: false; rule: DauphinRule }

const good = (value: string): ReadCell => ({ ok: true, value })
const bad = (rule: DauphinRule): ReadCell => ({ ok: false, rule })

type Reader = (cell: string, context: DauphinContext) => ReadCell

const text =
  (max: number): Reader =>
  (cell) =>
    cell.length > max ? bad('too-long') : good(cell)

/** Each reader is given a cell that is not empty. */
export const CELL_READERS = {
  number: (cell) => {
    const number = cell.toUpperCase().replace(/[\s\u00A0\u202F]/g, '')
    return /^DA[A-Z0-9-]{2,28}$/.test(number) ? good(number) : bad('not-a-file-number')
  },
  year: (cell, { year }) => (cell === String(year) ? good(cell) : bad('other-year')),
  theme: (cell, { themes }) => {
    const theme = themeOf(cell, themes)
    return theme ? good(theme) : bad('unknown-theme')
  },
  frequency: readFrequency,
  siret: readSiret,
  rna: (cell) => (isRna(cell.toUpperCase().trim()) ? good(cell.toUpperCase().trim()) : bad('not-an-rna')),
  organisationName: text(300),
  thirdPartyKind: (cell) => {
    const form = legalFormOfThirdParty(cell)
    return form ? good(form) : bad('unknown-third-party')
  },
  title: text(300),
  summary: text(20_000),
  startsOn: readCellDay,
  endsOn: readCellDay,
  qpvs: (cell, { qpvCodes }) => readQpvShares(cell, qpvCodes),
  women: readCount,
  men: readCount,
  totalCost: readAmount,
  funder: text(200),
  asked: readAmount,
  status: (cell) => {
    const status = dauphinStatusOf(cell)
    if (status === undefined) return bad('unknown-status')
    return status === 'not-deposited' ? bad('not-deposited') : good(cell)
  },
  voted: readAmount,
  decidedOn: readCellDay,
  comment: text(20_000),
} satisfies Record<DauphinColumn, Reader>

/** A spreadsheet rounds fourteen digits, and eats the zeros of the beginning. Neither is repaired: the number would be a guess. */
function readSiret(cell: string): ReadCell {
  if (/^\d+([.,]\d+)?\s*e\s*\+?\s*\d+$/i.test(cell.trim())) return bad('siret-rounded')
  const siret = normaliseSiret(cell)
  if (!/^\d{14}$/.test(siret)) return bad('siret-length')
  return isSiret(siret) ? good(siret) : bad('siret-key')
}

function readFrequency(cell: string): ReadCell {
  const words = plainWords(cell)
  if (/^renouvellement|^poursuite/.test(words)) return good('renewed')
  return /^premiere|^nouvelle|^initiale/.test(words) ? good('first') : bad('unknown-frequency')
}

function readCellDay(cell: string): ReadCell {
  const found = parseDay(cell)
  return found ? good(found) : bad('not-a-day')
}

function readCount(cell: string): ReadCell {
  const compact = cell.replace(/[\s\u00A0\u202F]/g, '')
  return /^\d{1,6}$/.test(compact) ? good(String(Number(compact))) : bad('not-a-count')
}

function readAmount(cell: string): ReadCell {
  const parsed = parseEuros(cell)
  return parsed.ok ? good(String(parsed.value)) : bad('not-an-amount')
}
