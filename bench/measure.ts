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

/** The median of several runs, in milliseconds, after a few that warm up. */
export async function medianOf(runs: number, work: (run: number) => Promise<unknown>): Promise<number> {
  for (let run = 0; run < WARM_UPS; run += 1) await work(run)
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) times.push(await timed(() => work(run + WARM_UPS)))
  return middle(times)
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

/** A page against the bare SQL of the same data: within `times` times plus `plus` milliseconds. */
export function against(
  name: string,
  value: number,
  baseline: { name: string; value: number },
  aim: { times: number; plus: number },
): Measure {
  const limit = baseline.value * aim.times + aim.plus
  return {
    name,
    unit: 'ms',
    value: rounded(value),
    baseline: { name: baseline.name, value: rounded(baseline.value) },
    ratio: rounded(value / baseline.value),
    aim: `au plus ${aim.times} fois le SQL nu plus ${aim.plus} ms`,
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
