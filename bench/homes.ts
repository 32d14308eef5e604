import { Client } from 'pg'
import type { Mandate } from '#access/mandate.ts'
import type { Database } from '#platform/db.ts'
import { type Driver, type Executor, makeDb } from '#platform/db-core.ts'
import { newId } from '#platform/ids.ts'
import { migrate } from '#platform/migrate.ts'
import { openPglite, pgliteExecutor } from '#platform/pglite.ts'
import { openPostgres } from '#platform/postgres.ts'
import { testApp } from '#testing/app.ts'
import { homesWorld } from './homes-world.ts'
import { type Measure, rounded, timed } from './measure.ts'

/** Of server time, for the slowest visit of twenty. */
const AIM_MS = 100
const VISITS = 40
const WARM = 5

interface Recorded {
  database: Database
  statements: { text: string; values: unknown[] }[]
  replay: () => Promise<void>
}

/** Each home, as each function opens it, beside its own statements replayed bare; p95 of forty visits in turn. */
export async function measureHomes(): Promise<Measure[]> {
  const url = process.env['TEST_DATABASE_URL']
  return url ? onPostgres(url) : measured(await embedded(), { actions: 3_000, engine: 'base embarquée' })
}

async function onPostgres(url: string): Promise<Measure[]> {
  const name = `pilotis_bench_${newId().replaceAll('-', '')}`
  await administer(url, `create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const database = await openPostgres(own.href)
  try {
    const executor: Executor = {
      run: async (text, values) => {
        const { rows, rowCount } = await database.pool.query(text, values)
        return { rows, count: rowCount ?? rows.length }
      },
      script: database.script,
    }
    return await measured(recorded(database, { ...executor, hold: database.hold }), { actions: 30_000, engine: 'PostgreSQL' })
  } finally {
    await database.close()
    await administer(url, `drop database ${name}`)
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function embedded(): Promise<Recorded> {
  const database = await openPglite()
  const { pglite } = database
  return recorded(database, { ...pgliteExecutor(pglite), hold: (work) => pglite.transaction((tx) => work(pgliteExecutor(tx))) })
}

/** The same database, which also keeps every statement it is asked. */
function recorded(database: Database, driver: Driver): Recorded {
  const statements: Recorded['statements'] = []
  const kept = (executor: Executor): Executor => ({
    run: (text, values) => {
      statements.push({ text, values })
      return executor.run(text, values)
    },
    script: (text) => executor.script(text),
  })
  const keeping: Driver = { ...kept(driver), hold: (work) => driver.hold((tx) => work(kept(tx))) }
  let toReplay: Recorded['statements'] = []
  return {
    database: { ...database, ...makeDb(keeping) },
    statements,
    replay: async () => {
      if (statements.length > 0) toReplay = statements.splice(0)
      for (const { text, values } of toReplay) await driver.run(text, values)
    },
  }
}

async function measured(kept: Recorded, { actions, engine }: { actions: number; engine: string }): Promise<Measure[]> {
  await migrate(kept.database)
  const { world, roles } = await homesWorld(kept.database, actions)
  const readers: [string, Mandate | undefined, string][] = [
    ['porteur', world.mandates.porteur, '/accueil'],
    ['cheffe de projet', world.mandates.lead, '/accueil'],
    ['instruction de l’État', world.mandates.state, '/accueil'],
    ['signature de l’État', roles.signatory, '/accueil'],
    ['déléguée du préfet', roles.delegate, '/accueil'],
    ['financeur', world.mandates.caf, '/accueil'],
    ['partenaire consulté', roles.ars, '/accueil'],
    ['élue', roles.elected, '/accueil'],
    ['conseil citoyen', roles.council, '/accueil'],
    ['public', undefined, '/'],
    ['liste des bilans manquants', world.mandates.lead, '/suivi'],
  ]
  const measures: Measure[] = []
  for (const [name, reader, path] of readers) {
    const { get } = testApp(kept.database, reader)
    measures.push(await homeMeasure(`Accueil, ${name}, ${actions} actions, ${engine}`, kept, async () => read(await get(path), path)))
  }
  return measures
}

async function homeMeasure(name: string, kept: Recorded, visit: () => Promise<void>): Promise<Measure> {
  const [pages, bares]: [number[], number[]] = [[], []]
  let count = 0
  for (let run = 0; run < WARM + VISITS; run += 1) {
    kept.statements.length = 0
    const page = await timed(visit)
    count = kept.statements.length
    const bare = await timed(kept.replay)
    if (run < WARM) continue
    pages.push(page)
    bares.push(bare)
  }
  const [value, baseline] = [percentile95(pages), percentile95(bares)]
  return {
    name,
    unit: 'ms',
    value: rounded(value),
    baseline: { name: `ses ${count} requêtes SQL, nues`, value: rounded(baseline) },
    ratio: rounded(value / baseline),
    aim: `p95 sous ${AIM_MS} ms`,
    holds: value < AIM_MS,
  }
}

function percentile95(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
}

async function read(answer: Response, path: string): Promise<void> {
  const html = await answer.text()
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${html.slice(0, 300)}`)
}
