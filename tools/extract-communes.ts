import { readFileSync, writeFileSync } from 'node:fs'
import { ROOT } from './source-tree.ts'

/**
 * Draws db/seeds/reference/{epci,communes}.json from the official division of France kept by @etalab/decoupage-administratif:
 * the intermunicipality of the contract and its member communes, with their municipal populations (INSEE).
 *
 * Usage: node bin/run.js tools/extract-communes.ts
 */
const LENS_LIEVIN = '246200364'
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
const communes = epci.membres
  .map(({ code, nom, populationMunicipale }) => ({
    code,
    name: nom,
    departmentCode: code.startsWith('97') || code.startsWith('98') ? code.slice(0, 3) : code.slice(0, 2),
    inhabitants: populationMunicipale,
    epciSiren: LENS_LIEVIN,
    ...origin,
  }))
  .sort((a, b) => a.code.localeCompare(b.code))

/** The source writes « CA de Lens - Liévin »: its usual name in full is that of the contract. */
const epcis = [{ siren: LENS_LIEVIN, name: 'Communauté d’agglomération de Lens-Liévin', ...origin }]

write('epci.json', epcis)
write('communes.json', communes)

function write(name: string, records: object[]): void {
  const lines = records.map((record) => `  ${JSON.stringify(record)}`)
  writeFileSync(`${ROOT}db/seeds/reference/${name}`, `[\n${lines.join(',\n')}\n]\n`)
}
