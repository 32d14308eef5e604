import type { AwardState } from '#agreement/award-state-store.ts'
import { agreementPaths } from '#agreement/paths.ts'
import { submissionPaths } from '#calls/submission-paths.ts'
import { fundingPaths } from '#funding/paths.ts'
import { instructionPaths } from '#instruction/paths.ts'
import { formatCount } from '#platform/kit/escape.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { type Cents, cents, formatEuros, sumCents } from '#platform/money.ts'
import type { FunderHome } from './funder-home-store.ts'
import { counted } from './words.ts'

interface Task {
  count: number
  text: string
  href: string
  hint: string
}

/** What waits for this funder and nobody else, in the order of an action's life. */
export function FunderTasks({ home, opinions }: { home: FunderHome; opinions: { waiting: number; late: number } }): Html {
  const tasks = [...examinationTasks(home, opinions), ...moneyTasks(home)].filter(({ count }) => count > 0)
  return (
    <section class="box stack" data-state={tasks.length > 0 ? 'asked' : undefined} aria-labelledby="a-vous">
      <h2 id="a-vous">À vous</h2>
      {tasks.length > 0 ? (
        <Items items={tasks.map(({ count, ...item }) => ({ ...item, end: formatCount(count) }))} />
      ) : (
        <p>Rien ne vous attend aujourd’hui.</p>
      )}
    </section>
  )
}

function examinationTasks({ withoutDauphin }: FunderHome, { waiting, late }: { waiting: number; late: number }): Task[] {
  return [
    {
      count: waiting,
      text: `Rendre ${counted(waiting, 'avis', 'avis')}`,
      href: instructionPaths.myOpinions,
      hint: late > 0 ? `dont ${formatCount(late)} en retard` : 'Aucun n’est en retard',
    },
    {
      count: withoutDauphin,
      text: `${counted(withoutDauphin, 'demande à l’État', 'demandes à l’État')} sans numéro Dauphin`,
      href: submissionPaths.withoutDauphinNumber,
      hint: 'Elles ne peuvent pas être notifiées sans ce numéro',
    },
  ]
}

function moneyTasks({ year, awaitingAct, awards }: FunderHome): Task[] {
  const of = (stage: AwardState['stage']): AwardState[] => awards.filter((award) => award.stage === stage)
  const left = (list: readonly AwardState[]): Cents => sumCents(list.map(({ decided }) => decided))
  const [toNotify, toObligate, toPay, suspended] = [of('awaiting-notification'), of('to-obligate'), of('to-pay'), of('suspended')]
  return [
    {
      count: awaitingAct.length,
      text: `Prendre l’acte de ${counted(awaitingAct.length, 'montant retenu', 'montants retenus')} par le comité`,
      href: fundingPaths.decisions(year),
      hint: `Retenu\u00A0: ${formatEuros(sumCents(awaitingAct.flatMap(({ retained }) => (retained === null ? [] : [retained]))))}`,
    },
    {
      count: toNotify.length,
      text: `Notifier ${counted(toNotify.length, 'décision', 'décisions')}`,
      href: agreementPaths.letters,
      hint: `Décidé\u00A0: ${formatEuros(left(toNotify))}`,
    },
    {
      count: toObligate.length,
      text: `Engager ${counted(toObligate.length, 'subvention', 'subventions')}`,
      href: agreementPaths.payments,
      hint: `Décidé\u00A0: ${formatEuros(left(toObligate))}`,
    },
    {
      count: toPay.length,
      text: `Payer ${counted(toPay.length, 'subvention engagée', 'subventions engagées')}`,
      href: agreementPaths.payments,
      hint: `Engagé, pas encore payé\u00A0: ${formatEuros(unpaid(toPay))}`,
    },
    {
      count: suspended.length,
      text: `${counted(suspended.length, 'paiement suspendu', 'paiements suspendus')}`,
      href: agreementPaths.payments,
      hint: 'Un bilan final attendu n’est pas déposé',
    },
  ]
}

function unpaid(awards: readonly AwardState[]): Cents {
  return cents(awards.reduce((sum, { obligated, paid }) => sum + obligated - paid, 0))
}
