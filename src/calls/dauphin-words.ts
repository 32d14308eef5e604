import { LEGAL_FORM_NAMES, LEGAL_FORMS } from '#access/legal-forms.ts'
import { formatDayNumeric, isDay } from '#platform/day.ts'
import { cents, formatEuros } from '#platform/money.ts'
import type { DauphinColumn } from './dauphin-columns.ts'
import { listQpvShares } from './dauphin-qpv-shares.ts'
import { formatPercent } from './part-shares.ts'

const AMOUNTS: readonly DauphinColumn[] = ['asked', 'voted', 'totalCost']

/** A value of the portal, or ours, as a person reads it. */
export function sayValue(column: DauphinColumn, value: string | undefined): string {
  if (value === undefined || value === '') return 'rien'
  if (AMOUNTS.includes(column)) return formatEuros(cents(Number(value)))
  if (column === 'qpvs') {
    return listQpvShares(value)
      .map(({ code, share }) => `${code} ${formatPercent(share)}\u00A0%`)
      .join(', ')
  }
  if (column === 'frequency') return value === 'renewed' ? 'Renouvellement' : 'Première demande'
  if (column === 'thirdPartyKind') return legalForm(value)
  return isDay(value) ? formatDayNumeric(value) : value
}

function legalForm(value: string): string {
  const form = LEGAL_FORMS.find((one) => one === value)
  return form ? LEGAL_FORM_NAMES[form] : value
}
