import { expect, test } from 'vitest'
import { z } from 'zod'
import { done, refused } from './result.ts'
import { sql } from './sql.ts'
import { dbTest, freshDatabase } from './test-database.ts'

const Number_ = z.object({ n: z.number() })

test('fragments compose and values never become text', () => {
  const where = sql`name = ${"O'Neil"} and ${sql.join([sql`a = ${1}`, sql`b = ${2}`], ' or ')}`
  expect(sql`select 1 where ${where} limit ${3}`.statement()).toEqual({
    text: 'select 1 where name = $1 and a = $2 or b = $3 limit $4',
    values: ["O'Neil", 1, 2, 3],
  })
  expect(() => sql.identifier('a; drop table x')).toThrow()
})

test('no fragment in a list leaves the given text', () => expect(sql`${sql.join([], ', ', 'null')}`.statement().text).toBe('null'))

dbTest('sums, whole numbers, days and instants cross in one form', async ({ db }) => {
  const row = await db.one(z.object({ sum: z.number(), day: z.string(), at: z.date() }))`
    select sum(x) as sum, '2027-01-14'::date as day, '2027-01-14T09:00:00Z'::timestamptz as at from (values (9007199254740991::bigint)) v(x)`
  expect(row).toEqual({ sum: 9007199254740991, day: '2027-01-14', at: new Date('2027-01-14T09:00:00Z') })
})

dbTest('a row that its schema does not expect is a fault of ours, not of the person who asked', async ({ db }) => {
  const asked = db.one(Number_)`select 'un' as n`
  await expect(asked).rejects.not.toBeInstanceOf(z.ZodError)
  await expect(asked).rejects.toThrow('a row is not what its schema says')
})

test('a refused act leaves nothing, db inside a transaction throws, and a failed one is rolled back', async () => {
  const db = await freshDatabase()
  await db.run`create table thing (n integer)`
  const refusal = await db.transaction(async (tx) => {
    await tx.run`insert into thing values (1)`
    return refused('not-allowed')
  })
  expect(refusal).toEqual({ done: false, reasons: ['not-allowed'] })
  await expect(
    db.transaction(async (tx) => {
      await tx.run`insert into thing values (2)`
      throw new Error('half way')
    }),
  ).rejects.toThrow('half way')
  await expect(db.transaction(() => db.rows(Number_)`select n from thing`)).rejects.toThrow(/take tx/)
  expect(
    await db.transaction(async (tx) => {
      await tx.transaction(async (inner) => {
        await inner.run`insert into thing values (3)`
        return refused('inner')
      })
      await tx.run`insert into thing values (4)`
      return done(true)
    }),
  ).toEqual({ done: true, value: true })
  expect(await db.rows(Number_)`select n from thing`).toEqual([{ n: 4 }])
})

test('a deadlock or a serialisation failure is tried again, another error is not', async () => {
  const db = await freshDatabase()
  let tries = 0
  const answer = await db.transaction(async (tx) => {
    tries += 1
    if (tries < 3) await tx.run`do $$ begin raise exception 'again' using errcode = '40001'; end $$`
    return tries
  })
  expect(answer).toBe(3)
})

dbTest('a statement answers how many rows it touched, or gave', async ({ db }) => {
  await db.run`create table thing (n integer)`
  expect(await db.run`insert into thing values (1), (2)`).toBe(2)
  expect(await db.run`select * from thing`).toBe(2)
  expect(await db.run`update thing set n = 0 where n = 5`).toBe(0)
})

dbTest('one row is one row', async ({ db }) => {
  await expect(db.one(Number_)`select 1 as n where false`).rejects.toThrow(/0 rows/)
  await expect(db.maybe(Number_)`select * from (values (1), (2)) v(n)`).rejects.toThrow(/2 rows/)
  expect(await db.maybe(Number_)`select 1 as n where false`).toBeUndefined()
})

test.runIf(process.env['PILOTIS_TEST_ENGINE'] === 'postgres')(
  'a connection that the database cuts in the middle of an act fails that act, and the program goes on',
  async () => {
    const [db, other] = [await freshDatabase(), await freshDatabase()]
    const taken = Promise.withResolvers<number>()
    const cut = taken.promise.then((pid) => other.run`select pg_terminate_backend(${pid}::int)`)
    const act = db.transaction(async (tx) => {
      const { pid } = await tx.one(z.object({ pid: z.number() }))`select pg_backend_pid() as pid`
      taken.resolve(pid)
      await cut
      await new Promise((resolve) => setTimeout(resolve, 200))
      await tx.run`select 1`
    })
    await expect(act).rejects.toThrow()
    expect(await db.one(Number_)`select 1 as n`).toEqual({ n: 1 })
  },
)
