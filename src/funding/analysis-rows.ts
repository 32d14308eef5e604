import { type Cents, cents, splitByShares } from '#platform/money.ts'
import { type AxisNames, type CrowdName, type FactAmount, type FactRow, type Names, rankOf } from './analysis-columns.ts'

/** A part of a file, or an action and a year awarded without one. */
export interface AnalysedPart {
  key: string
  contractId: string
  organisationId: string
  actionId: string
  year: number
  orientation: string | null
  theme: string | null
  marker: string | null
  organisationKind: string | null
  renewed: boolean
  crowd: Readonly<Record<CrowdName, number>>
  shares: readonly { qpvId: string; share: number }[]
}

/** Money of a part: what one funder is asked, what a committee retains of one envelope, what one award holds. */
export interface AnalysedMoney {
  partKey: string
  funderId: string
  /** The kind of the envelope; null for a request, made to a funder before any envelope is chosen. */
  kind: string | null
  amounts: Readonly<Record<FactAmount, number>>
  notified: boolean
  /** Where the decided cents are: the rows of award_territory, summed. */
  held: readonly { qpvId: string; amount: number }[]
}

/** Ranks shared by all the facts that are analysed together, and ids never given twice. */
export interface Ranks {
  axes: AxisNames
  contracts: Names
  organisations: Names
  nextAction: number
  nextPlace: number
}

type Place = Pick<FactRow, 'place' | 'territory' | CrowdName>

/**
 * The facts of some contracts, whole: money is split by neighbourhood as the award holds it, or by the declared shares before any award;
 * people by the declared shares; always with the largest remainder, so that the parts of an amount add up to it.
 */
export function factRows(parts: readonly AnalysedPart[], money: readonly AnalysedMoney[], ranks: Ranks): FactRow[] {
  const moneyOf = Map.groupBy(money, ({ partKey }) => partKey)
  const actions = new Map<string, number>()
  return parts.flatMap((part) => {
    let action = actions.get(part.actionId)
    if (action === undefined) {
      ranks.nextAction += 1
      action = ranks.nextAction
      actions.set(part.actionId, action)
    }
    const own = moneyOf.get(part.key) ?? []
    const places = placesOf(part, own, ranks)
    const common = { ...ofPart(part, ranks), action }
    const rows = own.flatMap((one) => ofMoney(part, one, places, ranks).map((row) => ({ ...common, ...row })))
    return rows.length > 0 ? rows : [...places.values()].map((place) => ({ ...common, ...WITHOUT_MONEY, ...place }))
  })
}

type PartFields = Omit<FactRow, 'action' | 'funder' | 'kind' | 'notified' | FactAmount | keyof Place>
type MoneyFields = Pick<FactRow, 'funder' | 'kind' | 'notified' | FactAmount>

const WITHOUT_MONEY: MoneyFields = {
  funder: 0,
  kind: 0,
  notified: 0,
  ...{ asked: 0, retained: 0, decided: 0, obligated: 0, paid: 0, multiYear: 0 },
}

function ofPart(part: AnalysedPart, { axes, contracts, organisations }: Ranks): PartFields {
  return {
    contract: rankOf(contracts, part.contractId),
    organisation: rankOf(organisations, part.organisationId),
    orientation: rankOf(axes.orientation, part.orientation),
    theme: rankOf(axes.theme, part.theme),
    marker: rankOf(axes.marker, part.marker),
    year: rankOf(axes.year, String(part.year)),
    organisationKind: rankOf(axes.organisationKind, part.organisationKind),
    renewed: part.renewed ? 1 : 0,
  }
}

const NOWHERE = ''

