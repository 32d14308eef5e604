import type { Contract } from '#contract/store.ts'
import { SelectField } from '#platform/kit/choices.tsx'
import { type Chip, Filters } from '#platform/kit/Filters.tsx'
import type { Html } from '#platform/kit/html.ts'
import type { CommitmentFilter } from './commitment-filter.ts'
import { COMMITMENT_KIND_NAMES, COMMITMENT_KINDS, COMMITMENT_PILLAR_NAMES, COMMITMENT_PILLARS } from './commitment-words.ts'
import { commitmentPaths } from './paths.ts'

interface CommitmentFiltersProps {
  contracts: readonly Contract[]
  filter: CommitmentFilter
  choices: { partners: readonly string[]; themes: readonly string[] }
}

const named = (values: readonly string[]): { value: string; label: string }[] => values.map((value) => ({ value, label: value }))

/** The filters of the list, kept in the address. */
export function CommitmentFilters({ contracts, filter, choices }: CommitmentFiltersProps): Html {
  const field = (name: keyof CommitmentFilter, label: string) => ({ name, label, value: filter[name], optional: true, short: true })
  return (
    <Filters action={commitmentPaths.list()} label="Filtrer les engagements" chips={chipsOf(filter)}>
      <SelectField
        {...field('contrat', 'Contrat')}
        options={[
          ...contracts.map(({ code, name }) => ({ value: code, label: name })),
          { value: 'hors-contrat', label: 'Hors contrat' },
          { value: 'tous', label: 'Tous les documents' },
        ]}
      />
      <SelectField {...field('partenaire', 'Partenaire')} empty="Tous" options={named(choices.partners)} />
      <SelectField
        {...field('pilier', 'Pilier')}
        empty="Tous"
        options={COMMITMENT_PILLARS.map((value) => ({ value, label: COMMITMENT_PILLAR_NAMES[value] }))}
      />
      <SelectField
        {...field('nature', 'Nature')}
        empty="Toutes"
        options={[
          ...COMMITMENT_KINDS.map((value) => ({ value, label: COMMITMENT_KIND_NAMES[value] })),
          { value: 'inconnue', label: 'Non dite' },
        ]}
      />
      <SelectField {...field('theme', 'Thème')} empty="Tous" options={named(choices.themes)} />
      <SelectField
        {...field('mesurable', 'Mesurable')}
        empty="Tous"
        options={[
          { value: 'oui', label: 'Mesurables' },
          { value: 'non', label: 'Non mesurables' },
        ]}
      />
    </Filters>
  )
}

/** What can be taken off; a contract is always chosen. */
function chipsOf(filter: CommitmentFilter): Chip[] {
  const label = {
    partenaire: filter.partenaire,
    pilier: COMMITMENT_PILLARS.filter((one) => one === filter.pilier).map((one) => COMMITMENT_PILLAR_NAMES[one])[0] ?? '',
    nature:
      filter.nature === 'inconnue'
        ? 'Nature non dite'
        : (COMMITMENT_KINDS.filter((one) => one === filter.nature).map((one) => COMMITMENT_KIND_NAMES[one])[0] ?? ''),
    theme: filter.theme,
    mesurable: filter.mesurable === '' ? '' : filter.mesurable === 'oui' ? 'Mesurables' : 'Non mesurables',
  }
  return Object.entries(label)
    .filter(([, words]) => words !== '')
    .map(([name, words]) => ({ label: words, href: commitmentPaths.list({ ...filter, [name]: '' }) }))
}
