import { formatDayShort } from '#platform/day.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Badge } from '#platform/kit/Badge.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { formatAmount, formatEuros } from '#platform/money.ts'
import { AvenantForm, CopyForm, SignatureForm, type TypedForm, type YearChoice } from './AgreementForms.tsx'
import { sayTextState, textName } from './agreement-state-words.ts'
import type { Agreement, AgreementText } from './agreement-store.ts'
import type { AwardState } from './award-state-store.ts'
import { agreementPaths } from './paths.ts'

export interface AgreementPageProps {
  frame: Frame
  agreement: Agreement
  /** The awards that it covers and the reader sees. */
  awards: readonly AwardState[]
  own: boolean
  years: readonly YearChoice[]
  form: Omit<TypedForm, 'errors'>
  errors: readonly FieldError[]
}

/** One agreement: its texts with their signatures and files, what it covers, and what is left to do. */
export function AgreementPage({ frame, agreement, awards, own, years, form, errors }: AgreementPageProps): Html {
  const typed = { ...form, errors: errorsOf(errors) }
  const last = agreement.texts.at(-1)
  const open = agreement.texts.find(({ signatures }) => signatures.length < 2)
  const state = sayTextState((open ?? last)?.signatures.map(({ party }) => party) ?? [], agreement.funderName)
  return (
    <AgentPage
      frame={frame}
      title={`Convention ${agreement.number}`}
      crumbs={[{ label: 'Conventions', href: agreementPaths.agreementsOf(agreement.firstYear) }, { label: agreement.number }]}
      meta={[agreement.organisationName, agreement.funderName, <Badge state={state.state} word={state.word} />]}
      errors={errors}
    >
      <div class="with-aside">
        <div class="stack loose">
          {agreement.texts.map((text) => (
            <Text agreement={agreement} text={text} />
          ))}
          <Covered awards={awards} />
        </div>
        <div class="stack">
          {own && open ? <SignatureForm {...typed} agreement={agreement} text={open} /> : null}
          {own && !open && last && !last.copyFileId ? <CopyForm {...typed} agreement={agreement} text={last} /> : null}
          {own && !open ? <AvenantForm {...typed} agreement={agreement} years={years} /> : null}
        </div>
      </div>
    </AgentPage>
  )
}

function Text({ agreement, text }: { agreement: Agreement; text: AgreementText }): Html {
  const state = sayTextState(
    text.signatures.map(({ party }) => party),
    agreement.funderName,
  )
  return (
    <Section title={textName(text.rank)} id={`texte-${text.rank}`} intro={text.rank === 0 ? agreement.purpose : text.reason}>
      <Facts items={[{ name: 'État', value: <Badge state={state.state} word={state.word} /> }, ...textFacts(text)]} />
      <ul>
        <li>
          <a href={agreementPaths.agreementFile(agreement.id, text.id, 'pdf')}>{`${textName(text.rank)} (PDF)`}</a>
        </li>
        <li>
          <a href={agreementPaths.agreementFile(agreement.id, text.id, 'docx')}>{`${textName(text.rank)}, texte à modifier (DOCX)`}</a>
        </li>
        {text.copyFileId ? (
          <li>
            <a href={agreementPaths.agreementFile(agreement.id, text.id, 'signee')}>Exemplaire signé (PDF)</a>
          </li>
        ) : null}
      </ul>
    </Section>
  )
}

/** Also on the page of the beneficiary. */
export function textFacts({ draftedOn, years, signatures }: AgreementText): { name: string; value: string }[] {
  return [
    { name: 'Préparée le', value: formatDayShort(draftedOn) },
    ...years.map(({ year, amount }) => ({ name: `Montant ${year}`, value: formatEuros(amount) })),
    ...signatures.map(({ party, on, signatory }) => ({
      name: party === 'beneficiary' ? 'Signature du bénéficiaire' : 'Signature de l’autorité',
      value: `${formatDayShort(on)}, ${signatory}`,
    })),
  ]
}

function Covered({ awards }: { awards: readonly AwardState[] }): Html {
  return (
    <Section title="Subventions couvertes" id="couvertes">
      <Table
        id="subventions-couvertes"
        caption="Subventions couvertes"
        captionHidden
        note="En euros."
        cards
        rows={awards}
        columns={[
          { key: 'title', head: 'Action', rowHead: true, cell: ({ id, title }) => ({ text: title, href: agreementPaths.payment(id) }) },
          { key: 'year', head: 'Année', cell: ({ year }) => String(year) },
          { key: 'decided', head: 'Décidé', step: 'decided', numeric: true, cell: ({ decided }) => formatAmount(decided) },
          { key: 'paid', head: 'Payé', step: 'paid', numeric: true, cell: ({ paid }) => formatAmount(paid) },
        ]}
      />
    </Section>
  )
}
