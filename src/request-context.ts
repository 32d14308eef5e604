import type { MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, type CurrentContract, type SignedIn, takeFlash } from '#access/http.ts'
import { listMandates, type Mandate } from '#access/mandate.ts'
import { FUNCTION_NAMES } from '#access/permissions.ts'
import { dayColumn, idColumn } from '#platform/columns.ts'
import { type Day, dayInParis, formatDay } from '#platform/day.ts'
import type { Database, Db } from '#platform/db.ts'
import type { Frame } from '#platform/kit/frame.ts'
import { footOf, menuOf } from './menu.ts'

/** What the program is made of; tests give their own. */
export interface Services {
  database: Database
  filesFolder: string
  publicUrl: string
  /** See storeFile; undefined when files are not scanned. */
  antivirusCommand?: string | undefined
  now: () => Date
  /** Who a request comes from, and the mandate taken for that sign-in. */
  whoIs: (headers: Headers) => Promise<(SignedIn & { mandateId: string | null }) | undefined>
}

const Setting = z.object({ demonstration: z.boolean(), day: dayColumn.nullable() })

/** Puts on each request its database, day, person, mandate and frame. */
export function requestContext(services: Services): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { database } = services
    const setting = await findSetting(database)
    const who = await services.whoIs(c.req.raw.headers)
    const today = setting?.day ?? dayInParis(services.now())
    const mandates = who ? await listMandates(database, who.personId, today) : []
    const mandate = mandates.find(({ id }) => id === who?.mandateId) ?? mandates[0]
    c.set('db', database)
    c.set('today', today)
    c.set('demonstration', setting?.demonstration ?? false)
    c.set('filesFolder', services.filesFolder)
    c.set('publicUrl', services.publicUrl)
    c.set('antivirusCommand', services.antivirusCommand)
    c.set('person', who)
    c.set('mandateInUse', mandate)
    if (mandate) c.set('mandate', mandate)
    const contract = await findContract(database, mandate?.contractId ?? null, today)
    c.set('contract', contract)
    c.set('frame', frameOf(c, { who, mandate, mandates, contract, day: setting?.day ?? undefined }))
    await next()
  }
}

function findSetting(db: Db): Promise<z.infer<typeof Setting> | undefined> {
  return db.maybe(Setting)`
    select n.demonstration, d.day from database_nature n left join demonstration_day d on n.demonstration`
}

const ContractRow = z.object({ id: idColumn, code: z.string(), name: z.string() })

function findContract(db: Db, id: string | null, today: Day): Promise<CurrentContract | undefined> {
  return db.maybe(ContractRow)`
    select id, code, name from contract
    where id = ${id} or (${id}::uuid is null and valid_from <= ${today})
    order by valid_to desc, code limit 1`
}

interface Acting {
  who: SignedIn | undefined
  mandate: Mandate | undefined
  mandates: Mandate[]
  contract: CurrentContract | undefined
  day: Day | undefined
}

function frameOf(c: AppContext, { who, mandate, mandates, contract, day }: Acting): Frame {
  const choice = (one: Mandate) => ({ id: one.id, name: FUNCTION_NAMES[one.function], organisation: one.organisationName })
  const flash = takeFlash(c)
  return {
    contractName: contract?.name ?? 'Contrat de ville',
    homeHref: '/',
    menu: menuOf(mandate, contract),
    foot: footOf(contract),
    mandates: mandates.filter((one) => one.id !== mandate?.id).map(choice),
    currentPath: c.req.path,
    signInHref: '/connexion',
    signOutHref: '/deconnexion',
    switchMandateHref: '/compte/mandat',
    ...(who ? { person: { name: who.name || who.email }, accountHref: '/compte' } : {}),
    ...(mandate ? { mandate: choice(mandate) } : {}),
    ...(day ? { demonstrationDay: formatDay(day), demonstrationHref: '/demonstration' } : {}),
    ...(flash ? { flash } : {}),
  }
}
