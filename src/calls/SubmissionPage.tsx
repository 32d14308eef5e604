import { readersOf } from '#access/field-readers.ts'
import { formatDay, formatDayShort } from '#platform/day.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Figures } from '#platform/kit/Facts.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { formatEuros } from '#platform/money.ts'
import type { ApplicationFile } from './application-store.ts'
import { ATTACHMENT_NAMES } from './attachment-kinds.ts'
import type { Attachment } from './attachment-store.ts'
import { applicationPaths } from './calls-paths.ts'
import type { DraftContent } from './completeness-of-draft.ts'
import { partTitle, stateOfApplication } from './draft-words.tsx'
import { SubmissionReview } from './SubmissionReview.tsx'
import { NOT_A_STATE_DEPOSIT } from './submission-mail.ts'
import { submissionPaths } from './submission-paths.ts'
import type { Submission } from './submission-store.ts'
import { WithdrawalSection } from './WithdrawalSection.tsx'
import type { Withdrawable } from './withdrawal-period.ts'

export interface SubmissionPageProps {
  frame: Frame
  file: ApplicationFile
  content: DraftContent
  submission: Submission
  attachments: readonly Attachment[]
  toState: boolean
  withdrawable: Withdrawable
  errors: readonly FieldError[]
  typed: Record<string, string>
}

/** What was sent: its number, its receipt, what is left to do with the State, and how to take it back. */
export function SubmissionPage(props: SubmissionPageProps): Html {
  const { frame, file, submission, toState, errors } = props
  const { badge, ...look } = stateOfApplication(file)
  return (
    <PublicPage
      frame={frame}
      title={partTitle(file)}
      crumbs={[{ label: 'Mes demandes', href: applicationPaths.list }, { label: partTitle(file) }]}
      meta={[file.organisationName, file.callTitle, <Badge word={badge} {...look} />]}
      errors={errors}
    >
      {submission.withdrawnOn ? (
        <Notice state="warning" title={`Retirée le ${formatDay(submission.withdrawnOn)}`}>
          <p>{submission.withdrawalReason}</p>
        </Notice>
      ) : null}
      <Sent {...props} />
      <Receipt {...props} />
      {toState && !submission.withdrawnOn ? <StateRequest {...props} /> : null}
      <Joined {...props} />
      {file.origin === 'pilotis' ? <Reread {...props} /> : null}
      {submission.withdrawnOn ? null : (
        <WithdrawalSection
          applicationId={file.id}
          withdrawable={props.withdrawable}
          error={errorsOf(errors)['motif']}
          typed={props.typed['motif'] ?? ''}
        />
      )}
    </PublicPage>
  )
}

function Sent({ file, submission }: SubmissionPageProps): Html {
  const actions = file.parts.length > 1 ? `${file.parts.length} actions` : 'une action'
  return (
    <Figures
      boxed
      items={[
        { label: 'Numéro', value: String(submission.number), note: file.callTitle },
        { label: 'Envoyée le', value: formatDayShort(submission.submittedOn) },
        { label: 'Demandé', value: formatEuros(file.asked), step: 'asked', note: actions },
      ]}
    />
  )
}

function Receipt({ file, submission }: SubmissionPageProps): Html {
  return (
    <Section title="Votre récépissé" id="recepisse">
      {submission.receiptFileId === null ? (
        <p>
          {file.origin === 'dauphin'
            ? 'Cette demande a été déposée sur Dauphin\u00A0: son récépissé est celui de l’État.'
            : 'Le récépissé est en préparation. Revenez dans une minute\u00A0: il sera ici. Votre demande, elle, est bien reçue.'}
        </p>
      ) : (
        <div class="row">
          <LinkButton href={submissionPaths.receipt(file.id)} icon="file-down" kind="second" download>
            Télécharger le récépissé (PDF)
          </LinkButton>
        </div>
      )}
    </Section>
  )
}

/** Read again, never changed: what the funders read. */
function Reread({ file, content }: SubmissionPageProps): Html {
  return (
    <>
      <Section title="Vos réponses" id="reponses" intro="Telles que les financeurs les lisent. Elles ne se modifient plus.">
        <p>Vous les retrouverez ici à tout moment, depuis « Mes demandes ».</p>
      </Section>
      <SubmissionReview content={content} parts={file.parts} />
    </>
  )
}

function StateRequest({ file, errors, typed }: SubmissionPageProps): Html {
  return (
    <Section title="Votre demande à l’État" id="etat">
      {file.dauphinNumber === null ? (
        <Notice state="warning">
          <p>{NOT_A_STATE_DEPOSIT}</p>
        </Notice>
      ) : null}
      <div class="row">
        <LinkButton href={submissionPaths.copySheet(file.id)} icon="clipboard-list" kind="second">
          Ouvrir la fiche Dauphin
        </LinkButton>
      </div>
      <Form action={submissionPaths.dauphinNumber(file.id)} label="Numéro de dossier Dauphin">
        <TextField
          name="numero"
          label="Numéro de dossier Dauphin"
          hint="Celui que le portail de l’État affiche après votre dépôt."
          example="DA62270045"
          readers={readersOf('application.text')}
          short
          maxLength={40}
          value={typed['numero'] ?? file.dauphinNumber ?? ''}
          error={errorsOf(errors)['numero']}
        />
        <div class="row">
          <Submit kind="second">Enregistrer le numéro</Submit>
        </div>
      </Form>
    </Section>
  )
}

function Joined({ file, attachments }: SubmissionPageProps): Html | null {
  if (attachments.length === 0) return null
  return (
    <Section title="Pièces jointes" id="pieces">
      <Items
        items={attachments.map((one) => ({
          text: one.name,
          href: submissionPaths.attachment(file.id, one.id),
          hint: ATTACHMENT_NAMES[one.kind],
        }))}
      />
    </Section>
  )
}
