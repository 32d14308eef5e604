import type { Scope } from '#access/scope.ts'
import { BUDGET_GROUPS, type BudgetSide } from '#calls/budget-accounts.ts'
import { findLatestBudget } from '#calls/budget-version-store.ts'
import { type Day, formatDayShort } from '#platform/day.ts'
import type { Db } from '#platform/db.ts'
import type { DocumentOrder } from '#platform/document.ts'
import { NotFound } from '#platform/errors.ts'
import { cents, formatEuros, sumCents } from '#platform/money.ts'
import template from './agreement.typ?raw'
import type { Agreement, AgreementText } from './agreement-store.ts'
import { type AgreementWords, agreementWords } from './agreement-words.ts'
import { type AwardState, awardStates } from './award-state-store.ts'

interface BudgetTable {
  title: string
  year: number
  sides: { caption: string; rows: string[][]; total: string[] }[]
}

/** What both the PDF and the editable text of an agreement say. */
export interface AgreementContent extends AgreementWords {
  organisation: { name: string; lines: string[] }
  signatures: { role: string; name: string; signed: string }[]
  budgets: BudgetTable[]
}

/** The awards of its years that the scope sees, with the budget of each as an annex. */
export async function agreementContent(
  db: Db,
  scope: Scope,
  of: { agreement: Agreement; text: AgreementText; today: Day },
): Promise<AgreementContent> {
  const { agreement, text, today } = of
  const awards = await coveredAwards(db, scope, { agreement, today })
  const budgets: BudgetTable[] = []
  for (const award of text.rank === 0 ? awards : []) budgets.push(...(await budgetOf(db, scope, award)))
  return {
    ...agreementWords({ ...agreement, ...text, awards }),
    organisation: { name: agreement.funderName, lines: [] },
    signatures: [
      { role: 'Pour le bénéficiaire', name: agreement.organisationName, signed: signedBy(text, 'beneficiary') },
      { role: 'Pour l’autorité', name: agreement.funderName, signed: signedBy(text, 'authority') },
    ],
    budgets,
  }
}

/** What the authority decided and still decides for the years of an agreement. */
export async function coveredAwards(
  db: Db,
  scope: Scope,
  { agreement, today }: { agreement: Agreement; today: Day },
): Promise<AwardState[]> {
  const { funderId, organisationId, firstYear, lastYear } = agreement
  const all = await awardStates(db, scope, { funderId, organisationId }, today)
  const known = scope.function === 'porteur' ? all.filter(({ notifiedOn }) => notifiedOn !== null) : all
  return known.filter((award) => award.decided > 0 && award.year >= firstYear && award.year <= lastYear)
}

function signedBy({ signatures }: AgreementText, wanted: 'beneficiary' | 'authority'): string {
  const signature = signatures.find(({ party }) => party === wanted)
  return signature ? `Signé le ${formatDayShort(signature.on)}, ${signature.signatory}` : ''
}

async function budgetOf(db: Db, scope: Scope, { partId, title, year }: AwardState): Promise<BudgetTable[]> {
  const budget = partId ? await findLatestBudget(db, scope, partId) : undefined
  if (!budget) return []
  const side = (wanted: BudgetSide, caption: string) => {
    const accounts = BUDGET_GROUPS.filter((group) => group.side === wanted).flatMap((group) => group.accounts)
    const lines = accounts.map(({ code, label }) => ({
      code,
      label,
      amount: budget.lines.find(({ account }) => account === code)?.amount ?? cents(0),
    }))
    const kept = lines.filter(({ amount }) => amount > 0)
    return {
      caption,
      rows: kept.map(({ code, label, amount }) => [`${code} ${label}`, formatEuros(amount)]),
      total: ['Total', formatEuros(sumCents(kept.map(({ amount }) => amount)))],
    }
  }
  return [{ title, year, sides: [side('charges', 'Charges'), side('products', 'Produits')] }]
}

/** The PDF of a text, as it stands. */
export function agreementOrder(content: AgreementContent, of: { day: Day; demonstration: boolean }): DocumentOrder {
  return { name: 'convention', template, title: content.title, day: of.day, demonstration: of.demonstration, data: content }
}

/** The text of an agreement by its id. */
export function textOf(agreement: Agreement, textId: string | undefined): AgreementText {
  const text = agreement.texts.find(({ id }) => id === textId)
  if (!text) throw new NotFound()
  return text
}
