import { wholeDatabase } from '#access/scope.ts'
import { assessParts, recordDiscussion, setThreshold } from '#instruction/gender-acts.ts'
import type { MarkedPart } from '#instruction/gender-list-store.ts'
import { recordSupport } from '#instruction/gender-support-acts.ts'
import { listCandidates } from '#instruction/gender-support-store.ts'
import { type GenderAnswers, walkTree } from '#instruction/gender-tree.ts'
import { type Day, day } from '#platform/day.ts'
import { partsOf } from './demo-means.ts'
import { accomplished, type DemoWorld, mandateOf } from './demo-world.ts'
import { fixedId } from './fixed-id.ts'
import { type Random, seededRandom } from './programme/random.ts'

interface MarkedYear {
  callCode: string
  year: number
  criteriaNeeded: number
  on: Day
  /** Shares of the actions: settled by two who agree, then left with one answer. */
  settled: number
  one: number
  /** How many differ, and how many of those were discussed. */
  differing: number
  discussed: number
}

/** The committee lowered the threshold before the second of these years. */
const THRESHOLD = { criteriaNeeded: 2, validFrom: day('2026-01-28'), reason: 'Comité technique du 28 janvier 2026' }

const YEARS: readonly MarkedYear[] = [
  { callCode: 'aap-2025', year: 2025, criteriaNeeded: 3, on: day('2025-03-20'), settled: 0.82, one: 0, differing: 0, discussed: 0 },
  { callCode: 'aap-2026', year: 2026, criteriaNeeded: 2, on: day('2026-03-02'), settled: 0.93, one: 0, differing: 6, discussed: 6 },
  { callCode: 'aap-2027', year: 2027, criteriaNeeded: 2, on: day('2027-03-04'), settled: 0.62, one: 0.14, differing: 8, discussed: 3 },
]

/** The gender marker of three programmes: most by two who agree, some discussed, some waiting, some not assessed. */
export async function assessYears(world: DemoWorld): Promise<void> {
  const threshold = { ...THRESHOLD, id: fixedId('gender-threshold'), contractId: world.contractId }
  accomplished(await setThreshold(world.db, mandateOf(world, 'lead'), threshold, THRESHOLD.validFrom), 'set the threshold')
  for (const year of YEARS) {
    const parts = await partsOf(world, year.callCode)
    const random = seededRandom(`gender/${year.year}`)
    const differing = parts.slice(0, year.differing)
    await settleMost(world, year, { parts: parts.slice(year.differing), random })
    await differ(world, year, differing)
  }
  await supportSome(world)
}

interface LoadedSet {
  id: string
  part_id: string
  person_id: string
  assessed_by: string
  mixed_public: boolean
  main_goal: boolean
  sexed_diagnosis: boolean | null
  balanced_participation: boolean | null
  sexed_indicators: boolean | null
  coherent_public: boolean | null
  marker: number
}

/** Whole tables, as two persons who agree would have left them: by the acts, nine hundred actions would take a minute (decision 0008). */
async function settleMost(
  world: DemoWorld,
  year: MarkedYear,
  { parts, random }: { parts: readonly MarkedPart[]; random: Random },
): Promise<void> {
  const sets: LoadedSet[] = []
  const settled: { id: string; part_id: string; marker: number }[] = []
  for (const part of parts) {
    const drawn = random.next()
    const answers = answersOf(part, random)
    const { marker } = walkTree(answers, year.criteriaNeeded)
    if (marker === null || drawn > year.settled + year.one) continue
    const persons = drawn <= year.settled ? (['state', 'lead'] as const) : (['state'] as const)
    for (const key of persons) sets.push(setOf(world, { key, partId: part.partId, answers, marker }))
    if (persons.length === 2) settled.push({ id: fixedId(`gender-marker/${part.partId}`), part_id: part.partId, marker })
  }
  await world.db.run`
    insert into gender_assessment (id, part_id, application_id, person_id, together, mixed_public, main_goal, sexed_diagnosis,
      balanced_participation, sexed_indicators, coherent_public, criteria_needed, marker, assessed_on, assessed_by)
    select one.id, one.part_id, p.application_id, one.person_id, false, one.mixed_public, one.main_goal, one.sexed_diagnosis,
      one.balanced_participation, one.sexed_indicators, one.coherent_public, ${year.criteriaNeeded}::smallint, one.marker, ${year.on}::date, one.assessed_by
    from jsonb_to_recordset(${JSON.stringify(sets)}::jsonb) as one (id uuid, part_id uuid, person_id uuid, assessed_by uuid, mixed_public boolean,
      main_goal boolean, sexed_diagnosis boolean, balanced_participation boolean, sexed_indicators boolean, coherent_public boolean, marker smallint)
    join action_part p on p.id = one.part_id and ${wholeDatabase}`
  await world.db.run`
    insert into gender_marker (id, part_id, application_id, marker, criteria_needed, way, settled_on, settled_by)
    select one.id, one.part_id, p.application_id, one.marker, ${year.criteriaNeeded}::smallint, 'agreement', ${year.on}::date,
      ${mandateOf(world, 'lead').id}::uuid
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as one (id uuid, part_id uuid, marker smallint)
    join action_part p on p.id = one.part_id and ${wholeDatabase}`
}

