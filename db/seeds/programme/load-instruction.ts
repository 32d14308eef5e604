import type { OpinionKind } from '#instruction/opinion-kinds.ts'
import type { Day } from '#platform/day.ts'
import { addDays } from '#platform/day.ts'
import type { Tx } from '#platform/db.ts'
import { OPINION_REASONS } from '../demo-opinions.data.ts'
import { type DemoWorld, type FunderKey, mandateOf } from '../demo-world.ts'
import { fixedId, organisationIdOf } from '../reference.ts'
import { askedOf } from './generated-file.ts'
import { insertRows, type Row } from './insert-rows.ts'
import { opinionEmailFileId } from './load-pieces.ts'
import { INADMISSIBLE_NOTES, WITHDRAWAL_REASONS } from './notes.data.ts'
import { dayOf, type PlacedFile } from './placed-file.ts'
import { at, seededRandom } from './random.ts'

/** Each file is stated complete, or is refused at the door; a few carriers take theirs back. */
export async function loadCompleteness(world: DemoWorld, tx: Tx, placed: readonly PlacedFile[]): Promise<void> {
  const lead = mandateOf(world, 'lead').id
  const stated = placed.filter(({ file }) => file.outcome !== 'withdrawn')
  const rows = stated.map(({ applicationId, file, submittedOn }, rank) => ({
    id: fixedId(`completeness/${applicationId}`),
    application_id: applicationId,
    complete: file.outcome !== 'inadmissible',
    note: file.outcome === 'inadmissible' ? at(INADMISSIBLE_NOTES, rank % INADMISSIBLE_NOTES.length) : '',
    stated_on: later(addDays(submittedOn, 6), dayOf(file.year, '02-05')),
    stated_by: lead,
  }))
  await insertRows(tx, 'completeness', rows)
  const withdrawn = placed.filter(({ file }) => file.outcome === 'withdrawn')
  await insertRows(
    tx,
    'application_withdrawal',
    withdrawn.map(({ applicationId, mandateId, submittedOn }, rank) => ({
      application_id: applicationId,
      withdrawn_on: addDays(submittedOn, 4 + (rank % 5)),
      withdrawn_by: mandateId,
      reason: at(WITHDRAWAL_REASONS, rank % WITHDRAWAL_REASONS.length),
    })),
  )
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b
}

/** Who is asked its opinion of a file: the pilots, the funders that it asks, and the partners of its theme. */
export interface Asking {
  askedOn: Day
  dueOn: Day
  /** Asked but not yet answered, between 0 and 1; nothing when everybody answered. */
  waiting: number
  partners: readonly PartnerAsked[]
}

export interface PartnerAsked {
  /** Key of its officer. */
  key: string
  organisationId: string
  themes: readonly string[]
  /** How many of them are answered. */
  answered: number
}

interface Request {
  one: PlacedFile
  key: string
  funder: FunderKey | undefined
  organisationId: string
}

export function opinionRequestId(partId: string, key: string): string {
  return fixedId(`opinion-request/${partId}/${key}`)
}

export async function loadOpinions(world: DemoWorld, tx: Tx, placed: readonly PlacedFile[], asking: Asking): Promise<void> {
  const requests = placed.filter(({ examined }) => examined).flatMap((one) => requestsOf(world, one, asking))
  const lead = mandateOf(world, 'lead').id
  await insertRows(
    tx,
    'opinion_request',
    requests.map(({ one, key, organisationId }) => ({
      id: opinionRequestId(one.partId, key),
      part_id: one.partId,
      application_id: one.applicationId,
      organisation_id: organisationId,
      asked_on: asking.askedOn,
      due_on: asking.dueOn,
      asked_by: lead,
    })),
  )
  await grantReading(tx, requests)
  const late = await loadLateEmail(world, tx, requests, asking)
  const given = requests.filter((request, rank) => !late.has(request) && isGiven(request, rank, asking))
  await insertRows(
    tx,
    'opinion',
    given.map((request) => opinionRow(world, request, asking)),
  )
}

