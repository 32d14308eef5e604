import { inspect } from 'node:util'
import { Refusal } from './errors.ts'
import { explainFailure } from './start-failure.ts'

/** Runs the work of this process, then ends it with its exit code: a refusal is its sentence, a bug its stack. */
export async function endProcess(work: () => Promise<number>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', leaveWhenNobodyReads)
  const code = await attempt(work).catch((error: unknown) => {
    const explained = explainFailure(error, process.env['DATA_DIR'] || './data')
    process.stderr.write(explained instanceof Refusal ? `${explained.message}\n` : `${inspect(explained)}\n`)
    return 1
  })
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((resolve) => stream.write('', resolve))))
  process.exit(code)
}

/** A refusal may come before the first promise. */
async function attempt(work: () => Promise<number>): Promise<number> {
  return work()
}

/** `npx pilotis export … | head`: who read our output left, and that is no failure. */
function leaveWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
}
