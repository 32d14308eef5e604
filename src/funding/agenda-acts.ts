import type { Mandate } from '#access/mandate.ts'
import { lockMeeting } from '#governance/meeting-store.ts'
import type { Db, Tx } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { readyForAgenda } from './agenda-ready.ts'
import { type Candidate, listAgenda, listCandidates, lockAgenda, saveAgenda } from './agenda-store.ts'

export type AgendaRefusal = 'meeting-closed' | 'unknown-file' | 'already-retained' | 'other-year'

export const AGENDA_REFUSALS = {
  'meeting-closed': 'La séance est close\u00A0: son ordre du jour ne change plus.',
  'unknown-file': 'Un des dossiers choisis n’est plus à examiner (retiré ou hors de votre vue)\u00A0: vérifiez la liste.',
  'already-retained': 'Un dossier pour lequel la séance a déjà retenu un montant reste à son ordre du jour.',
  'other-year': 'Cette séance examine déjà des dossiers d’une autre année.',
} satisfies Record<AgendaRefusal, string>

interface Wanted {
  meetingId: string
  year: number
}

/** Fixes the agenda: these files in this order. Files that who acts may not see keep their place after the others. */
export async function setAgenda(
  db: Db,
  by: Mandate,
  input: Wanted & { partIds: readonly string[] },
): Promise<Result<number, AgendaRefusal>> {
  return db.transaction(async (tx) => change(tx, by, input, () => [...new Set(input.partIds)]))
}

/** Adds every file that is ready to the end of the agenda, in the order of the numbers. */
export async function addCompleteFiles(db: Db, by: Mandate, input: Wanted): Promise<Result<number, AgendaRefusal>> {
  return db.transaction(async (tx) =>
    change(tx, by, input, (candidates) =>
      candidates.filter((candidate) => candidate.position !== null || readyForAgenda(candidate)).map(({ partId }) => partId),
    ),
  )
}

async function change(
  tx: Tx,
  by: Mandate,
  { meetingId, year }: Wanted,
  choose: (candidates: readonly Candidate[]) => string[],
): Promise<Result<number, AgendaRefusal>> {
  const contractId = by.contractId ?? ''
  const meeting = await lockMeeting(tx, { contractId, id: meetingId })
  if (!meeting) throw new NotFound()
  const items = await lockAgenda(tx, meetingId)
  const candidates = await listCandidates(tx, by.scope, { contractId, year, meetingId })
  const wanted = choose(candidates)
  const seen = new Set(candidates.map(({ partId }) => partId))
  const agenda = await listAgenda(tx, by.scope, meetingId)
  const unseen = items.filter(({ partId }) => !seen.has(partId)).map(({ partId }) => partId)
  const reasons: AgendaRefusal[] = []
  if (meeting.closedOn !== null) reasons.push('meeting-closed')
  if (agenda.some((item) => item.year !== year)) reasons.push('other-year')
  if (wanted.some((partId) => !seen.has(partId))) reasons.push('unknown-file')
  if (items.some(({ partId, retained }) => retained && seen.has(partId) && !wanted.includes(partId))) reasons.push('already-retained')
  if (reasons.length > 0) return refused(...reasons)
  await saveAgenda(tx, meetingId, [...wanted, ...unseen])
  await record(tx, by, 'meeting.agenda-set', meetingId, { partIds: [...wanted, ...unseen] })
  return done(wanted.length)
}
