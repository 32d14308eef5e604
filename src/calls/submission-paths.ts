/** The addresses of an application once it is written: reading it again, sending it, its receipt, its attachments, its copy sheet. */
export const submissionPaths = {
  review: (applicationId: string): string => `/demandes/${applicationId}/relecture`,
  /** POST sends the application; GET is what follows. */
  submission: (applicationId: string): string => `/demandes/${applicationId}/depot`,
  receipt: (applicationId: string): string => `/demandes/${applicationId}/recepisse`,
  withdrawal: (applicationId: string): string => `/demandes/${applicationId}/retrait`,
  dauphinNumber: (applicationId: string): string => `/demandes/${applicationId}/numero-dauphin`,
  copySheet: (applicationId: string): string => `/demandes/${applicationId}/fiche-dauphin`,
  attachments: (applicationId: string): string => `/demandes/${applicationId}/pieces`,
  attachment: (applicationId: string, attachmentId: string): string => `/demandes/${applicationId}/pieces/${attachmentId}`,
  attachmentRemoval: (applicationId: string, attachmentId: string): string => `/demandes/${applicationId}/pieces/${attachmentId}/retrait`,
  attachmentReuse: (applicationId: string): string => `/demandes/${applicationId}/pieces/reprise`,
  withoutDauphinNumber: '/dossiers/sans-numero-dauphin',
  reopenings: (callCode: string): string => `/appels/${callCode}/reouvertures`,
  waivers: '/derogations',
  waiver: (conditionId: string): string => `/derogations/${conditionId}`,
}

/** The import of the State’s portal into a call. */
export const dauphinPaths = {
  upload: (callCode: string): string => `/appels/${callCode}/import-dauphin`,
  preview: (callCode: string, fileId: string): string => `/appels/${callCode}/import-dauphin/${fileId}`,
  /** Of a later step: the list of the files of a call. */
  files: (callCode: string): string => `/dossiers?appel=${callCode}`,
}
