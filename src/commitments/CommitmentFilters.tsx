import type { Contract } from '#contract/store.ts'
import { SelectField } from '#platform/kit/choices.tsx'
import { type Chip, Filters } from '#platform/kit/Filters.tsx'
import type { Html } from '#platform/kit/html.ts'
import { type CommitmentFilter, PARAMETERS } from './commitment-filter.ts'
import { COMMITMENT_KIND_NAMES, COMMITMENT_KINDS, COMMITMENT_PILLAR_NAMES, COMMITMENT_PILLARS } from './commitment-words.ts'
import { commitmentPaths } from './paths.ts'

interface CommitmentFiltersProps {
  contracts: readonly Contract[]
  filter: CommitmentFilter
  choices: { partners: readonly string[]; themes: readonly string[] }
}

const PILLARS = COMMITMENT_PILLARS.map((value) => ({ value, label: COMMITMENT_PILLAR_NAMES[value] }))
const KINDS = [
  ...COMMITMENT_KINDS.map((value) => ({ value, label: COMMITMENT_KIND_NAMES[value] })),
  { value: 'inconnue', label: 'Non dite' },
]
const MEASURABLE = [
  { value: 'oui', label: 'Mesurables' },
  { value: 'non', label: 'Non mesurables' },
]

const named = (values: readonly string[]): { value: string; label: string }[] => values.map((value) => ({ value, label: value }))

/** The filters of the list, kept in the address. */
export function CommitmentFilters({ contracts, filter, choices }: CommitmentFiltersProps): Html {
  const field = (key: keyof CommitmentFilter, label: string) => ({
    name: PARAMETERS[key],
    label,
    value: filter[key],
    optional: true,
    short: true,
  })
  return (
    <Filters action={commitmentPaths.list()} label="Filtrer les engagements" chips={chipsOf(filter)}>
      <SelectField
        {...field('contract', 'Contrat')}
        options={[
          ...contracts.map(({ code, name }) => ({ value: code, label: name })),
          { value: 'hors-contrat', label: 'Hors contrat' },
          { value: 'tous', label: 'Tous les documents' },
        ]}
      />
      <SelectField {...field('partner', 'Partenaire')} empty="Tous" options={named(choices.partners)} />
      <SelectField {...field('pillar', 'Pilier')} empty="Tous" options={PILLARS} />
      <SelectField {...field('kind', 'Nature')} empty="Toutes" options={KINDS} />
      <SelectField {...field('theme', 'Thème')} empty="Tous" options={named(choices.themes)} />
      <SelectField {...field('measurable', 'Mesurable')} empty="Tous" options={MEASURABLE} />
    </Filters>
  )
}

/** What can be taken off; a contract is always chosen. */
function chipsOf(filter: CommitmentFilter): Chip[] {
  const label = {
    partner: filter.partner,
    pillar: COMMITMENT_PILLARS.filter((one) => one === filter.pillar).map((one) => COMMITMENT_PILLAR_NAMES[one])[0] ?? '',
    kind:
      filter.kind === 'inconnue'
        ? 'Nature non dite'
        : (COMMITMENT_KINDS.filter((one) => one === filter.kind).map((one) => COMMITMENT_KIND_NAMES[one])[0] ?? ''),
    theme: filter.theme,
    measurable: filter.measurable === '' ? '' : filter.measurable === 'oui' ? 'Mesurables' : 'Non mesurables',
  }
  return Object.entries(label)
    .filter(([, words]) => words !== '')
    .map(([name, words]) => ({ label: words, href: commitmentPaths.list({ ...filter, [name]: '' }) }))
}
