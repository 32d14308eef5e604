import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type AppEnv, allow } from '#access/http.ts'
import { findContract } from '#contract/store.ts'
import { AXIS_WORDS, type Axis, PUBLIC_AXES } from '#funding/analysis-axes.ts'
import { BY_REFUSALS, readBy } from '#funding/analysis-by.ts'
import { analysePublic, listPublicNames, type PublicName } from '#funding/analysis-public-store.ts'
import type { Figures } from '#funding/analysis-tally.ts'
import { NotFound } from '#platform/errors.ts'

const cents = (what: string) =>
  z
    .number()
    .int()
    .openapi({ description: `${what}, en centimes d’euro` })
const FIGURES = {
  actions: z.number().int().openapi({ description: 'Actions différentes dont une aide est notifiée, chacune comptée une fois' }),
  renewedActions: z.number().int().openapi({ description: 'Parmi elles, celles qui existaient une année précédente' }),
  organisations: z.number().int().openapi({ description: 'Porteurs différents' }),
  plannedWomen: z.number().int(),
  plannedMen: z.number().int(),
  decidedCents: cents('Décidé par les actes des financeurs'),
  obligatedCents: cents('Engagé'),
  paidCents: cents('Payé'),
}
const value = z.string().nullable()
const Programming = z
  .object({
    rows: z.array(
      z.object({
        a: value.openapi({ description: 'Code de la valeur du premier axe, null pour aucune' }),
        aLabel: z.string(),
        b: value,
        bLabel: z.string(),
        ...FIGURES,
      }),
    ),
    totals: z
      .object(FIGURES)
      .openapi({ description: 'Chaque action et chaque porteur une fois\u00A0: ce n’est pas la somme des nombres des lignes' }),
  })
  .openapi('Programming')
const Failure = z.object({ error: z.object({ code: z.string(), message: z.string(), details: z.array(z.unknown()) }) }).openapi('Error')
const failure = (description: string) => ({ description, content: { 'application/json': { schema: Failure } } })
const year = (description: string, example: string) =>
  z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .optional()
    .openapi({ description, example })

const programmingRoute = createRoute({
  method: 'get',
  path: '/api/v1/programming',
  summary: 'La programmation par deux axes\u00A0: actions, porteurs, public prévu et montants des aides notifiées',
  middleware: [allow('public')] as const,
  request: {
    query: z.object({
      contract: z
        .string()
        .max(80)
        .optional()
        .openapi({ description: 'Code stable du contrat, tous par défaut', example: 'lens-lievin-2024-2030' }),
      from: year('Première année, toutes par défaut', '2025'),
      to: year('Dernière année', '2027'),
      by: z
        .string()
        .max(60)
        .default('')
        .openapi({
          description: `Deux axes parmi ${PUBLIC_AXES.join(', ')}. Le marqueur de genre n’est pas publié`,
          example: 'territory,orientation',
        }),
    }),
  },
  responses: {
    200: { description: 'Les lignes et leur ensemble', content: { 'application/json': { schema: Programming } } },
    400: failure('Paramètre illisible'),
    403: failure('Axe qui n’est pas publié'),
    404: failure('Contrat inconnu'),
  },
})

/** The public half of the analysis: notified awards only, never what is asked, refused, proposed or reported. */
export function programmingApi(api: OpenAPIHono<AppEnv>): void {
  api.openapi(programmingRoute, async (c) => {
    const { contract: code, from, to, by } = c.req.valid('query')
    const read = readBy(by)
    if (!read.ok) {
      const body = {
        error: { code: read.reason === 'not-public' ? 'not-public' : 'bad-input', message: BY_REFUSALS[read.reason], details: [] },
      }
      return read.reason === 'not-public' ? c.json(body, 403) : c.json(body, 400)
    }
    const contract = code === undefined ? undefined : await findContract(c.var.db, code)
    if (code !== undefined && !contract) throw new NotFound()
    const [a, b] = read.axes
    const cube = await analysePublic(c.var.db, { contractId: contract?.id, axes: read.axes, from, to })
    const [ofA, ofB] = [await listPublicNames(c.var.db, a), await listPublicNames(c.var.db, b)]
    const rows = cube.cells.map((cell) => {
      const [first, second] = [named(a, cell.a, ofA), named(b, cell.b, ofB)]
      return { a: first.code, aLabel: first.label, b: second.code, bLabel: second.label, ...published(cell) }
    })
    return c.json({ rows: rows.sort(byCodes), totals: published(cube.total) }, 200)
  })
}

function named(axis: Axis, key: string | null, names: ReadonlyMap<string, PublicName>): { code: string | null; label: string } {
  if (key === null) return { code: null, label: AXIS_WORDS[axis].none }
  return names.get(key) ?? { code: key, label: key }
}

function byCodes(x: { a: string | null; b: string | null }, y: { a: string | null; b: string | null }): number {
  return compare(x.a, y.a) || compare(x.b, y.b)
}

/** By code, « none » last. Without the rules of a language: codes, and tens of thousands of them. */
function compare(x: string | null, y: string | null): number {
  if (x === y) return 0
  if (x === null) return 1
  if (y === null) return -1
  return x < y ? -1 : 1
}

function published({
  actions,
  renewed,
  organisations,
  women,
  men,
  decided,
  obligated,
  paid,
}: Figures): Record<keyof typeof FIGURES, number> {
  return {
    ...{ actions, renewedActions: renewed, organisations, plannedWomen: women, plannedMen: men },
    ...{ decidedCents: decided, obligatedCents: obligated, paidCents: paid },
  }
}
