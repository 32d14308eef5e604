import { z } from 'zod'
import type { Mandate } from '#access/mandate.ts'
import { visible, wholeDatabase } from '#access/scope.ts'
import { findMeeting } from '#governance/meeting-store.ts'
import { idColumn } from '#platform/columns.ts'
import type { Day } from '#platform/day.ts'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { record } from '#platform/journal.ts'
import { done, type Result, refused } from '#platform/result.ts'
import { listQuestions } from './sheet-store.ts'

export const LONGEST_QUESTION = 230

export interface WrittenQuestion {
  partId: string
  /** Empty: the question of the program comes back. */
  question: string
}

export type QuestionRefusal = 'unknown-meeting' | 'not-on-agenda' | 'too-long'

/** Writes the questions of an agenda; only those that changed make a row. Answers how many. */
export async function writeQuestions(
  db: Db,
  by: Mandate,
  of: { meetingId: string; questions: readonly WrittenQuestion[] },
  today: Day,
): Promise<Result<number, QuestionRefusal>> {
  return db.transaction(async (tx) => {
    const meeting = by.contractId ? await findMeeting(tx, { contractId: by.contractId, id: of.meetingId }) : undefined
    if (!meeting) return refused('unknown-meeting')
    if (of.questions.some(({ question }) => question.length > LONGEST_QUESTION)) return refused('too-long')
    const known = await agendaParts(tx, by, of.meetingId)
    if (of.questions.some(({ partId }) => !known.has(partId))) return refused('not-on-agenda')
    const before = await listQuestions(tx, by.scope, of.meetingId)
    const changed = of.questions.filter(({ partId, question }) => (before.get(partId) ?? '') !== question)
    for (const row of changed) await insertQuestion(tx, by, { ...row, meetingId: of.meetingId, on: today })
    return done(changed.length)
  })
}

async function agendaParts(tx: Tx, by: Mandate, meetingId: string): Promise<Set<string>> {
  const rows = await tx.rows(z.object({ id: idColumn }))`
    select p.id from meeting_item i join action_part p on p.id = i.part_id join application a on a.id = p.application_id
    where i.meeting_id = ${meetingId} and ${visible('a', by.scope)}`
  return new Set(rows.map(({ id }) => id))
}

async function insertQuestion(tx: Tx, by: Mandate, row: WrittenQuestion & { meetingId: string; on: Day }): Promise<void> {
  const id = newId()
  await tx.run`
    insert into agenda_question (id, meeting_id, part_id, question, written_on, written_by)
    select ${id}, ${row.meetingId}, ${row.partId}, ${row.question}, ${row.on}, ${by.id} where ${wholeDatabase}`
  await record(tx, by, 'question.written', row.partId, { meetingId: row.meetingId, questionId: id })
}
