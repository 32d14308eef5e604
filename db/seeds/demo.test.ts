import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { listMandates } from '#access/mandate.ts'
import { readDauphinFile } from '#calls/dauphin.import.ts'
import { importDauphin } from '#calls/dauphin-acts.ts'
import { checkEverything } from '#overview/check-commands.ts'
import { isSiret } from '#platform/identifiers.ts'
import { type DemonstrationCopy, demonstrationCopy } from '#testing/demonstration-copy.ts'
import { FIRST_DAY } from './demo.ts'
import { callIdOf } from './demo-calls.ts'
import { SECOND_SESSION } from './demo-files.data.ts'
import { planProgrammes } from './programme/year-plan.ts'

type Rows = Record<string, number>
let world: DemonstrationCopy

beforeAll(async () => {
  world = await demonstrationCopy()
}, 300_000)

const Numbers = z.record(z.string(), z.number())
const near = (value: number | undefined, wanted: number, by: number): void => {
  expect(Math.abs((value ?? 0) - wanted), `${value} is not within ${by} of ${wanted}`).toBeLessThanOrEqual(by)
}

test('the demonstration opens on 9 March 2027, two days before its committee, and says that it is one', async () => {
  const row = await world.db.one(z.object({ demonstration: z.boolean(), day: z.string(), committee: z.string() }))`
    select n.demonstration, d.day, (select min(m.held_on) from meeting m where m.held_on >= d.day) as committee from database_nature n, demonstration_day d`
  expect(row).toEqual({ demonstration: true, day: FIRST_DAY, committee: '2027-03-11' })
})

test('each of the three years has 300 files sent, seven in ten renewed, 8 % refused at the door, 4 % taken back', async () => {
  const rows = await world.db.rows(Numbers)`
    select c.year, count(*) as sent, count(*) filter (where exists (select 1 from action_part p where p.application_id = a.id and p.renewed)) as renewed,
      count(*) filter (where exists (select 1 from application_withdrawal w where w.application_id = a.id)) as withdrawn,
      count(*) filter (where exists (select 1 from completeness k where k.application_id = a.id and not k.complete)) as inadmissible
    from application a join call c on c.id = a.call_id join submission s on s.application_id = a.id group by c.year order by c.year`
  for (const row of rows) {
    expect(row).toMatchObject({ sent: 300, withdrawn: 12 })
    near(row['renewed'], 210, 30)
    near(row['inadmissible'], 24, 3)
  }
  expect(rows.map(({ year }) => year)).toEqual([2025, 2026, 2027])
})

test('associations carry 55 to 60 % of the files, communes and their social centres 30 to 35 %, within three points', async () => {
  const row = await world.db.one(Numbers)`
    select 100.0 * count(*) filter (where o.legal_form = 'association') / count(*) as associations,
      100.0 * count(*) filter (where o.legal_form in ('commune', 'ccas')) / count(*) as communes
    from application a join submission s on s.application_id = a.id join organisation o on o.id = a.organisation_id`
  near(row['associations'], 57.5, 5.5)
  near(row['communes'], 32.5, 5.5)
})

/** By the year: an adulte-relais, a FONJEP post. */
const POSTS = [22_555.73, 7_164]

