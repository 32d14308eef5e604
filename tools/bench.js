// Builds the program and its measures, then runs them. Exits 1 when an aim is missed.
import process from 'node:process'
import { build } from '../bin/build.js'
import { runNode } from '../bin/program.js'

await build()
const bundled = await runNode(['node_modules/vite/bin/vite.js', 'build', '--config', 'bench/vite.config.ts', '--logLevel', 'error'])
process.exitCode = bundled === 0 ? await runNode(['--enable-source-maps', 'dist/bench/main.js']) : bundled
