import { day } from '#platform/day.ts'
import type { DemoAmounts } from './demo-actions.data.ts'
import { answerOne, awardsOn, BY_HAND, bindAndPay, type DemoAnswer, depositInterim, notifyEverybody } from './demo-agreement.ts'
import { agreeEverything } from './demo-agreements.ts'
import { actionOf, askedIn } from './demo-applications.ts'
import { cutEnvelope, makeCall, openEnvelopes } from './demo-calls.ts'
import { callCommittee, decidedFor, decisionsByHand, holdCommittee } from './demo-committee.ts'
import { deposit } from './demo-deposits.ts'
import { type DemoCall, FILES_2026 } from './demo-files.data.ts'
import { askEverybody, askMissingPiece, giveOneOpinion, stateComplete } from './demo-instruction.ts'
import { AGAINST_2026 } from './demo-opinions.data.ts'
import { REPORTS_2026 } from './demo-reports.data.ts'
import { type DemoWorld, FUNDER_KEYS, type FunderKey, mandateOf } from './demo-world.ts'
import type { GeneratedFile } from './programme/generated-file.ts'
import { decideYear, decidings, loadRetentions } from './programme/load-committee.ts'
import type { PlacedFile } from './programme/placed-file.ts'

const YEAR = 2026
const PARTS = FILES_2026.map(({ key }) => key)
/** The files of the year beside those written by hand: sent with them, then told, paid and accounted for. */
export interface Generated2026 {
  files: readonly GeneratedFile[]
  send(byHand: number): Promise<PlacedFile[]>
  finish(placed: readonly PlacedFile[]): Promise<void>
}

const COMMITTEE = { key: 'committee-2026', title: 'Comité des financeurs du 12 mars 2026', heldOn: day('2026-03-12') }

/** The call of 2026 from its opening to its first accounts: files written by hand through their acts, the others around them. */
export async function make2026(world: DemoWorld, call: DemoCall, generated: Generated2026): Promise<void> {
  await makeCall(world, call)
  await openEnvelopes(world, YEAR, generated.files)
  for (const file of FILES_2026) await deposit(world, call, file)
  const placed = await generated.send(FILES_2026.length)
  await instruct(world)
  await callCommittee(world, COMMITTEE, { year: YEAR, parts: PARTS })
  const decisions = decidings(placed)
  await world.db.transaction((tx) => loadRetentions(world, tx, { meeting: COMMITTEE, year: YEAR, decisions }))
  await holdCommittee(world, COMMITTEE, PARTS)
  await cutEnvelope(world, generated.files)
  await world.db.transaction((tx) => decideYear(world, tx, { year: YEAR, decisions: [...decisionsByHand(PARTS), ...decisions] }))
  await generated.finish(placed)
  await notifyEverybody(world, PARTS, day('2026-04-30'))
  await answerEverything(world)
  await payEverything(world)
  await giveUp(world)
  const awards = await awardsOn(world, day('2026-11-01'))
  for (const report of REPORTS_2026) await depositInterim(world, report, { awards, decided: keptOf(report.key) })
}

async function instruct(world: DemoWorld): Promise<void> {
  const late = { key: 'studio', year: YEAR, label: 'Devis des tirages grand format', reason: 'Le poste le plus lourd n’est pas justifié.' }
  await askMissingPiece(world, { ...late, askedOn: day('2026-02-03'), dueOn: day('2026-02-17') })
  for (const file of FILES_2026) {
    if (file.key !== late.key) await stateComplete(world, { key: file.key, year: YEAR }, day('2026-02-06'))
  }
  await askEverybody(world, { files: FILES_2026, year: YEAR, dueOn: day('2026-03-02') }, day('2026-02-09'))
  for (const [rank, key] of PARTS.entries()) {
    for (const [turn, funder] of FUNDER_KEYS.entries()) await opine(world, { key, funder, rank: rank + turn * 2 })
  }
}

/** In 2026 everybody answered, as the committee then decided. */
async function opine(world: DemoWorld, { key, funder, rank }: { key: string; funder: FunderKey; rank: number }): Promise<void> {
  const asked = askedIn(actionOf(key), YEAR)[funder] ?? 0
  if (asked === 0 && !world.funders[funder].pilot) return
  const proposed = decidedFor(key, funder) ?? 0
  const opinion = { part: key, year: YEAR, funder }
  const on = { rank, today: day(rank % 5 === 4 ? '2026-03-04' : '2026-02-25') }
  if (asked === 0) return giveOneOpinion(world, { ...opinion, kind: AGAINST_2026.includes(key) ? 'not-concerned' : 'favourable' }, on)
  if (AGAINST_2026.includes(key) || proposed === 0) return giveOneOpinion(world, { ...opinion, kind: 'unfavourable' }, on)
  const kind = proposed < asked * 0.68 ? 'reserved' : 'favourable'
  await giveOneOpinion(world, { ...opinion, kind, proposed }, on)
}

/** The money that each action of 2026 really has, once one was reduced. */
function keptOf(key: string): DemoAmounts {
  const decided = actionOf(key).decided2026 ?? {}
  return key === REDUCED.key ? { ...decided, [REDUCED.funder]: REDUCED.kept } : decided
}

const REDUCED = {
  key: 'pieds',
  funder: 'state',
  kind: 'reduced',
  kept: 3000,
  reason: 'Faute d’une deuxième animatrice en août, nous retirons une semaine du programme.',
  on: day('2026-05-11'),
} as const satisfies DemoAnswer

const GIVEN_UP = {
  key: 'couture',
  funder: 'state',
  kind: 'given-up',
  reason: 'La couturière a quitté la région et la salle est en travaux jusqu’en décembre\u00A0: nous renonçons cette année.',
  on: day('2026-06-15'),
} as const satisfies DemoAnswer

async function answerEverything(world: DemoWorld): Promise<void> {
  const awards = await awardsOn(world, day('2026-05-01'))
  for (const key of PARTS) {
    const decided = actionOf(key).decided2026
    if (!decided || key === GIVEN_UP.key) continue
    for (const funder of BY_HAND) {
      if ((decided[funder] ?? 0) === 0 || (key === REDUCED.key && funder === REDUCED.funder)) continue
      await answerOne(world, { key, funder, kind: 'confirmed', reason: '', on: day('2026-05-06') }, { awards, decided })
    }
  }
  await answerOne(world, REDUCED, { awards, decided: keptOf(REDUCED.key) })
}

async function giveUp(world: DemoWorld): Promise<void> {
  await answerOne(world, GIVEN_UP, { awards: await awardsOn(world, GIVEN_UP.on), decided: {} })
}

/** Awards bound and not yet paid: bank details refused by the treasury, or an agreement not signed. */
const UNPAID: readonly string[] = ['ados/state', 'mediation/epci', 'fonds/epci', 'ludo/caf', 'forum/region']

async function payEverything(world: DemoWorld): Promise<void> {
  for (const funder of BY_HAND) await agreeEverything(world.db, { by: mandateOf(world, funder), year: YEAR, on: day('2026-05-02') })
  const awards = await awardsOn(world, day('2026-05-12'))
  for (const [rank, key] of PARTS.entries()) {
    if (key === GIVEN_UP.key) continue
    for (const funder of BY_HAND) {
      if ((decidedFor(key, funder) ?? 0) === 0) continue
      await bindAndPay(world, {
        awards,
        key,
        funder,
        rank: rank * 4 + BY_HAND.indexOf(funder),
        unpaid: UNPAID.includes(`${key}/${funder}`),
      })
    }
  }
}
