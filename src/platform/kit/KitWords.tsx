import { euros } from '#platform/money.ts'
import { Acronym } from './Acronym.tsx'
import { Amount } from './Amount.tsx'
import { Badge } from './Badge.tsx'
import { Button, LinkButton } from './Button.tsx'
import { Dialog, DialogButton } from './Dialog.tsx'
import { Gauge } from './Gauge.tsx'
import { GaugeKeys } from './GaugeKeys.tsx'
import type { Html } from './html.ts'
import { Pillar } from './Pillar.tsx'
import { Section } from './Section.tsx'

const AMOUNT_STEPS = ['asked', 'proposed', 'retained', 'decided', 'obligated', 'paid', 'spent'] as const
const PILLAR_NAMES = ['cohesion', 'employment', 'environment', 'transversal'] as const

export function Words(): Html {
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

export function Acts(): Html {
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
      <Dialog id="ecarter" title="Écarter cette demande ?">
        <p>Le porteur recevra une lettre motivée après la décision. Vous pourrez revenir en arrière jusqu’à la signature.</p>
        <Button kind="danger">Écarter la demande</Button>
      </Dialog>
    </Section>
  )
}

export function Envelopes(): Html {
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
