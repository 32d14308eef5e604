import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { embeddedFolder } from '#platform/data-folder.ts'
import { rootFolder } from '#platform/root-folder.ts'

/**
 * The world of the demonstration, once built, is kept beside the packages under the hash of the sources that made it: the next empty
 * data folder (a start, a journey) is a copy of it, in about a second. It is a cache: without it, or when it cannot be written, the
 * world is built again.
 */
export function restoreDemonstration(dataDir: string): boolean {
  const kept = keptFolder()
  if (!kept || !existsSync(kept)) return false
  mkdirSync(dataDir, { recursive: true })
  for (const name of readdirSync(kept)) cpSync(join(kept, name), join(dataDir, name), { recursive: true })
  return true
}

/** Keeps what was just built in a data folder whose database is closed. Answers whether it could. */
export function keepDemonstration(dataDir: string): boolean {
  const kept = keptFolder()
  if (!kept) return false
  const aside = `${kept}.${process.pid}`
  try {
    mkdirSync(aside, { recursive: true })
    for (const folder of [embeddedFolder(dataDir), join(dataDir, 'files')]) {
      if (existsSync(folder)) cpSync(folder, join(aside, basename(folder)), { recursive: true })
    }
    forgetOthers(kept)
    renameSync(aside, kept)
    return true
  } catch {
    // Packages installed by somebody else, a full disk, another start that kept it first: a cache that is not there costs a few seconds.
    rmSync(aside, { recursive: true, force: true })
    return false
  }
}

/** Worlds made by other sources are never read again. */
function forgetOthers(kept: string): void {
  for (const name of readdirSync(dirname(kept))) {
    const other = join(dirname(kept), name)
    if (/^demonstration-[0-9a-f]{16}$/.test(name) && other !== kept) rmSync(other, { recursive: true, force: true })
  }
}

/** Undefined beside the sources alone: only a build has a hash. */
function keptFolder(): string | undefined {
  const stamp = join(rootFolder(), 'dist/sources.sha256')
  if (!existsSync(stamp)) return undefined
  return join(rootFolder(), 'node_modules/.cache/pilotis', `demonstration-${readFileSync(stamp, 'utf8').trim().slice(0, 16)}`)
}
