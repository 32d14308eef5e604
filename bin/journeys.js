import { join } from 'node:path'
import { prepareBrowser } from './browser.js'
import { build } from './build.js'
import { root, runNode } from './program.js'

/** Builds, finds a browser, and runs Playwright; answers its exit code. */
export async function journeys(args, env = {}) {
  await build()
  const browser = await prepareBrowser()
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  return runNode([playwright, 'test', ...args], { env: { ...browser, ...env } })
}
