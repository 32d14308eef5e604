import { formatInstant } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { exportPaths } from './export-paths.ts'
import type { Export } from './export-store.ts'
import { EXPORT_WORDS, percentOf, sizeWords } from './export-words.ts'

/** What was asked for, latest first: left and found again. */
export function ExportsPage({ frame, exports }: { frame: Frame; exports: readonly Export[] }): Html {
  return (
    <AgentPage
      frame={frame}
      title="Mes exports"
      lead="Les documents longs se préparent pendant que vous faites autre chose. Vous les retrouvez ici, avec ce que votre fonction lisait le jour de la demande."
      crumbs={[{ label: 'Tableau de bord', href: '/accueil' }, { label: 'Mes exports' }]}
    >
      {exports.length === 0 ? (
        <Empty title="Rien n’a encore été demandé">{'Ouvrez un comité, puis «\u00A0Cahier\u00A0», pour préparer le premier.'}</Empty>
      ) : (
        <Table id="exports" caption="Documents demandés" rows={exports} columns={COLUMNS} cards />
      )}
    </AgentPage>
  )
}

const STATES = { waiting: 'asked', running: 'asked', done: 'success', failed: 'error' } as const

const COLUMNS: readonly Column<Export>[] = [
  { key: 'title', head: 'Document', rowHead: true, cell: ({ id, title }) => ({ text: title, href: exportPaths.one(id) }) },
  { key: 'asked', head: 'Demandé le', cell: ({ askedAt }) => formatInstant(askedAt) },
  { key: 'state', head: 'État', cell: ({ state }) => ({ badge: EXPORT_WORDS[state], state: STATES[state] }) },
  { key: 'progress', head: 'Avancement', numeric: true, cell: (one) => `${percentOf(one)}\u00A0%` },
  {
    key: 'file',
    head: 'Fichier',
    cell: ({ id, state, size }) =>
      state === 'done' && size !== null ? { text: `Télécharger (${sizeWords(size)})`, href: exportPaths.file(id) } : '',
  },
]
