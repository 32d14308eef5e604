import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type AppEnv, allow } from '#access/http.ts'
import { findContract, listContracts } from '#contract/store.ts'
import { NotFound } from '#platform/errors.ts'
import { PAGE, pageOf } from './api-page.ts'
import { addGenderMarker } from './gender-marker-api.ts'
import { measuresApi } from './measures-api.ts'
import { neighbourhoodApi } from './neighbourhood-api.ts'
import { programmingApi } from './programming-api.ts'
import { listPublicActions } from './store.ts'

const Contracts = z
  .object({
    items: z.array(
      z.object({ code: z.string(), name: z.string(), generation: z.string(), carrier: z.string(), from: z.string(), to: z.string() }),
    ),
  })
  .openapi('Contracts')

const Action = z
  .object({
    id: z.uuid(),
    title: z.string(),
    organisation: z.object({ name: z.string(), siret: z.string() }),
    qpv: z.array(
      z.object({ code: z.string(), share: z.number().openapi({ description: 'Part de l’action dans ce quartier, entre 0 et 1' }) }),
    ),
    orientation: z.string().nullable(),
    theme: z.string().nullable().openapi({ description: 'Code national (Dauphin)' }),
    awards: z.array(
      z.object({
        funder: z.string(),
        envelope: z.string(),
        decidedCents: z.number().int().openapi({ description: 'Montant décidé par l’acte du financeur, en centimes d’euro' }),
        paidCents: z.number().int().openapi({ description: 'Montant payé, en centimes d’euro' }),
      }),
    ),
  })
  .openapi('Action')

const Actions = z
  .object({ items: z.array(Action), next: z.string().nullable().openapi({ description: 'Adresse de la suite, ou null' }) })
  .openapi('Actions')
const Failure = z.object({ error: z.object({ code: z.string(), message: z.string(), details: z.array(z.unknown()) }) }).openapi('Error')

const failures = {
  400: { description: 'Paramètre illisible', content: { 'application/json': { schema: Failure } } },
  404: { description: 'Contrat inconnu', content: { 'application/json': { schema: Failure } } },
} as const

const contractsRoute = createRoute({
  method: 'get',
  path: '/api/v1/contracts',
  summary: 'Les contrats de ville tenus dans cette base',
  middleware: [allow('public')] as const,
  responses: { 200: { description: 'La liste des contrats', content: { 'application/json': { schema: Contracts } } } },
})

const actionsRoute = createRoute({
  method: 'get',
  path: '/api/v1/contracts/{code}/actions',
  summary: 'Les actions publiques d’un contrat\u00A0: celles dont une aide est notifiée',
  middleware: [allow('public')] as const,
  request: {
    params: z.object({ code: z.string().max(80).openapi({ description: 'Code stable du contrat', example: 'lens-lievin-2024-2030' }) }),
    query: z.object({
      year: z
        .string()
        .regex(/^\d{4}$/)
        .transform(Number)
        .optional()
        .openapi({ description: 'Année, toutes par défaut', example: '2026' }),
      after: z.uuid().optional().openapi({ description: 'Dernière action déjà reçue' }),
    }),
  },
  responses: { 200: { description: 'Cent actions au plus', content: { 'application/json': { schema: Actions } } }, ...failures },
})

function contractsApi(api: OpenAPIHono<AppEnv>): void {
  api.openapi(contractsRoute, async (c) => {
    const contracts = await listContracts(c.var.db)
    const items = contracts.map(({ code, name, generation, carrierName, validFrom, validTo }) => ({
      code,
      name,
      generation,
      carrier: carrierName,
      from: validFrom,
      to: validTo,
    }))
    return c.json({ items }, 200)
  })
}

/** Public data, without a token. Amounts asked, refusals, opinions and reports are never here. */
export function publicApi(): OpenAPIHono<AppEnv> {
  const api = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : c.json(badInput(result.error.issues), 400)),
  })
  contractsApi(api)
  api.openapi(actionsRoute, async (c) => {
    const { code } = c.req.valid('param')
    const { year, after } = c.req.valid('query')
    const contract = await findContract(c.var.db, code)
    if (!contract) throw new NotFound()
    const found = await listPublicActions(c.var.db, { contractId: contract.id, year, after, limit: PAGE + 1 })
    const page = pageOf(found)
    const items = page.items.map(({ id, title, organisation, qpv, orientation, theme, awards }) => ({
      id,
      title,
      organisation,
      orientation,
      theme,
      awards: awards.map(({ funder, envelope, decidedCents, paidCents }) => ({ funder, envelope, decidedCents, paidCents })),
      qpv: qpv.map((one) => ({ code: one.code, share: one.share })),
    }))
    return c.json({ items, next: nextOf(c.req.path, { year, last: page.last }) }, 200)
  })
  neighbourhoodApi(api)
  measuresApi(api)
  programmingApi(api)
  addGenderMarker(api)
  api.get('/api/openapi.json', allow('public'), (c) => c.json(api.getOpenAPI31Document(DESCRIPTION)))
  return api
}

export const DESCRIPTION = {
  openapi: '3.1.0',
  info: {
    title: 'Pilotis',
    version: '1',
    description: 'Données publiques des contrats de ville. Sans jeton\u00A0: seulement ce qui est public. Licence Ouverte 2.0.',
    license: { name: 'Licence Ouverte 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' },
  },
}

function nextOf(path: string, { year, last }: { year: number | undefined; last: string | undefined }): string | null {
  if (last === undefined) return null
  const query = new URLSearchParams({ ...(year === undefined ? {} : { year: String(year) }), after: last })
  return `${path}?${query}`
}

function badInput(issues: readonly { path: PropertyKey[]; message: string }[]): z.infer<typeof Failure> {
  const details = issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message }))
  return { error: { code: 'bad-input', message: 'Un paramètre est illisible.', details } }
}
