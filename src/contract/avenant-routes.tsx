import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { parseDay } from '#platform/day.ts'
import { dayField, type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Html } from '#platform/kit/html.ts'
import { AvenantPage } from './AvenantPage.tsx'
import { AVENANT_REFUSALS, type AvenantRefusal, recordAvenant } from './avenant-acts.ts'
import { listEveryDocument } from './document-store.ts'
import { contractPaths } from './paths.ts'
import { ownContract } from './reader.tsx'
import type { Contract } from './store.ts'

const AvenantForm = z.object({
  id: idField,
  title: textField({ max: 200, missing: 'Écrivez le titre de l’avenant' }),
  object: textField({ max: 2000, missing: 'Dites ce que l’avenant change' }),
  effectOn: dayField('Écrivez la date d’effet'),
  newEnd: z
    .string()
    .default('')
    .refine((text) => text.trim() === '' || parseDay(text) !== undefined, 'Écrivez une date du calendrier, ou rien'),
  newSignatory: textField({ max: 200 }),
  validatedBy: textField({ max: 200 }),
  source: textField({ max: 300, missing: 'Dites où on le lit' }),
})

const FIELDS = {
  'not-yours': 'title',
  'before-contract': 'effectOn',
  'after-end': 'effectOn',
  'end-not-later': 'newEnd',
  'nobody-signs': 'newSignatory',
} satisfies Record<AvenantRefusal, string>

export const avenantRoutes = new Hono<AppEnv>()

avenantRoutes.get('/contrats/:code/avenants', allow('contract:manage'), async (c) => c.html(await page(c, await ownContract(c))))

avenantRoutes.post('/contrats/:code/avenants', allow('contract:manage'), async (c) => {
  const contract = await ownContract(c)
  const typed = await readForm(c)
  const read = parseTyped(AvenantForm, typed)
  if (!read.ok) return c.html(await page(c, contract, typed.values, read.errors), 400)
  const input = { ...read.value, newEnd: parseDay(read.value.newEnd) }
  const result = await recordAvenant(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) {
    const errors = result.reasons.map((reason) => ({ field: FIELDS[reason], message: AVENANT_REFUSALS[reason] }))
    return c.html(await page(c, contract, typed.values, errors), 422)
  }
  const text = `L’avenant ${result.value.number} est enregistré\u00A0: il attend ses signatures.`
  return redirectSaying(c, contractPaths.document(contract.code, input.id), { state: 'success', text })
})

async function page(
  c: AppContext,
  contract: Contract,
  values: Record<string, string> = {},
  errors: readonly FormError[] = [],
): Promise<Html> {
  const documents = await listEveryDocument(c.var.db, contract.id)
  const number = documents.filter(({ kind }) => kind === 'avenant').length + 1
  return <AvenantPage frame={c.var.frame} {...{ contract, number, values, errors }} newId={newId()} />
}
