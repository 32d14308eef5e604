import type { AwardState } from '#agreement/award-state-store.ts'
import { submissionPaths } from '#calls/submission-paths.ts'
import { fundingPaths } from '#funding/paths.ts'
import { instructionPaths } from '#instruction/paths.ts'
import { formatCount } from '#platform/kit/escape.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { cents, formatEuros, sumCents } from '#platform/money.ts'
import type { FunderHome } from './funder-home-store.ts'
import { overviewPaths } from './paths.ts'
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
      hint: late > 0 ? `Dont ${formatCount(late)} en retard` : 'Aucun n’est en retard',
    },
    {
      count: withoutDauphin,
      text: `${counted(withoutDauphin, 'demande à l’État', 'demandes à l’État')} sans numéro Dauphin`,
      href: submissionPaths.withoutDauphinNumber,
      hint: 'Elles ne peuvent pas être notifiées sans ce numéro',
    },
  ]
}

function moneyTasks({ year, awaitingAct, awards, may }: FunderHome): Task[] {
  if (!may.decide) return []
  const retained = sumCents(awaitingAct.flatMap((one) => (one.retained === null ? [] : [one.retained])))
  const act = {
    count: awaitingAct.length,
    text: `Prendre l’acte de ${counted(awaitingAct.length, 'montant retenu', 'montants retenus')} par le comité`,
    href: fundingPaths.decisions(year),
    hint: `Retenu\u00A0: ${formatEuros(retained)}`,
  }
  return [act, ...AWARD_TASKS.flatMap(({ stage, task }) => byYear(awards.filter((award) => award.stage === stage)).map(task))]
}

interface YearAwards {
  year: number
  list: readonly AwardState[]
}

/** The lists show one year at a time: so do the tasks, the oldest first. */
function byYear(awards: readonly AwardState[]): YearAwards[] {
  const years = [...new Set(awards.map(({ year }) => year))].sort((one, other) => one - other)
  return years.map((year) => ({ year, list: awards.filter((award) => award.year === year) }))
}

const AWARD_TASKS: readonly { stage: AwardState['stage']; task: (of: YearAwards) => Task }[] = [
  {
    stage: 'awaiting-notification',
    task: ({ year, list }) => ({
      count: list.length,
      text: `Notifier ${counted(list.length, 'décision', 'décisions')} de ${year}`,
      href: overviewPaths.letters(year),
      hint: `Décidé\u00A0: ${formatEuros(sumCents(list.map(({ decided }) => decided)))}`,
    }),
  },
  {
    stage: 'to-obligate',
    task: ({ year, list }) => ({
      count: list.length,
      text: `Engager ${counted(list.length, 'subvention', 'subventions')} de ${year}`,
      href: overviewPaths.payments(year, 'to-obligate'),
      hint: `Reste à engager\u00A0: ${formatEuros(sumCents(list.map(({ decided, obligated }) => cents(decided - obligated))))}`,
    }),
  },
  {
    stage: 'to-pay',
    task: ({ year, list }) => ({
      count: list.length,
      text: `Payer ${counted(list.length, 'subvention engagée', 'subventions engagées')} de ${year}`,
      href: overviewPaths.payments(year, 'to-pay'),
      hint: `Engagé, pas encore payé\u00A0: ${formatEuros(sumCents(list.map(({ obligated, paid }) => cents(obligated - paid))))}`,
    }),
  },
  {
    stage: 'suspended',
    task: ({ year, list }) => ({
      count: list.length,
      text: `${counted(list.length, 'paiement suspendu', 'paiements suspendus')} de ${year}`,
      href: overviewPaths.payments(year, 'suspended'),
      hint: 'Un bilan final attendu n’est pas déposé',
    }),
  },
]
