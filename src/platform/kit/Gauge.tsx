import { type Cents, formatAmount, formatEuros, sumCents } from '#platform/money.ts'
import { AMOUNT_WORDS, type AmountStep } from './Amount.tsx'
import { drawGauge, type GaugeBar } from './gauge-bars.ts'
import type { Html } from './html.ts'
import { Icon } from './Icon.tsx'

export interface GaugeSegment {
  step: AmountStep
  value: Cents
}

export interface GaugeProps {
  name: string
  envelope: Cents
  /** From the firmest to the lightest, each counted once: paid, then obligated but not paid… */
  segments: readonly GaugeSegment[]
  href?: string
  lastYear?: Cents
  /** What the large number is: « Reste » by default. */
  rest?: string
  /** Amount at the right end, to compare several envelopes; the larger of the envelope and its use by default. */
  scale?: Cents
  /** Numbers under the bar; hidden in a very tight row. */
  bare?: boolean
  /** The numbers written, when they are not the segments: « Engagé » counts what is already paid, its segment does not. */
  words?: readonly GaugeSegment[]
}

function Bar({ bar }: { bar: GaugeBar }): Html {
  const pattern = bar.look === 'proposed' || bar.look === 'over' ? `url(#h-${bar.look})` : undefined
  return <rect class={pattern ? undefined : `s-${bar.look}`} fill={pattern} x={`${bar.from}%`} width={`${bar.width}%`} height="14" />
}

function spoken({ envelope, segments }: GaugeProps): string {
  const parts = segments
    .filter((each) => each.value > 0)
    .map((each) => `${AMOUNT_WORDS[each.step].toLowerCase()} ${formatEuros(each.value)}`)
  return `${parts.length > 0 ? parts.join(', ') : 'rien d’utilisé'} sur ${formatEuros(envelope)}`
}

/** The large number is what remains. The segments go from light, a word given, to dark, money paid. */
export function Gauge(props: GaugeProps): Html {
  const { name, envelope, segments, href } = props
  const left = envelope - sumCents(segments.map((each) => each.value))
  const drawing = drawGauge(props)
  return (
    <article class="gauge" data-state={left < 0 ? 'error' : undefined}>
      <h3>{href ? <a href={href}>{name}</a> : name}</h3>
      <p class="rest">
        <span class="vh">{`${props.rest ?? 'Reste'} `}</span>
        <span class="num">{signedEuros(left)}</span>
      </p>
      <svg role="img" aria-label={`${name} : ${spoken(props)}`} height="14">
        <rect class="bar-edge" width={`${drawing.envelope}%`} height="14" rx="1" />
        {drawing.bars.map((bar) => (
          <Bar bar={bar} />
        ))}
        {drawing.lastYear === undefined ? null : (
          <line class="s-n1" x1={`${drawing.lastYear}%`} x2={`${drawing.lastYear}%`} y1="-3" y2="17" />
        )}
        <line class="s-limit" x1={`${drawing.envelope}%`} x2={`${drawing.envelope}%`} y1="-3" y2="17" />
      </svg>
      {props.bare ? null : <GaugeWords segments={props.words ?? segments} envelope={envelope} />}
      {left < 0 ? (
        <p class="error">
          <Icon name="octagon-alert" />
          Dépassement
        </p>
      ) : null}
    </article>
  )
}

function signedEuros(amount: number): string {
  return new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: amount % 100 === 0 ? 0 : 2 })
    .format(amount / 100)
    .replace('-', '−')
}

function GaugeWords({ segments, envelope }: Pick<GaugeProps, 'segments' | 'envelope'>): Html {
  return (
    <dl class="says">
      {segments.map((each) => (
        <>
          <dt data-step={each.step}>{each.step === 'retained' ? 'Retenu' : AMOUNT_WORDS[each.step]}</dt>
          <dd>{formatAmount(each.value)}</dd>
        </>
      ))}
      <dt>Enveloppe</dt>
      <dd>{formatAmount(envelope)}</dd>
    </dl>
  )
}
