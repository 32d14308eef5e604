#!/usr/bin/env node
// node bin/run.js <tool> args…: runs a tool of node_modules/.bin, or a script of the project, under Node 24.
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { installPackages } from './packages.js'
import { launch, root, runNode, Stop } from './program.js'

await launch(async () => {
  await installPackages()
  const [tool = '', ...args] = process.argv.slice(2)
  const script = [join(root, 'node_modules', '.bin', tool), join(root, tool)].find((path) => tool !== '' && existsSync(path))
  if (!script) throw new Stop(`Outil inconnu : ${tool}. Usage : node bin/run.js <outil ou script> …`)
  return runNode([realpathSync(script), ...args])
})
