import type { AmountStep } from './Amount.tsx'

export interface GaugeBar {
  look: AmountStep | 'over'
  /** In per cent of the drawing, two decimals. */
  from: number
  width: number
}

export interface GaugeDrawing {
  envelope: number
  lastYear?: number
  bars: GaugeBar[]
}

interface GaugeAmounts {
  envelope: number
  segments: readonly { step: AmountStep; value: number }[]
  lastYear?: number
  scale?: number
}

/** Where each segment begins and ends. The share above the envelope is hatched over the segments that cause it. */
export function drawGauge({ envelope, segments, lastYear, scale }: GaugeAmounts): GaugeDrawing {
  const used = segments.reduce((sum, each) => sum + each.value, 0)
  const whole = Math.max(scale ?? 0, envelope, used, lastYear ?? 0, 1)
  const percent = (value: number): number => Math.round((value / whole) * 10_000) / 100
  const bars: GaugeBar[] = []
  let from = 0
  for (const { step, value } of segments) {
    if (value > 0) bars.push({ look: step, from: percent(from), width: percent(value) })
    from += value
  }
  if (used > envelope) bars.push({ look: 'over', from: percent(envelope), width: percent(used - envelope) })
  return { envelope: percent(envelope), lastYear: lastYear === undefined ? undefined : percent(lastYear), bars }
}
