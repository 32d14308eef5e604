import { type FormError, idField, parseTyped, type Typed } from '#platform/form.ts'
import { OpinionForm } from './act-forms.ts'
import { OPINION_REFUSALS } from './opinion-check.ts'
import type { OpinionEntry, RefusedEntry } from './opinion-giving-acts.ts'

/** The fields of one row of a grid of opinions: each carries the identifier of what is asked. */
export const GRID_FIELDS = ['id', 'seen', 'kind', 'amount', 'reason'] as const
export type GridField = (typeof GRID_FIELDS)[number]

export function gridField(field: GridField, requestId: string): string {
  return `${field}.${requestId}`
}

/** What a person fills: a row where all of these are empty says nothing, and is left as it is. */
const FILLED = ['kind', 'amount', 'reason'] as const

export interface ReadGrid {
  entries: OpinionEntry[]
  errors: FormError[]
}

/** Reads the rows that were filled, each error beside its own field. */
export function readGrid(typed: Typed): ReadGrid {
  const read: ReadGrid = { entries: [], errors: [] }
  for (const name of Object.keys(typed.values)) {
    const requestId = name.startsWith('id.') ? idField.safeParse(name.slice('id.'.length)).data : undefined
    if (requestId === undefined || !isFilled(typed, requestId)) continue
    const row = parseTyped(OpinionForm, rowOf(typed, requestId))
    if (!row.ok) read.errors.push(...row.errors.map(({ field, message }) => ({ field: `${field}.${requestId}`, message })))
    else {
      const { id, seen, kind, amount, reason } = row.value
      read.entries.push({ id, requestId, kind, reason, proposed: amount, seenId: idField.safeParse(seen).data })
    }
  }
  return read
}

function isFilled({ values }: Typed, requestId: string): boolean {
  return FILLED.some((field) => (values[gridField(field, requestId)] ?? '').trim() !== '')
}

function rowOf({ values }: Typed, requestId: string): Typed {
  const row = Object.fromEntries(GRID_FIELDS.map((field) => [field, values[gridField(field, requestId)] ?? '']))
  return { values: row, lists: {}, files: {} }
}

export function gridErrors(refused: readonly RefusedEntry[]): FormError[] {
  return refused.flatMap(({ requestId, reasons }) =>
    reasons.map((reason) => ({ field: `${OPINION_REFUSALS[reason].field}.${requestId}`, message: OPINION_REFUSALS[reason].message })),
  )
}

/** Nothing was filled: said beside the first row. */
export function nothingFilled(typed: Typed): FormError[] {
  const first = Object.keys(typed.values).find((name) => name.startsWith('id.'))
  return [{ field: `kind.${first?.slice('id.'.length) ?? ''}`, message: 'Remplissez au moins une ligne avant d’enregistrer' }]
}
