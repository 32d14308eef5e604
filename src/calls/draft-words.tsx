import type { Child } from 'hono/jsx'
import { type Day, daysBetween, formatDay } from '#platform/day.ts'
import type { BadgeState } from '#platform/kit/Badge.tsx'
import { Badge } from '#platform/kit/Badge.tsx'
import { Icon } from '#platform/kit/Icon.tsx'
import type { IconName } from '#platform/kit/icons.ts'
import type { Application } from './application-store.ts'
import { isClosedDraft, lastDayOf } from './draft-period.ts'

/** A draft may still be without its title. */
export function partTitle({ title }: { title: string }): string {
  return title === '' ? 'Action sans titre' : title
}

const STATE_BADGES: Readonly<Record<Application['state'], { word: string; icon: IconName; state?: BadgeState }>> = {
  draft: { word: 'Brouillon', icon: 'pencil' },
  submitted: { word: 'Envoyée', icon: 'circle-check', state: 'success' },
  withdrawn: { word: 'Retirée', icon: 'circle-x' },
}

/** The state of an application, by one word. */
export function stateOfApplication(application: Pick<Application, 'state'>): { badge: string; icon: IconName; state?: BadgeState } {
  const { word, ...look } = STATE_BADGES[application.state]
  return { badge: word, ...look }
}

/** Under the title of a draft: whose it is, for which call, and until when. */
export function draftMeta(application: Application, today: Day): Child[] {
  const { word, ...look } = STATE_BADGES[application.state]
  return [
    application.organisationName,
    application.callTitle,
    <Badge word={word} {...look} />,
    ...(application.state === 'draft' ? [<Deadline application={application} today={today} />] : []),
  ]
}

function Deadline({ application, today }: { application: Application; today: Day }) {
  const lastDay = lastDayOf(application)
  const until = formatDay(lastDay)
  return (
    <span>
      <Icon name="clock" />{' '}
      {isClosedDraft(application, today)
        ? `L’appel est clos depuis le ${until}`
        : `À envoyer avant le ${until}, minuit\u00A0: ${left(daysBetween(today, lastDay))}`}
    </span>
  )
}

function left(days: number): string {
  if (days === 0) return 'c’est le dernier jour'
  return days === 1 ? 'il vous reste un jour' : `il vous reste ${days} jours`
}
