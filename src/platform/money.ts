declare const centsBrand: unique symbol

/** Whole euro cents, never a float of euros. Safe up to 90 000 billion euros. */
export type Cents = number & { readonly [centsBrand]: true }

export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of cents: ${value}`)
  return value as Cents
}

export function euros(value: number): Cents {
  return cents(Math.round(value * 100))
}

export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0
  for (const amount of amounts) total += amount
  return cents(total)
}

const whole = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })
const exact = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** « 1 234 » or « 1 234,50 »: cents are shown only when the amount has some. A negative takes U+2212. */
export function formatAmount(amount: Cents): string {
  return signed(amount, amount % 100 === 0 ? whole : exact)
}

/** « 1 234 € » or « 1 234,50 € ». */
export function formatEuros(amount: Cents): string {
  return `${formatAmount(amount)}\u00A0€`
}

/** « 1 234,00 € »: the form used in acts and letters. */
export function formatEurosExact(amount: Cents): string {
  return `${signed(amount, exact)}\u00A0€`
}

/** « 1234.50 »: machine form of euros, decimal point, no separator. */
export function decimalEuros(amount: Cents): string {
  const sign = amount < 0 ? '-' : ''
  const absolute = Math.abs(amount)
  return `${sign}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`
}

function signed(amount: Cents, format: Intl.NumberFormat): string {
  return (amount < 0 ? '−' : '') + format.format(Math.abs(amount) / 100)
}

/** The largest amount a field takes: a billion euros. Above it is a slip of the finger, not a subsidy. */
export const LARGEST_AMOUNT = cents(100_000_000_000)

export type AmountFlaw = 'not-an-amount' | 'negative' | 'too-large' | 'has-cents'
export type ParsedAmount = { ok: true; value: Cents } | { ok: false; reason: AmountFlaw }

/** Reads « 1 234,50 », « 1234.5 », « 1 234 € ». Spaces of any width part thousands; a comma or a point parts cents. */
export function parseEuros(text: string): ParsedAmount {
  const compact = text.replace(/[\s\u00A0\u202F€]/g, '').replace('−', '-')
  const found = /^(-?)(\d{1,15})(?:[.,](\d{1,2}))?$/.exec(compact)
  if (!found) return { ok: false, reason: 'not-an-amount' }
  const [, minus, units = '0', fraction = ''] = found
  if (minus) return { ok: false, reason: 'negative' }
  const value = Number(units) * 100 + Number(fraction.padEnd(2, '0'))
  return value > LARGEST_AMOUNT ? { ok: false, reason: 'too-large' } : { ok: true, value: cents(value) }
}

/** As {@link parseEuros}, but whole euros only, as the budget forms of the State ask. */
export function parseWholeEuros(text: string): ParsedAmount {
  const parsed = parseEuros(text)
  return parsed.ok && parsed.value % 100 !== 0 ? { ok: false, reason: 'has-cents' } : parsed
}

export const AMOUNT_FLAWS = {
  'not-an-amount': 'Écrivez un nombre d’euros, en chiffres. Exemple\u00A0: 350',
  negative: 'Le montant ne peut pas être négatif. Écrivez 0 s’il n’y a rien',
  'too-large': 'Ce montant dépasse un milliard d’euros\u00A0: vérifiez le nombre de zéros',
  'has-cents': 'Écrivez un nombre entier d’euros, sans centimes. Exemple\u00A0: 350',
} satisfies Record<AmountFlaw, string>

/** Shares are read to a millionth: whole weights, so that the split is exact and the same everywhere. */
const SHARE_SCALE = 1_000_000

/**
 * Splits an amount by shares with the largest remainder, so that the parts always add up to the whole.
 * Shares are weights ≥ 0 of any sum > 0; ties go to the first. A negative total is split like its opposite.
 */
export function splitByShares(total: Cents, shares: readonly number[]): Cents[] {
  if (total < 0) return splitByShares(cents(-total), shares).map((part) => cents(part === 0 ? 0 : -part))
  const weights = shares.map((share) => BigInt(Math.round(share * SHARE_SCALE)))
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  if (whole <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError('shares must be positive and have a positive sum')
  const parts = weights.map((weight, index) => {
    const product = BigInt(total) * weight
    return { index, floor: Number(product / whole), remainder: product % whole }
  })
  const left = total - parts.reduce((sum, { floor }) => sum + floor, 0)
  const byRemainder = [...parts].sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index))
  return parts.map(({ index, floor }) => cents(floor + (raised.has(index) ? 1 : 0)))
}
