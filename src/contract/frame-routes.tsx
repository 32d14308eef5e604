import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { choiceField, dayField, type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Html } from '#platform/kit/html.ts'
import type { Result } from '#platform/result.ts'
import { shownDay } from './contract-end.ts'
import { FramePage } from './FramePage.tsx'
import { addNode, deleteNode, endNode, FRAME_REFUSALS, type FrameRefusal } from './frame-acts.ts'
import { listNodes, NODE_LEVELS } from './frame-store.ts'
import { contractPaths } from './paths.ts'
import { contractAsked, ownContract, readerOf } from './reader.tsx'
import { type Contract, PILLARS } from './store.ts'

const NodeInput = z.object({
  id: idField,
  code: textField({ max: 12, missing: 'Écrivez le code de l’élément' }),
  label: textField({ max: 300, missing: 'Écrivez son intitulé' }),
  level: choiceField(NODE_LEVELS, 'Choisissez son niveau'),
  pillar: choiceField(PILLARS, 'Choisissez un pilier, un seul'),
  parentCode: textField({ max: 12 }),
  validFrom: dayField('Écrivez à partir de quand il vaut'),
  source: textField({ max: 300, missing: 'Dites où on le lit' }),
})
const EndInput = z.object({ endsOn: dayField('Écrivez la date de fin') })

const FIELDS: Partial<Record<FrameRefusal, string>> = { 'parent-unknown': 'parentCode' }

export const frameRoutes = new Hono<AppEnv>()

frameRoutes.get('/contrats/:code/cadre', allow('public'), async (c) => c.html(await page(c, await contractAsked(c))))

frameRoutes.post('/contrats/:code/cadre', allow('contract:manage'), async (c) => {
  const contract = await ownContract(c)
  const typed = await readForm(c)
  const read = parseTyped(NodeInput, typed)
  if (!read.ok) return c.html(await page(c, contract, typed.values, read.errors), 400)
  const result = await addNode(c.var.db, c.var.mandate, read.value)
  if (!result.done) {
    const errors = result.reasons.map((reason) => ({ field: FIELDS[reason] ?? 'code', message: FRAME_REFUSALS[reason] }))
    return c.html(await page(c, contract, typed.values, errors), 422)
  }
  return redirectSaying(c, contractPaths.frame(contract.code), {
    state: 'success',
    text: `L’élément ${read.value.code} est dans le cadre.`,
  })
})

frameRoutes.post('/contrats/:code/cadre/:id/fin', allow('contract:manage'), async (c) => {
  const contract = await ownContract(c)
  const read = parseTyped(EndInput, await readForm(c))
  const back = contractPaths.frame(contract.code)
  if (!read.ok) return redirectSaying(c, back, { state: 'error', text: read.errors.map(({ message }) => message).join('. ') })
  return answer(c, contract, await endNode(c.var.db, c.var.mandate, { id: nodeId(c), ...read.value }), 'Cet élément a maintenant une fin.')
})

frameRoutes.post('/contrats/:code/cadre/:id/suppression', allow('contract:manage'), async (c) => {
  const contract = await ownContract(c)
  return answer(c, contract, await deleteNode(c.var.db, c.var.mandate, { id: nodeId(c) }), 'L’élément est effacé.')
})

function answer(c: AppContext, contract: Contract, result: Result<string, FrameRefusal>, said: string): Response {
  const flash = result.done
    ? ({ state: 'success', text: said } as const)
    : ({ state: 'error', text: result.reasons.map((reason) => FRAME_REFUSALS[reason]).join(' ') } as const)
  return redirectSaying(c, contractPaths.frame(contract.code), flash)
}

function nodeId(c: AppContext): string {
  const id = idField.safeParse(c.req.param('id'))
  if (!id.success) throw new NotFound()
  return id.data
}

async function page(
  c: AppContext,
  contract: Contract,
  values: Record<string, string> = {},
  errors: readonly FormError[] = [],
): Promise<Html> {
  const { db, frame, today } = c.var
  const nodes = await listNodes(db, contract.id)
  const forms = { newId: newId(), today, values, errors }
  return <FramePage frame={frame} reader={readerOf(c, contract.id)} on={shownDay(contract, today)} {...{ contract, nodes, forms }} />
}
