import type { Day } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { LinkButton, Submit } from '#platform/kit/Button.tsx'
import { CheckBox, CheckField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import type { AskedPart, Consulted } from './opinion-asking-store.ts'
import { instructionPaths } from './paths.ts'

export interface AskOpinionsPageProps {
  frame: Frame
  /** The actions that were chosen and can be examined. */
  parts: readonly AskedPart[]
  consultable: readonly Consulted[]
  today: Day
  typed: {
    partIds: readonly string[]
    organisationIds: readonly string[]
    whereAsked: boolean
    dueOn: string
    email: string
    siret: string
  }
  errors: readonly FieldError[]
  /** Where to go without asking. */
  back: string
}

export function AskOpinionsPage(props: AskOpinionsPageProps): Html {
  const { frame, parts, errors, back } = props
  return (
    <AgentPage
      frame={frame}
      title="Demander des avis"
      crumbs={[
        { label: 'Programmation', href: '/programmation' },
        { label: 'Dossiers', href: instructionPaths.files },
        { label: 'Demander des avis' },
      ]}
      lead="Les organisations choisies pourront lire ces dossiers. Chacune reçoit un seul courriel."
      errors={errors}
    >
      {parts.length === 0 ? (
        <>
          <h2 class="vh">Dossiers</h2>
          <NoPart back={back} />
        </>
      ) : (
        <AskForm {...props} />
      )}
    </AgentPage>
  )
}

function AskForm({ parts, consultable, today, typed, errors, back }: AskOpinionsPageProps): Html {
  const messages = errorsOf(errors)
  return (
    <Form action={instructionPaths.opinionRequests} hidden={{ retour: back }} label="Demander des avis">
      <CheckField
        name="organisation"
        label="À qui demander un avis"
        error={messages['organisation']}
        values={typed.organisationIds}
        options={consultable.map(({ id, name, shortName, funder }) => ({
          value: id,
          label: name,
          hint: placeWords({ name, shortName, funder }),
        }))}
      />
      <CheckBox
        name="seulement"
        label="Ne consulter un financeur que là où une somme lui est demandée"
        hint="Les autres organisations cochées sont consultées sur tous les dossiers."
        checked={typed.whereAsked}
        optional
      />
      <WithoutAccount typed={typed} messages={messages} />
      <DateField name="dueOn" label="Avis attendu pour le" min={today} value={typed.dueOn} error={messages['dueOn']} />
      <CheckField
        name="part"
        label={parts.length === 1 ? 'Sur ce dossier' : `Sur ces ${parts.length} dossiers`}
        error={messages['part']}
        values={typed.partIds}
        options={parts.map((part) => ({ value: part.partId, label: partLabel(part), hint: part.organisationName }))}
      />
      <div class="row">
        <Submit icon="send">Demander les avis</Submit>
        <LinkButton kind="quiet" href={back}>
          Renoncer
        </LinkButton>
      </div>
    </Form>
  )
}

/** Who is not in the list, and who has no account. */
function WithoutAccount({ typed, messages }: { typed: AskOpinionsPageProps['typed']; messages: ReturnType<typeof errorsOf> }): Html {
  return (
    <>
      <TextField
        name="siret"
        label="Une autre organisation, par son SIRET"
        hint="Pour consulter un bailleur, une école, un conseil citoyen qui n’est pas dans la liste."
        optional
        short
        inputmode="numeric"
        value={typed.siret}
        error={messages['siret']}
      />
      <TextField
        name="email"
        type="email"
        label="Envoyer un lien à cette adresse"
        hint="Pour une organisation sans compte, choisie seule. Le lien ouvre ces dossiers et eux seulement, jusqu’à quelques jours après la date attendue."
        optional
        autocomplete="off"
        value={typed.email}
        error={messages['email']}
      />
    </>
  )
}

/** Why an organisation is in the list. */
function placeWords({ name, shortName, funder }: Omit<Consulted, 'id'>): string {
  if (!funder) return 'A un mandat sur le contrat, ou déjà consultée'
  return shortName === null || shortName === name ? 'Financeur du contrat' : `${shortName}, financeur du contrat`
}

function partLabel({ number, title }: AskedPart): string {
  return number === null ? title : `${number}. ${title}`
}

function NoPart({ back }: { back: string }): Html {
  return (
    <Empty
      title="Aucun dossier choisi"
      action={
        <LinkButton kind="second" href={back}>
          Choisir des dossiers
        </LinkButton>
      }
    >
      Cochez dans la liste les dossiers sur lesquels vous voulez un avis.
    </Empty>
  )
}
