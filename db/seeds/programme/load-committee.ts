import { addCompleteFiles } from '#funding/agenda-acts.ts'
import { recordFunderAct } from '#funding/decision-acts.ts'
import type { Day } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import { type Cents, cents } from '#platform/money.ts'
import { envelopeIdOf } from '../demo-calls.ts'
import { type DemoMeeting, meetingIdOf } from '../demo-committee.ts'
import { accomplished, type DemoWorld, FUNDER_KEYS, type FunderKey, mandateOf } from '../demo-world.ts'
import { fixedId } from '../reference.ts'
import { FUNDER_ACTS } from './funder-acts.ts'
import { askedOf } from './generated-file.ts'
import { insertRows } from './insert-rows.ts'
import { REFUSAL_REASONS } from './notes.data.ts'
import type { PlacedFile } from './placed-file.ts'
import { at } from './random.ts'

/** One amount of the committee, then of the funder's own act. */
export interface Deciding {
  partId: string
  funder: FunderKey
  envelopeId: string
  retained: Cents
  decided: Cents
  reason: string
}

const CUT = {
  year: 2026,
  funder: 'region',
  reason: 'Enveloppe réduite de 7\u00A0% le 14 avril\u00A0: les montants baissent en proportion.',
} as const

/** What the generated files have, funder by funder: 0 is a refusal, with its reason. */
export function decidings(placed: readonly PlacedFile[]): Deciding[] {
  return placed
    .filter(({ examined }) => examined)
    .flatMap((one, rank) => askedOf(one.file).map(([funder]) => decidingOf(one, funder, rank)))
}

function decidingOf({ file, partId }: PlacedFile, funder: FunderKey, rank: number): Deciding {
  const decided = file.awarded[funder] ?? cents(0)
  const cut = file.year === CUT.year && funder === CUT.funder && decided > 0
  const retained = cut ? cents(Math.round(decided / 0.93 / 10_000) * 10_000) : decided
  const envelopeId = envelopeIdOf(funder, file.year)
  const reason = decided === 0 ? at(REFUSAL_REASONS, rank % REFUSAL_REASONS.length) : cut && retained !== decided ? CUT.reason : ''
  return { partId, funder, envelopeId, retained, decided, reason }
}

/** The agenda takes every complete file by its own act; what the committee retains comes with one statement. */
export async function loadRetentions(
  world: DemoWorld,
  tx: Tx,
  of: { meeting: DemoMeeting; year: number; decisions: readonly Deciding[] },
): Promise<void> {
  const { meeting, year, decisions } = of
  const meetingId = meetingIdOf(meeting)
  accomplished(await addCompleteFiles(tx, mandateOf(world, 'lead'), { meetingId, year }), `set the agenda of ${year}`)
  await insertRows(
    tx,
    'retention',
    decisions.map(({ partId, funder, envelopeId, retained, reason }) => ({
      id: fixedId(`retention/${partId}/${envelopeId}`),
      meeting_id: meetingId,
      part_id: partId,
      envelope_id: envelopeId,
      retained_cents: retained,
      reason: retained === 0 ? reason : '',
      retained_on: meeting.heldOn,
      retained_by: mandateOf(world, funder).id,
    })),
  )
}

/** Each funder takes its own decision, at its own pace, by its own act: the rules judge every line. */
export async function decideYear(world: DemoWorld, tx: Tx, of: { year: number; decisions: readonly Deciding[] }): Promise<void> {
  for (const funder of FUNDER_KEYS) {
    const own = of.decisions.filter((one) => one.funder === funder)
    if (own.length === 0) continue
    const { recordedOn, ...act } = FUNDER_ACTS[funder](of.year)
    const lines = own.map(({ partId, envelopeId, decided, reason }) => ({ partId, envelopeId, cents: decided, reason }))
    const input = { id: fixedId(`act/${funder}/${act.number}`), ...act, year: of.year, lines }
    accomplished(await recordFunderAct(tx, mandateOf(world, funder), input, recordedOn), `decide for ${funder} ${of.year}`)
  }
}

export interface FunderActSaid {
  authority: string
  number: string
  signedOn: Day
  recordedOn: Day
}