test('the State gives about 2.4 M€ a year, 72 % to cohesion, 22 % to employment, 6 % to the setting, in steps of 500 € but for its posts', async () => {
  for (const year of [2025, 2026]) {
    const rows = await world.db.rows(z.object({ pillar: z.string(), cents: z.number() }))`
      select left(p.theme_code, 1) as pillar, sum(d.amount_cents) as cents
      from award w join envelope e on e.id = w.envelope_id join action_part p on p.id = w.part_id join decision d on d.award_id = w.id and d.act_id is not null
      where w.year = ${year} and e.code = 'P147-01' group by w.id, p.theme_code`
    const total = rows.reduce((sum, { cents }) => sum + cents, 0)
    near(total, 240_000_000, 5_000_000)
    for (const [pillar, share] of Object.entries({ 1: 72, 2: 22, 3: 6 })) {
      near((100 * rows.filter((row) => row.pillar === pillar).reduce((sum, { cents }) => sum + cents, 0)) / total, share, 2.5)
    }
    const given = rows.filter(({ cents }) => cents > 0).map(({ cents }) => cents / 100)
    const own = given.filter((euros) => !POSTS.includes(euros))
    expect(own.filter((euros) => euros % 500 !== 0)).toEqual([])
    const quantile = (share: number): number => own.toSorted((a, b) => a - b)[Math.floor(own.length * share)] ?? 0
    near(quantile(0.25), 3_000, 500)
    near(quantile(0.5), 6_000, 1_000)
    near(quantile(0.75), 13_000, 1_500)
    near(quantile(0.9), 28_000, 3_000)
    expect(POSTS.map((price) => given.filter((euros) => euros === price).length)).toEqual([11, 4])
  }
})

test('communes give about 1.9 M€ together, each from its own envelope, and the others from 0.15 to 0.4 M€ each', async () => {
  const rows = await world.db.rows(z.object({ year: z.number(), account: z.string(), name: z.string(), cents: z.number() }))`
    select e.year, f.budget_account as account, f.short_name as name, sum(e.decided_cents) as cents
    from envelope e join contract_funder f on f.organisation_id = e.funder_id and f.contract_id = e.contract_id
    where e.year < 2027 and f.budget_account <> '74etat' group by e.year, f.budget_account, f.short_name`
  for (const year of [2025, 2026]) {
    const ofYear = rows.filter((row) => row.year === year)
    near(
      ofYear.filter(({ account }) => account === '74com').reduce((sum, { cents }) => sum + cents, 0),
      190_000_000,
      8_000_000,
    )
    expect(ofYear.filter(({ account, cents }) => account === '74com' && cents > 0).length).toBeGreaterThanOrEqual(7)
    const others = ofYear.filter(({ account }) => account !== '74com')
    expect(others).toHaveLength(4)
    expect(others.filter(({ cents }) => cents < 15_000_000 || cents > 40_000_000)).toEqual([])
  }
})

test('1.6 times what is awarded is asked, two funders give on average, one file in seven is refused', async () => {
  for (const year of [2025, 2026]) {
    const row = await world.db.one(Numbers)`
      with decided as (select w.part_id, w.id, sum(d.amount_cents) as cents from award w join decision d on d.award_id = w.id and d.act_id is not null where w.year = ${year} group by w.part_id, w.id),
        part as (select part_id, sum(cents) as cents, count(*) filter (where cents > 0) as funders from decided group by part_id)
      select (select sum(r.asked_cents) from request r join action_part p on p.id = r.part_id where p.year = ${year}) as asked,
        sum(cents) as awarded, count(*) filter (where cents = 0) as refused, avg(funders) filter (where cents > 0) as funders from part`
    near((row['asked'] ?? 0) / (row['awarded'] ?? 1), 1.6, 0.08)
    near(row['funders'], 2, 0.15)
    near(row['refused'], 42, 4)
  }
})

test('one file in twelve reaches several communes', async () => {
  const row = await world.db.one(Numbers)`
    select 100.0 * count(*) filter (where communes > 1) / count(*) as share from (
      select p.id, count(distinct c.commune_code) as communes from action_part p join part_territory t on t.part_id = p.id
      join lateral (select min(commune_code) as commune_code from qpv_commune q where q.qpv_id = t.qpv_id) c on true group by p.id) of_part`
  near(row['share'], 8, 3)
})

