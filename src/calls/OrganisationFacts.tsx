import { LEGAL_FORM_NAMES } from '#access/legal-forms.ts'
import { organisationPaths } from '#access/organisation-paths.ts'
import { formatDayShort } from '#platform/day.ts'
import { formatSiret } from '#platform/identifiers.ts'
import { LinkButton } from '#platform/kit/Button.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Box } from '#platform/kit/Notice.tsx'
import type { SectionView } from './section-store.ts'

/** What we know of the organisation: read here, changed on its own page. */
export function OrganisationFacts({ organisation, bankAccount }: Pick<SectionView, 'organisation' | 'bankAccount'>): Html {
  const address = [organisation.address, organisation.postalCode].filter((each) => each !== '').join(', ')
  const bank = bankAccount ? `${bankAccount.iban}, depuis le ${formatDayShort(bankAccount.validFrom)}` : 'à venir'
  return (
    <Box title={organisation.name}>
      <Facts
        items={[
          { name: 'SIRET', value: <span class="code">{formatSiret(organisation.siret)}</span> },
          { name: 'Forme juridique', value: LEGAL_FORM_NAMES[organisation.legalForm] },
          { name: 'Adresse', value: address === '' ? 'à venir' : address },
          { name: 'Compte bancaire', value: bank },
        ]}
      />
      <div class="row">
        <LinkButton kind="second" small icon="pencil" href={organisationPaths.mine}>
          Modifier votre organisation
        </LinkButton>
      </div>
    </Box>
  )
}
