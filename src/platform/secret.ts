import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from './db-core.ts'
import type { Environment } from './environment.ts'
import { Refusal } from './errors.ts'

/**
 * The secret that signs sessions: SECRET, else the one kept in DATA_DIR/secret, made at the first start.
 * Written aside then linked, so that neither an interruption nor two starts at once leave a part of one or two of them.
 */
export function readSecret(environment: Pick<Environment, 'secret' | 'dataDir'>): string {
  if (environment.secret) return environment.secret
  const path = join(environment.dataDir, 'secret')
  const kept = readKept(path)
  if (kept) return kept
  mkdirSync(environment.dataDir, { recursive: true })
  const aside = `${path}.${process.pid}`
  writeFileSync(aside, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(aside, path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error // another instance made it meanwhile: that one is read
  } finally {
    rmSync(aside)
  }
  return readKept(path) ?? ''
}

function readKept(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8').trim()
    if (text.length >= 32) return text
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
  throw new Refusal(
    `Le fichier ${path} ne contient plus le secret de Pilotis\u00A0: rétablissez-le depuis une sauvegarde, ou supprimez-le (chacun devra se reconnecter).`,
  )
}
