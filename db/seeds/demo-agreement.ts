import { answerAward } from '#agreement/answer-acts.ts'
import { type AwardState, awardStates } from '#agreement/award-state-store.ts'
import { notifyAwards } from '#agreement/letter-acts.ts'
import { recordObligation, recordPayment } from '#agreement/payment-acts.ts'
import { depositReport } from '#agreement/report-acts.ts'
import { AGE_BANDS, type AgeBand } from '#calls/form-fields.ts'
import { addDays, type Day, day } from '#platform/day.ts'
import { cents, euros } from '#platform/money.ts'
import type { DemoAction, DemoAmounts } from './demo-actions.data.ts'
import { actionOf, partIdOf } from './demo-applications.ts'
import { budgetOf, spentOf } from './demo-budget.ts'
import { FILES_2026 } from './demo-files.data.ts'
import { DEMO_ORGANISATIONS } from './demo-people.data.ts'
import type { DemoReport } from './demo-reports.data.ts'
import { accomplished, DEMO_URL, type DemoWorld, type FunderKey, mandateOf } from './demo-world.ts'
import { fixedId } from './reference.ts'

/** The awards of 2026 as they stand on a day, by action and funder: « asl/state ». */
export async function awardsOn(world: DemoWorld, today: Day): Promise<Map<string, AwardState>> {
  const awards = new Map<string, AwardState>()
  for (const funder of BY_HAND) {
    const by = mandateOf(world, funder)
    const states = await awardStates(world.db, by.scope, { year: 2026, funderId: by.organisationId }, today)
    for (const { key } of FILES_2026) {
      const award = states.find(({ partId }) => partId === partIdOf(key, 2026))
      if (award) awards.set(`${key}/${funder}`, award)
    }
  }
  return awards
}

function awardOf(awards: ReadonlyMap<string, AwardState>, of: { key: string; funder: FunderKey }): AwardState {
  const award = awards.get(`${of.key}/${of.funder}`)
  if (!award) throw new Error(`no award of ${of.funder} for ${of.key}`)
  return award
}

/** The funders that the files written by hand ask. */
export const BY_HAND = ['state', 'region', 'epci', 'caf'] as const

/** Each funder tells the carriers written by hand what it decided, refusals included: their letters are composed. */
export async function notifyEverybody(world: DemoWorld, parts: readonly string[], today: Day): Promise<void> {
  const own = new Set(parts.map((key) => partIdOf(key, 2026)))
  for (const funder of BY_HAND) {
    const by = mandateOf(world, funder)
    const states = await awardStates(world.db, by.scope, { year: 2026, funderId: by.organisationId }, today)
    const told = states.filter(({ partId }) => partId !== null && own.has(partId))
    const input = { awardIds: told.map(({ id }) => id), filesFolder: world.filesFolder, publicUrl: DEMO_URL, demonstration: true }
    accomplished(await notifyAwards(world.db, by, input, today), `notify for ${funder}`)
  }
}

export interface DemoAnswer {
  key: string
  funder: (typeof BY_HAND)[number]
  kind: 'confirmed' | 'reduced' | 'given-up'
  /** Whole euros, when reduced. */
  kept?: number
  reason: string
  on: Day
}

/** The porteur answers, with its budget set to what was really decided. */
export async function answerOne(
  world: DemoWorld,
  answer: DemoAnswer,
  of: { awards: ReadonlyMap<string, AwardState>; decided: DemoAmounts },
): Promise<void> {
  const action = actionOf(answer.key)
  const award = awardOf(of.awards, answer)
  const lines = [...budgetOf(action, of.decided)].map(([account, value]) => ({ account, amount: euros(value) }))
  const { kind, reason, on } = answer
  const input = {
    id: fixedId(`answer/${answer.key}/${answer.funder}/${kind}`),
    awardId: award.id,
    kind,
    kept: euros(answer.kept ?? 0),
    reason,
    seenAnswerId: award.answerId,
    lines,
    publicUrl: DEMO_URL,
  }
  accomplished(await answerAward(world.db, mandateOf(world, action.organisation), input, on), `answer ${answer.key} of ${answer.funder}`)
}

