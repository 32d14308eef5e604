/** The addresses of the export centre, of the committee book and of the summaries. */
export const exportPaths = {
  list: '/exports',
  one: (id: string): string => `/exports/${id}`,
  /** GET: how far it is, for the page that waits. */
  state: (id: string): string => `/exports/${id}/etat`,
  file: (id: string): string => `/exports/${id}/fichier`,
  book: (meetingId: string): string => `/comites/${meetingId}/cahier`,
  /** POST: the questions of the agenda. */
  questions: (meetingId: string): string => `/comites/${meetingId}/cahier/questions`,
  /** The summary of a file, as PDF. */
  sheet: (applicationId: string): string => `/dossiers/${applicationId}/fiche`,
} as const
