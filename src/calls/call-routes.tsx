import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { organisationPaths } from '#access/organisation-paths.ts'
import { may } from '#access/permissions.ts'
import { signInPaths } from '#access/sign-in-paths.ts'
import { NotFound } from '#platform/errors.ts'
import { choiceField, dayField, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import { CallFormPage } from './CallFormPage.tsx'
import { CallsPage } from './CallsPage.tsx'
import { CALL_REFUSALS, type CallEdition, type CallRefusal, createCall, editCall } from './call-acts.ts'
import { countApplications } from './call-count-store.ts'
import { DOORS } from './call-period.ts'
import { type Call, findCall, listAllCalls, listCalls, listFramings } from './call-store.ts'
import { applicationPaths, callPaths } from './calls-paths.ts'
import { PublicCallPage, PublicCallsPage } from './PublicCallPages.tsx'

export const callRoutes = new Hono<AppEnv>()

callRoutes.get('/appels', allow('application:read'), async (c) => {
  const { db, mandate, frame, today } = c.var
  const contractId = mandate.contractId ?? ''
  const calls = await listCalls(db, contractId)
  const counts = await countApplications(db, contractId)
  return c.html(<CallsPage frame={frame} calls={calls} counts={counts} mayManage={may(mandate, 'call:manage')} today={today} />)
})

const CallForm = z.object({
  id: idField,
  title: textField({ max: 200, missing: 'Écrivez le titre de l’appel' }),
  year: z
    .string()
    .default('')
    .transform((text, context): number => {
      const year = /^\d{4}$/.test(text.trim()) ? Number(text) : 0
      if (year >= 2000 && year <= 2100) return year
      context.addIssue({ code: 'custom', message: 'Écrivez une année, entre 2000 et 2100. Exemple\u00A0: 2027' })
      return z.NEVER
    }),
  door: choiceField(DOORS, 'Dites par où arrivent les demandes'),
  opensOn: dayField('Écrivez le premier jour de dépôt'),
  closesOn: dayField('Écrivez le dernier jour de dépôt'),
  framing: textField({ max: 60_000, missing: 'Écrivez la note de cadrage' }),
})

const NewCallForm = CallForm.extend({
  code: z
    .string()
    .default('')
    .refine((code) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) && code.length <= 40 && code !== 'nouveau', {
      message: 'Écrivez un code en minuscules, chiffres et tirets. Exemple\u00A0: aap-2027',
    }),
})

function editionOf(read: z.infer<typeof CallForm>, code: string): CallEdition {
  return { ...read, code }
}

const FIELD_OF_REFUSAL: Readonly<Record<CallRefusal, string>> = {
  'code-taken': 'code',
  'closes-before-opening': 'closesOn',
  'not-your-contract': 'title',
  'no-framing': 'framing',
  'unknown-call': 'title',
  'year-in-use': 'year',
}

function errorsOfReasons(reasons: readonly CallRefusal[]): FieldError[] {
  return reasons.map((reason) => ({ field: FIELD_OF_REFUSAL[reason], message: CALL_REFUSALS[reason] }))
}

interface FormState {
  call?: Call
  values: Record<string, string>
  errors: readonly FieldError[]
}

async function formPage(c: AppContext, { call, values, errors }: FormState) {
  const framings = call ? await listFramings(c.var.db, call.id) : []
  const id = values['id'] ?? newId()
  return <CallFormPage frame={c.var.frame} call={call} framings={framings} newId={id} values={values} errors={errors} />
}

callRoutes.get('/appels/nouveau', allow('call:manage'), async (c) => c.html(await formPage(c, { values: {}, errors: [] })))

callRoutes.post('/appels', allow('call:manage'), async (c) => {
  const typed = await readForm(c)
  const read = parseTyped(NewCallForm, typed)
  if (!read.ok) return c.html(await formPage(c, { values: typed.values, errors: read.errors }), 400)
  const result = await createCall(c.var.db, c.var.mandate, editionOf(read.value, read.value.code), c.var.today)
  if (!result.done) return c.html(await formPage(c, { values: typed.values, errors: errorsOfReasons(result.reasons) }), 422)
  return redirectSaying(c, callPaths.list, { state: 'success', text: `L’appel « ${result.value.title} » est créé.` })
})

/** A call of the mandate's own contract; any other is not found. */
async function ownCall(c: AppContext): Promise<Call> {
  const call = await findCall(c.var.db, c.req.param('code') ?? '')
  if (!call || call.contractId !== c.var.mandate.contractId) throw new NotFound()
  return call
}

callRoutes.get('/appels/:code/modification', allow('call:manage'), async (c) => {
  const call = await ownCall(c)
  const [framing] = await listFramings(c.var.db, call.id)
  const values = {
    title: call.title,
    year: String(call.year),
    door: call.door,
    opensOn: call.opensOn,
    closesOn: call.closesOn,
    framing: framing?.body ?? '',
  }
  return c.html(await formPage(c, { call, values, errors: [] }))
})

callRoutes.post('/appels/:code', allow('call:manage'), async (c) => {
  const call = await ownCall(c)
  const typed = await readForm(c)
  const read = parseTyped(CallForm, typed)
  if (!read.ok) return c.html(await formPage(c, { call, values: typed.values, errors: read.errors }), 400)
  const input = { ...editionOf(read.value, call.code), id: call.id }
  const result = await editCall(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) return c.html(await formPage(c, { call, values: typed.values, errors: errorsOfReasons(result.reasons) }), 422)
  return redirectSaying(c, callPaths.list, { state: 'success', text: `L’appel « ${result.value.title} » est enregistré.` })
})

callRoutes.get('/appels-a-projets', allow('public'), async (c) => {
  const calls = await listAllCalls(c.var.db)
  return c.html(<PublicCallsPage frame={c.var.frame} calls={calls} today={c.var.today} />)
})

callRoutes.get('/appels-a-projets/:code', allow('public'), async (c) => {
  const { db, frame, today } = c.var
  const call = await findCall(db, c.req.param('code'))
  if (!call) throw new NotFound()
  const [framing] = await listFramings(db, call.id)
  return c.html(<PublicCallPage frame={frame} call={call} framing={framing} today={today} startHref={startHref(c, call)} />)
})

/** A porteur begins, a stranger signs in first, a person without a mandate asks for one; officers never apply. */
function startHref(c: Context<AppEnv>, { code }: Call): string | undefined {
  const { person, mandateInUse } = c.var
  if (mandateInUse) return may(mandateInUse, 'application:write') ? applicationPaths.start(code) : undefined
  return person ? organisationPaths.claim : signInPaths.signIn(applicationPaths.start(code))
}
