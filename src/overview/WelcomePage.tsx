import { organisationPaths } from '#access/organisation-paths.ts'
import { LinkButton } from '#platform/kit/Button.tsx'
import { PostButton } from '#platform/kit/Form.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'

/** A person signed in who does not yet act for anybody. */
export function WelcomePage({ frame }: { frame: Frame }): Html {
  return (
    <PublicPage
      frame={frame}
      title="Bienvenue sur Pilotis"
      lead="Votre connexion est établie. Il reste à dire pour quel organisme vous agissez."
      actions={
        <>
          <LinkButton href={organisationPaths.claim}>Demander à agir pour un organisme</LinkButton>
          {frame.signOutHref ? (
            <PostButton action={frame.signOutHref} kind="quiet">
              Se déconnecter
            </PostButton>
          ) : null}
        </>
      }
      narrow
    >
      <Section title="Ce qui va se passer" id="suite">
        <Items
          ordered
          items={[
            { text: 'Vous donnez le SIRET de votre organisme', hint: 'Association, école, commune, entreprise…' },
            { text: 'L’équipe du contrat de ville vérifie', hint: 'Vous recevez sa réponse par courriel.' },
            { text: 'Vous déposez vos demandes et suivez vos subventions', hint: 'Un même dossier sert à tous les financeurs.' },
          ]}
        />
      </Section>
      <Section title="Vous travaillez pour l’État, l’Agglomération ou un autre financeur" id="agents">
        <p>Votre accès ne se demande pas ici. Demandez à la cheffe ou au chef de projet du contrat de ville de vous donner un mandat.</p>
      </Section>
    </PublicPage>
  )
}
