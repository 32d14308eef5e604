import { type Day, formatDay } from '#platform/day.ts'
import { formatEuros } from '#platform/money.ts'
import type { ApplicationFile } from './application-store.ts'

export interface SubmissionMail {
  file: Pick<ApplicationFile, 'id' | 'title' | 'callTitle' | 'organisationName' | 'asked'>
  number: number
  /** A request to the State is in it. */
  toState: boolean
  today: Day
  /** Where the receipt is, when the address of the program is known. */
  receiptUrl: string | undefined
}

/** The sentence of the receipt, of its page and of its mail: Pilotis is not the State’s portal. */
export const NOT_A_STATE_DEPOSIT =
  'Ce récépissé ne vaut pas dépôt auprès de l’État\u00A0: recopiez la fiche Dauphin sur le portail de l’État, puis écrivez dans Pilotis le numéro de dossier qu’il vous donne.'

/** Tells the person who sent it. */
export function submissionMail({ file, number, toState, today, receiptUrl }: SubmissionMail): { subject: string; body: string } {
  const where =
    receiptUrl === undefined
      ? 'Votre récépissé et vos réponses sont dans Pilotis, sous «\u00A0Mes demandes\u00A0».'
      : `Votre récépissé et vos réponses\u00A0:\n${receiptUrl}`
  const body = [
    'Bonjour,',
    `La demande de ${file.organisationName}, «\u00A0${file.title}\u00A0» (${formatEuros(file.asked)}), est déposée le ${formatDay(today)} sous le numéro ${number} de «\u00A0${file.callTitle}\u00A0».`,
    ...(toState ? [NOT_A_STATE_DEPOSIT] : []),
    where,
    'L’équipe du contrat de ville',
  ].join('\n\n')
  return { subject: `Demande déposée\u00A0: ${file.title}`, body }
}
