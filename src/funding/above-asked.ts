import { type Cents, cents, formatEuros, parseEuros } from '#platform/money.ts'

/** How far an amount goes above what was asked, in words; undefined when it does not. */
export function aboveAsked(amount: Cents, asked: Cents): string | undefined {
  if (amount <= asked) return undefined
  if (asked === 0) return 'rien n’est demandé'
  const times = Math.floor(amount / asked)
  if (times < 2) return `${formatEuros(cents(amount - asked))} de plus que la demande`
  return `${amount % asked === 0 ? '' : 'plus de '}${times} fois la demande`
}

/** The same of an amount as it is typed: what cannot be read has its own error. */
export function typedAboveAsked(typed: string, asked: Cents): string | undefined {
  const amount = parseEuros(typed)
  return amount.ok ? aboveAsked(amount.value, asked) : undefined
}
