import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { root, runNode, Stop } from './program.js'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * The browser of the journeys: that of CHROMIUM_PATH, one of the machine, else Playwright's own, fetched once.
 * Answers what the journeys must find in their environment.
 */
export async function prepareBrowser() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen && !existsSync(chosen)) throw new Stop(`CHROMIUM_PATH désigne un fichier absent : ${chosen}.`)
  const found = chosen ?? findInstalled()
  if (found) return { CHROMIUM_PATH: found }
  process.stderr.write('Aucun Chromium ni Chrome sur cette machine : téléchargement de celui de Playwright…\n')
  const code = await runNode([join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'])
  if (code !== 0) {
    throw new Stop(
      'Aucun navigateur pour les parcours : installez Chromium (par exemple « apt install chromium »), ou indiquez le vôtre par CHROMIUM_PATH.',
    )
  }
  return {}
}

function findInstalled() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...candidates, ...PLACES].find((path) => existsSync(path))
}
