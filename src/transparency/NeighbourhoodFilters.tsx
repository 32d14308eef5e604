import type { Contract } from '#contract/store.ts'
import { SelectField } from '#platform/kit/choices.tsx'
import { type Chip, Filters } from '#platform/kit/Filters.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { kindWords, PROGRAMME_WORDS } from '#territory/programme-words.ts'
import { PROGRAMMES } from '#territory/store.ts'
import { type NeighbourhoodQuery, type NeighbourhoodRow, type NeighbourhoodSort, SORTS } from './neighbourhood-list.ts'

interface FilterChoices {
  contract: Contract
  query: NeighbourhoodQuery
  rows: readonly NeighbourhoodRow[]
}

/** The order of the list as the address writes it. */
function valueOfSort(sort: NeighbourhoodSort): string {
  return SORTS.find((one) => one.sort === sort)?.value ?? ''
}

/** Search, filters and order of the list; the address keeps them. */
export function NeighbourhoodFilters({ contract, query, rows }: FilterChoices): Html {
  const options = choicesOf(rows)
  return (
    <Filters action="/quartiers" hidden={Object.fromEntries([['contrat', contract.code]])} chips={chipsOf(contract, query, options)}>
      <TextField name="texte" label="Nom, ancien nom ou code" type="search" value={query.text} optional />
      <SelectField name="commune" label="Commune" value={query.commune} empty="Toutes" optional options={options.commune} />
      <Choice name="generation" label="Liste" empty="Toutes" value={query.generation} options={options.generation} />
      <Choice name="genre" label="Genre" empty="Tous" value={query.kind} options={options.genre} />
      <Choice name="programme" label="Programme" empty="Tous" value={query.programme} options={options.programme} />
      <SelectField
        name="tri"
        label="Trier par"
        value={valueOfSort(query.sort)}
        options={SORTS.map(({ value, label }) => ({ value, label }))}
      />
    </Filters>
  )
}

interface Option {
  value: string
  label: string
}

/** A filter that could only keep everything is not offered. */
function Choice(props: { name: string; label: string; empty: string; value: string; options: readonly Option[] }): Html | null {
  if (props.options.length < 2 && props.value === '') return null
  return <SelectField {...props} options={[...props.options]} optional />
}

type Options = Record<'commune' | 'generation' | 'genre' | 'programme', Option[]>

function choicesOf(rows: readonly NeighbourhoodRow[]): Options {
  const communes = new Map(rows.flatMap(({ qpv }) => qpv.communes.map(({ code, name }) => [code, name])))
  const generations = [...new Set(rows.map(({ qpv }) => String(qpv.generation)))].sort()
  const kinds = [...new Set(rows.map(({ qpv }) => qpv.kind))]
  const programmes = PROGRAMMES.filter((one) => rows.some(({ qpv }) => qpv.programmes.some(({ programme }) => programme === one)))
  return {
    commune: [...communes].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'fr')),
    generation: generations.map((value) => ({ value, label: `Liste de ${value}` })),
    genre: kinds.map((value) => ({ value, label: kindWords(value) })),
    programme: programmes.map((value) => ({ value, label: PROGRAMME_WORDS[value].full })),
  }
}

function chipsOf(contract: Contract, query: NeighbourhoodQuery, options: Options): Chip[] {
  const chosen = { texte: query.text, commune: query.commune, generation: query.generation, genre: query.kind, programme: query.programme }
  const labelOf = (name: string, value: string): string =>
    name === 'texte'
      ? `«\u00A0${value}\u00A0»`
      : (Object.values(options)
          .flat()
          .find((one) => one.value === value)?.label ?? value)
  const active = Object.entries(chosen).filter(([, value]) => value !== '')
  return active.map(([name, value]) => {
    const others = active.filter(([other]) => other !== name)
    const href = `/quartiers?${new URLSearchParams([['contrat', contract.code], ...others, ['tri', valueOfSort(query.sort)]])}`
    return { label: labelOf(name, value), href }
  })
}
