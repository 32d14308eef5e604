import { signInPaths } from '#access/sign-in-paths.ts'
import type { Call } from '#calls/call-store.ts'
import type { Contract } from '#contract/store.ts'
import type { Day } from '#platform/day.ts'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { type Item, Items } from '#platform/kit/Items.tsx'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { publicPaths } from '#transparency/paths.ts'
import { OpenCalls } from './OpenCalls.tsx'

export interface FrontPageProps {
  frame: Frame
  today: Day
  contract: Contract | undefined
  /** Open, or to come. */
  calls: readonly Call[]
  demonstration: boolean
}

/** What anybody sees first: what Pilotis is for here, the way in, the calls, what is public. */
export function FrontPage({ frame, today, contract, calls, demonstration }: FrontPageProps): Html {
  if (!contract) return <EmptyFront frame={frame} demonstration={demonstration} />
  return (
    <PublicPage
      frame={frame}
      title={`Contrat de ville ${contract.name}`}
      lead="Pilotis est l’outil du contrat de ville : les associations et les communes y demandent une fois à tous les financeurs, les financeurs y décident ensemble, et chacun peut voir ce qui a été financé."
      actions={<WayIn demonstration={demonstration} />}
    >
      {demonstration ? (
        <Notice state="info">
          Ceci est une démonstration : les organismes, les personnes et les montants sont fictifs. Vous y entrez dans le rôle de votre
          choix.
        </Notice>
      ) : null}
      <Section title="Appels à projets" id="appels">
        <OpenCalls calls={calls} today={today} />
      </Section>
      <div class="cols">
        <Section title="Une action, du dépôt au bilan" id="parcours">
          <Items ordered items={JOURNEY} />
        </Section>
        <Section title="Ouvert à tous, sans compte" id="public">
          <Items items={publicItems(contract)} />
        </Section>
      </div>
    </PublicPage>
  )
}

function EmptyFront({ frame, demonstration }: { frame: Frame; demonstration: boolean }): Html {
  return (
    <PublicPage
      frame={frame}
      title="Pilotis"
      lead="L’outil qui fait vivre un contrat de ville."
      actions={<WayIn demonstration={demonstration} />}
    >
      <Section title="Le contrat de ville" id="contrat">
        <Empty title="Aucun contrat de ville n’est encore enregistré" icon="file-text">
          Dès qu’il le sera, cette page présentera ses appels à projets et ce qu’il finance.
        </Empty>
      </Section>
    </PublicPage>
  )
}

function WayIn({ demonstration }: { demonstration: boolean }): Html {
  if (!demonstration) return <LinkButton href={signInPaths.signIn()}>Se connecter</LinkButton>
  return (
    <>
      <LinkButton href={signInPaths.demonstration}>Entrer dans la démonstration</LinkButton>
      <LinkButton href={signInPaths.signIn()} kind="second">
        Se connecter
      </LinkButton>
    </>
  )
}

const JOURNEY: readonly Item[] = [
  { text: 'Un seul dossier pour tous les financeurs', hint: 'L’association écrit une fois son action, son budget et ses quartiers.' },
  { text: 'Les partenaires donnent leur avis', hint: 'Chacun sait ce qui est attendu de lui, et pour quand.' },
  { text: 'Le comité des financeurs retient, chaque financeur décide', hint: 'Jamais un centime de plus que son enveloppe.' },
  { text: 'Courrier, paiement, bilan', hint: 'L’association sait à tout moment où en est sa subvention.' },
  { text: 'Tout ce qui est financé est public', hint: 'Quartier par quartier, et en données ouvertes.' },
]

function publicItems({ code }: Contract): Item[] {
  return [
    { text: 'Le contrat', hint: 'Ses financeurs, ses orientations, ses quartiers', href: publicPaths.contract(code) },
    { text: 'Les quartiers prioritaires', hint: 'Ce qui est financé près de chez vous', href: publicPaths.qpvs() },
    { text: 'Les actions financées', hint: 'Qui les porte, où, avec quel argent public', href: publicPaths.actions() },
    { text: 'Les données ouvertes', hint: 'Au schéma national des subventions', href: publicPaths.data() },
  ]
}
