import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type AppEnv, allow } from '#access/http.ts'
import { type AskedAnswers, readAskedAnswers } from '#instruction/gender-asked.ts'
import { criteriaNeededOn } from '#instruction/gender-store.ts'
import { CRITERIA, walkTree } from '#instruction/gender-tree.ts'

const YesNo = z.enum(['oui', 'non']).or(z.boolean())

const Criteria = z.object({ C1: YesNo.optional(), C2: YesNo.optional(), C3: YesNo.optional() }).strict()

const Answers = z
  .object({
    Q1: YesNo.optional().openapi({ description: 'Le projet vise-t-il un public mixte\u202F?' }),
    Q2A: YesNo.optional().openapi({ description: 'Public mixte\u00A0: l’égalité est-elle l’objectif principal\u202F?' }),
    Q2B: YesNo.optional().openapi({ description: 'Public non mixte\u00A0: l’égalité est-elle l’objectif principal\u202F?' }),
    Q3A: z
      .union([YesNo, z.array(z.enum(CRITERIA)), Criteria])
      .optional()
      .openapi({ description: 'Public mixte\u00A0: les critères réunis, en liste, un par un, ou ensemble par oui ou non' }),
    C1: YesNo.optional().openapi({ description: 'Critère 1, un diagnostic sexué' }),
    C2: YesNo.optional().openapi({ description: 'Critère 2, une participation équilibrée' }),
    C3: YesNo.optional().openapi({ description: 'Critère 3, des indicateurs sexués' }),
    Q3B: YesNo.optional().openapi({ description: 'Le public non mixte est-il cohérent avec les objectifs\u202F?' }),
  })
  .strict()
  .openapi('GenderMarkerAnswers')

/** The answers, under « answers » or at the root. */
const Asked = Answers.extend({
  answers: Answers.optional(),
  threshold: z
    .number()
    .int()
    .min(1)
    .max(3)
    .optional()
    .openapi({ description: 'Critères à réunir, de 1 à 3\u202F; celui du contrat par défaut' }),
})
  .strict()
  .openapi('GenderMarkerRequest', { example: { answers: { Q1: 'oui', Q2A: 'non', C1: 'oui', C2: 'oui', C3: 'non' }, threshold: 2 } })

const Marker = z
  .object({
    marker: z
      .union([z.literal(0), z.literal(1), z.literal(2)])
      .nullable()
      .openapi({ description: 'Null tant que les réponses ne suffisent pas\u00A0: non évalué, jamais 0' }),
    path: z.array(z.object({ question: z.enum(['Q1', 'Q2A', 'Q2B', 'Q3A', 'Q3B']), answer: z.enum(['oui', 'non']) })),
    threshold: z.number().int(),
  })
  .openapi('GenderMarker')

const Failure = z.object({ error: z.object({ code: z.string(), message: z.string(), details: z.array(z.unknown()) }) })

const route = createRoute({
  method: 'post',
  path: '/api/v1/gender-marker',
  summary: 'Le marqueur égalité qui se déduit de réponses à l’arbre de décision\u202F; rien n’est enregistré',
  middleware: [allow('public')] as const,
  request: { body: { required: true, content: { 'application/json': { schema: Asked } } } },
  responses: {
    200: { description: 'Le marqueur et les réponses suivies, trois au plus', content: { 'application/json': { schema: Marker } } },
    400: { description: 'Réponses illisibles, ou marqueur saisi sans réponses', content: { 'application/json': { schema: Failure } } },
  },
})

/** A public calculator: the same tree as the pages, on answers that are not kept. */
export function addGenderMarker(api: OpenAPIHono<AppEnv>): void {
  api.openapi(
    route,
    async (c) => {
      const { threshold, answers, ...atRoot } = c.req.valid('json')
      const criteriaNeeded = threshold ?? (await criteriaNeededOn(c.var.db, { contractId: c.var.contract?.id, on: c.var.today }))
      const asked: AskedAnswers = { ...atRoot, ...answers }
      const { marker, path } = walkTree(readAskedAnswers(asked), criteriaNeeded)
      return c.json({ marker, path, threshold: criteriaNeeded }, 200)
    },
    (result, c) => (result.success ? undefined : c.json(refusal(result.error.issues), 400)),
  )
}

interface Issue {
  code: string
  path: PropertyKey[]
  message: string
  keys?: string[]
}

/** « marker » sent in place of answers is the fault most worth a sentence of its own. */
function refusal(issues: readonly Issue[]): z.infer<typeof Failure> {
  const typed = issues.some(({ keys }) => keys?.includes('marker'))
  const message = typed
    ? 'Un marqueur ne se saisit pas\u00A0: il se déduit des réponses. Envoyez «\u00A0answers\u00A0».'
    : 'Les réponses sont illisibles\u00A0: envoyez «\u00A0answers\u00A0», avec Q1, Q2A ou Q2B, puis C1, C2 et C3, ou Q3B, par «\u00A0oui\u00A0» ou «\u00A0non\u00A0».'
  const details = issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message }))
  return { error: { code: typed ? 'marker-without-answers' : 'bad-input', message, details } }
}