/** Every neighbourhood of a part, declared or held by an award since; its people go to those declared. */
function placesOf(part: AnalysedPart, money: readonly AnalysedMoney[], ranks: Ranks): Map<string, Place> {
  const shares = declared(part)
  const held = money.flatMap((one) => one.held.map(({ qpvId }) => qpvId))
  const missing = money.some((one) => one.held.length === 0 && one.amounts.decided !== 0) && shares[0]?.qpvId !== NOWHERE
  const ids = new Set([...shares.map(({ qpvId }) => qpvId), ...held, ...(missing ? [NOWHERE] : [])])
  const split = (total: number) => partsOf(total, shares)
  const crowds = {
    women: split(part.crowd.women),
    men: split(part.crowd.men),
    reachedWomen: split(part.crowd.reachedWomen),
    reachedMen: split(part.crowd.reachedMen),
  }
  return new Map(
    [...ids].map((qpvId): [string, Place] => {
      ranks.nextPlace += 1
      const crowd = {
        women: crowds.women?.get(qpvId) ?? 0,
        men: crowds.men?.get(qpvId) ?? 0,
        reachedWomen: crowds.reachedWomen?.get(qpvId) ?? 0,
        reachedMen: crowds.reachedMen?.get(qpvId) ?? 0,
      }
      return [qpvId, { place: ranks.nextPlace, territory: rankOf(ranks.axes.territory, qpvId === NOWHERE ? null : qpvId), ...crowd }]
    }),
  )
}

function declared({ shares }: AnalysedPart): readonly { qpvId: string; share: number }[] {
  return shares.length > 0 ? shares : [{ qpvId: NOWHERE, share: 1 }]
}

function ofMoney(part: AnalysedPart, one: AnalysedMoney, places: Map<string, Place>, ranks: Ranks): (MoneyFields & Place)[] {
  const { amounts } = one
  const fields = {
    funder: rankOf(ranks.axes.funder, one.funderId),
    kind: rankOf(ranks.axes.kind, one.kind),
    notified: one.notified ? 1 : 0,
  }
  const [only] = places.values()
  // Four in five: all of it in one place, nothing to split.
  if (only && places.size === 1) return [{ ...fields, ...amounts, ...only }]
  const shares = declared(part)
  const held = amounts.decided === 0 ? shares : heldShares(one)
  const wished = { asked: partsOf(amounts.asked, shares), retained: partsOf(amounts.retained, shares) }
  const given = {
    obligated: partsOf(amounts.obligated, held),
    paid: partsOf(amounts.paid, held),
    multiYear: partsOf(amounts.multiYear, held),
  }
  return [...places].flatMap(([qpvId, place]) => {
    const at = {
      ...{ asked: wished.asked?.get(qpvId) ?? 0, retained: wished.retained?.get(qpvId) ?? 0, decided: 0 },
      ...{ obligated: given.obligated?.get(qpvId) ?? 0, paid: given.paid?.get(qpvId) ?? 0, multiYear: given.multiYear?.get(qpvId) ?? 0 },
    }
    // The cents of a decision are where its rows say: never guessed by shares that may have changed since.
    if (amounts.decided !== 0) at.decided = held.find((share) => share.qpvId === qpvId)?.share ?? 0
    const there = at.decided !== 0 || shares.some((share) => share.qpvId === qpvId) || Object.values(at).some((amount) => amount !== 0)
    return there ? [{ ...fields, ...at, ...place }] : []
  })
}

function heldShares({ held, amounts }: AnalysedMoney): readonly { qpvId: string; share: number }[] {
  const there = held.filter(({ amount }) => amount !== 0).map(({ qpvId, amount }) => ({ qpvId, share: amount }))
  return there.length > 0 ? there : [{ qpvId: NOWHERE, share: amounts.decided }]
}

/** undefined: nothing to split. */
function partsOf(total: number, shares: readonly { qpvId: string; share: number }[]): Map<string, number> | undefined {
  if (total === 0) return undefined
  const [only] = shares
  if (only && shares.length === 1) return new Map([[only.qpvId, total]])
  const parts: Cents[] = splitByShares(
    cents(total),
    shares.map(({ share }) => share),
  )
  return new Map(shares.map(({ qpvId }, rank) => [qpvId, parts[rank] ?? 0]))
}
