import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { dayField, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import { findAnsweringCall } from './answering-call-store.ts'
import type { Call } from './call-store.ts'
import { ReopeningsPage } from './ReopeningsPage.tsx'
import { REOPENING_REFUSALS, type ReopeningRefusal, reopenApplication } from './reopening-acts.ts'
import { listReopenings, listUnsent } from './reopening-store.ts'
import { submissionPaths } from './submission-paths.ts'

export const reopeningRoutes = new Hono<AppEnv>()

const Reopening = z.object({
  id: idField,
  brouillon: z.uuid('Choisissez la demande à rouvrir'),
  jusquau: dayField('Choisissez le dernier jour de dépôt'),
  motif: textField({ max: 2000, missing: REOPENING_REFUSALS['reason-missing'] }),
})

const FIELDS = {
  'reason-missing': 'motif',
  'until-past': 'jusquau',
  'already-submitted': 'brouillon',
} satisfies Record<ReopeningRefusal, string>

reopeningRoutes.get('/appels/:code/reouvertures', allow('application:reopen'), async (c) => page(c, await loadCall(c)))

reopeningRoutes.post('/appels/:code/reouvertures', allow('application:reopen'), async (c) => {
  const call = await loadCall(c)
  const typed = await readForm(c)
  const read = parseTyped(Reopening, typed)
  if (!read.ok) return page(c, call, { errors: read.errors, typed: typed.values, status: 400 })
  const { id, brouillon, jusquau, motif } = read.value
  const input = { id, applicationId: brouillon, until: jusquau, reason: motif }
  const result = await reopenApplication(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) {
    const errors = result.reasons.map((reason) => ({ field: FIELDS[reason], message: REOPENING_REFUSALS[reason] }))
    return page(c, call, { errors, typed: typed.values, status: 422 })
  }
  return redirectSaying(c, submissionPaths.reopenings(call.code), { state: 'success', text: 'Le dépôt est rouvert. Prévenez l’organisme.' })
})

async function loadCall(c: AppContext): Promise<Call> {
  const call = await findAnsweringCall(c.var.db, c.var.mandate, c.req.param('code') ?? '')
  if (!call) throw new NotFound()
  return call
}

interface Refused {
  errors: FieldError[]
  typed: Record<string, string>
  status: 400 | 422
}

async function page(c: AppContext, call: Call, refused?: Refused): Promise<Response> {
  const by = { callId: call.id, personId: c.var.mandate.personId }
  const lists = { unsent: await listUnsent(c.var.db, by), reopened: await listReopenings(c.var.db, by) }
  const made = {
    ...lists,
    today: c.var.today,
    newId: refused?.typed['id'] ?? newId(),
    errors: refused?.errors ?? [],
    typed: refused?.typed ?? {},
  }
  return c.html(<ReopeningsPage frame={c.var.frame} call={call} {...made} />, refused?.status ?? 200)
}