test('the dirt of a year is there: a cut envelope, nine late accounts, forty late opinions, an action given up, an interest, a partner twice', async () => {
  const row = await world.db.one(Numbers)`
    select (select count(*) from envelope_revision r join envelope e on e.id = r.envelope_id where r.revised_on between '2026-04-01' and '2026-04-30') as cut,
      (select count(*) from opinion o join opinion_request r on r.id = o.opinion_request_id where o.email_id is not null and o.given_on > r.due_on) as "lateOpinions",
      (select count(*) from beneficiary_answer where kind = 'given-up' and answered_on between '2026-06-01' and '2026-06-30') as "givenUp",
      (select count(*) from declared_interest) as interests,
      (select count(*) from organisation where upper(name) like 'GOHELLE%HABITAT%') as spellings,
      (select count(*) from (select distinct w.action_id from award w join decision d on d.award_id = w.id where w.year = 2025 group by w.id, w.action_id having sum(d.amount_cents) > 0) a
        where not exists (select 1 from report r join report_deposit h on h.report_id = r.id where r.action_id = a.action_id and r.year = 2025 and r.kind = 'final')) as "lateAccounts"`
  expect(row).toEqual<Rows>({ cut: 1, lateOpinions: 40, givenUp: 1, interests: 1, spellings: 2, lateAccounts: 9 })
})

test('what is generated is what the plan says, in any process: the same titles, the same amounts', async () => {
  const rows = await world.db.rows(z.object({ year: z.number(), title: z.string(), siret: z.string(), asked: z.number() }))`
    select p.year, p.title, o.siret, coalesce(sum(r.asked_cents), 0) as asked from action_part p
    join organisation o on o.id = p.organisation_id join request r on r.part_id = p.id group by p.id, o.siret`
  const facts = new Set(rows.map(({ year, title, siret, asked }) => `${year} ${siret} ${title} ${asked}`))
  const planned = [...planProgrammes().values()].flat().map(({ year, action, asked }) => {
    const total = Object.values(asked).reduce((sum, euros) => sum + euros * 100, 0)
    return `${year} ${action.carrier.siret} ${action.title} ${total}`
  })
  expect(new Set(planned).size).toBe(849)
  expect(planned.filter((fact) => !facts.has(fact))).toEqual([])
})

test('every organisation is fictitious and marked so, every address belongs to nobody, and no file is lost', async () => {
  const organisations = await world.db.rows(z.object({ siret: z.string(), fictitious: z.boolean() }))`
    select o.siret, o.fictitious from organisation o where exists (select 1 from mandate m where m.organisation_id = o.id)`
  expect(organisations.filter(({ siret, fictitious }) => !fictitious || !siret.startsWith('000') || !isSiret(siret))).toEqual([])
  const emails = await world.db.rows(z.object({ email: z.string() }))`select email from person union select recipient from mail`
  expect(emails.filter(({ email }) => !email.endsWith('.example'))).toEqual([])
  const files = await world.db.rows(z.object({ hash: z.string() }))`select distinct hash from stored_file`
  expect(files.filter(({ hash }) => !existsSync(join(world.filesFolder, hash.slice(0, 2), hash.slice(2, 4), hash)))).toEqual([])
  expect(readdirSync(join(world.filesFolder, 'incoming'))).toEqual([])
})

test('npx pilotis check finds nothing wrong in it: sums, numbers, reading rights, journal and files', async () => {
  expect(await checkEverything(world.db, world.filesFolder, { reread: false })).toEqual([])
})

test('the export of 300 lines enters the second session: 294 lines are new, six are refused, each for its reason', async () => {
  const { id } = await world.db.one(z.object({ id: z.string() }))`select person_id as id from mandate where function = 'project-lead'`
  const [lead] = await listMandates(world.db, id, FIRST_DAY)
  if (!lead) throw new Error('the demonstration has a project lead')
  const read = await readDauphinFile(readFileSync(new URL('./samples/dauphin-300.csv', import.meta.url)))
  if (!read.done) throw new Error(read.reasons.join())
  const input = { callId: callIdOf({ code: SECOND_SESSION }), fileName: 'dauphin-300.csv', rows: read.value }
  const result = await importDauphin(world.db, lead, input, FIRST_DAY)
  if (!result.done) throw new Error(result.reasons.join())
  expect(result.value.counts).toMatchObject({ read: 300, new: 294, refused: 6 })
  expect(result.value.lines.filter(({ line }) => line.funderId === null)).toEqual([])
})
