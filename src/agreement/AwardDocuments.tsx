import { formatDayShort } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { type Cell, Table } from '#platform/kit/Table.tsx'
import type { AwardDocument } from './award-documents.ts'

/** Every paper of an award in one table, those that lack first named with who must give them. */
export function AwardDocuments({ documents }: { documents: readonly AwardDocument[] }): Html {
  const lacking = documents.filter(({ state }) => state === 'missing').length
  const intro = lacking === 0 ? 'Rien ne manque à ce jour.' : lacking === 1 ? 'Un document manque.' : `${lacking} documents manquent.`
  return (
    <Section title="Documents" id="documents" intro={intro}>
      <Table
        id="liste-documents"
        caption="Documents de cette subvention"
        captionHidden
        cards
        rows={documents}
        rowState={({ state }) => (state === 'missing' ? 'late' : undefined)}
        columns={[
          { key: 'name', head: 'Document', rowHead: true, cell: ({ name, href }) => (href ? { text: name, href } : name) },
          { key: 'on', head: 'Date', cell: dateCell },
          { key: 'detail', head: 'Précision', wide: true, cell: ({ detail }) => detail },
          { key: 'state', head: 'État', cell: stateCell },
        ]}
      />
    </Section>
  )
}

function dateCell({ on, state }: AwardDocument): Cell {
  if (on === null) return null
  return state === 'there' ? formatDayShort(on) : `pour le ${formatDayShort(on)}`
}

function stateCell({ state }: AwardDocument): Cell {
  if (state === 'missing') return { badge: 'Manque', state: 'error' }
  return state === 'there' ? { badge: 'Reçu', state: 'success' } : { badge: 'Attendu', state: 'info' }
}
