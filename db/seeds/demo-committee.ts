import { setAgenda } from '#funding/agenda-acts.ts'
import { closeMeeting } from '#funding/closing-acts.ts'
import { recordFunderAct } from '#funding/decision-acts.ts'
import { retain } from '#funding/retention-acts.ts'
import { callMeeting } from '#governance/meeting-acts.ts'
import { type Day, day } from '#platform/day.ts'
import { euros } from '#platform/money.ts'
import { actionOf, partIdOf } from './demo-applications.ts'
import { envelopeIdOf } from './demo-calls.ts'
import { accomplished, type DemoWorld, FUNDER_KEYS, type FunderKey, mandateOf } from './demo-world.ts'
import { bodyIdOf, fixedId } from './reference.ts'

export interface DemoMeeting {
  key: string
  title: string
  heldOn: Day
}

export function meetingIdOf(meeting: { key: string }): string {
  return fixedId(`meeting/${meeting.key}`)
}

/** Calls a meeting of the funders' committee, with its agenda: parts in this order. */
export async function callCommittee(
  world: DemoWorld,
  meeting: DemoMeeting,
  agenda: { year: number; parts: readonly string[] },
): Promise<void> {
  const lead = mandateOf(world, 'lead')
  const { title, heldOn } = meeting
  const id = meetingIdOf(meeting)
  const input = {
    id,
    bodyId: bodyIdOf('Comité des financeurs'),
    title,
    heldOn,
    startsAt: '09:00',
    place: 'Salle du conseil, 1 place de l’Agglomération, Lens',
  }
  accomplished(await callMeeting(world.db, lead, input), `call ${meeting.key}`)
  const partIds = agenda.parts.map((key) => partIdOf(key, agenda.year))
  accomplished(await setAgenda(world.db, lead, { meetingId: id, year: agenda.year, partIds }), `set the agenda of ${meeting.key}`)
}

/** What a funder of the contract fixes for an action of 2026: nothing when it was not asked. */
export function decidedFor(key: string, funder: FunderKey): number | undefined {
  const action = actionOf(key)
  return (action.asked2026?.[funder] ?? 0) > 0 ? (action.decided2026?.[funder] ?? 0) : undefined
}

/** Each funder fixes its amounts, action by action, then the project lead closes. */
export async function holdCommittee(world: DemoWorld, meeting: DemoMeeting, parts: readonly string[]): Promise<void> {
  const meetingId = meetingIdOf(meeting)
  for (const key of parts) {
    for (const funder of FUNDER_KEYS) {
      const amount = decidedFor(key, funder)
      if (amount === undefined) continue
      const where = { meetingId, partId: partIdOf(key, 2026), envelopeId: envelopeIdOf(funder, 2026) }
      const input = {
        id: fixedId(`retention/${key}/2026/${funder}`),
        ...where,
        cents: euros(amount),
        reason: reasonOf(amount),
        seenId: null,
      }
      accomplished(await retain(world.db, mandateOf(world, funder), input, meeting.heldOn), `retain ${key} of ${funder}`)
    }
  }
  accomplished(await closeMeeting(world.db, mandateOf(world, 'lead'), { meetingId, reason: '' }, meeting.heldOn), `close ${meeting.key}`)
}

function reasonOf(amount: number): string {
  return amount === 0
    ? 'Écarté en séance\u00A0: l’enveloppe va d’abord aux actions qui durent.'
    : 'Montant arrêté en séance, au vu des avis.'
}

interface DemoAct {
  funder: FunderKey
  authority: string
  number: string
  signedOn: Day
  recordedOn: Day
}

/** Each funder takes its own decision, at its own pace. */
const ACTS_2026: readonly DemoAct[] = [
  {
    funder: 'epci',
    authority: 'Conseil communautaire',
    number: 'CC-2026-03-31-27',
    signedOn: day('2026-03-31'),
    recordedOn: day('2026-04-08'),
  },
  {
    funder: 'state',
    authority: 'Préfet du Pas-de-Calais',
    number: '2026-147-0318',
    signedOn: day('2026-04-10'),
    recordedOn: day('2026-04-13'),
  },
  {
    funder: 'caf',
    authority: 'Commission d’action sociale',
    number: 'CAS-2026-14',
    signedOn: day('2026-04-15'),
    recordedOn: day('2026-04-20'),
  },
  {
    funder: 'region',
    authority: 'Commission permanente du conseil régional',
    number: '2026.00412',
    signedOn: day('2026-04-23'),
    recordedOn: day('2026-04-27'),
  },
]

const REFUSAL = 'L’enveloppe de l’année ne permet pas de retenir toutes les demandes\u202F; cette action n’a pas été jugée prioritaire.'

export async function decide2026(world: DemoWorld, parts: readonly string[]): Promise<void> {
  for (const { funder, recordedOn, ...act } of ACTS_2026) {
    const lines = parts.flatMap((key) => {
      const amount = decidedFor(key, funder)
      if (amount === undefined) return []
      const reason = amount === 0 ? REFUSAL : ''
      return [{ partId: partIdOf(key, 2026), envelopeId: envelopeIdOf(funder, 2026), cents: euros(amount), reason }]
    })
    const input = { id: fixedId(`act/${act.number}`), ...act, year: 2026, lines }
    accomplished(await recordFunderAct(world.db, mandateOf(world, funder), input, recordedOn), `decide for ${funder}`)
  }
}
