import { readFileSync, writeFileSync } from 'node:fs'
import { ROOT } from './source-tree.ts'

/**
 * Draws db/seeds/reference/{epci,communes}.json from the official division of France kept by @etalab/decoupage-administratif:
 * the intermunicipalities of the contracts, their member communes and those of the funders’ seats, with their municipal populations (INSEE).
 *
 * Usage: node bin/run.js tools/extract-communes.ts
 */
const LENS_LIEVIN = '246200364'
const VALENCIENNES = '245901160'
/** The source writes « CA de Lens - Liévin »: the usual name in full is that of the contract. */
const NAMES: Record<string, string> = {
  [LENS_LIEVIN]: 'Communauté d’agglomération de Lens-Liévin',
  [VALENCIENNES]: 'Communauté d’agglomération Valenciennes Métropole',
}
/** Where funders of the contracts have their seat, outside them: Lille and Arras. */
const SEATS = ['59350', '62041']
const READ_ON = '2026-11-20'

interface Member {
  code: string
  nom: string
  populationMunicipale: number
}
interface Epci {
  code: string
  membres: Member[]
}

const folder = `${ROOT}node_modules/@etalab/decoupage-administratif/`
const { version } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as { version: string }
const all = JSON.parse(readFileSync(`${folder}data/epci.json`, 'utf8')) as Epci[]
const origin = {
  source: `@etalab/decoupage-administratif ${version}, epci.json (COG, BANATIC, populations légales de l’INSEE)`,
  readOn: READ_ON,
}

const epcis = Object.entries(NAMES).map(([siren, name]) => ({ siren, name, ...origin }))
const members = epcis.flatMap(({ siren }) => membersOf(siren).map((member) => communeOf(member, siren)))
const seats = all.flatMap(({ membres }) => membres).filter(({ code }) => SEATS.includes(code))
const communes = [...members, ...seats.map((seat) => communeOf(seat, null))].sort((a, b) => a.code.localeCompare(b.code))

write('epci.json', epcis)
write('communes.json', communes)

function membersOf(siren: string): Member[] {
  const found = all.find(({ code }) => code === siren)
  if (!found) throw new Error(`no EPCI ${siren} in @etalab/decoupage-administratif ${version}`)
  return found.membres
}

/** `epciSiren` is null for a commune known only as a seat. */
function communeOf({ code, nom, populationMunicipale }: Member, epciSiren: string | null) {
  const departmentCode = /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2)
  return { code, name: nom, departmentCode, inhabitants: populationMunicipale, epciSiren, ...origin }
}

function write(name: string, records: object[]): void {
  const lines = records.map((record) => `  ${JSON.stringify(record)}`)
  writeFileSync(`${ROOT}db/seeds/reference/${name}`, `[\n${lines.join(',\n')}\n]\n`)
}
