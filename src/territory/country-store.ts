import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { plain } from './plain.ts'

/**
 * The whole country in memory, from the official division kept by @etalab/decoupage-administratif: regions, departments,
 * intermunicipalities and communes, with INSEE's populations. Read on the first question, not at the start: see decision 0011.
 */
export interface Region {
  code: string
  name: string
}
export interface Department {
  code: string
  name: string
  regionCode: string
}
/** An intermunicipality with its own tax; `inhabitants` is its municipal population. */
export interface CountryEpci {
  siren: string
  name: string
  kind: string
  inhabitants: number | undefined
  communeCodes: readonly string[]
}
export interface CountryCommune {
  code: string
  name: string
  departmentCode: string
  regionCode: string
  inhabitants: number | undefined
  epciSiren: string | undefined
  /** As people type it: see `plain`. */
  plainName: string
}
export interface Country {
  regions: ReadonlyMap<string, Region>
  departments: ReadonlyMap<string, Department>
  epcis: ReadonlyMap<string, CountryEpci>
  communes: ReadonlyMap<string, CountryCommune>
  source: string
  year: number
}

const Named = z.object({ code: z.string(), nom: z.string() })
const DepartmentRecord = Named.extend({ region: z.string() })
const Member = z.object({ code: z.string(), populationMunicipale: z.number().optional() })
const EpciRecord = Named.extend({ type: z.string(), populationMunicipale: z.number().optional(), membres: z.array(Member) })
const CommuneRecord = Named.extend({
  type: z.string(),
  departement: z.string().optional(),
  region: z.string().optional(),
  population: z.number().optional(),
})

let country: Promise<Country> | undefined

/** Reads the country once; later questions find it in memory. */
export function getCountry(): Promise<Country> {
  country ??= readCountry()
  return country
}

async function readCountry(): Promise<Country> {
  const [regions, departments, epcis, communes] = await Promise.all([
    read('regions', z.array(Named)),
    read('departements', z.array(DepartmentRecord)),
    read('epci', z.array(EpciRecord)),
    read('communes', z.array(CommuneRecord)),
  ])
  const epciOf = new Map(epcis.flatMap(({ code, membres }) => membres.map((member) => [member.code, code])))
  const populationOf = new Map(epcis.flatMap(({ membres }) => membres.map((one) => [one.code, one.populationMunicipale])))
  const present = communes.filter(({ type }) => type === 'commune-actuelle')
  return {
    source: 'Insee et Banatic, découpage administratif 2026 (@etalab/decoupage-administratif 6.0.0)',
    year: 2026,
    regions: new Map(regions.map(({ code, nom }) => [code, { code, name: nom }])),
    departments: new Map(departments.map(({ code, nom, region }) => [code, { code, name: nom, regionCode: region }])),
    epcis: new Map(epcis.map((one) => [one.code, epciFrom(one)])),
    communes: new Map(
      present.map(({ code, nom, departement = '', region = '', population }) => [
        code,
        {
          code,
          name: nom,
          departmentCode: departement,
          regionCode: region,
          inhabitants: populationOf.get(code) ?? population,
          epciSiren: epciOf.get(code),
          plainName: plain(nom),
        },
      ]),
    ),
  }
}

function epciFrom({ code, nom, type, populationMunicipale, membres }: z.infer<typeof EpciRecord>): CountryEpci {
  return { siren: code, name: nom, kind: type, inhabitants: populationMunicipale, communeCodes: membres.map((one) => one.code) }
}

async function read<S extends z.ZodType>(name: string, schema: S): Promise<z.infer<S>> {
  const path = createRequire(import.meta.url).resolve(`@etalab/decoupage-administratif/data/${name}.json`)
  return schema.parse(JSON.parse(await readFile(path, 'utf8')))
}

/** The communes whose name or code holds what was typed, the closest names first, then the most peopled. */
export function searchCommunes({ communes }: Country, typed: string, limit = 30): CountryCommune[] {
  const sought = plain(typed)
  if (sought.length < 2) return []
  const rankOf = (one: CountryCommune): number => {
    if (one.plainName === sought || one.code.toLowerCase() === sought) return 0
    if (one.plainName.startsWith(sought)) return 1
    return one.plainName.includes(sought) ? 2 : 3
  }
  return [...communes.values()]
    .map((commune) => ({ commune, rank: rankOf(commune) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || (b.commune.inhabitants ?? 0) - (a.commune.inhabitants ?? 0))
    .slice(0, limit)
    .map(({ commune }) => commune)
}
