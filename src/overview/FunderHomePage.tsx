import { isAwaited, opinionState } from '#instruction/opinion-state.ts'
import { instructionPaths } from '#instruction/paths.ts'
import { type Day, formatDay } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { EnvelopeLines } from './EnvelopeLines.tsx'
import { FirstDayBox } from './FirstDayBox.tsx'
import { FunderTasks } from './FunderTasks.tsx'
import type { FunderHome } from './funder-home-store.ts'
import { HomeEnvelopes } from './HomeEnvelopes.tsx'
import { HomeMeetings } from './HomeMeetings.tsx'
import { LateTable, lateAccounts, lateOwnOpinions } from './LateThings.tsx'
import { MyOpinionsTable } from './MyOpinionsTable.tsx'
import { counted } from './words.ts'

export interface FunderHomePageProps {
  frame: Frame
  today: Day
  organisationName: string
  home: FunderHome
}

/** The State and the other funders: opinions asked of them, their own acts and their own money. */
export function FunderHomePage({ frame, today, organisationName, home }: FunderHomePageProps): Html {
  const waiting = home.opinions.filter(isAwaited)
  const late = waiting.filter(({ dueOn }) => opinionState({ dueOn, given: false }, today).state === 'late')
  return (
    <AgentPage
      frame={frame}
      title="Tableau de bord"
      heading={home.may.advise ? headingOf(waiting.length, late.length) : signingWords(home.awaitingAct.length)}
      meta={[formatDay(today), organisationName]}
      actions={
        waiting.length > 0 ? (
          <LinkButton href={instructionPaths.myOpinions} icon="message-square">
            Rendre les avis
          </LinkButton>
        ) : undefined
      }
    >
      <div class="with-aside">
        <div class="stack loose">
          <FunderTasks home={home} opinions={{ waiting: waiting.length, late: late.length }} />
          {home.may.advise ? <MyOpinionsTable opinions={waiting} today={today} /> : null}
          <Money home={home} />
          <LateTable
            rows={[
              ...lateOwnOpinions(
                late.map(({ dueOn }) => dueOn),
                today,
              ),
              ...lateAccounts(home.reports, today),
            ]}
          />
        </div>
        <aside class="stack loose" aria-label="Calendrier">
          {home.may.follow ? <HomeMeetings meetings={home.meetings} today={today} /> : null}
          {home.firstDay ? <FirstDayBox counts={home.firstDay} /> : null}
        </aside>
      </div>
    </AgentPage>
  )
}

/** The State follows its lines; another funder its gauges; who has no money here sees none. */
function Money({ home: { may, envelopes, year } }: { home: FunderHome }): Html | null {
  if (may.byLine) return <EnvelopeLines envelopes={envelopes} year={year} />
  return may.manage ? <HomeEnvelopes envelopes={envelopes} year={year} /> : null
}

function signingWords(count: number): string {
  return count === 0
    ? 'Aucun acte n’attend votre signature'
    : `${counted(count, 'montant retenu attend', 'montants retenus attendent')} votre acte`
}

function headingOf(waiting: number, late: number): string {
  if (waiting === 0) return 'Aucun avis ne vous est demandé'
  const asked = `Votre avis est demandé sur ${counted(waiting, 'dossier', 'dossiers')}`
  return late === 0 ? asked : `${asked}, dont ${late} en retard`
}
