import { askPiece, stateCompleteness } from '#instruction/completeness-acts.ts'
import { askOpinions, giveOpinion } from '#instruction/opinion-acts.ts'
import type { OpinionKind } from '#instruction/opinion-kinds.ts'
import { listOpinions } from '#instruction/opinion-store.ts'
import type { Day } from '#platform/day.ts'
import { euros } from '#platform/money.ts'
import { actionOf, applicationIdOf, askedIn, partIdOf } from './demo-applications.ts'
import type { DemoFile } from './demo-files.data.ts'
import { OPINION_REASONS } from './demo-opinions.data.ts'
import { accomplished, DEMO_URL, type DemoWorld, FUNDER_KEYS, type FunderKey, mandateOf } from './demo-world.ts'
import { fixedId } from './reference.ts'

export async function stateComplete(world: DemoWorld, file: { key: string; year: number }, on: Day): Promise<void> {
  const { key, year } = file
  const input = { id: fixedId(`completeness/${key}/${year}`), applicationId: applicationIdOf(key, year), complete: true, note: '' }
  accomplished(await stateCompleteness(world.db, mandateOf(world, 'lead'), input, on), `state ${key} complete`)
}

export interface MissingPiece {
  key: string
  year: number
  label: string
  reason: string
  askedOn: Day
  dueOn: Day
}

export function pieceIdOf(piece: { key: string; year: number }): string {
  return fixedId(`piece/${piece.key}/${piece.year}`)
}

export async function askMissingPiece(world: DemoWorld, piece: MissingPiece): Promise<void> {
  const { key, year, label, reason, dueOn, askedOn } = piece
  const input = { id: pieceIdOf(piece), applicationId: applicationIdOf(key, year), label, reason, dueOn, publicUrl: DEMO_URL }
  accomplished(await askPiece(world.db, mandateOf(world, 'lead'), input, askedOn), `ask a piece of ${key}`)
}

/** Asks each funder its opinion: the pilots on every action, the others on those that ask them money. */
export async function askEverybody(
  world: DemoWorld,
  asked: { files: readonly DemoFile[]; year: number; dueOn: Day },
  today: Day,
): Promise<void> {
  const actions = asked.files.flatMap((file) => file.actions)
  for (const funder of FUNDER_KEYS) {
    const concerned = actions.filter((key) => world.funders[funder].pilot || (askedIn(actionOf(key), asked.year)[funder] ?? 0) > 0)
    const partIds = concerned.map((key) => partIdOf(key, asked.year))
    if (partIds.length === 0) continue
    const input = {
      contractId: world.contractId,
      partIds,
      organisationIds: [world.funders[funder].id],
      dueOn: asked.dueOn,
      publicUrl: DEMO_URL,
    }
    accomplished(await askOpinions(world.db, mandateOf(world, 'lead'), input, today), `ask the opinions of ${funder}`)
  }
}

export interface DemoOpinion {
  part: string
  year: number
  funder: FunderKey
  kind: OpinionKind
  proposed?: number
  reason?: string
}

/** Gives one opinion; without a reason of its own it takes one of its kind, in turn. */
export async function giveOneOpinion(world: DemoWorld, opinion: DemoOpinion, on: { rank: number; today: Day }): Promise<void> {
  const { part, year, funder, kind, proposed } = opinion
  const by = mandateOf(world, funder)
  const asked = await listOpinions(world.db, by.scope, [partIdOf(part, year)])
  const request = asked.find(({ organisationId }) => organisationId === by.organisationId)
  if (!request) throw new Error(`no opinion of ${funder} is asked on ${part} ${year}`)
  const reasons = OPINION_REASONS[kind]
  const input = {
    id: fixedId(`opinion/${part}/${year}/${funder}/${request.given}`),
    applicationId: request.applicationId,
    requestId: request.requestId,
    kind,
    reason: opinion.reason ?? reasons[on.rank % reasons.length] ?? '',
    proposed: proposed === undefined ? undefined : euros(proposed),
    seenId: request.opinionId ?? undefined,
  }
  accomplished(await giveOpinion(world.db, by, input, on.today), `give the opinion of ${funder} on ${part}`)
}
