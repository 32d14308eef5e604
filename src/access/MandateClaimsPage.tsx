import { type Day, daysBetween, formatDayShort } from '#platform/day.ts'
import { formatSiret } from '#platform/identifiers.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import type { FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextArea } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { readersOf } from './field-readers.ts'
import { LEGAL_FORM_NAMES } from './legal-forms.ts'
import type { Claim } from './mandate-claim-store.ts'
import { organisationPaths } from './organisation-paths.ts'

export interface MandateClaimsPageProps {
  frame: Frame
  claims: readonly Claim[]
  today: Day
  /** The refused decision, to show again what was typed. */
  refused?: { claimId: string; reason: string; error: FieldError }
}

export function MandateClaimsPage({ frame, claims, today, refused }: MandateClaimsPageProps): Html {
  return (
    <AgentPage
      frame={frame}
      title="Rattachements demandés"
      lead="Une personne qui arrive demande à agir pour un organisme. Sans votre confirmation, elle ne lit ni n’écrit aucun dossier."
      crumbs={[{ label: 'Tableau de bord', href: '/accueil' }, { label: 'Rattachements demandés' }]}
      errors={refused ? [refused.error] : []}
    >
      {claims.length === 0 ? (
        <Empty title="Aucune demande en attente">Les prochaines arriveront ici, et par un message à votre adresse.</Empty>
      ) : (
        claims.map((claim) => <ClaimSection claim={claim} today={today} refused={refused?.claimId === claim.id ? refused : undefined} />)
      )}
    </AgentPage>
  )
}

type Refused = MandateClaimsPageProps['refused']

function ClaimSection({ claim, today, refused }: { claim: Claim; today: Day; refused: Refused }): Html {
  return (
    <Section title={claim.organisationName} id={`demande-${claim.id}`}>
      <Facts
        items={[
          { name: 'Demandé par', value: claim.personName === '' ? claim.personEmail : `${claim.personName}, ${claim.personEmail}` },
          { name: 'Depuis le', value: `${formatDayShort(claim.claimedOn)}${waiting(daysBetween(claim.claimedOn, today))}` },
          { name: 'SIRET', value: formatSiret(claim.siret) },
          { name: 'Forme juridique', value: LEGAL_FORM_NAMES[claim.legalForm] },
          {
            name: 'Dans Pilotis',
            value: claim.knownName ? `Connu sous le nom «\u00A0${claim.knownName}\u00A0»` : 'Nouvel organisme, créé si vous confirmez',
          },
        ]}
      />
      <Form action={organisationPaths.claimDecision(claim.id)} label={`Répondre pour ${claim.organisationName}`}>
        <TextArea
          name="motif"
          id={refused ? undefined : `motif-${claim.id}`}
          label="Motif, si vous refusez"
          hint="Une ou deux phrases, que la personne comprendra."
          readers={readersOf('claim.refusal')}
          optional
          rows={2}
          maxLength={1_000}
          value={refused?.reason}
          error={refused?.error.message}
        />
        <div class="row">
          <Submit name="decision" value="accepter" kind="second" icon="check" about={`\u00A0: ${claim.organisationName}`}>
            Confirmer le rattachement
          </Submit>
          <Submit name="decision" value="refuser" kind="danger" about={`\u00A0: ${claim.organisationName}`}>
            Refuser
          </Submit>
        </div>
      </Form>
    </Section>
  )
}

function waiting(days: number): string {
  if (days <= 0) return ', aujourd’hui'
  return days === 1 ? ', depuis un jour' : `, depuis ${days} jours`
}
