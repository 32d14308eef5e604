import { readersOf } from '#access/field-readers.ts'
import { formatDayShort } from '#platform/day.ts'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form, PostButton } from '#platform/kit/Form.tsx'
import { FileField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import type { Application } from './application-store.ts'
import { ATTACHMENT_HINTS, ATTACHMENT_NAMES, type AttachmentKind, offeredAttachments, requiredAttachments } from './attachment-kinds.ts'
import type { GivenAttachment } from './attachment-reuse-store.ts'
import type { Attachment } from './attachment-store.ts'
import { CALL_CLOSED } from './call-period.ts'
import { applicationPaths } from './calls-paths.ts'
import { partTitle } from './draft-words.tsx'
import { ReusedPieces } from './ReusedPieces.tsx'
import { submissionPaths } from './submission-paths.ts'

export interface AttachmentsPageProps {
  frame: Frame
  application: Application
  attachments: readonly Attachment[]
  /** Expected pieces that may be taken from another application. */
  given: readonly GivenAttachment[]
  /** Until it is sent, or its call is over. */
  open: boolean
  /** Not sent, and its call is over. */
  closed: boolean
  newId: string
  accept: string
  errors: readonly FieldError[]
  typed: Record<string, string>
}

/** « Les pièces à joindre »: what is expected of this legal form, what is there, one file at a time. */
export function AttachmentsPage(props: AttachmentsPageProps): Html {
  const { frame, application, open, errors } = props
  return (
    <PublicPage
      frame={frame}
      title="Les pièces à joindre"
      crumbs={[
        { label: 'Mes demandes', href: applicationPaths.list },
        { label: partTitle(application), href: applicationPaths.application(application.id) },
        { label: 'Les pièces à joindre' },
      ]}
      meta={[application.organisationName, application.callTitle]}
      errors={errors}
      errorsTitle="Ce fichier n’a pas été joint"
      narrow
    >
      <Expected {...props} />
      {open ? <ReusedPieces applicationId={application.id} given={props.given} /> : null}
      {open ? (
        <Upload {...props} />
      ) : (
        <Notice>{props.closed ? `${CALL_CLOSED}.` : 'Cette demande est envoyée\u00A0: ses pièces ne changent plus.'}</Notice>
      )}
      {open ? (
        <div class="row">
          <LinkButton href={submissionPaths.review(application.id)}>Relire et envoyer</LinkButton>
        </div>
      ) : null}
    </PublicPage>
  )
}

interface Row {
  kind: AttachmentKind
  file: Attachment | undefined
}

function rowsOf({ application, attachments }: AttachmentsPageProps): Row[] {
  const required = requiredAttachments(application.legalForm)
  const expected = required.flatMap((kind): Row[] => {
    const files = attachments.filter((one) => one.kind === kind)
    return files.length === 0 ? [{ kind, file: undefined }] : files.map((file) => ({ kind, file }))
  })
  const others = attachments.filter(({ kind }) => !required.includes(kind))
  return [...expected, ...others.map((file) => ({ kind: file.kind, file }))]
}

function columnsOf({ application, open }: AttachmentsPageProps): Column<Row>[] {
  const columns: Column<Row>[] = [
    {
      key: 'kind',
      head: 'Pièce',
      rowHead: true,
      cell: ({ kind }) => ({ text: ATTACHMENT_NAMES[kind], sub: ATTACHMENT_HINTS[kind] }),
    },
    {
      key: 'file',
      head: 'Fichier',
      cell: ({ file }) =>
        file
          ? {
              text: file.name,
              href: submissionPaths.attachment(application.id, file.id),
              sub: `${sizeOf(file.size)}, ${formatDayShort(file.addedOn)}`,
            }
          : { badge: 'À joindre' },
    },
    {
      key: 'remove',
      head: 'Retirer',
      headHidden: true,
      label: '',
      cell: ({ file }) => (file ? <Removal application={application} file={file} /> : null),
    },
  ]
  return open ? columns : columns.filter(({ key }) => key !== 'remove')
}

function Expected(props: AttachmentsPageProps): Html {
  return (
    <Section title="Ce qui est attendu" id="attendu">
      <Table
        id="pieces"
        caption="Pièces de la demande"
        captionHidden
        cards
        rows={rowsOf(props)}
        empty={<p>Aucune pièce n’est attendue de votre organisation.</p>}
        columns={columnsOf(props)}
      />
    </Section>
  )
}

function Removal({ application, file }: { application: Application; file: Attachment }): Html {
  return (
    <PostButton action={submissionPaths.attachmentRemoval(application.id, file.id)} kind="quiet" small about={`, ${file.name}`}>
      Retirer
    </PostButton>
  )
}

function Upload({ application, newId, accept, errors, typed }: AttachmentsPageProps): Html {
  const found = errorsOf(errors)
  return (
    <Section title="Joindre un fichier" id="joindre" intro="Un fichier à la fois.">
      <Form action={submissionPaths.attachments(application.id)} id={newId} multipart>
        <SelectField
          name="piece"
          label="Quelle pièce ?"
          options={offeredAttachments(application.legalForm).map((kind) => ({ value: kind, label: ATTACHMENT_NAMES[kind] }))}
          empty="Choisissez"
          value={typed['piece'] ?? ''}
          error={found['piece']}
        />
        <FileField
          name="fichier"
          label="Fichier"
          hint="10 Mo au plus. PDF, Word, Excel, OpenDocument, JPEG ou PNG."
          readers={readersOf('application.piece')}
          accept={accept}
          error={found['fichier']}
        />
        <div class="row">
          <Submit kind="second" icon="upload">
            Joindre ce fichier
          </Submit>
        </div>
      </Form>
    </Section>
  )
}

const count = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

function sizeOf(bytes: number): string {
  return bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))}\u00A0ko` : `${count.format(bytes / 1_000_000)}\u00A0Mo`
}