function setOf(world: DemoWorld, of: { key: 'state' | 'lead'; partId: string; answers: GenderAnswers; marker: number }): LoadedSet {
  const { key, partId, answers, marker } = of
  const by = mandateOf(world, key)
  const { mixedPublic = false, mainGoal = false, criteria = {}, coherentPublic } = answers
  const asked = mixedPublic && !mainGoal
  return {
    id: fixedId(`gender/${key}/${partId}`),
    part_id: partId,
    person_id: by.personId,
    assessed_by: by.id,
    mixed_public: mixedPublic,
    main_goal: mainGoal,
    sexed_diagnosis: asked ? (criteria.C1 ?? false) : null,
    balanced_participation: asked ? (criteria.C2 ?? false) : null,
    sexed_indicators: asked ? (criteria.C3 ?? false) : null,
    coherent_public: !mixedPublic && !mainGoal ? (coherentPublic ?? false) : null,
    marker,
  }
}

/** Who examines does not take the applicant at its word: one « oui » in three is not shown by the file. Few actions are dedicated. */
function answersOf({ applicant }: MarkedPart, random: Random): GenderAnswers {
  const said = (field: string, share: number): boolean => {
    const drawn = random.chance(share)
    return applicant[field] === 'non' && field !== 'equalityGoal' ? false : drawn
  }
  return {
    mixedPublic: said('mixedPublic', 0.88),
    mainGoal: said('equalityGoal', 0.07),
    criteria: { C1: said('sexedDiagnosis', 0.6), C2: said('balancedParticipation', 0.68), C3: said('sexedIndicators', 0.57) },
    coherentPublic: said('coherentPublic', 0.8),
  }
}

/** Two persons who read the same action differently; some have discussed it since. */
async function differ(world: DemoWorld, year: MarkedYear, parts: readonly MarkedPart[]): Promise<void> {
  const { contractId, db } = world
  const first: GenderAnswers = { mixedPublic: true, mainGoal: true }
  const second: GenderAnswers = { mixedPublic: true, mainGoal: false, criteria: { C1: true, C2: true, C3: false } }
  for (const [rank, { partId }] of parts.entries()) {
    for (const [key, answers] of [
      ['state', first],
      ['lead', second],
    ] as const) {
      const assessments = [{ id: fixedId(`gender/${key}/${partId}`), partId, answers, evidence: '', comment: '' }]
      accomplished(await assessParts(db, mandateOf(world, key), { contractId, assessments }, year.on), 'assess an action')
    }
    if (rank >= year.discussed) continue
    const [lead, state] = [mandateOf(world, 'lead'), mandateOf(world, 'state')]
    const input = {
      ...{ id: fixedId(`gender/discussion/${partId}`), contractId, partId, answers: second, evidence: '' },
      comment: 'L’égalité est un effet attendu de l’action, pas son objet.',
      presentIds: [lead.personId, state.personId],
    }
    accomplished(await recordDiscussion(db, lead, input, year.on), 'record a discussion')
  }
}

/** Three carriers of 2026 were supported since; the target is the usual one. */
async function supportSome(world: DemoWorld): Promise<void> {
  const { contractId, db } = world
  const lead = mandateOf(world, 'lead')
  const on = day('2026-10-08')
  const candidates = await listCandidates(db, lead.scope, { contractId, year: 2026 })
  for (const { organisationId } of candidates.slice(0, 3)) {
    const nature = 'Demi-journée de sensibilisation à l’égalité'
    const input = { id: fixedId(`support/${organisationId}`), contractId, organisationId, year: 2026, nature, doneOn: on }
    accomplished(await recordSupport(db, lead, input, on), 'record a support')
  }
}
