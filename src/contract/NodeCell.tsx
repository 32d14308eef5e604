import type { Day } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { Form, PostButton } from '#platform/kit/Form.tsx'
import { DateField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import type { FrameNode } from './frame-store.ts'
import { contractPaths } from './paths.ts'
import type { Contract } from './store.ts'

/** What the lead may do of a node: end it on a day; delete it while nothing names it. */
export function NodeCell({ contract, node, today }: { contract: Contract; node: FrameNode; today: Day }): Html {
  if (node.validTo !== null) return <span class="soft">terminé</span>
  const free = node.actions + node.commitments + node.indicators + node.budgets === 0
  return (
    <details>
      <summary>
        Modifier<span class="vh"> {node.code}</span>
      </summary>
      <Form action={contractPaths.nodeEnd(contract.code, node.id)} label={`Mettre fin à ${node.code}`} class="stack tight">
        <DateField name="endsOn" id={`fin-${node.id}`} label="Fin, ce jour exclu" value={today} />
        <div class="row">
          <Submit kind="second" small>
            Mettre fin
          </Submit>
        </div>
      </Form>
      {free ? (
        <PostButton action={contractPaths.nodeDeletion(contract.code, node.id)} kind="quiet" small about={node.code}>
          Effacer
        </PostButton>
      ) : null}
    </details>
  )
}
