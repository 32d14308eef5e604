/** The only place that spells the addresses of the catalogue of ordinary policy. */
export const droitCommunPaths = {
  catalogue: '/droit-commun',
  catalogueOf: (themeCode: string): string => `/droit-commun?theme=${themeCode}`,
  /** What is asked of the lines of one's own organisation; served by a later step. */
  answers: '/droit-commun/reponses',
  newLine: '/droit-commun/nouvelle-ligne',
  /** POST: ends a line on a date. */
  ending: (lineId: string): string => `/droit-commun/lignes/${lineId}/fin`,
} as const

export const droitCommunRoutePaths = { ending: droitCommunPaths.ending(':id{[0-9a-f-]{36}}') } as const
