import { SelectField } from '#platform/kit/choices.tsx'
import { type Chip, Filters } from '#platform/kit/Filters.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { COMPLETENESS_NAMES, COMPLETENESS_STATES } from './completeness-state.ts'
import type { FilesPageProps } from './FilesPage.tsx'
import { MISSING_FILTERS, type MissingFilter } from './file-list.ts'
import { type FileListQuery, fileListHref, NO_ORIENTATION, PARAMETERS, parametersOf } from './file-list-query.ts'
import { instructionPaths } from './paths.ts'

type Choices = Pick<FilesPageProps, 'query' | 'calls' | 'call' | 'orientations' | 'themes' | 'qpvs'>

const MISSING_NAMES = {
  manquants: 'Avis manquants',
  'en-retard': 'Avis en retard',
  'le-mien': 'Mon avis est attendu',
  'aucun-demande': 'Aucun avis demandé',
} satisfies Record<MissingFilter, string>

const NATURES = { nouvelle: 'Nouvelles actions', reconduite: 'Actions reconduites' }

export function FilesFilters(props: Choices): Html {
  const { query, calls, call } = props
  return (
    <Filters action={instructionPaths.files} chips={chipsOf(props)} hidden={keptOrder(query)}>
      <TextField name={PARAMETERS.text} label="Texte" type="search" value={query.text} optional placeholder="Action, porteur, numéro" />
      {calls.length > 1 ? (
        <SelectField
          name={PARAMETERS.call}
          label="Appel"
          value={call?.code}
          options={calls.map(({ code, title }) => ({ value: code, label: title }))}
        />
      ) : null}
      <PlaceAndThemeFields {...props} />
      <StateFields {...props} />
    </Filters>
  )
}

function StateFields({ query }: Choices): Html {
  return (
    <>
      <SelectField
        name={PARAMETERS.completeness}
        label="Complétude"
        value={query.completeness}
        empty="Toutes"
        optional
        options={COMPLETENESS_STATES.map((state) => ({ value: state, label: COMPLETENESS_NAMES[state] }))}
      />
      <SelectField
        name={PARAMETERS.nature}
        label="Nouvelle ou reconduite"
        value={query.nature}
        empty="Toutes"
        optional
        options={Object.entries(NATURES).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name={PARAMETERS.missing}
        label="Avis"
        value={query.missing}
        empty="Tous"
        optional
        options={MISSING_FILTERS.map((value) => ({ value, label: MISSING_NAMES[value] }))}
      />
    </>
  )
}

function PlaceAndThemeFields({ query, orientations, qpvs, themes }: Choices): Html {
  return (
    <>
      <SelectField name={PARAMETERS.commune} label="Commune" value={query.commune} empty="Toutes" optional options={communesOf(qpvs)} />
      <SelectField
        name={PARAMETERS.orientation}
        label="Orientation"
        value={query.orientation}
        empty="Toutes"
        optional
        options={[
          { value: NO_ORIENTATION, label: 'Sans orientation' },
          ...orientations.map(({ id, code, label }) => ({ value: id, label: `${code} ${label}` })),
        ]}
      />
      <SelectField
        name={PARAMETERS.theme}
        label="Thème"
        value={query.theme}
        empty="Tous"
        optional
        options={themes.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
      />
    </>
  )
}

function communesOf(qpvs: Choices['qpvs']): { value: string; label: string }[] {
  const names = new Map(qpvs.flatMap(({ communes }) => communes.map(({ code, name }) => [code, name] as const)))
  return [...names].map(([value, label]) => ({ value, label })).sort((one, other) => one.label.localeCompare(other.label, 'fr'))
}

/** Filtering keeps the order chosen. */
function keptOrder({ sort, direction, whole }: FileListQuery): Record<string, string> {
  return Object.fromEntries(parametersOf({ sort, direction, whole }))
}

/** What narrows the list, each with the way out of it. */
function chipsOf({ query, orientations, themes, qpvs }: Choices): Chip[] {
  const commune = communesOf(qpvs).find(({ value }) => value === query.commune)
  const orientation = orientations.find(({ id }) => id === query.orientation)
  const theme = themes.find(({ code }) => code === query.theme)
  const labels: Partial<Record<keyof FileListQuery, string | undefined>> = {
    text: query.text && `«\u00A0${query.text}\u00A0»`,
    commune: commune?.label ?? query.commune,
    orientation: query.orientation && (orientation?.label ?? (query.orientation === NO_ORIENTATION ? 'Sans orientation' : 'Orientation')),
    theme: query.theme && (theme?.label ?? query.theme),
    completeness: query.completeness && COMPLETENESS_NAMES[query.completeness],
    nature: query.nature && NATURES[query.nature],
    missing: query.missing && MISSING_NAMES[query.missing],
  }
  return Object.entries(labels).flatMap(([key, label]) =>
    label ? [{ label, href: fileListHref(instructionPaths.files, query, { [key]: undefined }) }] : [],
  )
}
