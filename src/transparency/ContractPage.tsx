import type { Contract, ContractQpv, Funder, Orientation } from '#contract/store.ts'
import { formatDayShort } from '#platform/day.ts'
import { Facts, Figures } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Pillar } from '#platform/kit/Pillar.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { formatEuros, sumCents } from '#platform/money.ts'
import { decidedOf } from './ActionsTable.tsx'
import { ContractQpvsTable } from './ContractQpvsTable.tsx'
import { publicPaths } from './paths.ts'
import type { PublicAction } from './store.ts'

export interface ContractPageProps {
  frame: Frame
  contract: Contract
  qpvs: readonly ContractQpv[]
  funders: readonly Funder[]
  orientations: readonly Orientation[]
  actions: readonly PublicAction[]
  /** The latest year with public actions. */
  year: number | undefined
}

export function ContractPage({ frame, contract, qpvs, funders, orientations, actions, year }: ContractPageProps): Html {
  return (
    <PublicPage
      frame={frame}
      title={`Contrat de ville ${contract.name}`}
      lead="Un contrat de ville lie l’État, l’intercommunalité, les communes et leurs partenaires pour réduire l’écart entre les quartiers prioritaires et ce qui les entoure."
    >
      <Figures items={figures(qpvs, actions, year)} />
      <Section title="Le contrat" id="contrat">
        <Facts
          items={[
            { name: 'Porté par', value: contract.carrierName },
            { name: 'Période', value: `du ${formatDayShort(contract.validFrom)} au ${formatDayShort(contract.validTo)}` },
            { name: 'Financeurs', value: funders.map(({ name }) => name).join(', ') },
            { name: 'Source', value: contract.source },
          ]}
        />
      </Section>
      <Section
        title="Ses orientations"
        id="orientations"
        {...(orientations.some((one) => one.fictitious) ? { intro: 'Orientations fictives, pour la démonstration.' } : {})}
      >
        <Items items={orientations.map(({ code, label, pillar }) => ({ text: `${code} ${label}`, end: <Pillar pillar={pillar} /> }))} />
      </Section>
      <Section title="Ses quartiers" id="quartiers-du-contrat">
        <ContractQpvsTable qpvs={qpvs} />
      </Section>
      <Section title="Ce qui est financé" id="finance">
        <p>
          <a href={publicPaths.actions()}>Toutes les actions financées</a>, <a href={publicPaths.data()}>les données ouvertes</a>.
        </p>
      </Section>
    </PublicPage>
  )
}

function figures(
  qpvs: readonly ContractQpv[],
  actions: readonly PublicAction[],
  year: number | undefined,
): Parameters<typeof Figures>[0]['items'] {
  const inhabitants = qpvs.reduce((sum, one) => sum + (one.inhabitants ?? 0), 0)
  const known = qpvs.every((one) => one.inhabitants !== null)
  return [
    { label: 'Quartiers prioritaires', value: String(qpvs.length) },
    { label: 'Habitants de ces quartiers', value: known ? new Intl.NumberFormat('fr-FR').format(inhabitants) : 'à venir' },
    ...(year === undefined
      ? []
      : [
          { label: `Actions financées en ${year}`, value: String(actions.length) },
          {
            label: `Argent public décidé et notifié en ${year}`,
            step: 'decided' as const,
            value: formatEuros(sumCents(actions.map(decidedOf))),
          },
        ]),
  ]
}
