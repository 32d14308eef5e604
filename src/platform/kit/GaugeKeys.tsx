import { AMOUNT_WORDS, type AmountStep } from './Amount.tsx'
import type { Html } from './html.ts'

function Swatch({ step }: { step: AmountStep }): Html {
  if (step === 'proposed') {
    return (
      <svg aria-hidden="true">
        <rect fill="url(#h-proposed)" width="24" height="12" />
        <rect class="bar-edge" fill-opacity="0" width="24" height="12" />
      </svg>
    )
  }
  return (
    <svg aria-hidden="true">
      <rect class={`s-${step}`} width="24" height="12" />
    </svg>
  )
}

/** What the segments mean: shown once above a row of envelopes. */
export function GaugeKeys({ steps, lastYear, rest = 'Reste' }: { steps: readonly AmountStep[]; lastYear?: string; rest?: string }): Html {
  return (
    <ul class="keys">
      {steps.map((step) => (
        <li>
          <Swatch step={step} />
          {AMOUNT_WORDS[step]}
        </li>
      ))}
      <li>
        <svg aria-hidden="true">
          <rect class="bar-edge" width="24" height="12" />
        </svg>
        {rest}
      </li>
      {lastYear ? (
        <li>
          <svg aria-hidden="true">
            <line class="s-n1" x1="12" x2="12" y1="0" y2="12" />
          </svg>
          {lastYear}
        </li>
      ) : null}
      <li>
        <svg aria-hidden="true">
          <line class="s-limit" x1="12" x2="12" y1="0" y2="12" />
        </svg>
        Enveloppe
      </li>
    </ul>
  )
}
