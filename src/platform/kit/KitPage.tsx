import { euros } from '#platform/money.ts'
import { Acronym } from './Acronym.tsx'
import { AgentPage } from './AgentPage.tsx'
import { Amount } from './Amount.tsx'
import { Badge } from './Badge.tsx'
import { Button, LinkButton } from './Button.tsx'
import { Dialog, DialogButton } from './Dialog.tsx'
import { Facts, Figures } from './Facts.tsx'
import { Gauge } from './Gauge.tsx'
import { GaugeKeys } from './GaugeKeys.tsx'
import type { Html } from './html.ts'
import { Items } from './Items.tsx'
import { KitForm } from './KitForm.tsx'
import { KitTables } from './KitTables.tsx'
import { SAMPLE_FRAME } from './kit-samples.ts'
import { Box, Empty, Notice } from './Notice.tsx'
import { Pillar } from './Pillar.tsx'
import { Section } from './Section.tsx'
import { TaskList } from './TaskList.tsx'
import { Agenda, Steps, Timeline } from './Timeline.tsx'

const AMOUNT_STEPS = ['asked', 'proposed', 'retained', 'decided', 'obligated', 'paid', 'spent'] as const
const PILLAR_NAMES = ['cohesion', 'employment', 'environment', 'transversal'] as const

function Words(): Html {
  return (
    <Section title="Mots, montants et états" id="mots">
      <p class="row">
        {AMOUNT_STEPS.map((step) => (
          <Amount step={step} value={euros(15_000)} />
        ))}
      </p>
      <p class="row">
        {PILLAR_NAMES.map((pillar) => (
          <Pillar pillar={pillar} />
        ))}
        {PILLAR_NAMES.map((pillar) => (
          <Pillar pillar={pillar} wordHidden />
        ))}
      </p>
      <p class="row">
        <Badge word="À faire" />
        <Badge word="En cours" state="info" icon="pencil" />
        <Badge word="Fait" state="success" />
        <Badge word="À vérifier" state="warning" />
        <Badge word="En retard de 4 jours" state="error" icon="clock-alert" />
        <Badge word="À vous" state="asked" />
        <Badge word="Réservé" state="warning" icon="flag" plain />
        <Badge word="Non concerné" icon="circle-minus" plain />
      </p>
      <p>
        La <Acronym of="CAF" /> met <Amount step="decided" value={euros(14_500)} />, dont <Amount step="paid" value={euros(11_600)} />.
      </p>
    </Section>
  )
}

function Acts(): Html {
  return (
    <Section title="Boutons et fenêtre" id="boutons">
      <p class="row">
        <Button>Rendre l’avis</Button>
        <Button kind="second">Garder en brouillon</Button>
        <Button kind="quiet">Annuler</Button>
        <DialogButton kind="danger" dialog="ecarter">
          Écarter la demande
        </DialogButton>
        <LinkButton href="#" kind="second" small icon="download">
          Tableur
        </LinkButton>
      </p>
      <p class="row">
        <Button disabled why="Possible quand les quatre montants seront verrouillés.">
          Retenir
        </Button>
      </p>
      <Dialog id="ecarter" title="Écarter cette demande ?">
        <p>Le porteur recevra une lettre motivée après la décision. Vous pourrez revenir en arrière jusqu’à la signature.</p>
        <Button kind="danger">Écarter la demande</Button>
      </Dialog>
    </Section>
  )
}

function Envelopes(): Html {
  return (
    <Section title="Enveloppes" id="enveloppes">
      <GaugeKeys steps={['proposed', 'retained', 'decided', 'obligated', 'paid']} lastYear="Décidé en 2026" />
      <div class="tiles">
        <Gauge
          name="En comité"
          envelope={euros(2_409_500)}
          lastYear={euros(2_200_000)}
          segments={[
            { step: 'retained', value: euros(1_258_500) },
            { step: 'proposed', value: euros(1_110_500) },
          ]}
        />
        <Gauge
          name="Dépassée"
          href="#"
          envelope={euros(320_000)}
          segments={[
            { step: 'retained', value: euros(262_000) },
            { step: 'proposed', value: euros(80_000) },
          ]}
        />
        <Gauge name="Vide" envelope={euros(190_000)} segments={[]} />
        <Gauge
          name="En cours d’année"
          envelope={euros(2_409_500)}
          segments={[
            { step: 'paid', value: euros(1_106_000) },
            { step: 'obligated', value: euros(642_000) },
            { step: 'decided', value: euros(465_000) },
          ]}
        />
      </div>
    </Section>
  )
}

function Numbers(): Html {
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

function Times(): Html {
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

function Messages(): Html {
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
      <Times />
      <Messages />
    </AgentPage>
  )
}
