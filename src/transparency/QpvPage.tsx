import { Figures } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Cents, formatEuros } from '#platform/money.ts'
import type { Qpv } from '#territory/store.ts'
import { ActionsTable } from './ActionsTable.tsx'
import { publicPaths } from './paths.ts'
import type { PublicAction } from './store.ts'

export interface QpvPageProps {
  frame: Frame
  qpv: Qpv
  totals: readonly { year: number; decided: Cents; paid: Cents; actions: number }[]
  year: number | undefined
  actions: readonly PublicAction[]
}

export function QpvPage({ frame, qpv, totals, year, actions }: QpvPageProps): Html {
  const communes = qpv.communes.map(({ name }) => name).join(' et ')
  const tabs = totals.map((one) => ({ label: String(one.year), href: publicPaths.qpv(qpv.code, one.year), current: one.year === year }))
  return (
    <PublicPage
      frame={frame}
      title={qpv.name}
      crumbs={[{ label: 'Quartiers', href: publicPaths.qpvs() }, { label: qpv.name }]}
      meta={[communes, `Génération ${qpv.generation}, code ${qpv.code}`]}
      lead={`L’État, l’Agglomération, ${communes} et leurs partenaires s’engagent à réduire les écarts avec le reste du territoire. Voici ce qui est financé ici.`}
      {...(tabs.length > 1 ? { tabs, tabsLabel: 'Années' } : {})}
    >
      <Totals qpv={qpv} total={totals.find((one) => one.year === year)} />
      {actions.length === 0 ? (
        <Empty title="Aucune action publiée pour ce quartier" icon="list-checks">
          Les actions paraissent quand un financeur a notifié son aide.
        </Empty>
      ) : (
        <Section
          title={`Les actions financées en ${year}`}
          id="actions"
          intro="Une action menée dans plusieurs quartiers est montrée entière dans ce tableau ; le chiffre du haut ne compte que la part de celui-ci."
        >
          <ActionsTable id="actions-du-quartier" caption={`Actions dans le quartier en ${year}`} actions={actions} />
        </Section>
      )}
      {qpv.fictitious ? (
        <Notice state="info">Le nom, le code et le périmètre de ce quartier sont fictifs : ils ne correspondent à aucun lieu réel.</Notice>
      ) : null}
    </PublicPage>
  )
}

function Totals({ qpv, total }: { qpv: Qpv; total: QpvPageProps['totals'][number] | undefined }): Html {
  const inhabitants = qpv.inhabitants === null ? 'à venir' : new Intl.NumberFormat('fr-FR').format(qpv.inhabitants)
  return (
    <Figures
      items={[
        { label: 'Habitants', value: inhabitants, note: qpv.inhabitantsSource ?? 'source à préciser' },
        ...(total
          ? [
              { label: `Actions financées en ${total.year}`, value: String(total.actions) },
              {
                label: `Argent public décidé et notifié pour ce quartier en ${total.year}`,
                step: 'decided' as const,
                value: formatEuros(total.decided),
                note: `dont ${formatEuros(total.paid)} déjà payés`,
              },
            ]
          : []),
      ]}
    />
  )
}
