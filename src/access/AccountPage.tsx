import { formatDayShort, formatInstant } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form, PostButton } from '#platform/kit/Form.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { InterestsSection } from './AccountInterests.tsx'
import type { Interest } from './account-store.ts'
import { handOverPaths } from './hand-over-paths.ts'
import type { SignedIn } from './http.ts'
import type { Mandate } from './mandate.ts'
import { organisationPaths } from './organisation-paths.ts'
import { FUNCTION_NAMES } from './permissions.ts'
import { deviceName } from './sign-in-device.ts'
import { signInPaths } from './sign-in-paths.ts'
import type { SignInRow } from './sign-in-store.ts'

export interface AccountPageProps {
  frame: Frame
  person: SignedIn
  mandates: readonly Mandate[]
  mandateInUse: string | undefined
  signIns: readonly SignInRow[]
  interests: readonly Interest[]
  newInterestId: string
  typed?: Record<string, string>
  errors?: readonly FieldError[]
}

export function AccountPage(props: AccountPageProps): Html {
  const { frame, person, errors = [] } = props
  return (
    <PublicPage
      frame={frame}
      title="Votre compte"
      errors={errors}
      meta={[person.email]}
      actions={
        <PostButton action={signInPaths.signOut} kind="second" icon="log-out">
          Se déconnecter
        </PostButton>
      }
    >
      <NameSection name={props.typed?.['nom'] ?? person.name} error={errorsOf(errors)['nom']} />
      <MandatesSection mandates={props.mandates} inUse={props.mandateInUse} />
      <SignInsSection signIns={props.signIns} currentId={person.signInId} />
      <InterestsSection interests={props.interests} newId={props.newInterestId} typed={props.typed ?? {}} errors={errors} />
    </PublicPage>
  )
}

function NameSection({ name, error }: { name: string; error: string | undefined }): Html {
  return (
    <Section title="Vous" id="vous">
      <Form action={signInPaths.accountName}>
        <TextField
          name="nom"
          label="Votre prénom et votre nom"
          hint="Ils figurent sur ce que vous signez, les avis et les comptes rendus."
          autocomplete="name"
          maxLength={120}
          value={name}
          error={error}
        />
        <div class="row">
          <Submit kind="second">Enregistrer</Submit>
        </div>
      </Form>
    </Section>
  )
}

function MandatesSection({ mandates, inUse }: { mandates: readonly Mandate[]; inUse: string | undefined }): Html {
  return (
    <Section title="Vos mandats" id="mandats-du-compte" intro="Vous n’agissez que sous un mandat à la fois, et avec ses seuls droits.">
      <Table
        id="mandats-liste"
        caption="Les mandats que vous tenez"
        captionHidden
        cards
        rows={mandates}
        empty={
          <Empty title="Aucun mandat">
            Indiquez le SIRET de votre organisme ; l’équipe du contrat de ville confirmera que vous agissez pour lui.
          </Empty>
        }
        columns={[
          { key: 'function', head: 'Fonction', rowHead: true, cell: (mandate) => FUNCTION_NAMES[mandate.function] },
          { key: 'organisation', head: 'Organisme', cell: (mandate) => mandate.organisationName },
          { key: 'from', head: 'Depuis', cell: (mandate) => formatDayShort(mandate.validFrom) },
          { key: 'to', head: 'Jusqu’au', cell: (mandate) => (mandate.validTo ? formatDayShort(mandate.validTo) : 'sans terme') },
          { key: 'take', head: 'Agir', cell: (mandate) => <TakeButton mandate={mandate} inUse={inUse} /> },
        ]}
      />
      <p>
        <a href={organisationPaths.claim}>Demander à agir pour un organisme</a>
      </p>
      <p>
        <a href={handOverPaths.list}>Préparer une passation</a>
      </p>
    </Section>
  )
}

function TakeButton({ mandate, inUse }: { mandate: Mandate; inUse: string | undefined }): Html {
  if (mandate.id === inUse) return <span>Mandat en cours</span>
  const about = ` : ${FUNCTION_NAMES[mandate.function]}, ${mandate.organisationName}`
  return (
    <PostButton
      action={signInPaths.takeMandate}
      hidden={{ mandate: mandate.id, retour: signInPaths.account }}
      kind="second"
      small
      about={about}
    >
      Prendre ce mandat
    </PostButton>
  )
}

function SignInsSection({ signIns, currentId }: { signIns: readonly SignInRow[]; currentId: string }): Html {
  const others = signIns.length > 1
  return (
    <Section
      title="Vos connexions"
      id="connexions"
      intro="Une connexion que vous ne reconnaissez pas ? Mettez-y fin : elle cesse aussitôt."
      action={
        others ? (
          <PostButton action={signInPaths.endOtherSignIns} kind="second" small>
            Mettre fin à toutes les autres
          </PostButton>
        ) : null
      }
    >
      <Table
        id="connexions-liste"
        caption="Les appareils où vous êtes connecté"
        captionHidden
        cards
        rows={signIns}
        columns={[
          {
            key: 'device',
            head: 'Appareil',
            rowHead: true,
            cell: (each) => ({ text: deviceName(each.userAgent ?? ''), sub: shownAddress(each.ipAddress) }),
          },
          { key: 'first', head: 'Connecté', cell: (each) => formatInstant(each.createdAt) },
          { key: 'last', head: 'Dernière activité', cell: (each) => formatInstant(each.lastUsedAt) },
          { key: 'end', head: 'Mettre fin', cell: (each) => <EndButton signIn={each} current={each.id === currentId} /> },
        ]}
      />
    </Section>
  )
}

/** The address that the device connected from; nothing where the machine itself asks, whose address says nothing. */
function shownAddress(address: string | null): string {
  return address === null || /^[0:.]*1?$/.test(address) ? '' : address
}

function EndButton({ signIn, current }: { signIn: SignInRow; current: boolean }): Html {
  if (current) return <span>Cet appareil</span>
  const about = `, ${deviceName(signIn.userAgent ?? '')}, ${formatInstant(signIn.createdAt)}`
  return (
    <PostButton action={signInPaths.endSignIn} hidden={{ connexion: signIn.id }} kind="second" small about={about}>
      Mettre fin
    </PostButton>
  )
}
