import { AgentPage } from './AgentPage.tsx'
import { Badge } from './Badge.tsx'
import { LinkButton } from './Button.tsx'
import type { Html } from './html.ts'
import { Charts } from './KitCharts.tsx'
import { Messages, Numbers, Times } from './KitFacts.tsx'
import { KitForm } from './KitForm.tsx'
import { Maps } from './KitMap.tsx'
import { KitTables } from './KitTables.tsx'
import { Acts, Envelopes, Words } from './KitWords.tsx'
import { SAMPLE_FRAME } from './kit-samples.ts'

/** Every part with its states, on one page: shown at /kit in development, looked at before each release. */
export function KitPage(): Html {
  return (
    <AgentPage
      frame={SAMPLE_FRAME}
      title="Les pièces de Pilotis"
      crumbs={[{ label: 'Programmation 2027', href: '#' }, { label: 'Les pièces' }]}
      meta={[<Badge state="success" word="Quorum atteint : 9 sur 11" />, '30 dossiers à l’ordre du jour']}
      actions={
        <LinkButton href="#" kind="second" icon="book-open">
          Livret du comité
        </LinkButton>
      }
      flash={{ state: 'success', text: 'Le montant est enregistré.' }}
      tabs={[
        { label: 'Tous', href: '#', count: 30, current: true },
        { label: 'À discuter', href: '#', count: 5 },
        { label: 'Retenus', href: '#', count: 21 },
      ]}
    >
      <Words />
      <Acts />
      <Envelopes />
      <KitTables />
      <KitForm />
      <Numbers />
      <Charts />
      <Maps />
      <Times />
      <Messages />
    </AgentPage>
  )
}
