import { type Day, parseDay } from '#platform/day.ts'
import { textFlaw } from '#platform/form.ts'
import { AMOUNT_FLAWS, type Cents, parseWholeEuros } from '#platform/money.ts'
import { parsePercent } from './part-shares.ts'

/** How the raw text of a field is read. */
export type FieldSpec =
  | { kind: 'text'; max: number }
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'day' }
  | { kind: 'whole-euros' }
  | { kind: 'count' }
  | { kind: 'share' }
  | { kind: 'box' }
  | { kind: 'email'; max: number }

export type FieldValue =
  | { type: 'none' }
  | { type: 'text'; text: string }
  | { type: 'day'; day: Day }
  | { type: 'cents'; cents: Cents }
  | { type: 'count'; count: number }
  | { type: 'share'; share: number }

export interface ReadField {
  /** `none` when the text is empty or refused: it is then kept, shown, and not counted. */
  value: FieldValue
  error?: string
}

/** The most people one line may count: a million is a slip of the finger. */
const MOST_PEOPLE = 1_000_000

const NONE: ReadField = { value: { type: 'none' } }
const flawed = (error: string): ReadField => ({ value: { type: 'none' }, error })

const READERS_OF = {
  text: (raw: string, spec: FieldSpec) => readText(raw, 'max' in spec ? spec.max : 0),
  email: (raw: string, spec: FieldSpec) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(raw)
      ? readText(raw, 'max' in spec ? spec.max : 0)
      : flawed('Écrivez une adresse électronique complète. Exemple\u00A0: contact@association.example'),
  choice: (raw: string, spec: FieldSpec) =>
    'values' in spec && spec.values.includes(raw) ? textOf(raw) : flawed('Choisissez une réponse de la liste'),
  day: readDay,
  'whole-euros': readEuros,
  count: readCount,
  share: readShare,
  box: (raw: string) => (raw === 'oui' ? textOf(raw) : flawed('Cochez la case, ou laissez-la vide')),
} satisfies Record<FieldSpec['kind'], (raw: string, spec: FieldSpec) => ReadField>

/** From what a person typed to a typed value, or the sentence that says what to write. Empty is no error here. */
export function readField(spec: FieldSpec, raw: string): ReadField {
  const text = raw.trim()
  return text === '' ? NONE : READERS_OF[spec.kind](text, spec)
}

function textOf(text: string): ReadField {
  return { value: { type: 'text', text } }
}

function readText(text: string, max: number): ReadField {
  const flaw = textFlaw(text, { max })
  return flaw === undefined ? textOf(text) : flawed(flaw)
}

function readDay(text: string): ReadField {
  const day = parseDay(text)
  return day === undefined ? flawed('Écrivez une date du calendrier. Exemple\u00A0: 14/01/2027') : { value: { type: 'day', day } }
}

function readEuros(text: string): ReadField {
  const parsed = parseWholeEuros(text)
  return parsed.ok ? { value: { type: 'cents', cents: parsed.value } } : flawed(AMOUNT_FLAWS[parsed.reason])
}

function readCount(text: string): ReadField {
  const compact = text.replace(/[\s\u00A0\u202F]/g, '')
  const count = /^\d{1,9}$/.test(compact) ? Number(compact) : undefined
  if (count === undefined) return flawed('Écrivez un nombre entier de personnes. Exemple\u00A0: 12')
  return count > MOST_PEOPLE ? flawed('Ce nombre dépasse un million\u00A0: vérifiez les zéros') : { value: { type: 'count', count } }
}

function readShare(text: string): ReadField {
  const share = parsePercent(text)
  if (share === undefined) return flawed('Écrivez un pourcentage entre 0 et 100. Exemple\u00A0: 50')
  return share === 0 ? NONE : { value: { type: 'share', share } }
}
