import { submissionPaths } from '#calls/submission-paths.ts'
import { migrate } from '#platform/migrate.ts'
import { openPglite, type PgliteDatabase, pgliteExecutor } from '#platform/pglite.ts'
import { testApp } from '#testing/app.ts'
import { completeDraft } from '#testing/draft.ts'
import { copyDraft } from '#testing/draft-copies.ts'
import { against, type Measure, mediansOf, RUNS, WARM_UPS } from './measure.ts'
import { recording, type Statement } from './recording.ts'

/**
 * A complete draft sent by its form, over and over, against its own statements run bare on a second database that holds the
 * same drafts: a submission is made once, so it cannot be replayed where it was made.
 */
export async function measureSubmission(): Promise<Measure> {
  const kept = recording(await openPglite())
  await migrate(kept.database)
  const { by, id } = await completeDraft(kept.database)
  const draftIds = await copyDraft(kept.database, id, WARM_UPS + RUNS)
  await kept.database.run`analyze`
  const twin = await openPglite({ dump: await kept.database.pglite.dumpDataDir('none') })
  const { post } = testApp(kept.database, by)
  let sent: Statement[] = []
  const submit = async (run: number): Promise<void> => {
    kept.statements.length = 0
    const answer = await post(submissionPaths.submission(draftIds[run] ?? ''))
    if (answer.status !== 303) throw new Error(`submission: ${answer.status} ${(await answer.text()).slice(0, 2000)}`)
    sent = [...kept.statements]
  }
  const [value = 0, bare = 0] = await mediansOf([submit, () => replayWhole(twin, sent)])
  await kept.database.close()
  await twin.close()
  return against(
    'Dépôt d’une demande complète',
    value,
    { name: `ses ${sent.length} requêtes SQL, nues`, value: bare },
    { times: 3, plus: 15 },
  )
}

/** In one transaction: a commit each would make the baseline slower than the act. */
async function replayWhole({ pglite }: PgliteDatabase, statements: readonly Statement[]): Promise<void> {
  await pglite.transaction(async (tx) => {
    const { run } = pgliteExecutor(tx)
    for (const { text, values } of statements) await run(text, values)
  })
}
