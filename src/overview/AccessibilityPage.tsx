import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'

export interface AccessibilityPageProps {
  frame: Frame
  entity: string
  /** Of this site. */
  address: string
}

/**
 * The declaration, in the parts and the order that the RGAA sets (loi n° 2005-102, art. 47; décret n° 2019-768). « Non conforme »
 * is what the law says of a site without a valid audit, whatever its quality: it changes with an audit, not with our opinion.
 */
export function AccessibilityPage({ frame, entity, address }: AccessibilityPageProps): Html {
  return (
    <PublicPage frame={frame} title="Déclaration d’accessibilité" narrow>
      <Section title="Engagement" id="engagement">
        <p>
          {`${entity} s’engage à rendre son site accessible conformément à l’article 47 de la loi n°\u00A02005-102 du 11 février 2005.`}
        </p>
        <p>Le schéma pluriannuel et le plan d’action de l’année seront publiés ici avec le premier audit.</p>
        <p>{`Cette déclaration d’accessibilité s’applique à ${address}.`}</p>
      </Section>
      <Section title="État de conformité" id="etat">
        <p>
          Pilotis est <strong>non conforme</strong> avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1, car
          aucun audit n’a encore été fait.
        </p>
      </Section>
      <Section title="Résultats des tests" id="resultats">
        <p>
          Aucun audit par un tiers n’a été mené&nbsp;: le taux de conformité n’est pas connu. Un contrôle automatique (axe) accompagne le
          développement ; il ne remplace pas un audit.
        </p>
      </Section>
      <NotAccessible />
      <Establishment />
      <Section title="Retour d’information et contact" id="contact">
        <p>
          {`Si un contenu ou un service vous est inaccessible, écrivez à l’équipe du contrat de ville (${entity})\u00A0: elle vous oriente vers une autre solution ou vous donne le contenu sous une autre forme. Une réponse vous est due rapidement, sous une semaine si possible.`}
        </p>
      </Section>
      <Remedies />
    </PublicPage>
  )
}

function NotAccessible(): Html {
  return (
    <Section title="Contenus non accessibles" id="contenus">
      <h3>Non-conformités</h3>
      <p>Elles seront listées par l’audit.</p>
      <h3>Dérogations pour charge disproportionnée</h3>
      <p>Aucune.</p>
      <h3>Contenus non soumis à l’obligation d’accessibilité</h3>
      <p>Les pièces jointes déposées par les porteurs&nbsp;: Pilotis les garde telles qu’elles ont été données.</p>
    </Section>
  )
}

function Establishment(): Html {
  return (
    <Section title="Établissement de cette déclaration" id="etablissement">
      <p>Cette déclaration a été établie le 20 novembre 2026. Elle sera mise à jour avec le premier audit.</p>
      <Items
        items={[
          {
            text: 'Technologies utilisées',
            hint: 'HTML5, CSS, SVG\u202F; documents PDF balisés (PDF/UA-1)\u202F; les pages fonctionnent sans JavaScript',
          },
          { text: 'Outils des contrôles automatiques', hint: 'axe-core, avec Chromium' },
          { text: 'Technologies d’assistance', hint: 'Pas encore essayées avec des personnes qui s’en servent' },
        ]}
      />
    </Section>
  )
}

function Remedies(): Html {
  return (
    <Section title="Voies de recours" id="recours">
      <p>
        Si vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service, et que la réponse ne vous
        satisfait pas, vous pouvez&nbsp;:
      </p>
      <Items
        items={[
          { text: 'Écrire un message au Défenseur des droits', href: 'https://formulaire.defenseurdesdroits.fr/' },
          {
            text: 'Contacter la déléguée ou le délégué du Défenseur des droits dans votre région',
            href: 'https://www.defenseurdesdroits.fr/saisir/delegues',
          },
          {
            text: 'Envoyer un courrier, sans timbre',
            hint: 'Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07',
          },
        ]}
      />
    </Section>
  )
}
