import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root, run, Stop } from './program.js'

/** Installs the packages of the committed lock, unless they are there already. */
export async function installPackages() {
  if (!packagesInstalled()) {
    process.stderr.write('Installation des paquets (une fois, quelques minutes au plus)…\n')
    const code = await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'])
    if (code !== 0) throw new Stop('L’installation des paquets a échoué (voir ci-dessus) : vérifiez l’accès au réseau, puis relancez.')
  }
  linkCommand()
}

/**
 * npm writes node_modules/.package-lock.json when an installation is complete: it is compared with the committed
 * lock, so that an interrupted installation or a lock that moved is seen, and a developer's own `npm ci` is kept.
 */
function packagesInstalled() {
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'))
  const wanted = readLock(join(root, 'package-lock.json'))
  if (!installed) return false
  return Object.entries(wanted).every(([path, { version, optional, integrity }]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return optional === true
    return found.version === version && found.integrity === integrity && existsSync(join(root, path))
  })
}

function readLock(path) {
  if (!existsSync(path)) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The npm that runs us if there is one, else the one on the path. */
function npm(args) {
  const path = process.env.npm_execpath
  if (path?.endsWith('npm-cli.js')) return run(process.execPath, [path, ...args], { quiet: true })
  if (process.platform === 'win32') return run('cmd.exe', ['/d', '/s', '/c', 'npm.cmd', ...args], { quiet: true })
  return run('npm', args, { quiet: true })
}

/** `npx pilotis` finds a local command first: npm links those of the packages, never that of the project itself. */
function linkCommand() {
  const link = join(root, 'node_modules', '.bin', 'pilotis')
  if (process.platform === 'win32' || existsSync(link)) return
  chmodSync(join(root, 'bin', 'pilotis.js'), 0o755)
  try {
    symlinkSync('../../bin/pilotis.js', link)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error // another launcher made it meanwhile
  }
}
