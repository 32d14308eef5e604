import { groupOfAccount } from '#calls/budget-accounts.ts'
import { type Cents, sumCents } from '#platform/money.ts'

export interface PlanInput {
  /** Total charges of the action. */
  cost: Cents
  requests: readonly { funderId: string; funderName: string; asked: Cents }[]
  lines: readonly { account: string; amount: Cents }[]
  opinions: readonly { organisationId: string; organisationName: string; kind: string | null; proposed: Cents | null }[]
}

export interface PlanRow {
  key: string
  name: string
  asked: Cents | undefined
  /** Another resource of the budget, not asked here. */
  planned: Cents | undefined
  proposed: Cents | undefined
  /** Share of the cost, 0 and more; undefined when the action costs nothing. */
  share: number | undefined
}

/** Who would pay what: each funder asked, then those who propose without being asked, then the other resources. */
export function financingPlan({ cost, requests, lines, opinions }: PlanInput): PlanRow[] {
  const share = (amount: Cents): number | undefined => (cost > 0 ? amount / cost : undefined)
  const proposedBy = (id: string): Cents | undefined => opinions.find(({ organisationId }) => organisationId === id)?.proposed ?? undefined
  const asked = requests.filter((request) => request.asked > 0)
  const others = opinions.filter(({ organisationId, proposed }) => proposed && !asked.some(({ funderId }) => funderId === organisationId))
  return [
    ...asked.map((request) => ({
      key: request.funderId,
      name: request.funderName,
      asked: request.asked,
      planned: undefined,
      proposed: proposedBy(request.funderId),
      share: share(request.asked),
    })),
    ...others.map(({ organisationId, organisationName, proposed }) => ({
      key: organisationId,
      name: organisationName,
      asked: undefined,
      planned: undefined,
      proposed: proposed ?? undefined,
      share: undefined,
    })),
    ...otherResources(lines).map((row) => ({ ...row, share: share(row.planned) })),
  ]
}

interface Resource {
  key: string
  name: string
  asked: undefined
  planned: Cents
  proposed: undefined
}

function otherResources(lines: PlanInput['lines']): Resource[] {
  const sums = [
    { key: 'public', name: 'Autres subventions publiques', is: isOtherPublic },
    { key: 'private', name: 'Fondations et entreprises', is: (account: string) => account === '74aidespriv' },
    { key: 'own', name: 'Ventes, cotisations et moyens propres', is: isOwn },
  ]
  return sums
    .map(({ key, name, is }) => {
      const planned = sumCents(lines.filter(({ account }) => is(account)).map(({ amount }) => amount))
      return { key, name, asked: undefined, planned, proposed: undefined }
    })
    .filter(({ planned }) => planned > 0)
}

function isOtherPublic(account: string): boolean {
  return groupOfAccount(account)?.code === '74' && account !== '74aidespriv'
}

function isOwn(account: string): boolean {
  const group = groupOfAccount(account)
  return group?.side === 'products' && !group.inKind && group.code !== '74'
}
