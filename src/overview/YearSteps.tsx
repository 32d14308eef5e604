import type { Child } from 'hono/jsx'
import { callPaths } from '#calls/calls-paths.ts'
import { fundingPaths } from '#funding/paths.ts'
import { fileListHref } from '#instruction/file-list-query.ts'
import { instructionPaths } from '#instruction/paths.ts'
import { type Day, formatDayShort } from '#platform/day.ts'
import { formatCount } from '#platform/kit/escape.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { type Step, Steps } from '#platform/kit/Timeline.tsx'
import { countFiles, type FileCounts } from './file-counts.ts'
import type { LeadHome } from './lead-home-store.ts'
import { overviewPaths } from './paths.ts'
import { counted } from './words.ts'
import { YEAR_STEPS, type YearProgress, type YearStep, yearPhases } from './year-steps.ts'

/** The year in order; each number opens the list that explains it. */
export function YearSteps({ home, today }: { home: LeadHome; today: Day }): Html {
  const files = home.calls.flatMap((one) => one.files)
  const counts = countFiles(files, today)
  const phases = yearPhases(progressOf(home, counts, today))
  const details = detailsOf(home, counts)
  const steps: Step[] = YEAR_STEPS.map((step) => ({ name: STEP_NAMES[step], detail: details[step], phase: phases[step] }))
  return (
    <Section title={`Où en est la programmation ${home.year}`} id="annee">
      <Steps steps={steps} />
    </Section>
  )
}

const STEP_NAMES = {
  call: 'Appel',
  deposits: 'Dépôt',
  completeness: 'Complétude',
  opinions: 'Avis',
  committee: 'Comité',
  decisions: 'Décisions',
  notifications: 'Courriers',
  payments: 'Paiements',
} satisfies Record<YearStep, string>

function progressOf({ calls, awards, meetings, year }: LeadHome, counts: FileCounts, today: Day): YearProgress {
  const committees = committeesOf({ meetings, year })
  return {
    ...counts,
    ...awards,
    opened: calls.some(({ call }) => call.opensOn <= today),
    closed: calls.length > 0 && calls.every(({ call }) => call.closesOn < today),
    committeeClosed: committees.length > 0 && committees.every(({ closed }) => closed),
  }
}

function committeesOf({ meetings, year }: Pick<LeadHome, 'meetings' | 'year'>): LeadHome['meetings'] {
  return meetings.filter(({ kind, heldOn }) => kind === 'funders-committee' && heldOn.startsWith(String(year)))
}

function detailsOf(home: LeadHome, counts: FileCounts): Record<YearStep, Child> {
  const { year, awards } = home
  const call = home.calls.length === 1 ? home.calls[0]?.call.code : undefined
  const files = fileListHref(instructionPaths.files, { call }, {})
  const complete = fileListHref(instructionPaths.files, { call }, { completeness: 'complete' })
  const programming = fundingPaths.programming({ annee: year })
  const committee = committeesOf(home).find(({ closed }) => !closed) ?? committeesOf(home).at(-1)
  return {
    call: <CallDetail home={home} />,
    deposits: linked(counts.deposits, files, counted(counts.deposits, 'demande', 'demandes')) ?? 'aucune demande',
    completeness: linked(counts.deposits, complete, shareWords(counts.complete, counts.deposits)) ?? 'à venir',
    opinions: linked(counts.asked, files, shareWords(counts.received, counts.asked)) ?? 'aucun demandé',
    committee: committee ? <a href={fundingPaths.meeting(committee.id)}>{formatDayShort(committee.heldOn)}</a> : 'à fixer',
    decisions: linked(awards.decided, fundingPaths.decisions(year), counted(awards.decided, 'décision', 'décisions')) ?? 'à venir',
    notifications: linked(awards.decided, programming, shareWords(awards.notified, awards.decided)) ?? 'à venir',
    payments: linked(awards.granted, overviewPaths.everyonesPayments(year), shareWords(awards.paid, awards.granted)) ?? 'à venir',
  }
}

/** Nothing counted yet has no list to lead to. */
function linked(whole: number, href: string, words: string): Child | undefined {
  return whole === 0 ? undefined : <a href={href}>{words}</a>
}

function CallDetail({ home }: { home: LeadHome }): Html {
  const [first] = home.calls
  if (!first) return <>à publier</>
  if (home.calls.length > 1) return <a href={callPaths.list}>{`${home.calls.length}\u00A0appels`}</a>
  return <a href={callPaths.list}>{`jusqu’au ${formatDayShort(first.call.closesOn)}`}</a>
}

function shareWords(part: number, whole: number): string {
  return `${formatCount(part)} sur ${formatCount(whole)}`
}
