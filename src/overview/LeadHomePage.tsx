import { fundingPaths } from '#funding/paths.ts'
import { type Day, daysBetween, formatDay } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { FirstDayBox } from './FirstDayBox.tsx'
import { HomeEnvelopes } from './HomeEnvelopes.tsx'
import { HomeMeetings } from './HomeMeetings.tsx'
import type { HomeMeeting } from './home-store.ts'
import { LateThings } from './LateThings.tsx'
import { LeadTasks } from './LeadTasks.tsx'
import type { LeadHome } from './lead-home-store.ts'
import { PartnerOpinionsTable } from './PartnerOpinionsTable.tsx'
import { inDays } from './words.ts'
import { YearSteps } from './YearSteps.tsx'

export interface LeadHomePageProps {
  frame: Frame
  today: Day
  home: LeadHome
}

/** What waits for the project lead, what the lead waits for, and where the year stands. */
export function LeadHomePage({ frame, today, home }: LeadHomePageProps): Html {
  const next = nextCommittee(home.meetings, today)
  return (
    <AgentPage
      frame={frame}
      title="Tableau de bord"
      heading={next ? headingOf(next, today) : undefined}
      meta={[formatDay(today)]}
      actions={
        next ? (
          <LinkButton href={fundingPaths.meeting(next.id)} icon="list-checks">
            Préparer le comité
          </LinkButton>
        ) : undefined
      }
    >
      <YearSteps home={home} today={today} />
      <div class="with-aside">
        <div class="stack loose">
          <LeadTasks home={home} today={today} />
          <PartnerOpinionsTable home={home} today={today} />
          <HomeEnvelopes envelopes={home.envelopes} year={home.year} />
          <LateThings home={home} today={today} />
        </div>
        <aside class="stack loose" aria-label="Calendrier">
          <HomeMeetings meetings={home.meetings} today={today} />
          <FirstDayBox counts={home.firstDay} />
        </aside>
      </div>
    </AgentPage>
  )
}

/** Two weeks before, the committee is what the day is about. */
const COMMITTEE_NEAR_DAYS = 14

function nextCommittee(meetings: readonly HomeMeeting[], today: Day): HomeMeeting | undefined {
  return meetings.find(
    ({ kind, closed, heldOn }) =>
      kind === 'funders-committee' && !closed && heldOn >= today && daysBetween(today, heldOn) <= COMMITTEE_NEAR_DAYS,
  )
}

function headingOf({ heldOn }: HomeMeeting, today: Day): string {
  return `Le comité des financeurs a lieu ${inDays(daysBetween(today, heldOn))}`
}
