// Draws src/platform/kit/icons.svg (one sprite, served with a hashed name) and icons.ts (its names) from lucide-static.
// Run it after adding a name: node tools/draw-icons.js
import { readFileSync, writeFileSync } from 'node:fs'

const NAMES = `arrow-down arrow-left arrow-right arrow-up arrow-up-down bell book-open briefcase building-2 calendar calendar-days
chart-line check chevron-down chevron-right circle circle-check circle-dashed circle-help circle-minus circle-plus circle-x
clipboard-list clock clock-alert coins copy download equal eraser euro external-link eye eye-off file-check file-down file-spreadsheet
file-text file-up files filter flag folder-open gavel git-merge graduation-cap hand-coins handshake heart-handshake history hourglass
house inbox info key-round landmark languages layers layout-dashboard library lightbulb link list-checks list-ordered list-tree lock
lock-open log-in log-out mail map map-pin menu message-circle message-square minus monitor newspaper octagon-alert paperclip pencil
phone plus presentation printer receipt refresh-cw repeat rotate-ccw route save scale school search send settings shield-check
sigma signature split stamp star target trash-2 trending-down trending-up triangle-alert trees undo-2 unlink upload user-plus
user-round users-round venus vote wallet wrench x`.split(/\s+/)

const kit = new URL('../src/platform/kit/', import.meta.url)
const icons = new URL('../node_modules/lucide-static/icons/', import.meta.url)

/** The drawing only: what lies between the opening and closing tags of the Lucide file. */
function symbol(name) {
  const file = readFileSync(new URL(`${name}.svg`, icons), 'utf8')
  const shapes = file
    .replace(/[\s\S]*?<svg[^>]*>/, '')
    .replace('</svg>', '')
    .replace(/\s*\n\s*/g, '')
  return `<symbol id="${name}" viewBox="0 0 24 24" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`
}

const names = [...new Set(NAMES)].sort()
const licence = '<!-- Lucide, ISC licence: see fonts/LUCIDE-ISC.txt -->'
writeFileSync(
  new URL('icons.svg', kit),
  `<svg xmlns="http://www.w3.org/2000/svg"><title>Icônes de Pilotis</title>${licence}\n${names.map(symbol).join('\n')}\n</svg>\n`,
)
const list = names.map((name) => `  '${name}',`).join('\n')
writeFileSync(
  new URL('icons.ts', kit),
  `/** Drawn by tools/draw-icons.js: add a name there, then run it. */\nexport const ICON_NAMES = [\n${list}\n] as const\n\nexport type IconName = (typeof ICON_NAMES)[number]\n`,
)
