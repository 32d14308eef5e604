import { existsSync, mkdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './errors.ts'

const MEGABYTE = 1024 * 1024
/** A new embedded database takes about 60 MB with the demonstration; an existing one needs room to write its journal. */
const ROOM_NEW = 200 * MEGABYTE
const ROOM_EXISTING = 50 * MEGABYTE

/** Where the embedded database is kept inside the data folder. */
export function embeddedFolder(dataDir: string): string {
  return join(dataDir, 'pglite')
}

/**
 * Makes the data folder if need be, and refuses to start without room: PostgreSQL that runs out of disk
 * in the middle of a write stops at once, and a start that fails half-way is what must not happen.
 */
export function prepareDataFolder(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true })
  const needed = existsSync(embeddedFolder(dataDir)) ? ROOM_EXISTING : ROOM_NEW
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  if (free >= needed) return
  const [left, wanted] = [free, needed].map((bytes) => Math.floor(bytes / MEGABYTE))
  throw new Refusal(
    `Le disque est presque plein\u00A0: il reste ${left}\u00A0Mo pour ${dataDir}, il en faut au moins ${wanted}. Faites de la place, puis relancez\u202F; rien n’a été modifié.`,
  )
}
