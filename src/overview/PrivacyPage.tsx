import { signInPaths } from '#access/sign-in-paths.ts'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'

export interface PrivacyPageProps {
  frame: Frame
  /** Who answers for the data. */
  entity: string
  demonstration: boolean
}

/** What is known of people, why, for how long, and how they act on it (règlement (UE) 2016/679, art. 13). */
export function PrivacyPage({ frame, entity, demonstration }: PrivacyPageProps): Html {
  return (
    <PublicPage frame={frame} title="Vie privée" lead="Ce que Pilotis sait de vous, pourquoi, combien de temps, et comment agir." narrow>
      {demonstration ? <Notice>Dans cette démonstration, toutes les personnes sont inventées.</Notice> : null}
      <Section title="Qui est responsable" id="responsable">
        <p>{`L’organisme responsable de vos données est\u00A0: ${entity}.`}</p>
        <p>
          Instruire des demandes de subvention est une mission d’intérêt public et une obligation légale (règlement général sur la
          protection des données, article 6, paragraphe 1, points c et e)&nbsp;: votre consentement n’est pas demandé pour cela.
        </p>
      </Section>
      <Section title="Ce que nous enregistrons" id="donnees">
        <Items items={KEPT} />
      </Section>
      <Section title="Ce que nous n’enregistrons pas" id="jamais">
        <Items items={NEVER} />
      </Section>
      <Section title="Qui le lit" id="lecteurs">
        <p>
          Chaque champ d’un formulaire dit qui le lit. Un dossier est lu par le porteur, par les pilotes du contrat, par les financeurs à
          qui il demande et par les partenaires dont l’avis est demandé. Seules les actions financées et notifiées deviennent publiques ;
          une personne physique n’est jamais publiée. Rien n’est vendu.
        </p>
      </Section>
      <Durations />
      <Rights entity={entity} />
    </PublicPage>
  )
}

const KEPT = [
  { text: 'Votre nom et votre adresse électronique', hint: 'Pour vous reconnaître et vous écrire' },
  { text: 'Les organismes pour lesquels vous agissez, et depuis quand', hint: 'Vos droits en dépendent' },
  { text: 'Vos connexions en cours', hint: 'Appareil, adresse du réseau, dernier usage\u00A0: vous pouvez y mettre fin' },
  { text: 'Ce que vous faites dans les dossiers', hint: 'Auteur, jour et objet de chaque acte, dans un journal qui ne se réécrit pas' },
  { text: 'Les coordonnées bancaires de l’organisme', hint: 'Masquées à l’écran, absentes de tout export' },
  { text: 'Vos liens déclarés avec des organismes', hint: 'Pour que vous n’examiniez pas leurs dossiers' },
]

const NEVER = [
  { text: 'Les noms des participants aux actions', hint: 'Seulement des nombres, par sexe et par âge' },
  { text: 'La date de naissance, la nationalité, l’origine, la santé' },
  {
    text: 'Votre navigation',
    hint: 'Aucune mesure d’audience, aucun traceur\u00A0: les cookies ne servent qu’à votre connexion et au message affiché après un envoi',
  },
]

const DURATIONS = [
  { what: 'Dossier financé', howLong: '10 ans après le solde ou le dernier contrôle', after: 'Trié avec les Archives départementales' },
  { what: 'Dossier refusé ou retiré', howLong: '2 à 5 ans', after: 'Détruit' },
  { what: 'Compte sans usage', howLong: '2 ans, avec un message un mois avant', after: 'Fermé' },
]

function Durations(): Html {
  return (
    <Section title="Combien de temps" id="durees">
      <Table
        id="durees-de-conservation"
        caption="Durées de conservation"
        captionHidden
        columns={[
          { key: 'what', head: 'Données', rowHead: true, cell: ({ what }) => what },
          { key: 'howLong', head: 'Durée', cell: ({ howLong }) => howLong },
          { key: 'after', head: 'Ensuite', cell: ({ after }) => after },
        ]}
        rows={DURATIONS}
        cards
      />
      <p class="hint">
        Rien de ce qui est public n’est détruit sans l’accord des Archives départementales. Pilotis n’efface encore rien de lui-même à ces
        échéances&nbsp;: c’est à l’équipe du contrat de ville de le faire.
      </p>
    </Section>
  )
}

function Rights({ entity }: { entity: string }): Html {
  return (
    <Section title="Vos droits" id="droits">
      <p>
        Vous pouvez lire et corriger vos données dans <a href={signInPaths.account}>votre compte</a>, demander leur copie, vous opposer à
        leur usage ou demander leur limitation.
      </p>
      <p>{`Écrivez au délégué à la protection des données, par courrier\u00A0: ${entity}, délégué à la protection des données.`}</p>
      <p>
        Sans réponse satisfaisante sous un mois, vous pouvez saisir la Commission nationale de l’informatique et des libertés (CNIL)&nbsp;:{' '}
        <a href="https://www.cnil.fr/fr/plaintes">cnil.fr/fr/plaintes</a>.
      </p>
      <p>
        Vous avez trouvé une faille de sécurité ? Écrivez à la même adresse, mention «&nbsp;sécurité&nbsp;», avant d’en parler ailleurs.
      </p>
    </Section>
  )
}
