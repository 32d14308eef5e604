import { LinkButton } from '#platform/kit/Button.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Pages } from '#platform/kit/Pages.tsx'
import { type Cell, type Column, Table } from '#platform/kit/Table.tsx'
import { formatAmount, sumCents } from '#platform/money.ts'
import { COMPLETENESS_NAMES } from './completeness-state.ts'
import type { FilesPageProps } from './FilesPage.tsx'
import type { ListedFile } from './file-list.ts'
import { type FileListQuery, fileListHref, PAGE_SIZE, sortOf, WHOLE_SIZE } from './file-list-query.ts'
import { opinionsWords } from './opinion-state.ts'
import { instructionPaths } from './paths.ts'
import { COMPLETENESS_LOOKS } from './StateLooks.tsx'

const href = (query: FileListQuery, change: Partial<FileListQuery>): string => fileListHref(instructionPaths.files, query, change)

export function FilesTable({ query, files, mayAsk, call }: Pick<FilesPageProps, 'query' | 'files' | 'mayAsk' | 'call'>): Html {
  const page = query.whole ? 1 : Math.min(query.page ?? 1, Math.max(1, Math.ceil(files.length / PAGE_SIZE)))
  const shown = query.whole ? files.slice(0, WHOLE_SIZE) : files.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return (
    <Table
      id="dossiers"
      caption={call ? call.title : 'Dossiers'}
      note="En euros."
      rows={shown}
      cards
      dense
      columns={mayAsk ? [choice(query.ticked === 'tout'), ...columnsOf(files)] : columnsOf(files)}
      sort={{ ...sortOf(query), href: (key, direction) => href(query, { sort: sortKey(key), direction }) }}
      rowState={({ mine, withdrawn }) => (withdrawn ? 'off' : mine === 'late' ? 'late' : mine === 'waiting' ? 'asked' : undefined)}
      totalLabel={files.length > 1 ? `Total des ${files.length} lignes de la liste` : 'Total'}
      empty={
        <>
          <h2 class="vh">Liste des dossiers</h2>
          <NoFile query={query} />
        </>
      }
      below={<Below query={query} page={page} total={files.length} />}
    />
  )
}

const SORT_OF_COLUMN: Readonly<Record<string, NonNullable<FileListQuery['sort']>>> = {
  number: 'number',
  title: 'title',
  theme: 'theme',
  asked: 'asked',
  opinions: 'opinions',
  completeness: 'completeness',
}

function sortKey(key: string): NonNullable<FileListQuery['sort']> {
  return SORT_OF_COLUMN[key] ?? 'number'
}

const choice = (ticked: boolean): Column<ListedFile> => ({
  key: 'choice',
  head: 'Choisir',
  headHidden: true,
  cell: (file) =>
    file.withdrawn ? null : (
      <input type="checkbox" name="part" value={file.partId} checked={ticked} aria-label={`Choisir\u00A0: ${file.title}`} />
    ),
})

function columnsOf(files: readonly ListedFile[]): Column<ListedFile>[] {
  return [
    { key: 'number', head: 'N°', numeric: true, sortable: true, cell: numberCell },
    {
      key: 'title',
      head: 'Action et porteur',
      rowHead: true,
      sortable: true,
      cell: (file) => ({
        text: file.title || 'Sans titre',
        href: instructionPaths.file(file.applicationId),
        sub: file.renewed ? `${file.organisationName}, reconduite` : `${file.organisationName}, nouvelle`,
      }),
    },
    { key: 'qpvs', head: 'Quartiers', cell: ({ qpvs }) => qpvs || { text: 'à préciser', soft: true } },
    {
      key: 'theme',
      head: 'Thème',
      sortable: true,
      cell: ({ themeLabel }) => themeLabel ?? { text: 'à préciser', soft: true },
    },
    {
      key: 'asked',
      head: 'Demandé',
      step: 'asked',
      numeric: true,
      strong: true,
      sortable: true,
      cell: (file) => ({ text: formatAmount(file.asked), href: `${instructionPaths.file(file.applicationId)}#budget` }),
      total: formatAmount(sumCents(files.map(({ asked }) => asked))),
    },
    { key: 'opinions', head: 'Avis', sortable: true, cell: opinionsCell },
    { key: 'completeness', head: 'Complétude', sortable: true, cell: completenessCell },
    { key: 'dauphin', head: 'N° Dauphin', cell: ({ dauphinNumber }) => dauphinNumber ?? { text: 'à venir', soft: true } },
  ]
}

function numberCell({ number, position, parts }: ListedFile): Cell {
  if (number === null) return null
  return parts > 1 ? `${number}-${position}` : String(number)
}

/** « 3 sur 5 », then what is late and what is favourable. */
function opinionsCell({ counts, mine, decided }: ListedFile): Cell {
  if (counts.asked === 0) return { text: opinionsWords(counts), soft: true }
  const details = [
    ...(mine === 'none' ? [] : ['le vôtre est attendu']),
    ...(counts.late > 0 ? [`${counts.late} en retard`] : []),
    ...(decided && counts.pointless > 0 ? [`${counts.pointless} sans objet\u00A0: décidé`] : []),
    ...(counts.favourable > 0 ? [`${counts.favourable} ${counts.favourable > 1 ? 'favorables' : 'favorable'}`] : []),
  ]
  return { text: opinionsWords(counts), strong: counts.late > 0, ...(details.length > 0 ? { sub: details.join(', ') } : {}) }
}

function completenessCell({ completeness }: ListedFile): Cell {
  if (completeness === 'withdrawn') return { badge: 'Retiré par le porteur', icon: 'undo-2' }
  const { state, icon } = COMPLETENESS_LOOKS[completeness]
  return { badge: COMPLETENESS_NAMES[completeness], icon, ...(state ? { state } : {}) }
}

function NoFile({ query }: { query: FileListQuery }): Html {
  const { call, sort, direction, page, whole, ticked, ...filters } = query
  return Object.keys(filters).length === 0 ? (
    <Empty title="Aucun dossier pour l’instant">
      Les dossiers arrivent ici quand leurs porteurs les envoient, ou quand un export de Dauphin est repris. Vous voyez ceux que votre
      organisation finance, et ceux sur lesquels son avis est demandé.
    </Empty>
  ) : (
    <Empty
      title="Aucun dossier ne répond à ces filtres"
      icon="filter"
      action={
        <LinkButton kind="second" href={href({}, call ? { call } : {})}>
          Retirer tous les filtres
        </LinkButton>
      }
    >
      Retirez un filtre, ou cherchez un autre mot.
    </Empty>
  )
}

function Below({ query, page, total }: { query: FileListQuery; page: number; total: number }): Html | null {
  if (total <= PAGE_SIZE) return null
  if (query.whole) return <a href={href(query, { whole: undefined })}>{`Revenir aux pages de ${PAGE_SIZE}`}</a>
  return (
    <>
      <Pages page={page} size={PAGE_SIZE} total={total} noun="dossiers" href={(next) => href(query, { page: next })} />
      <a href={href(query, { whole: 'tout' })}>Tout afficher</a>
    </>
  )
}
