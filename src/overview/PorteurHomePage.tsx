import { grantLines } from '#agreement/grant-lines.ts'
import { callPeriod } from '#calls/call-period.ts'
import type { Call } from '#calls/call-store.ts'
import { applicationPaths, callPaths } from '#calls/calls-paths.ts'
import { type Day, formatDay } from '#platform/day.ts'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { actionLines } from './action-lines.ts'
import { OpenCalls } from './OpenCalls.tsx'
import { PorteurGrants } from './PorteurGrants.tsx'
import { PorteurTasks } from './PorteurTasks.tsx'
import type { PorteurHome } from './porteur-home-store.ts'
import { type PorteurTask, porteurTasks } from './porteur-tasks.ts'

export interface PorteurHomePageProps {
  frame: Frame
  today: Day
  organisationName: string
  home: PorteurHome
}

/** An association or a commune: what it has to do, where its money stands, what it may ask. */
export function PorteurHomePage({ frame, today, organisationName, home }: PorteurHomePageProps): Html {
  const tasks = porteurTasks(home, today)
  const calls = home.calls.filter((call) => callPeriod(call, today).phase !== 'closed')
  const start = <StartButton calls={calls} today={today} />
  return (
    <PublicPage
      frame={frame}
      title="Accueil"
      heading={headingOf(tasks)}
      meta={[formatDay(today), organisationName]}
      actions={home.applications > 0 ? start : null}
    >
      {home.applications === 0 && tasks.length === 0 ? <FirstTime start={start} /> : <PorteurTasks tasks={tasks} />}
      {home.applications > 0 ? <PorteurGrants lines={actionLines(grantLines(home.awards, home.pending))} /> : null}
      <Section title="Appels à projets" id="appels">
        <OpenCalls calls={calls} today={today} />
      </Section>
    </PublicPage>
  )
}

function headingOf(tasks: readonly PorteurTask[]): string {
  const late = tasks.filter(({ state }) => state === 'error').length
  if (tasks.length === 0) return 'Rien ne vous attend aujourd’hui'
  const waiting = tasks.length === 1 ? 'Une chose vous attend' : `${tasks.length} choses vous attendent`
  if (late === 0) return waiting
  return tasks.length === 1 ? `${waiting}, en retard` : `${waiting}, dont ${late} en retard`
}

function StartButton({ calls, today }: { calls: readonly Call[]; today: Day }): Html {
  const open = calls.some((call) => call.door === 'pilotis-first' && callPeriod(call, today).phase === 'open')
  return open ? (
    <LinkButton icon="circle-plus" href={applicationPaths.start()}>
      Commencer une demande
    </LinkButton>
  ) : (
    <LinkButton kind="second" href={callPaths.publicList}>
      Lire les appels à projets
    </LinkButton>
  )
}

/** Who has never asked for anything. */
function FirstTime({ start }: { start: Html }): Html {
  return (
    <Section title="Votre première demande" id="premiere">
      <Empty title="Pas encore de demande" icon="file-text" action={start}>
        Une seule demande suffit pour tous les financeurs. Tout s’enregistre au fur et à mesure : vous pouvez vous arrêter et reprendre,
        seul ou à plusieurs.
      </Empty>
    </Section>
  )
}
