import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#platform/migrate.ts'
import { openPglite } from '#platform/pglite.ts'
import { rootFolder } from '#platform/root-folder.ts'
import { testApp } from '#testing/app.ts'
import { measureBook } from './book.ts'
import { measureCountry } from './country.ts'
import { measureHomes } from './homes.ts'
import type { Measure, PageAim } from './measure.ts'
import { against, exitCode, mediansOf, sentence } from './measure.ts'
import { recording, replay } from './recording.ts'
import { measureServer } from './server.ts'
import { measureSubmission } from './submission.ts'
import { aFullYear } from './world.ts'

const FILES = 300

/** The page as a person asks for it, against its own statements replayed bare in the same run. */
async function pages(folder: string): Promise<Measure[]> {
  const kept = recording(await openPglite({ folder: join(folder, 'pages') }))
  await migrate(kept.database)
  const { world, applicationIds } = await aFullYear(kept.database, FILES)
  await kept.database.run`analyze`
  const { get } = testApp(kept.database, world.mandates.lead)
  const measures: Measure[] = []
  for (const [name, path, aim] of [
    [`Programmation de ${FILES} dossiers`, '/programmation?annee=2027', { times: 3, plus: 15 }],
    [`Analyse de ${FILES} dossiers`, '/programmation/analyse?de=2027&a=2027', { most: 30 }],
    [`Liste de ${FILES} dossiers`, '/dossiers?annee=2027&taille=tout', { times: 3, plus: 15 }],
    ['Un dossier', `/dossiers/${applicationIds[150]}`, { times: 3, plus: 15 }],
  ] as const) {
    measures.push(await pageMeasure(name, async () => read(await get(path), path), kept, aim))
  }
  measures.push(await measureBook(kept.database, world, FILES))
  await kept.database.close()
  return measures
}

async function read(answer: Response, path: string): Promise<void> {
  const html = await answer.text()
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${html.slice(0, 300)}`)
}

async function pageMeasure(name: string, visit: () => Promise<void>, kept: ReturnType<typeof recording>, aim: PageAim): Promise<Measure> {
  await visit()
  kept.statements.length = 0
  await visit()
  const statements = [...kept.statements]
  const [page = 0, bare = 0] = await mediansOf([visit, () => replay(kept.database, statements)])
  return against(name, page, { name: `ses ${statements.length} requêtes SQL, nues`, value: bare }, aim)
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotis-bench-'))
  try {
    const measures = [
      ...(await pages(folder)),
      await measureSubmission(),
      ...(await measureServer(folder)),
      ...(await measureHomes()),
      ...(await measureCountry()),
    ]
    writeFileSync(join(rootFolder(), 'bench/results.json'), `${JSON.stringify(measures, null, 2)}\n`)
    for (const one of measures) console.log(sentence(one))
    return exitCode(measures)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exit(await main())
