import { readersOf } from '#access/field-readers.ts'
import { type Day, formatDayShort } from '#platform/day.ts'
import type { FormError } from '#platform/form.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { RadioField } from '#platform/kit/choices.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import type { FunderRuleRow } from './funder-rule-store.ts'
import { contractPaths } from './paths.ts'
import { FUNDER_RULES, type FunderRule } from './store.ts'

export const FUNDER_RULE_WORDS = {
  'deposit-needs-final-report': 'Un nouveau dépôt attend le compte rendu final de l’avant-dernière année',
  'deposit-needs-interim-report': 'Un nouveau dépôt attend le compte rendu intermédiaire de l’année précédente',
  'payment-needs-final-report': 'Un paiement attend les comptes rendus finals échus',
} satisfies Record<FunderRule, string>

export interface FunderRulesPageProps {
  frame: Frame
  organisationName: string
  rules: readonly FunderRuleRow[]
  today: Day
  newId: string
  typed?: Record<string, string>
  errors?: readonly FormError[]
}

export function FunderRulesPage({ frame, organisationName, rules, today, newId, typed = {}, errors = [] }: FunderRulesPageProps): Html {
  return (
    <AgentPage
      frame={frame}
      title="Règles du financeur"
      crumbs={[{ label: 'Programmation', href: '/programmation' }, { label: 'Règles du financeur' }]}
      meta={[organisationName]}
      errors={[...errors]}
      lead="Ces règles sont celles de votre organisation. Une exception se motive dossier par dossier, et reste inscrite."
    >
      <Section title="Aujourd’hui" id="aujourdhui">
        <Current rules={rules} today={today} />
      </Section>
      <Section title="Changer une règle" id="changer">
        <ChangeForm {...{ typed, today, newId }} errors={errorsOf([...errors])} />
      </Section>
      <Section title="Ce qui a été décidé" id="histoire">
        <History rules={rules} />
      </Section>
    </AgentPage>
  )
}

function Current({ rules, today }: { rules: readonly FunderRuleRow[]; today: Day }): Html {
  const inForce = (rule: FunderRule) => rules.find((row) => row.rule === rule && row.validFrom <= today)?.active ?? false
  return (
    <Table
      id="regles"
      caption="Règles en vigueur"
      captionHidden
      rows={FUNDER_RULES}
      columns={[
        { key: 'rule', head: 'Règle', rowHead: true, cell: (rule) => FUNDER_RULE_WORDS[rule] },
        {
          key: 'state',
          head: 'État',
          cell: (rule) => (inForce(rule) ? { badge: 'S’applique', state: 'success' } : { badge: 'Ne s’applique pas' }),
        },
      ]}
    />
  )
}

interface ChangeFormProps {
  typed: Record<string, string>
  errors: ReturnType<typeof errorsOf>
  today: Day
  newId: string
}

const RULE_OPTIONS = FUNDER_RULES.map((rule) => ({ value: rule, label: FUNDER_RULE_WORDS[rule] }))
const ACTIVE_OPTIONS = [
  { value: 'oui', label: 's’applique' },
  { value: 'non', label: 'ne s’applique pas' },
]

function ChangeForm({ typed, errors, today, newId }: ChangeFormProps): Html {
  const field = (name: string) => ({ name, value: typed[name], error: errors[name] })
  return (
    <Form action={contractPaths.funderRules()} id={newId} label="Changer une règle">
      <RadioField {...field('rule')} label="La règle" options={RULE_OPTIONS} />
      <RadioField {...field('active')} label="Elle" options={ACTIVE_OPTIONS} />
      <DateField {...field('validFrom')} label="À partir du" value={typed['validFrom'] ?? today} min={today} />
      <TextField
        {...field('source')}
        label="Texte qui la fonde"
        example="Règlement budgétaire et financier, article 12"
        maxLength={300}
        readers={readersOf('funder-rule.source')}
      />
      <div class="row">
        <Submit>Enregistrer la règle</Submit>
      </div>
    </Form>
  )
}

function History({ rules }: { rules: readonly FunderRuleRow[] }): Html {
  if (rules.length === 0) {
    return (
      <Empty title="Aucune règle fixée" icon="list-checks">
        Tant qu’aucune n’est fixée, aucune ne s’applique.
      </Empty>
    )
  }
  return (
    <Table
      id="historique"
      caption="Histoire des règles"
      captionHidden
      rows={rules}
      cards
      columns={[
        { key: 'rule', head: 'Règle', rowHead: true, cell: (row) => FUNDER_RULE_WORDS[row.rule] },
        { key: 'active', head: 'Décision', cell: (row) => (row.active ? 'S’applique' : 'Ne s’applique pas') },
        { key: 'from', head: 'À partir du', cell: (row) => formatDayShort(row.validFrom) },
        { key: 'source', head: 'Texte', cell: (row) => row.source },
      ]}
    />
  )
}
