import type { ContractPanel } from '#contract/contract-panel.tsx'
import { type ContractQpv, listContractQpvs } from '#contract/store.ts'
import { Figures } from '#platform/kit/Facts.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { PILLARS } from '#platform/kit/Pillar.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { formatEuros, sumCents } from '#platform/money.ts'
import { type AxisTotal, listAxisTotals, listPublicAmounts, type PublicAmount } from './axis-store.ts'
import { ContractQpvsTable } from './ContractQpvsTable.tsx'
import { publicPaths } from './paths.ts'
import { type PillarTotal, pillarTotals } from './pillar-totals.ts'
import { listPublicYears } from './store.ts'

/** On the page of a contract: its neighbourhoods, and what public money did in the latest year, by pillar and by axis. */
export const contractMoneyPanel: ContractPanel = async (c, contract) => {
  const { db } = c.var
  const [qpvs, years] = await Promise.all([listContractQpvs(db, contract.id), listPublicYears(db, contract.id)])
  const [year] = years
  const actions = year === undefined ? [] : await listPublicAmounts(db, { contractId: contract.id, year })
  const axes = year === undefined ? [] : await listAxisTotals(db, { contractId: contract.id, year })
  return (
    <>
      <Figures items={figures(qpvs, actions, year)} />
      <Section title="Ses quartiers" id="quartiers-du-contrat">
        <ContractQpvsTable qpvs={qpvs} />
      </Section>
      <Section title="Ce qui est financé" id="finance">
        {year === undefined ? <NothingPublic /> : <Money actions={actions} axes={axes} year={year} />}
      </Section>
    </>
  )
}

function NothingPublic(): Html {
  return (
    <Empty title="Aucune action publiée" icon="list-checks">
      La programmation de ce contrat n’est pas tenue ici, ou rien n’y est encore décidé et notifié. Ses engagements et son cadre restent
      lisibles.
    </Empty>
  )
}

function Money({ actions, axes, year }: { actions: readonly PublicAmount[]; axes: readonly AxisTotal[]; year: number }): Html {
  const byPillar = pillarTotals(actions)
  return (
    <>
      <PillarTable totals={byPillar} actions={actions} year={year} />
      {axes.some((axis) => axis.actions > 0) ? <AxisTable axes={axes} year={year} /> : null}
      <p>
        <a href={publicPaths.actions()}>Toutes les actions financées</a>, <a href={publicPaths.data()}>les données ouvertes</a>.
      </p>
    </>
  )
}

function PillarTable({ totals, actions, year }: { totals: readonly PillarTotal[]; actions: readonly PublicAmount[]; year: number }): Html {
  return (
    <Table
      id="par-pilier"
      caption={`Actions financées en ${year}, par pilier`}
      note="Une action compte dans un seul pilier, celui de son orientation."
      cards
      rows={totals}
      totalLabel="Ensemble"
      columns={[
        {
          key: 'pillar',
          head: 'Pilier',
          rowHead: true,
          cell: ({ pillar }) => (pillar === 'none' ? 'Sans orientation' : PILLARS[pillar].word),
        },
        { key: 'actions', head: 'Actions', numeric: true, cell: (one) => one.actions, total: actions.length },
        {
          key: 'decided',
          head: 'Décidé et notifié',
          numeric: true,
          step: 'decided',
          cell: ({ decided }) => formatEuros(decided),
          total: formatEuros(sumCents(actions.map(({ decided }) => decided))),
        },
      ]}
    />
  )
}

function AxisTable({ axes, year }: { axes: readonly AxisTotal[]; year: number }): Html {
  return (
    <Table
      id="par-axe"
      caption={`Actions financées en ${year}, par axe transversal`}
      note="Une action peut compter dans plusieurs axes, ou aucun : ces lignes ne s’additionnent pas."
      cards
      rows={axes}
      columns={[
        { key: 'axis', head: 'Axe', rowHead: true, cell: ({ label }) => label },
        { key: 'actions', head: 'Actions', numeric: true, cell: (one) => one.actions },
        { key: 'decided', head: 'Décidé et notifié', numeric: true, step: 'decided', cell: ({ decided }) => formatEuros(decided) },
      ]}
    />
  )
}

function figures(
  qpvs: readonly ContractQpv[],
  actions: readonly PublicAmount[],
  year: number | undefined,
): Parameters<typeof Figures>[0]['items'] {
  const inhabitants = qpvs.reduce((sum, one) => sum + (one.inhabitants ?? 0), 0)
  const known = qpvs.length > 0 && qpvs.every((one) => one.inhabitants !== null)
  return [
    { label: 'Quartiers prioritaires', value: qpvs.length === 0 ? 'liste à venir' : String(qpvs.length) },
    { label: 'Habitants de ces quartiers', value: known ? new Intl.NumberFormat('fr-FR').format(inhabitants) : 'à venir' },
    ...(year === undefined
      ? []
      : [
          { label: `Actions financées en ${year}`, value: String(actions.length) },
          {
            label: `Argent public décidé et notifié en ${year}`,
            step: 'decided' as const,
            value: formatEuros(sumCents(actions.map(({ decided }) => decided))),
          },
        ]),
  ]
}
