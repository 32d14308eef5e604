import type { Day } from '#platform/day.ts'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { fieldId } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import type { ApplicationFile } from './application-store.ts'
import { ATTACHMENT_NAMES, missingAttachments } from './attachment-kinds.ts'
import type { Attachment } from './attachment-store.ts'
import { applicationPaths } from './calls-paths.ts'
import type { DraftContent } from './completeness-of-draft.ts'
import { draftMeta, partTitle } from './draft-words.tsx'
import { SubmissionReview } from './SubmissionReview.tsx'
import type { Obstacle } from './submission-check.ts'
import { submissionPaths } from './submission-paths.ts'

export interface ReviewPageProps {
  frame: Frame
  file: ApplicationFile
  content: DraftContent
  obstacles: readonly Obstacle[]
  attachments: readonly Attachment[]
  toState: boolean
  today: Day
  /** Just refused: the reasons take the focus. */
  refused: boolean
}

/** « Relire et envoyer »: everything on one page, what still stands in the way, and the button. */
export function ReviewPage(props: ReviewPageProps): Html {
  const { frame, file, content, obstacles, today } = props
  return (
    <PublicPage
      frame={frame}
      title={`Relire et envoyer · ${partTitle(file)}`}
      heading="Relire et envoyer"
      crumbs={[
        { label: 'Mes demandes', href: applicationPaths.list },
        { label: partTitle(file), href: applicationPaths.application(file.id) },
        { label: 'Relire et envoyer' },
      ]}
      meta={draftMeta(file, today)}
    >
      {obstacles.length > 0 ? <Obstacles {...props} /> : null}
      <SubmissionReview content={content} parts={file.parts} />
      <Joined {...props} />
      <Sending {...props} />
    </PublicPage>
  )
}

function Obstacles({ file, content, obstacles, refused }: ReviewPageProps): Html {
  const closed = obstacles.some(({ reason }) => reason === 'closed')
  const left = obstacles.filter(({ item }) => item !== undefined).length
  const count = obstacles.length === 1 ? 'Un point empêche l’envoi' : `${obstacles.length} points empêchent l’envoi`
  return (
    <section class="errors" aria-labelledby="obstacles" tabindex={-1} autofocus={refused}>
      <h2 id="obstacles">{count}</h2>
      {left > 0 && left < obstacles.length ? <p>{left === 1 ? 'Dont un point à compléter.' : `Dont ${left} points à compléter.`}</p> : null}
      <ol>
        {obstacles.map((obstacle) => (
          <li>{obstacle.item && !closed ? <a href={itemHref(file, content, obstacle.item)}>{obstacle.sentence}</a> : obstacle.sentence}</li>
        ))}
      </ol>
    </section>
  )
}

/** The page of the form that holds the field, and the field in it. */
function itemHref(file: ApplicationFile, content: DraftContent, item: NonNullable<Obstacle['item']>): string {
  const section = content.form.sections.find(({ key }) => key === item.section)
  const partId = section?.subject === 'part' ? item.subjectId : undefined
  return `${applicationPaths.section(file.id, { section: item.section, partId })}?verifier=oui#${fieldId(item.field)}`
}

function Joined({ file, attachments }: ReviewPageProps): Html {
  const missing = missingAttachments(
    file.legalForm,
    attachments.map(({ kind }) => kind),
  )
  return (
    <Section
      title="Pièces jointes"
      id="pieces"
      action={
        <LinkButton kind="second" small icon="paperclip" href={submissionPaths.attachments(file.id)}>
          Joindre une pièce
        </LinkButton>
      }
    >
      {missing.length > 0 ? (
        <Notice state="warning" title="Des pièces attendues manquent">
          <p>{`${missing.map((kind) => ATTACHMENT_NAMES[kind]).join(', ')}. Vous pouvez envoyer sans elles\u00A0: l’instruction vous les demandera.`}</p>
        </Notice>
      ) : null}
      {attachments.length > 0 ? (
        <Items
          items={attachments.map((one) => ({
            text: one.name,
            href: submissionPaths.attachment(file.id, one.id),
            hint: ATTACHMENT_NAMES[one.kind],
          }))}
        />
      ) : (
        <p class="soft">Aucune pièce n’est jointe.</p>
      )}
    </Section>
  )
}

function Sending({ file, obstacles, toState }: ReviewPageProps): Html {
  const blocked = obstacles.length > 0
  return (
    <Section title="Envoyer" id="envoyer">
      <p>En envoyant, vous attestez que ces renseignements sont exacts, y compris les demandes faites à d’autres financeurs publics.</p>
      {toState ? (
        <Notice title="Ce n’est pas encore un dépôt auprès de l’État">
          <p>
            Après l’envoi, nous préparons une fiche dans l’ordre et avec les codes de Dauphin, le portail de l’État : vous l’y recopiez.
          </p>
        </Notice>
      ) : null}
      <Form action={submissionPaths.submission(file.id)} class="row">
        <Submit icon="send" disabled={blocked} {...(blocked ? { why: 'Levez d’abord les points du haut de la page' } : {})}>
          Envoyer la demande
        </Submit>
      </Form>
    </Section>
  )
}
