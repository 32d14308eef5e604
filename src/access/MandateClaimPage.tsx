import { formatDayShort } from '#platform/day.ts'
import { formatSiret } from '#platform/identifiers.ts'
import type { BadgeState } from '#platform/kit/Badge.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { LEGAL_FORM_NAMES, LEGAL_FORMS } from './legal-forms.ts'
import type { Claim } from './mandate-claim-store.ts'
import { organisationPaths } from './organisation-paths.ts'

export interface MandateClaimPageProps {
  frame: Frame
  claims: readonly Claim[]
  newClaimId: string
  values?: Readonly<Record<string, string>>
  errors?: readonly FieldError[]
}

export function MandateClaimPage({ frame, claims, newClaimId, values = {}, errors = [] }: MandateClaimPageProps): Html {
  const said = errorsOf(errors)
  return (
    <PublicPage
      frame={frame}
      title="Agir pour un organisme"
      lead="Dites pour quel organisme vous venez : l’équipe du contrat de ville vérifie, puis vous ouvre son espace."
      errors={errors}
      narrow
    >
      {claims.length > 0 ? <ClaimsSection claims={claims} /> : null}
      <Section title={claims.length > 0 ? 'Demander un autre rattachement' : 'Demander un rattachement'} id="rattachement">
        <ClaimForm newClaimId={newClaimId} values={values} errors={said} />
      </Section>
    </PublicPage>
  )
}

interface ClaimFormProps {
  newClaimId: string
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string | undefined>>
}

function ClaimForm({ newClaimId, values, errors }: ClaimFormProps): Html {
  return (
    <Form action={organisationPaths.claim} id={newClaimId}>
      <TextField
        name="siret"
        label="SIRET de l’organisme"
        hint="Quatorze chiffres, sur l’avis de situation de l’Insee ou une facture."
        short
        inputmode="numeric"
        readers="l’équipe du contrat de ville"
        value={values['siret']}
        error={errors['siret']}
      />
      <TextField
        name="nom"
        label="Nom de l’organisme"
        hint="Tel qu’il est déclaré."
        value={values['nom']}
        error={errors['nom']}
        maxLength={200}
      />
      <SelectField
        name="forme"
        label="Forme juridique"
        empty="Choisissez"
        options={LEGAL_FORMS.map((form) => ({ value: form, label: LEGAL_FORM_NAMES[form] }))}
        value={values['forme']}
        error={errors['forme']}
      />
      <div class="row">
        <Submit>Envoyer la demande</Submit>
      </div>
    </Form>
  )
}

function ClaimsSection({ claims }: { claims: readonly Claim[] }): Html {
  return (
    <Section title="Vos demandes" id="rattachements">
      <Table
        id="rattachements-liste"
        caption="Vos demandes de rattachement"
        captionHidden
        cards
        rows={claims}
        columns={[
          {
            key: 'name',
            head: 'Organisme',
            rowHead: true,
            cell: (claim) => ({ text: claim.organisationName, sub: `SIRET ${formatSiret(claim.siret)}` }),
          },
          { key: 'on', head: 'Demandé le', cell: (claim) => formatDayShort(claim.claimedOn) },
          { key: 'state', head: 'État', cell: (claim) => stateOf(claim) },
          { key: 'reason', head: 'Motif', cell: (claim) => claim.reason || null },
        ]}
      />
    </Section>
  )
}

function stateOf({ accepted }: Claim): { badge: string; state: BadgeState } {
  if (accepted === null) return { badge: 'En attente', state: 'info' }
  return accepted ? { badge: 'Confirmé', state: 'success' } : { badge: 'Refusé', state: 'error' }
}
