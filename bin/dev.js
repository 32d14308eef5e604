#!/usr/bin/env node
// npm run dev: builds again and starts again at each change of the sources, on the same data as npm start.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build } from './build.js'
import { installPackages } from './packages.js'
import { findNode24, launch, root, Stop } from './program.js'

let server
let waiting

await launch(async () => {
  await installPackages()
  await restart()
  for (const folder of ['src', 'db']) watch(join(root, folder), { recursive: true }, soon)
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop().then(() => process.exit(0), resolve))
  })
})

/** An editor writes several files at once: one build for them all. */
function soon() {
  clearTimeout(waiting)
  waiting = setTimeout(restart, 150)
}

async function restart() {
  try {
    await build()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stderr.write(`${error.message}\n`)
    return
  }
  await stop()
  server = spawn(findNode24(), ['dist/server/main.js'], { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'development' } })
}

function stop() {
  if (!server || server.exitCode !== null) return Promise.resolve()
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  return gone
}
