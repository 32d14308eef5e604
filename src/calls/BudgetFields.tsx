import type { Html } from '#platform/kit/html.ts'
import { Icon } from '#platform/kit/Icon.tsx'
import { Balance, BudgetLine, Ledger, LedgerGroup, LedgerSum } from '#platform/kit/Ledger.tsx'
import { Notice } from '#platform/kit/Notice.tsx'
import { BUDGET_GROUPS, type BudgetAccount, type BudgetGroup, type BudgetSide } from './budget-accounts.ts'
import { fieldNames } from './form-fields.ts'
import { budgetSums, type SectionForm } from './section-form.ts'
import type { LastYearOfPart, SectionView } from './section-store.ts'

/** The accounts most associations use: always in sight. The others unfold. */
const USUAL = [
  '601',
  '604',
  '60x',
  '613',
  '616',
  '623',
  '625',
  '641',
  '645',
  '70x',
  '74com',
  '74dep',
  '74aidespriv',
  '756',
  'insufprevisionnel',
]

interface Budget {
  view: SectionView
  form: SectionForm
}

function lineOf(budget: Budget, field: string): { value: string; error?: string; lastYear?: { year: number; value: string } } {
  const { form, view } = budget
  const error = form.errors.get(field)
  const before = lastYearOf(view.lastYear, field)
  return { value: form.raws.get(field) ?? '', ...(error === undefined ? {} : { error }), ...(before ? { lastYear: before } : {}) }
}

function lastYearOf(lastYear: LastYearOfPart | undefined, field: string): { year: number; value: string } | undefined {
  const value = lastYear?.raws.get(field)
  return lastYear && value !== undefined ? { year: lastYear.year, value } : undefined
}

function AccountLine({ account, budget }: { account: BudgetAccount; budget: Budget }): Html {
  const field = fieldNames.account(account.code)
  const code = /^\d{3}$/.test(account.code) ? { code: account.code } : {}
  const hint = account.hint === undefined ? {} : { hint: account.hint }
  return <BudgetLine name={field} label={account.label} {...code} {...hint} {...lineOf(budget, field)} />
}

function Group({ group, accounts, budget }: { group: BudgetGroup; accounts: readonly BudgetAccount[]; budget: Budget }): Html {
  const code = /^\d+$/.test(group.code) ? { code: group.code } : {}
  return (
    <LedgerGroup label={group.label} {...code}>
      {accounts.map((account) => (
        <AccountLine account={account} budget={budget} />
      ))}
    </LedgerGroup>
  )
}

function isInSight({ code }: BudgetAccount, { form, view }: Budget): boolean {
  const field = fieldNames.account(code)
  const filled = (form.raws.get(field) ?? '') !== '' || form.errors.has(field) || form.revisions.has(field)
  return USUAL.includes(code) || filled || view.lastYear?.raws.has(field) === true
}

interface Half {
  group: BudgetGroup
  accounts: BudgetAccount[]
}

function halves(side: BudgetSide, budget: Budget, inSight: boolean): Half[] {
  return BUDGET_GROUPS.filter((group) => group.side === side && !group.inKind)
    .map((group) => ({ group, accounts: group.accounts.filter((account) => isInSight(account, budget) === inSight) }))
    .filter(({ accounts }) => accounts.length > 0)
}

function Groups({ side, budget, inSight }: { side: BudgetSide; budget: Budget; inSight: boolean }): Html {
  return (
    <>
      {halves(side, budget, inSight).map(({ group, accounts }) => (
        <Group group={group} accounts={accounts} budget={budget} />
      ))}
    </>
  )
}

function OtherLines({ side, title, budget }: { side: BudgetSide; title: string; budget: Budget }): Html | null {
  if (halves(side, budget, false).length === 0) return null
  return (
    <details class="fold">
      <summary>
        {title} <Icon name="chevron-down" />
      </summary>
      <div class="ledger">
        <Groups side={side} budget={budget} inSight={false} />
      </div>
    </details>
  )
}

/** What is asked of each funder of the contract: one request a funder. */
function Asked({ budget }: { budget: Budget }): Html {
  return (
    <LedgerGroup code="74" label="Subventions que vous demandez (laissez vide ce que vous ne demandez pas)">
      {budget.view.content.choices.funders.map(({ id, name, shortName }) => (
        <BudgetLine name={fieldNames.asked(id)} label={shortName} {...lineOf(budget, fieldNames.asked(id))} hint={name} />
      ))}
    </LedgerGroup>
  )
}

function InKind({ budget }: { budget: Budget }): Html {
  const sums = budgetSums(budget.form.raws, budget.view.content.choices)
  const groups = BUDGET_GROUPS.filter(({ inKind }) => inKind)
  const filled = groups.some(({ accounts }) => accounts.some(({ code }) => (budget.form.raws.get(fieldNames.account(code)) ?? '') !== ''))
  return (
    <details class="fold" open={filled}>
      <summary>
        Bénévolat et prêts gratuits <span class="opt">(facultatif)</span>
        <Icon name="chevron-down" />
      </summary>
      <div class="stack">
        <p>Ces contributions ont de la valeur, mais ne comptent pas dans le total. Les deux colonnes doivent être égales.</p>
        <div class="cols even">
          {groups.map((group) => (
            <div class="ledger">
              <Group group={group} accounts={group.accounts} budget={budget} />
              <LedgerSum
                label={group.side === 'charges' ? 'Total des emplois' : 'Total des contributions'}
                value={group.side === 'charges' ? sums.inKindCharges : sums.inKindProducts}
              />
            </div>
          ))}
        </div>
      </div>
    </details>
  )
}

/** Charges and products side by side; totals are computed, never typed. */
export function BudgetFields({ view, form }: Budget): Html {
  const budget = { view, form }
  const sums = budgetSums(form.raws, view.content.choices)
  return (
    <>
      <div>
        <div class="cols even">
          <Ledger id="depenses" title="Ce que l’action va coûter">
            <Groups side="charges" budget={budget} inSight />
            <OtherLines side="charges" title="Autres lignes de dépenses" budget={budget} />
            <LedgerSum grand label="Total des dépenses" value={sums.charges} />
          </Ledger>
          <Ledger id="recettes" title="Avec quel argent">
            <Asked budget={budget} />
            <Groups side="products" budget={budget} inSight />
            <OtherLines side="products" title="Autres lignes de recettes" budget={budget} />
            <LedgerSum grand label="Total des recettes" value={sums.products} />
          </Ledger>
        </div>
        <Balance
          rows={[
            { label: 'Dépenses', value: sums.charges },
            { label: 'Recettes', value: sums.products },
            { label: sums.gapLabel, value: sums.gap },
          ]}
        />
      </div>
      {sums.balanced ? null : <Unbalanced unread={form.errors.size} />}
      <InKind budget={budget} />
    </>
  )
}

function Unbalanced({ unread }: { unread: number }): Html {
  return (
    <Notice state="warning" title="Dépenses et recettes doivent être égales.">
      {unread === 0
        ? 'Complétez ou corrigez les lignes\u00A0: nous referons le calcul.'
        : 'Corrigez d’abord les lignes signalées, qui ne sont pas encore comptées\u00A0: nous referons le calcul.'}
    </Notice>
  )
}
