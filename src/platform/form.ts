import type { Context } from 'hono'
import { z } from 'zod'
import { type Day, parseDay } from './day.ts'
import { AMOUNT_FLAWS, type Cents, parseEuros, parseWholeEuros } from './money.ts'

/** What a person typed, exactly, so that a refused form comes back as it was. */
export interface Typed {
  values: Record<string, string>
  lists: Record<string, string[]>
  files: Record<string, File>
}

export interface FormError {
  field: string
  message: string
}

export type Read<T> = { ok: true; value: T } | { ok: false; errors: FormError[] }

/** Reads a posted form. A NUL byte cannot be stored: it becomes the visible « � », which {@link textField} refuses. */
export async function readForm(c: Context): Promise<Typed> {
  const body = await c.req.parseBody({ all: true })
  const typed: Typed = { values: {}, lists: {}, files: {} }
  for (const [name, given] of Object.entries(body)) {
    const all = Array.isArray(given) ? given : [given]
    const texts = all.filter((one) => typeof one === 'string').map((one) => one.replaceAll('\0', '\uFFFD').replaceAll('\r\n', '\n'))
    const file = all.find((one) => typeof one !== 'string')
    if (file instanceof File && file.name !== '') typed.files[name] = file
    typed.lists[name] = texts
    typed.values[name] = texts[0] ?? ''
  }
  return typed
}

/** Every fault of a form at once, each beside its field. */
export function parseTyped<S extends z.ZodType>(schema: S, typed: Typed): Read<z.infer<S>> {
  const parsed = schema.safeParse({ ...typed.lists, ...typed.values })
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors = parsed.error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message }))
  return { ok: false, errors: errors.filter((one, index) => errors.findIndex(({ field }) => field === one.field) === index) }
}

/** The longest text a field keeps, even refused: what was typed is never lost below it. */
export const LONGEST_TEXT = 200_000

const count = new Intl.NumberFormat('fr-FR')

/** A text, trimmed. `missing` is the sentence said when it is required and empty. */
export function textField(options: { max: number; missing?: string }): z.ZodType<string, string | undefined> {
  return z
    .string()
    .default('')
    .transform((text) => text.trim())
    .check((context) => {
      const flaw = textFlaw(context.value, options)
      if (flaw) context.issues.push({ code: 'custom', message: flaw, input: context.value })
    })
}

/** Why a text is refused, in French; undefined when it is good. */
export function textFlaw(text: string, { max, missing }: { max: number; missing?: string | undefined }): string | undefined {
  if (text === '' && missing) return missing
  if (text.includes('\uFFFD')) return 'Ce texte contient un caractère illisible (�)\u00A0: supprimez-le'
  if (text.length > max) {
    return `Ce texte fait ${count.format(text.length)} caractères, le maximum est ${count.format(max)}. Il est conservé\u00A0: raccourcissez-le`
  }
  return undefined
}

/** An amount in euros; whole euros when `whole`. Empty gives undefined unless `missing` says what to write. */
export function moneyField(options: { missing?: string; whole?: boolean } = {}): z.ZodType<Cents | undefined, string | undefined> {
  return z
    .string()
    .default('')
    .transform((text, context): Cents | undefined => {
      if (text.trim() === '' && !options.missing) return undefined
      const parsed = options.whole ? parseWholeEuros(text) : parseEuros(text)
      if (parsed.ok) return parsed.value
      context.addIssue({ code: 'custom', message: text.trim() === '' ? (options.missing ?? '') : AMOUNT_FLAWS[parsed.reason] })
      return z.NEVER
    })
}

/** A required amount. */
export function amountField(missing: string, whole = false): z.ZodType<Cents, string | undefined> {
  return moneyField({ missing, whole }).transform((value, context): Cents => {
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })
}

/** A day of the calendar, typed in French or sent by a date control. */
export function dayField(missing: string): z.ZodType<Day, string | undefined> {
  return z
    .string()
    .default('')
    .transform((text, context): Day => {
      const value = parseDay(text)
      if (value !== undefined) return value
      context.addIssue({
        code: 'custom',
        message: text.trim() === '' ? missing : 'Écrivez une date du calendrier. Exemple\u00A0: 14/01/2027',
      })
      return z.NEVER
    })
}

/** One of a closed list; anything else is said with `missing`. */
export function choiceField<const T extends readonly [string, ...string[]]>(
  choices: T,
  missing: string,
): z.ZodType<T[number], string | undefined> {
  return z
    .string()
    .default('')
    .transform((text, context): T[number] => {
      const found = choices.find((choice) => choice === text)
      if (found !== undefined) return found
      context.addIssue({ code: 'custom', message: missing })
      return z.NEVER
    })
}

/** A hidden identifier made by the page that drew the form. */
export const idField = z.uuid()
