import { createHash, type Hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootFolder } from '#platform/root-folder.ts'

/** As bin/build.js: what enters the build. */
const SOURCES = ['src', 'db', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']

/** The same hash as that of a build of these sources (dist/sources.sha256), so that a world kept by the program serves the tests too. */
export function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) addTo(hash, source)
  return hash.digest('hex')
}

function addTo(hash: Hash, path: string): void {
  const full = join(rootFolder(), path)
  if (!existsSync(full) || /\.(test|cases)\.|\.md$/.test(path)) return
  if (!/\.[a-z0-9]+$/i.test(path)) {
    for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`)
    return
  }
  hash.update(path).update('\0').update(readFileSync(full)).update('\0')
}
