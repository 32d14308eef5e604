import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { isSiret } from '#platform/identifiers.ts'
import { checkJournal } from '#platform/journal.ts'
import { freshDatabase } from '#platform/test-database.ts'
import { buildDemonstration, FIRST_DAY } from './demo.ts'

type Rows = Record<string, number>
let db: Awaited<ReturnType<typeof freshDatabase>>
const folder = mkdtempSync(join(tmpdir(), 'pilotis-demo-'))
const filesFolder = join(folder, 'files')
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  db = await freshDatabase()
  await buildDemonstration(db, filesFolder)
}, 300_000)

const Numbers = z.record(z.string(), z.number())

test('the demonstration opens on 14 January 2027 and says that it is one', async () => {
  const row = await db.one(z.object({ demonstration: z.boolean(), day: z.string() }))`
    select n.demonstration, d.day from database_nature n, demonstration_day d`
  expect(row).toEqual({ demonstration: true, day: FIRST_DAY })
})

test('the call of 2027 has thirty files: four drafts, twenty-six sent, seven in ten renewed', async () => {
  const row = await db.one(Numbers)`
    select count(*) as files, count(s.application_id) as sent,
      count(*) filter (where exists (select 1 from action_part p where p.application_id = a.id and p.renewed)) as renewed
    from application a join call c on c.id = a.call_id left join submission s on s.application_id = a.id where c.year = 2027`
  expect(row).toEqual<Rows>({ files: 30, sent: 26, renewed: 21 })
})

test('the call of 2026 went to its end: decided, refused, reduced, given up, bound, paid in part, accounted for in part', async () => {
  const row = await db.one(Numbers)`
    with decided as (select w.id, w.paid_cents, sum(d.amount_cents) as cents from award w join decision d on d.award_id = w.id group by w.id)
    select (select count(*) from submission s join call c on c.id = s.call_id where c.year = 2026) as sent,
      (select count(*) from decided where cents > 0) as granted, (select count(*) from decided where cents = 0) as "atZero",
      (select count(*) from notification) as told, (select count(*) from beneficiary_answer where kind = 'reduced') as reduced,
      (select count(*) from beneficiary_answer where kind = 'given-up') as "givenUp", (select count(*) from obligation) as bound,
      (select count(*) from decided where paid_cents = cents and cents > 0) as "paidWhole", (select count(*) from payment) as payments,
      (select count(*) from report_deposit) as reports, (select count(*) from deposit_override) as exceptions`
  expect(row['sent']).toBe(25)
  expect(row['granted']).toBe(row['bound'])
  expect(row['told']).toBe((row['granted'] ?? 0) + (row['atZero'] ?? 0))
  expect(row).toMatchObject({ reduced: 1, givenUp: 1, reports: 19, exceptions: 1 })
  expect(row['payments']).toBe((row['bound'] ?? 0) - 5)
  expect(row['paidWhole']).toBeLessThan(row['payments'] ?? 0)
})

test('the instruction of 2027 is under way: pieces awaited and late, opinions given and late, twenty items on the agenda', async () => {
  const row = await db.one(Numbers)`
    select (select count(*) from meeting_item i join meeting m on m.id = i.meeting_id where m.held_on = '2027-03-11') as agenda,
      (select count(*) from piece_request r where r.due_on > ${FIRST_DAY} and not exists (select 1 from piece_answer a where a.piece_request_id = r.id)) as awaited,
      (select count(*) from opinion_request r where r.asked_on > '2026-12-01' and r.due_on < ${FIRST_DAY}
        and not exists (select 1 from opinion o where o.opinion_request_id = r.id)) as late,
      (select count(*) from opinion o where o.given_on > '2026-12-01') as given,
      (select count(*) from mandate_claim c where not exists (select 1 from mandate_claim_decision d where d.claim_id = c.id)) as claims`
  expect(row).toMatchObject({ agenda: 20, claims: 1 })
  expect(row['awaited']).toBeGreaterThan(0)
  expect(row['late']).toBeGreaterThan(5)
  expect(row['given']).toBeGreaterThan(20)
})

test('no envelope is overspent, and what it keeps is the sum of its decisions', async () => {
  const rows = await db.rows(Numbers)`
    select e.amount_cents as amount, e.decided_cents as kept, coalesce(sum(d.amount_cents), 0) as decided
    from envelope e left join award w on w.envelope_id = e.id left join decision d on d.award_id = w.id group by e.id`
  expect(rows).toHaveLength(8)
  expect(rows.every(({ amount, kept, decided }) => kept === decided && (kept ?? 0) <= (amount ?? 0))).toBe(true)
})

test('every organisation is fictitious and marked so, every address belongs to nobody, and no letter is lost', async () => {
  const organisations = await db.rows(z.object({ siret: z.string(), fictitious: z.boolean() }))`select siret, fictitious from organisation`
  expect(organisations.filter(({ siret, fictitious }) => !fictitious || !siret.startsWith('000') || !isSiret(siret))).toEqual([])
  const emails = await db.rows(z.object({ email: z.string() }))`select email from person union select recipient from mail`
  expect(emails.filter(({ email }) => !email.endsWith('@pilotis.example'))).toEqual([])
  const files = await db.rows(z.object({ hash: z.string() }))`select distinct hash from stored_file`
  expect(files.filter(({ hash }) => !existsSync(join(filesFolder, hash.slice(0, 2), hash.slice(2, 4), hash)))).toEqual([])
  expect(readdirSync(join(filesFolder, 'incoming'))).toEqual([])
})

test('the journal of the demonstration is sealed and holds, and no receipt is missing', async () => {
  expect(await checkJournal(db)).toEqual([])
  const row = await db.one(Numbers)`
    select (select count(*) from journal) - (select count(*) from journal_seal) as unsealed,
      (select count(*) from submission where receipt_file_id is null) as "withoutReceipt"`
  expect(row).toEqual<Rows>({ unsealed: 0, withoutReceipt: 0 })
})
