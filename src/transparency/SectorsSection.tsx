import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { isCovered, type SectorCoverage } from '#territory/sector-coverage.ts'
import type { Sector } from '#territory/sector-store.ts'
import type { Qpv } from '#territory/store.ts'

/** How the officers share the communes, and whether each commune in policy is in one sector exactly (TER-08). */
export function SectorsSection({
  sectors,
  coverage,
  qpvs,
}: {
  sectors: readonly Sector[]
  coverage: SectorCoverage
  qpvs: readonly Qpv[]
}): Html | null {
  if (sectors.length === 0) return null
  return (
    <Section title="Ses secteurs d’animation" id="secteurs">
      <Table
        id="secteurs-d-animation"
        caption="Secteurs d’animation du contrat"
        note="Un astérisque marque une commune que le document ne donne pas lisiblement : nous l’avons déduite de sa position."
        rows={sectors}
        cards
        columns={[
          { key: 'name', head: 'Secteur', rowHead: true, cell: ({ name, officer }) => ({ text: name, sub: officer }) },
          {
            key: 'communes',
            head: 'Communes',
            cell: ({ communes }) => communes.map(({ name, deduced }) => (deduced ? `${name}*` : name)).join(', '),
          },
          { key: 'stated', head: 'Communes annoncées', numeric: true, cell: ({ statedCommunes }) => statedCommunes },
          { key: 'leads', head: 'Chefs de projet', numeric: true, cell: ({ projectLeads }) => projectLeads },
        ]}
      />
      <Coverage sectors={sectors} coverage={coverage} qpvs={qpvs} />
    </Section>
  )
}

function Coverage({ sectors, coverage, qpvs }: { sectors: readonly Sector[]; coverage: SectorCoverage; qpvs: readonly Qpv[] }): Html {
  const names = new Map(
    [...qpvs.flatMap(({ communes }) => communes), ...sectors.flatMap(({ communes }) => communes)].map(({ code, name }) => [code, name]),
  )
  const listed = (codes: readonly string[]): string => codes.map((code) => names.get(code) ?? code).join(', ')
  const unnamed = sectors.reduce((sum, one) => sum + Math.max((one.statedCommunes ?? 0) - one.communes.length, 0), 0)
  return (
    <Notice
      state={isCovered(coverage) ? 'success' : 'warning'}
      title={isCovered(coverage) ? 'Chaque commune connue est dans un seul secteur' : 'La répartition est à corriger'}
    >
      {coverage.missing.length === 0 ? null : <p>Dans aucun secteur : {listed(coverage.missing)}.</p>}
      {coverage.repeated.length === 0 ? null : <p>Dans plusieurs secteurs : {listed(coverage.repeated)}.</p>}
      {coverage.outside.length === 0 ? null : <p>Sans quartier prioritaire ni de veille à cette date : {listed(coverage.outside)}.</p>}
      {coverage.withoutOfficer.length === 0 ? null : <p>Sans personne chargée de l’animation : {coverage.withoutOfficer.join(', ')}.</p>}
      {unnamed === 0 ? null : (
        <p>Le document annonce {unnamed} communes de plus, sans les nommer lisiblement : elles ne sont pas devinées.</p>
      )}
    </Notice>
  )
}
