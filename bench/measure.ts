import { performance } from 'node:perf_hooks'

export interface Measure {
  name: string
  unit: 'ms' | 'MB' | 's'
  value: number
  baseline: { name: string; value: number } | null
  /** value / baseline, or null without one. */
  ratio: number | null
  aim: string
  holds: boolean
}

export const WARM_UPS = 5
export const RUNS = 25

/**
 * The medians of several works, in milliseconds, after a few runs that warm up. Each run does them all, one after the other:
 * a machine that slows down for a while slows them all.
 */
export async function mediansOf(works: readonly ((run: number) => Promise<unknown>)[]): Promise<number[]> {
  const times: number[][] = works.map(() => [])
  for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
    for (const [index, work] of works.entries()) {
      const took = await timed(() => work(run))
      if (run >= WARM_UPS) times[index]?.push(took)
    }
  }
  return times.map(middle)
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function middle(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Within `times` times the baseline plus `plus` milliseconds; or, whatever the baseline, within `most`. */
export type PageAim = { times: number; plus: number } | { most: number }

/** A page against the bare SQL of the same data. */
export function against(name: string, value: number, baseline: { name: string; value: number }, aim: PageAim): Measure {
  const limit = 'most' in aim ? aim.most : baseline.value * aim.times + aim.plus
  return {
    name,
    unit: 'ms',
    value: rounded(value),
    baseline: { name: baseline.name, value: rounded(baseline.value) },
    ratio: rounded(value / baseline.value),
    aim: 'most' in aim ? `au plus ${aim.most} ms` : `au plus ${aim.times} fois le SQL nu plus ${aim.plus} ms`,
    holds: value <= limit,
  }
}

export function under(name: string, unit: Measure['unit'], value: number, most: number): Measure {
  return { name, unit, value: rounded(value), baseline: null, ratio: null, aim: `moins de ${most} ${unit}`, holds: value < most }
}

/** One aim missed is enough to fail. */
export function exitCode(measures: readonly Measure[]): 0 | 1 {
  return measures.every(({ holds }) => holds) ? 0 : 1
}

export function sentence({ name, value, unit, baseline, ratio, aim, holds }: Measure): string {
  const beside = baseline ? `, à côté de ${baseline.value} ${unit} (${baseline.name})\u00A0: rapport ${ratio}` : ''
  return `${holds ? 'tenu  ' : 'MANQUÉ'}  ${name}\u00A0: ${value} ${unit}${beside}. But\u00A0: ${aim}.`
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
