import type { CurrentContract } from '#access/http.ts'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { ActionsTable } from './ActionsTable.tsx'
import { publicPaths } from './paths.ts'
import type { PublicAction } from './store.ts'

export interface ActionsPageProps {
  frame: Frame
  contract: CurrentContract
  years: readonly number[]
  year: number | undefined
  actions: readonly PublicAction[]
}

export function ActionsPage({ frame, contract, years, year, actions }: ActionsPageProps): Html {
  const tabs = years.map((one) => ({ label: String(one), href: publicPaths.actions(one), current: one === year }))
  return (
    <PublicPage
      frame={frame}
      title={year === undefined ? 'Les actions financées' : `Les actions financées en ${year}`}
      crumbs={[{ label: contract.name, href: publicPaths.contract(contract.code) }, { label: 'Actions financées' }]}
      lead="Une action paraît ici quand un financeur a notifié son aide. Les demandes en cours n’y sont pas."
      {...(tabs.length > 1 ? { tabs, tabsLabel: 'Années' } : {})}
    >
      {actions.length === 0 ? (
        <Empty title="Aucune action n’est encore publiée" icon="list-checks">
          Les premières paraîtront quand les financeurs auront notifié leurs décisions.
        </Empty>
      ) : (
        <ActionsTable id="actions" caption={`Actions financées en ${year}`} actions={actions} />
      )}
    </PublicPage>
  )
}
