import type { AwardState } from '#agreement/award-state-store.ts'
import type { ExpectedReport } from '#agreement/follow-up-store.ts'
import { daysLate, finalReportDue, finalReportState, interimReportState, type ReportKind } from '#agreement/report-due.ts'
import { NEXT_STEPS } from '#agreement/whose-turn.ts'
import { callPeriod } from '#calls/call-period.ts'
import type { Call } from '#calls/call-store.ts'
import { depositPeriod } from '#calls/submission-check.ts'
import { completenessState } from '#instruction/completeness-state.ts'
import { pieceState, pieceStateWords } from '#instruction/piece-deadline.ts'
import { type Day, daysBetween, formatDay, formatDayShort } from '#platform/day.ts'
import { formatEuros } from '#platform/money.ts'
import type { AwaitedPiece, Numberless, OpenDraft } from './porteur-home-store.ts'
import { counted } from './words.ts'

/** The page where a task is done; its address is PorteurTasks.tsx's to spell. */
export type TaskPlace =
  | { page: 'asked-pieces' | 'draft' | 'dauphin-number'; applicationId: string }
  | { page: 'grant'; awardId: string }
  | { page: 'report'; actionId: string; year: number; kind: ReportKind }

/** One thing that waits for the porteur and nobody else. */
export interface PorteurTask {
  text: string
  hint: string
  place: TaskPlace
  mark: string
  state: 'error' | 'warning' | 'info'
}

/** All that the tasks are decided on. */
export interface PorteurFacts {
  pieces: readonly AwaitedPiece[]
  drafts: readonly Draft[]
  numberless: readonly Numberless[]
  awards: readonly Award[]
  reports: readonly Report[]
  calls: readonly NextCall[]
}

type Draft = Pick<OpenDraft, 'id' | 'title' | 'callTitle' | 'door' | 'opensOn' | 'closesOn'> & { reopenedUntil: readonly Day[] }
type Award = Pick<AwardState, 'id' | 'stage' | 'title' | 'year' | 'decided' | 'funderName'>
type Report = Pick<ExpectedReport, 'actionId' | 'year' | 'title' | 'interimDepositedOn' | 'finalDepositedOn'>
type NextCall = Pick<Call, 'year' | 'opensOn' | 'closesOn'>

/** A draft presses from a week before its last day. */
const PRESSING_DAYS = 7

/** What is late comes first; the rest in the order of an action's life. */
export function porteurTasks(home: PorteurFacts, today: Day): PorteurTask[] {
  const tasks = [
    ...pieceTasks(home.pieces, today),
    ...home.drafts.flatMap((draft) => draftTask(draft, today)),
    ...home.numberless.map(numberTask),
    ...home.awards.flatMap(answerTask),
    ...home.reports.flatMap((report) => [...finalTask(report, today), ...interimTask(report, home.calls, today)]),
  ]
  return [...tasks.filter(({ state }) => state === 'error'), ...tasks.filter(({ state }) => state !== 'error')]
}

/** One task a file: its pieces are handed in on one page. They come with the nearest due day first. */
function pieceTasks(pieces: readonly AwaitedPiece[], today: Day): PorteurTask[] {
  return [...new Set(pieces.map(({ applicationId }) => applicationId))].flatMap((id) => {
    const asked = pieces.filter(({ applicationId }) => applicationId === id)
    const [first] = asked
    if (!first || isComplete(first, today)) return []
    const due = pieceState({ dueOn: first.dueOn, answeredOn: null }, today)
    return [
      {
        text: asked.length === 1 ? `Déposer la pièce demandée\u00A0: ${first.label}` : `Déposer les ${asked.length} pièces demandées`,
        hint: `${titled(first)}, au plus tard le ${formatDayShort(first.dueOn)}`,
        place: { page: 'asked-pieces', applicationId: id },
        mark: pieceStateWords(due),
        state: due.state === 'late' ? 'error' : 'warning',
      },
    ]
  })
}

/** What was asked of a file found complete since is no longer waited for. */
function isComplete({ complete }: AwaitedPiece, today: Day): boolean {
  return completenessState({ complete, pieces: [] }, today) === 'complete'
}

/** A draft of a closed call is nobody's task any more, unless its deposit was opened again. */
function draftTask(draft: Draft, today: Day): PorteurTask[] {
  if (depositPeriod({ call: draft, reopenedUntil: draft.reopenedUntil }, today) !== 'open') return []
  const until = [draft.closesOn, ...draft.reopenedUntil].toSorted().at(-1) ?? draft.closesOn
  const left = daysBetween(today, until)
  return [
    {
      text: `Terminer votre demande\u00A0: ${titled(draft)}`,
      hint: `${draft.callTitle}, à envoyer avant le ${formatDay(until)}, minuit`,
      place: { page: 'draft', applicationId: draft.id },
      mark: leftWords(left),
      state: left <= PRESSING_DAYS ? 'warning' : 'info',
    },
  ]
}

function numberTask({ applicationId, title }: Numberless): PorteurTask {
  return {
    text: `Donner le numéro Dauphin de ${titled({ title })}`,
    hint: 'Sans ce numéro, l’État ne peut pas vous notifier sa décision',
    place: { page: 'dauphin-number', applicationId },
    mark: 'À saisir',
    state: 'warning',
  }
}

function answerTask({ id, stage, title, year, decided, funderName }: Award): PorteurTask[] {
  if (stage !== 'to-answer') return []
  return [
    {
      text: `Répondre\u00A0: ${formatEuros(decided)} pour ${title} ${year}`,
      hint: `${funderName}. ${NEXT_STEPS[stage].beneficiary}`,
      place: { page: 'grant', awardId: id },
      mark: 'À répondre',
      state: 'warning',
    },
  ]
}

function finalTask({ actionId, year, title, finalDepositedOn }: Report, today: Day): PorteurTask[] {
  const state = finalReportState({ year, depositedOn: finalDepositedOn }, today)
  if (state !== 'due' && state !== 'late') return []
  const late = state === 'late'
  return [
    {
      text: `Déposer le bilan final ${year}\u00A0: ${title}`,
      hint: `Au plus tard le ${formatDayShort(finalReportDue(year))}`,
      place: { page: 'report', actionId, year, kind: 'final' },
      mark: late ? `En retard de ${counted(daysLate(year, today), 'jour', 'jours')}` : 'À déposer',
      state: late ? 'error' : 'info',
    },
  ]
}

/** The interim account has no day of its own: it presses while one may ask for the year that follows. */
function interimTask(report: Report, calls: readonly NextCall[], today: Day): PorteurTask[] {
  const { actionId, year, title, interimDepositedOn, finalDepositedOn } = report
  const next = calls.find((call) => call.year === year + 1 && callPeriod(call, today).phase === 'open')
  if (!next || interimReportState({ year, depositedOn: interimDepositedOn, finalDepositedOn }, today) !== 'due') return []
  return [
    {
      text: `Déposer le bilan intermédiaire ${year}\u00A0: ${title}`,
      hint: `Avant votre demande pour ${next.year}, qui se ferme le ${formatDayShort(next.closesOn)}`,
      place: { page: 'report', actionId, year, kind: 'interim' },
      mark: leftWords(callPeriod(next, today).daysLeft),
      state: 'info',
    },
  ]
}

function leftWords(days: number): string {
  return days === 0 ? 'Dernier jour' : `Encore ${counted(days, 'jour', 'jours')}`
}

function titled({ title }: { title: string }): string {
  return title === '' ? 'action sans titre' : title
}
