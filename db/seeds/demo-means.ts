import { type AnswerInput, answerTries, overrideRoute, tryLines } from '#instruction/droit-commun-acts.ts'
import { listMyTries, type MyTry } from '#instruction/droit-commun-asking-store.ts'
import { specificRouteOpen } from '#instruction/droit-commun-read-store.ts'
import { listMarkedParts, type MarkedPart } from '#instruction/gender-list-store.ts'
import { addDays, type Day, day } from '#platform/day.ts'
import { euros } from '#platform/money.ts'
import { addLine } from '#resources/droit-commun-line-acts.ts'
import { assessYears } from './demo-markers.ts'
import { CATALOGUE_FROM, DEMO_LINES, MEANS, NO_REASONS, PARTIAL_REASONS, SILENCES } from './demo-means.data.ts'
import { accomplished, DEMO_URL, type DemoWorld, mandateOf } from './demo-world.ts'
import { fixedId } from './fixed-id.ts'
import { type Random, seededRandom } from './programme/random.ts'

interface AskedYear {
  callCode: string
  year: number
  on: Day
  dueOn: Day
  /** The share of the actions that is left for later: asked on another day, or not at all. */
  later?: { share: number; on: Day; dueOn: Day }
  untried: number
}

const YEARS: readonly AskedYear[] = [
  { callCode: 'aap-2026', year: 2026, on: day('2026-02-06'), dueOn: day('2026-02-27'), untried: 0 },
  {
    callCode: 'aap-2027',
    year: 2027,
    on: day('2027-02-08'),
    dueOn: day('2027-03-01'),
    later: { share: 0.12, on: day('2027-02-24'), dueOn: day('2027-03-17') },
    untried: 0.05,
  },
]

/** Ordinary policy tried on two programmes, with its silences, and the gender marker of three. */
export async function makeMeans(world: DemoWorld): Promise<void> {
  await openCatalogue(world)
  for (const year of YEARS) {
    const parts = await partsOf(world, year.callCode)
    await tryYear(world, year, parts)
    await answerYear(world, year)
  }
  await assessYears(world)
}

/** The actions of a call that the project lead examines, in the order of their numbers. */
export async function partsOf({ db, ...world }: DemoWorld, callCode: string): Promise<MarkedPart[]> {
  const lead = mandateOf({ db, ...world }, 'lead')
  return listMarkedParts(db, lead.scope, fixedId(`call/${callCode}`))
}

async function openCatalogue(world: DemoWorld): Promise<void> {
  for (const { key, owner, ...line } of DEMO_LINES.filter((one) => world.mandates.has(one.owner))) {
    const ownerId = mandateOf(world, owner).organisationId
    const input = {
      ...line,
      id: fixedId(`line/${key}`),
      ownerId,
      criteria: '',
      link: '',
      communeCode: null,
      validFrom: CATALOGUE_FROM,
      validTo: null,
    }
    accomplished(await addLine(world.db, mandateOf(world, 'lead'), input, CATALOGUE_FROM), `write the line ${key}`)
  }
}

async function tryYear(world: DemoWorld, year: AskedYear, parts: readonly MarkedPart[]): Promise<void> {
  const random = seededRandom(`droit-commun/${year.year}`)
  const drawn = parts.map(({ partId }) => ({ partId, at: random.next() }))
  const late = year.later?.share ?? 0
  const groups = [
    { on: year.on, dueOn: year.dueOn, partIds: drawn.filter(({ at }) => at >= year.untried + late) },
    ...(year.later ? [{ ...year.later, partIds: drawn.filter(({ at }) => at >= year.untried && at < year.untried + late) }] : []),
  ]
  const lead = mandateOf(world, 'lead')
  for (const { on, dueOn, partIds } of groups) {
    const input = { contractId: world.contractId, partIds: partIds.map(({ partId }) => partId), dueOn, publicUrl: DEMO_URL }
    accomplished(await tryLines(world.db, lead, input, on), `try ordinary policy in ${year.year}`)
  }
  const routes = await specificRouteOpen(
    world.db,
    drawn.map(({ partId }) => partId),
    year.on,
  )
  const untried = drawn.find(({ partId }) => routes.get(partId)?.route === 'to-try')
  if (!untried) return
  const reason = 'L’action commence le 15 mars, avec des inscriptions déjà prises\u202F; les partenaires ont été prévenus par téléphone.'
  const input = { id: fixedId(`override/${year.year}`), contractId: world.contractId, partId: untried.partId, reason }
  accomplished(await overrideRoute(world.db, lead, input, year.dueOn), 'open the specific route')
}

/** Each owner answers in one sending, some days before the day said; one in twenty of the answers comes late. */
async function answerYear(world: DemoWorld, { year, on, dueOn }: AskedYear): Promise<void> {
  for (const owner of new Set(DEMO_LINES.map((line) => line.owner).filter((key) => world.mandates.has(key)))) {
    const random = seededRandom(`answers/${owner}/${year}`)
    const by = mandateOf(world, owner)
    const tries = (await listMyTries(world.db, by.scope, world.contractId)).filter((one) => one.year === year && one.askedOn === on)
    const answered = tries.filter(() => !random.chance(SILENCES[owner]))
    const answers = answered.map((one) => answerOf(one, random))
    const late = answers.slice(0, Math.floor(answers.length / 20))
    for (const [sent, when] of [
      [answers.slice(late.length), addDays(dueOn, -3)],
      [late, addDays(dueOn, 4)],
    ] as const) {
      accomplished(await answerTries(world.db, by, { answers: sent }, when), `answer for ${owner}`)
    }
  }
}

function answerOf({ id: tryId, lineKind, asked }: MyTry, random: Random): AnswerInput {
  const id = fixedId(`droit-commun-answer/${tryId}`)
  const outcome = random.weighted(['no', 'partial', 'yes'] as const, (one) => ({ no: 72, partial: 22, yes: 6 })[one])
  if (outcome === 'no') return { id, tryId, outcome, amount: null, means: '', reason: random.pick(NO_REASONS) }
  const reason = outcome === 'partial' ? random.pick(PARTIAL_REASONS) : ''
  if (lineKind !== 'money') return { id, tryId, outcome, amount: null, means: random.pick(MEANS), reason }
  const share = outcome === 'yes' ? asked : asked * 0.2
  return { id, tryId, outcome, amount: euros(Math.max(500, Math.round(share / 50_000) * 500)), means: '', reason }
}
