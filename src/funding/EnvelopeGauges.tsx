import { Gauge, type GaugeSegment } from '#platform/kit/Gauge.tsx'
import { GaugeKeys } from '#platform/kit/GaugeKeys.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Section } from '#platform/kit/Section.tsx'
import { cents } from '#platform/money.ts'
import type { EnvelopeUse } from './envelope-use-store.ts'

export interface EnvelopeGaugesProps {
  envelopes: readonly EnvelopeUse[]
  year: number
}

/** Two different remainders, each with its own name. */
const LEFT_TO_DECIDE = 'Reste à décider'
const LEFT_IF_RETAINED = 'Reste si tout le proposé est retenu'

/** The envelopes of the year: paid, obligated, decided, and what remains to be decided. */
export function YearGauges({ envelopes, year }: EnvelopeGaugesProps): Html | null {
  if (envelopes.length === 0) return null
  return (
    <Section
      title={`Enveloppes ${year}\u00A0: ce qui reste à décider`}
      id="enveloppes"
      action={<GaugeKeys rest={LEFT_TO_DECIDE} steps={['paid', 'obligated', 'decided']} lastYear={`Décidé en ${year - 1}`} />}
    >
      <div class="tiles">
        {envelopes.map((each) => (
          <Gauge
            name={nameOf(each, envelopes)}
            envelope={each.amount}
            rest={LEFT_TO_DECIDE}
            segments={chainOf(each)}
            words={[
              { step: 'decided', value: each.decided },
              { step: 'obligated', value: each.obligated },
              { step: 'paid', value: each.paid },
            ]}
            lastYear={each.decidedBefore ?? undefined}
          />
        ))}
      </div>
    </Section>
  )
}

/** Paid, then obligated and not paid, then decided and not obligated: each euro once. */
function chainOf({ decided, obligated, paid }: EnvelopeUse): GaugeSegment[] {
  return [
    { step: 'paid', value: paid },
    { step: 'obligated', value: cents(Math.max(0, obligated - paid)) },
    { step: 'decided', value: cents(Math.max(0, decided - obligated)) },
  ]
}

/** The envelopes during a committee: what is decided, retained, still only proposed, and what would be left. */
export function CommitteeGauges({ envelopes, year, bare = false, title }: EnvelopeGaugesProps & { bare?: boolean; title: string }): Html {
  return (
    <Section
      title={title}
      id="enveloppes"
      action={<GaugeKeys rest={LEFT_IF_RETAINED} steps={['decided', 'retained', 'proposed']} lastYear={`Décidé en ${year - 1}`} />}
    >
      {envelopes.length === 0 ? <p class="hint">{`Aucune enveloppe n’est ouverte pour ${year}.`}</p> : null}
      <div class="tiles">
        {envelopes.map((each) => (
          <Gauge
            name={nameOf(each, envelopes)}
            envelope={each.amount}
            rest={LEFT_IF_RETAINED}
            segments={[
              ...(each.decided > 0 ? [{ step: 'decided', value: each.decided } as const] : []),
              { step: 'retained', value: each.retained },
              { step: 'proposed', value: each.proposed },
            ]}
            lastYear={each.decidedBefore ?? undefined}
            bare={bare}
          />
        ))}
      </div>
    </Section>
  )
}

/** The funder; with the label of the envelope when it has several. */
export function nameOf(envelope: EnvelopeUse, all: readonly EnvelopeUse[]): string {
  const several = all.filter(({ funderId }) => funderId === envelope.funderId).length > 1
  return several ? `${envelope.funderName}, ${envelope.label}` : envelope.funderName
}
