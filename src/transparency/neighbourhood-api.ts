import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type AppEnv, allow } from '#access/http.ts'
import { findContract } from '#contract/store.ts'
import type { EmploymentLine } from '#territory/employment-lines.ts'
import type { Figure } from '#territory/figure.ts'
import { listFigures } from '#territory/figure-store.ts'
import { neighbourhoodRows } from './neighbourhood-rows.ts'
import { listNeighbourhoodFigures, listNeighbourhoods } from './neighbourhood-store.ts'

const PublicFigure = z
  .object({
    indicator: z.string().openapi({ description: 'Indicateur, en code stable', example: 'employment-rate' }),
    value: z.number().nullable().openapi({ description: 'Null quand le document n’a pas pu être lu' }),
    unit: z.string(),
    year: z.number().int().nullable().openapi({ description: 'Null quand la source n’imprime pas d’année' }),
    source: z.string(),
  })
  .openapi('Figure')

const Neighbourhoods = z
  .object({
    items: z.array(
      z.object({
        code: z.string().openapi({ description: 'Code national du quartier (QP…, QN…), ou le nôtre pour un quartier de veille' }),
        name: z.string(),
        generation: z.number().int(),
        communes: z.array(z.string()),
        figures: z.array(PublicFigure),
      }),
    ),
  })
  .openapi('Neighbourhoods')

const Failure = z.object({ error: z.object({ code: z.string(), message: z.string(), details: z.array(z.unknown()) }) }).openapi('Error')

const neighbourhoodsRoute = createRoute({
  method: 'get',
  path: '/api/v1/neighbourhoods',
  summary: 'Les quartiers d’un contrat, avec leurs chiffres datés et leurs sources',
  middleware: [allow('public')] as const,
  request: {
    query: z.object({
      contract: z
        .string({ error: 'Indiquez le code du contrat\u00A0: ?contract=…' })
        .min(1, 'Indiquez le code du contrat\u00A0: ?contract=…')
        .max(80, 'Ce code est trop long')
        .openapi({ description: 'Code stable du contrat', example: 'lens-lievin-2024-2030' }),
    }),
  },
  responses: {
    200: { description: 'Les quartiers du contrat', content: { 'application/json': { schema: Neighbourhoods } } },
    400: { description: 'Paramètre absent ou illisible', content: { 'application/json': { schema: Failure } } },
    404: { description: 'Contrat inconnu', content: { 'application/json': { schema: Failure } } },
  },
})

/** Neighbourhoods and their dated figures; the gaps in points are computed here, and say from what. */
export function neighbourhoodApi(api: OpenAPIHono<AppEnv>): void {
  api.openapi(neighbourhoodsRoute, async (c) => {
    const { contract: code } = c.req.valid('query')
    const contract = await findContract(c.var.db, code)
    if (!contract) {
      const message = `Aucun contrat n’a le code «\u00A0${code}\u00A0». La liste est à /api/v1/contracts.`
      return c.json({ error: { code: 'unknown-contract', message, details: [] } }, 404)
    }
    const qpvs = await listNeighbourhoods(c.var.db, contract.id)
    const [compared, all] = await Promise.all([
      listNeighbourhoodFigures(c.var.db, qpvs),
      listFigures(c.var.db, { subjects: qpvs.map((one) => ({ kind: 'qpv' as const, code: one.code })) }),
    ])
    const items = neighbourhoodRows(qpvs, compared).map(({ qpv, employment }) => ({
      code: qpv.code,
      name: qpv.name,
      generation: qpv.generation,
      communes: qpv.communes.map(({ name }) => name),
      figures: [...all.filter((one) => one.subjectCode === qpv.code).map(publicFigure), ...(employment ? gapsOf(employment) : [])],
    }))
    return c.json({ items }, 200)
  })
}

function publicFigure({ indicator, value, unit, year, source }: Figure): z.infer<typeof PublicFigure> {
  return { indicator, value, unit, year, source }
}

/** How many points below each reference the latest rate is; left out when nothing compares with it. */
function gapsOf({ gapToEpci, gapToCountry, figure: { year, source } }: EmploymentLine): z.infer<typeof PublicFigure>[] {
  const gaps = { 'employment-gap-to-epci': gapToEpci, 'employment-gap-to-country': gapToCountry }
  return Object.entries(gaps).flatMap(([indicator, value]) =>
    value === undefined ? [] : [{ indicator, value, unit: 'points', year, source: `Calculé par Pilotis d’après\u00A0: ${source}` }],
  )
}
