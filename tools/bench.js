// Builds the program and its measures, then runs them. Exits 1 when an aim is missed.
import { spawnSync } from 'node:child_process'

const run = (...words) => {
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

run('node_modules/vite/bin/vite.js', 'build', '--app')
run('node_modules/vite/bin/vite.js', 'build', '--config', 'bench/vite.config.ts')
run('--enable-source-maps', 'dist/bench/main.js')