/** Days on which each funder binds and pays, and what share of the award it pays at first. */
const PAYING = {
  state: { bound: day('2026-05-20'), paid: day('2026-06-24'), large: 80, whole: 100, number: '210' },
  region: { bound: day('2026-06-02'), paid: day('2026-07-16'), large: 70, whole: 70, number: 'REG26-' },
  epci: { bound: day('2026-05-12'), paid: day('2026-06-30'), large: 80, whole: 100, number: 'E26-' },
  caf: { bound: day('2026-05-28'), paid: day('2026-07-10'), large: 50, whole: 50, number: 'CAF26-' },
} satisfies Record<(typeof BY_HAND)[number], { bound: Day; paid: Day; large: number; whole: number; number: string }>

/** Above it, the balance waits for the final account. */
const LARGE = euros(10_000)

/** Binds what is decided; pays all of it, or a first part when the award is large. Some await their bank details: bound, not paid. */
export async function bindAndPay(
  world: DemoWorld,
  of: { key: string; funder: (typeof BY_HAND)[number]; rank: number; unpaid: boolean; awards: ReadonlyMap<string, AwardState> },
): Promise<void> {
  const { key, funder, rank, unpaid } = of
  const by = mandateOf(world, funder)
  const { bound, paid, large, whole, number } = PAYING[funder]
  const award = awardOf(of.awards, of)
  if (award.decided === 0) return
  const obligation = {
    id: fixedId(`obligation/${key}/${funder}`),
    awardId: award.id,
    number: `${number}${String(3_410_207 + rank * 137)}`,
    amount: award.decided,
    on: bound,
  }
  accomplished(await recordObligation(world.db, by, obligation, bound), `bind ${key} of ${funder}`)
  if (unpaid) return
  const share = award.decided > LARGE ? large : whole
  const amount = cents(Math.round((award.decided * share) / 10_000) * 100)
  const payment = {
    id: fixedId(`payment/${key}/${funder}`),
    awardId: award.id,
    obligationId: obligation.id,
    amount,
    on: paid,
    overrideReason: '',
  }
  accomplished(await recordPayment(world.db, by, payment, addDays(paid, 1)), `pay ${key} of ${funder}`)
}

/** The interim account of an action of 2026: what is spent and reached so far, by line and by age. */
export async function depositInterim(
  world: DemoWorld,
  report: DemoReport,
  of: { awards: ReadonlyMap<string, AwardState>; decided: DemoAmounts },
): Promise<void> {
  const action = actionOf(report.key)
  const by = mandateOf(world, action.organisation)
  const award = awardOf(of.awards, { key: report.key, funder: 'state' })
  const lines = [...budgetOf(action, of.decided)].map(([account, value]) => ({ account, amount: spentOf(euros(value), report.spent) }))
  const person = DEMO_ORGANISATIONS.find(({ key }) => key === action.organisation)?.person
  const { achievements, difficulties, indicatorReached, depositedOn } = report
  const input = {
    id: fixedId(`report/${report.key}/2026/interim`),
    actionId: award.actionId,
    year: 2026,
    kind: 'interim' as const,
    revision: 0,
    ...{ achievements, difficulties, indicatorReached, lines, publics: publicsOf(action, report) },
    certifiedBy: `${person?.name ?? ''}, ${person?.role ?? ''}`,
    certified: true,
    publicUrl: DEMO_URL,
  }
  accomplished(await depositReport(world.db, by, input, depositedOn), `hand in the account of ${report.key}`)
}

function publicsOf(action: DemoAction, report: DemoReport): { ageBand: AgeBand; women: number; men: number }[] {
  return AGE_BANDS.flatMap((ageBand) => {
    const [women, men] = action.people[ageBand] ?? [0, 0]
    return women + men === 0 ? [] : [{ ageBand, women: reached(women, report), men: reached(men, report) }]
  })
}

function reached(planned: number, { reached: thousandths }: DemoReport): number {
  return Math.round((planned * thousandths) / 1_000)
}
