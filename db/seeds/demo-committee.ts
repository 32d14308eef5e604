import { setAgenda } from '#funding/agenda-acts.ts'
import { closeMeeting } from '#funding/closing-acts.ts'
import { retain } from '#funding/retention-acts.ts'
import { callMeeting } from '#governance/meeting-acts.ts'
import type { Day } from '#platform/day.ts'
import { euros } from '#platform/money.ts'
import { actionOf, partIdOf } from './demo-applications.ts'
import { envelopeIdOf } from './demo-calls.ts'
import { accomplished, type DemoWorld, FUNDER_KEYS, type FunderKey, mandateOf } from './demo-world.ts'
import type { Deciding } from './programme/load-committee.ts'
import { bodyIdOf, fixedId } from './reference.ts'

export interface DemoMeeting {
  key: string
  title: string
  heldOn: Day
}

export function meetingIdOf(meeting: { key: string }): string {
  return fixedId(`meeting/${meeting.key}`)
}

/** A meeting of the funders' committee, as its act takes it. */
export function committeeInput(meeting: DemoMeeting): Parameters<typeof callMeeting>[2] {
  const { title, heldOn } = meeting
  const where = { startsAt: '09:00', place: 'Salle du conseil, 1 place de l’Agglomération, Lens' }
  return { id: meetingIdOf(meeting), bodyId: bodyIdOf('Comité des financeurs'), title, heldOn, ...where }
}

/** Calls a meeting of the funders' committee, with its agenda: parts in this order. */
export async function callCommittee(
  world: DemoWorld,
  meeting: DemoMeeting,
  agenda: { year: number; parts: readonly string[] },
): Promise<void> {
  const lead = mandateOf(world, 'lead')
  accomplished(await callMeeting(world.db, lead, committeeInput(meeting)), `call ${meeting.key}`)
  const partIds = agenda.parts.map((key) => partIdOf(key, agenda.year))
  const input = { meetingId: meetingIdOf(meeting), year: agenda.year, partIds }
  accomplished(await setAgenda(world.db, lead, input), `set the agenda of ${meeting.key}`)
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

const REFUSAL = 'L’enveloppe de l’année ne permet pas de retenir toutes les demandes\u202F; cette action n’a pas été jugée prioritaire.'

/** What each funder decides in 2026 for the files written by hand. */
export function decisionsByHand(parts: readonly string[]): Deciding[] {
  return FUNDER_KEYS.flatMap((funder) =>
    parts.flatMap((key) => {
      const amount = decidedFor(key, funder)
      if (amount === undefined) return []
      const decided = euros(amount)
      const where = { partId: partIdOf(key, 2026), envelopeId: envelopeIdOf(funder, 2026), funder }
      return [{ ...where, retained: decided, decided, reason: amount === 0 ? REFUSAL : '' }]
    }),
  )
}
