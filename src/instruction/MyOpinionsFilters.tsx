import { SelectField } from '#platform/kit/choices.tsx'
import { type Chip, Filters } from '#platform/kit/Filters.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { DELAY_NAMES, DELAYS, MY_PARAMETERS, type MyOpinionsQuery, myOpinionsHref, myParameters } from './my-opinions-query.ts'
import type { MyOpinion } from './my-opinions-store.ts'
import { instructionPaths } from './paths.ts'

/** What narrows the list of the opinions to give: words, delay, commune. */
export function MyOpinionsFilters({ query, waiting }: { query: MyOpinionsQuery; waiting: readonly MyOpinion[] }): Html {
  const communes = [...new Set(waiting.flatMap((row) => row.communes))].sort((one, other) => one.localeCompare(other, 'fr'))
  return (
    <Filters action={instructionPaths.myOpinions} chips={chipsOf(query)} hidden={Object.fromEntries(myParameters({ whole: query.whole }))}>
      <TextField
        name={MY_PARAMETERS.text}
        label="Texte"
        type="search"
        value={query.text}
        optional
        placeholder="Action, porteur, quartier, numéro"
      />
      <SelectField
        name={MY_PARAMETERS.delay}
        label="Attendu"
        value={query.delay}
        empty="Tous"
        optional
        options={DELAYS.map((value) => ({ value, label: DELAY_NAMES[value] }))}
      />
      <SelectField
        name={MY_PARAMETERS.commune}
        label="Commune"
        value={query.commune}
        empty="Toutes"
        optional
        options={communes.map((name) => ({ value: name, label: name }))}
      />
    </Filters>
  )
}

function chipsOf(query: MyOpinionsQuery): Chip[] {
  const labels = {
    text: query.text && `«\u00A0${query.text}\u00A0»`,
    delay: query.delay && DELAY_NAMES[query.delay],
    commune: query.commune,
  }
  return Object.entries(labels).flatMap(([key, label]) =>
    label ? [{ label, href: myOpinionsHref(instructionPaths.myOpinions, query, { [key]: undefined }) }] : [],
  )
}
