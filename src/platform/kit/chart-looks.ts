/** Fills told apart by pattern as well as colour: the first is solid, the others are hatched, dotted or crossed. */
export const CHART_LOOKS = ['1', '2', '3', '4', '5', '6'] as const
export type ChartLook = (typeof CHART_LOOKS)[number]

/** The address of a pattern, drawn once a page by the document. */
export const fillOf = (look: ChartLook): string => `url(#c-${look})`

/** The look of the series at a rank; a chart with more series than looks should be a table. */
export function lookOfRank(rank: number): ChartLook {
  return CHART_LOOKS[rank % CHART_LOOKS.length] ?? '1'
}
