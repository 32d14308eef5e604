import type { Day } from '#platform/day.ts'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { Dialog, DialogButton } from '#platform/kit/Dialog.tsx'
import { Form } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { ApplicationParts } from './ApplicationParts.tsx'
import type { ApplicationFile } from './application-store.ts'
import { CALL_CLOSED } from './call-period.ts'
import { applicationPaths } from './calls-paths.ts'
import type { DraftContent } from './completeness-of-draft.ts'
import { DraftTasks } from './DraftTasks.tsx'
import { isClosedDraft } from './draft-period.ts'
import { draftMeta, partTitle } from './draft-words.tsx'
import type { Action } from './part-store.ts'
import { submissionPaths } from './submission-paths.ts'

export interface ApplicationPageProps {
  frame: Frame
  file: ApplicationFile
  content: DraftContent
  /** The organisation's actions that are in no application of this call yet. */
  actions: readonly Action[]
  newPartId: string
  today: Day
}

/** A draft at a glance: its pages with the state of each, its actions, and what one may do with it. */
export function ApplicationPage(props: ApplicationPageProps): Html {
  const { frame, file, today } = props
  return (
    <PublicPage
      frame={frame}
      title={file.parts.length > 1 ? `Demande de ${file.parts.length} actions` : partTitle(file)}
      crumbs={[{ label: 'Mes demandes', href: applicationPaths.list }, { label: partTitle(file) }]}
      meta={draftMeta(file, today)}
    >
      <Waiting count={file.conflicts.length} />
      {isClosedDraft(file, today) ? <Closed file={file} /> : <Writing {...props} />}
      <Deletion file={file} />
    </PublicPage>
  )
}

function Writing(props: ApplicationPageProps): Html {
  const { file, content } = props
  const [first] = file.parts
  return (
    <>
      {file.parts.length > 1 || !first ? <ApplicationParts file={file} content={content} /> : null}
      {first && file.parts.length === 1 ? (
        <Section title="Les étapes" id="etapes">
          <DraftTasks content={content} partId={first.id} />
        </Section>
      ) : null}
      <AddPart {...props} />
    </>
  )
}

/** After the closing a draft is only read: whom to ask to open it again. */
function Closed({ file }: { file: ApplicationFile }): Html {
  return (
    <>
      <Notice state="warning" title="Cette demande n’a pas été envoyée">
        {`${CALL_CLOSED}.`}
      </Notice>
      <div class="row">
        <LinkButton href={submissionPaths.review(file.id)}>Relire ce qui est écrit</LinkButton>
      </div>
    </>
  )
}

function AddPart({ file, actions, newPartId }: ApplicationPageProps): Html {
  return (
    <Section
      title="Ajouter une action"
      id="ajouter"
      intro="Une demande peut porter plusieurs actions, chacune avec son public, ses quartiers et son budget."
    >
      <Form action={applicationPaths.parts(file.id)} id={newPartId} class="stack">
        {actions.length === 0 ? null : (
          <SelectField
            name="action"
            label="Quelle action ?"
            empty="Une nouvelle action"
            optional
            options={actions.map(({ id, title, lastYear, firstYear }) => ({
              value: id,
              label: `${partTitle({ title })} (${lastYear ?? firstYear})`,
            }))}
          />
        )}
        <div class="row">
          <Submit kind="second" icon="circle-plus">
            Ajouter une action
          </Submit>
        </div>
      </Form>
    </Section>
  )
}

function Waiting({ count }: { count: number }): Html | null {
  if (count === 0) return null
  return (
    <Notice state="warning">
      {count === 1
        ? 'Une réponse a été écrite deux fois en même temps\u00A0: choisissez ce qu’il faut garder.'
        : `${count} réponses ont été écrites deux fois en même temps\u00A0: choisissez ce qu’il faut garder.`}
    </Notice>
  )
}

function Deletion({ file }: { file: ApplicationFile }): Html {
  return (
    <Section title="Supprimer ce brouillon" id="supprimer">
      <p>Tout ce qui y est écrit sera effacé. Une demande envoyée, elle, ne se supprime pas.</p>
      <div class="row">
        <DialogButton dialog="suppression" kind="danger" icon="trash-2">
          Supprimer le brouillon
        </DialogButton>
      </div>
      <Dialog id="suppression" title="Supprimer ce brouillon ?" cancel="Garder le brouillon">
        <p>Les textes, le budget et les pièces de « {partTitle(file)} » seront effacés pour toute votre organisation.</p>
        <Form action={applicationPaths.removal(file.id)} class="row">
          <Submit kind="danger">Supprimer le brouillon</Submit>
        </Form>
      </Dialog>
    </Section>
  )
}
