import { type Cents, decimalEuros, formatEuros } from '#platform/money.ts'
import type { Html } from './html.ts'

export type AmountStep = 'asked' | 'proposed' | 'retained' | 'decided' | 'obligated' | 'paid' | 'spent'

/** The French word of each of the seven amounts, the same everywhere. Two different amounts are never added. */
export const AMOUNT_WORDS = {
  asked: 'Demandé',
  proposed: 'Proposé',
  retained: 'Retenu en comité',
  decided: 'Décidé',
  obligated: 'Engagé',
  paid: 'Payé',
  spent: 'Réalisé',
} as const satisfies Record<AmountStep, string>

export function StepWord({ step, word }: { step: AmountStep; word?: string }): Html {
  return <span data-step={step}>{word ?? AMOUNT_WORDS[step]}</span>
}

export interface AmountProps {
  step: AmountStep
  value: Cents | string
  word?: string
  quiet?: boolean
}

/** An amount with its mark and its word; `quiet` leaves the word to screen readers. */
export function Amount({ step, value, word, quiet = false }: AmountProps): Html {
  const text = word ?? AMOUNT_WORDS[step]
  return (
    <span class="amount" data-step={step}>
      <span class={quiet ? 'vh' : undefined}>{text}</span>{' '}
      {typeof value === 'string' ? <b class="num">{value}</b> : <data value={decimalEuros(value)}>{formatEuros(value)}</data>}
    </span>
  )
}
