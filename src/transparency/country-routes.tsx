import { Hono } from 'hono'
import { type AppContext, type AppEnv, allow } from '#access/http.ts'
import { isDay } from '#platform/day.ts'
import { NotFound } from '#platform/errors.ts'
import type { Html } from '#platform/kit/html.ts'
import { type Country, type CountryCommune, getCountry, searchCommunes } from '#territory/country-store.ts'
import { INHABITANTS, QPV_INHABITANTS } from '#territory/figure.ts'
import { chooseFigure } from '#territory/figure-choice.ts'
import { figuresOf, listFigures } from '#territory/figure-store.ts'
import { checkSectors } from '#territory/sector-coverage.ts'
import { listCommunesInPolicy, listSectors } from '#territory/sector-store.ts'
import { listQpvs, listQpvsOfCommune } from '#territory/store.ts'
import { CommunePage } from './CommunePage.tsx'
import { CountryPage, RegionPage } from './CountryPage.tsx'
import { DepartmentPage } from './DepartmentPage.tsx'
import { EpciPage } from './EpciPage.tsx'

/** The country, from its regions to its communes: what anybody may read, with the figures of each. */
export function countryRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/territoires', allow('public'), async (c) => c.html(await countryPage(c)))
  routes.get('/territoires/regions/:code', allow('public'), async (c) => c.html(await regionPage(c, c.req.param('code'))))
  routes.get('/territoires/departements/:code', allow('public'), async (c) => c.html(await departmentPage(c, c.req.param('code'))))
  routes.get('/territoires/epci/:siren', allow('public'), async (c) => c.html(await epciPage(c, c.req.param('siren'))))
  routes.get('/territoires/communes/:code', allow('public'), async (c) => c.html(await communePage(c, c.req.param('code'))))
  return routes
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'fr')

function inhabitantsOf(communes: readonly CountryCommune[]): number {
  return communes.reduce((sum, { inhabitants }) => sum + (inhabitants ?? 0), 0)
}

function communesWhere(country: Country, keep: (one: CountryCommune) => boolean): CountryCommune[] {
  return [...country.communes.values()].filter(keep).sort(byName)
}

async function countryPage(c: AppContext): Promise<Html> {
  const [country, figures] = await Promise.all([getCountry(), listFigures(c.var.db, { subjects: [{ kind: 'country', code: 'FR' }] })])
  const communes = [...country.communes.values()]
  const regions = [...country.regions.values()].sort(byName).map((one) => ({
    ...one,
    departments: [...country.departments.values()].filter(({ regionCode }) => regionCode === one.code).length,
    inhabitants: inhabitantsOf(communes.filter(({ regionCode }) => regionCode === one.code)),
  }))
  const typed = (c.req.query('commune') ?? '').trim().slice(0, 100)
  return <CountryPage frame={c.var.frame} source={country.source} found={searchCommunes(country, typed)} {...{ typed, regions, figures }} />
}

async function regionPage(c: AppContext, code: string): Promise<Html> {
  const country = await getCountry()
  const region = country.regions.get(code)
  if (!region) throw new NotFound()
  const figures = await listFigures(c.var.db, { subjects: [{ kind: 'region', code }] })
  const departments = [...country.departments.values()].filter(({ regionCode }) => regionCode === code).sort(byName)
  const counted = departments.map((one) => {
    const communes = communesWhere(country, ({ departmentCode }) => departmentCode === one.code)
    return { ...one, communes: communes.length, inhabitants: inhabitantsOf(communes) }
  })
  return <RegionPage frame={c.var.frame} source={country.source} departments={counted} {...{ region, figures }} />
}

async function departmentPage(c: AppContext, code: string): Promise<Html> {
  const country = await getCountry()
  const department = country.departments.get(code)
  if (!department) throw new NotFound()
  const subject = { kind: 'department' as const, code }
  const figures = await listFigures(c.var.db, { subjects: [subject] })
  const communes = communesWhere(country, ({ departmentCode }) => departmentCode === code)
  const sirens = new Set(communes.map(({ epciSiren }) => epciSiren))
  return (
    <DepartmentPage
      frame={c.var.frame}
      source={country.source}
      year={country.year}
      region={country.regions.get(department.regionCode)}
      epcis={[...country.epcis.values()].filter(({ siren }) => sirens.has(siren)).sort(byName)}
      inhabitants={inhabitantsOf(communes)}
      qpvInhabitants={chooseFigure(figuresOf(figures, subject, QPV_INHABITANTS))}
      {...{ department, communes, figures }}
    />
  )
}

async function epciPage(c: AppContext, siren: string): Promise<Html> {
  const country = await getCountry()
  const epci = country.epcis.get(siren)
  if (!epci) throw new NotFound()
  const asked = c.req.query('le')
  const on = asked !== undefined && isDay(asked) ? asked : c.var.today
  const subject = { kind: 'epci' as const, code: siren }
  const [qpvs, sectors, inPolicy, figures] = await Promise.all([
    listQpvs(c.var.db, { epciSiren: siren, on }),
    listSectors(c.var.db, { epciSiren: siren, on }),
    listCommunesInPolicy(c.var.db, { epciSiren: siren, on }),
    listFigures(c.var.db, { subjects: [subject] }),
  ])
  const qpvInhabitants = chooseFigure(figuresOf(figures, subject, QPV_INHABITANTS))
  const communes = epci.communeCodes.flatMap((code) => country.communes.get(code) ?? []).sort(byName)
  return (
    <EpciPage
      frame={c.var.frame}
      source={country.source}
      coverage={checkSectors(
        inPolicy,
        sectors.map((one) => ({ ...one, communeCodes: one.communes.map(({ code }) => code) })),
      )}
      inhabitants={chooseFigure(figuresOf(figures, subject, INHABITANTS), qpvInhabitants?.used.year ?? undefined)}
      dateError={asked === undefined || asked === on ? undefined : 'Écrivez une date qui existe, comme 31/12/2023'}
      {...{ epci, on, qpvs, sectors, figures, qpvInhabitants, communes }}
    />
  )
}

async function communePage(c: AppContext, code: string): Promise<Html> {
  const country = await getCountry()
  const commune = country.communes.get(code)
  if (!commune) throw new NotFound()
  const [qpvs, figures] = await Promise.all([
    listQpvsOfCommune(c.var.db, code),
    listFigures(c.var.db, { subjects: [{ kind: 'commune', code }] }),
  ])
  return (
    <CommunePage
      frame={c.var.frame}
      source={country.source}
      department={country.departments.get(commune.departmentCode)}
      epci={commune.epciSiren === undefined ? undefined : country.epcis.get(commune.epciSiren)}
      {...{ commune, qpvs, figures }}
    />
  )
}
