import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { idField, readForm } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import { listWaivers } from './deposit-condition-store.ts'
import { submissionPaths } from './submission-paths.ts'
import { reasonField, WaiversPage } from './WaiversPage.tsx'
import { mayWaive, WAIVER_REFUSALS, waiveCondition } from './waiver-acts.ts'
import { listWaitingConditions } from './waiver-store.ts'
import { showWithoutNumber } from './without-number-page.tsx'

/** The lists of what stays out of the rule: accounts waived, State requests without a number. */
export const waiverRoutes = new Hono<AppEnv>()

waiverRoutes.get('/derogations', allow('gate:override'), async (c) => page(c))

waiverRoutes.post('/derogations/:conditionId', allow('gate:override'), async (c) => {
  const conditionId = idField.safeParse(c.req.param('conditionId'))
  if (!conditionId.success) throw new NotFound()
  const { values } = await readForm(c)
  const id = idField.safeParse(values['id'])
  const field = reasonField({ id: conditionId.data })
  const reason = (values[field] ?? '').slice(0, 2000)
  const input = { id: id.success ? id.data : newId(), conditionId: conditionId.data, reason }
  const result = await waiveCondition(c.var.db, c.var.mandate, input, c.var.today)
  if (!result.done) return page(c, { errors: result.reasons.map((one) => ({ field, message: WAIVER_REFUSALS[one] })), typed: values })
  return redirectSaying(c, submissionPaths.waivers, { state: 'success', text: 'La dérogation est accordée et figure dans la liste.' })
})

waiverRoutes.get('/dossiers/sans-numero-dauphin', allow('application:read'), (c) => showWithoutNumber(c))

async function page(c: AppContext, refused?: { errors: FieldError[]; typed: Record<string, string> }): Promise<Response> {
  const { db, mandate, today, frame } = c.var
  const { contractId } = mandate
  if (contractId === null) throw new NotFound()
  const conditions = await listWaitingConditions(db, mandate.scope, { contractId, on: today })
  const waiting = conditions.map((one) => ({ ...one, mine: mayWaive(mandate, one.funderId), newId: newId() }))
  const lists = { waiting, waived: await listWaivers(db, mandate.scope, contractId) }
  return c.html(<WaiversPage frame={frame} {...lists} errors={refused?.errors ?? []} typed={refused?.typed ?? {}} />, refused ? 422 : 200)
}
