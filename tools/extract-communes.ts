import { readFileSync, writeFileSync } from 'node:fs'
import { ROOT } from './source-tree.ts'

/**
 * Draws db/seeds/reference/{epci,communes}.json from the official division of France kept by @etalab/decoupage-administratif:
 * the intermunicipality of the contract, its member communes and those of the funders’ seats, with their municipal populations (INSEE).
 *
 * Usage: node bin/run.js tools/extract-communes.ts
 */
const LENS_LIEVIN = '246200364'
/** Where funders of the contract have their seat, outside it: Arras and Lille. */
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
const epci = all.find(({ code }) => code === LENS_LIEVIN)
if (!epci) throw new Error(`no EPCI ${LENS_LIEVIN} in @etalab/decoupage-administratif ${version}`)

const origin = {
  source: `@etalab/decoupage-administratif ${version}, epci.json (COG, BANATIC, populations légales de l’INSEE)`,
  readOn: READ_ON,
}
const seats = all.flatMap(({ membres }) => membres).filter(({ code }) => SEATS.includes(code))
const communes = [...epci.membres, ...seats]
  .map((member) => communeOf(member, epci.membres.includes(member) ? LENS_LIEVIN : null))
  .sort((a, b) => a.code.localeCompare(b.code))

/** The source writes « CA de Lens - Liévin »: its usual name in full is that of the contract. */
const epcis = [{ siren: LENS_LIEVIN, name: 'Communauté d’agglomération de Lens-Liévin', ...origin }]

write('epci.json', epcis)
write('communes.json', communes)

/** `epciSiren` is null for a commune known only as a seat. */
function communeOf({ code, nom, populationMunicipale }: Member, epciSiren: string | null) {
  const departmentCode = /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2)
  return { code, name: nom, departmentCode, inhabitants: populationMunicipale, epciSiren, ...origin }
}

function write(name: string, records: object[]): void {
  const lines = records.map((record) => `  ${JSON.stringify(record)}`)
  writeFileSync(`${ROOT}db/seeds/reference/${name}`, `[\n${lines.join(',\n')}\n]\n`)
}
