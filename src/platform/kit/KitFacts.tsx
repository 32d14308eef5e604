import { Badge } from './Badge.tsx'
import { LinkButton } from './Button.tsx'
import { Facts, Figures } from './Facts.tsx'
import type { Html } from './html.ts'
import { Items } from './Items.tsx'
import { Box, Empty, Notice } from './Notice.tsx'
import { Section } from './Section.tsx'
import { TaskList } from './TaskList.tsx'
import { Agenda, Steps, Timeline } from './Timeline.tsx'

export function Numbers(): Html {
  return (
    <Section title="Chiffres, faits et listes" id="chiffres">
      <Figures
        items={[
          { label: 'Demandé à tous', step: 'asked', value: '37 000 €', note: '22 000 € décidés en 2026' },
          { label: 'Part publique', value: '76 %', note: 'plafond de l’appel : 80 %' },
          { label: 'Public attendu', value: '12 jeunes', note: 'dont 4 filles' },
        ]}
      />
      <Facts
        items={[
          { name: 'Porteur', value: 'Régie de quartier Les Deux Carreaux' },
          { name: 'Lieu', value: 'Cité des Galibots, Lens' },
        ]}
      />
      <Items
        items={[
          { text: 'Avis attendus', href: '#', hint: 'dont 2 en retard', end: 7 },
          { text: 'Bilans à lire', end: <Badge plain state="success" word="À jour" /> },
        ]}
      />
    </Section>
  )
}

function Tasks(): Html {
  return (
    <TaskList
      label="Étapes de l’exemple"
      foldTitle="Étapes de votre demande"
      tasks={[
        { label: 'Votre association', href: '#', state: 'done', hint: 'Reprise de 2026' },
        { label: 'Le budget de l’action', href: '#', state: 'error', word: '2 erreurs', current: true },
        { label: 'Les pièces à joindre', href: '#', state: 'started', hint: '2 sur 4' },
        { label: 'Relire et envoyer', state: 'locked' },
      ]}
    />
  )
}

export function Times(): Html {
  return (
    <Section title="Histoire, calendrier, année" id="temps">
      <div class="cols">
        <Timeline
          events={[
            { when: '26 février', iso: '2027-02-26', title: 'Échéance dépassée', detail: 'Relance automatique', state: 'error' },
            { when: '5 février', iso: '2027-02-05', title: 'Dossier complet', detail: 'Cheffe de projet', state: 'success' },
          ]}
        />
        <Agenda
          days={[
            { day: '9', month: 'mars', title: 'Aujourd’hui', detail: 'Livret du comité à 18 h', current: true },
            { day: '11', month: 'mars', title: 'Comité des financeurs', detail: 'Jeudi, 9 h à 12 h 30', href: '#' },
          ]}
        />
        <Tasks />
      </div>
      <Steps
        steps={[
          { name: 'Appel', detail: '2 novembre', phase: 'done' },
          { name: 'Avis', detail: '847 sur 871', phase: 'done' },
          { name: 'Comité', detail: '11 mars', phase: 'current' },
          { name: 'Décisions', detail: '30 avril', phase: 'next' },
          { name: 'Bilans', detail: 'juin 2028', phase: 'next' },
        ]}
      />
    </Section>
  )
}

export function Messages(): Html {
  return (
    <Section title="Messages, vide, cadre" id="messages">
      <div class="cols">
        <Notice>Les lignes reprises de Dauphin ne se corrigent pas ici.</Notice>
        <Notice state="success">Votre avis est rendu. Vous pouvez le changer jusqu’au comité.</Notice>
        <Notice state="warning" title="La Région n’a pas répondu">
          Relance prévue demain.
        </Notice>
        <Notice state="error">Rien n’a été enregistré : l’enveloppe serait dépassée de 1 500 €.</Notice>
        <Empty
          title="Aucun avis ne vous est demandé"
          action={
            <LinkButton href="#" kind="second">
              Voir les avis rendus
            </LinkButton>
          }
        >
          Le prochain appel ouvre le 2 novembre.
        </Empty>
        <Box title="Ce qui vous est demandé" state="asked">
          <p>Rendre votre avis avant vendredi.</p>
        </Box>
      </div>
    </Section>
  )
}
