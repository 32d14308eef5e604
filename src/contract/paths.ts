/** The only place that spells the addresses of the contract's own pages. */
export const contractPaths = {
  funderRules: (): string => '/regles',
  list: (): string => '/contrats',
  contract: (code: string, on?: string): string => `/contrats/${code}${on === undefined ? '' : `?au=${on}`}`,
  frame: (code: string): string => `/contrats/${code}/cadre`,
  nodeEnd: (code: string, id: string): string => `/contrats/${code}/cadre/${id}/fin`,
  nodeDeletion: (code: string, id: string): string => `/contrats/${code}/cadre/${id}/suppression`,
  document: (code: string, id: string): string => `/contrats/${code}/documents/${id}`,
  signatories: (code: string, id: string): string => `/contrats/${code}/documents/${id}/signataires`,
  signature: (code: string, id: string, signatoryId: string): string => `/contrats/${code}/documents/${id}/signatures/${signatoryId}`,
  avenants: (code: string): string => `/contrats/${code}/avenants`,
  annex: (code: string, id: string): string => `/contrats/${code}/annexes/${id}`,
  annexFile: (code: string, id: string, fileId: string): string => `/contrats/${code}/annexes/${id}/fichiers/${fileId}`,
  texts: (): string => '/textes-de-reference',
} as const
