import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { Filters } from '#platform/kit/Filters.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import type { PartnerCount } from './droit-commun-route.ts'
import { meansPaths } from './means-paths.ts'

export interface PartnerRow extends PartnerCount {
  ownerId: string
  ownerName: string
}

export interface DroitCommunPartnersPageProps {
  frame: Frame
  year: number
  years: readonly number[]
  rows: readonly PartnerRow[]
}

/** How each partner answers on its lines of ordinary policy: silence counts (PRJ-07). */
export function DroitCommunPartnersPage({ frame, year, years, rows }: DroitCommunPartnersPageProps): Html {
  return (
    <AgentPage
      frame={frame}
      title="Droit commun, réponses par partenaire"
      crumbs={[
        { label: 'Instruction', href: '/instruction' },
        { label: 'Droit commun', href: meansPaths.routes },
        { label: 'Par partenaire' },
      ]}
      lead="Ce que chaque partenaire répond quand ses lignes sont sollicitées. Une réponse est à temps jusqu’au jour dit compris."
    >
      <Filters action={meansPaths.partners}>
        <SelectField
          name="annee"
          label="Année"
          value={String(year)}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
      </Filters>
      <Table
        id="partenaires"
        caption={`Lignes sollicitées en ${year}, par partenaire`}
        captionHidden
        cards
        rows={rows}
        columns={columnsOf(rows)}
        totalLabel="Ensemble"
        empty={<Empty title="Aucune ligne sollicitée cette année">Les réponses apparaissent ici dès qu’une ligne est sollicitée.</Empty>}
      />
    </AgentPage>
  )
}

function columnsOf(rows: readonly PartnerRow[]): Column<PartnerRow>[] {
  const count = (key: keyof PartnerCount, head: string): Column<PartnerRow> => ({
    key,
    head,
    numeric: true,
    cell: (row) => String(row[key]),
    total: String(rows.reduce((sum, row) => sum + row[key], 0)),
  })
  return [
    { key: 'owner', head: 'Partenaire', rowHead: true, cell: ({ ownerName }) => ownerName },
    count('asked', 'Sollicitées'),
    count('inTime', 'Répondues à temps'),
    count('late', 'En retard'),
    { ...count('silent', 'Sans réponse'), strong: true },
    count('waiting', 'En attente'),
    count('yes', 'Oui'),
    count('partial', 'En partie'),
    count('no', 'Non'),
  ]
}
