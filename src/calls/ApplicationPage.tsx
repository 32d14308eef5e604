import type { Day } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { Dialog, DialogButton } from '#platform/kit/Dialog.tsx'
import { Form } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Hidden, Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { formatEuros, sumCents } from '#platform/money.ts'
import type { ApplicationFile } from './application-store.ts'
import { applicationPaths } from './calls-paths.ts'
import { type DraftContent, draftItems } from './completeness-of-draft.ts'
import { DraftTasks } from './DraftTasks.tsx'
import { draftMeta, partTitle } from './draft-words.tsx'
import type { Action, Part } from './part-store.ts'

export interface ApplicationPageProps {
  frame: Frame
  file: ApplicationFile
  content: DraftContent
  /** The organisation's other actions, that this file may take up again. */
  actions: readonly Action[]
  newPartId: string
  today: Day
}

/** A draft at a glance: its pages with the state of each, its actions, and what one may do with it. */
export function ApplicationPage(props: ApplicationPageProps): Html {
  const { frame, file, content, today } = props
  const [first] = file.parts
  const waiting = file.conflicts.length
  return (
    <PublicPage
      frame={frame}
      title={file.parts.length > 1 ? `Demande de ${file.parts.length} actions` : partTitle(file)}
      crumbs={[{ label: 'Mes demandes', href: applicationPaths.list }, { label: partTitle(file) }]}
      meta={draftMeta(file, today)}
    >
      {waiting > 0 ? (
        <Notice state="warning">
          {waiting === 1
            ? 'Un texte a été écrit à deux en même temps\u00A0: choisissez lequel garder.'
            : `${waiting} textes ont été écrits à deux en même temps\u00A0: choisissez lesquels garder.`}
        </Notice>
      ) : null}
      {file.parts.length > 1 || !first ? <Parts file={file} content={content} /> : null}
      {first && file.parts.length === 1 ? (
        <Section title="Les étapes" id="etapes">
          <DraftTasks content={content} partId={first.id} />
        </Section>
      ) : null}
      <AddPart {...props} />
      <Section title="Supprimer ce brouillon" id="supprimer">
        <p>Tout ce qui y est écrit sera effacé. Une demande envoyée, elle, ne se supprime pas.</p>
        <div class="row">
          <DialogButton dialog="suppression" kind="danger" icon="trash-2">
            Supprimer le brouillon
          </DialogButton>
        </div>
        <Dialog id="suppression" title="Supprimer ce brouillon ?" cancel="Garder le brouillon">
          <p>Les textes, le budget et les pièces de « {partTitle(file)} » seront effacés pour toute votre organisation.</p>
          <Form action={applicationPaths.removal(file.id)} class="row">
            <Submit kind="danger">Supprimer le brouillon</Submit>
          </Form>
        </Dialog>
      </Section>
    </PublicPage>
  )
}

function Parts({ file, content }: { file: ApplicationFile; content: DraftContent }): Html {
  const items = draftItems(content)
  const columns: Column<Part>[] = [
    {
      key: 'title',
      head: 'Action',
      rowHead: true,
      cell: (part) => ({
        text: partTitle(part),
        href: applicationPaths.section(file.id, { section: firstSection(content), partId: part.id }),
      }),
    },
    { key: 'kind', head: 'Nature', cell: (part) => (part.renewed ? 'Renouvellement' : 'Nouvelle') },
    {
      key: 'asked',
      head: 'Demandé',
      step: 'asked',
      numeric: true,
      cell: (part) => formatEuros(askedBy(part)),
      total: formatEuros(sumCents(file.parts.map(askedBy))),
    },
    {
      key: 'left',
      head: 'Reste à compléter',
      cell: (part) => {
        const left = items.filter(({ subjectId }) => subjectId === part.id).length
        return left === 0 ? { badge: 'Terminé', state: 'success' } : left === 1 ? 'Un point' : `${left} points`
      },
    },
    { key: 'remove', head: 'Retirer', headHidden: true, cell: (part) => <RemovePart file={file} part={part} /> },
  ]
  const [first] = file.parts
  return (
    <>
      <Section title="Les actions de la demande" id="actions">
        <Table
          id="liste-actions"
          caption="Actions de la demande"
          captionHidden
          cards
          rows={file.parts}
          columns={columns}
          totalLabel={`${file.parts.length} actions`}
        />
      </Section>
      {first ? (
        <Section title="Les étapes de la première action" id="etapes">
          <DraftTasks content={content} partId={first.id} />
        </Section>
      ) : null}
    </>
  )
}

function askedBy(part: Part) {
  return sumCents(part.requests.map(({ asked }) => asked))
}

function firstSection(content: DraftContent): string {
  return content.form.sections.find(({ subject }) => subject === 'part')?.key ?? ''
}

function RemovePart({ file, part }: { file: ApplicationFile; part: Part }): Html {
  const id = `retrait-${part.id}`
  return (
    <>
      <DialogButton dialog={id} kind="quiet" small>
        Retirer
        <Hidden>{` l’action « ${partTitle(part)} »`}</Hidden>
      </DialogButton>
      <Dialog id={id} title="Retirer cette action de la demande ?" cancel="La garder">
        <p>Ce qui est écrit pour « {partTitle(part)} » dans cette demande sera effacé.</p>
        <Form action={applicationPaths.partRemoval(file.id, part.id)} class="row">
          <Submit kind="danger">Retirer l’action</Submit>
        </Form>
      </Dialog>
    </>
  )
}

function AddPart({ file, actions, newPartId }: ApplicationPageProps): Html {
  const asked = file.parts.map(({ actionId }) => actionId)
  const free = actions.filter(({ id }) => !asked.includes(id))
  return (
    <Section
      title="Ajouter une action"
      id="ajouter"
      intro="Une demande peut porter plusieurs actions, chacune avec son public, ses quartiers et son budget."
    >
      <Form action={applicationPaths.parts(file.id)} id={newPartId} class="stack">
        {free.length === 0 ? null : (
          <SelectField
            name="action"
            label="Quelle action ?"
            empty="Une nouvelle action"
            optional
            options={free.map(({ id, title, lastYear, firstYear }) => ({
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
