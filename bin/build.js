import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root, runNode, Stop } from './program.js'

const SOURCES = ['src', 'db', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']

/** Builds the server and the islands with Vite, unless the last build was made from the same sources. */
export async function build() {
  const stamp = join(root, 'dist', 'sources.sha256')
  const sources = hashSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  rmSync(stamp, { force: true }) // an interrupted build must not pass for a finished one
  process.stderr.write('Construction du programme…\n')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const code = await runNode([vite, 'build', '--app', '--logLevel', 'warn'], { quiet: true })
  if (code !== 0) throw new Stop('La construction du programme a échoué (voir ci-dessus).')
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, sources)
}

function hashSources() {
  const hash = createHash('sha256')
  for (const source of SOURCES) addTo(hash, source)
  return hash.digest('hex')
}

/** Tests and documentation do not enter the build. */
function addTo(hash, path) {
  const full = join(root, path)
  if (!existsSync(full)) return
  if (/\.(test|cases)\.|\.md$/.test(path)) return
  if (!/\.[a-z0-9]+$/i.test(path)) {
    for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`)
    return
  }
  hash.update(path).update('\0').update(readFileSync(full)).update('\0')
}
