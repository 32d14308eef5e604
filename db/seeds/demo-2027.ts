import { type Day, day } from '#platform/day.ts'
import { makeCall, openEnvelopes } from './demo-calls.ts'
import { callCommittee } from './demo-committee.ts'
import { deposit, waiveInterim } from './demo-deposits.ts'
import { type DemoCall, FILES_2027 } from './demo-files.data.ts'
import { askEverybody, askMissingPiece, giveOneOpinion, type MissingPiece, stateComplete } from './demo-instruction.ts'
import { GIVEN_2027 } from './demo-opinions.data.ts'
import { leaveClaimWaiting, welcomeNewcomer } from './demo-people.ts'
import type { DemoWorld } from './demo-world.ts'

const YEAR = 2027
const COMMITTEE = { key: 'committee-2027', title: 'Comité des financeurs du 11 mars 2027', heldOn: day('2027-03-11') }

/** Asked of files sent before the holidays, answered or not; the second group has until February. */
const FIRST_ASKED = { asked: day('2026-12-18'), due: day('2027-01-11') }
const THEN_ASKED = { asked: day('2027-01-12'), due: day('2027-02-05') }

/** Files examined and complete; the others wait their turn, or a piece. */
const COMPLETE: readonly string[] = [
  'ludo',
  'clas',
  'asl',
  'mediation',
  'fonds',
  'insertion',
  'sejours',
  'parrainage',
  'cafe',
  'chantier',
  'theatre',
  'numerique',
  'droits',
  'repit',
  'forum',
  'garde',
]

const PIECES: readonly MissingPiece[] = [
  {
    key: 'boxe',
    year: YEAR,
    label: 'Liste à jour des personnes qui dirigent l’association',
    askedOn: day('2026-12-17'),
    dueOn: day('2027-01-08'),
    reason: 'La liste jointe date d’avant votre assemblée générale d’octobre.',
  },
  {
    key: 'pieds',
    year: YEAR,
    label: 'Comptes 2025 approuvés',
    askedOn: day('2027-01-05'),
    dueOn: day('2027-01-22'),
    reason: 'Le document joint est un projet de comptes, sans le vote de l’assemblée.',
  },
  {
    key: 'ados',
    year: YEAR,
    label: 'Relevé d’identité bancaire au nom de l’association',
    askedOn: day('2027-01-05'),
    dueOn: day('2027-01-22'),
    reason: 'Celui que vous avez joint est au nom de la trésorière\u202F; la trésorerie l’a refusé en 2026.',
  },
]

/** The one account that is late: the deposit is let through, and the exception listed. */
const EXCEPTION = {
  key: 'velo',
  reason: 'La comptable de l’association est en arrêt depuis novembre\u202F; le compte rendu est promis pour le 31 janvier.',
  on: day('2027-01-12'),
}

/** The call of 2027, open on the day of the demonstration. */
export async function make2027(before: DemoWorld, call: DemoCall): Promise<void> {
  await makeCall(before, call)
  await openEnvelopes(before, YEAR)
  const world = { ...before, mandates: new Map([...before.mandates, ['tablee', await welcomeNewcomer(before)]]) }
  for (const file of FILES_2027) {
    if (file.key === EXCEPTION.key) await waiveInterim(world, EXCEPTION)
    await deposit(world, call, file)
  }
  await instruct(world)
  await callCommittee(world, COMMITTEE, { year: YEAR, parts: agenda() })
  await leaveClaimWaiting(world)
}

async function instruct(world: DemoWorld): Promise<void> {
  for (const key of COMPLETE) await stateComplete(world, { key, year: YEAR }, day('2026-12-18'))
  for (const piece of PIECES) await askMissingPiece(world, piece)
  await askEverybody(world, { files: sentBefore(FIRST_ASKED.asked), year: YEAR, dueOn: FIRST_ASKED.due }, FIRST_ASKED.asked)
  const later = sentBefore(THEN_ASKED.asked).filter((file) => !sentBefore(FIRST_ASKED.asked).includes(file))
  await askEverybody(world, { files: later, year: YEAR, dueOn: THEN_ASKED.due }, THEN_ASKED.asked)
  for (const [rank, opinion] of GIVEN_2027.entries()) {
    await giveOneOpinion(world, { ...opinion, year: YEAR }, { rank, today: day(rank % 3 === 0 ? '2027-01-07' : '2027-01-11') })
  }
}

function sentBefore(limit: Day): (typeof FILES_2027)[number][] {
  return FILES_2027.filter(({ submittedOn }) => submittedOn !== undefined && submittedOn < limit)
}

/** The twenty first parts of the files sent, in the order of their numbers. */
function agenda(): string[] {
  return FILES_2027.filter(({ submittedOn }) => submittedOn !== undefined)
    .flatMap(({ actions }) => actions)
    .slice(0, 20)
}
