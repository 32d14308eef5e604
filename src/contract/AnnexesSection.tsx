import { formatDayShort } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Cell, Table } from '#platform/kit/Table.tsx'
import type { Annex } from './annex-store.ts'
import type { ContractView } from './contract-view-store.ts'
import { frenchDate } from './contract-words.ts'
import { contractPaths } from './paths.ts'

/** The checklist of the annexes: which is here, which misses (CON-06). Files are read by the officers of the contract. */
export function AnnexesSection({ view }: { view: ContractView }): Html {
  const { annexes, on } = view
  const missing = annexes.filter((annex) => annex.expected && filesOn(annex, on).length === 0).length
  return (
    <Section
      title="Annexes"
      id="annexes"
      {...(annexes.length > 0
        ? { intro: missing === 0 ? 'Toutes les annexes sont là.' : `Il manque le fichier de ${missing} annexes sur ${annexes.length}.` }
        : {})}
    >
      <Table
        id="annexes-du-contrat"
        caption="Annexes du contrat"
        captionHidden
        cards
        rows={annexes}
        empty={
          <Empty title="Aucune annexe attendue" icon="files">
            Les annexes de ce contrat ne sont pas encore connues.
          </Empty>
        }
        columns={[
          { key: 'title', head: 'Annexe', rowHead: true, cell: (one) => titleOf(one, view) },
          { key: 'theme', head: 'Thème', cell: ({ theme }) => theme },
          { key: 'state', head: 'État', cell: (one) => stateOf(one, on) },
          { key: 'source', head: 'Source', cell: ({ source }) => ({ text: source, soft: true }) },
        ]}
      />
    </Section>
  )
}

function filesOn(annex: Annex, on: string): Annex['files'] {
  return annex.files.filter(({ putOn }) => putOn <= on)
}

function stateOf(annex: Annex, on: string): Cell {
  const [latest] = filesOn(annex, on)
  if (latest) return { badge: `Version ${latest.version}, reçue le ${formatDayShort(latest.putOn)}`, state: 'success' }
  return annex.cited ? { badge: 'Citée, fichier manquant', state: 'warning' } : { badge: 'Attendue, non citée', state: 'error' }
}

function titleOf(annex: Annex, { contract, reader }: ContractView): Cell {
  const sub = [annex.dated === null ? '' : frenchDate(annex.dated), annex.note ?? ''].filter((part) => part !== '').join(' · ')
  return { text: annex.title, sub, ...(reader.officer ? { href: contractPaths.annex(contract.code, annex.id) } : {}) }
}
