import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { NotFound } from '#platform/errors.ts'
import { readForm } from '#platform/form.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Flash } from '#platform/kit/frame.ts'
import { givenYears } from './given-years.ts'
import { MyOpinionsPage } from './MyOpinionsPage.tsx'
import { myOpinionsHref, narrowed, readMyOpinionsQuery } from './my-opinions-query.ts'
import { listMyOpinions } from './my-opinions-store.ts'
import { rowAnchor } from './OpinionGrid.tsx'
import { type GivenEntry, giveOpinions, signedIn } from './opinion-giving-acts.ts'
import { gridErrors, nothingFilled, readGrid } from './opinion-grid-form.ts'
import { isAwaited } from './opinion-state.ts'
import { instructionPaths } from './paths.ts'

/** The list of the opinions asked of one's organisation, and those given from it, row by row. */
export const myOpinionRoutes = new Hono<AppEnv>()

myOpinionRoutes.get(instructionPaths.myOpinions, allow('opinion:give'), (c) => showMine(c))

myOpinionRoutes.post(instructionPaths.myOpinions, allow('opinion:give'), async (c) => {
  const { db, mandate, today } = c.var
  const typed = await readForm(c)
  const { entries, errors } = readGrid(typed)
  const sent = (more: readonly FieldError[]) => ({ values: typed.values, errors: more })
  if (errors.length > 0) return showMine(c, sent(errors))
  if (entries.length === 0) return showMine(c, sent(nothingFilled(typed)))
  const given = await giveOpinions(db, signedIn(mandate), entries, today)
  if (!given.done) return showMine(c, sent(gridErrors(given.refused)))
  return redirectSaying(c, await nextHref(c), givenWords(given.value))
})

/** Back to the same list, at the next file that waits: its form is open. */
async function nextHref(c: AppContext): Promise<string> {
  const { db, mandate, contract, today } = c.var
  const query = readMyOpinionsQuery(c.req.query())
  const waiting = contract ? (await listMyOpinions(db, mandate.scope, contract.id)).filter(isAwaited) : []
  const [next] = narrowed(waiting, query, today)
  const href = myOpinionsHref(instructionPaths.myOpinions, query, { open: next?.requestId })
  return next ? `${href}#${rowAnchor(next.requestId)}` : href
}

/** What the giver must know, once for all the rows. */
export function givenWords(given: readonly GivenEntry[]): Flash {
  const [overtook, above, after] = [
    given.filter((one) => one.overtook).length,
    given.filter(({ aboveAsked }) => aboveAsked).length,
    given.filter(({ afterCommittee }) => afterCommittee).length,
  ]
  const text = [
    given.length === 1 ? 'L’avis est enregistré.' : `${given.length} avis sont enregistrés.`,
    ...(overtook > 0
      ? [`Entre-temps, un autre avis était rendu pour la même organisation (${overtook})\u00A0: il reste dans l’histoire.`]
      : []),
    ...(above > 0 ? [`Le montant proposé dépasse ce qui est demandé (${above}).`] : []),
    ...(after > 0 ? [`Le comité est passé\u00A0: c’est noté (${after}).`] : []),
  ].join(' ')
  return { state: overtook + above + after > 0 ? 'warning' : 'success', text }
}

async function showMine(c: AppContext, sent?: { values: Record<string, string>; errors: readonly FieldError[] }): Promise<Response> {
  const { db, mandate, contract, today, frame } = c.var
  if (!contract) throw new NotFound()
  const opinions = await listMyOpinions(db, mandate.scope, contract.id)
  const wanted = sent ? undefined : c.req.query('rendus')
  const years = givenYears(opinions)
  // « oui », or a year without opinions: the latest year.
  const given = wanted === undefined ? undefined : (years.find((year) => String(year) === wanted) ?? years[0] ?? 'none')
  const query = readMyOpinionsQuery(c.req.query())
  const mayAsk = may(mandate, 'opinion:ask')
  return c.html(<MyOpinionsPage {...{ frame, today, opinions, years, given, mayAsk, query, sent }} />, sent ? 422 : 200)
}
