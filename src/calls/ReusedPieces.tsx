import { formatDayShort } from '#platform/day.ts'
import { PostButton } from '#platform/kit/Form.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { ATTACHMENT_NAMES } from './attachment-kinds.ts'
import type { GivenAttachment } from './attachment-reuse-store.ts'
import { submissionPaths } from './submission-paths.ts'

/** The pieces that the organisation already gave with another application: one button joins them all. */
export function ReusedPieces({ applicationId, given }: { applicationId: string; given: readonly GivenAttachment[] }): Html | null {
  if (given.length === 0) return null
  return (
    <Section
      title="Reprendre les pièces déjà données"
      id="reprendre"
      intro="Votre organisation les a jointes à une autre demande. Vérifiez leurs dates : une pièce trop ancienne vous serait redemandée."
    >
      <Items
        items={given.map((one) => ({
          text: one.name,
          href: submissionPaths.attachment(one.applicationId, one.id),
          hint: `${ATTACHMENT_NAMES[one.kind]}, donnée le ${formatDayShort(one.addedOn)}`,
        }))}
      />
      <div class="row">
        <PostButton action={submissionPaths.attachmentReuse(applicationId)} kind="second">
          {given.length === 1 ? 'Reprendre cette pièce' : `Reprendre ces ${given.length} pièces`}
        </PostButton>
      </div>
    </Section>
  )
}
