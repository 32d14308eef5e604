import type { LegalForm } from '#access/legal-forms.ts'
import { DEMO_ORGANISATIONS } from '../demo-people.data.ts'
import communes from '../reference/communes.json' with { type: 'json' }
import qpvs from '../reference/qpvs.json' with { type: 'json' }
import { ASSOCIATIONS, FAMILY_NAMES, FIRST_NAMES, OTHER_CARRIERS } from './carriers.data.ts'
import { placeWords } from './place-words.ts'
import { at, type Random, seededRandom } from './random.ts'

/** Who asks, among the generated files: an organisation and the person who holds its mandate. */
export interface Carrier {
  key: string
  name: string
  legalForm: LegalForm
  communeCode: string
  siret: string
  rna: string | null
  address: string
  postalCode: string
  iban: string
  personName: string
  personRole: string
  email: string
  employees: number
  volunteers: number
  /** Written by hand in demo-people.data.ts: already made when the generated files come. */
  known: boolean
  /** Keys of the kinds of actions that it leads; a star for all. */
  kinds: readonly string[]
}

/** The communes that hold a neighbourhood of the contract, in the order of their codes. */
export const CITIES: readonly { code: string; name: string }[] = [...new Set(qpvs.flatMap(({ communeCodes }) => communeCodes))]
  .sort()
  .map((code) => ({ code, name: communes.find((one) => one.code === code)?.name ?? code }))

const POSTAL: Readonly<Record<string, string>> = {
  '62498': '62300',
  '62510': '62800',
  '62065': '62210',
  '62771': '62430',
  '62413': '62440',
  '62186': '62160',
  '62570': '62680',
  '62133': '62420',
}
const STREETS = [
  'rue des Mineurs',
  'rue de la Fraternité',
  'boulevard des Cheminots',
  'place du Marché',
  'rue Blanche-Paix',
  'allée des Tilleuls',
  'rue du Six-Mars',
  'chemin de la Gare',
] as const
const ROLES = [
  'directrice',
  'directeur',
  'coordinatrice',
  'coordinateur',
  'présidente',
  'président',
  'trésorière',
  'chargée de projets',
] as const

type Seat = Pick<Carrier, 'name' | 'legalForm' | 'communeCode' | 'kinds'>

const ALL_KINDS: readonly string[] = ['*']

/** Every carrier of the generated files, always in the same order: their numbers come from it. */
export const CARRIERS: readonly Carrier[] = listCarriers()

function listCarriers(): Carrier[] {
  const random = seededRandom('carriers')
  const people = random.shuffled(FIRST_NAMES.flatMap((first) => FAMILY_NAMES.map((family): [string, string] => [first, family])))
  const seats: Seat[] = [
    ...ASSOCIATIONS.map(([name, communeCode, kinds]): Seat => ({ name, legalForm: 'association', communeCode, kinds: kinds.split(' ') })),
    ...CITIES.map(
      ({ code, name }): Seat => ({ name: `Ville ${placeWords(name).of}`, legalForm: 'commune', communeCode: code, kinds: ALL_KINDS }),
    ),
    ...CITIES.map(
      ({ code, name }): Seat => ({
        name: `Centre communal d’action sociale ${placeWords(name).of}`,
        legalForm: 'ccas',
        communeCode: code,
        kinds: ALL_KINDS,
      }),
    ),
    ...OTHER_CARRIERS.map(([legalForm, name, communeCode, kinds]): Seat => ({ name, legalForm, communeCode, kinds: kinds.split(' ') })),
  ]
  return seats.map((seat, rank) => knownCarrier(seat) ?? newCarrier(seat, rank, { random, person: at(people, rank) }))
}

function knownCarrier(seat: Seat): Carrier | undefined {
  const known = DEMO_ORGANISATIONS.find(({ name }) => name === seat.name)
  if (!known) return undefined
  const { key, legalForm, communeCode, siret, rna = null, address, postalCode, iban, employees, volunteers, person, name } = known
  const said = { personName: person.name, personRole: person.role, email: person.email }
  return {
    key,
    name,
    legalForm,
    communeCode,
    siret,
    rna,
    address,
    postalCode,
    iban,
    employees,
    volunteers,
    ...said,
    kinds: seat.kinds,
    known: true,
  }
}

function newCarrier(seat: Seat, rank: number, by: { random: Random; person: [string, string] }): Carrier {
  const { random, person } = by
  const [first, family] = person
  const number = 63_001 + rank * 7
  const lively = seat.legalForm === 'association'
  return {
    ...seat,
    key: `c${rank}`,
    siret: siretOf(number),
    rna: lively ? `W62800${String(rank + 1).padStart(4, '0')}` : null,
    address: `${random.between(1, 90)} ${random.pick(STREETS)}`,
    postalCode: POSTAL[seat.communeCode] ?? '62300',
    iban: ibanOf(number),
    personName: `${first} ${family}`,
    personRole: lively ? random.pick(ROLES) : 'chargée de mission',
    email: `${plain(first)}.${plain(family)}@pilotis.example`,
    employees: lively ? random.between(0, 18) : random.between(12, 60),
    volunteers: lively ? random.between(4, 60) : 0,
    known: false,
  }
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z-]/g, '')
    .toLowerCase()
}

/** A SIRET that begins with 000, whose SIREN and whole number pass Luhn: nobody has it. */
export function siretOf(number: number): string {
  const siren = withLuhn(`000${String(number).padStart(5, '0')}`)
  return withLuhn(`${siren}0001`)
}

function withLuhn(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** An account of a bank that does not exist (99999), with the two keys of a French account. */
export function ibanOf(number: number): string {
  const [bank, branch, account] = [99_999n, 62_100n, BigInt(number) * 1_117n]
  const key = 97n - ((89n * bank + 15n * branch + 3n * account) % 97n)
  const national = `${bank}${branch}${String(account).padStart(11, '0')}${String(key).padStart(2, '0')}`
  const check = 98n - (BigInt(`${national}152700`) % 97n) // F = 15, R = 27, then 00
  return `FR${String(check).padStart(2, '0')}${national}`
}

export function leads(carrier: Carrier, kindKey: string): boolean {
  return carrier.kinds.includes('*') || carrier.kinds.includes(kindKey)
}
