import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow } from '#access/http.ts'
import { listOpinions } from '#instruction/opinion-store.ts'
import { NotFound } from '#platform/errors.ts'
import { idField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { Html } from '#platform/kit/html.ts'
import { type AgendaItem, listAgenda } from './agenda-store.ts'
import { getCommittee } from './committee-routes.tsx'
import { ItemPage, type ItemPageProps } from './ItemPage.tsx'
import { itemLines } from './item-lines.ts'
import type { RefusedEntry } from './retention-entry.ts'
import { findPartText } from './retention-store.ts'

export const itemRoutes = new Hono<AppEnv>()

itemRoutes.get('/comites/:id/dossiers/:partId', allow('meeting:read'), async (c) => c.html(await itemPage(c, c.req.param('partId'))))

/** One file of the agenda, as it is projected; with what was typed and refused, when an amount comes back. */
export async function itemPage(c: AppContext, wanted: string, refused?: RefusedEntry): Promise<Html> {
  const partId = idField.safeParse(wanted)
  if (!partId.success) throw new NotFound()
  const { db, mandate, frame } = c.var
  const committee = await getCommittee(c, partId.data)
  const [row] = committee.table({ grouping: 'commune' }).rows
  const text = await findPartText(db, mandate.scope, partId.data)
  if (!row || !text) throw new NotFound()
  const agenda = await listAgenda(db, mandate.scope, committee.meeting.id)
  const opinions = await listOpinions(db, mandate.scope, [row.partId])
  const retained = committee.retained.filter((one) => one.partId === row.partId)
  const { meeting, year, envelopes, funders } = committee
  const lines = itemLines({ row, funders, envelopes, retained, by: mandate, closed: meeting.closedOn !== null })
  return <ItemPage {...{ frame, meeting, year, row, text, opinions, envelopes, lines, refused, newId }} {...placeOf(agenda, row.partId)} />
}

/** Rank and count are those of the whole agenda, the same for everybody; the neighbours are those one may see. */
function placeOf(agenda: readonly AgendaItem[], partId: string): Pick<ItemPageProps, 'place' | 'count' | 'previous' | 'next'> {
  const at = agenda.findIndex((item) => item.partId === partId)
  const [previous, next] = [at > 0 ? agenda[at - 1] : undefined, agenda[at + 1]]
  const here = agenda[at]
  return { place: here?.rank ?? 0, count: here?.count ?? 0, ...(previous ? { previous } : {}), ...(next ? { next } : {}) }
}
