import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { embeddedFolder } from '#platform/data-folder.ts'
import { rootFolder } from '#platform/root-folder.ts'

/**
 * The world of the demonstration, once built, is kept beside the packages under the hash of the sources that made it: the next empty
 * data folder (a start, a journey) is a copy of it, in about a second. It is a cache: without it, or when it cannot be written, the
 * world is built again.
 */
export function restoreDemonstration(dataDir: string, kept = keptFolder()): boolean {
  if (!kept || !existsSync(kept)) return false
  mkdirSync(dataDir, { recursive: true })
  for (const name of readdirSync(kept)) cpSync(join(kept, name), join(dataDir, name), { recursive: true })
  return true
}

/** Keeps what was just built in a data folder whose database is closed. Answers whether it could. */
export function keepDemonstration(dataDir: string, kept = keptFolder()): boolean {
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

const KEPT = 3

/** Worlds made by other sources: the latest are left, since somebody else may work on them beside us. */
function forgetOthers(kept: string): void {
  const folder = dirname(kept)
  const others = readdirSync(folder)
    .filter((name) => /^demonstration-[0-9a-f]{16}$/.test(name) && join(folder, name) !== kept)
    .map((name) => ({ path: join(folder, name), madeAt: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.madeAt - a.madeAt)
  for (const { path } of others.slice(KEPT - 1)) rmSync(path, { recursive: true, force: true })
}

/** Undefined beside the sources alone: only a build has a hash. */
function keptFolder(): string | undefined {
  const stamp = join(rootFolder(), 'dist/sources.sha256')
  return existsSync(stamp) ? keptFolderOf(readFileSync(stamp, 'utf8').trim()) : undefined
}

/** Where the world made by sources of this hash is kept. */
export function keptFolderOf(sources: string): string {
  return join(rootFolder(), 'node_modules/.cache/pilotis', `demonstration-${sources.slice(0, 16)}`)
}