/** Who is asked reads the file and its action. */
async function grantReading(tx: Tx, requests: readonly Request[]): Promise<void> {
  const rights = requests.flatMap(({ one, organisationId }) => [one.applicationId, one.actionId].map((id) => `${id}/${organisationId}`))
  await tx.run`
    insert into reading_right (subject_id, organisation_id, reason)
    select split_part(pair, '/', 1)::uuid, split_part(pair, '/', 2)::uuid, 'avis demandé' from unnest(${[...new Set(rights)]}::text[]) as pair
    on conflict do nothing`
}

function requestsOf(world: DemoWorld, one: PlacedFile, { partners }: Asking): Request[] {
  const { carrier, theme } = one.file.action
  const funders: FunderKey[] = [...new Set<FunderKey>(['state', 'epci', ...askedOf(one.file).map(([key]) => key)])]
  const own = organisationIdOf(carrier.siret)
  const asked = [
    ...funders.map((funder): Request => ({ one, key: funder, funder, organisationId: world.funders[funder].id })),
    ...partners
      .filter(({ themes, key }) => themes.includes(theme) && !funders.some((funder) => funder === key))
      .map(({ key, organisationId }): Request => ({ one, key, funder: undefined, organisationId })),
  ]
  return asked.filter(({ organisationId }) => organisationId !== own) // nobody gives an opinion on its own application
}

function isGiven({ key, funder, one }: Request, rank: number, { waiting, partners }: Asking): boolean {
  const partner = partners.find((each) => each.key === key)
  if (partner) return seededRandom(`given ${one.partId} ${key}`).next() < partner.answered
  // The Department never answers before its e-mail; the others mostly do.
  if (waiting > 0 && funder === 'department') return false
  return (rank * 37) % 100 >= waiting * 100
}

/** The committee will follow most of these: an opinion against goes with a refusal, a reserve with a smaller amount. */
function opinionRow(world: DemoWorld, request: Request, { askedOn }: Asking): Row {
  const { one, key, funder } = request
  const random = seededRandom(`opinion ${one.partId} ${key}`)
  const worth = funder ? (one.file.awarded[funder] ?? 0) : 0
  const asked = funder ? (one.file.asked[funder] ?? 0) * 100 : 0
  const kind = kindOf({ asked, worth, refused: one.file.outcome === 'refused', drawn: random.next() })
  return {
    id: fixedId(`opinion/${one.partId}/${key}`),
    opinion_request_id: opinionRequestId(one.partId, key),
    kind,
    reason: random.pick(OPINION_REASONS[kind]),
    proposed_cents: asked > 0 && kind !== 'unfavourable' ? Math.max(worth, 0) || null : null,
    given_on: addDays(askedOn, random.between(3, 19)),
    given_by: mandateOf(world, key).id,
    email_id: null,
  }
}

function kindOf(of: { asked: number; worth: number; refused: boolean; drawn: number }): OpinionKind {
  if (of.refused) return of.drawn < 0.55 ? 'unfavourable' : of.drawn < 0.85 ? 'reserved' : 'favourable'
  if (of.asked === 0) return of.drawn < 0.3 ? 'not-concerned' : 'favourable'
  if (of.worth === 0) return 'unfavourable'
  return of.worth < of.asked * 0.75 || of.drawn < 0.08 ? 'reserved' : 'favourable'
}

const FORTY = 40

/** The Department answers late, forty opinions in one e-mail, which the project lead typed the next day. */
async function loadLateEmail(world: DemoWorld, tx: Tx, requests: readonly Request[], asking: Asking): Promise<ReadonlySet<Request>> {
  if (asking.waiting === 0) return new Set()
  const forty = requests.filter(({ key }) => key === 'department').slice(0, FORTY)
  const emailId = fixedId(`opinion-email/${asking.dueOn}`)
  const lead = mandateOf(world, 'lead').id
  const [sentOn, typedOn] = [addDays(asking.dueOn, 6), addDays(asking.dueOn, 7)]
  const about = { contract_id: world.contractId, organisation_id: world.funders.department.id }
  await insertRows(tx, 'opinion_email', [
    { id: emailId, ...about, file_id: opinionEmailFileId(), sent_on: sentOn, recorded_on: typedOn, recorded_by: lead },
  ])
  const rows = forty.map((request) => ({ ...opinionRow(world, request, asking), given_on: typedOn, given_by: lead, email_id: emailId }))
  await insertRows(tx, 'opinion', rows)
  return new Set(forty)
}
