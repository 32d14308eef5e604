#!/usr/bin/env node
// npm start: sets everything up, then runs the program.
import { build } from './build.js'
import { installPackages } from './packages.js'
import { launch, runNode } from './program.js'

await launch(async () => {
  await installPackages()
  await build()
  return runNode(['dist/server/main.js', ...process.argv.slice(2)])
})
