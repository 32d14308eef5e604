/** The only place that spells the addresses of the contract's own pages. */
export const contractPaths = {
  funderRules: (): string => '/regles',
} as const
