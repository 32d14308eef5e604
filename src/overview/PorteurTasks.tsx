import { agreementPaths } from '#agreement/paths.ts'
import { applicationPaths } from '#calls/calls-paths.ts'
import { submissionPaths } from '#calls/submission-paths.ts'
import { instructionPaths } from '#instruction/paths.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import type { PorteurTask, TaskPlace } from './porteur-tasks.ts'

/** What waits for the porteur, each with the page where it is done. */
export function PorteurTasks({ tasks }: { tasks: readonly PorteurTask[] }): Html {
  return (
    <section class="box stack" data-state={tasks.length > 0 ? 'asked' : undefined} aria-labelledby="a-vous">
      <h2 id="a-vous">À vous</h2>
      {tasks.length > 0 ? (
        <Items
          items={tasks.map(({ text, hint, place, mark, state }) => ({
            ...{ text, hint },
            href: hrefOf(place),
            end: <Badge plain state={state} word={mark} />,
          }))}
        />
      ) : (
        <p>Vous n’avez rien à faire pour le moment. Les financeurs vous préviennent par courriel.</p>
      )}
    </section>
  )
}

function hrefOf(place: TaskPlace): string {
  switch (place.page) {
    case 'asked-pieces':
      return instructionPaths.askedPieces(place.applicationId)
    case 'draft':
      return applicationPaths.application(place.applicationId)
    case 'dauphin-number':
      return `${submissionPaths.submission(place.applicationId)}#etat`
    case 'grant':
      return agreementPaths.grant(place.awardId)
    case 'report':
      return agreementPaths.writeReport(place)
  }
}
