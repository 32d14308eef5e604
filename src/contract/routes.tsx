import { Hono } from 'hono'
import { z } from 'zod'
import { type AppContext, type AppEnv, allow, redirectSaying } from '#access/http.ts'
import { choiceField, dayField, type FormError, idField, parseTyped, readForm, textField } from '#platform/form.ts'
import { newId } from '#platform/ids.ts'
import type { ContractPanel, DocumentPanel } from './contract-panel.tsx'
import { contractPageRoutes } from './contract-routes.tsx'
import { FunderRulesPage } from './FunderRulesPage.tsx'
import { FUNDER_RULE_REFUSALS, type FunderRuleRefusal, setFunderRule } from './funder-rule-acts.ts'
import { listFunderRules } from './funder-rule-store.ts'
import { contractPaths } from './paths.ts'
import { FUNDER_RULES } from './store.ts'

const Input = z.object({
  id: idField,
  rule: choiceField(FUNDER_RULES, 'Choisissez une règle'),
  active: choiceField(['oui', 'non'], 'Dites si elle s’applique'),
  validFrom: dayField('Choisissez la date d’effet'),
  source: textField({ max: 300, missing: 'Citez le texte qui fonde cette règle' }),
})

/** Where a refusal of the act is shown. */
const REFUSED_FIELDS = { 'not-a-funder': 'rule', 'in-the-past': 'validFrom', 'same-day': 'validFrom' } satisfies Record<
  FunderRuleRefusal,
  string
>

/** The rules of the funders, the pages of the contracts. */
export function contractRoutes(panels: readonly ContractPanel[] = [], documentPanels: readonly DocumentPanel[] = []): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.route('/', contractPageRoutes(panels, documentPanels))
  routes.get('/regles', allow('envelope:manage'), async (c) => c.html(await page(c)))
  routes.post('/regles', allow('envelope:manage'), async (c) => {
    const typed = await readForm(c)
    const input = parseTyped(Input, typed)
    if (!input.ok) return c.html(await page(c, typed.values, input.errors), 400)
    const result = await setFunderRule(c.var.db, c.var.mandate, { ...input.value, active: input.value.active === 'oui' }, c.var.today)
    if (result.done) return redirectSaying(c, contractPaths.funderRules(), { state: 'success', text: 'La règle est enregistrée.' })
    const errors = result.reasons.map((reason) => ({ field: REFUSED_FIELDS[reason], message: FUNDER_RULE_REFUSALS[reason] }))
    return c.html(await page(c, typed.values, errors), 422)
  })
  return routes
}

async function page(
  c: AppContext,
  typed: Record<string, string> = {},
  errors: readonly FormError[] = [],
): Promise<ReturnType<typeof FunderRulesPage>> {
  const { mandate, frame, today, db } = c.var
  const rules = await listFunderRules(db, mandate.organisationId)
  return <FunderRulesPage {...{ frame, rules, today, typed, errors }} organisationName={mandate.organisationName} newId={newId()} />
}
