import { Client } from 'pg'
import { z } from 'zod'
import { AXIS_PAIRS, type Axis } from '#funding/analysis-axes.ts'
import { countryFacts } from '#funding/analysis-country-store.ts'
import { analyse, type Cube } from '#funding/analysis-cube.ts'
import { migrate } from '#platform/migrate.ts'
import { openPostgres, type PostgresDatabase } from '#platform/postgres.ts'
import { COUNTRY, COUNTRY_STATEMENTS } from './country-world.ts'
import { type Measure, middle, rounded, timed, under } from './measure.ts'

const RUNS = 3
const MOST_MS = 400

/** The whole country by any two axes, on a PostgreSQL of its own, made and dropped here. Without TEST_DATABASE_URL it is left out, and says so. */
export async function measureCountry(): Promise<Measure[]> {
  const url = process.env['TEST_DATABASE_URL']
  if (!url) {
    console.log('non mesuré  Le pays (300 000 actions, 1 000 000 de subventions)\u00A0: donnez TEST_DATABASE_URL, un PostgreSQL de mesure.')
    return []
  }
  const name = `pilotis_bench_${process.pid}`
  await onServer(url, `create database ${name}`)
  try {
    const own = new URL(url)
    own.pathname = `/${name}`
    const db = await openPostgres(own.href)
    try {
      return await measured(db)
    } finally {
      await db.close()
    }
  } finally {
    await onServer(url, `drop database ${name}`)
  }
}

async function measured(db: PostgresDatabase): Promise<Measure[]> {
  await migrate(db)
  const client = await db.pool.connect()
  const making = await timed(async () => {
    for (const statement of COUNTRY_STATEMENTS) await client.query(statement)
    await client.query('analyze')
  })
  client.release()
  console.log(`le pays\u00A0: ${COUNTRY.actions} actions et ${COUNTRY.awards} subventions faites en ${rounded(making / 1000)} s.`)
  const first = await timed(() => countryFacts(db))
  console.log(`le pays\u00A0: premier chargement en ${rounded(first / 1000)} s, une fois par processus.`)
  const { facts, names } = await countryFacts(db)
  const pairs: { pair: readonly [Axis, Axis]; value: number; cube: Cube }[] = []
  for (const pair of AXIS_PAIRS) {
    const times: number[] = []
    let cube = analyse(facts, names, { a: pair[0], b: pair[1], stage: 'decided' })
    for (let run = 0; run < RUNS; run += 1) {
      times.push(
        await timed(async () => {
          const now = await countryFacts(db)
          cube = analyse(now.facts, now.names, { a: pair[0], b: pair[1], stage: 'decided' })
        }),
      )
    }
    pairs.push({ pair, value: middle(times), cube })
  }
  const [worst] = pairs.toSorted((x, y) => y.value - x.value)
  if (!worst) throw new Error('no pair')
  console.log(`le pays\u00A0: la paire la plus lente est ${worst.pair.join(' × ')} (${worst.cube.cells.length} cases).`)
  const bare = await bareSql(db, pairs)
  const measure = under('Le pays par deux axes, la plus lente des 28 paires', 'ms', worst.value, MOST_MS)
  return [
    { ...measure, baseline: { name: 'son SQL nu, territoire × orientation', value: rounded(bare) }, ratio: rounded(worst.value / bare) },
  ]
}

const Bare = z.object({ cells: z.number(), actions: z.number(), decided: z.number() })

/** The same figures by one statement on the base tables; they must be the same to the cent, or the measure means nothing. */
async function bareSql(db: PostgresDatabase, pairs: readonly { pair: readonly [Axis, Axis]; cube: Cube }[]): Promise<number> {
  let found = { cells: 0, actions: 0, decided: 0 }
  const time = await timed(async () => {
    found = await db.one(Bare)`
      with fact as (
        select t.qpv_id, p.orientation_id, p.action_id, p.organisation_id, w.id as award_id, sum(t.amount_cents) as cents
        from award w join action_part p on p.id = w.part_id join award_territory t on t.award_id = w.id
        group by t.qpv_id, p.orientation_id, p.action_id, p.organisation_id, w.id),
      cell as (select qpv_id, orientation_id, count(distinct action_id) as actions, count(distinct organisation_id) as organisations, sum(cents) as cents
        from fact group by qpv_id, orientation_id)
      select count(*) as cells, (select count(distinct action_id) from fact) as actions, sum(cents) as decided from cell`
  })
  const cube = pairs.find(({ pair }) => pair[0] === 'territory' && pair[1] === 'orientation')?.cube
  const kept = { cells: cube?.cells.length, actions: cube?.total.actions, decided: cube?.total.decided }
  if (JSON.stringify(kept) !== JSON.stringify(found))
    throw new Error(`not the same figures: ${JSON.stringify(kept)}, ${JSON.stringify(found)}`)
  return time
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
