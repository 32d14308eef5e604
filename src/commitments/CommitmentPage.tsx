import { contractPaths } from '#contract/paths.ts'
import { type Reader, ReaderPage } from '#contract/reader.tsx'
import { formatDayShort } from '#platform/day.ts'
import { Badge } from '#platform/kit/Badge.tsx'
import { type Fact, Facts } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { amountWords } from './amount-words.ts'
import type { Commitment } from './commitment-store.ts'
import { COMMITMENT_KIND_NAMES, COMMITMENT_PILLAR_NAMES } from './commitment-words.ts'
import { isMeasurable } from './measurable.ts'
import { commitmentPaths } from './paths.ts'

/** One commitment with all that the document says of it, and where. */
export function CommitmentPage({ frame, reader, commitment }: { frame: Frame; reader: Reader; commitment: Commitment }): Html {
  const { partner, title, setting, contractCode, contractName } = commitment
  return (
    <ReaderPage
      reader={reader}
      frame={frame}
      title={title}
      crumbs={[{ label: 'Engagements des partenaires', href: commitmentPaths.list() }, { label: commitment.code }]}
      meta={[
        partner,
        isMeasurable(commitment) ? <Badge state="success" word="Mesurable" /> : <Badge state="warning" word="Non mesurable" />,
      ]}
    >
      <Section title="L’engagement" id="engagement">
        <Facts
          items={[
            {
              name: 'Partenaire',
              value: <a href={commitmentPaths.list({ contract: contractCode ?? 'hors-contrat', partner })}>{partner}</a>,
            },
            {
              name: 'Pris dans',
              value: contractCode === null ? setting : <a href={contractPaths.contract(contractCode)}>{contractName}</a>,
            },
            ...whatItIs(commitment),
          ]}
        />
      </Section>
      <Section title="Ce qui le mesure" id="mesure">
        <Facts items={whatMeasures(commitment)} />
      </Section>
      <NationalMeasures commitment={commitment} />
      <Section title="Source" id="source">
        <p>{`${commitment.sourceDocument}, lignes ${commitment.sourceLines}.`}</p>
        {commitment.note === null ? null : <p>{commitment.note}</p>}
      </Section>
    </ReaderPage>
  )
}

function NationalMeasures({ commitment }: { commitment: Commitment }): Html | null {
  if (commitment.measures.length === 0) return null
  return (
    <Section title="Mesures nationales auxquelles il répond" id="mesures" intro="Rapprochement fait par nous, d’après l’intitulé.">
      <Items
        items={commitment.measures.map(({ number, title: said }) => ({
          text: `Mesure ${number}. ${said}`,
          href: commitmentPaths.measure(number),
        }))}
      />
    </Section>
  )
}

function whatItIs({ pillar, theme, kind, kindStated, territory, condition, status, validFrom }: Commitment): Fact[] {
  const nature = kind === null ? 'non dite dans le document' : COMMITMENT_KIND_NAMES[kind]
  return [
    { name: 'Pilier', value: COMMITMENT_PILLAR_NAMES[pillar] },
    { name: 'Thème', value: theme },
    { name: 'Nature', value: kind === null || kindStated ? nature : `${nature} (notre lecture : le document ne le dit pas)` },
    { name: 'Vaut depuis', value: formatDayShort(validFrom) },
    ...(territory === null ? [] : [{ name: 'Territoire', value: territory }]),
    ...(condition === null ? [] : [{ name: 'Condition', value: condition }]),
    ...(status === null ? [] : [{ name: 'État', value: status }]),
  ]
}

const UNSAID = 'non dit dans le document'

function whatMeasures({ amounts, period, target, indicator, deadline }: Commitment): Fact[] {
  return [
    {
      name: 'Montant',
      value: amounts.length === 0 ? `${UNSAID}${period === null ? '' : ` (${period})`}` : amounts.map(amountWords).join(' · '),
    },
    { name: 'Cible', value: target ?? UNSAID },
    { name: 'Indicateur', value: indicator ?? UNSAID },
    { name: 'Échéance', value: deadline ?? UNSAID },
  ]
}
