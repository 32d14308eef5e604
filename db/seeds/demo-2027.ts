import { addCompleteFiles } from '#funding/agenda-acts.ts'
import { callMeeting } from '#governance/meeting-acts.ts'
import { day } from '#platform/day.ts'
import { makeCall, openEnvelopes } from './demo-calls.ts'
import { committeeInput, meetingIdOf } from './demo-committee.ts'
import { deposit, waiveInterim } from './demo-deposits.ts'
import { type DemoCall, FILES_2027, FILES_SUMMER } from './demo-files.data.ts'
import { askEverybody, askMissingPiece, giveOneOpinion, type MissingPiece, stateComplete } from './demo-instruction.ts'
import { GIVEN_2027 } from './demo-opinions.data.ts'
import { leaveClaimWaiting, welcomeNewcomer } from './demo-people.ts'
import { accomplished, type DemoWorld, mandateOf } from './demo-world.ts'
import type { GeneratedFile } from './programme/generated-file.ts'

const YEAR = 2027
const SUMMER_COMMITTEE = { key: 'committee-summer-2027', title: 'Comité des financeurs de l’été, 27 avril 2027', heldOn: day('2027-04-27') }
const COMMITTEE = { key: 'committee-2027', title: 'Comité des financeurs du 11 mars 2027', heldOn: day('2027-03-11') }

const ASKED = { on: day('2027-02-08'), due: day('2027-03-01') }
/** The day on which whatever is complete was stated so. */
const STATED = day('2027-02-05')

const PIECES: readonly MissingPiece[] = [
  {
    key: 'boxe',
    year: YEAR,
    label: 'Liste à jour des personnes qui dirigent l’association',
    askedOn: day('2027-02-08'),
    dueOn: day('2027-02-26'),
    reason: 'La liste jointe date d’avant votre assemblée générale d’octobre.',
  },
  {
    key: 'pieds',
    year: YEAR,
    label: 'Comptes 2025 approuvés',
    askedOn: day('2027-02-22'),
    dueOn: day('2027-03-12'),
    reason: 'Le document joint est un projet de comptes, sans le vote de l’assemblée.',
  },
  {
    key: 'ados',
    year: YEAR,
    label: 'Relevé d’identité bancaire au nom de l’association',
    askedOn: day('2027-02-24'),
    dueOn: day('2027-03-19'),
    reason: 'Celui que vous avez joint est au nom de la trésorière\u202F; la trésorerie l’a refusé en 2026.',
  },
]

/** The one account that is late: the deposit is let through, and the exception listed. */
const EXCEPTION = {
  key: 'velo',
  reason: 'La comptable de l’association est en arrêt depuis novembre\u202F; le compte rendu est promis pour le 31 janvier.',
  on: day('2027-01-12'),
}

/** The files of the year beside those written by hand: sent, examined, with most of their opinions. */
export interface Generated2027 {
  files: readonly GeneratedFile[]
  send(byHand: number): Promise<void>
}

/** The call of 2027, two days before its committee; then the summer's, open, and the second session on Dauphin. */
export async function make2027(
  before: DemoWorld,
  calls: Record<'main' | 'summer' | 'session', DemoCall>,
  generated: Generated2027,
): Promise<DemoWorld> {
  await makeCall(before, calls.main)
  await openEnvelopes(before, YEAR, generated.files)
  const world = { ...before, mandates: new Map([...before.mandates, ['tablee', await welcomeNewcomer(before)]]) }
  for (const file of FILES_2027) {
    if (file.key === EXCEPTION.key) await waiveInterim(world, EXCEPTION)
    await deposit(world, calls.main, file)
  }
  await generated.send(FILES_2027.length)
  await instruct(world)
  await prepareCommittee(world)
  await makeCall(world, calls.summer)
  for (const file of FILES_SUMMER) await deposit(world, calls.summer, file)
  await makeCall(world, calls.session)
  await leaveClaimWaiting(world)
  return world
}

async function instruct(world: DemoWorld): Promise<void> {
  const waiting = PIECES.map(({ key }) => key)
  for (const { key } of FILES_2027) if (!waiting.includes(key)) await stateComplete(world, { key, year: YEAR }, STATED)
  for (const piece of PIECES) await askMissingPiece(world, piece)
  await askEverybody(world, { files: FILES_2027, year: YEAR, dueOn: ASKED.due }, ASKED.on)
  for (const [rank, opinion] of GIVEN_2027.entries()) {
    await giveOneOpinion(world, { ...opinion, year: YEAR }, { rank, today: day(rank % 3 === 0 ? '2027-02-18' : '2027-02-24') })
  }
}

/** The agenda takes every complete file, those written by hand first; the summer has its own committee, still empty. */
async function prepareCommittee(world: DemoWorld): Promise<void> {
  const lead = mandateOf(world, 'lead')
  accomplished(await callMeeting(world.db, lead, committeeInput(COMMITTEE)), 'call the committee of 2027')
  accomplished(await addCompleteFiles(world.db, lead, { meetingId: meetingIdOf(COMMITTEE), year: YEAR }), 'set the agenda of 2027')
  accomplished(await callMeeting(world.db, lead, committeeInput(SUMMER_COMMITTEE)), 'call the committee of the summer')
}
