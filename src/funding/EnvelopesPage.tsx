import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { MoneyField, NumberField, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { type Column, Table } from '#platform/kit/Table.tsx'
import { cents, formatAmount, sumCents } from '#platform/money.ts'
import { YearGauges } from './EnvelopeGauges.tsx'
import { ENVELOPE_KIND_WORDS } from './envelope-form.ts'
import type { EnvelopeUse } from './envelope-use-store.ts'
import { fundingPaths } from './paths.ts'

export interface EnvelopesPageProps {
  frame: Frame
  year: number
  years: readonly number[]
  envelopes: readonly EnvelopeUse[]
  /** Who follows without acting on money opens none. */
  mayOpen: boolean
  /** The organisation that acts: it opens and changes its own. */
  organisationId: string
  organisationName: string
  newId: string
  values: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

/** The envelopes of a year, whose they are, how far they are used, and the form that opens one. */
export function EnvelopesPage(props: EnvelopesPageProps): Html {
  const { frame, year, years, envelopes, errors } = props
  const tabs = years.map((one) => ({ label: String(one), href: fundingPaths.envelopes(one), current: one === year }))
  return (
    <AgentPage
      frame={frame}
      title={`Enveloppes ${year}`}
      crumbs={[{ label: `Programmation ${year}`, href: fundingPaths.programming({ annee: year }) }, { label: 'Enveloppes' }]}
      tabs={years.length > 1 ? tabs : undefined}
      tabsLabel="Années"
      errors={errors}
      errorsTitle="L’enveloppe n’est pas ouverte"
    >
      <YearGauges envelopes={envelopes} year={year} />
      <Table
        id="liste"
        caption={`Enveloppes ${year}`}
        note="En euros."
        rows={envelopes}
        columns={columnsOf(envelopes)}
        totalLabel="Ensemble"
        empty={<Empty title={`Aucune enveloppe n’est ouverte pour ${year}`}>Chaque financeur ouvre les siennes ci-dessous.</Empty>}
        cards
      />
      {props.mayOpen ? <NewEnvelope {...props} /> : null}
    </AgentPage>
  )
}

function columnsOf(envelopes: readonly EnvelopeUse[]): Column<EnvelopeUse>[] {
  const rest = (one: EnvelopeUse) => cents(one.amount - one.decided)
  const money = (
    head: string,
    pick: (one: EnvelopeUse) => EnvelopeUse['amount'],
    step?: 'retained' | 'decided' | 'obligated' | 'paid',
  ) => ({
    key: head,
    head,
    numeric: true,
    ...(step ? { step } : {}),
    cell: (one: EnvelopeUse) => formatAmount(pick(one)),
    total: formatAmount(sumCents(envelopes.map(pick))),
  })
  return [
    {
      key: 'label',
      head: 'Enveloppe',
      rowHead: true,
      cell: (one) => ({ text: one.label, href: fundingPaths.envelopeRevisions(one.id), sub: `${one.funderName}, ${one.code}` }),
    },
    { key: 'kind', head: 'Nature', cell: ({ kind }) => ENVELOPE_KIND_WORDS[kind] },
    money('Montant', ({ amount }) => amount),
    money('Retenu, à décider', ({ retained }) => retained, 'retained'),
    money('Décidé', ({ decided }) => decided, 'decided'),
    money('Engagé', ({ obligated }) => obligated, 'obligated'),
    money('Payé', ({ paid }) => paid, 'paid'),
    money('Reste à décider', rest),
  ]
}

const KINDS = Object.entries(ENVELOPE_KIND_WORDS).map(([value, label]) => ({ value, label }))

function NewEnvelope({ organisationName, newId, year, values, errors }: EnvelopesPageProps): Html {
  const error = errorsOf(errors)
  return (
    <Section title="Ouvrir une enveloppe" id="ouvrir" intro={`Financeur\u00A0: ${organisationName}. Chacun n’ouvre que ses enveloppes.`}>
      <Form action={fundingPaths.envelopes()} id={newId}>
        <NumberField name="annee" label="Année" value={values['annee'] ?? String(year)} error={error['annee']} />
        <TextField
          name="libelle"
          label="Nom"
          example="Crédits spécifiques (programme 147)"
          maxLength={120}
          value={values['libelle']}
          error={error['libelle']}
        />
        <TextField
          name="code"
          label="Code"
          hint="Le même d’une année à l’autre."
          example="bop147"
          short
          maxLength={40}
          value={values['code']}
          error={error['code']}
        />
        <SelectField
          name="nature"
          label="Nature des crédits"
          empty="Choisissez"
          options={KINDS}
          value={values['nature']}
          error={error['nature']}
        />
        <MoneyField name="montant" label="Montant" value={values['montant']} error={error['montant']} />
        <div class="row">
          <Submit>Ouvrir l’enveloppe</Submit>
        </div>
      </Form>
    </Section>
  )
}
