import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { z } from 'zod'
import { listMandates } from '#access/mandate.ts'
import { submitApplication } from '#calls/submission-acts.ts'
import { openDatabase } from '#platform/database.ts'
import { holdDatabase } from '#platform/database-hold.ts'
import { readEnvironment } from '#platform/environment.ts'
import { TODAY } from '#testing/world.ts'

/**
 * Sends the drafts it is given, several at once, until it is killed. One line on the output for each event:
 * `try ID`, then `ack ID` written only once the act has answered.
 */
const Plan = z.object({ personId: z.string(), draftIds: z.array(z.string()), atOnce: z.number() })

flushCompileCache() // a process that is killed never comes to writing it
const environment = readEnvironment(process.env)
const { personId, draftIds, atOnce } = Plan.parse(JSON.parse(process.env['PLAN'] ?? ''))
// No file descriptor of our own is buffered: what is written here is read by the parent even after a kill.
const say = (line: string): void => void writeSync(1, `${line}\n`)

if (!environment.databaseUrl && !(await holdDatabase(environment.dataDir))) throw new Error('the data folder is held by another process')
const database = await openDatabase(environment)
const [mandate] = await listMandates(database, personId, TODAY)
if (!mandate) throw new Error('no mandate')
const left = draftIds[Symbol.iterator]()
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (const id of left) {
      say(`try ${id}`)
      const result = await submitApplication(database, mandate, { applicationId: id }, TODAY)
      if (!result.done) throw new Error(`refused: ${result.reasons.join()}`)
      say(`ack ${id} ${result.value.number}`)
    }
  }),
)
