import { fundingPaths } from '#funding/paths.ts'
import { sayHour } from '#governance/meeting-form.ts'
import { type Day, formatDay, formatDayShort } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { Agenda } from '#platform/kit/Timeline.tsx'
import type { HomeMeeting } from './home-store.ts'
import { counted } from './words.ts'

const SHOWN = 5

/** The next meetings, the nearest first. */
export function HomeMeetings({ meetings, today }: { meetings: readonly HomeMeeting[]; today: Day }): Html {
  const next = meetings.filter(({ heldOn }) => heldOn >= today).slice(0, SHOWN)
  return (
    <Section title="Prochaines réunions" id="reunions">
      {next.length > 0 ? (
        <Agenda days={next.map((meeting) => entryOf(meeting, today))} />
      ) : (
        <p class="soft">Aucune réunion n’est prévue.</p>
      )}
      <p>
        <a href={fundingPaths.meetings()}>Toutes les réunions</a>
      </p>
    </Section>
  )
}

function entryOf({ id, title, heldOn, startsAt, place, files }: HomeMeeting, today: Day): Parameters<typeof Agenda>[0]['days'][number] {
  const [number = '', month = ''] = formatDayShort(heldOn).split(' ')
  const facts = [`${formatDay(heldOn)}, ${sayHour(startsAt)}`, place, files > 0 ? counted(files, 'dossier', 'dossiers') : '']
  return {
    day: number,
    month,
    iso: heldOn,
    title,
    detail: facts.filter((fact) => fact !== '').join(', '),
    href: fundingPaths.meeting(id),
    current: heldOn === today,
  }
}
