import type { Figure, Scale } from './figure.ts'

export type Incomparable = 'unreadable' | 'units-differ' | 'definitions-differ' | 'years-differ' | 'year-unknown' | 'one-is-fictitious'

/**
 * Every reason why two figures may not stand side by side (TER-07): none when the year and the definition are the same.
 * A year that is not printed is the same only within one source: two cells of one table.
 */
export function whyIncomparable(one: Figure, other: Figure): Incomparable[] {
  const reasons: Incomparable[] = []
  if (one.value === null || other.value === null) reasons.push('unreadable')
  if (one.unit !== other.unit) reasons.push('units-differ')
  if (one.definition !== other.definition || one.indicator !== other.indicator) reasons.push('definitions-differ')
  if (one.fictitious !== other.fictitious) reasons.push('one-is-fictitious')
  return [...reasons, ...yearReasons(one, other)]
}

function yearReasons(one: Figure, other: Figure): Incomparable[] {
  const known = one.year !== null && other.year !== null
  if (known) return one.year === other.year ? [] : ['years-differ']
  const oneTable = one.source === other.source && one.year === other.year && one.period === other.period
  return oneTable ? [] : ['year-unknown']
}

export const INCOMPARABLE_WORDS = {
  unreadable: 'une des valeurs est illisible dans le document',
  'units-differ': 'les unités diffèrent',
  'definitions-differ': 'les définitions diffèrent',
  'years-differ': 'les années diffèrent',
  'year-unknown': 'l’année d’une des valeurs n’est pas connue',
  'one-is-fictitious': 'une des valeurs est inventée pour la démonstration',
} satisfies Record<Incomparable, string>

/** « Non comparable : les années diffèrent. » */
export function incomparableSentence(reasons: readonly Incomparable[]): string {
  return `Non comparable\u00A0: ${reasons.map((reason) => INCOMPARABLE_WORDS[reason]).join('\u202F; ')}.`
}

export interface ScaleFigures {
  scale: Scale
  name: string
  figures: readonly Figure[]
}

export type ScaleValue = { scale: Scale; name: string } & (
  | { state: 'comparable'; figure: Figure }
  | { state: 'incomparable'; figure: Figure; reasons: Incomparable[] }
  | { state: 'absent' }
)

/** For one figure of a neighbourhood, the value of each wider scale that may stand beside it, or why none may. */
export function sideBySide(reference: Figure, scales: readonly ScaleFigures[]): ScaleValue[] {
  return scales.map(({ scale, name, figures }) => {
    const judged = figures.map((figure) => ({ figure, reasons: whyIncomparable(reference, figure) }))
    const [best] = judged.sort((a, b) => a.reasons.length - b.reasons.length)
    if (!best) return { scale, name, state: 'absent' }
    if (best.reasons.length > 0) return { scale, name, state: 'incomparable', ...best }
    return { scale, name, state: 'comparable', figure: best.figure }
  })
}
