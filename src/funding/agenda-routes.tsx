import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { missingOpinions } from '#instruction/opinion-store.ts'
import { yearOf } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import { idField, readForm, type Typed } from '#platform/form.ts'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import type { Html } from '#platform/kit/html.ts'
import { AgendaPage } from './AgendaPage.tsx'
import { AGENDA_REFUSALS, type AgendaRefusal, addCompleteFiles, setAgenda } from './agenda-acts.ts'
import { findAgendaYear, listAgenda, listCandidates } from './agenda-store.ts'
import { ClosingPage } from './ClosingPage.tsx'
import { listCallYears } from './call-year-store.ts'
import { chosenYear } from './chosen-year.ts'
import { closeMeeting } from './closing-acts.ts'
import { contractOf, getCommittee } from './committee-routes.tsx'
import { committeeTab } from './committee-tabs.ts'
import { CLOSING_FLAWS } from './meeting-closing.ts'
import { fundingPaths } from './paths.ts'

export const agendaRoutes = new Hono<AppEnv>()

agendaRoutes.get('/comites/:id/ordre-du-jour', allow('meeting:manage'), async (c) => c.html(await agendaPage(c, c.req.query('annee'))))

agendaRoutes.post('/comites/:id/ordre-du-jour', allow('meeting:manage'), async (c) => {
  const typed = await readForm(c)
  const { meeting } = await getCommittee(c)
  const year = readYear(typed)
  const chosen = readAgenda(typed)
  const wrong = rankErrors(chosen)
  if (wrong.length > 0) return c.html(await agendaPage(c, typed.values['annee'], { errors: wrong, chosen }), 400)
  const partIds = inOrder(chosen).filter((id) => idField.safeParse(id).success)
  const result = await setAgenda(c.var.db, c.var.mandate, { meetingId: meeting.id, year, partIds })
  if (!result.done) return c.html(await agendaPage(c, typed.values['annee'], { errors: result.reasons.map(errorOf), chosen }), 422)
  return redirectSaying(c, fundingPaths.meeting(meeting.id), { state: 'success', text: said(result.value) })
})

agendaRoutes.post('/comites/:id/ordre-du-jour/dossiers-complets', allow('meeting:manage'), async (c) => {
  const typed = await readForm(c)
  const { meeting } = await getCommittee(c)
  const result = await addCompleteFiles(c.var.db, c.var.mandate, { meetingId: meeting.id, year: readYear(typed) })
  if (!result.done) return c.html(await agendaPage(c, typed.values['annee'], { errors: result.reasons.map(errorOf) }), 422)
  return redirectSaying(c, fundingPaths.agenda(meeting.id), { state: 'success', text: said(result.value) })
})

/** The year the form was drawn for; anything else was forged. */
function readYear({ values }: Typed): number {
  const found = /^20\d\d$/.exec(values['annee'] ?? '')
  if (!found) throw new NotFound()
  return Number(found[0])
}

function said(count: number): string {
  return `Ordre du jour enregistré\u00A0: ${count}\u00A0${count > 1 ? 'dossiers' : 'dossier'}.`
}

interface Chosen {
  chosen: string[]
  ranks: Record<string, string>
}

function readAgenda({ values, lists }: Typed): Chosen {
  const ranks = Object.entries(values).flatMap(([name, value]) => (name.startsWith('rang-') ? [[name.slice(5), value]] : []))
  return { chosen: lists['part'] ?? [], ranks: Object.fromEntries(ranks) }
}

const RANK = /^[1-9]\d{0,3}$/

/** A rank typed for a chosen file is a whole number from 1, or nothing. */
function rankErrors({ chosen, ranks }: Chosen): FieldError[] {
  const wrong = chosen.filter((id) => (ranks[id]?.trim() ?? '') !== '' && !RANK.test(ranks[id]?.trim() ?? ''))
  return wrong.map((id) => ({ field: `rang-${id}`, message: 'Écrivez le rang en chiffres, à partir de 1, ou laissez-le vide' }))
}

function errorOf(reason: AgendaRefusal): FieldError {
  return { field: 'part', message: AGENDA_REFUSALS[reason] }
}

/** By rank, those without a rank last, in the order of the page. */
function inOrder({ chosen, ranks }: Chosen): string[] {
  const rank = (id: string) => (RANK.test(ranks[id]?.trim() ?? '') ? Number(ranks[id]) : Number.MAX_SAFE_INTEGER)
  return [...chosen].sort((a, b) => rank(a) - rank(b))
}

async function agendaPage(c: AppContext, asked: string | undefined, refused?: { errors: FieldError[]; chosen?: Chosen }): Promise<Html> {
  const { db, mandate, frame, today } = c.var
  const contractId = contractOf(c)
  const { meeting } = await getCommittee(c)
  const settled = await findAgendaYear(db, meeting.id)
  const wanted = /^20\d\d$/.test(asked ?? '') ? Number(asked) : undefined
  const year = settled ?? chosenYear(wanted, await listCallYears(db, contractId), yearOf(today))
  const candidates = await listCandidates(db, mandate.scope, { contractId, year, meetingId: meeting.id })
  const errors = refused?.errors ?? []
  return <AgendaPage {...{ frame, meeting, year, candidates, errors }} {...(refused?.chosen ? { typed: refused.chosen } : {})} />
}

agendaRoutes.get('/comites/:id/cloture', allow('meeting:manage'), async (c) => c.html(await closingPage(c, '', [])))

agendaRoutes.post('/comites/:id/cloture', allow('meeting:manage'), async (c) => {
  const typed = await readForm(c)
  const { meeting } = await getCommittee(c)
  const reason = (typed.values['motif'] ?? '').slice(0, 2000)
  const result = await closeMeeting(c.var.db, c.var.mandate, { meetingId: meeting.id, reason }, c.var.today)
  if (!result.done) {
    const errors = result.reasons.map((flaw) => ({ field: 'motif', message: CLOSING_FLAWS[flaw] }))
    return c.html(await closingPage(c, reason, errors), 422)
  }
  return redirectSaying(c, fundingPaths.meeting(meeting.id), { state: 'success', text: 'La séance est close.' })
})

async function closingPage(c: AppContext, reason: string, errors: FieldError[]): Promise<Html> {
  const committee = await getCommittee(c)
  const { meeting } = committee
  const agenda = await listAgenda(c.var.db, c.var.mandate.scope, meeting.id)
  const living = agenda.filter(({ withdrawn }) => !withdrawn).map(({ partId }) => partId)
  const missing = await missingOpinions(c.var.db, living)
  const toSettle = committee.table({ grouping: 'commune' }).rows.filter((row) => committeeTab(row) === 'a-discuter').length
  return <ClosingPage frame={c.var.frame} {...{ meeting, agenda, missing, toSettle, reason, errors }} />
}
