import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { callMeeting, MEETING_REFUSALS } from '#governance/meeting-acts.ts'
import { MeetingForm } from '#governance/meeting-form.ts'
import { listBodies, listMeetings } from '#governance/meeting-store.ts'
import { NotFound } from '#platform/errors.ts'
import { idField, parseTyped, readForm } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Html } from '#platform/kit/html.ts'
import { countAgendas } from './agenda-store.ts'
import { CommitteePage } from './CommitteePage.tsx'
import { type Committee, findCommittee } from './committee-store.ts'
import { COMMITTEE_TABS, type CommitteeTab, committeeTab } from './committee-tabs.ts'
import { MeetingsPage, NewMeetingPage } from './MeetingsPage.tsx'
import { fundingPaths } from './paths.ts'
import { keepsRow, type ProgrammingQuery, readProgrammingQuery } from './programming-query.ts'
import { openFunder } from './programming-routes.tsx'
import type { ProgrammingRow } from './programming-table.ts'
import { writeEntry } from './retention-cell.tsx'
import { firstEnvelope, mayFix, type RefusedEntry } from './retention-entry.ts'

export const committeeRoutes = new Hono<AppEnv>()

committeeRoutes.get('/comites', allow('meeting:read'), async (c) => {
  const contractId = contractOf(c)
  const meetings = await listMeetings(c.var.db, contractId)
  const files = await countAgendas(c.var.db, contractId)
  return c.html(
    <MeetingsPage frame={c.var.frame} today={c.var.today} {...{ meetings, files }} mayManage={may(c.var.mandate, 'meeting:manage')} />,
  )
})

committeeRoutes.get('/comites/nouvelle', allow('meeting:manage'), async (c) => c.html(await newMeeting(c, [], {})))

committeeRoutes.post('/comites', allow('meeting:manage'), async (c) => {
  const typed = await readForm(c)
  const read = parseTyped(MeetingForm, typed)
  if (!read.ok) return c.html(await newMeeting(c, read.errors, typed.values), 400)
  const { id, instance: bodyId, titre: title, jour: heldOn, heure, lieu: place } = read.value
  const result = await callMeeting(c.var.db, c.var.mandate, { id, bodyId, title, heldOn, startsAt: heure ?? '', place })
  if (!result.done) {
    const errors = result.reasons.map((reason) => MEETING_REFUSALS[reason])
    return c.html(await newMeeting(c, errors, typed.values), 422)
  }
  return redirectSaying(c, fundingPaths.agenda(id), { state: 'success', text: 'La séance est convoquée. Composez son ordre du jour.' })
})

committeeRoutes.get('/comites/:id', allow('meeting:read'), async (c) => c.html(await committeePage(c, c.req.query())))

async function newMeeting(c: AppContext, errors: readonly FieldError[], values: Record<string, string>): Promise<Html> {
  const bodies = await listBodies(c.var.db, contractOf(c))
  const id = idField.safeParse(values['id']).data ?? newId()
  return <NewMeetingPage frame={c.var.frame} action={fundingPaths.meetings()} id={id} bodies={bodies} values={values} errors={errors} />
}

export function contractOf(c: AppContext): string {
  if (!c.var.contract) throw new NotFound()
  return c.var.contract.id
}

/** The meeting of the address, under the mandate's scope; 404 when it is not one. */
export async function getCommittee(c: AppContext, partId?: string): Promise<Committee> {
  const id = idField.safeParse(c.req.param('id'))
  if (!id.success) throw new NotFound()
  const { db, mandate, today } = c.var
  const by = { contractId: contractOf(c), meetingId: id.data, today, ...(partId ? { partId } : {}) }
  const committee = await findCommittee(db, mandate.scope, by)
  if (!committee) throw new NotFound()
  return committee
}

export type CommitteeQuery = ProgrammingQuery & { onglet?: CommitteeTab | undefined }

function readCommitteeQuery(query: Record<string, string>): CommitteeQuery {
  const { annee: _year, statut: _status, ...read } = readProgrammingQuery(query)
  const onglet = z.enum(COMMITTEE_TABS).safeParse(query['onglet']).data
  return onglet ? { ...read, onglet } : read
}

/** The page of a meeting; with what was typed and refused, when an amount comes back. */
export async function committeePage(c: AppContext, asked: Record<string, string>, refused?: RefusedEntry): Promise<Html> {
  const committee = await getCommittee(c)
  const { mandate, frame } = c.var
  const query = readCommitteeQuery(asked)
  const grouping = query.par ?? 'commune'
  const keep = (row: ProgrammingRow) => keepsRow(query, row) && (query.onglet === undefined || committeeTab(row) === query.onglet)
  const { rows } = committee.table({ grouping })
  const open = openFunder(query.detail ?? mandate.organisationId, committee.funders)
  const { meeting, year, agendaCount, funders, envelopes } = committee
  return (
    <CommitteePage
      {...{ frame, meeting, year, agendaCount, funders, envelopes, query, grouping, rows, open }}
      programming={committee.table({ grouping, keep })}
      entry={entryOf(c, committee, { open, query, refused })}
      communes={communesIn(rows)}
      today={c.var.today}
      mayManage={may(mandate, 'meeting:manage')}
      errors={refused?.errors ?? []}
    />
  )
}

function communesIn(rows: readonly ProgrammingRow[]): { code: string; name: string }[] {
  const byCode = new Map(rows.flatMap(({ communes }) => communes.map((one) => [one.code, one] as const)))
  return [...byCode.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}

/** How an amount is fixed in the table: in the open funder's column, by who may, while the meeting lasts. */
function entryOf(
  c: AppContext,
  committee: Committee,
  by: { open: string | undefined; query: CommitteeQuery; refused: RefusedEntry | undefined },
): ((row: ProgrammingRow) => string) | undefined {
  const { meeting, envelopes, funders } = committee
  const envelope = firstEnvelope(envelopes, by.open)
  if (!envelope || meeting.closedOn !== null || !mayFix(c.var.mandate, envelope)) return undefined
  const own = committee.retained.filter(({ envelopeId }) => envelopeId === envelope.id)
  const view = {
    action: fundingPaths.retentions(meeting.id),
    envelope,
    funderName: funders.find(({ id }) => id === envelope.funderId)?.shortName ?? '',
    back: fundingPaths.meeting(meeting.id, { ...by.query, detail: by.open }),
    retained: new Map(own.map((one) => [one.partId, one])),
    refused: by.refused,
    newId,
  }
  return (row) => writeEntry(row, view)
}
