import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type AppEnv, allow } from '#access/http.ts'
import { LEVEL_NAMES, PROGRAMME_NAMES } from '#commitments/measure-level.ts'
import { currentLevel, listMeasures } from '#commitments/measure-store.ts'

const Measures = z
  .object({
    items: z.array(
      z.object({
        number: z.number().int().openapi({ description: 'De 1 à 40' }),
        title: z.string(),
        programme: z.string(),
        theme: z.string(),
        level: z.string().nullable().openapi({ description: 'Niveau d’engagement, null quand le document n’a pas pu être lu' }),
        reading: z.enum(['read', 'inferred', 'illegible']).openapi({ description: 'Comment le niveau a été lu' }),
        indicators: z.array(z.object({ code: z.string(), label: z.string().nullable(), target: z.string().nullable() })),
        source: z.string(),
      }),
    ),
  })
  .openapi('Measures')

const measuresRoute = createRoute({
  method: 'get',
  path: '/api/v1/measures',
  summary: 'Les 40 mesures interministérielles de 2018, avec leur niveau d’engagement',
  middleware: [allow('public')] as const,
  responses: { 200: { description: 'Les 40 mesures', content: { 'application/json': { schema: Measures } } } },
})

/** The national measures, as the register holds them. */
export function measuresApi(api: OpenAPIHono<AppEnv>): void {
  api.openapi(measuresRoute, async (c) => {
    const measures = await listMeasures(c.var.db)
    const items = measures.map((one) => ({
      number: one.number,
      title: one.title,
      programme: PROGRAMME_NAMES[one.programme],
      theme: one.theme,
      level: levelName(currentLevel(one).level),
      reading: currentLevel(one).reading,
      indicators: one.indicators,
      source: `${one.sourceDocument}, lignes ${one.sourceLines}`,
    }))
    return c.json({ items }, 200)
  })
}

function levelName(level: keyof typeof LEVEL_NAMES | null): string | null {
  return level === null ? null : LEVEL_NAMES[level]
}
