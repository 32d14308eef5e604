/** The addresses of calls for projects, for the project lead and for the public. */
export const callPaths = {
  list: '/appels',
  create: '/appels/nouveau',
  edit: (code: string): string => `/appels/${code}/modification`,
  save: (code: string): string => `/appels/${code}`,
  publicList: '/appels-a-projets',
  publicCall: (code: string): string => `/appels-a-projets/${code}`,
}

/** The addresses of an application while it is written. What follows is in submission-paths.ts. */
export const applicationPaths = {
  list: '/demandes',
  start: (callCode?: string): string => (callCode === undefined ? '/demandes/nouvelle' : `/demandes/nouvelle?appel=${callCode}`),
  application: (id: string): string => `/demandes/${id}`,
  removal: (id: string): string => `/demandes/${id}/suppression`,
  parts: (id: string): string => `/demandes/${id}/actions`,
  partRemoval: (id: string, partId: string): string => `/demandes/${id}/actions/${partId}/suppression`,
  /** A section of the application itself, or of one of its parts. */
  section: (id: string, of: { section: string; partId?: string | undefined }): string =>
    of.partId === undefined ? `/demandes/${id}/${of.section}` : `/demandes/${id}/actions/${of.partId}/${of.section}`,
  fields: (id: string): string => `/demandes/${id}/champs`,
  conflict: (id: string, conflictId: string): string => `/demandes/${id}/conflits/${conflictId}`,
}
