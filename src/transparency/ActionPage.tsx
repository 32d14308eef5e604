import { Facts, type FigureItem, Figures } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Pillar } from '#platform/kit/Pillar.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { formatAmount, formatEuros } from '#platform/money.ts'
import { decidedOf, paidOf } from './ActionsTable.tsx'
import { publicPaths } from './paths.ts'
import type { PublicAction } from './store.ts'

const share = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 })

/** « 14 », « personnes prévues, dont 5 femmes »: who the action is for, the number first. */
function publicFigure({ women, men }: PublicAction): FigureItem {
  const label = 'Public prévu'
  if (women + men === 0) return { label, value: 'à préciser' }
  const people = women + men > 1 ? 'personnes' : 'personne'
  const note = women === 0 ? people : `${people}, dont ${women}\u00A0${women > 1 ? 'femmes' : 'femme'}`
  return { label, value: new Intl.NumberFormat('fr-FR').format(women + men), note }
}

export function ActionPage({ frame, action, years }: { frame: Frame; action: PublicAction; years: readonly PublicAction[] }): Html {
  return (
    <PublicPage
      frame={frame}
      title={action.title}
      crumbs={[{ label: 'Actions financées', href: publicPaths.actions(action.year) }, { label: action.title }]}
      meta={[action.organisation.name, ...(action.pillar ? [<Pillar pillar={action.pillar} />] : [])]}
      {...(action.summary ? { lead: action.summary } : {})}
    >
      <Figures
        items={[
          { label: `Argent public décidé et notifié en ${action.year}`, step: 'decided', value: formatEuros(decidedOf(action)) },
          { label: 'Déjà payé', step: 'paid', value: formatEuros(paidOf(action)) },
          publicFigure(action),
        ]}
      />
      <Section title="Où se passe l’action" id="lieux">
        <Facts
          items={action.qpv.map((one) => ({ name: share.format(one.share), value: <a href={publicPaths.qpv(one.code)}>{one.name}</a> }))}
        />
        <p class="hint">{action.communes.join(', ')}</p>
      </Section>
      <Section title="Ce qu’elle sert" id="frame">
        <Facts
          items={[
            { name: 'Orientation', value: action.orientation ?? 'à préciser' },
            { name: 'Thème', value: action.themeLabel ?? 'à préciser' },
          ]}
        />
      </Section>
      {years.map((one) => (
        <Awards action={one} />
      ))}
    </PublicPage>
  )
}

function Awards({ action }: { action: PublicAction }): Html {
  return (
    <Section title={`Qui finance en ${action.year}`} id={`annee-${action.year}`}>
      <Table
        id={`aides-${action.year}`}
        caption={`Aides notifiées en ${action.year}`}
        note="En euros."
        rows={action.awards}
        cards
        totalLabel="Ensemble"
        columns={[
          { key: 'funder', head: 'Financeur', rowHead: true, cell: (one) => ({ text: one.funder, sub: one.envelope }) },
          {
            key: 'decided',
            head: 'Décidé',
            step: 'decided',
            numeric: true,
            strong: true,
            cell: (one) => formatAmount(one.decidedCents),
            total: formatAmount(decidedOf(action)),
          },
          {
            key: 'paid',
            head: 'Payé',
            step: 'paid',
            numeric: true,
            cell: (one) => formatAmount(one.paidCents),
            total: formatAmount(paidOf(action)),
          },
        ]}
      />
    </Section>
  )
}
