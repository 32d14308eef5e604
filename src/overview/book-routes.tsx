import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { may } from '#access/permissions.ts'
import { findApplication } from '#calls/application-store.ts'
import { findAgendaYear, listAgenda } from '#funding/agenda-store.ts'
import { findMeeting, type Meeting } from '#governance/meeting-store.ts'
import { yearOf } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { downloadHeaders } from '#platform/file-kinds.ts'
import { idField, readForm } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Html } from '#platform/kit/html.ts'
import { BookPage } from './BookPage.tsx'
import { exportPaths } from './export-paths.ts'
import { listExports } from './export-store.ts'
import { LONGEST_QUESTION, writeQuestions } from './question-acts.ts'
import { renderSheets } from './sheet.document.ts'
import { readSheets, type Sheet } from './sheet-reading-store.ts'

/** The summary of a file, and the book of a committee. */
export const bookRoutes = new Hono<AppEnv>()

bookRoutes.get('/dossiers/:id/fiche', allow('meeting:read'), async (c) => {
  const { db, mandate, today, demonstration } = c.var
  const id = idField.safeParse(c.req.param('id'))
  const file = id.success ? await findApplication(db, mandate.scope, id.data) : undefined
  if (!file || (file.state === 'draft' && file.origin === 'pilotis')) throw new NotFound()
  const read = { contractId: file.contractId, year: file.year, today }
  const found: Sheet[] = []
  const { funders } = await readSheets(db, mandate, { ...read, partId: file.parts[0]?.id ?? newId() })
  for (const { id: partId } of file.parts) found.push(...(await readSheets(db, mandate, { ...read, partId })).sheets)
  if (found.length === 0) throw new NotFound()
  const title = `Fiche de synthèse, dossier ${file.submissionNumber ?? file.dauphinNumber ?? ''}`.trim()
  const pdf = await renderSheets({ title, sheets: found, funders, today, demonstration, year: file.year })
  return c.body(Uint8Array.from(pdf), 200, downloadHeaders(`${title}.pdf`, 'pdf'))
})

bookRoutes.get('/comites/:id/cahier', allow('meeting:read'), async (c) => c.html(await bookPage(c, await getMeeting(c))))

bookRoutes.post('/comites/:id/cahier/questions', allow('meeting:manage'), async (c) => {
  const meeting = await getMeeting(c)
  const { values } = await readForm(c)
  const typed = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith('question-') ? [[name.slice('question-'.length), value.trim()]] : [],
    ),
  )
  const questions = Object.entries(typed).map(([partId, question]) => ({ partId, question }))
  const result = await writeQuestions(c.var.db, c.var.mandate, { meetingId: meeting.id, questions }, c.var.today)
  if (!result.done && !result.reasons.includes('too-long')) throw new NotFound()
  if (!result.done) return c.html(await bookPage(c, meeting, { typed, errors: tooLong(typed) }), 422)
  return redirectSaying(c, exportPaths.book(meeting.id), { state: 'success', text: said(result.value) })
})

function tooLong(typed: Readonly<Record<string, string>>): FieldError[] {
  return Object.entries(typed)
    .filter(([, question]) => question.length > LONGEST_QUESTION)
    .map(([partId, question]) => ({
      field: `question-${partId}`,
      message: `Raccourcissez la question\u00A0: ${question.length} signes, ${LONGEST_QUESTION} au plus tiennent sur la fiche`,
    }))
}

function said(count: number): string {
  if (count === 0) return 'Aucune question n’a changé.'
  return count === 1 ? 'Une question est enregistrée.' : `${count} questions sont enregistrées.`
}

async function getMeeting(c: AppContext): Promise<Meeting> {
  const id = idField.safeParse(c.req.param('id'))
  const contractId = c.var.contract?.id
  const meeting = id.success && contractId ? await findMeeting(c.var.db, { contractId, id: id.data }) : undefined
  if (!meeting) throw new NotFound()
  return meeting
}

async function bookPage(c: AppContext, meeting: Meeting, refused?: { typed: Record<string, string>; errors: FieldError[] }): Promise<Html> {
  const { db, mandate, frame, today } = c.var
  const agenda = await listAgenda(db, mandate.scope, meeting.id)
  const year = (await findAgendaYear(db, meeting.id)) ?? yearOf(today)
  const { sheets } = await readSheets(db, mandate, { contractId: mandate.contractId ?? '', year, today, meetingId: meeting.id })
  const byPart = new Map(sheets.map((sheet) => [sheet.row.partId, sheet]))
  const ordered = agenda.flatMap(({ partId }) => byPart.get(partId) ?? [])
  const books = await listExports(db, mandate.id, { kind: 'cahier-de-comite', subjectId: meeting.id })
  const mayWrite = may(mandate, 'meeting:manage') && meeting.closedOn === null
  return (
    <BookPage
      {...{ frame, meeting, books, mayWrite }}
      sheets={ordered}
      newId={newId()}
      typed={refused?.typed}
      errors={refused?.errors ?? []}
    />
  )
}
