import type { FilePanel } from '#instruction/file-panel.tsx'
import { formatDayShort } from '#platform/day.ts'
import { Section } from '#platform/kit/Section.tsx'
import { Timeline } from '#platform/kit/Timeline.tsx'
import { awardStates } from './award-state-store.ts'
import { decisionEvents } from './decision-events.ts'

/** On the page of a file: the acts, notifications, answers, obligations and payments of its actions, this year and the year before. */
export const decisionHistoryPanel: FilePanel = async (c, parts) => {
  const { db, mandate, contract, today } = c.var
  if (!contract) return null
  const awards = []
  for (const { actionId, year } of parts) {
    const all = await awardStates(db, mandate.scope, { contractId: contract.id, actionId }, today)
    awards.push(...all.filter((award) => award.year === year || award.year === year - 1))
  }
  if (awards.length === 0) return null
  return (
    <Section title="Histoire des décisions" id="histoire-decisions">
      <Timeline events={decisionEvents(awards).map(({ on, title, detail }) => ({ when: formatDayShort(on), iso: on, title, detail }))} />
    </Section>
  )
}
