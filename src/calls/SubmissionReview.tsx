import { Facts } from '#platform/kit/Facts.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { type Cents, formatEuros, sumCents } from '#platform/money.ts'
import { BUDGET_GROUPS } from './budget-accounts.ts'
import { budgetTotals } from './budget-balance.ts'
import { type DraftContent, rawsOf } from './completeness-of-draft.ts'
import { partTitle } from './draft-words.tsx'
import { accountWords } from './field-labels.ts'
import { AGE_BAND_NAMES } from './form-fields.ts'
import { formatPercent } from './part-shares.ts'
import type { Part } from './part-store.ts'
import { type ReviewSection, reviewSections } from './submission-rows.ts'
import { TextLines } from './TextLines.tsx'

/** Everything that is written, on one page: the organisation's answers, then each action. */
export function SubmissionReview({ content, parts }: { content: DraftContent; parts: readonly Part[] }): Html {
  const { applicationId, form, choices, legalForm } = content
  const own = reviewSections({ form, choices, legalForm, subject: 'application' }, rawsOf(content, applicationId))
  return (
    <>
      {own.map((section) => (
        <Answers section={section} id={`relire-${section.key}`} />
      ))}
      {parts.map((part) => (
        <PartReview content={content} part={part} />
      ))}
    </>
  )
}

function PartReview({ content, part }: { content: DraftContent; part: Part }): Html {
  const { form, choices, legalForm } = content
  const sections = reviewSections({ form, choices, legalForm, subject: 'part' }, rawsOf(content, part.id))
  return (
    <Section title={`Action ${part.position}\u00A0: ${partTitle(part)}`} id={`action-${part.position}`}>
      {sections.map((section) => (
        <Answers section={section} id={`relire-${part.position}-${section.key}`} action={part.position} />
      ))}
      <Places part={part} />
      <Public part={part} />
      <Budget part={part} />
    </Section>
  )
}

function Answers({ section, id, action }: { section: ReviewSection; id: string; action?: number }): Html | null {
  if (section.rows.length === 0) return null
  return (
    <Section title={section.title} id={id} level={action === undefined ? 2 : 3}>
      <Table
        id={`${id}-reponses`}
        caption={`Réponses\u00A0: ${section.title}${action === undefined ? '' : `, action ${action}`}`}
        captionHidden
        cards
        rows={section.rows}
        columns={[
          { key: 'label', head: 'Question', rowHead: true, cell: ({ label }) => label },
          {
            key: 'value',
            head: 'Réponse',
            label: '',
            cell: ({ value }) => (value === '' ? { text: 'Sans réponse', soft: true } : <TextLines text={value} />),
          },
        ]}
      />
    </Section>
  )
}

function Places({ part }: { part: Part }): Html {
  return (
    <Section title="Quartiers" id={`quartiers-${part.position}`} level={3}>
      <Facts
        items={
          part.territories.length === 0
            ? [{ name: 'Quartiers', value: 'Sans réponse' }]
            : [
                ...part.territories.map(({ name, code, share }) => ({
                  name: `${name} (${code})`,
                  value: `${formatPercent(share)}\u00A0%`,
                })),
                ...(part.axes.length > 0 ? [{ name: 'Axes transversaux', value: part.axes.map(({ label }) => label).join(', ') }] : []),
              ]
        }
      />
    </Section>
  )
}

function Public({ part }: { part: Part }): Html {
  const rows = part.publics.filter(({ women, men }) => women + men > 0)
  const total = (key: 'women' | 'men'): number => rows.reduce((sum, row) => sum + row[key], 0)
  return (
    <Table
      id={`public-${part.position}`}
      caption="Public prévu"
      note="Nombre de personnes."
      rows={rows}
      columns={[
        { key: 'age', head: 'Âge', rowHead: true, cell: ({ ageBand }) => AGE_BAND_NAMES[ageBand] },
        { key: 'women', head: 'Femmes et filles', numeric: true, cell: ({ women }) => women, total: total('women') },
        { key: 'men', head: 'Hommes et garçons', numeric: true, cell: ({ men }) => men, total: total('men') },
      ]}
      totalLabel="Total"
      empty={<p class="soft">Aucun public n’est écrit.</p>}
    />
  )
}

interface Line {
  side: string
  label: string
  amount: Cents
}

/** Both sides of the budget; what is asked of the funders of the contract is part of its receipts. */
function Budget({ part }: { part: Part }): Html {
  const totals = budgetTotals({ lines: part.lines, asked: part.requests.map(({ asked }) => asked) })
  return (
    <Table
      id={`budget-${part.position}`}
      caption="Budget de l’action"
      note={`En euros. Dépenses ${formatEuros(totals.charges)}, recettes ${formatEuros(totals.products)}, demandé ici ${formatEuros(totals.asked)}.`}
      rows={linesOf(part)}
      group={({ side }) => side}
      columns={[
        { key: 'label', head: 'Ligne', rowHead: true, cell: ({ label }) => label },
        { key: 'amount', head: 'Montant', numeric: true, cell: ({ amount }) => formatEuros(amount) },
      ]}
      empty={<p class="soft">Aucun montant n’est écrit.</p>}
    />
  )
}

const SIDES = [
  { title: 'Dépenses', side: 'charges', inKind: false },
  { title: 'Recettes', side: 'products', inKind: false },
  { title: 'Contributions en nature, emplois', side: 'charges', inKind: true },
  { title: 'Contributions en nature, ressources', side: 'products', inKind: true },
] as const

function linesOf(part: Part): Line[] {
  return SIDES.flatMap(({ title, side, inKind }) => {
    const accounts = BUDGET_GROUPS.filter((group) => group.side === side && group.inKind === inKind).flatMap((group) => group.accounts)
    const typed = accounts.flatMap((account) => {
      const amount = sumCents(part.lines.filter((line) => line.account === account.code).map((line) => line.amount))
      return amount > 0 ? [{ side: title, label: accountWords(account), amount }] : []
    })
    const asked = side === 'products' && !inKind ? part.requests.filter((request) => request.asked > 0) : []
    return [...typed, ...asked.map(({ funderName, asked: amount }) => ({ side: title, label: `Demandé\u00A0: ${funderName}`, amount }))]
  })
}
