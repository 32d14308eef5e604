#!/usr/bin/env node
// npx pilotis …: one command, where the person stands; what it prints goes nowhere else than the command's own output.
import { join } from 'node:path'
import process from 'node:process'
import { build } from './build.js'
import { installPackages } from './packages.js'
import { launch, root, runNode } from './program.js'

await launch(async () => {
  await installPackages()
  await build()
  return runNode([join(root, 'dist/server/cli.js'), ...process.argv.slice(2)], { cwd: process.cwd() })
})
