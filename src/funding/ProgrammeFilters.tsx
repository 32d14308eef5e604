import { SelectField } from '#platform/kit/choices.tsx'
import { Filters } from '#platform/kit/Filters.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { PILLARS } from '#platform/kit/Pillar.tsx'
import { PART_STATUS_WORDS, PART_STATUSES } from './part-status.ts'
import { GROUPINGS, type ProgrammingQuery } from './programming-query.ts'

export interface ProgrammeFiltersProps {
  action: string
  query: ProgrammingQuery
  communes: readonly { code: string; name: string }[]
  /** The years that have files; none in a committee, whose year is its own. */
  years?: readonly number[]
  /** Tabs choose the status already. */
  withStatus: boolean
  hidden?: Readonly<Record<string, string>>
  href: (change: Partial<ProgrammingQuery>) => string
}

const GROUPING_OPTIONS = Object.entries(GROUPINGS).map(([value, label]) => ({ value, label }))
const STATUS_OPTIONS = PART_STATUSES.map((value) => ({ value, label: PART_STATUS_WORDS[value] }))
const PILLAR_OPTIONS = Object.entries(PILLARS).map(([value, { word }]) => ({ value, label: word }))
const NATURES = [
  { value: 'nouvelle', label: 'Nouvelle' },
  { value: 'reconduite', label: 'Reconduite' },
]

/** The filters of the programming, kept in its address. */
export function ProgrammeFilters({ action, query, communes, years = [], withStatus, hidden, href }: ProgrammeFiltersProps): Html {
  const kept = { ...hidden, ...(query.detail ? { detail: query.detail } : {}) }
  return (
    <Filters action={action} hidden={kept} chips={chipsOf(query, communes, href)}>
      {years.length > 1 ? (
        <SelectField name="annee" label="Année" options={years.map(optionOfYear)} value={String(query.annee ?? '')} />
      ) : null}
      <SelectField name="par" label="Grouper par" options={GROUPING_OPTIONS} value={query.par} />
      <TextField name="q" label="Chercher" type="search" optional value={query.q} placeholder="Titre ou porteur" maxLength={200} />
      <SelectField name="commune" label="Commune" optional empty="Toutes" options={communes.map(optionOfCommune)} value={query.commune} />
      <SelectField name="champ" label="Pilier" optional empty="Tous" options={PILLAR_OPTIONS} value={query.champ} />
      <SelectField name="nature" label="Demande" optional empty="Toutes" options={NATURES} value={query.nature} />
      {withStatus ? <SelectField name="statut" label="Statut" optional empty="Tous" options={STATUS_OPTIONS} value={query.statut} /> : null}
    </Filters>
  )
}

const optionOfYear = (year: number) => ({ value: String(year), label: String(year) })
const optionOfCommune = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name })

function chipsOf(
  query: ProgrammingQuery,
  communes: ProgrammeFiltersProps['communes'],
  href: ProgrammeFiltersProps['href'],
): { label: string; href: string }[] {
  const chips: [keyof ProgrammingQuery, string | undefined][] = [
    ['q', query.q && `« ${query.q} »`],
    ['commune', query.commune && communes.find(({ code }) => code === query.commune)?.name],
    ['champ', query.champ && PILLARS[query.champ].word],
    ['nature', NATURES.find(({ value }) => value === query.nature)?.label],
    ['statut', query.statut && PART_STATUS_WORDS[query.statut]],
  ]
  return chips.flatMap(([name, label]) => (label ? [{ label, href: href({ [name]: undefined }) }] : []))
}
