import { type Day, formatDayShort } from '#platform/day.ts'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { contractPhase } from './contract-end.ts'
import { GENERATION_NAMES, PHASE_BADGES } from './contract-words.ts'
import { contractPaths } from './paths.ts'
import { type Reader, ReaderPage } from './reader.tsx'
import type { Contract } from './store.ts'

/** Every contract kept, generation after generation (XCU-04). */
export function ContractsPage({
  frame,
  reader,
  contracts,
  today,
}: {
  frame: Frame
  reader: Reader
  contracts: readonly Contract[]
  today: Day
}): Html {
  return (
    <ReaderPage
      reader={reader}
      frame={frame}
      title="Les contrats de ville"
      lead="D’une génération à l’autre, les quartiers et les priorités changent. Un contrat fini reste lisible, pour comparer."
    >
      <Section title="Contrats tenus ici" id="contrats">
        <Table
          id="liste-des-contrats"
          caption="Contrats de ville, le plus récent d’abord"
          captionHidden
          cards
          rows={contracts}
          columns={[
            { key: 'name', head: 'Contrat', rowHead: true, cell: ({ code, name }) => ({ text: name, href: contractPaths.contract(code) }) },
            { key: 'generation', head: 'Génération', cell: ({ generation }) => GENERATION_NAMES[generation] },
            { key: 'carrier', head: 'Porté par', cell: ({ carrierName }) => carrierName },
            { key: 'from', head: 'Du', cell: ({ validFrom }) => formatDayShort(validFrom) },
            { key: 'to', head: 'Au', cell: ({ validTo }) => formatDayShort(validTo) },
            { key: 'state', head: 'État', cell: (one) => PHASE_BADGES[contractPhase(one, today)] },
          ]}
        />
      </Section>
    </ReaderPage>
  )
}
