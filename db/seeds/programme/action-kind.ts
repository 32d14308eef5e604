import type { AgeBand } from '#calls/form-fields.ts'
import type { DemoAction } from '../demo-actions.data.ts'

/** A kind of action that contrats de ville do fund, with the words of those who run it; each list gives turns of phrase. */
export interface ActionKind {
  key: string
  theme: string
  orientation: string
  /** How much money it takes, from 0 (a little) to 3 (posts). */
  size: 0 | 1 | 2 | 3
  by: 'association' | 'public' | 'any'
  cost: DemoAction['cost']
  /** Weights by age band. */
  people: Readonly<Partial<Record<AgeBand, number>>>
  /** Share of women and girls in the public, between 0 and 1. */
  women: number
  titles: readonly string[]
  does: readonly string[]
  how: readonly string[]
  need: readonly string[]
  means: readonly string[]
  partners: readonly string[]
  result: string
  indicator: string
  /** Share of the public that reaches what is aimed at, between 0 and 1. */
  reach: number
  summer?: true
}
