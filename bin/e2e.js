#!/usr/bin/env node
// npm run e2e: the browser journeys, on the program as it is built.
import process from 'node:process'
import { journeys } from './journeys.js'
import { installPackages } from './packages.js'
import { launch } from './program.js'

await launch(async () => {
  await installPackages()
  return journeys(process.argv.slice(2))
})
